"""How far two orders with ties agree: Kendall's tau-b and Spearman's rho, exact until they are written out."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import isqrt

import attrs

from prioritera.methods.finite import check_finite
from prioritera.methods.order import doubled_places


@attrs.frozen(kw_only=True)
class Correlation:
    """A correlation as it is: `over` divided by the square root of `squared`, two whole numbers; -1 to 1."""

    over: int
    squared: int

    def rounded(self, digits: int) -> Fraction:
        """The nearest decimal of so many digits, one that is halfway taken away from 0: no float is asked.

        >>> Correlation(over=1, squared=3).rounded(2)
        Fraction(29, 50)
        """
        # |over| / sqrt(squared) * 10^digits to the nearest: the root of twice it, squared, and then half of that.
        doubled = isqrt(4 * (abs(self.over) * 10**digits) ** 2 // self.squared)
        nearest = Fraction((doubled + 1) // 2, 10**digits)
        return -nearest if self.over < 0 else nearest


def kendall_tau_b(first: Sequence[int], second: Sequence[int]) -> Correlation | None:
    """Kendall's tau-b: pairs in the same order less pairs in the opposite, by the pairs that each order tells apart.

    Args:
        first: one rank an alternative; equal ones are a tie.
        second: the ranks of the same alternatives.

    Returns:
        The correlation, or None where an order tells no pair apart, so that there is nothing to agree with.

    Raises:
        ValueError: the orders are not of as many, or a rank is not finite.

    Source: Kendall (1945), The treatment of ties in ranking problems, Biometrika 33(3).

    >>> kendall_tau_b([1, 2, 3], [1, 3, 2])
    Correlation(over=1, squared=9)
    """
    check_finite([*first, *second])
    pairs = list(combinations(zip(first, second, strict=True), 2))
    signs = [(_sign(one[0] - other[0]), _sign(one[1] - other[1])) for one, other in pairs]
    told_apart = sum(a != 0 for a, _ in signs) * sum(b != 0 for _, b in signs)
    return Correlation(over=sum(a * b for a, b in signs), squared=told_apart) if told_apart else None


def spearman_rho(first: Sequence[int], second: Sequence[int]) -> Correlation | None:
    """Spearman's rho with ties: the product-moment correlation of the ranks, those that tie sharing the mean of their places.

    Args, returns and raises as `kendall_tau_b`.

    Source: Kendall & Gibbons (1990), Rank Correlation Methods, 5th ed.

    >>> spearman_rho([1, 2, 3], [1, 3, 2]).rounded(3)
    Fraction(1, 2)
    """
    check_finite([*first, *second])
    middle = len(first) + 1
    pairs = list(zip(doubled_places(first), doubled_places(second), strict=True))
    spread = sum((a - middle) ** 2 for a, _ in pairs) * sum((b - middle) ** 2 for _, b in pairs)
    return Correlation(over=sum((a - middle) * (b - middle) for a, b in pairs), squared=spread) if spread else None


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
