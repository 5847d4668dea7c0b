from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.relative import RELATIVE, by_range, by_rank, by_sum, inverted

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
