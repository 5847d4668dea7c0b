"""The nearest number that will do: the smallest change that turns something."""

from collections.abc import Callable, Iterable, Sequence


def nearest(start: int, low: int, high: int, corners: Iterable[int], reaches: Callable[[int], bool]) -> int | None:
    """The number nearest to `start`, from `low` to `high`, that reaches; of two as near, the greater.

    Args:
        start: where to look from, from `low` to `high`.
        low: the least number allowed.
        high: the greatest number allowed.
        corners: where `reaches` may turn from rising to falling; between two corners next to each other it is monotone.
        reaches: whether a number will do.

    Returns:
        The number, or None when none will do.

    >>> nearest(9, 0, 20, [], lambda x: x <= 4), nearest(3, 0, 9, [5], lambda x: x == 5)
    (4, 5)
    """
    stops = sorted({low, start, high, *(near for corner in corners for near in (corner - 1, corner, corner + 1) if low < near < high)})
    at = stops.index(start)
    found = [one for one in (_first(stops[at:], reaches), _first(stops[at::-1], reaches)) if one is not None]
    return min(found, key=lambda one: (abs(one - start), -one)) if found else None


def _first(stops: Sequence[int], reaches: Callable[[int], bool]) -> int | None:
    """The first number on the way through the stops that reaches."""
    before = stops[0]
    for stop in stops:
        if reaches(stop):
            return _narrowed(before, stop, reaches)
        before = stop
    return None


def _narrowed(failing: int, reaching: int, reaches: Callable[[int], bool]) -> int:
    """The number nearest to `failing`, between it and `reaching`, that reaches."""
    while abs(reaching - failing) > 1:
        middle = (failing + reaching) // 2
        if reaches(middle):
            reaching = middle
        else:
            failing = middle
    return reaching
