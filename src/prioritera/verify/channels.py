"""Channels that nothing uses: no question on any errand goes by them, and no answer, from any actor where a need can begin or be held.

A question and its answer take the least way, so a channel beside a shorter way is never used. Where only a round or a need says who holds
or answers a question, every channel on some way counts as used.
"""

from collections.abc import Iterable, Iterator

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.graph.query import nearest
from prioritera.graph.used import away, between, toward
from prioritera.model.network import Channel, Network
from prioritera.model.table import Course
from prioritera.reading.close import shortened
from prioritera.verify.journeys import Journey
from prioritera.verify.ways import Ground, sources_of, targets_of


def unused_channels(journeys: Iterable[Journey], network: Network) -> Iterator[Diagnostic]:
    """The channels that no need and no answer goes by, all in one finding: a pattern of which no channel is used by its own id."""
    used = {channel for journey in journeys for channel in used_by(journey.course, journey.ground)}
    unused = [channel for channel in network.channels if channel.id not in used]
    if unused:
        yield Diagnostic(
            code="channels-unused",
            severity=Severity.NOTE,
            span=unused[0].span,
            params={"channels": shortened(_named(unused, network)), "count": len(unused)},
        )


def _named(unused: Iterable[Channel], network: Network) -> list[str]:
    left = {channel.id for channel in unused}
    whole: dict[str, bool] = {}
    for channel in network.channels:
        whole[_row(channel)] = whole.get(_row(channel), True) and channel.id in left
    return list(dict.fromkeys(_row(channel) if whole[_row(channel)] else channel.id for channel in network.channels if channel.id in left))


def _row(channel: Channel) -> str:
    """The id that the channel, or the pattern it was made from, has in the file: those of a pattern are `id/from/to`."""
    return channel.id.partition("/")[0]


def used_by(course: Course, ground: Ground) -> Iterator[str]:
    """The ids of the channels that a course over one ground is walked by, there and back."""
    yield from _there(course, ground)
    yield from _back(course, ground)


def _there(course: Course, ground: Ground) -> Iterator[str]:
    forward, back = ground.layers
    here = ground.starts
    for waypoint in course.via:
        yield from toward(back if waypoint.answer else forward, here, [waypoint.actor])
        here = frozenset([waypoint.actor])
    if course.to.contact_of_support:
        yield from between(forward, here, ground.graph.network.actors.keys())
    elif course.to.actor:
        yield from toward(forward, here, [course.to.actor])
    elif course.to.nearest:
        found = (nearest(ground.graph, start, course.to.nearest, outcome=ground.outcome, area=ground.area) for start in ground.starts)
        targets = {target for target in found if target is not None}
        # From the last waypoint on to each one's own; without waypoints, from each straight to its own, which is the nearest of them all.
        yield from away(forward, course.via[-1].actor, targets) if course.via else toward(forward, here, targets)


def _back(course: Course, ground: Ground) -> Iterator[str]:
    _, back = ground.layers
    sources = sources_of(course, targets_of(course.to, ground), ground)
    for source in sorted(set(sources.values())):
        yield from away(back, source, [actor for actor, its in sources.items() if its == source])
    if course.to.contact_of_support or (course.to.origin and not course.via):
        # Back to the sender itself the answer comes from whoever holds the round; a contact may be any actor.
        holders = ground.graph.network.actors.keys() if course.to.contact_of_support else ground.starts
        yield from between(back, holders, ground.raisers)
