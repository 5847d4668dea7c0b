"""Proofs of hit policies: no conflict under "any", no rule that others always outrank, no number out of bounds, no default without use.

A table laid out comes in, with the tables that are run before it; findings go out, each with a need that shows it.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, product

from prioritera.model.table import Hit, Rule, Table
from prioritera.tables.evaluate import conclude, gives
from prioritera.verify.behind import numbered
from prioritera.verify.boxes import Cut, Region, meeting
from prioritera.verify.budget import Budget
from prioritera.verify.concluded import Span, spans_of
from prioritera.verify.findings import Conflict, DefaultUnused, Finding, Outranked, Outside
from prioritera.verify.reached import Reached, needs_in, reached, witness_of
from prioritera.verify.world import Sheet, World

EVERYTHING: Region = ((),)


def check_policy(table: Table, sheet: Sheet, before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Finding]:
    """What is wrong with a table because of its hit policy or its default.

    Args:
        table: as it stands in the rule set.
        sheet: the table laid out.
        before: the tables that have been run, in order.
        world: what the proofs range over.
        budget: one node is spent a piece.

    Raises:
        Exhausted: the budget is spent.
    """
    if table.hit is Hit.ANY:
        yield from _conflicts(sheet, before, world, budget)
    if table.hit is Hit.PRIORITY:
        yield from _outranked(sheet, before, world, budget)
    if table.counts:
        yield from _out_of_bounds(sheet, before, world, budget)
    if table.default is not None:
        yield from _unused(sheet, before, world, budget)


def _conflicts(sheet: Sheet, before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Finding]:
    """Of each rule, the earlier ones that match some need with it and give something else. Equal conclusions are no conflict."""
    rows = sheet.ranked
    for place, (rule, region) in enumerate(rows):
        others = [row for row in rows[:place] if gives(row[0]) != gives(rule)]
        shared = list(_shared(region, others, before, world, budget))
        if shared:
            witness = witness_of(shared[0][1], sheet.table, before, world)
            yield Conflict(table=sheet.table.id, rule=rule.id, earlier=[name for name, _ in shared], witness=witness)


def _outranked(sheet: Sheet, before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Finding]:
    """Each rule that matches needs, and decides none of them."""
    rows = sheet.ranked
    for place, (rule, region) in enumerate(rows):
        matched = next(needs_in(region, (), before, world, budget), None)
        if matched is None or next(needs_in(region, _cuts(rows[:place]), before, world, budget), None) is not None:
            continue
        better = [name for name, _ in _shared(region, rows[:place], before, world, budget)]
        yield Outranked(table=sheet.table.id, rule=rule.id, better=better, witness=witness_of(matched, sheet.table, before, world))


def _shared(
    region: Region, rows: Sequence[tuple[Rule, Region]], before: Sequence[Sheet], world: World, budget: Budget
) -> Iterator[tuple[str, Reached]]:
    """The rules that match some need of a region, each with such needs."""
    for rule, other in rows:
        both: list[Cut] = []
        for one, another in product(other, region):
            budget.spend()
            both.extend([cut for cut in (meeting(one, another),) if cut is not None])
        found = next(needs_in(tuple(both), (), before, world, budget), None)
        if found is not None:
            yield rule.id, found


def _out_of_bounds(sheet: Sheet, before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Finding]:
    """A need for which the number is below the field's bounds, and one for which it is above."""
    table, field = sheet.table, world.space.fields[sheet.table.concludes]
    can_be = spans_of(table)
    sides: tuple[Span, Span] = (min(low for low, _ in can_be), field.low - 1), (field.high + 1, max(high for _, high in can_be))
    for side in (side for side in sides if side[0] <= side[1]):
        pieces = numbered(world.whole, sheet, [side], budget)
        found = next((need for piece in pieces for need in reached(piece, before, world, budget)), None)
        if found is not None:
            witness = witness_of(found, table, before, world)
            concluded = conclude(table, witness, world.space.fields)
            value, fired = int(str(concluded.value)), [rule.id for rule in concluded.fired]
            yield Outside(table=table.id, value=value, rules=fired, witness=witness)


def _unused(sheet: Sheet, before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Finding]:
    """The default, when every need is matched by some rule: with as few of the rules as leave no need."""
    rows = list(sheet.ranked)
    if _leaves_some(rows, before, world, budget):
        return
    for row in reversed(sheet.ranked):
        fewer = [other for other in rows if other is not row]
        if not _leaves_some(fewer, before, world, budget):
            rows = fewer
    yield DefaultUnused(table=sheet.table.id, rules=[rule.id for rule, _ in rows])


def _leaves_some(rows: Sequence[tuple[Rule, Region]], before: Sequence[Sheet], world: World, budget: Budget) -> bool:
    """Whether some need is matched by none of the rules."""
    return next(needs_in(EVERYTHING, _cuts(rows), before, world, budget), None) is not None


def _cuts(rows: Sequence[tuple[Rule, Region]]) -> tuple[Cut, ...]:
    return tuple(chain.from_iterable(region for _, region in rows))
