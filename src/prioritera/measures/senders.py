"""A sender as it was recorded, and as it may turn out to be: whom it stands for under each backing that it can have."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import attrs

from prioritera.measures.bodies import Bodies
from prioritera.measures.declare import DISTINCT_ORGANISATIONS, MEASURES
from prioritera.measures.standing import Standing, either, exactly, fewest
from prioritera.model.need import BACKINGS, Origin
from prioritera.model.network import LEVELS

INDIVIDUAL, UNIT, MUNICIPALITY, FORUM, ALL = BACKINGS
LOCAL = LEVELS[0]
# Backings by which a sender speaks for others than itself.
JOINT = (FORUM, ALL)

# So many that no bound is said.
_MANY = MEASURES[DISTINCT_ORGANISATIONS].high


@attrs.frozen(kw_only=True, cache_hash=True)
class Sender:
    """What the measures read of a need's origin, and nothing else: needs with the same senders are derived from alike.

    One without `actor` is unknown, or `at_least` so many. `from_forum` says that the forum is named.
    """

    actor: str = ""
    at_least: int = 0
    of: str = ""
    within: str = ""
    backing: str = ""
    decided: str = ""
    from_forum: bool = False
    covers: tuple[str, ...] | int | Literal["all"] | None = None
    present: tuple[str, ...] | int | None = None


def senders(origins: Sequence[Origin]) -> tuple[Sender, ...]:
    """The senders of a need. One that says nothing of its senders has one that is not known."""
    return tuple(
        Sender(
            actor=origin.actor,
            at_least=origin.at_least,
            of=origin.of,
            within=origin.within,
            backing=origin.backing,
            decided=origin.decided,
            from_forum=bool(origin.forum),
            covers=origin.covers,
            present=origin.present,
        )
        for origin in origins
    ) or (Sender(),)


@lru_cache(maxsize=4096)
def stands_for(sender: Sender, bodies: Bodies) -> Standing:
    """Whom a sender stands for, whichever of its possible backings it has."""
    return either([standing(sender, backing, bodies) for backing in backings(sender, bodies)])


def backings(sender: Sender, bodies: Bodies) -> tuple[str, ...]:
    """The backings that a sender can have: the recorded one, otherwise all that such an actor can have at most.

    A municipality, a unit or another local body speaks for itself, unless it is recorded whom a forum covered or who was present.
    """
    if sender.backing:
        return (sender.backing,)
    recorded = sender.covers is not None or sender.present is not None
    return BACKINGS if recorded or not _is_local(sender, bodies) else (INDIVIDUAL, UNIT, MUNICIPALITY)


def standing(sender: Sender, backing: str, bodies: Bodies) -> Standing:
    """Whom a sender stands for, if this is its backing: itself; one municipality; those present; or all.

    One that speaks for others is counted itself only when it is a local body or when nobody else is known.
    """
    if sender.at_least:
        return _of_a_number(sender, backing, bodies)
    if backing in JOINT:
        return _of_a_forum(sender, backing, bodies)
    if backing == MUNICIPALITY and not _is_local(sender, bodies):
        pool = bodies.speaks_for(sender.actor) if sender.actor else None
        some = bodies.municipal if pool is None else pool
        return Standing(frozenset(), 1, 1, some) if some else _itself(sender, bodies)
    return _itself(sender, bodies)


def _itself(sender: Sender, bodies: Bodies) -> Standing:
    return exactly(bodies.organisations([sender.actor])) if sender.actor else Standing(frozenset(), 1, 1, None)


def _of_a_forum(sender: Sender, backing: str, bodies: Bodies) -> Standing:
    """Those present, or as many as are known to be; a number is of municipalities that the sender speaks for."""
    own = bodies.organisations([sender.actor]) if _is_local(sender, bodies) else frozenset()
    if isinstance(sender.present, tuple):
        joint = own | bodies.organisations(sender.present)
        return exactly(joint) if joint else _itself(sender, bodies)
    pool = _pool(sender, bodies)
    least, most = _numbers(sender, backing, _MANY if pool is None else len(pool | own))
    if most == 0 or (pool is not None and not pool | own):
        return _itself(sender, bodies)
    if pool is None:
        return Standing(own, least, most, None)
    return Standing(own, least, most, pool | own) if least < len(pool | own) else exactly(pool | own)


def _numbers(sender: Sender, backing: str, everybody: int) -> tuple[int, int]:
    """How many stand behind at least and at most, when it is not known who."""
    if isinstance(sender.present, int):
        return min(sender.present, everybody), min(sender.present, everybody)
    most = min(sender.covers, everybody) if isinstance(sender.covers, int) else everybody
    return most if backing == ALL and most < _MANY else 1, most


def _of_a_number(sender: Sender, backing: str, bodies: Bodies) -> Standing:
    """At least so many actors of a kind inside a body: as organisations, no more than the network has."""
    actors = bodies.network.actors
    if sender.within and actors[sender.within].level == LOCAL:
        return exactly(bodies.organisations([sender.within]))
    found = [
        actor.id
        for actor in actors.values()
        if sender.of in ("", actor.kind) and (not sender.within or bodies.is_inside(actor.id, sender.within))
    ]
    speaks_for_others = backing in JOINT and any(actors[actor].level != LOCAL for actor in found)
    if speaks_for_others or len(found) < sender.at_least:
        return Standing(frozenset(), 1, _MANY, None)
    sizes = Counter(bodies.organisation[actor] for actor in found)
    pool = frozenset(sizes)
    least = fewest(sender.at_least, list(sizes.values()))
    return exactly(pool) if least == len(pool) else Standing(frozenset(), least, len(pool), pool)


def _pool(sender: Sender, bodies: Bodies) -> frozenset[str] | None:
    """Whom a sender may speak for; None for anybody."""
    if isinstance(sender.covers, tuple):
        return bodies.organisations(sender.covers)
    return bodies.speaks_for(sender.actor) if sender.actor else None


def _is_local(sender: Sender, bodies: Bodies) -> bool:
    return bool(sender.actor) and bodies.network.actors[sender.actor].level == LOCAL
