"""What each rule of a rule set meets: the needs for which it is the rule that decides, as boxes, and one need of each as a witness."""

from collections.abc import Iterator, Sequence
from itertools import chain, takewhile

import attrs

from prioritera.model.ruleset import RuleSet
from prioritera.model.table import SINGLE, Rule, Table
from prioritera.verify.boxes import Cut, narrow, outside
from prioritera.verify.budget import NODES, Budget
from prioritera.verify.findings import Witness
from prioritera.verify.reached import Reached, reached, witness_of
from prioritera.verify.world import Sheet, World, sheet_of, world_of


@attrs.frozen(kw_only=True, eq=False)
class Met:
    """Needs for which a rule decides: a box of them that come to its table."""

    table: Table
    rule: str
    found: Reached
    before: tuple[Sheet, ...]
    world: World = attrs.field(repr=False)

    @property
    def witness(self) -> Witness:
        """One of the needs, with a value for every field that the table reads or that its conclusions rest on."""
        return witness_of(self.found, self.table, self.before, self.world)


def met_by(rules: RuleSet, *, nodes: int = NODES) -> Iterator[Met]:
    """The needs that each rule decides, table by table and rule by rule, in boxes no two of which share a need of one rule.

    Where one rule of a table decides, no need is in the boxes of two of them: with the hit policy "priority" the order of the conclusions
    says whose it is, wherever the rules stand. Where all that match are heard, each rule has all the needs that it matches. The default of
    a table, its last rule, has the needs that none of the others matches.

    Args:
        rules: tables in order, conditions that fit their fields. A need for which an earlier table has no rule is not met.
        nodes: the budget of each rule.

    Raises:
        Exhausted: the budget is spent.

    >>> from prioritera.loading.load import load_rules
    >>> first = next(met_by(load_rules("prioritera:sbu-four")))
    >>> first.table.id, first.rule, first.witness
    ('level', 'solved-by-themselves', FrozenMap({'solvable': 'yes', 'generalisable': 'yes'}))
    """
    world = world_of(rules)
    before: tuple[Sheet, ...] = ()
    for table in rules.all_tables:
        sheet = sheet_of(table, world, Budget(nodes))
        for rule, region in zip(table.rules, sheet.regions, strict=True):
            budget = Budget(nodes)
            earlier = _taken(rule, sheet)
            for cut in region:
                box = narrow(world.whole, cut)
                for piece in () if box is None else outside(box, earlier, budget):
                    for found in reached(piece, before, world, budget):
                        yield Met(table=table, rule=rule.id, found=found, before=before, world=world)
                earlier.append(cut)
        if table.default is not None:
            budget = Budget(nodes)
            for piece in outside(world.whole, list(chain.from_iterable(sheet.regions)), budget):
                for found in reached(piece, before, world, budget):
                    yield Met(table=table, rule=table.default.id, found=found, before=before, world=world)
        before = (*before, attrs.evolve(sheet, total=_is_total(sheet, before, world, Budget(nodes))))


def _taken(rule: Rule, sheet: Sheet) -> list[Cut]:
    """The needs that rules deciding before this one take; none where every rule that matches is heard."""
    if sheet.table.hit not in SINGLE:
        return []
    before = takewhile(lambda ranked: ranked[0] is not rule, sheet.ranked)
    return list(chain.from_iterable(region for _, region in before))


def _is_total(sheet: Sheet, before: Sequence[Sheet], world: World, budget: Budget) -> bool:
    """Whether the table has a rule for every need that comes to it."""
    left = outside(world.whole, list(chain.from_iterable(sheet.regions)), budget)
    return not any(True for box in left for _ in reached(box, before, world, budget))
