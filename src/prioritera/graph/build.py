"""Actors and channels in, a graph out: the only door to networkx.

Channels that carry the same outcomes and areas in the same direction stand together in a group, so that the many pairs of outcome and
area fall into few layers, each laid out once, when it is first walked.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.network import Channel, Network

if TYPE_CHECKING:
    import networkx as nx


@attrs.frozen(kw_only=True, eq=False)
class Layer:
    """The channels of one direction that carry an outcome in an area.

    `onward` gives, for each actor, the actors that one channel leads to, in the order of their ids, each with its channel: the one of the
    least id where there are several.
    """

    onward: FrozenMap[str, tuple[Channel, ...]] = attrs.field(converter=frozen_map)
    _actors: tuple[str, ...] = attrs.field(converter=frozen_tuple, repr=False)
    _pairs: tuple[tuple[str, str], ...] = attrs.field(converter=frozen_tuple, repr=False)
    _hops_to: dict[frozenset[str], Mapping[str, int]] = attrs.field(init=False, factory=dict, repr=False)
    _hops_from: dict[frozenset[str], Mapping[str, int]] = attrs.field(init=False, factory=dict, repr=False)

    def hops_to(self, targets: frozenset[str]) -> Mapping[str, int]:
        """How many channels it takes from each actor to the nearest of the targets; who reaches none of them is not there."""
        if targets not in self._hops_to:
            self._hops_to[targets] = _hops(self._against, targets)
        return self._hops_to[targets]

    def hops_from(self, sources: frozenset[str]) -> Mapping[str, int]:
        """How many channels it takes to each actor from the nearest of the sources; whom none of them reaches is not there."""
        if sources not in self._hops_from:
            self._hops_from[sources] = _hops(self._along, sources)
        return self._hops_from[sources]

    @cached_property
    def _along(self) -> "nx.DiGraph[str]":
        return _laid_out(self._actors, self._pairs)

    @cached_property
    def _against(self) -> "nx.DiGraph[str]":
        return _laid_out(self._actors, [(target, source) for source, target in self._pairs])

    def nearer(self, actor: str, hops: Mapping[str, int]) -> Channel:
        """The channel that leads from an actor one step nearer to where the hops are counted to; the actor is not there already."""
        # INVARIANT: channels onward stand in the order of their targets' ids, so the first that comes nearer is on the least way.
        return next(channel for channel in self.onward[actor] if hops.get(channel.target) == hops[actor] - 1)


@attrs.frozen(kw_only=True, eq=False)
class Graph:
    """A network laid out for questions about ways. Layers are laid out when first asked for and kept; that changes no answer."""

    network: Network
    groups: tuple[tuple[Channel, ...], ...] = attrs.field(converter=frozen_tuple, repr=False)
    _layers: dict[tuple[int, ...], Layer] = attrs.field(init=False, factory=dict, repr=False)
    _asked: dict[tuple[str, str, bool], Layer] = attrs.field(init=False, factory=dict, repr=False)
    _of_kind: dict[str, frozenset[str]] = attrs.field(init=False, factory=dict, repr=False)

    def of_kind(self, kind: str) -> frozenset[str]:
        """The actors of a kind."""
        if kind not in self._of_kind:
            self._of_kind[kind] = frozenset(actor.id for actor in self.network.actors.values() if actor.kind == kind)
        return self._of_kind[kind]

    def layer(self, *, outcome: str, area: str, back: bool = False) -> Layer:
        """The layer of the forward channels, or the back channels, that carry this outcome in this area."""
        asked = (outcome, area, back)
        if asked not in self._asked:
            self._asked[asked] = self._carrying(outcome, area, back=back)
        return self._asked[asked]

    def everything(self, *, back: bool = False) -> Layer:
        """The layer of all forward channels, or all back channels, whatever they carry."""
        return self._of(place for place, (first, *_) in enumerate(self.groups) if first.is_forward is not back)

    def _carrying(self, outcome: str, area: str, *, back: bool) -> Layer:
        return self._of(
            place for place, (first, *_) in enumerate(self.groups) if first.is_forward is not back and first.carries(outcome, area)
        )

    def _of(self, places: Iterable[int]) -> Layer:
        carried = tuple(places)
        if carried not in self._layers:
            self._layers[carried] = _layer(self.network, [channel for place in carried for channel in self.groups[place]])
        return self._layers[carried]


def build(network: Network) -> Graph:
    """The graph of a network.

    >>> from prioritera.model.text import Label
    >>> graph = build(Network(id="empty", label=Label(sv="tomt", en="empty"), actors={}, channels=()))
    >>> dict(graph.layer(outcome="inform", area="disability").onward)
    {}
    """
    groups: dict[tuple[bool, frozenset[str], frozenset[str]], list[Channel]] = {}
    for channel in network.channels:
        groups.setdefault((channel.is_forward, channel.outcomes, channel.areas), []).append(channel)
    return Graph(network=network, groups=[tuple(group) for group in groups.values()])


def without(graph: Graph, actor: str) -> Graph:
    """The graph as it would be without an actor, its channels and its mandates.

    >>> from prioritera.model.text import Label
    >>> up = Channel(id="up", kind="raises", source="a", target="b")
    >>> graph = build(Network(id="small", label=Label(sv="litet", en="small"), actors={}, channels=[up]))
    >>> without(graph, "b").network.channels
    ()
    """
    network = graph.network
    return build(
        attrs.evolve(
            network,
            actors={name: other for name, other in network.actors.items() if name != actor},
            channels=[channel for channel in network.channels if actor not in (channel.source, channel.target)],
            mandates=[mandate for mandate in network.mandates if mandate.actor != actor],
        )
    )


def _layer(network: Network, channels: list[Channel]) -> Layer:
    best: dict[tuple[str, str], Channel] = {}
    for channel in channels:
        pair = (channel.source, channel.target)
        if pair not in best or channel.id < best[pair].id:
            best[pair] = channel
    onward: dict[str, list[Channel]] = {}
    for pair in sorted(best):
        onward.setdefault(pair[0], []).append(best[pair])
    return Layer(onward={source: tuple(found) for source, found in onward.items()}, actors=network.actors, pairs=best)


def _laid_out(actors: Iterable[str], pairs: Iterable[tuple[str, str]]) -> "nx.DiGraph[str]":
    import networkx as nx  # noqa: PLC0415 -- imported late: it is heavy, and this is its one door

    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(actors)
    found.add_edges_from(pairs)
    return found


def _hops(laid_out: "nx.DiGraph[str]", starts: frozenset[str]) -> Mapping[str, int]:
    import networkx as nx  # noqa: PLC0415 -- imported late: it is heavy, and this is its one door

    known = sorted(start for start in starts if start in laid_out)
    rings = nx.bfs_layers(laid_out, known) if known else ()
    return {actor: hops for hops, ring in enumerate(rings) for actor in ring}
