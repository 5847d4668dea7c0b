"""Conditions: what the rules under `when` ask of each field, checked against the field's domain."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_map, frozen_set, frozen_tuple
from prioritera.loading.rule_words import AREA, OUTCOME
from prioritera.loading.structure import note_unknown, note_unknown_key
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import Band
from prioritera.reading.cursor import Cursor

BAND = "band"
_RANGE = ("min", "max")
_SET = ("any", "all", "none", "only")
_SHARES = ("min_share", "below_share")
_ALL_TESTS = ("in", *_RANGE, *_SET)


@attrs.frozen
class Readable:
    """What a table's conditions may read: `fields` are sound ones, `declared` all that are written, sound or not.

    `bands` are from the highest down. Only the destination table reads outcome, score and band.
    """

    fields: Mapping[str, Field] = attrs.field(converter=frozen_map)
    declared: frozenset[str] = attrs.field(converter=frozen_set)
    bands: tuple[Band, ...] = attrs.field(converter=frozen_tuple, default=())
    in_destination: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a condition may begin with."""
        own = tuple(name for name in self.declared if self.in_destination or name != OUTCOME)
        return (*sorted(own), *((SCORE, BAND) if self.in_destination else ()))


def read_conditions(when: Cursor, readable: Readable) -> tuple[Condition, ...]:
    """The conditions of one rule, in the order they are written; a faulty one is noted and left out."""
    found = []
    for name in when.data:
        when.has(name)
        if name in {SCORE, BAND, OUTCOME} and not readable.in_destination:
            when.faults.add("not-readable-here", when.at_key(name), key=name)
        elif name in {SCORE, BAND}:
            found.append(_on_score(when, name, readable.bands))
        elif name not in readable.declared:
            note_unknown_key(when, name, "unknown-field", readable.names)
        elif name in readable.fields:
            found.append(_on_field(when, name, readable.fields[name]))
    if SCORE in when.data and BAND in when.data and readable.in_destination:
        when.faults.add("score-and-band", when.at_key(BAND))
    return tuple(condition for condition in found if condition is not None)


def _on_field(when: Cursor, name: str, field: Field) -> Condition | None:
    before = when.faults.count
    value = when.data[name]
    missing = False
    test: Test | None
    if isinstance(value, Mapping):
        inner = when.down(value, name)
        test = _tests(inner, field)
        missing = inner.flag("missing", default=False)
        if missing and (field.origin is not Origin.FACT or field.id == AREA):
            inner.fault("never-missing", "missing", field=field.id)
        _close_tests(inner, field)
        if test is None and not missing and when.faults.count == before:
            when.fault("condition-asks-nothing", name)
    else:
        test = _plain(when, name, field)
    return None if when.faults.count != before else Condition(field=name, test=test, missing=missing)


def _close_tests(inner: Cursor, field: Field) -> None:
    """Note unknown keys; a test that belongs to another kind of field has been noted already."""
    for key in (*_allowed(field), *(key for key in _ALL_TESTS if key in inner.data)):
        inner.has(key)
    inner.close()


def _plain(when: Cursor, name: str, field: Field) -> Test | None:
    """A test written as a bare value: a word, some words, yes or no, or a whole number."""
    value = when.data[name]
    if field.kind is Kind.CHOICE and isinstance(value, str | list):
        return OneOf(_words(when, name, field))
    if field.kind is Kind.FLAG and isinstance(value, bool | list):
        return _flags(when, name, field)
    if field.kind is Kind.WHOLE and type(value) is int:
        _check_whole(when, name, value, field)
        return Within(value, value)
    _wrong_test(when, name, field)
    return None


def _tests(inner: Cursor, field: Field) -> Test | None:
    """The test of a table such as `{ min = 3 }`; None when it has none."""
    allowed = _allowed(field)
    before = inner.faults.count
    for key in _ALL_TESTS:
        if key in inner.data and key not in allowed:
            _wrong_test(inner, key, field)
    if inner.faults.count != before:
        return None
    if field.kind is Kind.SET:
        words = {key: frozenset(_words(inner, key, field)) for key in _SET if key in inner.data}
        return SetTest(**words) if words else None
    if "in" in inner.data:
        if any(key in inner.data for key in _RANGE):
            inner.fault("in-and-range", "in")
        return _flags(inner, "in", field) if field.kind is Kind.FLAG else OneOf(_words(inner, "in", field))
    if not any(key in inner.data for key in _RANGE):
        return None
    low, high = (_bound(inner, key, field) for key in _RANGE)
    if low is not None and high is not None and low > high:
        inner.fault("range-empty", "min", low=str(inner.data["min"]), high=str(inner.data["max"]))
    return Within(low, high)


def _allowed(field: Field) -> tuple[str, ...]:
    if field.kind is Kind.SET:
        return _SET
    if field.kind is Kind.WHOLE:
        return _RANGE
    return ("in", *_RANGE) if field.ordered else ("in",)


def _wrong_test(cursor: Cursor, key: str, field: Field) -> None:
    kind = "ordered" if field.kind is Kind.CHOICE and field.ordered else field.kind.value
    cursor.fault(f"test-for-{kind}", key, field=field.id)


def _words(cursor: Cursor, key: str, field: Field) -> tuple[str, ...]:
    words = cursor.texts(key)
    if isinstance(cursor.data[key], list) and not cursor.data[key]:
        cursor.fault("list-empty", key)
    for index, word in enumerate(words):
        if word not in field.words:
            steps = (key, index) if isinstance(cursor.data[key], list) else (key,)
            note_unknown(cursor, steps, "unknown-word", word, field.words, field=field.id)
    return words


def _flags(cursor: Cursor, key: str, field: Field) -> Test | None:
    value = cursor.data[key]
    values = value if isinstance(value, list) else [value]
    if not values:
        cursor.fault("list-empty", key)
    elif not all(isinstance(item, bool) for item in values):
        _wrong_test(cursor, key, field)
    else:
        return OneOf(frozenset(bool(item) for item in values))
    return None


def _bound(inner: Cursor, key: str, field: Field) -> int | None:
    if key not in inner.data:
        return None
    if field.kind is Kind.WHOLE:
        value = inner.whole(key)
        if value is not None:
            _check_whole(inner, key, value, field)
        return value
    word = inner.text(key)
    if word not in field.words:
        note_unknown(inner, (key,), "unknown-word", word, field.words, field=field.id)
        return None
    return field.words.index(word)


def _check_whole(cursor: Cursor, key: str, value: int, field: Field) -> None:
    if not field.low <= value <= field.high:
        cursor.fault("outside-domain", key, field=field.id, value=value, low=field.low, high=field.high)


def _on_score(when: Cursor, name: str, bands: Sequence[Band]) -> Condition | None:
    before = when.faults.count
    test = _share(when) if name == SCORE else _band(when, bands)
    return None if when.faults.count != before or test is None else Condition(field=SCORE, test=test)


def _share(when: Cursor) -> ShareOfScore | None:
    inner = when.table(SCORE)
    if inner is None:
        return None
    low, below = (inner.share(key, Fraction(0)) if inner.has(key) else None for key in _SHARES)
    if low is None and below is None:
        when.fault("condition-asks-nothing", SCORE)
    elif low is not None and below is not None and low >= below:
        inner.fault("range-empty", "min_share", low=str(low), high=str(below))
    inner.close()
    return ShareOfScore(low, below)


def _band(when: Cursor, bands: Sequence[Band]) -> ShareOfScore | None:
    """The range of the score that the bands cover; they must stand beside each other."""
    words = when.texts(BAND)
    names = [band.id for band in bands]
    if not names:
        when.fault("no-bands", BAND)
        return None
    if not words:
        when.fault("list-empty", BAND)
        return None
    for index, word in enumerate(words):
        if word not in names:
            steps = (BAND, index) if isinstance(when.data[BAND], list) else (BAND,)
            note_unknown(when, steps, "unknown-band", word, names)
            return None
    places = sorted({names.index(word) for word in words})
    if places[-1] - places[0] + 1 != len(places):
        when.fault("bands-apart", BAND, known=tuple(names))
        return None
    below = bands[places[0] - 1].least if places[0] else None
    return ShareOfScore(bands[places[-1]].least, below)
