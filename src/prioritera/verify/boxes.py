"""The algebra of boxes: regions of needs as one set of cells an axis, a whole number each, and what is left when some are taken away.

Nothing here knows of fields or rules. Every piece that a subtraction makes spends a node of a budget; past it the question is undecided.
"""

from collections.abc import Iterator, Sequence

from prioritera.verify.budget import Budget
from prioritera.verify.packed import frame_of

# One mask an axis: bit i stands for cell i. A mask of 0 makes the box empty.
Box = tuple[int, ...]
# A box written short: the axes that it narrows, each with its mask. Every other axis is whole.
Cut = tuple[tuple[int, int], ...]
# A union of boxes.
Region = tuple[Cut, ...]


def narrow(box: Box, cut: Cut) -> Box | None:
    """What the box and the cut have in common; None when that is nothing.

    >>> narrow((0b11, 0b11), ((0, 0b01),))
    (1, 3)
    """
    masks = list(box)
    for axis, mask in cut:
        masks[axis] &= mask
        if not masks[axis]:
            return None
    return tuple(masks)


def meets(box: Box, cut: Cut) -> bool:
    """Whether the box and the cut have something in common.

    >>> meets((0b11, 0b10), ((1, 0b01),))
    False
    """
    return all(box[axis] & mask for axis, mask in cut)


def meeting(first: Cut, second: Cut) -> Cut | None:
    """The cut that is both; None when that is nothing.

    >>> meeting(((0, 0b01),), ((1, 0b10),))
    ((0, 1), (1, 2))
    """
    masks = dict(first)
    for axis, mask in second:
        masks[axis] = masks.get(axis, mask) & mask
        if not masks[axis]:
            return None
    return tuple(sorted(masks.items()))


def outside(box: Box, cuts: Sequence[Cut], budget: Budget) -> Iterator[Box]:
    """The parts of a box that lie in none of the cuts, no two with a point in common.

    Args:
        box: a box that is not empty.
        cuts: what to take away.
        budget: one node is spent a piece.

    Raises:
        Exhausted: the budget is spent.

    >>> list(outside((0b11, 0b11), [((0, 0b01),), ((1, 0b01),)], Budget()))
    [(2, 2)]
    """
    frame = frame_of(tuple(mask.bit_length() for mask in box))
    packed = [frame.cut(cut) for cut in cuts]
    yield from (frame.masks(piece) for piece in frame.outside(frame.box(box), packed, budget))
