"""Errands: with which outcomes, in which areas, the rules of the destination table send needs on their courses."""

from collections.abc import Iterator

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule
from prioritera.tables.chain import OUTCOME
from prioritera.verify.axes import AREA
from prioritera.verify.boxes import Box, Cut, Region, narrow, outside
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.reached import reached
from prioritera.verify.world import Sheet, World, sheet_of, world_of


@attrs.frozen(kw_only=True)
class Errand:
    """A rule's course with one outcome in one area that its conditions allow."""

    rule: Rule
    course: Course
    outcome: str
    area: str


@attrs.frozen(kw_only=True)
class Charted:
    """The tables of a verified rule set, laid out so that errands can be asked about."""

    rules: RuleSet
    world: World
    before: tuple[Sheet, ...] = attrs.field(converter=frozen_tuple)
    last: Sheet

    @property
    def regions(self) -> tuple[Region, ...]:
        """The region of each rule of the destination table; that of its default, which comes after them all, is everything."""
        return self.last.regions if self.rules.destination.default is None else (*self.last.regions, ((),))


def chart(rules: RuleSet, *, nodes: int = NODES) -> Charted:
    """Lay out a verified rule set: its tables are known to have no gap.

    Raises:
        Exhausted: the rules are too wide to lay out; then they were not verified either.
    """
    world = world_of(rules)
    *before, last = (attrs.evolve(sheet_of(table, world, Budget(nodes)), total=True) for table in rules.all_tables)
    return Charted(rules=rules, world=world, before=before, last=last)


def errands(charted: Charted) -> Iterator[Errand]:
    """Every errand that the conditions on outcome and area allow, rule by rule."""
    areas = [area.id for area in charted.rules.areas]
    laid_out = zip(charted.rules.destination.all_rules, charted.regions, strict=True)
    for rule, course, region in ((rule, rule.then, region) for rule, region in laid_out if isinstance(rule.then, Course)):
        for outcome in _words(OUTCOME, region, charted):
            for area in _words(AREA, region, charted) if AREA in charted.world.space.places else areas:
                yield Errand(rule=rule, course=course, outcome=outcome, area=area)


def occurs(errand: Errand, charted: Charted, *, nodes: int = NODES) -> bool:
    """Whether some need is sent on this errand; when the budget does not settle it, it is taken to be."""
    place = charted.rules.destination.all_rules.index(errand.rule)
    world, budget = charted.world, Budget(nodes)
    earlier = [cut for region in charted.last.regions[:place] for cut in region]
    try:
        return any(
            True
            for cut in charted.regions[place]
            if (part := _narrowed(cut, errand, world)) is not None
            for piece in outside(part, earlier, budget)
            for _ in reached(piece, charted.before, world, budget)
        )
    except Exhausted:
        return True


def _narrowed(cut: Cut, errand: Errand, world: World) -> Box | None:
    """What of a rule's box has the errand's outcome and area."""
    part: Box | None = narrow(world.whole, cut)
    for name, word in ((OUTCOME, errand.outcome), (AREA, errand.area)):
        place = world.space.place(name)
        if part is not None and place is not None:
            part = narrow(part, ((place, world.space.axes[place].cell(word)),))
    return part


def _words(name: str, region: Region, charted: Charted) -> list[str]:
    """The words of a field for which a rule can match."""
    world = charted.world
    place = world.space.places[name][0]
    mask = 0
    for cut in region:
        mask |= dict(cut).get(place, world.whole[place]) & world.whole[place]
    return [str(word) for at, word in enumerate(world.space.axes[place].cells) if mask >> at & 1]
