"""Network files: kinds, actors, channels and mandates."""

from prioritera.model.network import BACK, FORWARD, LEVELS
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import (
    always,
    day_or_year,
    either,
    flag,
    ident,
    label,
    listed,
    named,
    ref,
    some,
    suggested,
    table,
    text,
    whole,
    words,
)


def network(known: Known) -> Schema:
    """A network, or a part of one that another includes."""
    head = {
        "id": ident(),
        "label": label(),
        "include": some({"type": "string"}),
        "source": text(),
        "status": text(),
    }
    parts = {
        "network": table(known, "network-head", head, required=("id", "label")),
        "kinds": named(label()),
        "counties": named(label()),
        "actors": listed(_actor(known)),
        "channels": listed(_channel(known)),
        "mandates": listed(_mandate(known)),
    }
    return table(known, "network", parts, required=("network",))


def network_defined(known: Known) -> dict[str, Schema]:
    """The network's own actors and kinds, or any text without one."""
    return {
        "actor": words(known.actors),
        "kind": words(known.kinds),
        "outcome": suggested(tuple(known.rules.outcomes) if known.rules else (), ident()),
        "area": suggested(known.areas, ident()),
    }


def _actor(known: Known) -> Schema:
    parts: dict[str, Schema] = {
        "id": ident(),
        "label": label(),
        "kind": ref("kind"),
        "level": words(LEVELS),
        "code": text(),
        "names": some({"type": "string"}),
        "member_of": some(ref("actor")),
        "part_of": ref("actor"),
        "organisation": ident(),
        "other_authority": flag(),
        "contact": text(),
        "note": label(),
        "county": text(),
        "population": table(known, "population", {"persons": whole(0), "year": whole(1)}, required=("persons", "year")),
        "valid_from": day_or_year(),
        "valid_to": day_or_year(),
        "source": text(),
        "status": text(),
    }
    return table(known, "actor", parts, required=("id", "label", "kind", "level"))


def _channel(known: Known) -> Schema:
    parts: dict[str, Schema] = {
        "id": ident(),
        "kind": words([*FORWARD, *BACK]),
        "from": either(ref("actor"), _of_kind(known, "kind")),
        "to": either(ref("actor"), *(_of_kind(known, key) for key in ("kind", "member_of", "members")), _part_of(known)),
        **_carried(),
        "days": whole(0),
        "subject_to": ref("actor"),
        "source": text(),
        "status": text(),
    }
    return table(known, "channel", parts, required=("id", "kind", "from", "to"))


def _mandate(known: Known) -> Schema:
    actor = either(ref("actor"), _of_kind(known, "kind"))
    carried = _carried(least=1)
    return table(known, "mandate", {"actor": actor, **carried, "source": text(), "status": text()}, required=("actor", "outcomes"))


def _carried(*, least: int = 0) -> dict[str, Schema]:
    """Outcomes and areas; a network may name those of other rule sets too, so the rule set's own are suggested."""
    return {"outcomes": some(ref("outcome"), least=least), "areas": some(ref("area"))}


def _of_kind(known: Known, key: str) -> Schema:
    return table(known, "end", {key: ref("kind")}, required=(key,))


def _part_of(known: Known) -> Schema:
    return table(known, "end", {"part_of": always(True)}, required=("part_of",))
