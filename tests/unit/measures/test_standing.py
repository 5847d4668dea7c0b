from prioritera.measures.standing import Standing, count_all, count_homes, count_within, either, exactly, fewest

A = frozenset(["a1", "a2", "a3", "a4"])
B = frozenset(["b1", "b2"])
HOME = {**dict.fromkeys(A, "a"), **dict.fromkeys(B, "b")}
HOMES = frozenset(["a", "b", "c"])


def some(least: int, most: int, pool: frozenset[str] | None, *named: str) -> Standing:
    return Standing(frozenset(named), least, most, pool)


def test_either_keeps_what_holds_in_both() -> None:
    found = either([exactly(frozenset(["a1", "a2"])), some(1, 3, A, "a1")])

    assert found == some(1, 3, A, "a1")


def test_either_is_open_when_one_of_them_is() -> None:
    assert either([exactly(A), some(1, 9, None)]) == some(1, 9, None)


def test_the_named_are_counted_once_however_many_senders_name_them() -> None:
    assert count_within([exactly(A), exactly(frozenset(["a1", "b1"]))], A) == (4, 4)


def test_two_unnamed_of_the_same_group_may_be_the_same() -> None:
    assert count_within([some(1, 1, A), some(1, 1, A)], A) == (1, 2)


def test_an_unnamed_one_is_beside_those_it_cannot_be() -> None:
    assert count_within([some(1, 1, frozenset(["a1", "a2"])), exactly(frozenset(["a3"]))], A) == (2, 2)


def test_more_than_fit_elsewhere_are_in_the_group() -> None:
    assert count_within([some(3, 3, A | B)], A) == (1, 3)


def test_anybody_may_or_may_not_be_in_the_group() -> None:
    assert count_within([some(1, 9, None), exactly(frozenset(["a1"]))], A) == (1, 4)


def test_organisations_are_bounded_by_those_known_to_be_possible() -> None:
    assert count_all([some(1, 4, A), some(2, 4, A), exactly(frozenset(["b1"]))], HOME) == (3, 5)


def test_organisations_of_anybody_are_not_bounded_by_those_known() -> None:
    assert count_all([some(1, 7, None), exactly(A)], HOME) == (4, 11)


def test_different_groups_add_up() -> None:
    assert count_all([some(2, 2, A), some(1, 1, B)], HOME) == (3, 3)


def test_structures_are_those_that_must_hold_somebody_up_to_those_that_can() -> None:
    assert count_homes([exactly(frozenset(["a1"])), some(1, 2, A | B)], HOME, HOMES) == (1, 2)


def test_so_many_that_one_structure_cannot_hold_them_are_of_several() -> None:
    assert count_homes([some(5, 6, A | B)], HOME, HOMES) == (2, 2)


def test_those_without_a_structure_add_none() -> None:
    assert count_homes([some(2, 2, frozenset(["a1", "x", "y"]))], HOME, HOMES) == (0, 1)


def test_anybody_may_be_of_any_structure_there_is() -> None:
    assert count_homes([some(1, 9, None)], HOME, HOMES) == (0, 3)


def test_the_fewest_groups_take_the_largest_first() -> None:
    assert [fewest(least, [1, 3, 2]) for least in (0, 1, 3, 4, 6, 99)] == [0, 1, 1, 2, 3, 3]
