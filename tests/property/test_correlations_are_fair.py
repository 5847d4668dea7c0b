"""Correlations of orders with ties: what they are whatever the orders."""

from math import isclose, sqrt

from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.correlation import Correlation, kendall_tau_b, spearman_rho

ORDERS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=9)


def _as_float(found: Correlation | None) -> float | None:
    return None if found is None else found.over / sqrt(found.squared)


def _pearson(first: list[float], second: list[float]) -> float | None:
    middle = [sum(values) / len(values) for values in (first, second)]
    apart = [[value - mean for value in values] for values, mean in zip((first, second), middle, strict=True)]
    lengths = [sum(value**2 for value in values) for values in apart]
    return sum(a * b for a, b in zip(*apart, strict=True)) / sqrt(lengths[0] * lengths[1]) if all(lengths) else None


@given(ORDERS.filter(bool))
def test_rho_is_the_correlation_of_mean_places(pairs: list[tuple[int, int]]) -> None:
    orders = [[one for one, _ in pairs], [other for _, other in pairs]]
    places = [[sum(other < one for other in order) + (sum(other == one for other in order) + 1) / 2 for one in order] for order in orders]
    expected, found = _pearson(places[0], places[1]), _as_float(spearman_rho(*orders))

    assert (expected is None) == (found is None)
    assert expected is None or found is None or isclose(expected, found, abs_tol=1e-12)


@given(ORDERS)
def test_neither_order_goes_before_the_other_and_no_correlation_is_past_one(pairs: list[tuple[int, int]]) -> None:
    first, second = [one for one, _ in pairs], [other for _, other in pairs]
    for correlation in (kendall_tau_b, spearman_rho):
        found, turned = correlation(first, second), correlation(second, [-rank for rank in first])
        assert (found is None) == (turned is None)
        if found is not None and turned is not None:
            assert found.over == -turned.over
            assert found.squared == turned.squared >= found.over**2
            assert abs(found.rounded(6) - found.rounded(9)) <= 1 / 2 * 10**-6 + 10**-9


@given(ORDERS)
def test_orders_agree_wholly_only_when_they_are_the_same(pairs: list[tuple[int, int]]) -> None:
    first, second = [one for one, _ in pairs], [other for _, other in pairs]
    same = all((a[0] < b[0]) == (a[1] < b[1]) for a in pairs for b in pairs)
    tau = kendall_tau_b(first, second)

    assert tau is None or (tau.over**2 == tau.squared and tau.over > 0) == same
