"""Proofs of courses: whoever can raise a need finds the way there that the rules give it, and is answered.

The actors and kinds that the rules name, and the journeys of their errands, come in; what is wrong goes out as diagnostics, each fault
once: with the first errand and actor it is one for, and how many others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from prioritera.diagnostics import Diagnostic, Related
from prioritera.model.network import Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule
from prioritera.reading.close import closest, shortened
from prioritera.verify.errands import Charted, Errand, occurs
from prioritera.verify.journeys import Journey
from prioritera.verify.ways import Fault, faults_of


def unknown_names(rules: RuleSet, network: Network) -> Mapping[str, tuple[Diagnostic, ...]]:
    """For each rule of the destination table by id, the actors and kinds that its course names and the network does not have."""
    courses = [(rule, rule.then) for rule in rules.destination.all_rules if isinstance(rule.then, Course)]
    return {rule.id: tuple(_unknown(rule, course, network)) for rule, course in courses}


def _unknown(rule: Rule, course: Course, network: Network) -> Iterator[Diagnostic]:
    targets = (course.to, *(also.target for also in course.also))
    actors = [*(waypoint.actor for waypoint in course.via), *(target.actor for target in targets if target.actor)]
    kinds = {actor.kind for actor in network.actors.values()}
    for code, names, known in (
        ("course-actor-unknown", actors, network.actors.keys()),
        ("course-kind-unknown", [target.nearest for target in targets if target.nearest], sorted(kinds)),
    ):
        for name in dict.fromkeys(names):
            if name not in known:
                params = {"rule": rule.id, "value": name, "known": shortened(known), "close": closest(name, known)}
                yield Diagnostic(code=code, span=rule.span, params=params)


def check_courses(journeys: Iterable[Journey], charted: Charted, network: Network) -> Iterator[Diagnostic]:
    """What keeps needs from going the way that the rules give them, or the answer from coming back."""
    met: dict[tuple[str, str, str], list[tuple[Journey, Fault]]] = {}
    for journey in journeys:
        for fault in faults_of(journey.course, journey.ground):
            met.setdefault((fault.code, fault.source, fault.target), []).append((journey, fault))
    for pairs in met.values():
        occurring = [
            (errand, fault, len(journey.ground.raisers))
            for journey, fault in pairs
            for errand in journey.errands
            if occurs(errand, charted)
        ]
        if occurring:
            yield _told(occurring, network)


def _told(occurring: Sequence[tuple[Errand, Fault, int]], network: Network) -> Diagnostic:
    errand, fault, of = occurring[0]
    actor = fault.actors[0] if fault.actors else ""
    span = network.actors[actor].span if actor else None
    rules = tuple(dict.fromkeys(each.rule.id for each, _, _ in occurring))
    return Diagnostic(
        code=fault.code,
        span=errand.rule.span,
        params={
            "rules": ", ".join(shortened(rules)),
            "outcome": errand.outcome,
            "area": errand.area,
            "cases": len(occurring),
            "source": fault.source,
            "target": fault.target,
            "actor": actor,
            "count": len(fault.actors),
            "of": of,
        },
        related=() if span is None else (Related(span=span, role="actor"),),
    )
