"""Numbers that are numbers: what is missing is left out by whoever asks, and never counted."""

from collections.abc import Hashable, Iterable
from decimal import Decimal
from math import isfinite


def check_finite(numbers: Iterable[Hashable]) -> None:
    """Refuse what is not finite. A blank is None, and is left out; NaN, which data frames use for one, would be counted or compared.

    Args:
        numbers: fractions and whole numbers are finite; so is what is no number.

    Raises:
        ValueError: one is NaN or infinite.

    >>> check_finite([3, 0.5, "yes", None])
    >>> check_finite([1, float("nan")])
    Traceback (most recent call last):
    ValueError: a number is nan; expected finite numbers, and None or nothing where an answer is missing
    """
    for number in numbers:
        if isinstance(number, float | Decimal) and not isfinite(number):
            raise ValueError(f"a number is {number}; expected finite numbers, and None or nothing where an answer is missing")
