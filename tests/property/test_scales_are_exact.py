"""With the least exact scale nothing is rounded; with another, values are rounded as the design says; ranges are least and greatest."""

from collections.abc import Sequence
from fractions import Fraction

from builders import assessed, criterion, rule_set
from hypothesis import example, given
from hypothesis import strategies as st
from oracles import least_scale, rational_value, rounded_value
from strategies import functions, spread_of

from prioritera.methods.aggregate import weighted_sum
from prioritera.methods.scales import Bins, Function, Points, exact_scale, is_falling, is_rising, value_of, value_range
from prioritera.scoring.score import scorer

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
def test_a_rounded_value_is_less_than_one_point_and_a_half_from_the_rational_one(function: Function, scale: int) -> None:
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


@given(st.lists(functions(), min_size=1, max_size=3), st.data())
@example([THIRDS, THIRDS, THIRDS], None)
def test_two_alternatives_tie_exactly_when_their_rational_scores_do(drawn: list[Function], data: st.DataObject | None) -> None:
    weights = [1] * len(drawn)
    rows = [[1] * len(drawn), [3, *[0] * (len(drawn) - 1)]]
    if data is not None:
        weights = data.draw(st.lists(st.integers(1, 6), min_size=len(drawn), max_size=len(drawn)))
        rows = [[data.draw(st.sampled_from(list(spread_of(function)))) for function in drawn] for _ in range(2)]
    scale = exact_scale(drawn)

    scores = [weighted_sum([value_of(f, x, scale) for f, x in zip(drawn, row, strict=True)], weights) for row in rows]

    rational = [sum(w * rational_value(f, x) for w, f, x in zip(weights, drawn, row, strict=True)) for row in rows]
    assert (scores[0] < scores[1], scores[0] == scores[1]) == (rational[0] < rational[1], rational[0] == rational[1])


def test_a_fixed_million_splits_ties_that_an_exact_scale_keeps() -> None:
    levels = rule_set(criteria=[criterion(name, THIRDS) for name in ("a", "b", "c")])
    sevenths = rule_set(criteria=[criterion(name, SEVENTHS, high=7) for name in ("a", "b")])

    for rules, one, other in (
        (levels, assessed(a=1, b=1, c=1), assessed(a=3, b=0, c=0)),
        (sevenths, assessed(a=1, b=2), assessed(a=3, b=0)),
    ):
        score = scorer(rules)
        assert score(one).low == score(other).low

    assert sum(value_of(THIRDS, 1, ROUNDED) for _ in range(3)) == 999_999 != value_of(THIRDS, 3, ROUNDED)
    assert value_of(SEVENTHS, 1, ROUNDED) + value_of(SEVENTHS, 2, ROUNDED) == 428_571 == value_of(SEVENTHS, 3, ROUNDED)
    assert value_of(SEVENTHS, 3, ROUNDED) * 2 == 857_142 != value_of(SEVENTHS, 6, ROUNDED)
