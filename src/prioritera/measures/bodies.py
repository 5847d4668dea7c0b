"""Who counts as whom: each actor's organisation, each organisation's support structure, each support structure's municipalities.

Counts are of organisations and of support structures, never of persons and never of counties.
"""

from collections.abc import Iterable
from functools import lru_cache

import attrs

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.network import Actor, Network

# The kinds of actors that the measures count by. The national network of support structures is of their kind, but is none itself.
MUNICIPALITY = "municipality"
RSS = "rss"


@attrs.frozen(kw_only=True, eq=False)
class Bodies:
    """A network, seen as organisations.

    `organisation` is what each actor counts as: what it says itself, otherwise that of the body it is part of, otherwise its own.
    `home` is each organisation's one support structure, the first that it names: an organisation is never counted in two.
    `members` are the municipalities, as organisations, of each support structure that has any.
    """

    network: Network
    structures: frozenset[str]
    organisation: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    home: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    members: FrozenMap[str, frozenset[str]] = attrs.field(converter=frozen_map)
    municipal: frozenset[str]

    def organisations(self, actors: Iterable[str]) -> frozenset[str]:
        """The organisations of some actors."""
        return frozenset(self.organisation[actor] for actor in actors)

    def structures_of(self, actor_id: str) -> tuple[str, ...]:
        """The support structures that an actor is, or belongs to itself or by the body that it is part of."""
        return _structures_of(self.network, actor_id)

    def bodies_over(self, actor_id: str) -> tuple[str, ...]:
        """The bodies that an actor is part of, the nearest first."""
        return tuple(actor.id for actor in _upwards(self.network, actor_id))[1:]

    def is_inside(self, actor_id: str, body_id: str) -> bool:
        """Whether an actor is part of a body or a member of it."""
        upwards = _upwards(self.network, actor_id)
        return any(body_id in (actor.part_of, *actor.member_of) for actor in upwards)

    def speaks_for(self, actor_id: str) -> frozenset[str] | None:
        """The municipalities that an actor may speak for besides itself; None for anybody's."""
        structures = self.structures_of(actor_id)
        return frozenset().union(*(self.members.get(rss, frozenset()) for rss in structures)) if structures else None


@attrs.frozen(eq=False)
class _Same:
    """A network as a key: the same one, not an equal one, since comparing two is slow and they seldom are."""

    network: Network

    def __hash__(self) -> int:
        return id(self.network)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.network is self.network


def bodies(network: Network) -> Bodies:
    """The network as organisations; the same network is looked through once."""
    return _bodies(_Same(network))


@lru_cache(maxsize=4)
def _bodies(same: _Same) -> Bodies:
    network = same.network
    organisation = {actor: _organisation(network, actor) for actor in network.actors}
    of_municipalities = [actor.id for actor in network.actors.values() if actor.kind == MUNICIPALITY]
    home: dict[str, str] = {}
    for actor in (*of_municipalities, *network.actors):
        for structure in _structures_of(network, actor)[:1]:
            home.setdefault(organisation[actor], structure)
    members: dict[str, set[str]] = {}
    for actor in of_municipalities:
        if organisation[actor] in home:
            members.setdefault(home[organisation[actor]], set()).add(organisation[actor])
    return Bodies(
        network=network,
        structures=frozenset(actor.id for actor in network.actors.values() if _is_structure(actor)),
        organisation=organisation,
        home=home,
        members={structure: frozenset(found) for structure, found in members.items()},
        municipal=frozenset(organisation[actor] for actor in of_municipalities),
    )


def _is_structure(actor: Actor) -> bool:
    return actor.kind == RSS and actor.level != "national"


def _upwards(network: Network, actor_id: str) -> list[Actor]:
    """The actor, the body it is part of, the body that is part of, and so on; a circle is gone round once."""
    found: dict[str, Actor] = {}
    while actor_id in network.actors and actor_id not in found:
        found[actor_id] = network.actors[actor_id]
        actor_id = found[actor_id].part_of
    return list(found.values())


def _organisation(network: Network, actor_id: str) -> str:
    upwards = _upwards(network, actor_id)
    return next((actor.organisation for actor in upwards if actor.organisation), upwards[-1].id)


def _structures_of(network: Network, actor_id: str) -> tuple[str, ...]:
    for actor in _upwards(network, actor_id):
        if _is_structure(actor):
            return (actor.id,)
        named = tuple(body for body in actor.member_of if body in network.actors and _is_structure(network.actors[body]))
        if named:
            return named
    return ()
