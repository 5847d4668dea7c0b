"""Ballots and orders become one value: by points, places, ranks and pairs."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from prioritera.judging.orders import judged_orders
from prioritera.model.judged import JudgedBy
from prioritera.model.judgement import Judge, Judgement, Orders, Votes

Ranks = Sequence[int | None]
CYCLE: tuple[Ranks, ...] = ((1, 2, 3), (2, 3, 1), (3, 1, 2))


def orders(*ranks: Ranks, groups: str = "", organisations: Sequence[str] = ()) -> Orders:
    """One order a judge; the letters of `groups` are their groups."""
    judges = [Judge(str(at), groups[at] if groups else "", organisations[at] if organisations else "") for at in range(len(ranks))]
    return Orders(judges=judges, candidates=list("abcdefghijklmnopqrst")[: len(ranks[0])], ranks=ranks)


def judged(said: Orders, combine: str, source: str = "ballots", **more: object) -> tuple[dict[str, Judgement], Votes | None]:
    rule = JudgedBy(source=source, combine=combine, **more)  # type: ignore[arg-type]  # whatever a rule holds
    return judged_orders(said, rule, {"lund": 100, "umea": 300})


def values(said: Orders, combine: str, source: str = "ballots", **more: object) -> list[Fraction | None]:
    found, _ = judged(said, combine, source, **more)
    return [found[name].value for name in said.candidates]


def test_points_are_summed_over_ballots() -> None:
    assert values(orders((1, 2, None), (1, None, None)), "points", points=[3, 2]) == [6, 2, 0]


def test_needs_that_share_a_rank_have_the_mean_of_their_places_however_it_is_written() -> None:
    for shared in ((1, 1, 3), (1, 1, 2), (4, 4, 9)):
        assert values(orders(shared, (1, 2, 3)), "sum-of-ranks", "orders") == [Fraction(5, 2), Fraction(7, 2), 6]
    assert values(orders((1, 1, None), (1, 2, 3)), "sum-of-ranks", "orders") == [Fraction(5, 2), Fraction(7, 2), None]


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ((None, 2, 3, 4), [None, 2, 3, 4]),
        ((1, None, 3, 4), [1, None, 3, 4]),
        ((1, 1, None, 4), [Fraction(3, 2), Fraction(3, 2), None, 4]),
        ((1, 1, 2, None), [Fraction(3, 2), Fraction(3, 2), 3, None]),
        ((2, 2, 2, None), [2, 2, 2, None]),
        ((None, 2, 2, 4), [None, Fraction(5, 2), Fraction(5, 2), 4]),
    ],
)
def test_an_order_that_leaves_a_need_out_keeps_the_gap_of_it(ranks: Ranks, expected: list[Fraction | None]) -> None:
    assert values(orders(ranks), "sum-of-ranks", "orders") == expected


def test_a_blank_ballot_is_asked_and_has_not_answered() -> None:
    found, _ = judged(orders((1, None, None), (None, None, None)), "points", points=[1])

    assert [[one.value, one.answered, one.asked, one.chosen] for one in found.values()] == [[1, 1, 2, 1], [0, 1, 2, 0], [0, 1, 2, 0]]


def test_a_groups_places_count_as_much_as_anothers_whatever_its_size() -> None:
    said = orders((1, 2, None), (1, 2, None), (1, 2, None), (None, 1, 2), groups="uuup")

    assert values(said, "position-points", points=[2, 1], groups="equal") == [4, 5, 3]
    assert values(said, "position-points", points=[2, 1]) == [3, 2, 1]


def test_each_group_has_its_own_value_beside_the_whole() -> None:
    found, _ = judged(orders((1, None), (None, 1), (None, 1), groups="uup"), "position-points", points=[1], groups="equal")

    assert dict(found["a"].by_group) == {"p": (1, 1), "u": (Fraction(3, 2), 2)}


def test_ballots_count_by_organisation_or_by_population() -> None:
    said = orders((1, None), (1, None), (None, 1), organisations=["lund", "lund", "umea"])

    found, _ = judged(said, "points", points=[1], voices=["organisation", "population"])

    assert [found[name].value for name in "ab"] == [1, 1]
    assert [found[name].beside["population"] for name in "ab"] == [100, 300]


def test_ranks_are_summed_and_one_left_out_by_a_group_has_no_sum() -> None:
    found, _ = judged(orders((1, 2, 3), (2, 1, None)), "sum-of-ranks", "orders")

    assert [found[name].value for name in "abc"] == [3, 3, None]
    assert (found["c"].answered, found["c"].asked, found["c"].chosen) == (1, 2, None)


def test_what_a_ballot_does_not_choose_stands_below_or_is_not_spoken_of() -> None:
    said = orders((1, None, None), (2, 1, None))

    assert values(said, "borda") == [3, Fraction(5, 2), Fraction(1, 2)]
    assert values(said, "borda", unchosen="nothing") == [3, 2, 0]
    assert values(said, "copeland") == [Fraction(3, 2), Fraction(3, 2), 0]
    assert values(said, "copeland", unchosen="nothing") == [Fraction(1, 2), Fraction(3, 2), 1]


def test_groups_of_equal_voice_vote_as_one_each() -> None:
    said = orders((1, 2), (1, 2), (1, 2), (2, 1), groups="uuup")

    assert values(said, "copeland") == [1, 0]
    assert values(said, "copeland", groups="equal") == [Fraction(1, 2), Fraction(1, 2)]
    assert values(said, "borda", groups="equal") == [1, 1]


def test_one_order_that_most_agree_with_gives_places_from_below() -> None:
    found, votes = judged(orders((1, 2, 3), (1, 2, 3), (2, 1, 3)), "kemeny", "orders")

    assert [[one.value, one.low, one.high] for one in found.values()] == [[2, 2, 2], [1, 1, 1], [0, 0, 0]]
    assert votes == Votes(orders=[["a", "b", "c"]])


def test_a_circle_is_shown_with_every_order_that_is_as_good() -> None:
    found, votes = judged(orders(*CYCLE), "kemeny", "orders")

    assert [[one.value, one.low, one.high] for one in found.values()] == [[1, 0, 2]] * 3
    assert votes == Votes(cycles=[["a", "b", "c"]], orders=[["a", "b", "c"], ["b", "c", "a"], ["c", "a", "b"]])


def test_a_knot_too_large_to_solve_leaves_the_places_in_it_open() -> None:
    many = 17
    shifted = [[(at + start) % many + 1 for at in range(many)] + [many + 1] for start in range(many)]

    found, votes = judged(orders(*shifted), "kemeny", "orders")

    assert votes is not None
    assert not votes.exact
    assert [found["a"].value, found["a"].low, found["a"].high] == [None, 1, many]
    assert [found["r"].low, found["r"].high] == [0, 0]


def test_more_best_orders_than_are_kept_leave_the_places_open_too() -> None:
    found, votes = judged(orders((1, 1, 1, 1), (1, 1, 1, 1)), "kemeny", "orders")

    assert votes is not None
    assert votes.cut
    assert [found["a"].value, found["a"].low, found["a"].high] == [None, 0, 3]


def test_too_few_ballots_are_no_value() -> None:
    found, votes = judged(orders((1, 2), (1, 2)), "kemeny", min_answers=3, voices=["person", "organisation"])

    assert votes is None
    assert (found["a"].value, dict(found["a"].beside)) == (None, {"organisation": None})
