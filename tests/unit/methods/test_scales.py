import re

import pytest

from prioritera.methods.scales import Bins, Log, Points, corners, exact_scale, is_falling, is_rising, value_of, value_range

LEVELS = Bins([(0, 0), (1, 1), (2, 2), (3, 3)])
HILL = Points([(0, 0), (5, 1), (10, 0)])
VALLEY = Points([(0, 2), (4, 0), (8, 1)])


@pytest.mark.parametrize("pairs", [[], [(0, 1)], [(0, 0), (0, 1)], [(1, 0), (0, 1)]])
def test_points_are_two_or_more_with_rising_x(pairs: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match=re.escape(f"points are {tuple(pairs)}; expected two or more with rising x")):
        Points(pairs)


@pytest.mark.parametrize("pairs", [[], [(0, 0), (0, 1)], [(1, 0), (0, 1)]])
def test_bins_are_one_or_more_with_rising_starts(pairs: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match=re.escape(f"bins are {tuple(pairs)}; expected one or more with rising starts")):
        Bins(pairs)


@pytest.mark.parametrize("heights", [[-1, 1], [0, 0]])
def test_heights_are_from_0_with_one_above(heights: list[int]) -> None:
    said = re.escape(f"heights are {heights}; expected whole numbers from 0, at least one above 0")

    with pytest.raises(ValueError, match=said):
        Points(list(enumerate(heights)))
    with pytest.raises(ValueError, match=said):
        Bins(list(enumerate(heights)))


@pytest.mark.parametrize("whole", [2, 0, -1])
def test_the_whole_is_at_least_the_greatest_height(whole: int) -> None:
    said = re.escape(f"the whole is {whole}; expected at least the greatest of [0, 3], and at least 1")

    with pytest.raises(ValueError, match=said):
        Points([(0, 0), (1, 3)], whole)
    with pytest.raises(ValueError, match=said):
        Bins([(0, 0), (1, 3)], whole)


def test_a_function_that_is_0_throughout_needs_a_whole_above_0() -> None:
    with pytest.raises(ValueError, match=re.escape("the whole is 0; expected at least the greatest of [0], and at least 1")):
        Bins([(0, 0)], 0)
    assert Bins([(0, 0)], 1).top == 1
    assert Points([(0, 0), (1, 0)], 1).top == 1


def test_the_top_is_the_whole_or_the_greatest_height() -> None:
    assert LEVELS.top == 3
    assert Points([(0, 4), (1, 2)]).top == 4
    assert Points([(0, 4), (1, 2)], 8).top == 8
    assert Bins([(0, 4), (1, 2)], 8).top == 8


def test_pairs_may_be_given_as_lists() -> None:
    assert Points([[0, 0], [1, 1]]) == Points([(0, 0), (1, 1)])
    assert Bins([[0, 0], [1, 1]]) == Bins([(0, 0), (1, 1)])


def test_a_function_bends_or_steps_at_its_corners() -> None:
    assert corners(HILL) == (0, 5, 10)
    assert corners(LEVELS) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("functions", "scale"),
    [
        ([], 1),
        ([LEVELS], 3),
        ([Points([(0, 0), (7, 1)])], 7),
        ([LEVELS, Points([(0, 0), (7, 1)])], 21),
        ([Points([(0, 1), (4, 0)])], 4),
        ([Points([(0, 0), (6, 4), (12, 4)])], 6),
        ([Bins([(0, 2), (1, 4)])], 2),
        ([Bins([(0, 1), (1, 2)], 6)], 6),
        ([Points([(0, 2), (1, 3)], 6)], 6),
    ],
)
def test_the_exact_scale_is_the_least_with_no_rounding(functions: list[Bins | Points], scale: int) -> None:
    assert exact_scale(functions) == scale


@pytest.mark.parametrize(("x", "value"), [(-9, 0), (0, 0), (1, 7), (2, 14), (3, 21), (99, 21)])
def test_a_level_has_the_height_of_the_last_bin_that_is_reached(x: int, value: int) -> None:
    assert value_of(LEVELS, x, 21) == value


@pytest.mark.parametrize(("x", "value"), [(-3, 0), (0, 0), (3, 6), (5, 10), (6, 8), (10, 0), (99, 0)])
def test_between_points_the_value_is_interpolated_and_outside_them_it_is_level(x: int, value: int) -> None:
    assert value_of(HILL, x, 10) == value


def test_a_function_that_begins_above_0_keeps_its_first_height_to_the_left() -> None:
    assert value_of(Bins([(5, 2), (9, 4)]), 0, 4) == 2
    assert value_of(Points([(5, 2), (9, 4)]), 0, 4) == 2


@pytest.mark.parametrize(
    ("x", "rising", "falling"),
    [(0, 0, 10), (1, 3, 7), (2, 7, 3), (3, 10, 0)],
)
def test_with_another_scale_values_are_rounded_half_up_from_the_lower_end(x: int, rising: int, falling: int) -> None:
    assert value_of(Points([(0, 0), (3, 1)]), x, 10) == rising
    assert value_of(Points([(0, 1), (3, 0)]), x, 10) == falling


def test_half_a_point_is_rounded_up() -> None:
    assert value_of(Points([(0, 0), (2, 1)]), 1, 1) == 1
    assert value_of(Points([(0, 1), (2, 0)]), 1, 1) == 1
    assert value_of(Bins([(0, 1), (1, 2)]), 0, 1) == 1
    assert value_of(Bins([(0, 1), (1, 3)]), 0, 1) == 0


def test_a_level_segment_is_level() -> None:
    assert [value_of(Points([(0, 1), (3, 1), (5, 2)]), x, 4) for x in range(6)] == [2, 2, 2, 2, 3, 4]


@pytest.mark.parametrize(
    ("low", "high", "values"),
    [
        (2, 9, (2, 10)),
        (6, 9, (2, 8)),
        (5, 5, (10, 10)),
        (None, None, (0, 10)),
        (None, 3, (0, 6)),
        (7, None, (0, 6)),
        (None, -5, (0, 0)),
        (4, 6, (8, 10)),
        (-9, 99, (0, 10)),
    ],
)
def test_the_values_of_a_range_of_performances_have_a_least_and_a_greatest(
    low: int | None, high: int | None, values: tuple[int, int]
) -> None:
    assert value_range(HILL, low, high, 10) == values


def test_a_corner_inside_the_range_counts_also_when_it_is_the_least() -> None:
    assert value_range(VALLEY, 3, 8, 4) == (0, 2)
    assert value_range(VALLEY, 1, 5, 4) == (0, 3)


def test_the_steps_inside_a_range_of_bins_count() -> None:
    assert value_range(Bins([(0, 0), (2, 3), (4, 1)]), 1, 5, 3) == (0, 3)
    assert value_range(Bins([(0, 2), (2, 0), (4, 1)]), 1, 5, 2) == (0, 2)


@pytest.mark.parametrize(
    ("function", "rising", "falling"),
    [
        (LEVELS, True, False),
        (HILL, False, False),
        (Points([(0, 3), (10, 0)]), False, True),
        (Bins([(0, 1), (5, 1), (9, 2)]), True, False),
        (Bins([(0, 2), (5, 2), (9, 1)]), False, True),
        (Bins([(0, 1)]), True, True),
    ],
)
def test_a_function_may_rise_or_fall_or_neither(function: Bins | Points, rising: bool, falling: bool) -> None:  # noqa: FBT001 -- parameters of the test
    assert is_rising(function) is rising
    assert is_falling(function) is falling


RISING, FALLING = Log([(1, 0), (100, 2)]), Log([(10, 3), (1000, 0)])


@pytest.mark.parametrize(
    ("function", "x", "value"),
    [
        (RISING, 0, 0),
        (RISING, 1, 0),
        (RISING, 10, 500_000),
        (RISING, 50, 849_485),
        (RISING, 100, 1_000_000),
        (RISING, 1000, 1_000_000),
        (FALLING, 10, 1_000_000),
        (FALLING, 100, 500_000),
        (FALLING, 500, 150_515),
        (Log([(1, 0), (10, 1), (1000, 3)]), 100, 666_667),
        (Log([(1, 1), (10, 1)], whole=2), 5, 500_000),
    ],
)
def test_a_logarithm_goes_as_far_for_as_many_times_as_much(function: Log, x: int, value: int) -> None:
    assert value_of(function, x, 1_000_000) == value


def test_of_a_logarithm_only_the_heights_ask_for_a_scale() -> None:
    assert exact_scale([Log([(1, 0), (10, 1), (100, 3)])]) == 3


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([(0, 0), (10, 1)], "expected x above 0"),
        ([(1, 1)], "expected two or more with rising x"),
        ([(1, 0), (2, 0)], "at least one above 0"),
    ],
)
def test_a_logarithm_that_is_none_is_refused(points: list[tuple[int, int]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Log(points)


def test_what_holds_for_points_holds_for_logarithms() -> None:
    assert (corners(RISING), is_rising(RISING), is_falling(FALLING)) == ((1, 100), True, True)
    assert value_range(RISING, 10, None, 1_000_000) == (500_000, 1_000_000)
