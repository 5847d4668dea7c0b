"""Points from trade-offs, and the answers that contradict each other."""

from fractions import Fraction

import pytest

from prioritera.methods.tradeoffs import Rise, Trade, Tradeoffs, tradeoffs

WHOLE = [Rise(index, 0, 1) for index in range(4)]


def more(one: int, other: int) -> Trade:
    return Trade(WHOLE[one], WHOLE[other], 1)


def weights(found: Tradeoffs) -> list[str]:
    return [str(points[-1]) for points in found.points]


def test_what_is_worth_more_weighs_more() -> None:
    assert weights(tradeoffs([2, 2], [more(1, 0)])) == ["1/3", "2/3"]


def test_the_second_may_be_worth_more() -> None:
    assert weights(tradeoffs([2, 2], [Trade(WHOLE[0], WHOLE[1], -1)])) == ["1/3", "2/3"]


def test_what_is_worth_as_much_weighs_as_much() -> None:
    assert weights(tradeoffs([2, 2, 2], [Trade(WHOLE[0], WHOLE[1], 0), more(1, 2)])) == ["2/5", "2/5", "1/5"]


def test_every_level_is_worth_more_than_the_one_below_it() -> None:
    found = tradeoffs([3, 2], [Trade(Rise(0, 1, 2), WHOLE[1], 1)])

    assert found.points == ((Fraction(0), Fraction(1, 4), Fraction(3, 4)), (Fraction(0), Fraction(1, 4)))


def test_without_answers_every_step_is_worth_as_much() -> None:
    assert weights(tradeoffs([3, 2], [])) == ["2/3", "1/3"]


def test_answers_in_a_circle_contradict_each_other() -> None:
    found = tradeoffs([2, 2, 2], [more(0, 1), more(1, 2), more(2, 0)])

    assert found == Tradeoffs(contradictions=[(0, 1, 2)])


def test_the_fewest_answers_that_contradict_each_other_come_first() -> None:
    circle = [more(0, 1), more(1, 2), more(2, 3), more(3, 0)]

    found = tradeoffs([2, 2, 2, 2], [*circle, Trade(WHOLE[2], WHOLE[3], -1)])

    assert found.contradictions == ((2, 4),)
    assert found.fewest


def test_answers_that_contradict_each_other_apart_are_all_told() -> None:
    found = tradeoffs([2, 2, 2, 2], [more(0, 1), more(2, 3), more(1, 0), more(3, 2)])

    assert found.contradictions == ((0, 2), (1, 3))


def test_what_is_as_much_can_contradict_too() -> None:
    found = tradeoffs([2, 2, 2], [Trade(WHOLE[0], WHOLE[1], 0), Trade(WHOLE[1], WHOLE[2], 0), more(2, 0)])

    assert found.contradictions == ((0, 1, 2),)


def test_what_is_as_much_everywhere_may_leave_nothing_above_zero() -> None:
    """A step as much as itself and another leaves no points at all for the other."""
    whole, half = Rise(0, 0, 2), Rise(0, 0, 1)
    answers = [Trade(whole, WHOLE[1], 0), Trade(half, WHOLE[1], 0), more(0, 2)]

    found = tradeoffs([3, 2, 2], answers)

    assert found.contradictions == ((0, 1),)


def test_unequal_rises_can_never_be_nothing() -> None:
    equal = [Trade(Rise(0, low, high), WHOLE[1], 0) for low, high in ((0, 1), (1, 2), (0, 2))]

    assert tradeoffs([3, 2], equal).contradictions == ((1, 2),)


def test_that_the_search_for_fewer_was_given_up_is_said() -> None:
    circle = [more(0, 1), more(1, 2), more(2, 3), more(3, 0)]

    longer = tradeoffs([2, 2, 2, 2], [*circle, more(0, 2)], most_tried=0)

    assert longer == Tradeoffs(contradictions=[(0, 1, 2, 3)], fewest=False)


def test_sets_that_cannot_contradict_are_not_tried() -> None:
    circle = [more(0, 1), more(1, 2), more(2, 3), more(3, 0)]

    assert tradeoffs([2, 2, 2, 2], circle, most_tried=0) == Tradeoffs(contradictions=[(0, 1, 2, 3)], fewest=True)


@pytest.mark.parametrize(
    ("levels", "answer"),
    [
        ([], None),
        ([2, 1], None),
        ([2, 2], Trade(WHOLE[0], WHOLE[0], 1)),
        ([2, 2], Trade(WHOLE[0], WHOLE[2], 1)),
        ([2, 2], Trade(Rise(0, 1, 1), WHOLE[1], 1)),
        ([2, 2], Trade(Rise(0, 0, 2), WHOLE[1], 1)),
    ],
)
def test_what_is_no_trade_off_is_refused(levels: list[int], answer: Trade | None) -> None:
    with pytest.raises(ValueError, match="levels"):
        tradeoffs(levels, [] if answer is None else [answer])
