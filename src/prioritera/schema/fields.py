"""Words and fields: vocabularies, outcomes, and what a rule set asks of a need."""

from prioritera.loading.rule_fields import REASONED, RESERVED
from prioritera.measures.declare import MEASURES
from prioritera.model.field import Kind
from prioritera.model.outcome import ENGINE_OUTCOMES
from prioritera.schema.known import Known, Schema
from prioritera.schema.policies import CONCLUDED
from prioritera.schema.shapes import always, either, flag, ident, label, listed, named, table, text, whole, words


def vocabularies(known: Known) -> Schema:
    """Lists of words, by name."""
    term = table(known, "term", {"id": ident(), "label": label(), "source": text(), "status": text()}, required=("id", "label"))
    return named(table(known, "vocabulary", {"terms": listed(term, least=1)}, required=("terms",)))


def outcomes(known: Known) -> Schema:
    """Where triage ends, by id."""
    parts = {
        "label": label(),
        "ranked": flag(),
        "look_again": flag(),
        "text": label(),
        "source": text(),
        "status": text(),
    }
    return named(table(known, "outcome", parts, required=("label",)), without=ENGINE_OUTCOMES)


def fields(known: Known) -> Schema:
    """The fields by id: one of each kind, or of each measure."""
    return named(either(*_written(known), *_derived(known)), without=RESERVED)


def _shared(known: Known) -> dict[str, Schema]:
    return {
        "label": label(),
        "question": label(),
        "find_out": flag(),
        "filled_by": text(),
        "barred_in": listed(bar(known)),
        "source": text(),
        "status": text(),
    }


def bar(known: Known) -> Schema:
    """For what a field or a criterion may not be used, and on what ground."""
    return table(known, "bar", {"object": ident(), "domain": ident(), "ground": label()}, required=("object", "domain", "ground"))


def _written(known: Known) -> list[Schema]:
    """A field that people fill in, or that a table concludes."""
    more: dict[Kind, tuple[dict[str, Schema], tuple[str, ...]]] = {
        Kind.CHOICE: ({"vocabulary": text(), "ordered": flag()}, ("vocabulary",)),
        Kind.SET: ({"vocabulary": text(), "empty": flag()}, ("vocabulary",)),
        Kind.WHOLE: ({"min": whole(), "max": whole(), "vocabulary": text()}, ("min", "max")),
        Kind.FLAG: ({}, ()),
    }
    concluded: dict[bool, Schema] = {True: flag(), False: always(False)}
    return [
        table(
            known,
            "field",
            {"kind": words([kind.value]), **_shared(known), "reason": words(REASONED), "concluded": concluded[kind in CONCLUDED], **keys},
            required=("kind", "label", *required),
        )
        for kind, (keys, required) in more.items()
    ]


def _derived(known: Known) -> list[Schema]:
    """A field of a measure, which takes its kind from it."""
    by_kind = {kind: [measure.id for measure in MEASURES.values() if measure.kind is kind] for kind in Kind}
    return [
        table(
            known,
            "field",
            {"derived": words(measures), "kind": words([kind.value]), "vocabulary": text(), **_shared(known)},
            required=("derived", "label"),
        )
        for kind, measures in by_kind.items()
        if measures
    ]
