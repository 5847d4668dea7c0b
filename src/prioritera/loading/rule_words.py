"""The words of a rule set: vocabularies and outcomes, and the two fields that every rule set has without declaring them."""

from collections.abc import Mapping, Sequence

from prioritera.diagnostics import Faults, Related
from prioritera.loading.rule_layers import Layer
from prioritera.loading.structure import Items, label_or_none, read_label
from prioritera.model.field import Field, Kind, Origin, Term
from prioritera.model.outcome import ENGINE_OUTCOMES, FACT_NEEDED, Outcome
from prioritera.model.text import Label
from prioritera.reading.cursor import Cursor
from prioritera.words.catalogue import say

AREA = "area"
OUTCOME = "outcome"

Words = Mapping[str, tuple[Term, ...]]


def read_vocabularies(layers: Sequence[Layer], faults: Faults) -> dict[str, tuple[Term, ...]]:
    """The terms of every vocabulary, in order. Over layers they merge: the same id is replaced where it stands, a new one comes last."""
    merged: dict[str, dict[str, Term]] = {}
    for layer in layers:
        own: Items = {}
        for cursor in layer.cursors:
            for name, vocabulary in cursor.named("vocabularies"):
                if name in own:
                    faults.add("duplicate-id", vocabulary.here, value=name, related=(Related(span=own[name].here, role="first"),))
                    continue
                own[name] = vocabulary
        for name, vocabulary in own.items():
            merged[name] = {**merged.get(name, {}), **_terms(vocabulary, faults)}
    return {name: tuple(terms.values()) for name, terms in merged.items()}


def _terms(vocabulary: Cursor, faults: Faults) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    first: Items = {}
    rows = vocabulary.tables("terms")
    if not rows and not vocabulary.data.get("terms"):
        faults.add("no-terms", vocabulary.here, value=str(vocabulary.path[-1]))
    for row in rows:
        ident = row.ident("id")
        if ident in first:
            faults.add("duplicate-id", row.at("id"), value=ident, related=(Related(span=first[ident].at("id"), role="first"),))
        else:
            first[ident] = row
        label = read_label(row, "label")
        terms[ident] = Term(id=ident, label=label, source=row.text("source", ""), status=row.text("status", ""))
        row.close()
    vocabulary.close()
    return terms


def read_outcomes(items: Items, faults: Faults) -> dict[str, Outcome]:
    """The outcomes of triage, by id."""
    outcomes = {}
    for ident, cursor in items.items():
        if ident in ENGINE_OUTCOMES:
            faults.add("outcome-reserved", cursor.here, value=ident, known=ENGINE_OUTCOMES)
        outcomes[ident] = Outcome(
            id=ident,
            label=read_label(cursor, "label"),
            ranked=cursor.flag("ranked", default=False),
            look_again=cursor.flag("look_again", default=False),
            text=label_or_none(cursor, "text"),
            source=cursor.text("source", ""),
            status=cursor.text("status", ""),
            span=cursor.here,
        )
        cursor.close()
    return outcomes


def built_in_fields(areas: tuple[Term, ...], outcomes: Mapping[str, Outcome]) -> dict[str, Field]:
    """The need's area, which is a fact that no need lacks, and the outcome, which triage concludes for the destination table to read."""
    words = [Term(id=outcome.id, label=outcome.label) for outcome in outcomes.values()]
    words.append(Term(id=FACT_NEEDED, label=_label("terms.outcomes.fact-needed")))
    return {
        AREA: Field(id=AREA, kind=Kind.CHOICE, label=_label("terms.area"), terms=areas),
        OUTCOME: Field(id=OUTCOME, kind=Kind.CHOICE, origin=Origin.CONCLUSION, label=_label("terms.outcome"), terms=words),
    }


def _label(key: str) -> Label:
    return Label(sv=say("sv", key), en=say("en", key))
