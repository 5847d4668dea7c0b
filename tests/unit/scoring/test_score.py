from fractions import Fraction

import pytest

from builders import LEVELS, assessed, criterion, rule_set
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap, Criterion, Minimum
from prioritera.model.result import Score
from prioritera.model.ruleset import Band, RuleSet
from prioritera.model.value import Interval, Missing, Panel, Reason
from prioritera.scoring.score import Assessments, Performance, band_of, performance, scorer

SCALE = criterion("c", low=-1, high=9)
ANSWERS = (Fraction(1), Fraction(2), Missing())


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (assessed(c=3), (3, 3)),
        (assessed(c=(1, 4)), (1, 4)),
        (assessed(c=Interval(1, 4, Reason.VARIES)), (1, 4)),
        (assessed(c=Panel(ANSWERS, 2)), (2, 2)),
        (assessed(c=Panel(ANSWERS, None)), (-1, 9)),
        (assessed(c=None), (-1, 9)),
        (assessed(c=Reason.DONT_KNOW), (-1, 9)),
        (assessed(c=Reason.NOT_APPLICABLE), (-1, 9)),
        ({}, (-1, 9)),
    ],
)
def test_a_performance_is_known_between_two_ends_and_missing_is_the_whole_scale(given: Assessments, found: Performance) -> None:
    assert performance(SCALE, given.get("c")) == found


def test_not_applicable_counts_as_what_the_criterion_says() -> None:
    counts = criterion("c", low=-1, high=9, not_applicable=0)

    assert performance(counts, assessed(c=Reason.NOT_APPLICABLE)["c"]) == (0, 0)
    assert performance(counts, assessed(c=Reason.DONT_KNOW)["c"]) == (-1, 9)
    assert performance(counts, None) == (-1, 9)


def test_a_scale_without_bounds_has_none_when_nothing_is_known() -> None:
    assert performance(criterion("c", low=None, high=None), None) == (None, None)


def weighted() -> RuleSet:
    """Weights 2 and 3, thirds and sevenths: S = 21."""
    return rule_set(criteria=[criterion("a", LEVELS, weight=2), criterion("b", Points([(0, 0), (7, 1)]), weight=3)])


def test_a_score_is_made_of_exact_shares() -> None:
    score = scorer(weighted())(assessed(a=1, b=3))

    assert (score.low, score.high, score.of) == (2 * 7 + 3 * 9, 2 * 7 + 3 * 9, 5 * 21)
    assert [(share.criterion, share.low, share.high, share.of) for share in score.shares] == [("a", 14, 14, 42), ("b", 27, 27, 63)]
    assert score.known == 1


def test_what_is_not_known_makes_a_range() -> None:
    score = scorer(weighted())(assessed(a=(1, 2)))

    assert (score.low, score.high) == (14, 28 + 63)
    assert [share.known for share in score.shares] == [True, False]
    assert score.known == Fraction(1, 2)


@pytest.mark.parametrize(
    ("given", "known"),
    [
        (assessed(c=0), True),
        (assessed(c=3), True),
        (assessed(c=(0, 2)), True),
        (assessed(c=(1, 3)), True),
        (assessed(c=(0, 3)), False),
        (assessed(c=None), False),
        (assessed(c=Panel(ANSWERS, None)), False),
        ({}, False),
    ],
)
def test_a_value_is_known_when_it_is_exact_or_narrower_than_the_scale(given: Assessments, known: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    (share,) = scorer(rule_set(criteria=[criterion("c")]))(given).shares

    assert share.known is known


def test_an_exact_performance_is_known_even_where_every_performance_has_the_same_value() -> None:
    flat = rule_set(criteria=[criterion("c", Bins([(0, 1)]), low=0, high=5)])

    assert scorer(flat)(assessed(c=3)).known == 1
    assert scorer(flat)(assessed(c=(2, 3))).known == 0


def test_a_missing_value_on_a_scale_without_bounds_is_not_known() -> None:
    score = scorer(rule_set(criteria=[criterion("c", low=None, high=None)]))({})

    assert (score.low, score.high, score.known) == (0, 3, Fraction(0))


@pytest.mark.parametrize(("low", "high"), [(1, 3), (0, 2)])
def test_the_scale_that_a_value_is_narrower_than_is_the_declared_one(low: int, high: int) -> None:
    rules = rule_set(criteria=[criterion("c", LEVELS, low=low, high=high)])

    assert scorer(rules)(assessed(c=(low, high))).known == 0
    assert scorer(rules)({}).known == 0
    assert scorer(rules)(assessed(c=(1, 2))).known == 1


def test_a_criterion_that_is_left_out_takes_its_weight_with_it() -> None:
    score = scorer(weighted(), left_out=["b"])(assessed(a=1, b=3))

    assert (score.low, score.high, score.of) == (14, 14, 42)
    assert [share.criterion for share in score.shares] == ["a"]


def test_with_every_criterion_left_out_there_is_no_score_and_nothing_is_known() -> None:
    score = scorer(weighted(), left_out=["a", "b"])(assessed(a=1, b=3))

    assert score == Score(low=0, high=0, of=0, shares=(), known=Fraction(0))


def capped(function: Points) -> RuleSet:
    return rule_set(criteria=[criterion("a", weight=2, cap=Cap(by="b", function=function)), criterion("b")])


RISING_CAP = Points([(0, 1), (2, 3)], 3)


@pytest.mark.parametrize(
    ("given", "low", "high"),
    [
        (assessed(a=3, b=0), 1, 1),
        (assessed(a=3, b=1), 2, 2),
        (assessed(a=3, b=2), 3, 3),
        (assessed(a=1, b=1), 1, 1),
        (assessed(a=0, b=0), 0, 0),
        (assessed(a=3, b=(0, 1)), 1, 2),
        (assessed(a=(1, 3), b=1), 1, 2),
        (assessed(a=3), 1, 3),
        (assessed(b=0), 0, 1),
    ],
)
def test_a_cap_lets_no_more_through_than_the_other_criterion_allows(given: Assessments, low: int, high: int) -> None:
    share = scorer(capped(RISING_CAP))(given).shares[0]

    assert (share.low, share.high) == (2 * low, 2 * high)


def test_a_cap_takes_nothing_from_what_is_known() -> None:
    assert scorer(capped(RISING_CAP))(assessed(a=3)).shares[0].known
    assert not scorer(capped(RISING_CAP))(assessed(b=0)).shares[0].known


def test_a_cap_by_a_criterion_that_is_left_out_still_holds() -> None:
    score = scorer(capped(RISING_CAP), left_out=["b"])(assessed(a=3, b=0))

    assert (score.low, score.of) == (2, 6)


def tiered(*, outcome: str = "") -> list[Criterion]:
    return [criterion("a", minimum=Minimum(x=2, outcome=outcome)), criterion("b", minimum=Minimum(x=1)), criterion("c")]


@pytest.mark.parametrize(
    ("given", "tiers"),
    [
        (assessed(a=2, b=1, c=0), (1, 1)),
        (assessed(a=1, b=3, c=3), (0, 0)),
        (assessed(a=3, b=0, c=3), (0, 0)),
        (assessed(a=(1, 2), b=1), (0, 1)),
        (assessed(a=(2, 3), b=1), (1, 1)),
        (assessed(a=(0, 1), b=1), (0, 0)),
        (assessed(a=3), (0, 1)),
        ({}, (0, 1)),
    ],
)
def test_a_failed_minimum_leads_to_the_lower_tier(given: Assessments, tiers: tuple[int, int]) -> None:
    score = scorer(rule_set(criteria=tiered()))(given)

    assert (score.tier_low, score.tier_high) == tiers


def test_a_minimum_that_ends_in_an_outcome_makes_no_tier() -> None:
    score = scorer(rule_set(criteria=tiered(outcome="inform")))(assessed(a=0, b=1))

    assert (score.tier_low, score.tier_high) == (1, 1)
    assert (score.shares[0].tier_low, score.shares[0].tier_high) == (0, 0)


def test_without_a_minimum_there_is_one_tier_and_every_share_passes() -> None:
    score = scorer(rule_set())(assessed(impact=0))

    assert (score.tier_low, score.tier_high) == (0, 0)
    assert [(share.tier_low, share.tier_high) for share in score.shares] == [(1, 1), (1, 1)]


def test_on_a_scale_without_bounds_a_missing_value_may_pass_or_fail() -> None:
    rules = rule_set(criteria=[criterion("c", low=None, high=None, minimum=Minimum(x=2))])

    score = scorer(rules)({})

    assert (score.tier_low, score.tier_high) == (0, 1)


def test_a_left_out_criterion_s_minimum_is_left_out_too() -> None:
    rules = rule_set(criteria=tiered())

    assert scorer(rules, left_out=["a"])(assessed(a=0, b=1)).tier_low == 1
    assert scorer(rules, left_out=["a", "b"])(assessed(a=0, b=0)).tier_high == 0


def test_one_scorer_scores_many_needs_each_by_itself() -> None:
    score = scorer(weighted())

    first, second, again = score(assessed(a=3)), score(assessed(b=7)), score(assessed(a=3))

    assert first == again
    assert (first.low, second.low) == (42, 63)


BANDS = [Band(id="b", least=Fraction(1, 3)), Band(id="a", least=Fraction(2, 3)), Band(id="c", least=Fraction(0))]


@pytest.mark.parametrize(("points", "band"), [(0, "c"), (7, "c"), (8, "b"), (15, "b"), (16, "a"), (24, "a")])
def test_a_band_begins_at_its_share_of_the_highest_score(points: int, band: str) -> None:
    assert band_of(points, 24, BANDS) == band


def test_a_limit_between_two_points_is_reached_by_the_next() -> None:
    assert [band_of(points, 10, BANDS) for points in (3, 4, 6, 7)] == ["c", "b", "b", "a"]


def test_below_every_limit_there_is_no_band() -> None:
    assert band_of(1, 24, [Band(id="a", least=Fraction(2, 3))]) == ""
    assert band_of(1, 24, []) == ""
