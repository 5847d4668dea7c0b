"""With the least exact scale nothing is rounded; with another, values are rounded as the design says; ranges are least and greatest."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from builders import assessed, criterion, rule_set
from oracles import least_scale, rational_value, rounded_value
from prioritera.methods.aggregate import weighted_sum
from prioritera.methods.scales import Bins, Function, Points, exact_scale, is_falling, is_rising, value_of, value_range
from prioritera.scoring.score import scorer
from strategies import functions, spread_of

ROUNDED = 1_000_000
THIRDS = Bins([(0, 0), (1, 1), (2, 2), (3, 3)])
SEVENTHS = Points([(0, 0), (7, 1)])


@given(st.lists(functions(), min_size=1, max_size=2))
@example([THIRDS, SEVENTHS])
@example([Points([(0, 0), (3, 2), (4, 2)], 7)])
def test_the_exact_scale_is_the_least_with_which_every_value_is_whole(drawn: list[Function]) -> None:
    assert exact_scale(drawn) == least_scale(drawn, spread_of)


@given(st.lists(functions(), min_size=1, max_size=3), st.data())
def test_with_an_exact_scale_every_value_is_the_rational_one(drawn: list[Function], data: st.DataObject) -> None:
    scale = exact_scale(drawn) * data.draw(st.integers(1, 3))

    for function in drawn:
        assert [value_of(function, x, scale) for x in spread_of(function)] == [
            rational_value(function, x) * scale for x in spread_of(function)
        ]


@given(functions(), st.sampled_from([1, 2, 7, 10, 1000, ROUNDED]))
@example(Points([(0, 0), (3, 1)]), ROUNDED)
@example(Points([(0, 1), (3, 0)]), ROUNDED)
def test_with_any_scale_values_follow_the_formulas_of_the_design(function: Function, scale: int) -> None:
    assert [value_of(function, x, scale) for x in spread_of(function)] == [rounded_value(function, x, scale) for x in spread_of(function)]


@given(functions(), st.sampled_from([1, 7, ROUNDED]))
def test_a_rounded_value_is_within_one_point_of_the_rational_one_and_on_the_scale(function: Function, scale: int) -> None:
    for x in spread_of(function):
        assert abs(value_of(function, x, scale) - rational_value(function, x) * scale) <= 1
        assert 0 <= value_of(function, x, scale) <= scale


@given(functions(), st.integers(-9, 11), st.integers(0, 20), st.sampled_from([3, 10, ROUNDED]))
def test_a_range_s_values_are_the_least_and_the_greatest_of_all_its_performances(
    function: Function, low: int, width: int, scale: int
) -> None:
    values = [value_of(function, x, scale) for x in range(low, low + width + 1)]

    assert value_range(function, low, low + width, scale) == (min(values), max(values))


@given(functions(), st.integers(-9, 11), st.sampled_from([3, ROUNDED]))
def test_a_range_without_a_bound_reaches_past_the_last_corner(function: Function, bound: int, scale: int) -> None:
    up = [value_of(function, x, scale) for x in range(bound, bound + 30)]
    down = [value_of(function, x, scale) for x in range(bound - 30, bound + 1)]

    assert value_range(function, bound, None, scale) == (min(up), max(up))
    assert value_range(function, None, bound, scale) == (min(down), max(down))
    assert value_range(function, None, None, scale) == (min(*up, *down), max(*up, *down))


@given(functions(), st.sampled_from([1, 3, ROUNDED]))
def test_a_function_rises_or_falls_as_its_values_do(function: Function, scale: int) -> None:
    rational = [rational_value(function, x) for x in spread_of(function)]
    whole = [value_of(function, x, scale) for x in spread_of(function)]

    assert is_rising(function) == _rises(rational)
    assert is_falling(function) == _rises(rational[::-1])
    assert _rises(whole) or not is_rising(function)
    assert _rises(whole[::-1]) or not is_falling(function)


def _rises(values: Sequence[Fraction | int]) -> bool:
    return list(values) == sorted(values)


Duel = tuple[list[Function], list[int], list[list[int]]]


@st.composite
def duels(draw: st.DrawFn) -> Duel:
    """Functions, a weight each, and two alternatives with a performance each."""
    drawn = draw(st.lists(functions(), min_size=1, max_size=3))
    weights = [draw(st.integers(1, 6)) for _ in drawn]
    rows = [[draw(st.sampled_from(spread_of(function))) for function in drawn] for _ in range(2)]
    return drawn, weights, rows


@given(duels())
@example(([THIRDS, THIRDS, THIRDS], [1, 1, 1], [[1, 1, 1], [3, 0, 0]]))
@example(([SEVENTHS, THIRDS], [7, 3], [[3, 0], [0, 3]]))
def test_two_alternatives_tie_exactly_when_their_rational_scores_do(duel: Duel) -> None:
    drawn, weights, rows = duel
    scale = exact_scale(drawn)

    one, other = (weighted_sum([value_of(f, x, scale) for f, x in zip(drawn, row, strict=True)], weights) for row in rows)

    rational = [sum(w * rational_value(f, x) for w, f, x in zip(weights, drawn, row, strict=True)) for row in rows]
    assert (one < other, one == other) == (rational[0] < rational[1], rational[0] == rational[1])


def test_a_fixed_million_splits_ties_that_an_exact_scale_keeps() -> None:
    levels = scorer(rule_set(criteria=[criterion(name, THIRDS) for name in ("a", "b", "c")]))
    sevenths = scorer(rule_set(criteria=[criterion(name, SEVENTHS) for name in ("a", "b")]))

    assert levels(assessed(a=1, b=1, c=1)).low == levels(assessed(a=3, b=0, c=0)).low
    assert 3 * value_of(THIRDS, 1, ROUNDED) == 999_999 < value_of(THIRDS, 3, ROUNDED)

    assert sevenths(assessed(a=3, b=3)).low == sevenths(assessed(a=6, b=0)).low
    assert 2 * value_of(SEVENTHS, 3, ROUNDED) == 857_142 < value_of(SEVENTHS, 6, ROUNDED) == 857_143
