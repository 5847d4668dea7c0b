"""Places from keys: ranks, rank ranges and cuts, with ties kept."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Any, Protocol, TypeVar


class Ordered(Protocol):
    """What can be compared: a number, or a tuple of numbers compared part by part."""

    def __lt__(self, other: Any, /) -> bool:  # noqa: ANN401 -- each type compares with its own
        """Whether this one is worse."""


Key = TypeVar("Key", bound=Ordered)


class Side(StrEnum):
    """Where an alternative stands to a cut."""

    INSIDE = "inside"
    GREY_ZONE = "grey-zone"
    OUTSIDE = "outside"


def doubled_places(numbers: Sequence[Fraction | int]) -> list[int]:
    """Twice each number's place, 1 for the lowest: equal numbers share the mean of the places that they take, and doubled it is whole.

    Only the order of the numbers counts, so ranks may be written in any way: 1, 1, 3 and 1, 1, 2 and 1.5, 1.5, 3 are the same.

    Source: Kendall (1945), The treatment of ties in ranking problems, Biometrika 33(3).

    >>> doubled_places([1, 1, 3]), doubled_places([1, 1, 2])
    ([3, 3, 6], [3, 3, 6])
    """
    ordered = sorted(numbers)
    twice = {number: bisect_left(ordered, number) + bisect_right(ordered, number) + 1 for number in set(numbers)}
    return [twice[number] for number in numbers]


def rank_ranges(lower: Sequence[Key], upper: Sequence[Key]) -> list[tuple[int, int]]:
    """The best and the worst rank that each alternative can have; 1 is first and ties share the better rank.

    Args:
        lower: the least key of each alternative; more is better.
        upper: the greatest key of each, not below its least.

    Returns:
        One (best, worst) an alternative: best is 1 + the number of others whose lower is above my upper, worst is 1 + the number of others
        whose upper is above my lower.

    >>> rank_ranges([5, 3, 3, 1], [5, 3, 3, 4])
    [(1, 1), (2, 3), (2, 3), (2, 4)]
    """
    lowers = sorted(lower)
    uppers = sorted(upper)
    count = len(lowers)
    ranges = []
    for low, high in zip(lower, upper, strict=True):
        best = 1 + count - bisect_right(lowers, high)
        above_my_low = count - bisect_right(uppers, low)
        itself = 1 if low < high else 0
        ranges.append((best, 1 + above_my_low - itself))
    return ranges


def sides_of_cut(lower: Sequence[Key], upper: Sequence[Key], k: int) -> list[Side]:
    """Where each alternative stands to a cut after `k`: a tie is never split, what could be on either side is in the grey zone.

    Inside when fewer than k others have an upper key at or above my lower; outside when my best rank is past k.

    >>> [side.value for side in sides_of_cut([5, 3, 3, 1], [5, 3, 3, 1], 2)]
    ['inside', 'grey-zone', 'grey-zone', 'outside']
    """
    uppers = sorted(upper)
    count = len(uppers)
    sides = []
    for low, (best, _) in zip(lower, rank_ranges(lower, upper), strict=True):
        level_or_above = count - bisect_left(uppers, low) - 1
        sides.append(Side.INSIDE if level_or_above < k else Side.OUTSIDE if best > k else Side.GREY_ZONE)
    return sides
