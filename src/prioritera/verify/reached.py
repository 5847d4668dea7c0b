"""Which needs there are in a box: those that can be, and for which the tables before conclude what the box says they conclude.

A box may narrow a conclusion. Here the narrowed conclusion is followed back: into the rules that conclude it, without the earlier rules
that conclude something else, until only facts, measures and the score are left. So a combination that no need has is never reported.
"""

from collections.abc import Iterator, Sequence

import attrs

from prioritera.measures.implied import raised
from prioritera.model.field import Kind, Origin
from prioritera.model.table import Course, Table
from prioritera.model.value import Missing
from prioritera.tables.chain import OUTCOME
from prioritera.tables.evaluate import Seen, Values, conclude
from prioritera.verify.axes import NO, YES, Part
from prioritera.verify.behind import leading_to
from prioritera.verify.boxes import Box, Cut, Region, narrow, outside
from prioritera.verify.budget import Budget
from prioritera.verify.findings import Witness
from prioritera.verify.world import Sheet, World


@attrs.frozen
class Reached:
    """A box in which every point is a need. `outcome` is what the engine gives in the place of triage's, "" where it does not."""

    box: Box
    outcome: str = ""


def reached(box: Box, before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Reached]:
    """The needs of a box, as boxes.

    Args:
        box: not empty.
        before: the tables that have been run, in order.
        world: what the proofs range over.
        budget: one node is spent a piece.

    Raises:
        Exhausted: the budget is spent.
    """
    yield from (Reached(piece) for piece in _followed(box, before, world, budget))
    if not before or before[-1].table.concludes != OUTCOME:
        return
    place = world.space.places[OUTCOME][0]
    axis = world.space.axes[place]
    for outcome, instead_of in world.given.items():
        if box[place] & axis.cell(outcome):
            changed = (*box[:place], instead_of, *box[place + 1 :])
            yield from (Reached(piece, outcome) for piece in _followed(changed, before, world, budget))


def _followed(box: Box, before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Box]:
    if not before:
        yield from outside(box, world.never, budget) if world.never else (box,)
        return
    *earlier, sheet = before
    if sheet.total and all(box[place] & mask == mask for place, mask in sheet.concluded):
        yield from _followed(box, earlier, world, budget)
        return
    for piece in leading_to(box, sheet, world.space, budget):
        yield from _followed(piece, earlier, world, budget)


def needs_in(region: Region, without: Sequence[Cut], before: Sequence[Sheet], world: World, budget: Budget) -> Iterator[Reached]:
    """The needs of a region that lie in none of some cuts.

    Raises:
        Exhausted: the budget is spent.
    """
    for part in (part for cut in region if (part := narrow(world.whole, cut)) is not None):
        for piece in outside(part, without, budget):
            yield from reached(piece, before, world, budget)


def witness_of(found: Reached, table: Table, before: Sequence[Sheet], world: World) -> Witness:
    """One need of a box that is reached, with a value for every field that the table reads or that its conclusions rest on."""
    names = _behind(table, before)
    concluded = {sheet.table.concludes for sheet in before}
    values = values_in(found.box, [name for name in names if name not in concluded], world)
    for sheet in before:
        if sheet.table.concludes in names:
            values[sheet.table.concludes] = _conclusion(sheet.table, values, world)
    if found.outcome and OUTCOME in names:
        values[OUTCOME] = found.outcome
    return Witness(values)


def _conclusion(table: Table, values: Values, world: World) -> Seen:
    found = conclude(table, values, world.space.fields).value
    if found is None or isinstance(found, Course):
        raise ValueError(f"table {table.id} concludes nothing of {dict(values)!r}, which was reached by way of it")
    return found


def _behind(table: Table, before: Sequence[Sheet]) -> list[str]:
    """The fields that a table reads, and those that the tables read which conclude them."""
    names = dict.fromkeys(table.reads)
    for sheet in reversed(before):
        if sheet.table.concludes in names:
            names.update(dict.fromkeys(sheet.table.reads))
    return list(names)


def values_in(box: Box, names: Sequence[str], world: World) -> dict[str, Seen]:
    """The first value of each field in the box, with numbers raised to what others imply."""
    values = {name: _value(box, name, world) for name in names}
    derived = [field for name, field in world.space.fields.items() if name in values and field.origin is Origin.DERIVED]
    numbers: dict[str, int] = {}
    for field in derived:
        if field.kind is Kind.WHOLE:
            numbers[field.measure] = max(numbers.get(field.measure, 0), int(str(values[field.id])))
    if not numbers:
        return values
    least = raised(numbers)
    return {**values, **{field.id: least[field.measure] for field in derived if field.kind is Kind.WHOLE}}


def _value(box: Box, name: str, world: World) -> Seen:
    space = world.space
    field = space.fields.get(name)
    if field is None or field.kind is not Kind.SET:
        place = space.places[name][0]
        return space.axes[place].cells[_first(box[place])]
    missing = space.place(name, Part.MISSING)
    if missing is not None and not box[missing] & NO:
        return Missing()
    words = {space.axes[place].word for place in space.places[name] if space.axes[place].part is Part.WORD}
    held = {space.axes[place].word for place in space.places[name] if space.axes[place].part is Part.WORD and box[place] == YES}
    other = space.place(name, Part.OTHER)
    if other is not None and box[other] == YES:
        held.add(next(word for word in field.words if word not in words))
    return frozenset(held)


def _first(mask: int) -> int:
    """The place of the lowest bit."""
    return (mask & -mask).bit_length() - 1
