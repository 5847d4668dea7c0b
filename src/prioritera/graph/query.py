"""Questions to the graph: the way from one actor to another, the nearest of a kind, who reaches whom, how long a way takes.

Among the shortest ways the one with the least sequence of actor ids is taken, and between two actors the channel of the least id: an
order of our own, so that the same network always gives the same way.
"""

from collections.abc import Collection, Iterable
from typing import Protocol

from prioritera.graph.build import Graph, Layer
from prioritera.model.network import Channel
from prioritera.model.way import LeadTime

# The channels by which a question first enters the network.
ENTERING = ("raises", "represents")


class Timed(Protocol):
    """What takes time: a channel, or a leg of a way over one. None is not known."""

    @property
    def days(self) -> int | None:
        """How long the stop takes."""


def way(graph: Graph, source: str, target: str, *, outcome: str, area: str, back: bool = False) -> tuple[Channel, ...] | None:
    """The shortest way from an actor to another.

    Args:
        graph: the network, built.
        source: the actor where it begins.
        target: the actor where it ends.
        outcome: what the channels must carry,
        area: and in which area.
        back: over the channels that carry answers back, rather than those that carry questions on.

    Returns:
        The channels in order; none when source and target are the same; None when there is no way.

    >>> from prioritera.graph.build import build
    >>> from prioritera.model.network import Network
    >>> from prioritera.model.text import Label
    >>> up, on = (Channel(id=ends, kind="raises", source=ends[0], target=ends[1]) for ends in ("ab", "bc"))
    >>> graph = build(Network(id="small", label=Label(sv="litet", en="small"), actors={}, channels=[up, on]))
    >>> [channel.id for channel in way(graph, "a", "c", outcome="inform", area="disability")]
    ['ab', 'bc']
    """
    if source == target:
        return ()
    return _follow(graph.layer(outcome=outcome, area=area, back=back), source, frozenset([target]))


def nearest(graph: Graph, source: str, kind: str, *, outcome: str, area: str) -> str | None:
    """The nearest actor of a kind, by hops over forward channels and then by the order of ways: the source itself if it is one.

    None when no actor of that kind can be reached.
    """
    of_kind = graph.of_kind(kind)
    if source in of_kind:
        return source
    found = _follow(graph.layer(outcome=outcome, area=area), source, of_kind)
    return found[-1].target if found else None


def reaches(graph: Graph, outcome: str, area: str, targets: Collection[str], *, back: bool = False) -> frozenset[str]:
    """All actors with a way to one of the targets, the targets among them: over forward channels, or over back channels."""
    return frozenset(graph.layer(outcome=outcome, area=area, back=back).hops_to(frozenset(targets)))


def reached(graph: Graph, outcome: str, area: str, sources: Collection[str], *, back: bool = False) -> frozenset[str]:
    """All actors that a way leads to from one of the sources, the sources among them: over forward channels, or over back channels."""
    return frozenset(graph.layer(outcome=outcome, area=area, back=back).hops_from(frozenset(sources)))


def can_raise(graph: Graph, area: str | None = None) -> tuple[str, ...]:
    """The actors that can bring a need into the network, in the order of their ids: those with a channel that raises or represents.

    With an area, those with such a channel that carries the area, whatever outcomes it carries: a need is raised in an area, and nobody
    knows its outcome yet.
    """
    entering = (channel for channel in graph.network.channels if channel.kind in ENTERING)
    return tuple(sorted({channel.source for channel in entering if area is None or not channel.areas or area in channel.areas}))


def touched(graph: Graph) -> frozenset[str]:
    """Those who can raise a need, and all to whom a question, or after it an answer, can come by some channel, whatever it carries."""
    asked = graph.everything().hops_from(frozenset(can_raise(graph)))
    return frozenset(asked) | frozenset(graph.everything(back=True).hops_from(frozenset(asked)))


def lead_time(legs: Iterable[Timed]) -> LeadTime:
    """How long a way takes: the days that are known, and at how many stops nobody has said.

    >>> lead_time([Channel(id="a", kind="raises", source="x", target="y", days=30), Channel(id="b", kind="raises", source="y", target="z")])
    LeadTime(days=30, unknown_stops=1)
    """
    days = [leg.days for leg in legs]
    return LeadTime(days=sum(known for known in days if known is not None), unknown_stops=days.count(None))


def _follow(layer: Layer, source: str, targets: frozenset[str]) -> tuple[Channel, ...] | None:
    hops = layer.hops_to(targets)
    if source not in hops:
        return None
    found: list[Channel] = []
    while hops[here := found[-1].target if found else source]:
        found.append(layer.nearer(here, hops))
    return tuple(found)
