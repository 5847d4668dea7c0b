"""Boxes packed into one whole number each, so that two are compared at once and not axis by axis.

The cells of every axis stand side by side as bits, with one free bit above each axis. Adding the number whose axes are full carries into
the free bit of exactly the axes that have a cell: so a box is known to be empty on some axis by one addition. The same idea lets a word of
memory be searched for a zero byte; whole numbers without bounds let it be done for any number of axes.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.verify.budget import Budget

# A box, or a cut whose other axes are whole.
Packed = int


@attrs.frozen(kw_only=True)
class Frame:
    """Where the cells of each axis stand: the lowest bit of each, its bits, and the free bits above."""

    shifts: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    bits: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    whole: Packed
    free: int

    def box(self, masks: Iterable[int]) -> Packed:
        """A box packed.

        >>> frame_of((2, 2)).box((0b11, 0b01))
        11
        """
        return sum(mask << shift for mask, shift in zip(masks, self.shifts, strict=True))

    def cut(self, masks: Iterable[tuple[int, int]]) -> Packed:
        """A cut packed: every axis that it does not name is whole; cells beyond the frame are left out."""
        packed = self.whole
        for axis, mask in masks:
            packed &= ~self.bits[axis] | mask << self.shifts[axis]
        return packed

    def masks(self, box: Packed) -> tuple[int, ...]:
        """A packed box as a mask an axis."""
        return tuple([(box & bits) >> shift for bits, shift in zip(self.bits, self.shifts, strict=True)])

    def is_box(self, packed: Packed) -> bool:
        """Whether there is a cell on every axis: what two boxes have in common may have none."""
        return (packed + self.whole) & self.free == self.free

    def outside(self, box: Packed, cuts: Sequence[Packed], budget: Budget) -> Iterator[Packed]:
        """The parts of a box that lie in none of the cuts, no two with a point in common.

        Each step takes away the cut that the piece goes beyond on the fewest axes, so that a piece inside a cut ends at once.

        Raises:
            Exhausted: the budget is spent; each piece takes one node.
        """
        whole, free = self.whole, self.free
        stack: list[tuple[Packed, Sequence[Packed]]] = [(box, cuts)]
        while stack:
            budget.spend()
            piece, before = stack.pop()
            # The hot loop of every proof: `is_box` is written out.
            left = [cut for cut in before if ((piece & cut) + whole) & free == free]
            if not left:
                yield piece
                continue
            fewest, nearest = len(self.bits) + 1, left[0]
            for cut in left:
                axes = (((piece & ~cut) + whole) & free).bit_count()
                if axes < fewest:
                    fewest, nearest = axes, cut
                    if not axes:
                        break
            if fewest:
                stack.extend([(part, left) for part in self.subtract(piece, nearest)][::-1])

    def subtract(self, box: Packed, cut: Packed) -> Iterator[Packed]:
        """The parts of a box outside a cut that it meets: one for each axis on which it goes beyond the cut, none with a common point."""
        beyond = box & ~cut
        for bits in self.bits:
            if beyond & bits:
                yield box & ~bits | beyond & bits
                box &= ~bits | cut


@lru_cache(maxsize=1024)
def frame_of(widths: tuple[int, ...]) -> Frame:
    """The frame of axes with so many cells each. An axis without cells, which nothing hangs on, empties no box.

    >>> frame = frame_of((2, 2))
    >>> frame.masks(frame.whole)
    (3, 3)
    """
    shifts = [sum(widths[:axis]) + axis for axis in range(len(widths))]
    bits = [((1 << width) - 1) << shift for width, shift in zip(widths, shifts, strict=True)]
    free = sum(1 << shift + width for width, shift in zip(widths, shifts, strict=True) if width)
    return Frame(shifts=shifts, bits=bits, whole=sum(bits), free=free)
