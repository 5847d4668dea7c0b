"""Facts: what a record says of the rule set's fields, each in its field's domain."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from prioritera.model.field import Field, Kind
from prioritera.model.value import NOT_JUDGED, Fact, FactValue
from prioritera.reading.close import shortened
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.numbers import exact, is_finite, is_nothing, is_small
from prioritera.records.context import Context
from prioritera.records.spoken import plain
from prioritera.records.states import read_state


def read_facts(cursor: Cursor, need: str, context: Context) -> dict[str, Fact]:
    """The facts of one need by field; what is not filled in is left out."""
    facts: dict[str, Fact] = {}
    for name, value in cursor.data.items():
        field = context.facts.get(name)
        if field is None:
            _note_no_fact(cursor, name, context)
        elif not is_nothing(value):
            fact = _fact(cursor, name, value, field, need, context)
            if fact is not None:
                facts[name] = fact
                _note_no_reason(cursor, fact, field, need)
    return facts


def _note_no_reason(cursor: Cursor, fact: Fact, field: Field, need: str) -> None:
    """Note a judgement without the reason that the rule set asks for. That nobody has judged yet needs none."""
    if field.reason and not fact.because and fact.value not in NOT_JUDGED:
        cursor.fault("reason-missing", field.id, need=need, field=field.id, label_sv=field.label.sv, label_en=field.label.en)


def _note_no_fact(cursor: Cursor, name: str, context: Context) -> None:
    at = cursor.at_key(name)
    if name in context.fields:
        cursor.faults.add("fact-by-hand", at, value=name)
    elif name in context.criteria:
        cursor.faults.add("criterion-among-facts", at, value=name)
    else:
        cursor.faults.add("unknown-fact", at, value=name, known=shortened(tuple(context.facts)), close=cursor.nearest(name, context.facts))


def _fact(cursor: Cursor, name: str, value: object, field: Field, need: str, context: Context) -> Fact | None:
    if isinstance(value, Mapping):
        return _with_source(cursor.down(value, name), field, need)
    if not isinstance(value, str | bool | int | list) or (isinstance(value, list) and not all(isinstance(item, str) for item in value)):
        return _plain(cursor, name, field, need)
    key = (name, type(value), tuple(value) if isinstance(value, list) else value)
    if key not in context.read_facts:
        fact = _plain(cursor, name, field, need)
        if fact is None:
            return None
        context.read_facts[key] = fact
    return context.read_facts[key]


def _plain(cursor: Cursor, key: str, field: Field, need: str) -> Fact | None:
    value = fact_value(cursor, key, field, need)
    return None if value is None else Fact(value=value)


def _with_source(inner: Cursor, field: Field, need: str) -> Fact | None:
    """A fact written as a table: its value or the reason why it is missing, with where it is from."""
    before = inner.faults.count
    written = [key for key in ("value", "missing") if inner.has(key)]
    value: FactValue | None = None
    if written == ["missing"]:
        value = read_state(inner, "missing")
    elif written == ["value"]:
        value = fact_value(inner, "value", field, need)
    said = from_whom(inner)
    inner.close()
    is_nowhere = not any(key in inner.data for key in ("value", "missing"))
    if (len(written) > 1 or is_nowhere) and inner.faults.count == before:
        inner.faults.add("not-one-fact", inner.here, need=need, field=field.id)
    return None if value is None or inner.faults.count != before else Fact(value=value, **said)


def from_whom(inner: Cursor) -> dict[str, Any]:
    """Where something that is said is from: its source, who said it, which day and why."""
    return {**{key: inner.text(key, "") for key in ("source", "by", "because")}, "on": inner.day("on")}


def fact_value(cursor: Cursor, key: str, field: Field, need: str) -> FactValue | None:
    """A value in the field's domain, or None after noting why it is not."""
    value = cursor.data[key]
    if field.kind is Kind.CHOICE:
        return _word(cursor, key, value, field, need)
    if field.kind is Kind.SET:
        return _words(cursor, key, value, field, need)
    if field.kind is Kind.WHOLE:
        return _whole(cursor, key, value, field, need)
    if isinstance(value, bool):
        return value
    cursor.fault("fact-not-a-flag", key, need=need, field=field.id, value=shown(value))
    return None


def _word(cursor: Cursor, key: str, value: object, field: Field, need: str) -> str | None:
    if not isinstance(value, str):
        cursor.fault("fact-not-a-word", key, need=need, field=field.id, value=shown(value), known=shortened(field.words))
        return None
    if value in field.words:
        return value
    _note_word(cursor, (key,), value, field, need)
    return None


def _words(cursor: Cursor, key: str, value: object, field: Field, need: str) -> frozenset[str] | None:
    items: Sequence[object] = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else [None]
    if not all(isinstance(item, str) for item in items):
        cursor.fault("fact-not-words", key, need=need, field=field.id, value=shown(value), known=shortened(field.words))
        return None
    words = [str(item) for item in items]
    wrong = [(index, word) for index, word in enumerate(words) if word not in field.words]
    for index, word in wrong:
        _note_word(cursor, (key,) if isinstance(value, str) else (key, index), word, field, need)
    if not words and not field.may_be_empty:
        cursor.fault("fact-empty", key, need=need, field=field.id)
        return None
    return None if wrong else frozenset(words)


def _note_word(cursor: Cursor, steps: tuple[str | int, ...], word: str, field: Field, need: str) -> None:
    """Note a word that the field does not have; somebody who wrote a label meant its word."""
    meant = [term.id for term in field.terms if plain(word) in {plain(term.label.sv), plain(term.label.en)}]
    close = meant[0] if meant else cursor.nearest(word, field.words)
    span = cursor.place.value((*cursor.path, *steps))
    cursor.faults.add("fact-unknown-word", span, need=need, field=field.id, value=word, known=shortened(field.words), close=close)


def _whole(cursor: Cursor, key: str, value: object, field: Field, need: str) -> int | None:
    number = value if type(value) is int else _integral(value)
    if number is None:
        cursor.fault("fact-not-whole", key, need=need, field=field.id, value=shown(value), low=field.low, high=field.high)
        return None
    if not field.low <= number <= field.high:
        cursor.fault("fact-outside", key, need=need, field=field.id, value=shown(number), low=field.low, high=field.high)
        return None
    return number


def _integral(value: object) -> int | None:
    """A whole number that is written or held as a decimal: dataframes hold whole columns so when some value is missing."""
    if not isinstance(value, float | Decimal) or not is_finite(value) or not is_small(value):
        return None
    number: Fraction = exact(value)
    return number.numerator if number.denominator == 1 else None
