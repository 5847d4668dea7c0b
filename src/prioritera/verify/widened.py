"""Regions in words: a need widened to all needs that share its fate, and said as the conditions of a rule."""

from collections.abc import Sequence

from prioritera.model.condition import Condition
from prioritera.verify.asked import condition_on
from prioritera.verify.boxes import Box
from prioritera.verify.laid import Laid
from prioritera.verify.packed import Packed
from prioritera.verify.widest import widened as widest

Conditions = tuple[Condition, ...]


def widened(point: Packed, taken: Sequence[Packed], laid: Laid) -> Conditions:
    """The conditions of the largest region around a need that no rule matches: made wider on any field, some rule would match part of it.

    Args:
        point: one cell on every axis, in none of the boxes.
        taken: where some rule matches.
        laid: the table.
    """
    frame, space = laid.frame, laid.world.space

    def is_free(box: Box) -> bool:
        packed = frame.box(box)
        return not any(frame.is_box(packed & cut) for cut in taken)

    names = [*(name for name in space.places if name not in laid.reads), *laid.reads]
    wide = widest(frame.masks(point), frame.masks(laid.whole), names, space, is_free)
    return conditions_of(frame.box(wide), point, laid)


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
