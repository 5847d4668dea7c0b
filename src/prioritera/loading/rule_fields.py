"""Fields: what a rule set's conditions may ask about. Those of a measure take kind, bounds and words from it."""

from collections.abc import Mapping
from typing import Any

from prioritera.diagnostics import Faults
from prioritera.loading.rule_words import AREA, OUTCOME, Words
from prioritera.loading.structure import Items, label_or_none, read_bars, read_label
from prioritera.measures.declare import MEASURES, Measure
from prioritera.model.field import Field, Kind, Origin, Term
from prioritera.model.text import Label
from prioritera.reading.close import shortened
from prioritera.reading.cursor import Cursor

# Ids that no field and no criterion may have: they mean something of their own in conditions, or name a column of a needs file.
# Whether whoever states a fact must say why.
REASONED = ("required", "optional")
RESERVED = frozenset(
    {AREA, OUTCOME, "score", "band", "destination", "id", "title", "wording", "origin", "backing", "decided"}
    | {
        "source",
        "support",
        "intervention",
        "context",
        "comparison",
        "benefit",
        "note",
        "forum",
        "persons",
        "consequence",
        "example",
        "tried",
    }
)


def read_fields(items: Items, words: Words, faults: Faults) -> dict[str, Field]:
    """The fields by id; one with a fault is noted and left out."""
    fields = {}
    for ident, cursor in items.items():
        before = faults.count
        if ident in RESERVED:
            faults.add("reserved-id", cursor.here, value=ident)
        field = _field(ident, cursor, words)
        cursor.close()
        if faults.count == before and field is not None:
            fields[ident] = field
    return fields


def _field(ident: str, cursor: Cursor, words: Words) -> Field | None:
    shared: dict[str, Any] = {
        "id": ident,
        "label": read_label(cursor, "label"),
        "question": label_or_none(cursor, "question"),
        "status": cursor.text("status", ""),
        "source": cursor.text("source", ""),
        "filled_by": cursor.text("filled_by", ""),
        "find_out": cursor.flag("find_out", default=True),
        "bars": read_bars(cursor),
        "span": cursor.here,
    }
    if cursor.has("derived"):
        return _derived(cursor, words, shared)
    origin = Origin.CONCLUSION if cursor.flag("concluded", default=False) else Origin.FACT
    if origin is Origin.FACT:
        shared["reason"] = cursor.choice("reason", REASONED, REASONED[1]) == REASONED[0]
    kind = cursor.choice("kind", [kind.value for kind in Kind])
    if kind == Kind.WHOLE:
        return _whole(cursor, words, origin, shared)
    if kind == Kind.FLAG:
        return Field(kind=Kind.FLAG, origin=origin, **shared)
    if kind in {Kind.CHOICE, Kind.SET}:
        return _wordy(cursor, Kind(kind), words, origin, shared)
    for key in ("vocabulary", "ordered", "empty", "min", "max"):
        cursor.has(key)
    return None


def _whole(cursor: Cursor, words: Words, origin: Origin, shared: dict[str, Any]) -> Field | None:
    low, high = cursor.whole("min", required=True), cursor.whole("max", required=True)
    terms = _terms(cursor, words) if cursor.has("vocabulary") else ()
    if low is None or high is None:
        return None
    if low > high:
        cursor.fault("range-empty", "min", low=low, high=high)
    elif terms and len(terms) != high - low + 1:
        cursor.fault("terms-do-not-cover", "vocabulary", terms=len(terms), count=high - low + 1, low=low, high=high)
    return Field(kind=Kind.WHOLE, origin=origin, low=low, high=high, terms=terms, **shared)


def _wordy(cursor: Cursor, kind: Kind, words: Words, origin: Origin, shared: dict[str, Any]) -> Field:
    terms = _terms(cursor, words)
    if kind is Kind.SET:
        return Field(kind=kind, origin=origin, terms=terms, may_be_empty=cursor.flag("empty", default=True), **shared)
    return Field(kind=kind, origin=origin, terms=terms, ordered=cursor.flag("ordered", default=False), **shared)


def _terms(cursor: Cursor, words: Words) -> tuple[Term, ...]:
    name = cursor.text("vocabulary")
    if name and name not in words:
        cursor.unknown("unknown-vocabulary", "vocabulary", name, tuple(words))
    return words.get(name, ())


def _derived(cursor: Cursor, words: Words, shared: dict[str, Any]) -> Field | None:
    name = cursor.choice("derived", tuple(MEASURES))
    if name not in MEASURES:
        cursor.has("vocabulary")
        return None
    measure = MEASURES[name]
    if cursor.has("kind") and cursor.data["kind"] != measure.kind:
        cursor.fault("derived-kind", "kind", value=str(cursor.data["kind"]), measure=name, kind=measure.kind.value)
    terms = _measure_terms(cursor, measure, words)
    return Field(
        kind=measure.kind,
        origin=Origin.DERIVED,
        terms=terms,
        ordered=measure.ordered,
        low=measure.low,
        high=measure.high,
        measure=name,
        **shared,
    )


def _measure_terms(cursor: Cursor, measure: Measure, words: Words) -> tuple[Term, ...]:
    """The measure's own words in its own order with the vocabulary's labels; of a count, the vocabulary's words from the least up."""
    if not cursor.has("vocabulary"):
        return tuple(Term(id=word, label=Label(sv=word, en=word)) for word in measure.words)
    terms = _terms(cursor, words)
    if not terms:
        return ()
    if measure.kind is Kind.WHOLE:
        count = measure.high - measure.low + 1
        if len(terms) != count:
            cursor.fault("terms-do-not-cover", "vocabulary", terms=len(terms), count=count, low=measure.low, high=measure.high)
        return terms
    by_id: Mapping[str, Term] = {term.id: term for term in terms}
    extra = tuple(word for word in by_id if word not in measure.words)
    lacking = tuple(word for word in measure.words if word not in by_id)
    if extra or lacking:
        cursor.fault("derived-words", "vocabulary", measure=measure.id, known=shortened(measure.words))
        return ()
    return tuple(by_id[word] for word in measure.words)
