"""How much weight one sender carries towards anchoring, read strictly or generously.

What is not recorded is read as the least that it can be when read strictly, and as the most when read generously: the truth is between.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from prioritera.measures.bodies import Bodies
from prioritera.measures.senders import ALL, FORUM, INDIVIDUAL, JOINT, LOCAL, MUNICIPALITY, UNIT, Sender, backings, standing
from prioritera.measures.standing import Standing, count_within, either
from prioritera.model.need import DECISIONS

DECISION, JOINT_LETTER, TOP_MANAGEMENT = DECISIONS[2:]
SETTLED = (DECISION, JOINT_LETTER, TOP_MANAGEMENT)
# Several municipalities of a structure; or several bodies, where it has fewer municipalities than that.
SEVERAL: Final = 3


@attrs.frozen(kw_only=True)
class Read:
    """One sender, as it is read.

    `level` is what it reaches by itself, `stands_for` the municipalities behind it, `settled` whether they have settled it in a letter or a
    decision, `whole` the structures that it carries as all, or as a quorum. `decided` are the bodies that it brings to a decision of a top
    management group, `others` how many more that nobody has named, in one of the structures `others_in`. It `counts` as so many senders.
    """

    level: int
    stands_for: Standing
    settled: bool
    whole: frozenset[str]
    decided: frozenset[str]
    others: int
    others_in: frozenset[str]
    counts: int


@lru_cache(maxsize=4096)
def read(sender: Sender, bodies: Bodies, *, generous: bool) -> Read:
    """A sender whose backing is not recorded is read as the least, or the most, that it can be."""
    reads = [_read_as(sender, backing, bodies, generous=generous) for backing in backings(sender, bodies)]
    most_or_least = max if generous else min
    return Read(
        level=most_or_least(read.level for read in reads),
        stands_for=either([read.stands_for for read in reads]),
        settled=reads[0].settled,
        whole=_joined([read.whole for read in reads], generous=generous),
        decided=_joined([read.decided for read in reads], generous=generous),
        others=most_or_least(read.others for read in reads),
        others_in=_joined([read.others_in for read in reads], generous=generous),
        counts=reads[0].counts,
    )


def count(standings: Sequence[Standing], members: frozenset[str], *, generous: bool) -> int:
    """The least, or the most, organisations of a group that the standings together hold."""
    low, high = count_within(standings, members)
    return high if generous else low


def _joined(found: Sequence[frozenset[str]], *, generous: bool) -> frozenset[str]:
    first, *others = found
    return first.union(*others) if generous else first.intersection(*others)


def _read_as(sender: Sender, backing: str, bodies: Bodies, *, generous: bool) -> Read:
    stands_for = standing(sender, backing, bodies) if backing in (MUNICIPALITY, *JOINT) else Standing()
    if not generous and not sender.actor and not sender.from_forum:
        # A number alone, of nobody and from nowhere, is not yet several named municipalities.
        stands_for = attrs.evolve(stands_for, least=len(stands_for.named))
    settled = sender.decided in SETTLED or (generous and not sender.decided)
    others = _others(sender, backing) if generous else 0
    return Read(
        level=_own_level(backing, stands_for, bodies, generous=generous),
        stands_for=stands_for,
        settled=settled,
        whole=_whole(sender, backing, stands_for, bodies, generous=generous) if settled and backing in JOINT else frozenset(),
        decided=_decided(sender, backing, bodies, generous=generous),
        others=others,
        others_in=_homes(standing(sender, backing, bodies), bodies) if others else frozenset(),
        counts=2 if sender.at_least > 1 or (generous and not sender.actor) else 1,
    )


def _own_level(backing: str, stands_for: Standing, bodies: Bodies, *, generous: bool) -> int:
    """One person 0, a unit 1, a municipality 2; a forum as much as those who were there."""
    if backing == FORUM:
        return 2 if count([stands_for], bodies.municipal, generous=generous) else 1
    return {INDIVIDUAL: 0, UNIT: 1, MUNICIPALITY: 2, ALL: 2}[backing]


def _whole(sender: Sender, backing: str, stands_for: Standing, bodies: Bodies, *, generous: bool) -> frozenset[str]:
    """The structures that the forum covers whole, with at least half of the municipalities behind it."""
    found = []
    for structure in _covered(sender, backing, bodies, generous=generous):
        members = bodies.members.get(structure, frozenset())
        if len(members) >= SEVERAL and 2 * count([stands_for], members, generous=generous) >= len(members):
            found.append(structure)
    return frozenset(found)


def _covered(sender: Sender, backing: str, bodies: Bodies, *, generous: bool) -> tuple[str, ...]:
    """The structures all of whose municipalities the forum covers. Without a record all means all, but a forum may be of some."""
    if isinstance(sender.covers, tuple):
        covers = bodies.organisations(sender.covers)
        return tuple(structure for structure, members in bodies.members.items() if members <= covers)
    own = bodies.structures_of(sender.actor) if sender.actor else ()
    if not generous and (not own or (sender.covers is None and backing == FORUM)):
        return ()
    asked = own or tuple(bodies.members)
    if not isinstance(sender.covers, int):
        return asked
    sizes = {structure: len(bodies.members.get(structure, ())) for structure in asked}
    least = 0 if generous else sum(sizes.values())
    return tuple(structure for structure, size in sizes.items() if max(size, least) <= sender.covers)


def _decided(sender: Sender, backing: str, bodies: Bodies, *, generous: bool) -> frozenset[str]:
    """The bodies that a sender brings to a decision of a top management group: itself if it is local, and those present."""
    if backing == INDIVIDUAL or not _in_top_management(sender, generous=generous):
        return frozenset()
    own = {sender.actor} if sender.actor and bodies.network.actors[sender.actor].level == LOCAL else set()
    present = sender.present if backing in JOINT and isinstance(sender.present, tuple) else ()
    return frozenset({*own, *present})


def _others(sender: Sender, backing: str) -> int:
    """How many bodies that nobody has named the sender may bring to a decision of a top management group; more than several is several."""
    if backing == INDIVIDUAL or not _in_top_management(sender, generous=True):
        return 0
    if backing in JOINT and not isinstance(sender.present, tuple):
        return SEVERAL if sender.present is None else min(sender.present, SEVERAL)
    if sender.at_least:
        return SEVERAL
    return 0 if sender.actor else 1


def _homes(standing: Standing, bodies: Bodies) -> frozenset[str]:
    """The structures where those that a sender stands for may be."""
    if standing.pool is None:
        return frozenset(bodies.members)
    return frozenset(bodies.home[organisation] for organisation in standing.pool if organisation in bodies.home)


def _in_top_management(sender: Sender, *, generous: bool) -> bool:
    return sender.decided == TOP_MANAGEMENT or (generous and not sender.decided)
