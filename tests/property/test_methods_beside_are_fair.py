"""Methods that lists are set beside: laws that hold of each whatever the needs."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.many import MANY, Method, places

Rows = list[list[Fraction]]
METHODS = st.sampled_from(list(MANY.values()))


@st.composite
def lists(draw: st.DrawFn) -> tuple[Rows, list[int]]:
    """Two to six needs on one to four criteria."""
    width = draw(st.integers(1, 4))
    value = st.integers(0, 3).map(lambda third: Fraction(third, 3))
    rows = draw(st.lists(st.lists(value, min_size=width, max_size=width), min_size=2, max_size=6))
    return rows, draw(st.lists(st.integers(1, 5), min_size=width, max_size=width))


def ranks(method: Method, rows: Rows, weights: list[int]) -> tuple[int, ...]:
    return places(method.scores(rows, weights), exact=method.exact)


@given(METHODS, lists())
def test_the_order_of_the_needs_decides_nothing(method: Method, drawn: tuple[Rows, list[int]]) -> None:
    rows, weights = drawn
    turned = list(reversed(range(len(rows))))

    assert ranks(method, [rows[at] for at in turned], weights) == tuple(ranks(method, rows, weights)[at] for at in turned)


@given(METHODS, lists())
def test_needs_that_are_alike_share_their_place_and_the_first_is_first(method: Method, drawn: tuple[Rows, list[int]]) -> None:
    rows, weights = drawn
    found = ranks(method, [*rows, rows[0]], weights)

    assert found[0] == found[-1]
    assert min(found) == 1
    assert all(rank == 1 + sum(other < rank for other in found) for rank in found)


@given(METHODS, lists())
def test_what_is_best_in_everything_is_behind_nothing(method: Method, drawn: tuple[Rows, list[int]]) -> None:
    rows, weights = drawn

    assert ranks(method, [*rows, [Fraction(1)] * len(weights)], weights)[-1] == 1


@given(st.sampled_from([method for method in MANY.values() if not method.reverses]), lists())
def test_a_method_without_a_warning_never_turns_two_needs(method: Method, drawn: tuple[Rows, list[int]]) -> None:
    rows, weights = drawn
    whole, without = ranks(method, rows, weights), ranks(method, rows[:-1], weights)
    many = range(len(rows) - 1)

    assert [[whole[one] < whole[other] for other in many] for one in many] == [
        [without[one] < without[other] for other in many] for one in many
    ]
