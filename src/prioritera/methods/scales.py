"""Value functions in whole numbers: how a performance on a scale becomes a value from 0 (worst) to S (best).

A performance is X, a whole number of steps. A function's heights y are whole, 0 to `top`; a height counts as y/top of the whole scale S.
With the least S that makes every height and every slope whole, nothing is ever rounded, so exact ties stay ties. A
logarithm is always rounded.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm

import attrs

from prioritera.methods.logarithms import log_part


def _as_pairs(pairs: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((x, y) for x, y in pairs)


@attrs.frozen
class Points:
    """A piecewise linear function through points (x, y), x in whole steps and rising, y whole and 0 or more.

    Left of the first point and right of the last it is level. `whole` is the height of the whole scale where no point reaches it: a cap's
    heights are on the scale of the criterion that it caps.
    """

    points: tuple[tuple[int, int], ...] = attrs.field(converter=_as_pairs)
    whole: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse fewer than two points, x that do not rise, heights below 0 and a function that is 0 throughout."""
        xs = [x for x, _ in self.points]
        if len(xs) <= 1 or any(left >= right for left, right in pairwise(xs)):
            raise ValueError(f"points are {self.points}; expected two or more with rising x")
        _check_heights([y for _, y in self.points], self.whole)

    @property
    def top(self) -> int:
        """The height that counts as the whole scale: `whole`, or the greatest height."""
        return self.whole or max(y for _, y in self.points)


@attrs.frozen
class Bins:
    """A step function: the height of the last bin (from, y) whose `from` is not above X; `from` in whole steps and rising.

    A scale of described levels is this function with one bin a level. Left of the first bin it has the first bin's height.
    `whole` is as for points.
    """

    bins: tuple[tuple[int, int], ...] = attrs.field(converter=_as_pairs)
    whole: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse no bins, starts that do not rise, heights below 0 and a function that is 0 throughout."""
        starts = [start for start, _ in self.bins]
        if not starts or any(left >= right for left, right in pairwise(starts)):
            raise ValueError(f"bins are {self.bins}; expected one or more with rising starts")
        _check_heights([y for _, y in self.bins], self.whole)

    @property
    def top(self) -> int:
        """The height that counts as the whole scale: `whole`, or the greatest height."""
        return self.whole or max(y for _, y in self.bins)


@attrs.frozen
class Log:
    """A function through points (x, y) as of `Points`, that goes by the logarithm of x between them; x are above 0.

    Its values are rounded to the nearest part of the scale: no scale makes them whole.
    """

    points: tuple[tuple[int, int], ...] = attrs.field(converter=_as_pairs)
    whole: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what `Points` refuses, and x that are not above 0."""
        Points(self.points, self.whole)
        if self.points[0][0] < 1:
            raise ValueError(f"points are {self.points}; expected x above 0")

    @property
    def top(self) -> int:
        """The height that counts as the whole scale: `whole`, or the greatest height."""
        return self.whole or max(y for _, y in self.points)


Function = Points | Log | Bins


def corners(function: Function) -> tuple[int, ...]:
    """Where the function bends or steps, rising.

    >>> corners(Bins([(0, 0), (10, 1)]))
    (0, 10)
    """
    return tuple(x for x, _ in _pairs(function))


def _pairs(function: Function) -> tuple[tuple[int, int], ...]:
    return function.bins if isinstance(function, Bins) else function.points


def _check_heights(heights: Sequence[int], whole: int | None) -> None:
    if min(heights) < 0 or (max(heights) == 0 and whole is None):
        raise ValueError(f"heights are {list(heights)}; expected whole numbers from 0, at least one above 0")
    if whole is not None and whole < max(*heights, 1):
        raise ValueError(f"the whole is {whole}; expected at least the greatest of {list(heights)}, and at least 1")


def exact_scale(functions: Iterable[Function]) -> int:
    """The least S with which every height and every slope per step of these functions is whole; of a logarithm, the heights alone.

    Returns:
        lcm of the reduced denominators of every y/top and of every segment's (y1-y0)/(top*(x1-x0)); 1 for no functions.

    >>> exact_scale([Bins([(0, 0), (1, 1), (2, 2), (3, 3)]), Points([(0, 0), (7, 1)])])
    21
    """
    return lcm(*(fraction.denominator for function in functions for fraction in _fractions(function)))


def _fractions(function: Function) -> list[Fraction]:
    if isinstance(function, Bins):
        return [Fraction(y, function.top) for _, y in function.bins]
    heights = [Fraction(y, function.top) for _, y in function.points]
    if isinstance(function, Log):
        return heights
    slopes = [Fraction(y1 - y0, function.top * (x1 - x0)) for (x0, y0), (x1, y1) in pairwise(function.points)]
    return heights + slopes


def value_of(function: Function, x: int, scale: int) -> int:
    """The value of a performance: 0 to `scale`.

    With a scale from `exact_scale` the result is exact, but of a logarithm. With any other, each height is rounded half up to the scale
    first and each segment is interpolated between them, rounded half up from its lower end.

    Args:
        function: points, logarithm or bins.
        x: the performance, in whole steps.
        scale: S, the value of the best.

    >>> value_of(Points([(0, 0), (7, 1)]), 3, 21), value_of(Bins([(0, 0), (1, 1), (2, 2), (3, 3)]), 1, 21)
    (9, 7)
    """
    if isinstance(function, Bins):
        height = function.bins[0][1]
        for start, y in function.bins:
            if start > x:
                break
            height = y
        return _on_scale(height, function.top, scale)
    return _between(function, x, scale)


def _between(function: Points | Log, x: int, scale: int) -> int:
    first, *rest = function.points
    x0, y0 = first[0], _on_scale(first[1], function.top, scale)
    if x <= x0:
        return y0
    for x1, height in rest:
        y1 = _on_scale(height, function.top, scale)
        if x <= x1 and isinstance(function, Log):
            whole = Fraction(x1, x0)
            return y0 + log_part(Fraction(x, x0), whole, y1 - y0) if y1 >= y0 else y1 + log_part(Fraction(x1, x), whole, y0 - y1)
        if x <= x1:
            d = x1 - x0
            # Numerators are never negative, so that // rounds alike in every engine.
            return y0 + ((x - x0) * (y1 - y0) + d // 2) // d if y1 >= y0 else y1 + ((x1 - x) * (y0 - y1) + d // 2) // d
        x0, y0 = x1, y1
    return y0


def _on_scale(y: int, top: int, scale: int) -> int:
    return (y * scale + top // 2) // top


def value_range(function: Function, low: int | None, high: int | None, scale: int) -> tuple[int, int]:
    """The least and the greatest value of the performances from `low` to `high`, both included.

    None is no bound on that side. A function that rises and falls has its extremes at a corner, so corners between count.

    >>> value_range(Points([(0, 0), (5, 1), (10, 0)]), 2, 9, 10)
    (2, 10)
    """
    xs = corners(function)
    ends = [low if low is not None else xs[0], high if high is not None else xs[-1]]
    inside = [x for x in xs if (low is None or x > low) and (high is None or x < high)]
    values = [value_of(function, x, scale) for x in (*ends, *inside)]
    return min(values), max(values)


def is_rising(function: Function) -> bool:
    """Whether a greater performance never has a lower value.

    >>> is_rising(Points([(0, 3), (10, 0)])), is_rising(Bins([(0, 1), (5, 1), (9, 2)]))
    (False, True)
    """
    heights = [y for _, y in _pairs(function)]
    return all(left <= right for left, right in pairwise(heights))


def is_falling(function: Function) -> bool:
    """Whether a greater performance never has a higher value.

    >>> is_falling(Points([(0, 3), (10, 0)]))
    True
    """
    heights = [y for _, y in _pairs(function)]
    return all(left >= right for left, right in pairwise(heights))
