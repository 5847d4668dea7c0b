"""Selections, as rule sets and rounds write them."""

from prioritera.model.selection import JUDGES, LIMITS, UNION
from prioritera.records.selection_names import groupings
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import day, either, ident, label, some, table, text, whole, words


def selection(known: Known) -> Schema:
    """Within limits, or the first of several groups together."""
    return either(_limits(known), _union(known), _of_judges(known))


def _limits(known: Known) -> Schema:
    bounds = {"min": whole(0), "max": whole(0)}
    group = table(known, "selection-limits", bounds)
    groups: Schema = {"type": "object", "additionalProperties": group}
    parts: dict[str, Schema] = {**_any(known, LIMITS), "size": whole(1), "per": _per(known, LIMITS), **bounds, "groups": groups}
    some_limit: Schema = {
        "anyOf": [{"required": ["size"]}, {"required": ["per"], "anyOf": [{"required": [key]} for key in (*bounds, "groups")]}]
    }
    return {
        **table(known, "selection", parts, required=("id",)),
        **some_limit,
        "dependencies": {key: ["per"] for key in (*bounds, "groups")},
    }


def _union(known: Known) -> Schema:
    per: Schema = {"allOf": [_per(known, UNION), {"not": {"enum": [JUDGES]}}]}
    return table(known, "selection", {**_any(known, UNION), "top": whole(1), "per": per}, required=("id", "kind", "top"))


def _of_judges(known: Known) -> Schema:
    judged = [one.id for one in known.criteria if one.judged is not None]
    parts: dict[str, Schema] = {**_any(known, UNION), "top": whole(1), "per": words([JUDGES]), "criterion": words(judged)}
    return table(known, "selection", parts, required=("id", "kind", "top", "per", "criterion"))


def _any(known: Known, kind: str) -> dict[str, Schema]:
    """What every selection may say."""
    texts = {key: text() for key in ("decided_by", "source", "status")}
    return {
        "id": ident(),
        "chosen": some(text()),
        "kind": words([kind]),
        "label": label(),
        "areas": some(words(known.areas)),
        "outcomes": some({"type": "string"}),
        "destinations": some({"type": "string"}),
        **texts,
        "on": day(),
        "because": label(),
    }


def _per(known: Known, kind: str) -> Schema:
    return words(groupings(known.rules, kind)) if known.rules else text()
