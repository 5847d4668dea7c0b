from fractions import Fraction

import pytest

from prioritera.methods.ahp import ahp, consistent


def test_judgements_that_agree_give_back_the_weights_they_came_from() -> None:
    found = ahp(3, {(0, 1): Fraction(2), (0, 2): Fraction(4), (2, 1): Fraction(1, 2)})

    assert found.weights == pytest.approx((4 / 7, 2 / 7, 1 / 7))
    assert found.consistency == pytest.approx(0, abs=1e-12)
    assert [times for _, _, times in found.strained] == pytest.approx([1, 1, 1])


def test_a_circle_of_judgements_is_inconsistent_and_the_worst_is_named_first() -> None:
    found = ahp(3, {(0, 1): Fraction(3), (1, 2): Fraction(3), (0, 2): Fraction(1, 3)})

    assert found.weights == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    # By hand: the greatest eigenvalue of this circulant matrix is 1 + 3 + 1/3.
    assert found.consistency == pytest.approx((13 / 3 - 3) / 2 / 0.58)
    assert [times for _, _, times in found.strained] == pytest.approx([3, 3, 3])


def test_a_missing_pair_is_filled_in_from_the_others() -> None:
    found = ahp(3, {(0, 1): Fraction(2), (1, 2): Fraction(3)})

    assert found.weights == pytest.approx((6 / 10, 3 / 10, 1 / 10))
    assert found.consistency is None


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_criteria_cannot_contradict_each_other(count: int) -> None:
    assert ahp(count, {(0, 1): Fraction(2)} if count > 1 else {}).consistency is None


@pytest.mark.parametrize(
    ("count", "judgements", "message"),
    [
        (0, {}, "there are no criteria"),
        (2, {}, "do not join all criteria"),
        (2, {(0, 1): 0}, "not above 0"),
        (2, {(0, 0): 1}, "of no pair"),
        (2, {(0, 2): 1}, "of no pair"),
        (2, {(0, 1): 1, (1, 0): 1}, "judged already"),
    ],
)
def test_judgements_that_say_nothing_are_refused(count: int, judgements: dict[tuple[int, int], int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ahp(count, {pair: Fraction(times) for pair, times in judgements.items()})


def test_judgements_that_agree_give_exact_weights() -> None:
    judged = {(0, 1): Fraction(1, 2), (2, 1): Fraction(3, 2), (0, 2): Fraction(1, 3)}

    assert consistent(3, judged) == (Fraction(1, 6), Fraction(1, 3), Fraction(1, 2))


def test_agreeing_judgements_may_come_in_any_order() -> None:
    assert consistent(3, {(1, 2): Fraction(2), (0, 1): Fraction(2)}) == (Fraction(4, 7), Fraction(2, 7), Fraction(1, 7))


def test_judgements_that_differ_have_no_exact_weights() -> None:
    assert consistent(3, {(0, 1): Fraction(2), (1, 2): Fraction(2), (0, 2): Fraction(3)}) is None


def test_one_criterion_has_all_the_weight() -> None:
    assert consistent(1, {}) == (Fraction(1),)
