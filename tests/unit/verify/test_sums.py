from itertools import pairwise
from unittest import mock

import attrs
import pytest

from builders import LEVELS, criterion
from prioritera.methods.scales import Bins, Log, Points, value_of
from prioritera.model.criterion import Cap
from prioritera.verify import sums
from prioritera.verify.sums import Sums, sums_of

YES_NO = Bins([(0, 0), (1, 1)])
# 0, 2, 3 and 5 of 5 points.
FEW = Sums(of=5, mask=0b101101)


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(0, 0, True), (1, 1, False), (1, 2, True), (4, 4, False), (4, 5, True), (3, 2, False)]
)
def test_counted_points_are_hit_or_not(low: int, high: int, expected: bool) -> None:  # noqa: FBT001 -- pytest gives it
    assert FEW.hits(low, high) is expected


def test_the_nearest_points_are_those_next_below_and_above() -> None:
    assert FEW.nearest(4, 4) == (3, 5)
    assert FEW.nearest(0, 1) == (2,)
    assert FEW.nearest(4, 5) == (3,)
    assert (FEW.first(1, 4), FEW.last(1, 4), FEW.first(4, 4), FEW.last(4, 4)) == (2, 3, None, None)


def test_uncounted_points_are_hit_where_a_walk_cannot_step_over() -> None:
    many = Sums(of=100, least=10, most=90, jump=20)

    assert many.hits(30, 49) is True
    assert many.hits(30, 48) is None
    assert many.hits(0, 10) is True
    assert many.hits(90, 90) is True
    assert many.hits(0, 9) is False
    assert many.hits(91, 100) is False
    assert many.hits(40, 39) is False
    assert (many.first(0, 100), many.last(0, 100), many.first(11, 89), many.last(11, 89)) == (10, 90, None, None)
    assert many.nearest(20, 30) == (10, 90)


def test_where_not_even_the_ends_are_settled_nothing_is() -> None:
    assert Sums(of=9, least=None, most=9).hits(0, 9) is None
    assert Sums(of=9, least=0, most=None).hits(0, 9) is None


def test_too_many_points_are_not_counted() -> None:
    criteria = [criterion("one", YES_NO, weight=sums.POINTS), criterion("two", YES_NO)]

    assert sums_of(criteria[1:], 1) == Sums(of=1, mask=0b11)
    assert sums_of(criteria[1:], sums.POINTS).mask is not None
    assert sums_of(criteria, 1) == Sums(of=sums.POINTS + 1, least=0, most=sums.POINTS + 1, jump=sums.POINTS)


def test_what_takes_too_many_shifts_is_not_counted() -> None:
    criteria = [criterion("one", LEVELS), criterion("two", LEVELS)]

    with mock.patch.object(sums, "SHIFTS", 5):
        found = sums_of(criteria, 3)

    assert found == Sums(of=6, least=0, most=6, jump=1)


def test_what_passes_over_too_many_words_is_not_counted() -> None:
    with mock.patch.object(sums, "WORDS", 63):
        assert sums_of([criterion("one", YES_NO, weight=63 * 64)], 1).mask is None


def test_the_step_of_a_slope_is_rounded_up_and_caps_step_with_what_they_are_by() -> None:
    one = criterion("one", Points([(0, 0), (4, 1)]), weight=2)
    two = criterion("two", LEVELS, weight=3, cap=Cap(by="one", function=Bins([(0, 1), (2, 3)], 3)))
    with mock.patch.object(sums, "POINTS", 0):
        alone, tied = sums_of([one], 10), sums_of([one, two], 30)

    assert (alone.jump, alone.least, alone.most) == (6, 0, 20)
    assert (tied.jump, tied.least, tied.most) == (2 * 8 + 3 * 20, 0, 60 + 90)


def test_a_cap_may_leave_the_ends_open() -> None:
    one = criterion("one", LEVELS)
    two = criterion("two", LEVELS, cap=Cap(by="one", function=Bins([(0, 3), (3, 1)], 3)))
    with mock.patch.object(sums, "POINTS", 0):
        found = sums_of([one, two], 3)
        least = sums_of([one, attrs.evolve(two, low=2)], 3)

    assert (found.least, found.most) == (0, None)
    assert (least.least, least.most) == (None, None)


@pytest.mark.parametrize("ends", [((1, 0), (50, 2)), ((1, 3), (7, 0), (50, 1))])
def test_the_values_of_a_logarithm_are_counted_one_by_one_and_no_walk_steps_over_its_first_step(ends: tuple[tuple[int, int], ...]) -> None:
    one = criterion("one", Log(ends), low=1, high=50)
    values = [value_of(one.function, x, 1_000_000) for x in range(1, 51)]

    found = sums_of([one], 1_000_000)
    with mock.patch.object(sums, "POINTS", 0):
        walked = sums_of([one], 1_000_000)

    assert found.mask == sum(1 << value for value in set(values))
    assert walked.jump >= max(abs(after - before) for before, after in pairwise(values))
    assert (walked.least, walked.most) == (min(values), max(values))
