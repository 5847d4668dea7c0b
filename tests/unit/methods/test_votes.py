import pytest

from prioritera.methods.votes import kemeny, pairwise


def test_ballots_must_be_of_as_many_candidates() -> None:
    with pytest.raises(ValueError, match=r"ballots are of \[1, 2\] candidates"):
        pairwise([[1], [1, 2]])


def test_no_ballot_counts_less_than_nothing() -> None:
    with pytest.raises(ValueError, match=r"weights are \[-1\]; expected none below 0"):
        pairwise([[1, 2]], [-1])


def test_nobody_to_order_is_an_empty_order() -> None:
    found = kemeny(pairwise([]))

    assert (found.orders, found.support, found.exact, found.cycle) == (((),), 0, True, ())


def test_more_best_orders_than_are_kept_are_said_to_be_more() -> None:
    alike = [[0] * 4] * 4

    found = kemeny(alike, most=5)

    assert (len(found.orders), found.cut, found.exact) == (5, True, True)


def test_knots_with_many_orders_each_are_cut_together() -> None:
    # Two pairs that tie within, the first pair before the second.
    table = [[0, 1, 2, 2], [1, 0, 2, 2], [0, 0, 0, 1], [0, 0, 1, 0]]

    assert kemeny(table).orders == ((0, 1, 2, 3), (0, 1, 3, 2), (1, 0, 2, 3), (1, 0, 3, 2))
    assert (len(kemeny(table, most=3).orders), kemeny(table, most=3).cut) == (3, True)


def test_a_cycle_inside_a_larger_set_is_told() -> None:
    # Nobody beats 3, and 3 beats nobody; the others go round.
    table = [[0, 2, 1, 1], [1, 0, 2, 1], [2, 1, 0, 1], [1, 1, 1, 0]]

    assert kemeny(table).cycle == ((0, 1, 2, 3),)


def test_a_draw_of_three_is_no_cycle() -> None:
    assert kemeny([[0, 1, 1], [1, 0, 1], [1, 1, 0]]).cycle == ()
