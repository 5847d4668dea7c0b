"""What lies behind a conclusion: the needs of a box for which a table concludes what the box says, whatever the table's hit policy.

A box that narrows a conclusion comes in; boxes that narrow what the table reads go out. Where one rule decides, the rules are read in their
order, and the least and the greatest number likewise; what is counted or summed is added up rule by rule.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from prioritera.model.table import Aggregate, Rule
from prioritera.tables.evaluate import must_match
from prioritera.verify.axes import NO, YES, Space
from prioritera.verify.boxes import Box, Cut, Region, meets, narrow, outside
from prioritera.verify.budget import Budget
from prioritera.verify.concluded import Span, axis_of, wanted_spans
from prioritera.verify.world import Sheet

Rows = Sequence[tuple[Rule, Region]]


def leading_to(box: Box, sheet: Sheet, space: Space, budget: Budget) -> Iterator[Box]:
    """The parts of a box for which the table concludes something in it.

    Args:
        box: not empty.
        sheet: the table laid out.
        space: the axes of its rule set.
        budget: one node is spent a piece.

    Raises:
        Exhausted: the budget is spent.
    """
    places = space.places[sheet.table.concludes]
    if sheet.table.counts:
        yield from numbered(box, sheet, wanted_spans(space.axes[places[0]], box[places[0]]), budget)
    elif sheet.table.collects:
        yield from _collected(box, sheet, space, budget)
    else:
        axis, wanted = space.axes[places[0]], box[places[0]]
        yield from _decided(box, sheet.ranked, sheet.table.default, lambda rule: bool(wanted & axis.cell(rule.then)), budget)


def numbered(box: Box, sheet: Sheet, spans: Sequence[Span], budget: Budget) -> Iterator[Box]:
    """The parts of a box for which a table that counts comes to a number in one of some spans."""

    def wanted(number: object) -> bool:
        return isinstance(number, int) and any(low <= number <= high for low, high in spans)

    table, rows = sheet.table, sheet.ranked
    if table.aggregate in {Aggregate.MIN, Aggregate.MAX}:
        yield from _decided(box, rows, table.default, lambda rule: wanted(rule.then), budget)
        return
    if table.default is not None and wanted(table.default.then):
        yield from outside(box, _all_cuts(rows), budget)
    worth = [(rule.then if table.aggregate is Aggregate.SUM and isinstance(rule.then, int) else 1, region) for rule, region in rows]
    nothing_counts = table.aggregate is Aggregate.COUNT and table.default is None
    yield from _summed(box, worth, spans, budget, from_nothing=nothing_counts)


def _decided(box: Box, rows: Rows, default: Rule | None, wants: Callable[[Rule], bool], budget: Budget) -> Iterator[Box]:
    """Where the first rule that matches, or the default, is one that is wanted."""
    others: list[Cut] = []
    for rule, region in (*rows, *(() if default is None else ((default, ((),)),))):
        if not wants(rule):
            others.extend(region)
            continue
        # INVARIANT: outside of the earlier rules that are not wanted, whichever matches first is wanted; so these may overlap.
        for part in (part for cut in region if (part := narrow(box, cut)) is not None):
            yield from outside(part, others, budget)


def _summed(
    box: Box, worth: Sequence[tuple[int, Sequence[Cut]]], spans: Sequence[Span], budget: Budget, *, from_nothing: bool
) -> Iterator[Box]:
    """Where the numbers of the rules that match sum to one of the spans. Of no rule there is a sum only `from_nothing`.

    Rule by rule a piece is divided into what the rule matches and what not, until the rules that are left can make no difference.
    """
    stack = [(box, worth, 0, from_nothing)]
    while stack:
        budget.spend()
        piece, before, total, is_number = stack.pop()
        left = []
        for number, region in before:
            met = [cut for cut in region if meets(piece, cut)]
            if any(_holds(piece, cut) for cut in met):
                total, is_number = total + number, True
            elif met:
                left.append((number, met))
        least = total + sum(min(number, 0) for number, _ in left)
        most = total + sum(max(number, 0) for number, _ in left)
        if not any(low <= most and least <= high for low, high in spans):
            continue
        if is_number and any(low <= least and most <= high for low, high in spans):
            yield piece
        elif left:
            (number, region), *rest = left
            stack.extend([(part, rest, total, is_number) for part in outside(piece, region, budget)])
            stack.extend([(part, rest, total + number, True) for part in inside(piece, region, budget)])


def _holds(piece: Box, cut: Cut) -> bool:
    """Whether all of a piece lies in a cut."""
    return not any(piece[axis] & ~mask for axis, mask in cut)


def inside(box: Box, region: Sequence[Cut], budget: Budget) -> Iterator[Box]:
    """The parts of a box that lie in a region, no two with a point in common."""
    for place, cut in enumerate(region):
        part = narrow(box, cut)
        if part is not None:
            yield from outside(part, region[:place], budget)


def _collected(box: Box, sheet: Sheet, space: Space, budget: Budget) -> Iterator[Box]:
    """Where the set of the conclusions has the words that the box says it has, and lacks those that it lacks.

    It has a word where some rule that concludes it matches, and lacks it where none does.
    """
    table, rows = sheet.table, sheet.ranked
    adding = [(axis_of(str(rule.then), table.concludes, space), region) for rule, region in rows]
    lacked = [cut for place, region in adding if place is not None and not box[place] & YES for cut in region]
    had: list[Region] = [
        tuple(chain.from_iterable(region for where, region in adding if where == place))
        for place in space.places[table.concludes]
        if not box[place] & NO
    ]
    if not had and (table.default is not None or must_match(table, space.fields)):
        had.append(tuple(_all_cuts(rows)))
    for piece in outside(box, lacked, budget):
        yield from _in_each(piece, had, budget)
    if table.default is not None:
        held = axis_of(str(table.default.then), table.concludes, space)
        if all(box[place] & (YES if place == held else NO) for place in space.places[table.concludes]):
            yield from outside(box, _all_cuts(rows), budget)


def _in_each(box: Box, regions: Sequence[Region], budget: Budget) -> Iterator[Box]:
    """The parts of a box that lie in each of some regions."""
    stack = [(box, regions)]
    while stack:
        piece, left = stack.pop()
        if left:
            stack.extend([(part, left[1:]) for part in inside(piece, left[0], budget)])
        else:
            yield piece


def _all_cuts(rows: Rows) -> list[Cut]:
    return [cut for _, region in rows for cut in region]
