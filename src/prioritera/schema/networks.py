"""Network files: kinds, actors, channels and mandates."""

from prioritera.model.network import BACK, FORWARD, LEVELS
from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import either, flag, ident, label, listed, named, some, suggested, table, text, whole, words


def network(known: Known) -> Schema:
    """A network, or a part of one that another includes."""
    head = {
        "id": ident(),
        "label": label(known),
        "include": some({"type": "string"}),
        "source": text(),
        "status": text(),
    }
    parts = {
        "network": table(known, "network-head", head, required=("id", "label")),
        "kinds": named(label(known)),
        "actors": listed(_actor(known)),
        "channels": listed(_channel(known)),
        "mandates": listed(_mandate(known)),
    }
    return table(known, "network", parts, required=("network",))


def _actor(known: Known) -> Schema:
    parts: dict[str, Schema] = {
        "id": ident(),
        "label": label(known),
        "kind": words(known.kinds),
        "level": words(LEVELS),
        "code": text(),
        "names": some({"type": "string"}),
        "member_of": some(words(known.actors) if known.actors else {"type": "string"}),
        "part_of": words(known.actors),
        "organisation": ident(),
        "other_authority": flag(),
        "contact": text(),
        "note": label(known),
        "source": text(),
        "status": text(),
    }
    return table(known, "actor", parts, required=("id", "label", "kind", "level"))


def _channel(known: Known) -> Schema:
    parts: dict[str, Schema] = {
        "id": ident(),
        "kind": words([*FORWARD, *BACK]),
        "from": either(words(known.actors), _of_kind(known, "kind")),
        "to": either(words(known.actors), *(_of_kind(known, key) for key in ("kind", "member_of", "members")), _part_of(known)),
        **_carried(known),
        "days": whole(0),
        "subject_to": words(known.actors),
        "source": text(),
        "status": text(),
    }
    return table(known, "channel", parts, required=("id", "kind", "from", "to"))


def _mandate(known: Known) -> Schema:
    actor = either(words(known.actors), _of_kind(known, "kind"))
    carried = _carried(known, least=1)
    return table(known, "mandate", {"actor": actor, **carried, "source": text(), "status": text()}, required=("actor", "outcomes"))


def _carried(known: Known, *, least: int = 0) -> dict[str, Schema]:
    """Outcomes and areas; a network may name those of other rule sets too, so the rule set's own are only suggested."""
    outcomes = tuple(known.rules.outcomes) if known.rules else ()
    return {"outcomes": some(suggested(outcomes, ident()), least=least), "areas": some(suggested(known.areas, ident()))}


def _of_kind(known: Known, key: str) -> Schema:
    return table(known, "end", {key: words(known.kinds)}, required=(key,))


def _part_of(known: Known) -> Schema:
    return table(known, "end", {"part_of": {"type": "boolean", "enum": [True]}}, required=("part_of",))
