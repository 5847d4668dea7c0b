"""Weights from pairwise judgements of how many times as much one criterion matters as another (AHP)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.methods.finite import check_finite
from prioritera.methods.weights import shares

# Saaty (1980), The Analytic Hierarchy Process: the mean consistency index of random matrices, by size from 1. Others have drawn more and
# come to somewhat else (0.52 for three criteria, 0.89 for four and so on), and ratios by theirs differ in the second figure.
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
_NEAR = 1e-13


@attrs.frozen(kw_only=True)
class Ahp:
    """The weights that judgements come to, 1 in all, and how far the judgements agree with each other.

    `consistency` is Saaty's ratio: 0 for judgements that all agree, and by his rule of thumb to be looked at above 0.10; None where it says
    nothing, for fewer than three criteria, more than fifteen, or a missing pair. `strained` lists the judgements by how many times they
    differ from what the weights come to, the most first.
    """

    weights: tuple[float, ...]
    consistency: float | None
    strained: tuple[tuple[int, int, float], ...]


def ahp(count: int, judgements: Mapping[tuple[int, int], Fraction]) -> Ahp:
    """The principal eigenvector of the judgements, with missing pairs filled in by it (Harker).

    Args:
        count: how many criteria there are.
        judgements: for a pair (i, j), how many times as much i matters as j; each pair once, in either order.

    Raises:
        ValueError: there are no criteria, a pair is unknown or said twice, a judgement is not above 0, or the pairs do not join all.

    Source: Saaty (1980); Harker (1987), Incomplete pairwise comparisons in the analytic hierarchy process, Mathematical Modelling 9(11).

    >>> found = ahp(2, {(0, 1): Fraction(3)})
    >>> [round(weight, 6) for weight in found.weights]
    [0.75, 0.25]
    """
    _check(count, judgements)
    matrix = [[0.0] * count for _ in range(count)]
    for (one, other), times in judgements.items():
        matrix[one][other], matrix[other][one] = float(times), float(1 / times)
    for index in range(count):
        # A missing pair counts as what the weights say, which adds one to the diagonal for each.
        matrix[index][index] = 1.0 + sum(matrix[index][other] == 0 for other in range(count) if other != index)
    weights, greatest = _eigenvector(matrix)
    pairs = count * (count - 1) // 2
    known = len(judgements) == pairs and 2 < count <= len(RANDOM_INDEX)  # noqa: PLR2004 -- two criteria always agree
    consistency = (greatest - count) / (count - 1) / RANDOM_INDEX[count - 1] if known else None
    strained = sorted(
        ((one, other, _times(float(times) * weights[other] / weights[one])) for (one, other), times in judgements.items()),
        key=lambda found: (-round(found[2], 9), found[:2]),
    )
    return Ahp(weights=weights, consistency=consistency, strained=tuple(strained))


def consistent(count: int, judgements: Mapping[tuple[int, int], Fraction]) -> tuple[Fraction, ...] | None:
    """The weights of judgements that all agree with each other, exact; None when they do not.

    Args and raises as `ahp`.

    >>> consistent(3, {(0, 1): Fraction(2), (1, 2): Fraction(3)})
    (Fraction(3, 5), Fraction(3, 10), Fraction(1, 10))
    """
    _check(count, judgements)
    times = {0: Fraction(1)}
    # INVARIANT: the judgements join all criteria, so each round reaches one more.
    while len(times) < count:
        for (one, other), value in judgements.items():
            if one in times and other not in times:
                times[other] = times[one] / value
            elif other in times and one not in times:
                times[one] = times[other] * value
    if any(times[one] != times[other] * value for (one, other), value in judgements.items()):
        return None
    return shares([times[index] for index in range(count)])


def _check(count: int, judgements: Mapping[tuple[int, int], Fraction]) -> None:
    if count < 1:
        raise ValueError("there are no criteria; expected at least one")
    check_finite(judgements.values())
    joined = list(range(count))
    for (one, other), times in judgements.items():
        if not (0 <= one < count and 0 <= other < count) or one == other or (other, one) in judgements or times <= 0:
            raise ValueError(f"the judgement {(one, other)} = {times} is of no pair, of one judged already, or not above 0")
        old, new = joined[one], joined[other]
        joined = [new if group == old else group for group in joined]
    if len(set(joined)) > 1:
        raise ValueError("the judgements do not join all criteria; expected a chain of pairs from each to each")


def _eigenvector(matrix: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], float]:
    """The principal eigenvector, 1 in all, and its eigenvalue, by power iteration from equal weights."""
    weights, whole, moved = tuple(1 / len(matrix) for _ in matrix), 0.0, 1.0
    # The matrix has no zero on its diagonal and joins all criteria, so the weights settle; they move by less than can be seen at the end.
    while moved > _NEAR:
        turned = [sum(cell * weight for cell, weight in zip(row, weights, strict=True)) for row in matrix]
        whole = sum(turned)
        settled = tuple(value / whole for value in turned)
        moved = max(abs(now - before) for now, before in zip(settled, weights, strict=True))
        weights = settled
    return weights, whole


def _times(ratio: float) -> float:
    """How many times a judgement differs, whichever way: 1 and up."""
    return max(ratio, 1 / ratio)
