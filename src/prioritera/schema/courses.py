"""Where a rule of the destination table sends a need: `to`, `via` and `also`, with the network's actors and kinds."""

from prioritera.loading.rule_courses import ORIGIN, ROLES, SUPPORT
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import either, ident, listed, ref, table, words


def course(known: Known) -> dict[str, Schema]:
    """The keys of a rule that say where a need goes."""
    end, stop = ref("target"), ref("actor")
    via = either(stop, _one(known, "actor", stop), _one(known, "answer_to", stop))
    role: dict[str, Schema] = {"role": words(ROLES)}
    return {
        "to": either(end, *_targets(known, end, {})),
        "via": listed(via),
        "also": listed(either(end, *_targets(known, end, role))),
    }


def course_defined(known: Known) -> dict[str, Schema]:
    """An actor, an actor or the sender, and a kind of actor: the network's own, or any id without one."""
    if known.network is None:
        return {"actor": ident(), "target": ident(), "kind": ident()}
    kinds = sorted({actor.kind for actor in known.network.actors.values()})
    return {"actor": words(known.actors), "target": words([ORIGIN, *known.actors]), "kind": words(kinds)}


def _targets(known: Known, end: Schema, more: dict[str, Schema]) -> list[Schema]:
    return [
        _one(known, "actor", end, more),
        _one(known, "nearest", ref("kind"), more),
        _one(known, "contact_of", words([SUPPORT]), more),
    ]


def _one(known: Known, key: str, schema: Schema, more: dict[str, Schema] | None = None) -> Schema:
    return table(known, "course", {key: schema, **(more or {})}, required=(key,))
