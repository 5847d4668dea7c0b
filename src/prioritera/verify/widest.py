"""Widening: a box in which something holds throughout becomes the widest there is around it, so that only what matters is left to name."""

from collections.abc import Callable, Sequence

from prioritera.model.field import Field, Kind
from prioritera.verify.axes import Axis, Space
from prioritera.verify.boxes import Box

# Whether what is asked holds for every need of a box.
Throughout = Callable[[Box], bool]


def widened(box: Box, whole: Box, names: Sequence[str], space: Space, throughout: Throughout) -> Box:
    """A box around this one that no cell can be added to.

    Args:
        box: in which it holds throughout.
        whole: what every need is in.
        names: the fields that may be widened, the first first.
        space: the axes.
        throughout: whether it holds for every need of a box.

    Returns:
        The box; of numbers and scores, cells that stand side by side.
    """
    wide = box
    for name in names:
        freed = _freed(wide, whole, space.places[name])
        wide = freed if freed == wide or throughout(freed) else _freed_one_by_one(wide, whole, space.places[name], throughout)
    for name in names:
        for place in space.places[name]:
            wide = _grown(wide, whole, place, space, name, throughout)
    return wide


def _freed(box: Box, whole: Box, places: Sequence[int]) -> Box:
    return tuple(whole[at] if at in places else mask for at, mask in enumerate(box))


def _freed_one_by_one(box: Box, whole: Box, places: Sequence[int], throughout: Throughout) -> Box:
    for place in places if len(places) > 1 else ():
        freed = _freed(box, whole, [place])
        box = freed if throughout(freed) else box
    return box


def _grown(box: Box, whole: Box, place: int, space: Space, name: str, throughout: Throughout) -> Box:
    """The box with every cell of one axis that can be added."""
    axis, field = space.axes[place], space.fields.get(name)
    if _is_ordered(field):
        box = _with(box, place, run_of(box[place], axis))
    added = True
    while added:
        added = False
        for cell in range(len(axis.cells)):
            more = box[place] | 1 << cell
            if whole[place] >> cell & 1 and more != box[place] and (not _is_ordered(field) or run_of(more, axis) == more):
                grown = _with(box, place, more)
                if throughout(grown):
                    box, added = grown, True
    return box


def _with(box: Box, place: int, mask: int) -> Box:
    return (*box[:place], mask, *box[place + 1 :])


def _is_ordered(field: Field | None) -> bool:
    return field is None or field.kind is Kind.WHOLE


def run_of(mask: int, axis: Axis) -> int:
    """The cells side by side from the first one, and the one for what is missing: a range can be said of no others.

    >>> axis = Axis(cells=(0, 3, 6, 9), ranges=[(0, 2), (3, 5), (6, 8), (9, 9)])
    >>> run_of(0b1011, axis)
    3
    """
    numbers = len(axis.ranges) or len(axis.cells)
    known, missing = mask & ((1 << numbers) - 1), mask >> numbers << numbers
    first = known & -known
    run = first
    while known & run << 1 & ~run:
        run |= run << 1
    return run & known | missing
