from fractions import Fraction

import pytest

from prioritera.methods.aggregate import mean, median, to_whole, weighted_sum

HALF = Fraction(1, 2)


def test_a_score_is_the_sum_of_weights_times_values() -> None:
    assert weighted_sum([800, 400, 0], [3, 1, 5]) == 2800
    assert weighted_sum([], []) == 0


@pytest.mark.parametrize(("values", "weights"), [([1], [1, 2]), ([1, 2], [1])])
def test_a_value_without_a_weight_or_a_weight_without_a_value_is_refused(values: list[int], weights: list[int]) -> None:
    with pytest.raises(ValueError, match="zip"):
        weighted_sum(values, weights)


@pytest.mark.parametrize(
    ("answers", "middle"),
    [
        ([3], Fraction(3)),
        ([3, 0, 2], Fraction(2)),
        ([3, 0, 2, 1], Fraction(3, 2)),
        ([1, 1, 3, 3], Fraction(2)),
        ([9, 1, 2, 3, 4], Fraction(3)),
    ],
)
def test_the_median_is_the_middle_answer_or_half_way_between_two(answers: list[int], middle: Fraction) -> None:
    assert median([Fraction(answer) for answer in answers]) == middle


def test_the_mean_is_exact() -> None:
    assert mean([Fraction(1), Fraction(2), Fraction(2)]) == Fraction(5, 3)
    assert mean([HALF]) == HALF


def test_without_answers_there_is_neither_median_nor_mean() -> None:
    with pytest.raises(ValueError, match=r"^no answers; expected at least one$"):
        median([])
    with pytest.raises(ValueError, match=r"^no answers; expected at least one$"):
        mean([])


@pytest.mark.parametrize(
    ("value", "whole"),
    [
        (Fraction(0), 0),
        (Fraction(2), 2),
        (HALF, 1),
        (-HALF, 0),
        (Fraction(3, 2), 2),
        (Fraction(-3, 2), -1),
        (Fraction(1, 3), 0),
        (Fraction(2, 3), 1),
        (Fraction(-2, 3), -1),
        (Fraction(10**30 + 1, 2), (10**30 + 2) // 2),
    ],
)
def test_a_value_is_rounded_to_the_nearest_whole_number_halves_upwards(value: Fraction, whole: int) -> None:
    assert to_whole(value) == whole
