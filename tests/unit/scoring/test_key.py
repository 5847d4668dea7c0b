import re
from typing import Any

import pytest

from builders import MISSING, assessed, criterion, rule_set, values
from prioritera.model.criterion import Minimum
from prioritera.model.ruleset import TieBreaker
from prioritera.model.value import Between, FactValue, Reason
from prioritera.scoring.key import Key, keys
from prioritera.scoring.score import Assessments, scorer


def keyed(breakers: list[TieBreaker], seen: dict[str, Any] | None = None, given: Assessments | None = None) -> tuple[Key, Key]:
    """The keys of a need with 3 of 9 points by impact and 0..2 more by spread."""
    rules = rule_set(criteria=[criterion("impact"), criterion("spread"), criterion("cost", low=-4, high=5)], tie_breakers=breakers)
    known = given or assessed(impact=3, spread=(0, 2), cost=0)
    everything: dict[str, FactValue | Between] = {**values(), **(seen or {})}
    return keys(scorer(rules)(known), everything, known, rules)


def test_a_key_is_tier_then_score() -> None:
    assert keyed([]) == ((0, 3), (0, 5))


def test_a_tier_that_is_open_is_open_in_the_key() -> None:
    rules = rule_set(criteria=[criterion("impact", minimum=Minimum(x=2))])
    known = assessed(impact=(1, 2))

    assert keys(scorer(rules)(known), values(), known, rules) == ((0, 1), (1, 2))


@pytest.mark.parametrize(
    ("breaker", "value", "codes"),
    [
        (TieBreaker(field="wait"), 7, (7, 7)),
        (TieBreaker(field="wait", prefer="less"), 7, (2, 2)),
        (TieBreaker(field="wait"), MISSING, (0, 9)),
        (TieBreaker(field="wait", prefer="less"), MISSING, (0, 9)),
        (TieBreaker(field="wait"), Between(2, 5), (2, 5)),
        (TieBreaker(field="wait", prefer="less"), Between(2, 5), (4, 7)),
        (TieBreaker(field="place"), "national", (2, 2)),
        (TieBreaker(field="place", prefer="less"), "national", (0, 0)),
        (TieBreaker(field="place"), Between(0, 1), (0, 1)),
        (TieBreaker(field="urgent"), True, (1, 1)),
        (TieBreaker(field="urgent", prefer="less"), True, (0, 0)),
        (TieBreaker(field="urgent"), MISSING, (0, 1)),
    ],
)
def test_a_field_that_breaks_ties_is_coded_from_0_so_that_more_is_better(
    breaker: TieBreaker, value: FactValue | Between, codes: tuple[int, int]
) -> None:
    lower, upper = keyed([breaker], {breaker.field: value})

    assert (lower, upper) == ((0, 3, codes[0]), (0, 5, codes[1]))


def test_a_field_that_was_never_seen_is_missing() -> None:
    rules = rule_set(tie_breakers=[TieBreaker(field="wait")])

    lower, upper = keys(scorer(rules)({}), {}, {}, rules)

    assert (lower[2], upper[2]) == (0, 9)


@pytest.mark.parametrize(
    ("prefer", "given", "codes"),
    [
        ("more", 5, (9, 9)),
        ("more", -4, (0, 0)),
        ("less", 5, (0, 0)),
        ("less", -4, (9, 9)),
        ("more", (-1, 2), (3, 6)),
        ("less", (-1, 2), (3, 6)),
        ("less", (-4, 2), (3, 9)),
        ("more", Reason.DONT_KNOW, (0, 9)),
        ("less", Reason.DONT_KNOW, (0, 9)),
    ],
)
def test_a_criterion_that_breaks_ties_is_coded_from_the_low_end_of_its_scale(
    prefer: str, given: int | tuple[int, int] | Reason, codes: tuple[int, int]
) -> None:
    lower, upper = keyed([TieBreaker(criterion="cost", prefer=prefer)], given=assessed(impact=3, spread=0, cost=given))

    assert (lower[2], upper[2]) == codes


def test_tie_breakers_come_after_the_score_in_their_own_order() -> None:
    lower, _ = keyed([TieBreaker(field="place"), TieBreaker(field="wait")])

    assert lower == (0, 3, 1, 4)


@pytest.mark.parametrize("value", [frozenset({"gap"}), "gap"])
def test_a_value_without_an_order_breaks_no_ties(value: FactValue) -> None:
    with pytest.raises(TypeError, match=re.escape(f"wait is {value!r}, which has no place in an order")):
        keyed([TieBreaker(field="wait")], {"wait": value})


@pytest.mark.parametrize(
    ("classes", "seen", "tiers"),
    [
        (TieBreaker(field="place"), "national", (2, 2)),
        (TieBreaker(field="place", prefer="less"), "national", (0, 0)),
        (TieBreaker(field="place"), MISSING, (0, 2)),
        (TieBreaker(field="wait", prefer="less"), Between(2, 5), (4, 7)),
    ],
)
def test_the_class_comes_before_the_score(classes: TieBreaker, seen: FactValue | Between, tiers: tuple[int, int]) -> None:
    rules = rule_set(classes=classes)
    known = assessed(impact=3, spread=(0, 2))

    lower, upper = keys(scorer(rules)(known), {**values(), classes.field: seen}, known, rules)

    assert (lower, upper) == ((tiers[0], 3), (tiers[1], 5))


def test_a_minimum_comes_before_the_class() -> None:
    rules = rule_set(criteria=[criterion("impact", minimum=Minimum(x=2))], classes=TieBreaker(field="place"))

    ends = [
        keys(scorer(rules)(known), {**values(), "place": place}, known, rules)[0]
        for known, place in ((assessed(impact=1), "national"), (assessed(impact=2), "local"), (assessed(impact=3), "regional"))
    ]

    assert ends == [(2, 1), (3, 2), (4, 3)]
    assert (rules.class_count, rules.tiers) == (3, 6)
