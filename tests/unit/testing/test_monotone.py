"""What is told of scores that fall for the better."""

from fractions import Fraction

import pytest

from builders import criterion, rule_set
from prioritera.diagnostics import Span
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap, Minimum
from prioritera.testing import assert_monotone


def message(assertion: pytest.ExceptionInfo[AssertionError]) -> str:
    """What was said, ending as a file does."""
    return f"{assertion.value}\n"


def test_the_shipped_rules_are_monotone() -> None:
    assert_monotone(load_rules("prioritera:sbu-four"))


def test_a_function_that_falls_is_told() -> None:
    falls = criterion("impact", Bins([(0, 0), (2, 3), (4, 1)]), step=Fraction(1, 2), span=Span("rules.toml", 7, 1))

    with pytest.raises(AssertionError) as found:
        assert_monotone(rule_set(criteria=[falls, criterion("spread")]))

    assert (
        message(found)
        == """\
rules.toml:7:1: criterion impact (higher-first): better stands lower
    impact = 1.5 gives 3 of 3 points
    impact = 2, which is better, gives 1
"""
    )


def test_one_criterion_can_be_asked_for() -> None:
    rules = rule_set(criteria=[criterion("impact", Bins([(0, 1), (1, 0)])), criterion("spread")])

    assert_monotone(rules, "spread")
    with pytest.raises(AssertionError):
        assert_monotone(rules, "impact")


def test_lower_first_must_fall() -> None:
    assert_monotone(rule_set(criteria=[criterion("wait", Points([(0, 3), (3, 0)]), direction="lower-first")]))


def test_a_cap_that_falls_is_told_with_what_it_caps() -> None:
    capped = criterion("impact", weight=2, cap=Cap(by="spread", function=Points([(0, 3), (3, 0)], 3)))

    with pytest.raises(AssertionError) as found:
        assert_monotone(rule_set(criteria=[capped, criterion("spread")]))

    assert (
        message(found)
        == """\
criterion spread (higher-first): better stands lower, with impact = 1
    spread = 2 gives 4 of 9 points
    spread = 3, which is better, gives 3
"""
    )


def test_a_minimum_that_leads_to_the_lowest_tier_is_part_of_where_a_need_stands() -> None:
    low = criterion("impact", Points([(0, 3), (3, 0)]), direction="lower-first", minimum=Minimum(x=2))

    with pytest.raises(AssertionError, match="better stands lower"):
        assert_monotone(rule_set(criteria=[low]))


def test_without_a_bound_the_corners_are_looked_at() -> None:
    assert_monotone(rule_set(criteria=[criterion("impact", low=None, high=None)]))


def test_a_criterion_without_direction_has_nothing_to_hold() -> None:
    rules = rule_set(criteria=[criterion("impact", direction="none")])

    assert_monotone(rules)
    with pytest.raises(ValueError, match=r"^criterion impact claims no direction, so there is nothing to hold$"):
        assert_monotone(rules, "impact")
