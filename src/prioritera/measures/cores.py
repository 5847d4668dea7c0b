"""Cores: the senders on which a level of anchoring rests, one forum a support structure. Other senders may be added beside them.

A core of level 0 or 1 is nobody: any sender is enough.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.measures.bodies import MUNICIPALITY, Bodies
from prioritera.measures.strength import SEVERAL
from prioritera.model.need import Origin
from prioritera.model.network import LEVELS

LOCAL, REGIONAL, NATIONAL = LEVELS.index("local"), LEVELS.index("regional"), len(LEVELS) - 1
# Of the bodies that a small structure could bring together, no more are tried.
_TRIED: Final = 8
# A municipality alone, several of a structure, a whole structure, several structures.
ONE, MANY, WHOLE, TWICE = 2, 3, 4, 5


@attrs.frozen(kw_only=True)
class Core:
    """Senders, and the organisations behind them."""

    origins: tuple[Origin, ...] = attrs.field(converter=frozen_tuple, default=())
    organisations: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Limits:
    """What a core may be: how many of a structure's municipalities, in whole per cent, and how many organisations at most.

    `levels` are those of which its senders may be besides local ones, by their places, the best first.
    """

    share: tuple[int, int]
    levels: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    most: int


def cores(level: int, limits: Limits, known: Bodies) -> Iterator[Core]:
    """Senders that are anchored at a level, the plainest first. Whether they are, the measure itself must confirm.

    Args:
        level: of the measure anchoring, 0 to 5.
        limits: what is asked of them besides.
        known: the network, seen as organisations.
    """
    if level < ONE:
        yield Core()
    elif level == ONE:
        yield from _one(limits, known)
    elif level < TWICE:
        for structure in known.members:
            yield from _of_structure(structure, level, limits, known)
    else:
        yield from _two(limits, known)


def _one(limits: Limits, known: Bodies) -> Iterator[Core]:
    """One municipality of each structure, and one of none; by itself, or as the only one present at a forum."""
    first: dict[str, str] = {}
    for actor in known.network.actors.values():
        if actor.kind == MUNICIPALITY and actor.level == LEVELS[LOCAL]:
            first.setdefault(known.home.get(known.organisation[actor.id], ""), actor.id)
    for home, town in first.items():
        behind = known.organisations([town])
        yield Core(origins=[Origin(actor=town, backing="municipality", decided="minutes")], organisations=behind)
        for host in _hosts(home, limits, known):
            yield Core(origins=[_forum(host, [town], decided="minutes")], organisations=behind)


def _two(limits: Limits, known: Bodies) -> Iterator[Core]:
    """Two structures that each are at level 3 or more."""
    found = {
        structure: [core for level in (MANY, WHOLE) for core in _of_structure(structure, level, limits, known)]
        for structure in known.members
    }
    for one, other in combinations(found, 2):
        for first, second in product(found[one], found[other]):
            behind = first.organisations | second.organisations
            if len(behind) <= limits.most:
                yield Core(origins=[*first.origins, *second.origins], organisations=behind)


def _of_structure(structure: str, level: int, limits: Limits, known: Bodies) -> Iterator[Core]:
    """A forum of the structure with those present who make it that level."""
    members = known.members[structure]
    if len(members) < SEVERAL:
        yield from _small(structure, limits, known) if level == WHOLE else ()
        return
    towns = _towns(structure, known)
    least = SEVERAL if level == MANY else (len(members) + 1) // 2
    for count in _counts(least, len(members), limits):
        present = towns[:count]
        for host in (*_hosts(structure, limits, known), present[0]):
            if level == MANY:
                origin = _forum(host, present, decided="minutes")
            else:
                origin = attrs.evolve(_forum(host, present, decided="joint-letter"), covers=tuple(towns))
            yield Core(origins=[origin], organisations=known.organisations(present))


def _counts(least: int, of: int, limits: Limits) -> list[int]:
    """How many of a structure's municipalities: the fewest, and the fewest whose share is large enough."""
    low, high = limits.share
    fit = [count for count in range(least, min(of, limits.most) + 1) if 100 * count // of <= high]
    enough = [count for count in fit if 100 * count // of >= low]
    return list(dict.fromkeys([*enough[:1], *fit[:1]]))


def _small(structure: str, limits: Limits, known: Bodies) -> Iterator[Core]:
    """Three bodies of a structure of few municipalities: one of its municipality, one of another authority, none that holds another."""
    actors = known.network.actors
    inside = [name for name, actor in actors.items() if actor.level == LEVELS[LOCAL] and structure in known.structures_of(name)]
    over = {body for name in inside for body in known.bodies_over(name)}
    leaves = [name for name in inside if name not in over][:_TRIED]
    by_few = sorted(combinations(leaves, SEVERAL), key=lambda bodies: len(known.organisations(bodies)))
    for bodies in by_few:
        behind = known.organisations(bodies)
        if behind.isdisjoint(known.members[structure]) or not any(actors[body].other_authority for body in bodies):
            continue
        for host in (*_hosts(structure, limits, known), bodies[0]):
            yield Core(origins=[_forum(host, bodies, decided="top-management")], organisations=behind)


def _towns(structure: str, known: Bodies) -> list[str]:
    """One municipality an organisation, in the order of the network."""
    found: dict[str, str] = {}
    for actor in known.network.actors.values():
        organisation = known.organisation[actor.id]
        if actor.kind == MUNICIPALITY and organisation in known.members[structure]:
            found.setdefault(organisation, actor.id)
    return list(found.values())


def _hosts(structure: str, limits: Limits, known: Bodies) -> Iterator[str]:
    """Who may hold a forum of the structure, one a level that is worth trying: the structure itself, or another body of that level."""
    actors = known.network.actors
    for level in limits.levels:
        if structure and actors[structure].level == LEVELS[level]:
            yield structure
        else:
            yield from [name for name, actor in actors.items() if actor.level == LEVELS[level]][:1]


def _forum(host: str, present: Sequence[str], *, decided: str) -> Origin:
    return Origin(actor=host, backing="forum", decided=decided, present=tuple(present))
