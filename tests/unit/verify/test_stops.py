from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import criterion
from prioritera.methods.scales import Bins, Function, Points, value_of
from prioritera.verify.stops import better_steps, place_of, stops, telling
from score_draws import functions

HILL = Points([(0, 0), (5, 10), (9, 0)])
STEPS = Bins([(0, 0), (4, 1)])


def test_a_line_stops_at_its_corners_and_at_the_ends_of_the_domain() -> None:
    assert stops(criterion(function=HILL, low=2, high=12), HILL) == (2, 5, 9, 12)


def test_a_bin_stops_at_its_start_and_at_the_step_before() -> None:
    assert stops(criterion(function=STEPS, low=0, high=9), STEPS) == (0, 3, 4, 9)
    assert stops(criterion(function=STEPS, low=4, high=9), STEPS) == (4, 9)


def test_several_functions_stop_together() -> None:
    assert stops(criterion(function=HILL, low=0, high=9), HILL, STEPS) == (0, 3, 4, 5, 9)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(None, None, (0, 5, 9)), (None, 3, (0, 3)), (None, -2, (-2,)), (7, None, (7, 9)), (20, None, (20,))],
)
def test_without_a_bound_the_last_corner_is_the_end(low: int | None, high: int | None, expected: tuple[int, ...]) -> None:
    assert stops(criterion(function=HILL, low=low, high=high), HILL) == expected


def test_of_bins_the_stops_tell_every_value_and_of_lines_every_step() -> None:
    assert telling(criterion(function=STEPS, low=0, high=9), STEPS) == (0, 3, 4, 9)
    assert telling(criterion(function=HILL, low=3, high=10**9), HILL) == (3, 4, 5, 6, 7, 8, 9)
    assert telling(criterion(function=HILL, low=-(10**9), high=1), HILL, STEPS) == (0, 1)


def test_beyond_the_corners_one_performance_tells_all() -> None:
    assert telling(criterion(function=HILL, low=10, high=20), HILL) == (10,)


def test_better_is_upwards_or_downwards_as_the_direction_says() -> None:
    assert better_steps(criterion(function=STEPS, high=4), STEPS) == ((0, 3), (3, 4))
    assert better_steps(criterion(function=STEPS, high=4, direction="lower-first"), STEPS) == ((4, 3), (3, 0))


def test_a_function_has_its_ends_at_stops() -> None:
    hill = criterion(function=HILL, low=2, high=12)

    assert place_of(HILL, hill, 10) == 9
    assert place_of(HILL, hill, 10, greatest=True) == 5


@given(functions(), functions(), st.integers(-8, 9), st.integers(0, 12))
def test_between_stops_functions_are_straight_and_what_tells_tells_all(one: Function, other: Function, low: int, length: int) -> None:
    measured = criterion(function=one, low=low, high=low + length)
    scale = 5 * 2520 * 11 * 13

    found = stops(measured, one, other)

    for function in (one, other):
        for start, end in pairwise(found):
            values = [value_of(function, x, scale) for x in range(start, end + 1)]
            assert len({after - before for before, after in pairwise(values)}) <= 1
    every = {(value_of(one, x, scale), value_of(other, x, scale)) for x in range(low, low + length + 1)}
    assert {(value_of(one, x, scale), value_of(other, x, scale)) for x in telling(measured, one, other)} == every
