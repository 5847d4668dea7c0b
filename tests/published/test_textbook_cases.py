"""Worked cases from the literature of voting, agreement and weights, each with its source; what can be exact is exact."""

from fractions import Fraction

from prioritera.methods.votes import borda, copeland, kemeny, pairwise
from prioritera.methods.weights import rank_order_centroid

# Condorcet's paradox (1785) at its smallest: three voters in a circle.
CIRCLE = ((1, 2, 3), (3, 1, 2), (2, 3, 1))
# The capital of Tennessee, the election that Wikipedia works out for every method: voters in per cent, and how they rank Memphis,
# Nashville, Chattanooga and Knoxville.
TENNESSEE = {(1, 2, 3, 4): 42, (4, 1, 2, 3): 26, (4, 3, 1, 2): 15, (4, 3, 2, 1): 17}
# Borda's own example (Memoire sur les elections au scrutin, 1784), 21 voters: A has most first places, and loses to both others.
BORDA_1784 = {(1, 2, 3): 1, (1, 3, 2): 7, (3, 1, 2): 7, (3, 2, 1): 6}


def exactly(*numbers: int) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, numbers))


def test_three_voters_in_a_circle_tie_wholly() -> None:
    table = pairwise(CIRCLE)

    found = kemeny(table)

    assert (copeland(table), borda(CIRCLE)) == (exactly(1, 1, 1), exactly(3, 3, 3))
    assert (len(found.orders), found.support, found.cycle) == (3, 5, ((0, 1, 2),))


def test_the_capital_of_tennessee_is_nashville() -> None:
    ballots, voters = list(TENNESSEE), list(TENNESSEE.values())
    table = pairwise(ballots, voters)

    found = kemeny(table)

    assert borda(ballots, voters) == exactly(126, 194, 173, 107)
    assert (table[1][0], table[1][2], table[1][3]) == (58, 68, 68)
    assert copeland(table) == exactly(0, 3, 2, 1)
    # Nashville, Chattanooga, Knoxville, Memphis: 393 in agreement, the most of all 24 orders.
    assert (found.orders, found.support, found.cycle) == (((1, 2, 3, 0),), 393, ())


def test_borda_s_own_example_turns_the_order_of_first_places() -> None:
    ballots, voters = list(BORDA_1784), list(BORDA_1784.values())
    table = pairwise(ballots, voters)

    # He gave a first place 3, a second 2 and a third 1: 37, 42 and 47. With 2, 1 and 0 each is 21 less.
    assert [points + 21 for points in borda(ballots, voters)] == [37, 42, 47]
    assert (table[1][0], table[2][0], table[2][1]) == (13, 13, 13)
    assert kemeny(table).orders == ((2, 1, 0),)


def test_the_centroid_weights_of_three_criteria() -> None:
    """Barron & Barrett (1996), Decision quality using ranked attribute weights: .6111, .2778 and .1111."""
    assert rank_order_centroid([1, 2, 3]) == (Fraction(11, 18), Fraction(5, 18), Fraction(2, 18))
