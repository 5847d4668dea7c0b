from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.groups import Said, mean_of_answers, mean_of_means, points_of_ballots, sum_of_ranks, union_of_tops

answers = st.lists(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1), None]), max_size=6)


@given(answers, st.integers(0, 4))
def test_blanks_change_no_mean(said: list[Fraction | None], blanks: int) -> None:
    before, after = mean_of_answers(said), mean_of_answers([*said, *[None] * blanks])

    assert (after.value, after.answered, after.asked) == (before.value, before.answered, before.asked + blanks)


def test_nobody_s_answer_is_no_value() -> None:
    assert mean_of_answers([None]) == Said(None, 0, 1)


def test_a_criterion_that_nobody_answered_leaves_the_score_open() -> None:
    yes: Fraction | None = Fraction(1)

    assert mean_of_means([[[yes]], [[None]]], [Fraction(1), Fraction(1)]) is None
    assert mean_of_means([[[yes]], [[None]]], [Fraction(1), Fraction(0)]) == 1


@pytest.mark.parametrize("weights", [[0], [-1], []])
def test_weights_must_be_shares(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="expected none below 0, and one above"):
        mean_of_means([[[Fraction(1)]]], [Fraction(weight) for weight in weights])


@pytest.mark.parametrize("ballot", [[0, 1, 2], [0, 0], [3], [-1]])
def test_a_ballot_that_cannot_be_counted_is_refused(ballot: list[int]) -> None:
    with pytest.raises(ValueError, match="does not choose at most 2 different ones of 3"):
        points_of_ballots([ballot], [2, 1], 3)


def test_small_groups_with_orders_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        sum_of_ranks([[1, 2], [1]])


def test_each_group_s_first_are_taken_and_a_tie_at_the_cut_is_not_split() -> None:
    groups = [[Fraction(total) for total in totals] for totals in ([9, 8, 7, 0], [0, 1, 1, 0])]

    assert union_of_tops(groups, 1) == (0, 1, 2)
    assert union_of_tops(groups, 2) == (0, 1, 2)
