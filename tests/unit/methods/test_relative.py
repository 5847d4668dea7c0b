from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.relative import QUANTILES, RELATIVE, by_class, by_range, by_rank, by_sum, inverted, scale_of
from prioritera.methods.scales import exact_scale, value_of
from prioritera.model.ruleset import ROUNDED_SCALE

values = st.lists(st.fractions(min_value=0, max_value=9, max_denominator=9), max_size=6)


@pytest.mark.parametrize("name", ["range", "rank"])
@given(values)
def test_relative_values_keep_the_order_and_the_ties(name: str, given_values: list[Fraction]) -> None:
    found = RELATIVE[name](given_values)

    assert all(0 <= value <= 1 for value in found)
    pairs = [(one, other) for one in range(len(found)) for other in range(len(found))]
    assert all((found[one] < found[other]) == (given_values[one] < given_values[other]) for one, other in pairs)


def test_where_nothing_differs_all_are_best() -> None:
    assert by_range([Fraction(3)] * 2) == (Fraction(1), Fraction(1))
    assert by_rank([Fraction(3)]) == (Fraction(1),)
    assert by_rank([]) == ()


@pytest.mark.parametrize("wrong", [[], [0], [-1, 3]])
def test_shares_of_nothing_are_refused(wrong: list[int]) -> None:
    with pytest.raises(ValueError, match="expected none below 0, and one above"):
        by_sum([Fraction(value) for value in wrong])


def test_what_is_not_above_nothing_cannot_be_turned_over() -> None:
    with pytest.raises(ValueError, match="expected all above 0"):
        inverted([Fraction(0)])


steps = st.lists(st.integers(0, 30), min_size=1, max_size=8)


@given(performances=steps, kind=st.sampled_from(["range", "rank", *QUANTILES]), falling=st.booleans())
def test_the_function_for_a_set_gives_the_relative_values(performances: list[int], kind: str, *, falling: bool) -> None:
    exact = [Fraction(-x if falling else x) for x in performances]

    function = scale_of(kind, performances, falling=falling)

    assert function is not None
    scale = exact_scale([function])
    assert tuple(Fraction(value_of(function, x, scale), scale) for x in performances) == RELATIVE[kind](exact)


@given(steps.filter(any))
def test_shares_of_a_sum_are_a_line_from_0(performances: list[int]) -> None:
    function = scale_of("sum", performances)

    assert function is not None
    scale = exact_scale([function])
    assert tuple(Fraction(value_of(function, x, scale), scale) for x in performances) == by_sum([Fraction(x) for x in performances])


@given(steps, st.sampled_from(["range", "rank", "sum"]))
def test_the_order_on_the_criterion_is_never_changed(performances: list[int], kind: str) -> None:
    function = scale_of(kind, performances)

    values = [0 if function is None else value_of(function, x, ROUNDED_SCALE) for x in performances]

    pairs = list(product(zip(performances, values, strict=True), repeat=2))
    assert all(one <= other for (x, one), (y, other) in pairs if x <= y)
    assert function is None or all(one < other for (x, one), (y, other) in pairs if x < y)


@given(performances=steps, kind=st.sampled_from(list(QUANTILES)))
def test_a_class_never_turns_an_order_and_equal_ones_share_it(performances: list[int], kind: str) -> None:
    function = scale_of(kind, performances)

    assert function is not None
    values = [value_of(function, x, ROUNDED_SCALE) for x in performances]
    pairs = list(product(zip(performances, values, strict=True), repeat=2))
    assert all(one <= other for (x, one), (y, other) in pairs if x <= y)


@given(count=st.integers(2, 10), each=st.integers(1, 4))
def test_different_values_fill_the_classes_evenly(count: int, each: int) -> None:
    found = by_class([Fraction(x) for x in range(count * each)], count)

    assert found == tuple(Fraction(number, count - 1) for number in range(count) for _ in range(each))


def test_one_alone_is_in_the_highest_class_and_none_in_none() -> None:
    assert by_class([Fraction(3)], 4) == (Fraction(1),)
    assert by_class([], 4) == ()


@pytest.mark.parametrize(("kind", "performances"), [("range", []), ("rank", []), ("sum", []), ("sum", [0, 0])])
def test_a_set_that_says_nothing_has_no_scale(kind: str, performances: list[int]) -> None:
    assert scale_of(kind, performances) is None


@pytest.mark.parametrize(("performances", "falling"), [([-1, 2], False), ([1, 2], True)])
def test_shares_of_a_sum_are_not_of_everything(performances: list[int], *, falling: bool) -> None:
    with pytest.raises(ValueError, match="expected none below 0, and more to be better"):
        scale_of("sum", performances, falling=falling)
