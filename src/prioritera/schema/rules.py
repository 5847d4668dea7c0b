"""Rule set files, whole: words, fields, tables, criteria, and what stands around them; and files of words alone."""

from collections.abc import Mapping

from prioritera.loading.rule_layers import REMOVABLE
from prioritera.loading.rule_lists import DESTINATION, PREFERENCES
from prioritera.loading.rule_set import TRIAGE
from prioritera.loading.rule_words import AREA, OUTCOME
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.table import Hit
from prioritera.schema.conditions import conditions_defined, when
from prioritera.schema.courses import course, course_defined
from prioritera.schema.criteria import criteria, weights
from prioritera.schema.described import marked, of_labels, of_terms
from prioritera.schema.fields import fields, outcomes, vocabularies
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import either, ident, label, listed, named, ref, share, some, suggested, table, text, words

_WHEN = "when"
_WHEN_IN_DESTINATION = "when-in-destination"


def rules(known: Known) -> Schema:
    """A rule set file."""
    parts = {
        "ruleset": _head(known),
        "vocabularies": vocabularies(known),
        "outcomes": outcomes(known),
        "fields": fields(known),
        "tables": _tables(known),
        "triage": _triage(known),
        "criteria": criteria(known),
        "weights": weights(known),
        "bands": named(table(known, "band", {"least": share(), "label": label()}, required=("least",)), least=1),
        "missing": table(known, "missing", {"min_known": share(), "propose_leaving_out_above": share()}),
        "lists": table(known, "lists", {"key": some(_list_key(known))}),
        "tie_breakers": listed(either(*_tie_breakers(known))),
        "destination": _destination(known),
    }
    return {**table(known, "rules", parts, required=("ruleset",)), **_whole_unless_extending()}


def rules_defined(known: Known) -> dict[str, Schema]:
    """The conditions that a rule set's tables can have, one a field; actors; and rules that others stand beside."""
    return {
        _WHEN: when(known, in_destination=False),
        _WHEN_IN_DESTINATION: when(known, in_destination=True),
        **conditions_defined(known),
        **course_defined(known),
        "rule": suggested(_rule_ids(known), text()),
    }


def vocabulary(known: Known) -> Schema:
    """A file of words that rule sets name: vocabularies and outcomes only."""
    parts = {"vocabularies": vocabularies(known), "outcomes": outcomes(known)}
    return {**table(known, "rules", parts), "anyOf": [{"required": [key]} for key in parts]}


def _head(known: Known) -> Schema:
    remove = table(known, "remove", {key: some({"type": "string"}) for key in REMOVABLE})
    texts = {key: text() for key in ("areas", "extends", "status", "owner", "source", "object", "domain")}
    parts: dict[str, Schema] = {
        "id": ident(),
        "version": text(),
        "label": label(),
        "about": label(),
        "vocabularies": some({"type": "string"}),
        **texts,
        "remove": remove,
    }
    return table(known, "ruleset", parts, required=("id", "version", "label"))


def _whole_unless_extending() -> Schema:
    """What a rule set that extends no other must hold itself."""
    has_rules: Schema = {"required": ["rules"], "properties": {"rules": {"minItems": 1}}}
    return {
        "if": {"properties": {"ruleset": {"required": ["extends"], "additionalProperties": True}}, "additionalProperties": True},
        "else": {
            "required": ["criteria", "weights", TRIAGE, DESTINATION],
            "properties": {
                "ruleset": {"required": ["areas"], "additionalProperties": True},
                "criteria": {"minProperties": 1, "additionalProperties": True},
                TRIAGE: {**has_rules, "additionalProperties": True},
                DESTINATION: {**has_rules, "additionalProperties": True},
                "tables": {"additionalProperties": {**has_rules, "required": ["concludes", "rules"], "additionalProperties": True}},
            },
            "additionalProperties": True,
        },
    }


def _tables(known: Known) -> Schema:
    """The classifying tables by id; what one of the rule set's own concludes is completed with the words of its field."""
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
    then = {"then": {"description": _meanings(known, field), **words(field.words)} if field else text()}
    return table(known, "table", {"concludes": words(concluded), **_table_keys(known, then, OUTCOME)})


def _meanings(known: Known, field: Field) -> str:
    return "\n".join([marked(field.label, field.status, known.language), *of_terms(field.terms, known.language)])


def _triage(known: Known) -> Schema:
    if known.rules is None:
        return table(known, "table", _table_keys(known, {"outcome": text()}, OUTCOME))
    labels = [(one.id, one.label, one.status) for one in known.rules.outcomes.values()]
    fact_needed = [("", known.fields[OUTCOME].term(FACT_NEEDED).label, "")]
    about = of_labels([*labels, *((FACT_NEEDED, found, status) for _, found, status in fact_needed)], known.language)
    outcome = {"description": f"{known.say('rule.outcome')}\n{about}", **words([*known.rules.outcomes, FACT_NEEDED])}
    return table(known, "table", _table_keys(known, {"outcome": outcome}, OUTCOME))


def _destination(known: Known) -> Schema:
    return table(known, "table", _table_keys(known, course(known), "", required=("to",)))


def _table_keys(known: Known, then: Mapping[str, Schema], unread: str, *, required: tuple[str, ...] | None = None) -> dict[str, Schema]:
    """The keys of a table whose rules conclude what `then` says; its rules may not read the field `unread`."""
    asked = [field for field in known.fields if field != unread]
    parts: dict[str, Schema] = {
        "id": ident(),
        "when": ref(_WHEN if unread else _WHEN_IN_DESTINATION),
        **then,
        "ask": some(words(asked) if asked else {"type": "string"}),
        "because": label(),
        "source": text(),
        "status": text(),
        "before": ref("rule"),
        "after": ref("rule"),
    }
    rule = table(known, "rule", parts, required=("id", *(tuple(then) if required is None else required)))
    return {
        "label": label(),
        "hit": words([hit.value for hit in Hit]),
        "rules": listed(rule),
        "remove": some({"type": "string"}),
    }


def _rule_ids(known: Known) -> list[str]:
    found = [rule.id for one in (known.rules.all_tables if known.rules else ()) for rule in one.rules]
    return list(dict.fromkeys(found))


def _list_key(known: Known) -> Schema:
    able = [ident for ident, field in known.fields.items() if field.kind in {Kind.CHOICE, Kind.FLAG}]
    return words(list(dict.fromkeys([AREA, OUTCOME, DESTINATION, *able]))) if known.rules else text()


def _tie_breakers(known: Known) -> list[Schema]:
    """A field with an order, or a criterion with bounds."""
    ordered = [ident for ident, field in known.fields.items() if field.ordered or field.kind in {Kind.WHOLE, Kind.FLAG}]
    bounded = [criterion.id for criterion in known.criteria if criterion.low is not None and criterion.high is not None]
    prefer = {"prefer": words(PREFERENCES)}
    return [
        table(known, "tie_breaker", {key: words(able), **prefer}, required=(key,))
        for key, able in (("field", ordered), ("criterion", bounded))
    ]
