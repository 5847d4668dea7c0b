"""How broadly a need is anchored: from one person (0) to several support structures (5), as far as it is known.

The levels are those of the default rule
set's scale: 1 managers of a unit agree; 2 a municipality's director or committee; 3 three municipalities of one support structure, named,
or of a named forum; 4 all of a structure's directors, or all that were present with half of them there, in a letter or a decision; 5 two
structures at level 3 or more, found by different senders. A structure of fewer than three municipalities is at level 4 when three bodies,
one of them its municipality's and one of another authority, have decided in a top management group; otherwise at 2 at most.
"""

from collections.abc import Sequence
from functools import lru_cache

from prioritera.measures.bodies import Bodies
from prioritera.measures.senders import Sender
from prioritera.measures.strength import SEVERAL, Read, count, read

STRUCTURES = 2  # that must have found the need, each by a sender of its own, for the highest level


@lru_cache(maxsize=4096)
def anchoring(senders: tuple[Sender, ...], bodies: Bodies) -> tuple[int, int]:
    """The lowest and the highest level that a need with these senders can be anchored at."""
    strict, generous = (
        _level([read(sender, bodies, generous=reading) for sender in senders], bodies, generous=reading) for reading in (False, True)
    )
    return strict, generous


def _level(senders: Sequence[Read], bodies: Bodies, *, generous: bool) -> int:
    reached: dict[str, int] = {}
    carrying: dict[int, int] = {}
    for structure in _touched(senders, bodies):
        level = _of_structure(structure, senders, bodies, generous=generous)
        if level:
            reached[structure] = level
            carrying.update(
                (place, sender.counts) for place, sender in enumerate(senders) if _carries(sender, structure, bodies, generous=generous)
            )
    if len(reached) >= STRUCTURES and sum(carrying.values()) >= STRUCTURES and (not generous or _fit(list(reached), senders, bodies)):
        return 5
    return max([0, *reached.values(), *(sender.level for sender in senders)])


def _fit(reached: Sequence[str], senders: Sequence[Read], bodies: Bodies) -> bool:
    """Whether the municipalities that nobody has named are enough for two of the structures at once, and not only for each of them."""
    named = frozenset().union(*(sender.stands_for.named for sender in senders))
    unnamed = sum(sender.stands_for.most - len(sender.stands_for.named) for sender in senders)
    lacking = []
    for structure in reached:
        members = bodies.members[structure]
        half = (len(members) + 1) // 2 if any(structure in sender.whole for sender in senders) else SEVERAL
        needed = 0 if len(members) < SEVERAL else min(half, SEVERAL)
        lacking.append(max(0, needed - len(named & members)))
    return sum(sorted(lacking)[:STRUCTURES]) <= unnamed


def _of_structure(structure: str, senders: Sequence[Read], bodies: Bodies, *, generous: bool) -> int:
    """4 or 3 when the support structure reaches that level, otherwise 0."""
    members = bodies.members[structure]
    if len(members) < SEVERAL:
        return 4 if _top_management(structure, senders, bodies) else 0
    settled = count([sender.stands_for for sender in senders if sender.settled], members, generous=generous)
    if settled == len(members) or any(structure in sender.whole for sender in senders):
        return 4
    return 3 if count([sender.stands_for for sender in senders], members, generous=generous) >= SEVERAL else 0


def _top_management(structure: str, senders: Sequence[Read], bodies: Bodies) -> bool:
    """Whether enough bodies have decided together; one that holds another of them is not counted beside it."""
    others = sum(sender.others for sender in senders if structure in sender.others_in)
    actors = bodies.network.actors
    found = {body for sender in senders for body in sender.decided if _belongs(body, structure, bodies)}
    holding = {over for body in found for over in bodies.bodies_over(body)}
    if len(found - holding) + others < SEVERAL:
        return False
    by_its_own = not bodies.members[structure].isdisjoint(bodies.organisations(found))
    return others > 0 or (by_its_own and any(actors[body].other_authority for body in found))


def _belongs(body: str, structure: str, bodies: Bodies) -> bool:
    """Whether a body is in the structure's area: its own, or another authority's that belongs to no structure."""
    structures = bodies.structures_of(body)
    return structure in structures or (not structures and bodies.network.actors[body].other_authority)


def _touched(senders: Sequence[Read], bodies: Bodies) -> list[str]:
    """The structures with municipalities that some sender may have to do with."""
    found: set[str] = set()
    for sender in senders:
        if sender.stands_for.pool is None:
            return list(bodies.members)
        found.update(bodies.home.get(organisation, "") for organisation in sender.stands_for.pool)
        found.update(structure for body in sender.decided for structure in bodies.structures_of(body))
        found |= sender.others_in
    return [structure for structure in bodies.members if structure in found]


def _carries(sender: Read, structure: str, bodies: Bodies, *, generous: bool) -> bool:
    """Whether a sender has a part in what the structure reaches."""
    decided = structure in sender.others_in or any(_belongs(body, structure, bodies) for body in sender.decided)
    return decided or count([sender.stands_for], bodies.members[structure], generous=generous) > 0
