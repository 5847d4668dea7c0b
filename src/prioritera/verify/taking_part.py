"""Who takes part in a network: actors to whom neither a question nor an answer comes.

Nothing comes to an actor that cannot raise a need, that no question comes to by channels from those who can, and no answer by channels from
there; that is no committee whose decision a channel waits for; and that no rule names. What the channels carry is not asked.
"""

from collections.abc import Collection, Iterator

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.graph.build import Graph
from prioritera.graph.query import touched
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course
from prioritera.reading.close import shortened


def named_by(rules: RuleSet) -> frozenset[str]:
    """The actors that the rules name: recipients, waypoints, and those who are told."""
    courses = [rule.then for rule in rules.destination.all_rules if isinstance(rule.then, Course)]
    targets = [target for course in courses for target in (course.to, *(also.target for also in course.also))]
    return frozenset([*(target.actor for target in targets), *(waypoint.actor for course in courses for waypoint in course.via)])


def check_taking_part(graph: Graph, named: Collection[str] = ()) -> Iterator[Diagnostic]:
    """The actors that nothing comes to: a warning for those that have a mandate or belong to a structure, and a note for the others.

    Args:
        graph: the network, built.
        named: the actors that rules name.
    """
    network = graph.network
    known = {*touched(graph), *(channel.subject_to for channel in network.channels), *named}
    alone = [actor for actor in network.actors.values() if actor.id not in known]
    expected = {mandate.actor for mandate in network.mandates}
    for code, severity, found in (
        ("actors-cut-off", Severity.WARNING, [actor for actor in alone if actor.member_of or actor.id in expected]),
        ("actors-untouched", Severity.NOTE, [actor for actor in alone if not actor.member_of and actor.id not in expected]),
    ):
        if found:
            names = shortened([actor.id for actor in found])
            yield Diagnostic(code=code, severity=severity, span=found[0].span, params={"actors": names, "count": len(found)})
