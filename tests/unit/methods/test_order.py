import pytest

from prioritera.methods.order import Side, rank_ranges, sides_of_cut

IN, GREY, OUT = Side.INSIDE, Side.GREY_ZONE, Side.OUTSIDE


def test_equal_keys_share_the_better_rank() -> None:
    assert rank_ranges([5, 3, 3, 1], [5, 3, 3, 1]) == [(1, 1), (2, 2), (2, 2), (4, 4)]


def test_a_range_of_keys_is_a_range_of_ranks() -> None:
    assert rank_ranges([5, 3, 3, 1], [5, 3, 3, 4]) == [(1, 1), (2, 3), (2, 3), (2, 4)]


def test_two_that_overlap_can_each_be_first() -> None:
    assert rank_ranges([0, 1], [2, 3]) == [(1, 2), (1, 2)]


def test_a_range_that_only_touches_a_key_does_not_pass_it() -> None:
    assert rank_ranges([3, 0], [3, 3]) == [(1, 1), (1, 2)]
    assert rank_ranges([0, 0], [0, 3]) == [(1, 2), (1, 1)]


def test_keys_may_be_tuples_compared_part_by_part() -> None:
    assert rank_ranges([(0, 9), (1, 0)], [(0, 9), (1, 0)]) == [(2, 2), (1, 1)]


def test_one_alone_is_first_however_little_is_known_and_none_have_no_ranks() -> None:
    assert rank_ranges([0], [9]) == [(1, 1)]
    assert rank_ranges([], []) == []


def test_as_many_upper_keys_as_lower_ones_are_needed() -> None:
    with pytest.raises(ValueError, match="zip"):
        rank_ranges([1, 2], [1])


@pytest.mark.parametrize(
    ("k", "sides"),
    [
        (0, [OUT, OUT, OUT, OUT]),
        (1, [IN, OUT, OUT, OUT]),
        (2, [IN, GREY, GREY, OUT]),
        (3, [IN, IN, IN, OUT]),
        (4, [IN, IN, IN, IN]),
    ],
)
def test_a_tie_is_never_split_by_a_cut(k: int, sides: list[Side]) -> None:
    assert sides_of_cut([5, 3, 3, 1], [5, 3, 3, 1], k) == sides


@pytest.mark.parametrize(("k", "sides"), [(1, [IN, OUT, OUT]), (2, [IN, GREY, GREY]), (3, [IN, IN, IN])])
def test_what_could_stand_on_either_side_is_in_the_grey_zone(k: int, sides: list[Side]) -> None:
    assert sides_of_cut([5, 2, 1], [5, 2, 4], k) == sides


def test_one_that_can_only_tie_with_the_last_inside_is_in_the_grey_zone() -> None:
    assert sides_of_cut([3, 0], [3, 3], 1) == [GREY, GREY]


def test_sides_have_words() -> None:
    assert [side.value for side in Side] == ["inside", "grey-zone", "outside"]
