"""Values on criteria that come to a wanted score."""

from fractions import Fraction

import pytest

from builders import criterion, rule_set
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap, Minimum
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Exact
from prioritera.scoring import wanted as under_test
from prioritera.scoring.score import scorer
from prioritera.scoring.wanted import WantedScore, assessments_with, can_be_written, worth_trying

THIRDS = [Fraction(part, 3) for part in range(4)]


def share(rules: RuleSet, wanted: WantedScore) -> Fraction | None:
    """The share that the values found come to."""
    found = assessments_with(wanted, rules)
    if found is None:
        return None
    score = scorer(rules)(found)
    assert score.low == score.high
    return Fraction(score.low, score.of)


@pytest.mark.parametrize("low", [Fraction(part, 6) for part in range(7)])
def test_the_least_share_from_the_limit_on_is_found(low: Fraction) -> None:
    assert share(rule_set(), WantedScore(low=low)) == low


def test_a_share_that_no_values_have_is_not_found() -> None:
    assert share(rule_set(), WantedScore(low=Fraction(1, 7), below=Fraction(1, 6))) is None


def test_a_narrow_range_between_two_corners_is_found_step_by_step() -> None:
    rules = rule_set(criteria=[criterion("impact", Points([(0, 0), (100, 1)]))])

    assert share(rules, WantedScore(low=Fraction(37, 100), below=Fraction(38, 100))) == Fraction(37, 100)


def test_a_criterion_that_is_capped_is_reckoned_with_the_one_that_caps_it() -> None:
    capped = criterion("impact", cap=Cap(by="spread", function=Points([(0, 0), (3, 3)], 3)))
    rules = rule_set(criteria=[capped, criterion("spread"), criterion("wait")])

    found = [share(rules, WantedScore(low=third)) for third in THIRDS]

    assert found == THIRDS


def test_what_a_minimum_asks_for_is_kept() -> None:
    rules = rule_set(criteria=[criterion("impact", minimum=Minimum(x=2, outcome="inform")), criterion("spread")])

    passed = assessments_with(WantedScore(at_least={"impact": 2}), rules)
    failed = assessments_with(WantedScore(low=Fraction(1, 2), below_minimum={"impact": 2}), rules)

    assert passed is not None
    assert passed["impact"].value == Exact(2)
    assert failed is not None
    assert (failed["impact"].value, failed["spread"].value) == (Exact(1), Exact(2))


def test_a_performance_that_is_no_decimal_is_not_tried() -> None:
    thirds = criterion("impact", Bins([(0, 0), (1, 1), (3, 3)]), step=Fraction(1, 3))

    assert worth_trying(thirds) == [0, 3]
    assert not can_be_written(thirds, 1)


def test_the_ends_of_the_scale_and_both_sides_of_a_minimum_are_worth_trying() -> None:
    wide = criterion("impact", Points([(0, 0), (4, 1)]), low=-2, high=9, minimum=Minimum(x=3))

    assert worth_trying(wide) == [-2, 0, 2, 3, 4, 9]


def test_the_corners_alone_are_worth_trying_without_ends() -> None:
    assert worth_trying(criterion("impact", Points([(0, 0), (4, 1)]), low=None, high=None)) == [0, 4]


@pytest.mark.parametrize("most", [1, 2])
def test_the_search_ends_with_its_budget(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(under_test, "SUMS", most)

    assert share(rule_set(), WantedScore(low=Fraction(1, 2))) is None


def test_without_criteria_nothing_is_asked() -> None:
    assert assessments_with(WantedScore(), rule_set(criteria=[])) == {}
