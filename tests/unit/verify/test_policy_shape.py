from typing import Any

import attrs
import pytest

from builders import fields, label, rule, rule_set, table, terms, to
from prioritera.diagnostics import describe
from prioritera.model.condition import Condition, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Hit, Rule, Table
from prioritera.verify.shape import check_shape

SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), high=9)
FACTS = {name: field for name, field in fields().items() if name != "level"}


def concluding(field: Field, made: Table) -> RuleSet:
    return rule_set(fields={**FACTS, field.id: field}, tables=[made])


def unfit(rules: RuleSet) -> list[tuple[str, object]]:
    found = list(check_shape(rules))
    return [(one.code, one.params.get("parts", one.params.get("rule"))) for one in found]


LEVEL = fields()["level"]
HIGH, LOW = rule("one", "high"), rule("two", "low")


@pytest.mark.parametrize(
    ("field", "made"),
    [
        (LEVEL, table("level", HIGH, LOW, hit=Hit.ANY)),
        (LEVEL, table("level", HIGH, LOW, hit=Hit.PRIORITY, order=("high", "low"))),
        (LEVEL, table("level", HIGH, hit=Hit.PRIORITY, order=("low", "high"), default=rule("default", "low"))),
        (SIGNS, table("signs", rule("one", "a"), hit=Hit.COLLECT)),
        (SIGNS, table("signs", rule("one", "a"), hit=Hit.RULE_ORDER, default=rule("default", "b"))),
        (SIGNS, table("signs", rule("one", "a"), hit=Hit.OUTPUT_ORDER, order=("b", "a"))),
        (POINTS, table("points", rule("one", ""), hit=Hit.COLLECT, aggregate=Aggregate.COUNT, default=rule("default", 3))),
        (POINTS, table("points", rule("one", -3), hit=Hit.COLLECT, aggregate=Aggregate.SUM)),
    ],
)
def test_what_goes_with_a_hit_policy_is_let_through(field: Field, made: Table) -> None:
    assert unfit(concluding(field, made)) == []


@pytest.mark.parametrize(
    ("field", "made", "parts"),
    [
        (LEVEL, table("level", HIGH, hit=Hit.COLLECT), ('concludes = "level"',)),
        (SIGNS, table("signs", rule("one", "a")), ('concludes = "signs"',)),
        (SIGNS, table("signs", rule("one", 1), hit=Hit.COLLECT, aggregate=Aggregate.SUM), ('concludes = "signs"',)),
        (POINTS, table("points", rule("one", 1), hit=Hit.ANY, aggregate=Aggregate.MAX), ('concludes = "points"', 'aggregate = "max"')),
        (LEVEL, table("level", HIGH, LOW, hit=Hit.PRIORITY), ("order = []",)),
        (LEVEL, table("level", HIGH, LOW, hit=Hit.PRIORITY, order=("high", "hihg", "low")), ("order = [high, hihg, low]",)),
        (LEVEL, table("level", HIGH, LOW, hit=Hit.PRIORITY, order=("high", "low", "high")), ("order = [high, low, high]",)),
        (LEVEL, table("level", HIGH, hit=Hit.FIRST, order=("high",)), ("order = [high]",)),
        (
            LEVEL,
            table("level", HIGH, default=Rule(id="default", when=[Condition(field="wait", test=Within(low=1))], then="low")),
            ("default",),
        ),
    ],
)
def test_what_does_not_go_with_a_hit_policy_is_told(field: Field, made: Table, parts: tuple[str, ...]) -> None:
    assert ("policy-unfit", parts) in unfit(concluding(field, made))


@pytest.mark.parametrize(
    ("changes", "parts"),
    [
        ({"triage": table("outcome", rule("all", "inform"), hit=Hit.COLLECT)}, ('hit = "collect"',)),
        ({"triage": table("outcome", rule("all", "inform"), hit=Hit.PRIORITY, order=("go-on",))}, ("order = [go-on]",)),
        ({"destination": table("destination", rule("back", to()), hit=Hit.PRIORITY)}, ('hit = "priority"', "order = []")),
        ({"destination": table("destination", rule("back", to()), hit=Hit.RULE_ORDER)}, ('hit = "rule-order"',)),
    ],
)
def test_triage_and_destination_give_one_thing_each(changes: dict[str, Any], parts: tuple[str, ...]) -> None:
    assert unfit(rule_set(**changes)) == [("policy-unfit", parts)]


def test_triage_may_rank_outcomes_and_both_may_take_any() -> None:
    ranked = table("outcome", rule("all", "inform"), rule("ask", "fact-needed"), hit=Hit.PRIORITY, order=("fact-needed", "inform"))

    assert unfit(rule_set(triage=ranked)) == []
    assert unfit(rule_set(destination=table("destination", rule("back", to()), hit=Hit.ANY))) == []


@pytest.mark.parametrize(
    ("made", "odd"),
    [
        (table("points", rule("one", "high"), hit=Hit.COLLECT, aggregate=Aggregate.SUM), "one"),
        (table("points", rule("one", ""), hit=Hit.COLLECT, aggregate=Aggregate.COUNT, default=rule("default", "")), "default"),
    ],
)
def test_what_a_number_is_made_of_are_numbers(made: Table, odd: str) -> None:
    assert unfit(concluding(POINTS, made)) == [("conclusion-unfit", odd)]


def test_a_default_is_checked_as_rules_are() -> None:
    odd = attrs.evolve(rule_set().triage, default=rule("the-rest", "infrom"))

    assert unfit(rule_set(triage=odd)) == [("table-unfit", None), ("conclusion-unfit", "the-rest")]


def test_what_does_not_fit_is_told_in_both_languages() -> None:
    (found,) = check_shape(concluding(LEVEL, table("level", HIGH, LOW, hit=Hit.PRIORITY, order=("high",))))

    assert describe(found, "en").splitlines()[:2] == [
        'error[policy-unfit]: table "level" has the hit policy "priority", with which this does not go: order = [high]',
        "    why:  the hit policy says what a table can conclude and what it must say besides its rules",
    ]
    assert describe(found, "sv").splitlines()[:2] == [
        "fel[policy-unfit]: tabellen ”level” har träffregeln ”priority”, och det här går inte ihop med den: order = [high]",
        "    varför: träffregeln säger vad en tabell kan ge och vad den måste säga utöver sina regler",
    ]
