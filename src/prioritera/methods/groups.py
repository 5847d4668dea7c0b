"""Several judges, in groups: a blank is no answer, and a group's size gives it no louder voice where voices are equal. All exact."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

import attrs

from prioritera.methods.aggregate import mean
from prioritera.methods.finite import check_finite
from prioritera.methods.order import doubled_places

Answers = Sequence[Fraction | None]


@attrs.frozen
class Said:
    """A value with how many of the asked answered. None: nobody did."""

    value: Fraction | None
    answered: int
    asked: int


def mean_of_answers(answers: Answers) -> Said:
    """The mean of those who answered; a blank is not counted.

    >>> mean_of_answers([Fraction(1), None, Fraction(0)])
    Said(value=Fraction(1, 2), answered=2, asked=3)
    """
    said = [answer for answer in answers if answer is not None]
    return Said(mean(said) if said else None, len(said), len(answers))


def mean_of_means(criteria: Sequence[Sequence[Answers]], weights: Sequence[Fraction]) -> Fraction | None:
    """CHNRI's research priority score, as a share: the weighted mean of the criteria's means.

    Args:
        criteria: one a criterion, of its sub-questions, each with one answer a judge from 0 to 1; None is a blank.
        weights: one a criterion, in any unit.

    Returns:
        0 to 1; None when a criterion with a weight has no answer at all, for then there is no telling.

    Raises:
        ValueError: the lengths differ, the weights cannot be shares, or an answer is not from 0 to 1.

    Source: Rudan et al. (2008); the formula from methods.md, there marked as from memory.

    >>> yes, no = Fraction(1), Fraction(0)
    >>> mean_of_means([[[yes, no], [yes, None]], [[no, no]]], [Fraction(1), Fraction(1)])
    Fraction(1, 3)
    """
    check_finite(weights)
    whole = sum(weights, Fraction(0))
    if whole <= 0 or any(weight < 0 for weight in weights):
        raise ValueError(f"weights are {[str(weight) for weight in weights]}; expected none below 0, and one above")
    total = Fraction(0)
    for questions, weight in zip(criteria, weights, strict=True):
        said = mean_of_answers([answer for question in questions for answer in question])
        if any(answer is not None and not 0 <= answer <= 1 for question in questions for answer in question):
            raise ValueError("an answer is not from 0 to 1; expected 1 for yes, 0 for no, 1/2 for undecided and None for a blank")
        if said.value is None and weight:
            return None
        total += weight * (said.value or 0)
    return total / whole


def points_of_ballots(ballots: Sequence[Sequence[int]], points: Sequence[int], candidates: int) -> tuple[int, ...]:
    """The points of each candidate over ballots that choose and rank, or only choose.

    Args:
        ballots: each the chosen candidates by index, the first choice first.
        points: what each place on a ballot gives; all the same where a ballot only chooses.
        candidates: how many there are.

    Raises:
        ValueError: a ballot chooses more than there are points for, the same twice, or one that is not there.

    Source: JLA Guidebook, chapter 7 (rank 1 gives 10 points, rank 10 gives 1).

    >>> points_of_ballots([[0, 2], [2]], [3, 2, 1], 3)
    (3, 0, 5)
    """
    totals = [0] * candidates
    for ballot in ballots:
        if len(ballot) > len(points) or len(set(ballot)) != len(ballot) or any(not 0 <= chosen < candidates for chosen in ballot):
            raise ValueError(f"the ballot {list(ballot)} does not choose at most {len(points)} different ones of {candidates}")
        for chosen, given in zip(ballot, points, strict=False):
            totals[chosen] += given
    return tuple(totals)


def position_points(totals: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Points for places: the last of n gets 1 and the first n; equal totals share the mean of the places that they take.

    >>> position_points([Fraction(5), Fraction(9), Fraction(5)])
    (Fraction(3, 2), Fraction(3, 1), Fraction(3, 2))
    """
    check_finite(totals)
    ordered = sorted(totals)
    points = {total: Fraction(bisect_left(ordered, total) + bisect_right(ordered, total) + 1, 2) for total in set(ordered)}
    return tuple(points[total] for total in totals)


def equal_voices(groups: Sequence[Sequence[Fraction]]) -> tuple[Fraction, ...]:
    """Each group's totals made into position points, and these added: every group weighs as much, whatever its size.

    Args:
        groups: one a group, of one total a candidate.

    Raises:
        ValueError: the groups have totals of different numbers of candidates.

    Source: JLA Guidebook, chapter 7 (collating and scoring interim priorities).

    >>> equal_voices([[Fraction(100), Fraction(50)], [Fraction(1), Fraction(2)]])
    (Fraction(3, 1), Fraction(3, 1))
    """
    return tuple(sum(points, Fraction(0)) for points in zip(*(position_points(group) for group in groups), strict=True))


def sum_of_ranks(orders: Sequence[Sequence[Fraction | int]]) -> tuple[Fraction, ...]:
    """The sum of each candidate's ranks over the orders of small groups; the lowest is first.

    Candidates that share a rank have the mean of the places that they take, however the group wrote it (1, 1, 3 or 1, 1, 2 or 1.5, 1.5, 3):
    so no group weighs more for its way of writing, and the order is that of Borda points.

    Raises:
        ValueError: the orders are of different numbers of candidates, or a rank is not finite.

    Source: JLA Guidebook, chapter 8 (final priority setting); Kendall (1945) for the ties, of which the guidebook says nothing.

    >>> [str(total) for total in sum_of_ranks([[1, 2, 3], [1, 1, 3]])]
    ['5/2', '7/2', '6']
    """
    check_finite(rank for order in orders for rank in order)
    return tuple(Fraction(sum(places), 2) for places in zip(*(doubled_places(order) for order in orders), strict=True))


def union_of_tops(groups: Sequence[Sequence[Fraction]], k: int) -> tuple[int, ...]:
    """The candidates that stand among the k first of any group; a tie at the k-th place is not split.

    Returns:
        Their indices, rising: at most one list of k a group where there are no ties at the cut.

    Source: JLA Adult Social Work (three lists of ten: 21 questions), in the JLA Guidebook, chapter 7.

    >>> union_of_tops([[Fraction(3), Fraction(2), Fraction(1)], [Fraction(0), Fraction(2), Fraction(2)]], 1)
    (0, 1, 2)
    """
    check_finite(total for totals in groups for total in totals)
    inside: set[int] = set()
    for totals in groups:
        inside |= {index for index, total in enumerate(totals) if sum(other > total for other in totals) < k}
    return tuple(sorted(inside))
