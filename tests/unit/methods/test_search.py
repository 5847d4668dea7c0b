import pytest

from prioritera.methods.search import nearest


def test_a_start_that_reaches_is_the_nearest() -> None:
    assert nearest(4, 0, 9, [], lambda x: x >= 4) == 4


def test_the_nearest_may_lie_above_or_below() -> None:
    assert nearest(2, 0, 1000, [], lambda x: x >= 700) == 700
    assert nearest(900, 0, 1000, [], lambda x: x <= 3) == 3


def test_of_two_as_near_the_greater_is_taken() -> None:
    assert nearest(5, 0, 10, [5], lambda x: x <= 3 or x >= 7) == 7


def test_the_nearer_of_two_ways_is_taken() -> None:
    assert nearest(5, 0, 10, [5], lambda x: x <= 4 or x >= 8) == 4
    assert nearest(5, 0, 10, [5], lambda x: x <= 1 or x >= 8) == 8


def test_nothing_that_reaches_is_none() -> None:
    assert nearest(5, 0, 10, [2, 7], lambda _: False) is None


@pytest.mark.parametrize("only", [0, 6, 7, 8, 10])
def test_a_single_number_is_found_at_a_corner_beside_one_and_at_the_ends(only: int) -> None:
    assert nearest(5, 0, 10, [7], lambda x: x == only) == only


def test_corners_outside_the_range_are_not_looked_at() -> None:
    asked = []

    def reaches(x: int) -> bool:
        asked.append(x)
        return x >= 9

    assert nearest(5, 3, 8, [-20, 2, 9, 40], reaches) is None
    assert set(asked) <= set(range(3, 9))


def test_the_search_halves_what_is_left() -> None:
    asked = []

    def reaches(x: int) -> bool:
        asked.append(x)
        return x >= 2**40

    assert nearest(0, 0, 2**60, [], reaches) == 2**40
    assert len(asked) < 80
