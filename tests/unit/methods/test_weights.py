import math
from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.weights import flattened, rank_order_centroid, rank_reciprocal, rank_sum, shares, whole_shares

Way = Callable[[Sequence[int]], tuple[Fraction, ...]]
WAYS: tuple[Way, ...] = (rank_order_centroid, rank_sum, rank_reciprocal)
positive = st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=100)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ranks", [[], [0, 1], [2, 3], [1, 1, 2], [1, 3]])
def test_ranks_that_are_no_order_are_refused(way: Way, ranks: list[int]) -> None:
    with pytest.raises(ValueError, match="expected those of an order"):
        way(ranks)


@pytest.mark.parametrize("way", WAYS)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=7))
def test_weights_from_an_order_fall_with_it_and_are_a_whole(way: Way, drawn: list[int]) -> None:
    ranks = [sum(other < one for other in drawn) + 1 for one in drawn]

    found = way(ranks)

    assert sum(found) == 1
    assert all((found[one] > found[other]) == (ranks[one] < ranks[other]) for one in range(len(ranks)) for other in range(len(ranks)))


def test_equal_ranks_share_the_mean_of_their_places() -> None:
    assert rank_order_centroid([1, 2, 2]) == (Fraction(11, 18), Fraction(7, 36), Fraction(7, 36))


@pytest.mark.parametrize("points", [[], [0, 0], [3, -1]])
def test_points_that_are_no_shares_are_refused(points: list[int]) -> None:
    with pytest.raises(ValueError, match="expected none below 0, and one above"):
        shares([Fraction(point) for point in points])


def test_a_criterion_without_points_has_no_share() -> None:
    assert shares([Fraction(3), Fraction(0), Fraction(1)]) == (Fraction(3, 4), Fraction(0), Fraction(1, 4))


@given(st.lists(st.tuples(positive, st.lists(positive, min_size=1, max_size=4)), min_size=1, max_size=4))
def test_hierarchical_weights_are_their_flattened_form(domains: list[tuple[Fraction, list[Fraction]]]) -> None:
    """The weighted sum of a hierarchy, worked out domain by domain, is that of the flat weights."""
    found = flattened(domains)
    values = [[Fraction(index + 1, place + 1) for place in range(len(criteria))] for index, (_, criteria) in enumerate(domains)]

    inner = [
        sum(share * value for share, value in zip(shares(criteria), row, strict=True))
        for (_, criteria), row in zip(domains, values, strict=True)
    ]
    outer = sum(head * score for head, score in zip(shares([weight for weight, _ in domains]), inner, strict=True))

    assert outer == sum(weight * value for of, row in zip(found, values, strict=True) for weight, value in zip(of, row, strict=True))
    assert sum(weight for of in found for weight in of) == 1


@given(st.lists(positive, min_size=1, max_size=6))
def test_whole_shares_are_the_least_whole_numbers_in_proportion(weights: list[Fraction]) -> None:
    found = whole_shares(weights)

    assert math.gcd(*found) == 1
    assert all(one * weights[0] == found[0] * weight for one, weight in zip(found, weights, strict=True))


@pytest.mark.parametrize("weights", [[Fraction(0)], [Fraction(1), Fraction(-1, 2)]])
def test_weights_that_are_not_above_0_have_no_whole_shares(weights: list[Fraction]) -> None:
    with pytest.raises(ValueError, match="expected all above 0"):
        whole_shares(weights)
