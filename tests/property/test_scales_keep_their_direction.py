"""A scale is said to go against its direction exactly when two performances do, and they are shown."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from builders import criterion, rule_set
from prioritera.methods.scales import exact_scale, value_of
from prioritera.model.criterion import Criterion
from prioritera.verify.weights import check_weights
from score_draws import DIRECTIONS, functions


@st.composite
def directed(draw: st.DrawFn) -> Criterion:
    """A criterion whose function does as it likes, within bounds or without."""
    low = draw(st.none() | st.integers(-8, 4))
    high = draw(st.none() | st.integers(-4 if low is None else low, 10))
    return criterion("impact", draw(functions()), low=low, high=high, direction=draw(st.sampled_from(DIRECTIONS)))


@given(directed())
def test_a_scale_is_told_exactly_when_two_performances_go_against_the_direction(drawn: Criterion) -> None:
    scale = exact_scale([drawn.function])
    low, high = -9 if drawn.low is None else drawn.low, 11 if drawn.high is None else drawn.high
    values = [value_of(drawn.function, x, scale) for x in range(low, high + 1)]
    rises, falls = (any(turned(one, other) for one, other in combinations(values, 2)) for turned in (int.__lt__, int.__gt__))

    found = {one.code: one for one in check_weights(rule_set(criteria=[drawn]))}

    against = {"higher-first": falls, "lower-first": rises, "none": False}[drawn.direction]
    assert ("scale-against-direction" in found) == against
    assert ("criterion-powerless" in found) == (len(set(values)) == 1)


@given(directed())
def test_the_two_performances_that_are_shown_go_against_the_direction(drawn: Criterion) -> None:
    scale = exact_scale([drawn.function])

    told = [one for one in check_weights(rule_set(criteria=[drawn])) if one.code == "scale-against-direction"]

    for one in told:
        first, second = int(str(one.params["first"])), int(str(one.params["second"]))
        before, after = (value_of(drawn.function, x, scale) for x in (first, second))
        assert first < second
        assert (before > after) is (drawn.direction == "higher-first")
        assert [one.params["before"], one.params["after"]] == [f"{before}/{scale}", f"{after}/{scale}"]
        assert Fraction(before - after, scale) != 0
