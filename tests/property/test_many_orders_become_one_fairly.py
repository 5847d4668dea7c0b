"""Borda, Copeland, position points and Kemeny: no voter and no candidate is special, ties are kept, and nothing beats Kemeny's orders."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, permutations
from math import factorial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.groups import equal_voices, position_points
from prioritera.methods.votes import MOST_EXACT, Unranked, borda, copeland, kemeny, pairwise

Ballot = list[int | None]


def _ranked(order: Sequence[int], ties: Sequence[bool], left_out: int) -> Ballot:
    """A ballot with ties: the order is cut into groups, and the last few are left out."""
    ballot: Ballot = [None] * len(order)
    kept = order[: len(order) - left_out]
    rank = 1
    for place, candidate in enumerate(kept):
        rank = rank if place and ties[place] else place + 1
        ballot[candidate] = rank
    return ballot


@st.composite
def _profiles(draw: st.DrawFn, most: int = 6) -> list[Ballot]:
    count = draw(st.integers(1, most))
    one = st.tuples(st.permutations(range(count)), st.lists(st.booleans(), min_size=count, max_size=count), st.integers(0, count - 1))
    return [_ranked(*drawn) for drawn in draw(st.lists(one, min_size=1, max_size=7))]


@given(_profiles(), st.randoms(use_true_random=False), st.sampled_from(Unranked))
def test_points_know_neither_names_nor_voters(ballots: list[Ballot], random: Random, unranked: Unranked) -> None:
    shuffled = list(ballots)
    random.shuffle(shuffled)
    names = list(range(len(ballots[0])))
    random.shuffle(names)
    renamed = [[ballot[name] for name in names] for ballot in ballots]

    before, after = borda(ballots, unranked=unranked), borda(shuffled, unranked=unranked)

    assert before == after
    assert borda(renamed, unranked=unranked) == tuple(before[name] for name in names)
    assert copeland(pairwise(renamed)) == tuple(copeland(pairwise(ballots))[name] for name in names)
    assert position_points([before[name] for name in names]) == tuple(position_points(before)[name] for name in names)


@given(_profiles(), st.integers(2, 5))
def test_voting_again_changes_no_order(ballots: list[Ballot], times: int) -> None:
    once, again = borda(ballots), borda(ballots * times)

    assert again == tuple(points * times for points in once)
    assert borda(ballots, [times] * len(ballots)) == again
    assert copeland(pairwise(ballots * times)) == copeland(pairwise(ballots))
    assert kemeny(pairwise(ballots * times)).orders == kemeny(pairwise(ballots)).orders


@given(_profiles())
def test_a_ballot_gives_the_same_points_in_all_when_the_left_out_share_theirs(ballots: list[Ballot]) -> None:
    count = len(ballots[0])

    assert sum(borda(ballots, unranked=Unranked.SHARED)) == Fraction(len(ballots) * count * (count - 1), 2)


@given(_profiles(7))
def test_no_other_order_beats_kemeny_s(ballots: list[Ballot]) -> None:
    table = pairwise(ballots)
    support = {order: sum(table[one][other] for one, other in combinations(order, 2)) for order in permutations(range(len(table)))}
    best = max(support.values())

    found = kemeny(table, most=factorial(7))

    assert (found.support, found.exact, found.cut) == (best, True, False)
    assert found.orders == tuple(sorted(order for order, value in support.items() if value == best))


def test_seven_candidates_too() -> None:
    ballots = [[(start + step * place) % 7 + 1 for place in range(7)] for start, step in ((0, 1), (3, 2), (5, 3), (1, 4), (6, 5))]
    table = pairwise(ballots)

    found = kemeny(table, most=1000)

    every = {order: sum(table[one][other] for one, other in combinations(order, 2)) for order in permutations(range(7))}
    assert found.orders == tuple(sorted(order for order, value in every.items() if value == max(every.values())))


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 4), min_size=1, max_size=4), st.integers(1, 9))
def test_a_group_is_no_louder_for_being_larger(totals: list[tuple[int, ...]], times: int) -> None:
    groups = [[Fraction(total) for total in group] for group in totals]

    larger = [[total * times for total in groups[0]], *groups[1:]]

    assert equal_voices(larger) == equal_voices(groups)


@given(st.integers(0, 10_000))
@pytest.mark.parametrize("more", [1, 4])
def test_a_large_knot_is_ordered_and_said_to_be_inexact(more: int, seed: int) -> None:
    count = MOST_EXACT + more
    # One cycle of all: everybody loses to the one before.
    table = [[0 if one == other else 1 + (other - one) % count * (1 + seed % 3) for other in range(count)] for one in range(count)]

    found = kemeny(table)

    assert (found.exact, sorted(found.orders[0])) == (False, list(range(count)))
    for place in range(count - 1):
        one, other = found.orders[0][place : place + 2]
        assert table[one][other] >= table[other][one]
