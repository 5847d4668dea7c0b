"""Actors without a stand-in: without them no need with some outcome comes to its recipient and is answered, whoever raises it.

An actor is not counted as missing where it is itself the recipient or the sender: what is asked is what hangs on those in between.
"""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.graph.build import Graph, without
from prioritera.graph.query import way
from prioritera.model.table import Course
from prioritera.reading.close import shortened
from prioritera.verify.journeys import Journey
from prioritera.verify.ways import Ground, kept

_TRIED = 8


def actors_without_stand_in(journeys: Iterable[Journey], graph: Graph) -> Iterator[Diagnostic]:
    """Every actor whose absence stops all needs with some outcome; those that stop the same outcomes together."""
    by_outcome: dict[str, list[Journey]] = {}
    for journey in journeys:
        for outcome in dict.fromkeys(errand.outcome for errand in journey.errands):
            by_outcome.setdefault(outcome, []).append(journey)
    asked = {outcome: found for outcome, found in by_outcome.items() if all(_has_end(journey.course) for journey in found)}
    stopped: dict[str, list[str]] = {}
    absent: dict[str, Graph] = {}
    for outcome, found in asked.items():
        for actor in _stopping(found, graph, absent):
            stopped.setdefault(actor, []).append(outcome)
    together: dict[tuple[str, ...], list[str]] = {}
    for actor, outcomes in sorted(stopped.items()):
        together.setdefault(tuple(outcomes), []).append(actor)
    for stopping, actors in together.items():
        yield Diagnostic(
            code="actor-without-stand-in",
            severity=Severity.NOTE,
            span=graph.network.actors[actors[0]].span,
            params={"actors": shortened(actors), "outcomes": shortened(stopping), "count": len(stopping), "of": len(asked)},
        )


def _has_end(course: Course) -> bool:
    """Whether the course has a recipient that the rules and the network say; the way home from a holder is not known without a round."""
    return not course.to.contact_of_support and (not course.to.origin or bool(course.via))


def _stopping(journeys: Sequence[Journey], graph: Graph, absent: dict[str, Graph]) -> Iterator[str]:
    """The actors without which nobody's need on any of the journeys comes all the way. `absent` keeps the graphs without each actor."""
    ends = [(journey, pair) for journey in journeys for pair in kept(journey.course, journey.ground).items()]
    if not ends:
        return
    # INVARIANT: whoever stops everything stops each of the walks, and so is on all of them; a few are enough to leave few to ask about.
    tried = ends[:: len(ends) // _TRIED + 1]
    for actor in sorted(set.intersection(*(_on_the_walk(journey, *pair) for journey, pair in tried))):
        if all(actor in pair for _, pair in ends):
            continue
        if actor not in absent:
            absent[actor] = without(graph, actor)
        if not any(kept(journey.course, _lacking(journey.ground, actor, absent[actor])) for journey in journeys):
            yield actor


def _on_the_walk(journey: Journey, sender: str, source: str) -> set[str]:
    """The actors that one sender's need passes, and its answer back from the source."""
    ground, stops = journey.ground, [(waypoint.actor, waypoint.answer) for waypoint in journey.course.via]
    if not journey.course.to.origin:
        stops.append((source, False))
    passed, here = {sender}, sender
    for there, back in (*stops, (sender, True)):
        legs = way(ground.graph, here, there, outcome=ground.outcome, area=ground.area, back=back)
        passed.update(channel.target for channel in legs or ())
        here = there
    return passed


def _lacking(ground: Ground, actor: str, graph: Graph) -> Ground:
    return attrs.evolve(ground, graph=graph, raisers=[raiser for raiser in ground.raisers if raiser != actor])
