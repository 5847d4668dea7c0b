"""The classical methods that people compare with: PROMETHEE II and TOPSIS. Both look at the whole set, and can reverse ranks.

Their figures are for comparing; nothing here decides. Directions are 1 for more is better and -1 for less is better.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

import attrs

from prioritera.methods.finite import check_finite

Number = Fraction | float
_HALF = Fraction(1, 2)


class Shape(StrEnum):
    """The six preference functions of PROMETHEE."""

    USUAL = "usual"
    U_SHAPE = "u-shape"
    V_SHAPE = "v-shape"
    LEVEL = "level"
    LINEAR = "v-shape-with-indifference"
    GAUSSIAN = "gaussian"


_NEEDS: Mapping[Shape, tuple[str, ...]] = {
    Shape.USUAL: (),
    Shape.U_SHAPE: ("indifference",),
    Shape.V_SHAPE: ("preference",),
    Shape.LEVEL: ("indifference", "preference"),
    Shape.LINEAR: ("indifference", "preference"),
    Shape.GAUSSIAN: ("spread",),
}


@attrs.frozen(kw_only=True)
class Preference:
    """How far a difference makes one preferred: up to `indifference` not at all, from `preference` on wholly; `spread` for the gaussian."""

    shape: Shape = attrs.field(default=Shape.USUAL, converter=Shape)
    indifference: Number = 0
    preference: Number = 0
    spread: Number = 0

    def __attrs_post_init__(self) -> None:
        """Refuse thresholds that the shape has no use for, and those it cannot use."""
        needed = _NEEDS[self.shape]
        given = {"indifference": self.indifference, "preference": self.preference, "spread": self.spread}
        check_finite(given.values())
        if any(value for name, value in given.items() if name not in needed) or min(given.values()) < 0:
            raise ValueError(f"{self!r} has thresholds that its shape has no use for; it takes {', '.join(needed) or 'none'}, 0 or more")
        if "preference" in needed and (self.preference < self.indifference or not self.preference):
            raise ValueError(f"{self!r} has a preference that is below its indifference, or none")
        if "spread" in needed and not self.spread:
            raise ValueError(f"{self!r} has no spread")

    @property
    def is_exact(self) -> bool:
        """Whether fractions come out where fractions go in."""
        return self.shape is not Shape.GAUSSIAN

    def of(self, difference: Number) -> Number:
        """How far a difference makes the better one preferred, 0 to 1; 0 for a difference that is not above 0.

        Exact for a fraction, but where the shape is gaussian. A difference of just the indifference is none; just the preference is whole.

        >>> Preference(shape=Shape.LINEAR, indifference=1, preference=3).of(2)
        0.5
        """
        if difference <= 0:
            return 0
        if self.shape is Shape.GAUSSIAN:
            return 1 - math.exp(-(difference**2) / (2 * self.spread**2))
        if difference <= self.indifference:
            return 0
        if self.shape is Shape.LEVEL:
            return _HALF if difference <= self.preference else 1
        if difference >= self.preference or self.shape is Shape.U_SHAPE:
            return 1
        return (difference - self.indifference) / (self.preference - self.indifference)


def promethee_net_flows(
    rows: Sequence[Sequence[float]], weights: Sequence[float], directions: Sequence[int], preferences: Sequence[Preference]
) -> tuple[float, ...]:
    """PROMETHEE II: how far each alternative is preferred to the others, less how far they are to it.

    Args:
        rows: one an alternative, of one performance a criterion.
        weights: one a criterion, in any unit, none below 0.
        directions: 1 or -1 a criterion.
        preferences: one a criterion.

    Returns:
        One net flow an alternative, -1 to 1, 0 in all; more is better.

    Raises:
        ValueError: the lengths differ, a number is not finite, the weights cannot be shares, or a direction is neither 1 nor -1.

    Source: Brans & Vincke (1985), A preference ranking organisation method, Management Science 31(6).

    >>> [round(flow, 6) for flow in promethee_net_flows([[1], [2]], [1], [1], [Preference()])]
    [-1.0, 1.0]
    """
    shares = _checked(rows, weights, directions)
    if len(preferences) != len(weights):
        raise ValueError(f"there are {len(preferences)} preferences and {len(weights)} weights; expected as many")
    others = len(rows) - 1

    def preferred(one: Sequence[float], other: Sequence[float]) -> float:
        terms = zip(shares, preferences, directions, one, other, strict=True)
        return math.fsum(share * preference.of(direction * (ours - theirs)) for share, preference, direction, ours, theirs in terms)

    return tuple(math.fsum(preferred(row, other) - preferred(other, row) for other in rows) / others if others else 0.0 for row in rows)


def exact_net_flows(
    rows: Sequence[Sequence[Fraction]], weights: Sequence[int], preferences: Sequence[Preference]
) -> tuple[Fraction | float, ...]:
    """PROMETHEE II as above, of exact values where more is better: equal flows are equal, and no threshold is missed by a rounding.

    Args:
        rows: one an alternative, of one performance a criterion.
        weights: one a criterion, in any unit, none below 0 and one above.
        preferences: one a criterion.

    Returns:
        One net flow an alternative: a fraction, or floating point where a preference is gaussian.

    Raises:
        ValueError: the lengths differ, a number is not finite, or the weights cannot be shares.

    >>> linear = Preference(shape=Shape.LINEAR, indifference=Fraction(1, 10), preference=Fraction(3, 10))
    >>> [str(flow) for flow in exact_net_flows([[Fraction(1, 2)], [Fraction(7, 10)]], [1], [linear])]
    ['-1/2', '1/2']
    """
    check_finite([*weights, *(number for row in rows for number in row)])
    others, whole = len(rows) - 1, sum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError(f"weights are {list(weights)}; expected none below 0, and one above")
    flows = []
    for column, preference in zip(zip(*rows, strict=True), preferences, strict=True):
        # Each different value is set against each other once, in an order of their own, so that the order of alternatives decides nothing.
        counts = sorted(Counter(column).items())
        flows.append(
            {one: sum(many * (preference.of(one - other) - preference.of(other - one)) for other, many in counts) for one, _ in counts}
        )
    shares = [Fraction(weight, whole * max(others, 1)) for weight in weights]
    return tuple(sum((share * flow[value] for share, flow, value in zip(shares, flows, row, strict=True)), Fraction(0)) for row in rows)


def topsis_closeness(rows: Sequence[Sequence[float]], weights: Sequence[float], directions: Sequence[int]) -> tuple[float, ...]:
    """TOPSIS: how near each alternative is to the best of the set on all criteria, as a share of its way from the worst.

    Args as `promethee_net_flows`, and raises as it, and where there are no rows; vector normalisation, distances by Euclid.

    Returns:
        One closeness an alternative, 0 to 1; 1 for all where nothing differs.

    Source: Hwang & Yoon (1981), Multiple Attribute Decision Making.

    >>> [round(near, 6) for near in topsis_closeness([[1, 1], [2, 2]], [1, 1], [1, 1])]
    [0.0, 1.0]
    """
    shares = _checked(rows, weights, directions)
    if not rows:
        raise ValueError("there are no alternatives; expected at least one")
    columns = list(zip(*rows, strict=True))
    lengths = [math.hypot(*column) or 1.0 for column in columns]
    scaled = [[share * value / length for share, value, length in zip(shares, row, lengths, strict=True)] for row in rows]
    best, worst = [], []
    for column, direction in zip(zip(*scaled, strict=True), directions, strict=True):
        ends = min(column), max(column)
        best.append(ends[direction > 0])
        worst.append(ends[direction < 0])
    near = [(math.dist(row, best), math.dist(row, worst)) for row in scaled]
    return tuple(from_worst / (to_best + from_worst) if to_best + from_worst else 1.0 for to_best, from_worst in near)


def _checked(rows: Sequence[Sequence[float]], weights: Sequence[float], directions: Sequence[int]) -> tuple[float, ...]:
    """The weights as shares, once everything is found to be usable."""
    numbers = [number for row in rows for number in row]
    if any(len(row) != len(weights) for row in rows) or len(directions) != len(weights):
        raise ValueError(f"there are {len(weights)} weights; expected as many directions, and values in every row")
    if not all(math.isfinite(number) for number in (*numbers, *weights)):
        raise ValueError("a number is not finite; what is missing must be left out before alternatives are compared")
    whole = math.fsum(weights)
    if whole <= 0 or min(weights) < 0:
        raise ValueError(f"weights are {list(weights)}; expected none below 0, and one above")
    if not set(directions) <= {1, -1}:
        raise ValueError(f"directions are {list(directions)}; expected 1 for more is better, or -1")
    return tuple(weight / whole for weight in weights)
