import math
from typing import Any

import pytest

from prioritera.methods.outrank import Preference, Shape, promethee_net_flows, topsis_closeness

USUAL = Preference()


@pytest.mark.parametrize(
    ("preference", "at"),
    [
        (USUAL, {-1: 0, 0: 0, 0.5: 1, 9: 1}),
        (Preference(shape=Shape.U_SHAPE, indifference=1), {0.5: 0, 1: 0, 1.5: 1}),
        (Preference(shape=Shape.V_SHAPE, preference=2), {0.5: 0.25, 1: 0.5, 2: 1, 9: 1}),
        (Preference(shape=Shape.LEVEL, indifference=1, preference=2), {1: 0, 1.5: 0.5, 2: 0.5, 2.5: 1}),
        (Preference(shape=Shape.LINEAR, indifference=1, preference=3), {0.5: 0, 1: 0, 2: 0.5, 3: 1, 9: 1}),
        (Preference(shape=Shape.GAUSSIAN, spread=2), {0: 0, 2: 1 - math.exp(-0.5), -2: 0}),
    ],
)
def test_the_six_functions_of_preference(preference: Preference, at: dict[float, float]) -> None:
    assert {difference: preference.of(difference) for difference in at} == pytest.approx(at)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"shape": Shape.USUAL, "indifference": 1}, "has no use for; it takes none, 0 or more"),
        ({"shape": Shape.U_SHAPE, "indifference": -1}, "it takes indifference, 0 or more"),
        ({"shape": Shape.V_SHAPE}, "below its indifference, or none"),
        ({"shape": Shape.LINEAR, "indifference": 2, "preference": 1}, "below its indifference, or none"),
        ({"shape": Shape.GAUSSIAN}, "no spread"),
    ],
)
def test_thresholds_that_a_shape_cannot_use_are_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Preference(**given)


@pytest.mark.parametrize(
    ("rows", "weights", "directions", "message"),
    [
        ([[1, 2]], [1], [1], "expected as many directions, and values in every row"),
        ([[1]], [1], [1, 1], "expected as many directions"),
        ([[math.nan]], [1], [1], "a number is not finite"),
        ([[1]], [math.inf], [1], "a number is not finite"),
        ([[1]], [0], [1], "expected none below 0, and one above"),
        ([[1, 1]], [2, -1], [1, 1], "expected none below 0, and one above"),
        ([[1]], [1], [0], "expected 1 for more is better, or -1"),
    ],
)
def test_what_cannot_be_compared_is_refused(rows: list[list[float]], weights: list[float], directions: list[int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        topsis_closeness(rows, weights, directions)


def test_every_criterion_needs_its_preference() -> None:
    with pytest.raises(ValueError, match="there are 0 preferences and 1 weights"):
        promethee_net_flows([[1]], [1], [1], [])


def test_one_alternative_alone_is_neither_better_nor_worse() -> None:
    assert promethee_net_flows([[3]], [1], [1], [USUAL]) == (0.0,)


def test_where_nothing_differs_all_are_as_near() -> None:
    assert topsis_closeness([[0, 2], [0, 2]], [1, 1], [1, -1]) == (1.0, 1.0)
    assert promethee_net_flows([[0, 2], [0, 2]], [1, 1], [1, -1], [USUAL, USUAL]) == (0.0, 0.0)


def test_less_is_better_where_it_is_said() -> None:
    assert topsis_closeness([[1], [3]], [1], [-1]) == (1.0, 0.0)
    assert promethee_net_flows([[1], [3]], [1], [-1], [USUAL]) == (1.0, -1.0)
