"""Journeys: the errands of a rule that go by the same channels from the same actors, taken together.

The many pairs of outcome and area fall into few journeys, and what is true of the ways of one errand is true of all of its journey.
"""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.graph.build import Graph, Layer
from prioritera.graph.query import can_raise
from prioritera.model.table import Course, Rule
from prioritera.verify.errands import Charted, Errand, occurs
from prioritera.verify.ways import Ground, targets_of


@attrs.frozen(kw_only=True, eq=False)
class Journey:
    """One rule's course over one ground, with the errands it is made on."""

    rule: Rule
    course: Course
    ground: Ground
    errands: tuple[Errand, ...] = attrs.field(converter=frozen_tuple)

    @property
    def targets(self) -> Mapping[str, str]:
        """The target of each actor that can raise a need, where the rules and the network say it."""
        return targets_of(self.course.to, self.ground)


def journeys_of(errands: Iterable[Errand], graph: Graph) -> tuple[Journey, ...]:
    """The errands gathered into journeys, in the order of the first of each."""
    raisers: dict[str, tuple[str, ...]] = {}
    gathered: dict[tuple[str, tuple[Layer, Layer], tuple[str, ...]], list[Errand]] = {}
    for errand in errands:
        if errand.area not in raisers:
            raisers[errand.area] = can_raise(graph, errand.area)
        able = raisers[errand.area]
        gathered.setdefault((errand.rule.id, _ground(errand, able, graph).layers, able), []).append(errand)
    return tuple(
        Journey(rule=first.rule, course=first.course, ground=_ground(first, able, graph), errands=(first, *more))
        for (_, _, able), (first, *more) in gathered.items()
    )


def _ground(errand: Errand, raisers: Sequence[str], graph: Graph) -> Ground:
    return Ground(graph=graph, raisers=raisers, outcome=errand.outcome, area=errand.area)


def made(journeys: Iterable[Journey], charted: Charted) -> tuple[Journey, ...]:
    """The journeys on which some need is sent, each with one such errand of every outcome: their ways are those of the others."""
    sent = (attrs.evolve(journey, errands=_one_of_each(journey, charted)) for journey in journeys)
    return tuple(journey for journey in sent if journey.errands)


def _one_of_each(journey: Journey, charted: Charted) -> tuple[Errand, ...]:
    found: dict[str, Errand] = {}
    for errand in journey.errands:
        if errand.outcome not in found and occurs(errand, charted):
            found[errand.outcome] = errand
    return tuple(found.values())
