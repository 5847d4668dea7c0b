"""Weights that are drawn: whole shares of a whole, as likely everywhere, in the order that is asked for."""

from fractions import Fraction

import pytest

from prioritera.methods.drawn import GRID, drawn
from prioritera.methods.weights import rank_order_centroid

FIRST = [(144272508, 765652538, 163816778), (273878280, 546218472, 253645072)]


def mean(groups: list[list[int]], samples: int) -> list[Fraction]:
    draws = list(drawn(groups, samples=samples, seed=2))
    return [Fraction(sum(column), samples * GRID) for column in zip(*draws, strict=True)]


@pytest.mark.parametrize("groups", [[[0, 1, 2]], [[2], [0, 1]], [[1], [0], [2]]])
def test_every_draw_is_a_share_of_the_whole_in_whole_numbers(groups: list[list[int]]) -> None:
    for weights in drawn(groups, samples=200, seed=5):
        assert sum(weights) == GRID
        assert all(type(weight) is int and weight >= 0 for weight in weights)


def test_the_same_seed_gives_the_same_draws_and_another_does_not() -> None:
    assert list(drawn([[0, 1]], samples=3, seed=1)) == list(drawn([[0, 1]], samples=3, seed=1))
    assert list(drawn([[0, 1]], samples=3, seed=1)) != list(drawn([[0, 1]], samples=3, seed=2))


def test_the_first_draws_of_the_default_seed_stay_what_they_are() -> None:
    assert list(drawn([[0, 1, 2]], samples=2, seed=1)) == FIRST


def test_those_draws_in_an_order_are_the_same_parts_and_a_group_keeps_its_own_as_drawn() -> None:
    first, second = FIRST

    assert list(drawn([[2], [0, 1]], samples=2, seed=1)) == [(first[0], first[2], first[1]), (second[2], second[0], second[1])]


def test_a_single_weight_is_the_whole() -> None:
    assert list(drawn([[0]], samples=2, seed=1)) == [(GRID,), (GRID,)]


@pytest.mark.parametrize(
    ("groups", "centre"),
    [
        ([[0, 1, 2]], [Fraction(1, 3)] * 3),
        ([[1], [2], [0]], list(rank_order_centroid([3, 1, 2]))),
        ([[2], [0, 1]], list(rank_order_centroid([2, 2, 1]))),
        ([[0, 2], [1]], list(rank_order_centroid([1, 3, 1]))),
    ],
)
def test_the_mean_of_the_draws_is_the_centre_of_the_weights_there_are(groups: list[list[int]], centre: list[Fraction]) -> None:
    # A weight's standard deviation is below 1/4, so four standard errors of 4 000 draws are below 0.016.
    assert all(abs(found - wanted) < Fraction(16, 1000) for found, wanted in zip(mean(groups, 4000), centre, strict=True))


def test_inside_a_group_either_may_be_the_greater() -> None:
    greater = [weights[0] > weights[1] for weights in drawn([[2], [0, 1]], samples=400, seed=3)]

    assert 160 < sum(greater) < 240
