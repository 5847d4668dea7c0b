"""Worked elections from the literature. Each names its source; figures are from memory unless the source says more."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations

import pytest

from prioritera.methods.votes import Ballot, Unranked, borda, copeland, dowdall, kemeny, pairwise

# Condorcet (1785): 81 voters. A beats both others, and B has more points.
CONDORCET_81 = {"ABC": 30, "ACB": 1, "BAC": 29, "BCA": 10, "CAB": 10, "CBA": 1}
# Saari (1994), Geometry of Voting: milk, wine and beer; a different winner by first places and by points.
BEVERAGES = {"MWB": 6, "BWM": 5, "WBM": 4}
# Schulze (2011), A new monotonic, clone-independent ... election method, example 1: 45 voters, no Condorcet winner.
SCHULZE = {"ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8}
# The example of the Borda count and of Dowdall's in Wikipedia's article Borda count: 100 voters.
HUNDRED = {"ACBD": 51, "CBDA": 5, "BCDA": 23, "DCBA": 21}
# Tideman (1987), Independence of clones: one of two is copied; points turn, pairs do not.
TWO, CLONED = {"AB": 66, "BA": 34}, {"ABC": 66, "BCA": 34}


def cast(orders: Mapping[str, int]) -> tuple[str, list[Ballot], list[int]]:
    names = "".join(sorted(set("".join(orders))))
    return names, [[order.index(name) + 1 if name in order else None for name in names] for order in orders], list(orders.values())


def exactly(*numbers: int | Fraction) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, numbers))


def points(names: str, given: tuple[Fraction, ...]) -> dict[str, Fraction]:
    return dict(zip(names, given, strict=True))


def test_condorcet_s_81_voters_part_points_from_pairs() -> None:
    names, ballots, voters = cast(CONDORCET_81)
    table = pairwise(ballots, voters)

    assert points(names, borda(ballots, voters)) == {"A": 101, "B": 109, "C": 33}
    assert (table[0][1], table[1][0], table[0][2], table[1][2]) == (41, 40, 60, 69)
    assert (copeland(table), kemeny(table).orders, kemeny(table).cycle) == (exactly(2, 1, 0), ((0, 1, 2),), ())


def test_saari_s_beverages() -> None:
    names, ballots, voters = cast(BEVERAGES)

    assert points(names, borda(ballots, voters)) == {"W": 19, "B": 14, "M": 12}
    assert kemeny(pairwise(ballots, voters)).orders == ((2, 0, 1),)


def test_schulze_s_45_voters_have_his_table_and_no_winner_of_all_pairs() -> None:
    _, ballots, voters = cast(SCHULZE)
    table = pairwise(ballots, voters)

    assert table == ((0, 20, 26, 30, 22), (25, 0, 16, 33, 18), (19, 29, 0, 17, 24), (15, 12, 28, 0, 14), (23, 27, 21, 31, 0))
    assert (copeland(table), kemeny(table).cycle) == (exactly(2, 2, 2, 1, 3), ((0, 1, 2, 3, 4),))
    support = {
        order: sum(table[one][other] for at, one in enumerate(order) for other in order[at + 1 :]) for order in permutations(range(5))
    }
    assert (kemeny(table).support, kemeny(table).orders) == (
        max(support.values()),
        tuple(order for order, agree in support.items() if agree == max(support.values())),
    )


def test_borda_and_dowdall_of_the_same_hundred_voters() -> None:
    names, ballots, voters = cast(HUNDRED)

    assert points(names, borda(ballots, voters)) == {"A": 153, "B": 151, "C": 205, "D": 91}
    assert points(names, dowdall(ballots, voters)) == {
        "A": Fraction("63.25"),
        "B": Fraction("49.5"),
        "C": Fraction("52.5"),
        "D": 21 + Fraction(51, 4) + Fraction(28, 3),
    }


def test_a_copy_of_the_loser_turns_points_and_not_pairs() -> None:
    names, ballots, voters = cast(CLONED)

    assert points("AB", borda(*cast(TWO)[1:])) == {"A": 66, "B": 34}
    assert points(names, borda(ballots, voters)) == {"A": 132, "B": 134, "C": 34}
    assert kemeny(pairwise(ballots, voters)).orders == ((0, 1, 2),)


@pytest.mark.parametrize(
    ("unranked", "published"),
    [
        (Unranked.NOTHING, (3, 0, 0, 0)),
        (Unranked.SHARED, (3, 1, 1, 1)),
        (Unranked.MODIFIED, (1, 0, 0, 0)),
    ],
)
def test_a_ballot_for_one_of_four_is_counted_in_three_ways(unranked: Unranked, published: tuple[int, ...]) -> None:
    """Emerson (2013), The original Borda count and partial voting: the whole count for a bullet vote, the mean of the rest, or 1."""
    assert borda([[1, None, None, None]], unranked=unranked) == published


def test_the_modified_count_gives_as_many_points_as_are_ranked() -> None:
    """Emerson (2013): of m ranked, the first gets m, the last 1 and the others 0."""
    assert borda([[1, 2, 3, None, None]], unranked=Unranked.MODIFIED) == exactly(3, 2, 1, 0, 0)
    assert borda([[1, 2, 3, 4, 5]], unranked=Unranked.MODIFIED) == exactly(5, 4, 3, 2, 1)


def test_ties_share_points_in_every_count() -> None:
    assert borda([[1, 2, 2, 4]]) == exactly(3, Fraction(3, 2), Fraction(3, 2), 0)
    assert dowdall([[1, 2, 2, 4]]) == exactly(1, Fraction(5, 12), Fraction(5, 12), Fraction(1, 4))


@pytest.mark.parametrize(("draw", "found"), [("0", (1, 1, 0)), ("1/2", ("3/2", "3/2", 0)), ("1", (2, 2, 0))])
def test_a_draw_is_nothing_a_half_or_a_win(draw: str, found: tuple[str | int, ...]) -> None:
    """Faliszewski et al. (2009), Llull and Copeland voting: 0, 1/2 and 1 (Llull) for a draw; here A and B draw and both beat C."""
    table = pairwise([[1, 2, 3], [2, 1, 3]])

    assert copeland(table, draw=Fraction(draw)) == tuple(map(Fraction, found))
    # Wins less losses go the same way as with a half.
    assert [2 * score - 2 for score in copeland(table)] == [1, 1, -2]
