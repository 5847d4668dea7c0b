"""Errands: with which outcomes, in which areas, the rules of the destination table send needs on their courses."""

from collections.abc import Iterator

import attrs

from prioritera.frozen import FrozenMap, frozen_tuple
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule
from prioritera.tables.chain import OUTCOME
from prioritera.verify.axes import AREA
from prioritera.verify.boxes import Box, Cut, Region, narrow, outside
from prioritera.verify.budget import NODES, Budget, Exhausted
from prioritera.verify.findings import Witness
from prioritera.verify.reached import Reached, reached, witness_of
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
    try:
        return any(True for _ in _sent(errand, charted, Budget(nodes)))
    except Exhausted:
        return True


def need_on(errand: Errand, charted: Charted, *, nodes: int = NODES) -> Witness:
    """One need that is sent on this errand: its area, its outcome, and those of its facts that it hangs on; the others can be anything.

    Only its area and outcome when the budget does not give more.
    """
    known = {AREA: errand.area, OUTCOME: errand.outcome}
    try:
        found = next(_sent(errand, charted, Budget(nodes)), None)
    except Exhausted:
        found = None
    if found is None:
        return FrozenMap(known)
    world, concluded = charted.world, {sheet.table.concludes for sheet in charted.before}
    seen = witness_of(found, charted.last.table, charted.before, world)
    hangs_on = [
        name for name in seen if name not in concluded and any(found.box[place] != world.whole[place] for place in world.space.places[name])
    ]
    return FrozenMap({**known, **{name: seen[name] for name in hangs_on}})


def _sent(errand: Errand, charted: Charted, budget: Budget) -> Iterator[Reached]:
    """The needs of an errand, as boxes: those that its rule matches and no earlier one."""
    place = charted.rules.destination.all_rules.index(errand.rule)
    world = charted.world
    earlier = [cut for region in charted.last.regions[:place] for cut in region]
    parts = (_narrowed(cut, errand, world) for cut in charted.regions[place])
    for piece in (piece for part in parts if part is not None for piece in outside(part, earlier, budget)):
        yield from reached(piece, charted.before, world, budget)


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
