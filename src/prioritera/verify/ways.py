"""Faults of a course on a network: what stops it on the way there, or keeps the answer from coming back.

The questions that the walk of a need asks, asked for every actor that can raise one, before there is any need.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.graph.build import Graph, Layer
from prioritera.graph.query import nearest, reached, reaches
from prioritera.model.table import Course, Target


@attrs.frozen(kw_only=True)
class Fault:
    """One thing wrong: its code, from where to where it is wrong, and for which actors."""

    code: str
    source: str = ""
    target: str = ""
    actors: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Ground:
    """What the channels must carry, over a network where these actors can raise needs."""

    graph: Graph
    raisers: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    outcome: str
    area: str

    @property
    def layers(self) -> tuple[Layer, Layer]:
        """The channels there, and those back: where they are the same, so are the ways."""
        forward, back = (self.graph.layer(outcome=self.outcome, area=self.area, back=back) for back in (False, True))
        return forward, back

    @property
    def starts(self) -> frozenset[str]:
        """Where a need can begin, or be held: with whoever can raise one, and with whoever a question can come to.

        The way of a need whose sender is not known begins in the forum where it was raised, and an answer may come from the holder of the
        round. Which actors those are only a round says.
        """
        return reached(self.graph, self.outcome, self.area, self.raisers)

    def reach(self, target: str, *, back: bool) -> frozenset[str]:
        """All with a way to an actor."""
        return reaches(self.graph, self.outcome, self.area, [target], back=back)

    def answered(self, source: str) -> frozenset[str]:
        """All whom an answer from an actor reaches."""
        return reached(self.graph, self.outcome, self.area, [source], back=True)


def targets_of(to: Target, ground: Ground) -> Mapping[str, str]:
    """The target of each actor that can raise a need; nothing where it has none, and where the need itself must say which it is."""
    if to.actor:
        return dict.fromkeys(ground.raisers, to.actor)
    if not to.nearest:
        return {}
    found = {actor: nearest(ground.graph, actor, to.nearest, outcome=ground.outcome, area=ground.area) for actor in ground.raisers}
    return {actor: target for actor, target in found.items() if target is not None}


def faults_of(course: Course, ground: Ground) -> Iterator[Fault]:
    """What is wrong with the ways of a course, all of whose actors exist."""
    targets = targets_of(course.to, ground)
    if course.to.nearest and len(targets) < len(ground.raisers):
        lost = [actor for actor in ground.raisers if actor not in targets]
        yield Fault(code="course-without-nearest", target=course.to.nearest, actors=lost)
    yield from _approach(course, ground)
    yield from _between(course, ground)
    yield from _onward(course, targets, ground)
    yield from _back(course, targets, ground)


def kept(course: Course, ground: Ground) -> Mapping[str, str]:
    """Of those who can raise a need, those whose way leads all the way there and back, each with whom the answer comes from."""
    targets = targets_of(course.to, ground)
    if any(True for _ in _between(course, ground)):
        return {}
    lost = {actor for fault in (*_approach(course, ground), *_back(course, targets, ground)) for actor in fault.actors}
    cut = {fault.target for fault in _onward(course, targets, ground)}
    return {actor: source for actor, source in sources_of(course, targets, ground).items() if actor not in lost and source not in cut}


def _approach(course: Course, ground: Ground) -> Iterator[Fault]:
    """Who cannot reach the first stop. The nearest of a kind is one that can be reached."""
    stops = [(waypoint.actor, waypoint.answer) for waypoint in course.via] + [(course.to.actor, False)]
    first, answer = stops[0]
    if not first:
        return
    here = ground.reach(first, back=answer)
    lost = [actor for actor in ground.raisers if actor not in here]
    if lost:
        yield Fault(code="course-out-of-reach", target=first, actors=lost)


def _between(course: Course, ground: Ground) -> Iterator[Fault]:
    """Where the course itself breaks off between waypoints."""
    for here, onward in pairwise(course.via):
        if here.actor not in ground.reach(onward.actor, back=onward.answer):
            yield Fault(code="course-breaks-off", source=here.actor, target=onward.actor)


def _onward(course: Course, targets: Mapping[str, str], ground: Ground) -> Iterator[Fault]:
    """Where it breaks off between the last waypoint and a target."""
    for target in sorted(set(targets.values())) if course.via else ():
        last = course.via[-1].actor
        if last not in ground.reach(target, back=False):
            yield Fault(code="course-breaks-off", source=last, target=target)


def sources_of(course: Course, targets: Mapping[str, str], ground: Ground) -> Mapping[str, str]:
    """Whom each sender's answer comes from, as far as the rules and the network say it."""
    return dict.fromkeys(ground.raisers, course.via[-1].actor) if course.to.origin and course.via else targets


def _back(course: Course, targets: Mapping[str, str], ground: Ground) -> Iterator[Fault]:
    """Who gets no answer. Back to the sender itself, the answer comes from the last waypoint; without one, from whoever holds the round."""
    sources = sources_of(course, targets, ground)
    for source in sorted(set(sources.values())):
        answered = ground.answered(source)
        lost = [actor for actor, target in sources.items() if target == source and actor not in answered]
        if lost:
            yield Fault(code="course-without-answer", source=source, actors=lost)
