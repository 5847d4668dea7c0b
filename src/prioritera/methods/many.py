"""Many ways to one order: the methods that a list is set beside. Their orders are for comparing; nothing here decides.

Every one takes values from 0 to 1, more is better and 1 the best of the scale, with one whole weight a criterion; nothing may be missing.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.methods.finite import check_finite
from prioritera.methods.outrank import Preference, exact_net_flows, topsis_closeness
from prioritera.methods.relative import by_range
from prioritera.methods.votes import borda, copeland, pairwise
from prioritera.methods.weights import rank_order_centroid

Rows = Sequence[Sequence[Fraction]]
Weights = Sequence[int]
Number = Fraction | float
# Scores in floating point that differ by no more than this are a tie.
TOLERANCE = 1e-9


@attrs.frozen(kw_only=True)
class Method:
    """A way to one order. `scores` gives one score an alternative, more is better.

    `reverses`: what other alternatives there are can turn the order of two. `exact`: scores are fractions, not floating point. `by` gives
    the scores by preference functions, one a criterion, where the method takes them. `library` is whose a method is that is not ours, and
    `note` a word of the report for what is chosen in it that nobody has decided.
    """

    id: str
    scores: Callable[[Rows, Weights], Sequence[Number]]
    reverses: bool = False
    exact: bool = True
    by: Callable[[Rows, Weights, Sequence[Preference]], Sequence[Number]] | None = None
    library: str = ""
    note: str = ""


class UnfitError(ValueError):
    """A method cannot give an order of these alternatives: `reason` says why, `columns` are the criteria that it is about."""

    def __init__(self, reason: str, columns: Sequence[int] = ()) -> None:
        """`reason` is a word of the report."""
        super().__init__(reason)
        self.reason = reason
        self.columns = tuple(columns)


def places(scores: Sequence[Number], *, exact: bool = True) -> tuple[int, ...]:
    """The rank of each, 1 the first; equal scores share the better rank. Without `exact`, those within TOLERANCE of the next are equal.

    >>> places([Fraction(1), Fraction(3), Fraction(1)])
    (2, 1, 2)
    >>> places([0.3, 0.1 + 0.2, 0.5], exact=False)
    (2, 2, 1)
    """
    check_finite(scores)
    tolerance = 0 if exact else TOLERANCE
    ranks = [0] * len(scores)
    last, rank = None, 0
    for place, index in enumerate(sorted(range(len(scores)), key=lambda index: scores[index], reverse=True), start=1):
        if last is None or last - scores[index] > tolerance:
            rank = place
        ranks[index], last = rank, scores[index]
    return tuple(ranks)


def _weighted(rows: Rows, weights: Sequence[Number]) -> tuple[Fraction, ...]:
    whole = sum((Fraction(weight) for weight in weights), Fraction(0))
    return tuple(sum((value * Fraction(weight) for value, weight in zip(row, weights, strict=True)), Fraction(0)) / whole for row in rows)


def _equal_weights(rows: Rows, weights: Weights) -> Sequence[Fraction]:
    return _weighted(rows, [1] * len(weights))


def _centroid_weights(rows: Rows, weights: Weights) -> Sequence[Fraction]:
    return _weighted(rows, rank_order_centroid(places([Fraction(weight) for weight in weights])))


def _lexicographic(rows: Rows, weights: Weights) -> Sequence[Fraction]:
    """How many are behind: the criteria of the greatest weight settle it, then the next; those of equal weight go by their sum."""
    steps = sorted(set(weights), reverse=True)
    keys = [tuple(sum(value for value, weight in zip(row, weights, strict=True) if weight == step) for step in steps) for row in rows]
    return [Fraction(sum(other < key for other in keys)) for key in keys]


def _relative_range(rows: Rows, weights: Weights) -> Sequence[Fraction]:
    columns = [by_range(column) for column in zip(*rows, strict=True)]
    return _weighted(list(zip(*columns, strict=True)), weights)


def _ballots(rows: Rows) -> list[tuple[int, ...]]:
    """Each criterion as a voter that orders the alternatives."""
    return [places(column) for column in zip(*rows, strict=True)]


def _borda(rows: Rows, weights: Weights) -> Sequence[Fraction]:
    return borda(_ballots(rows), weights)


def _copeland(rows: Rows, weights: Weights) -> Sequence[Fraction]:
    return copeland(pairwise(_ballots(rows), weights))


def _topsis(rows: Rows, weights: Weights) -> Sequence[float]:
    return topsis_closeness(_floats(rows), weights, [1] * len(weights))


def _promethee(rows: Rows, weights: Weights) -> Sequence[Number]:
    return exact_net_flows(rows, weights, [Preference()] * len(weights))


def _floats(rows: Rows) -> list[list[float]]:
    return [[float(value) for value in row] for row in rows]


_ALL = (
    Method(id="equal-weights", scores=_equal_weights),
    Method(id="roc", scores=_centroid_weights),
    Method(id="lexicographic", scores=_lexicographic),
    Method(id="relative-range", scores=_relative_range, reverses=True),
    Method(id="borda", scores=_borda, reverses=True),
    Method(id="copeland", scores=_copeland, reverses=True),
    Method(id="topsis", scores=_topsis, reverses=True, exact=False),
    Method(id="promethee2", scores=_promethee, reverses=True, by=exact_net_flows),
)
MANY: Mapping[str, Method] = {method.id: method for method in _ALL}
