"""From values to one score, and from several judges' answers to one value: all exact."""

from collections.abc import Sequence
from fractions import Fraction

from prioritera.methods.finite import check_finite


def weighted_sum(values: Sequence[int], weights: Sequence[int]) -> int:
    """Score one alternative as the weighted sum of its values.

    Args:
        values: one a criterion, 0 (worst) to S (best), S being the rule set's whole scale.
        weights: one a criterion, whole and not negative, W in all.

    Returns:
        0 to W * S, exact. Equal scores are ties.

    Raises:
        ValueError: the lengths differ.

    Source: Keeney & Raiffa (1976), Decisions with Multiple Objectives (additive value function).

    >>> weighted_sum([800, 400], [3, 1])
    2800
    """
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def median(answers: Sequence[Fraction]) -> Fraction:
    """The middle answer, or half way between the two in the middle.

    Raises:
        ValueError: there are no answers, or one is not finite.

    >>> median([Fraction(3), Fraction(0), Fraction(2), Fraction(1)])
    Fraction(3, 2)
    """
    if not answers:
        raise ValueError("no answers; expected at least one")
    check_finite(answers)
    ordered = sorted(answers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else Fraction(ordered[middle - 1] + ordered[middle]) / 2


def mean(answers: Sequence[Fraction]) -> Fraction:
    """The exact mean.

    Raises:
        ValueError: there are no answers, or one is not finite.

    >>> mean([Fraction(1), Fraction(2), Fraction(2)])
    Fraction(5, 3)
    """
    if not answers:
        raise ValueError("no answers; expected at least one")
    check_finite(answers)
    return sum(answers, Fraction(0)) / len(answers)


def to_whole(value: Fraction) -> int:
    """The nearest whole number, halves upwards: the one rounding that a panel's value may need.

    >>> to_whole(Fraction(3, 2)), to_whole(Fraction(-3, 2)), to_whole(Fraction(1, 3))
    (2, -1, 0)
    """
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
