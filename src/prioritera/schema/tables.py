"""Decision tables: those that conclude fields, triage and the destination table, each with its rules and its default."""

from collections.abc import Collection, Mapping

from prioritera.loading.rule_lists import DESTINATION
from prioritera.loading.rule_policies import DESTINATION_POLICIES, TRIAGE_POLICIES
from prioritera.loading.rule_set import TRIAGE
from prioritera.loading.rule_words import OUTCOME
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.table import RANKED, Hit
from prioritera.schema.conditions import when
from prioritera.schema.courses import course
from prioritera.schema.described import marked, of_labels, of_terms
from prioritera.schema.known import Known, Schema
from prioritera.schema.policies import CONCLUDED, aggregates_of, hits_of, together
from prioritera.schema.shapes import either, ident, label, listed, named, ref, some, suggested, table, text, whole, words

_WHEN = "when"
_WHEN_IN_DESTINATION = "when-in-destination"


def tables_defined(known: Known) -> dict[str, Schema]:
    """The conditions of a rule, in the destination table and in others, and the rules that a rule may stand beside."""
    found = [rule.id for one in (known.rules.all_tables if known.rules else ()) for rule in one.rules]
    return {
        _WHEN: when(known, in_destination=False),
        _WHEN_IN_DESTINATION: when(known, in_destination=True),
        "rule": suggested(list(dict.fromkeys(found)), text()),
    }


def tables(known: Known) -> Schema:
    """The classifying tables by id; one of the rule set's own is completed with the words and the policies of the field it concludes."""
    concluded = [ident for ident, field in known.fields.items() if field.origin is Origin.CONCLUSION and ident != OUTCOME]
    own = known.rules.tables if known.rules else ()
    properties = {
        one.id: {
            "description": one.label.say(known.language) if one.label else one.id,
            **_table(known, concluded, known.fields[one.concludes]),
        }
        for one in own
    }
    found = named(_table(known, concluded, None), without=(TRIAGE, DESTINATION))
    return {**found, **({"properties": properties} if properties else {})}


def _table(known: Known, concluded: list[str], field: Field | None) -> Schema:
    kinds = CONCLUDED if field is None else (field.kind,)
    then, word = _then(known, field)
    # A table that counts its rules lets them say nothing.
    required = ("then",) if field and field.kind is not Kind.WHOLE else ()
    made, order = aggregates_of(kinds), {"order": _order(word)} if RANKED & {*hits_of(kinds)} else {}
    keys = _table_keys(known, {"then": then}, OUTCOME, hits_of(kinds), required=required, of_default=("then",))
    return table(known, "table", {"concludes": words(concluded), **keys, **({"aggregate": words(made)} if made else {}), **order})


def _then(known: Known, field: Field | None) -> tuple[Schema, Schema]:
    """The conclusion of a rule, and each word of an order."""
    if field is None:
        return either(text(), whole()), text()
    said = {"description": "\n".join([marked(field.label, field.status, known.language), *of_terms(field.terms, known.language)])}
    return {**said, **(whole() if field.kind is Kind.WHOLE else words(field.words))}, words(field.words)


def _order(word: Schema) -> Schema:
    return either(word, {**listed(word), "uniqueItems": True})


def triage(known: Known) -> Schema:
    """Triage, which concludes an outcome."""
    outcome = text() if known.rules is None else _outcome(known)
    keys = _table_keys(known, {"outcome": outcome}, OUTCOME, TRIAGE_POLICIES)
    word = {key: value for key, value in outcome.items() if key != "description"}
    return table(known, "table", {**keys, "order": _order(word)})


def _outcome(known: Known) -> Schema:
    found = known.fields[OUTCOME]
    outcomes = known.rules.outcomes if known.rules else {}
    labels = [(one.id, one.label, one.status) for one in outcomes.values()]
    about = of_labels([*labels, (FACT_NEEDED, found.term(FACT_NEEDED).label, "")], known.language)
    return {"description": f"{known.say('rule.outcome')}\n{about}", **words([*outcomes, FACT_NEEDED])}


def destination(known: Known) -> Schema:
    """The destination table, which concludes a course."""
    return table(known, "table", _table_keys(known, course(known), "", DESTINATION_POLICIES, required=("to",)))


def _table_keys(
    known: Known,
    then: Mapping[str, Schema],
    unread: str,
    hits: Collection[Hit],
    *,
    required: tuple[str, ...] | None = None,
    of_default: tuple[str, ...] | None = None,
) -> dict[str, Schema]:
    """The keys of a table whose rules conclude what `then` says; its rules may not read the field `unread`."""
    asked = [field for field in known.fields if field != unread]
    said: dict[str, Schema] = {
        **then,
        "ask": some(words(asked) if asked else {"type": "string"}),
        "because": label(),
        "source": text(),
        "status": text(),
    }
    when_ = ref(_WHEN if unread else _WHEN_IN_DESTINATION)
    parts: dict[str, Schema] = {"id": ident(), "when": when_, **said, "before": ref("rule"), "after": ref("rule")}
    concludes = tuple(then) if required is None else required
    return {
        "label": label(),
        "hit": words(hits),
        "rules": listed(table(known, "rule", parts, required=("id", *concludes))),
        "default": table(known, "rule", {"id": ident(), **said}, required=of_default or concludes),
        "remove": some({"type": "string"}),
    }


def tables_together(known: Known, *, alone: bool) -> dict[str, Schema]:
    """What must go together in the tables of a rule set, by their hit policies; in one that stands alone each table is whole by itself.

    So is one that the known rule set has not: there is none below it.
    """
    own = {
        one.id: _whole_table((known.fields[one.concludes].kind,), "then", alone=alone)
        for one in (known.rules.tables if known.rules else ())
    }
    return {
        "tables": {"properties": own, "additionalProperties": _whole_table(CONCLUDED, "then", alone=alone or known.rules is not None)},
        TRIAGE: _whole_table((Kind.CHOICE,), "outcome", alone=alone),
    }


def _whole_table(kinds: Collection[Kind], key: str, *, alone: bool) -> Schema:
    required = ["rules"] if key == "outcome" else ["concludes", "rules"]
    itself: Schema = {"required": required, "properties": {"rules": {"minItems": 1}}} if alone else {}
    return {**itself, **together(kinds, key, alone=alone)}
