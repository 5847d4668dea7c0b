"""Values in a box of needs: of a number the first or the last of a cell, of a choice or a set every word that the box leaves open.

As much is drawn where a box leaves nothing open, so that no box is plainer to Hypothesis only because less of it is drawn.
"""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from prioritera.model.field import Field, Kind, Origin
from prioritera.model.table import Course
from prioritera.model.value import Missing
from prioritera.tables.chain import OUTCOME
from prioritera.tables.evaluate import Seen, conclude
from prioritera.verify.axes import NO, YES, Axis, Part
from prioritera.verify.landed import never_stopped
from prioritera.verify.met import Met

T = TypeVar("T")


@st.composite
def witnesses_in(draw: st.DrawFn, met: Met) -> dict[str, Seen]:
    """Witnesses in a box: facts, measures and the score as drawn, and what the tables before conclude from them.

    Numbers are drawn each by itself: what measures imply of each other need not hold.
    """
    space, first = met.world.space, met.witness
    values: dict[str, Seen] = dict(first)
    for name in first:
        field = space.fields.get(name)
        if field is not None and field.kind is Kind.SET:
            values[name] = draw(_sets(met, field))
        elif field is None or field.origin is not Origin.CONCLUSION:
            place = space.places[name][0]
            values[name] = draw(_one_of(_in_cells(space.axes[place], met.found.box[place])))
    for sheet in met.before:
        if sheet.table.concludes in first:
            found = conclude(never_stopped(sheet.table), values, space.fields).value
            # Of no rule there is nothing to see, as of a fact that nobody has given.
            values[sheet.table.concludes] = Missing() if found is None or isinstance(found, Course) else found
    return {**values, OUTCOME: met.found.outcome} if met.found.outcome and OUTCOME in first else values


def _one_of(values: Sequence[T]) -> st.SearchStrategy[T]:
    """One of some values, shrinking to the first."""
    return st.integers(0, 2 * len(values)).map(lambda place: values[place % len(values)])


def _in_cells(axis: Axis, mask: int) -> list[Seen]:
    """The values of some cells of an axis: missing first, for it is the plainest; of a number, the first and the last of each cell."""
    found: list[Seen] = []
    for place, value in enumerate(axis.cells):
        if mask >> place & 1:
            found.extend(dict.fromkeys(axis.ranges[place]) if type(value) is int else [value])
    return sorted(found, key=lambda value: not isinstance(value, Missing))


@st.composite
def _sets(draw: st.DrawFn, met: Met, field: Field) -> Seen:
    """The words that the box says are in the set, and any of those that it leaves open."""
    space, box = met.world.space, met.found.box
    missing = space.place(field.id, Part.MISSING)
    is_known = draw(st.booleans())
    mentioned = [space.axes[place].word for place in space.places[field.id] if space.axes[place].part is Part.WORD]
    held = set()
    for place in space.places[field.id]:
        axis = space.axes[place]
        words = [axis.word] if axis.part is Part.WORD else [word for word in field.words if word not in mentioned]
        if place != missing:
            may, word = draw(st.booleans()), draw(_one_of(words))
            held.update([word] if box[place] == YES or (box[place] != NO and may) else [])
    if missing is not None and (box[missing] == YES or (box[missing] & YES and not is_known)):
        return Missing()
    return frozenset(held) if held or field.may_be_empty else met.witness[field.id]
