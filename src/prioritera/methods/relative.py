"""Scaling relative to the set: what other alternatives there are decides each one's value, so ranks can reverse. Opt-in, and always said.

Source: Triantaphyllou (2000), Multi-Criteria Decision Making Methods; Belton & Gear (1983) on rank reversal.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from prioritera.methods.finite import check_finite
from prioritera.methods.scales import Bins, Function, Points


def by_range(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """0 for the least of the set and 1 for the greatest; 1 for all where nothing differs.

    >>> by_range([Fraction(2), Fraction(4), Fraction(3)])
    (Fraction(0, 1), Fraction(1, 1), Fraction(1, 2))
    """
    check_finite(values)
    least, most = min(values, default=Fraction(0)), max(values, default=Fraction(0))
    return tuple(Fraction(value - least) / (most - least) if most > least else Fraction(1) for value in values)


def by_sum(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Each one's share of the sum of the set.

    Raises:
        ValueError: a value is below 0, or all are 0.

    >>> by_sum([Fraction(1), Fraction(3)])
    (Fraction(1, 4), Fraction(3, 4))
    """
    check_finite(values)
    whole = sum(values, Fraction(0))
    if whole <= 0 or any(value < 0 for value in values):
        raise ValueError(f"values are {[str(value) for value in values]}; expected none below 0, and one above")
    return tuple(value / whole for value in values)


def by_rank(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The share of the others that are lower, those beside counting half; 1 for one alone.

    >>> by_rank([Fraction(1), Fraction(9), Fraction(1)])
    (Fraction(1, 4), Fraction(1, 1), Fraction(1, 4))
    """
    check_finite(values)
    others = len(values) - 1
    if not others:
        return (Fraction(1),) * len(values)
    return tuple(
        Fraction(2 * sum(other < value for other in values) + sum(other == value for other in values) - 1, 2 * others) for value in values
    )


def by_class(values: Sequence[Fraction], count: int) -> tuple[Fraction, ...]:
    """Each one's quantile class in the set, from 0 for the lowest class to 1 for the highest; 1 for one alone.

    The class is what the share of the set below a value comes to, those beside it (itself too) counting half, in so many equal parts: equal
    values have one class, and a class can be empty. Half-counted ties are the mean position of a mid-rank (Kendall 1945, The treatment of
    ties in ranking problems).

    Args:
        values: of the alternatives of the set.
        count: how many classes: 4 for quartiles; at least 2.

    Raises:
        ValueError: there are fewer than two classes, or a value is not finite.

    >>> by_class([Fraction(x) for x in (1, 2, 3, 9, 9, 9, 40, 50)], 4)
    (Fraction(0, 1), Fraction(0, 1), Fraction(1, 3), Fraction(2, 3), Fraction(2, 3), Fraction(2, 3), Fraction(1, 1), Fraction(1, 1))
    """
    check_finite(values)
    if count <= 1:
        raise ValueError(f"there are {count} classes; expected two or more")
    if len(values) == 1:
        return (Fraction(1),)
    placed = ((sum(other < value for other in values), sum(other == value for other in values)) for value in values)
    return tuple(Fraction(count * (2 * below + beside) // (2 * len(values)), count - 1) for below, beside in placed)


def inverted(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """One over each value, for criteria where less is better.

    Raises:
        ValueError: a value is not above 0.

    >>> inverted([Fraction(2), Fraction(1, 3)])
    (Fraction(1, 2), Fraction(3, 1))
    """
    check_finite(values)
    if any(value <= 0 for value in values):
        raise ValueError(f"values are {[str(value) for value in values]}; expected all above 0")
    return tuple(1 / Fraction(value) for value in values)


QUANTILES: Mapping[str, int] = {"tertiles": 3, "quartiles": 4, "quintiles": 5, "deciles": 10}
RELATIVE: Mapping[str, Callable[[Sequence[Fraction]], tuple[Fraction, ...]]] = {
    "range": by_range,
    "sum": by_sum,
    "rank": by_rank,
    **{name: partial(by_class, count=count) for name, count in QUANTILES.items()},
}


def scale_of(kind: str, performances: Sequence[int], *, falling: bool = False) -> Function | None:
    """The value function that scaling relative to a set comes to, for that set: its value at each performance is the relative one.

    Between the performances of the set it rises or falls with them: in a line for "range" and "sum", in steps for the
    others.

    Args:
        kind: one of RELATIVE.
        performances: those of the set, in whole steps.
        falling: whether less is better; the relative value is then turned.

    Returns:
        None where the set says nothing: it is empty, or what "sum" shares is 0.

    Raises:
        ValueError: of "sum", a performance is below 0, or less is better.

    >>> scale_of("range", [2, 7, 4])
    Points(points=((2, 0), (7, 1)), whole=None)
    """
    if not performances:
        return None
    xs = sorted(set(performances))
    if kind == "sum":
        if falling or xs[0] < 0:
            raise ValueError(f"performances are {xs}, falling {falling}; expected none below 0, and more to be better")
        return Points([(0, 0), (sum(performances), 1)]) if xs[-1] else None
    if len(performances) == 1 or (kind == "range" and len(xs) == 1):
        return Bins([(xs[0], 1)])
    if kind == "range":
        return Points([(xs[0], int(falling)), (xs[-1], int(not falling))])
    top = QUANTILES[kind] - 1 if kind in QUANTILES else 2 * (len(performances) - 1)
    shares = dict(zip(performances, RELATIVE[kind]([Fraction(-x if falling else x) for x in performances]), strict=True))
    return Bins([(x, int(shares[x] * top)) for x in xs], top)
