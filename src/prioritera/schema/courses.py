"""Where a rule of the destination table sends a need: `to`, `via` and `also`, with the network's actors and kinds."""

from prioritera.loading.rule_courses import ORIGIN, ROLES, SUPPORT
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import either, ident, listed, table, words


def course(known: Known) -> dict[str, Schema]:
    """The keys of a rule that say where a need goes."""
    end = words([ORIGIN, *known.actors]) if known.network else ident()
    stop = words(known.actors) if known.network else ident()
    via = either(stop, _one(known, "actor", stop), _one(known, "answer_to", stop))
    role: dict[str, Schema] = {"role": words(ROLES)}
    return {
        "to": either(end, *_targets(known, end, {})),
        "via": listed(via),
        "also": listed(either(end, *_targets(known, end, role))),
    }


def _targets(known: Known, end: Schema, more: dict[str, Schema]) -> list[Schema]:
    kinds = sorted({actor.kind for actor in known.network.actors.values()}) if known.network else []
    kind = words(kinds) if known.network else ident()
    return [
        _one(known, "actor", end, more),
        _one(known, "nearest", kind, more),
        _one(known, "contact_of", words([SUPPORT]), more),
    ]


def _one(known: Known, key: str, schema: Schema, more: dict[str, Schema] | None = None) -> Schema:
    return table(known, "course", {key: schema, **(more or {})}, required=(key,))
