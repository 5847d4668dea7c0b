import pytest

from prioritera.verify.boxes import meeting, meets, narrow, outside
from prioritera.verify.budget import Budget, Exhausted

WHOLE = (0b111, 0b111)


def test_a_box_narrowed_by_a_cut_is_what_both_have() -> None:
    assert narrow(WHOLE, ((0, 0b011), (1, 0b100))) == (0b011, 0b100)


def test_a_box_narrowed_to_nothing_is_none() -> None:
    assert narrow((0b001, 0b111), ((0, 0b010),)) is None


def test_a_cut_that_names_no_axis_meets_everything() -> None:
    assert meets(WHOLE, ())


def test_two_cuts_meet_in_the_cut_that_is_both() -> None:
    assert meeting(((1, 0b011),), ((0, 0b001), (1, 0b110))) == ((0, 0b001), (1, 0b010))


def test_two_cuts_without_a_common_cell_do_not_meet() -> None:
    assert meeting(((0, 0b001),), ((0, 0b010),)) is None


def test_what_is_outside_several_cuts_is_in_none_of_them() -> None:
    cuts = [((0, 0b001),), ((1, 0b110),), ((0, 0b110), (1, 0b001))]

    assert list(outside(WHOLE, cuts, Budget())) == []
    assert list(outside(WHOLE, cuts[:2], Budget())) == [(0b110, 0b001)]
    assert list(outside(WHOLE, [((0, 0b001), (1, 0b001))], Budget())) == [(0b110, 0b111), (0b001, 0b110)]


def test_a_piece_inside_a_cut_ends_at_once() -> None:
    # Taken in the order they are written, the first cut would split the box before the second covers it.
    budget = Budget(1)

    assert list(outside((0b001, 0b111), [((0, 0b001), (1, 0b001)), ((0, 0b011), (1, 0b111))], budget)) == []
    assert budget.left == 0


def test_each_piece_spends_one_node() -> None:
    budget = Budget(5)

    list(outside(WHOLE, [((0, 0b001),)], budget))

    assert budget.left == 3


def test_past_the_budget_the_question_is_undecided() -> None:
    with pytest.raises(Exhausted):
        list(outside(WHOLE, [((0, 0b001),)], Budget(1)))


def test_a_budget_is_spent_to_the_last_node() -> None:
    budget = Budget(2)

    budget.spend()
    budget.spend()

    with pytest.raises(Exhausted):
        budget.spend()
