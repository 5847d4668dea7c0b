import pytest

from prioritera.methods.votes import MOST_EXACT, kemeny, pairwise


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


def test_as_many_best_orders_as_are_kept_are_all_of_them() -> None:
    alike = [[0] * 3] * 3

    assert (len(kemeny(alike, most=6).orders), kemeny(alike, most=6).cut) == (6, False)
    assert (len(kemeny(alike, most=5).orders), kemeny(alike, most=5).cut) == (5, True)
    assert len(kemeny([[0] * 4] * 4).orders) == 20


def test_a_ballot_of_no_weight_counts_for_nothing() -> None:
    assert pairwise([[1, 2], [2, 1]], [0, 3]) == pairwise([[2, 1]], [3])


@pytest.mark.parametrize(("size", "exact"), [(MOST_EXACT, True), (MOST_EXACT + 1, False)])
def test_a_knot_is_solved_exactly_up_to_a_size(size: int, *, exact: bool) -> None:
    # Each beats the next, and the last the first: one knot.
    table = [[int(other == (one + 1) % size) for other in range(size)] for one in range(size)]

    found = kemeny(table, most=1)

    assert (found.exact, [len(knot) for knot in found.knots]) == (exact, [size])
    assert found.support == sum(table[one][other] for at, one in enumerate(found.orders[0]) for other in found.orders[0][at + 1 :])


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
