"""Which channels the ways of many actors go by: asked once for all of them, not way by way.

A layer of channels and the ends of the ways come in; the ids of channels go out. The ways are those that `way` and `nearest` find.
"""

from collections.abc import Collection, Iterable

from prioritera.graph.build import Layer
from prioritera.model.network import Channel


def toward(layer: Layer, sources: Iterable[str], targets: Collection[str]) -> frozenset[str]:
    """The channels of the way from each source to the nearest of the targets; a source with no way there goes by none.

    >>> from prioritera.graph.build import build
    >>> from prioritera.model.network import Network
    >>> from prioritera.model.text import Label
    >>> up, on, round_ = (Channel(id=ends, kind="raises", source=ends[0], target=ends[1]) for ends in ("ab", "bd", "bc"))
    >>> graph = build(Network(id="small", label=Label(sv="litet", en="small"), actors={}, channels=[up, on, round_]))
    >>> sorted(toward(graph.everything(), ["a", "c"], ["d"]))
    ['ab', 'bd']
    """
    hops = layer.hops_to(frozenset(targets))
    stepped: dict[str, Channel] = {}
    for source in sources:
        here = source
        while hops.get(here) and here not in stepped:
            stepped[here] = layer.nearer(here, hops)
            here = stepped[here].target
    return frozenset(channel.id for channel in stepped.values())


def away(layer: Layer, source: str, targets: Iterable[str]) -> frozenset[str]:
    """The channels of the way from one source to each of the targets; to a target that it has no way to it goes by none."""
    came: dict[str, Channel] = {}
    ring = [source]
    while ring:
        # INVARIANT: a ring stands in the order of the ways to it, and channels onward in the order of their targets' ids: so the first
        # channel that leads to an actor is the last of the least way there, and the next ring stands in that order too.
        onward = (channel for actor in ring for channel in layer.onward.get(actor, ()))
        first: dict[str, Channel] = {}
        for channel in onward:
            if channel.target not in came and channel.target != source:
                first.setdefault(channel.target, channel)
        came.update(first)
        ring = list(first)
    used: dict[str, Channel] = {}
    for target in targets:
        here = target
        while here in came and here not in used:
            used[here] = came[here]
            here = came[here].source
    return frozenset(channel.id for channel in used.values())


def between(layer: Layer, sources: Collection[str], targets: Collection[str]) -> frozenset[str]:
    """The channels by which some way, not only the least, leads from a source to a target."""
    left, right = layer.hops_from(frozenset(sources)), layer.hops_to(frozenset(targets))
    return frozenset(
        channel.id for actor, channels in layer.onward.items() if actor in left for channel in channels if channel.target in right
    )
