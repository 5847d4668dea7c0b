"""Regions in words: a need widened to all needs that share its fate, and said as the conditions of a rule."""

from collections.abc import Callable, Sequence

from prioritera.model.condition import Condition
from prioritera.model.field import Kind
from prioritera.verify.asked import condition_on
from prioritera.verify.laid import Laid
from prioritera.verify.packed import Packed

Conditions = tuple[Condition, ...]


def widened(point: Packed, taken: Sequence[Packed], laid: Laid) -> Conditions:
    """The conditions of the largest region around a need that no rule matches: made wider on any field, some rule would match part of it.

    Args:
        point: one cell on every axis, in none of the boxes.
        taken: where some rule matches.
        laid: the table.
    """

    def is_free(box: Packed) -> bool:
        return not any(laid.frame.is_box(box & cut) for cut in taken)

    box = point
    for name in (*(name for name in laid.world.space.places if name not in laid.reads), *laid.reads):
        places = laid.world.space.places[name]
        every = box | sum(laid.whole & laid.frame.bits[place] for place in places)
        if is_free(every):
            box = every
        else:
            for place in places:
                box = _grown(box, place, laid, is_free)
    return conditions_of(box, point, laid)


def meeting_of(point: Packed, one: Sequence[Packed], other: Sequence[Packed], laid: Laid) -> Conditions:
    """The conditions of a region around a need in which two rules both match."""
    both = next(box for box in laid.shared(one, other) if box & point == point)
    return conditions_of(both, point, laid)


def conditions_of(box: Packed, point: Packed, laid: Laid) -> Conditions:
    """A box as the conditions of a rule of the table; a field that can be anything is not named.

    Args:
        box: the numbers of a field that it holds follow on each other.
        point: a need in it.
        laid: the table.
    """
    masks, whole, at = laid.frame.masks(box), laid.frame.masks(laid.whole), laid.frame.masks(point)
    asked = (condition_on(name, masks, whole, laid.world.space, at=at) for name in laid.reads)
    return tuple(condition for condition in asked if condition is not None)


def _grown(box: Packed, place: int, laid: Laid, is_free: Callable[[Packed], bool]) -> Packed:
    """The box with every cell more on one axis that leaves it free; of numbers only those that follow on."""
    axis, shift = laid.world.space.axes[place], laid.frame.shifts[place]
    numbers = (1 << len(axis.ranges or axis.cells)) - 1 if _has_numbers(place, laid) else 0
    for cell in _outward((box & laid.frame.bits[place]) >> shift, numbers, len(axis.cells)):
        wider = box | laid.whole & 1 << cell + shift
        if _follows(wider >> shift & numbers) and is_free(wider):
            box = wider
    return box


def _has_numbers(place: int, laid: Laid) -> bool:
    """Whether the cells of an axis are ranges of numbers: those of a whole number, or of the score."""
    space = laid.world.space
    name = next(name for name, places in space.places.items() if place in places)
    return name not in space.fields or space.fields[name].kind is Kind.WHOLE


def _outward(mask: int, numbers: int, count: int) -> list[int]:
    """The cells that a mask lacks, of numbers those above it from below, then those below it from above."""
    top = (mask & numbers).bit_length()
    above = [cell for cell in range(count) if cell >= top]
    below = [cell for cell in reversed(range(top)) if numbers or not mask >> cell & 1]
    return [cell for cell in (*above, *below) if not mask >> cell & 1]


def _follows(mask: int) -> bool:
    """Whether the bits of a mask follow on each other."""
    low = mask & -mask
    return not mask & mask + low
