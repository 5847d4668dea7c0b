"""Rule set files, whole: words, fields, tables, criteria, and what stands around them; and files of words alone."""

from prioritera.loading.rule_layers import REMOVABLE
from prioritera.loading.rule_lists import DESTINATION, PREFERENCES
from prioritera.loading.rule_set import TRIAGE
from prioritera.loading.rule_words import AREA, OUTCOME
from prioritera.model.field import Kind
from prioritera.schema.conditions import conditions_defined, when
from prioritera.schema.courses import course_defined
from prioritera.schema.criteria import criteria, weights
from prioritera.schema.fields import fields, outcomes, vocabularies
from prioritera.schema.known import Known, Schema
from prioritera.schema.selections import selection
from prioritera.schema.shapes import day, either, ident, label, listed, named, share, some, table, text, words
from prioritera.schema.tables import destination, tables, tables_defined, tables_together, triage


def rules(known: Known) -> Schema:
    """A rule set file."""
    parts = {
        "ruleset": _head(known),
        "vocabularies": vocabularies(known),
        "outcomes": outcomes(known),
        "fields": fields(known),
        "tables": tables(known),
        "triage": triage(known),
        "criteria": criteria(known),
        "weights": weights(known),
        "bands": named(table(known, "band", {"least": share(), "label": label()}, required=("least",)), least=1),
        "missing": table(known, "missing", {"min_known": share(), "propose_leaving_out_above": share(), "status": text()}),
        "lists": table(known, "lists", {"key": some(_list_key(known)), "not_comparable": _not_comparable(known)}),
        "tie_breakers": listed(either(*_tie_breakers(known))),
        "classes": table(known, "classes", {"field": words(_ordered(known)), "prefer": words(PREFERENCES)}, required=("field",)),
        "forbidden": listed(_forbidden(known), least=1),
        "selections": listed(selection(known)),
        "destination": destination(known),
    }
    return {**table(known, "rules", parts, required=("ruleset",)), **_whole_unless_extending(known)}


def rules_defined(known: Known) -> dict[str, Schema]:
    """The conditions that a rule set's tables can have, one a field; actors; and rules that others stand beside."""
    return {**conditions_defined(known), **course_defined(known), **tables_defined(known)}


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
        "valid_from": day(),
        "valid_to": day(),
        "vocabularies": some({"type": "string"}),
        **texts,
        "remove": remove,
    }
    return table(known, "ruleset", parts, required=("id", "version", "label"))


def _whole_unless_extending(known: Known) -> Schema:
    """What a rule set that extends no other must hold itself; and what must go together in its tables, whether it does or not."""
    has_rules: Schema = {"required": ["rules"], "properties": {"rules": {"minItems": 1}}}
    return {
        "if": {"properties": {"ruleset": {"required": ["extends"], "additionalProperties": True}}, "additionalProperties": True},
        "then": {"properties": tables_together(known, alone=False), "additionalProperties": True},
        "else": {
            "required": [TRIAGE, DESTINATION],
            "anyOf": [{"required": ["criteria", "weights"]}, {"required": ["classes"]}],
            "properties": {
                "ruleset": {"required": ["areas"], "additionalProperties": True},
                "criteria": {"minProperties": 1, "additionalProperties": True},
                DESTINATION: {**has_rules, "additionalProperties": True},
                **tables_together(known, alone=True),
            },
            "additionalProperties": True,
        },
    }


def _list_key(known: Known) -> Schema:
    able = [ident for ident, field in known.fields.items() if field.kind in {Kind.CHOICE, Kind.FLAG}]
    return words(list(dict.fromkeys([AREA, OUTCOME, DESTINATION, *able]))) if known.rules else text()


def _not_comparable(known: Known) -> Schema:
    able = [ident for ident, field in known.fields.items() if field.kind in {Kind.CHOICE, Kind.FLAG} and ident != OUTCOME]
    by = words(list(dict.fromkeys([AREA, *able]))) if known.rules else text()
    return table(known, "not_comparable", {"by": by, "because": label(), "source": text(), "status": text()}, required=("by", "because"))


def _ordered(known: Known) -> list[str]:
    return [ident for ident, field in known.fields.items() if field.ordered or field.kind in {Kind.WHOLE, Kind.FLAG}]


def _forbidden(known: Known) -> Schema:
    parts = {"id": ident(), "when": when(known, in_destination=False), "because": label(), "source": text(), "status": text()}
    return table(known, "forbidden", parts, required=("id", "when", "because"))


def _tie_breakers(known: Known) -> list[Schema]:
    """A field with an order, or a criterion with bounds."""
    ordered = _ordered(known)
    bounded = [criterion.id for criterion in known.criteria if criterion.low is not None and criterion.high is not None]
    prefer = {"prefer": words(PREFERENCES)}
    return [
        table(known, "tie_breaker", {key: words(able), **prefer}, required=(key,))
        for key, able in (("field", ordered), ("criterion", bounded))
    ]
