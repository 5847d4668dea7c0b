"""Correlations against cases worked out by hand, and against their definitions in floating point."""

from fractions import Fraction

import pytest

from prioritera.methods.correlation import Correlation, kendall_tau_b, spearman_rho


def test_the_same_order_agrees_wholly_and_the_opposite_not_at_all() -> None:
    for correlation in (kendall_tau_b, spearman_rho):
        same, opposite = correlation([1, 2, 2, 4], [1, 2, 2, 4]), correlation([1, 2, 3], [3, 2, 1])
        assert same is not None
        assert opposite is not None
        assert [same.rounded(6), opposite.rounded(6)] == [1, -1]


def test_ties_in_one_order_only_lessen_tau_b() -> None:
    # Pairs: 6 in all, one tied in the first (5 told apart), all told apart in the second, all five in the same order: 5 / sqrt(5 * 6).
    found = kendall_tau_b([1, 2, 2, 4], [1, 2, 3, 4])

    assert found == Correlation(over=5, squared=30)
    assert found.rounded(4) == Fraction("0.9129")


def test_ties_share_their_mean_place_in_rho() -> None:
    # Places 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
    found = spearman_rho([1, 2, 2, 4], [1, 2, 3, 4])

    assert found is not None
    assert found.rounded(4) == Fraction("0.9487")


@pytest.mark.parametrize("correlation", [kendall_tau_b, spearman_rho])
@pytest.mark.parametrize("orders", [([], []), ([1], [1]), ([1, 1, 1], [1, 2, 3]), ([1, 2], [1, 1])])
def test_an_order_that_tells_nothing_apart_has_no_correlation(correlation: object, orders: tuple[list[int], list[int]]) -> None:
    assert callable(correlation)
    assert correlation(*orders) is None


@pytest.mark.parametrize("correlation", [kendall_tau_b, spearman_rho])
def test_orders_must_be_of_as_many(correlation: object) -> None:
    assert callable(correlation)
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        correlation([1, 2], [1])


def test_what_is_halfway_is_rounded_away_from_zero() -> None:
    assert [Correlation(over=1, squared=4).rounded(0), Correlation(over=-1, squared=4).rounded(0)] == [1, -1]
    assert Correlation(over=1, squared=5).rounded(0) == 0
