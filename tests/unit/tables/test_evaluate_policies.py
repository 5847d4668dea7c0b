"""What tables of each hit policy conclude, one small case after the other."""

import re

import attrs
import pytest

from builders import fields, label, rule, table, terms, to, values
from prioritera.model.condition import Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.table import RANKED, Aggregate, Hit, Rule, Table
from prioritera.model.trace import Verdict
from prioritera.tables.evaluate import Concluded, conclude, conclusion_of, decide, in_order, must_match, reasons

SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b", "c"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), low=0, high=9)
FIELDS = {**fields(), "signs": SIGNS, "points": POINTS}

OVER = tuple(rule(f"over-{least}", word, {"wait": Within(low=least)}) for least, word in ((1, "b"), (3, "a"), (5, "b"), (7, "c")))
NUMBERS = tuple(rule(f"over-{least}", number, {"wait": Within(low=least)}) for least, number in ((1, 4), (3, -2), (5, 4), (7, 1)))
DEFAULT = Rule(id="default", then="c")


def words(hit: Hit, **more: object) -> Table:
    return table("signs", *OVER, hit=hit, order=("c", "a", "b") if hit in RANKED else (), **more)


def numbers(aggregate: Aggregate, **more: object) -> Table:
    return table("points", *NUMBERS, hit=Hit.COLLECT, aggregate=aggregate, **more)


def found(one: Table, wait: int) -> tuple[object, list[str]]:
    concluded = conclude(one, values(wait=wait), FIELDS)
    return concluded.value, [rule.id for rule in concluded.fired]


def test_under_first_the_first_rule_decides() -> None:
    assert found(words(Hit.FIRST), 7) == ("b", ["over-1"])


def test_under_priority_the_best_conclusion_decides_and_of_equal_ones_the_first_rule() -> None:
    assert found(words(Hit.PRIORITY), 4) == ("a", ["over-3"])
    assert found(words(Hit.PRIORITY), 7) == ("c", ["over-7"])
    assert found(attrs.evolve(words(Hit.PRIORITY), order=("b", "a", "c")), 7) == ("b", ["over-1"])


def test_under_any_rules_that_agree_may_all_match() -> None:
    agreeing = table("level", rule("one", "a"), rule("two", "a", {"wait": Within(low=3)}), hit=Hit.ANY)

    assert found(agreeing, 5) == ("a", ["one"])


@pytest.mark.parametrize("other", [rule("two", "b"), rule("two", "a", ask=["wait"])])
def test_under_any_rules_that_give_different_things_are_an_error(other: Rule) -> None:
    disagreeing = table("level", rule("one", "a"), other, rule("three", "a", {"wait": Within(low=9)}), hit=Hit.ANY)

    with pytest.raises(ValueError, match=r"^table level takes any rule, but one and two match and give different things$"):
        decide(disagreeing, values(), FIELDS)


def test_courses_that_are_equal_agree() -> None:
    agreeing = table("destination", rule("one", to("agency")), rule("two", to("agency")), hit=Hit.ANY)

    assert found(agreeing, 0) == (to("agency"), ["one"])


@pytest.mark.parametrize(
    ("hit", "fired"),
    [
        (Hit.COLLECT, ["over-1", "over-3", "over-5", "over-7"]),
        (Hit.RULE_ORDER, ["over-1", "over-3", "over-5", "over-7"]),
        (Hit.OUTPUT_ORDER, ["over-7", "over-3", "over-1", "over-5"]),
    ],
)
def test_where_rules_are_collected_all_that_match_fire_in_the_order_of_the_policy(hit: Hit, fired: list[str]) -> None:
    assert found(words(hit), 7) == (frozenset("abc"), fired)
    assert found(words(hit), 2) == (frozenset("b"), ["over-1"])
    assert found(words(hit), 0) == (frozenset(), [])


def test_an_empty_set_is_no_conclusion_where_the_field_may_not_be_empty() -> None:
    strict = {**FIELDS, "signs": attrs.evolve(SIGNS, may_be_empty=False)}

    assert conclude(words(Hit.COLLECT), values(wait=0), strict) == Concluded(value=None)
    assert conclude(words(Hit.COLLECT), values(wait=1), strict).value == frozenset("b")


@pytest.mark.parametrize(
    ("aggregate", "of_two", "of_all", "of_none"),
    [
        (Aggregate.COUNT, 2, 4, 0),
        (Aggregate.SUM, 2, 7, None),
        (Aggregate.MIN, -2, -2, None),
        (Aggregate.MAX, 4, 4, None),
    ],
)
def test_a_number_is_made_of_the_rules_that_match_and_none_of_none(
    aggregate: Aggregate, of_two: int, of_all: int, of_none: int | None
) -> None:
    assert found(numbers(aggregate), 3) == (of_two, ["over-1", "over-3"])
    assert found(numbers(aggregate), 9) == (of_all, ["over-1", "over-3", "over-5", "over-7"])
    assert found(numbers(aggregate), 0) == (of_none, [])


def test_rules_that_conclude_the_same_number_are_all_counted_and_summed() -> None:
    same = (rule("one", 2), rule("two", 2))

    assert found(table("points", *same, hit=Hit.COLLECT, aggregate=Aggregate.COUNT), 0)[0] == 2
    assert found(table("points", *same, hit=Hit.COLLECT, aggregate=Aggregate.SUM), 0)[0] == 4


@pytest.mark.parametrize("hit", [hit for hit in Hit if hit is not Hit.ANY])
def test_a_default_is_concluded_when_no_rule_matches_and_only_then(hit: Hit) -> None:
    with_default = words(hit, default=DEFAULT)

    assert found(with_default, 0) == (frozenset("c") if with_default.collects else "c", ["default"])
    assert found(with_default, 1) == (frozenset("b") if with_default.collects else "b", ["over-1"])


@pytest.mark.parametrize("aggregate", [one for one in Aggregate if one is not Aggregate.LIST])
def test_a_default_of_a_number_is_a_number(aggregate: Aggregate) -> None:
    with_default = numbers(aggregate, default=Rule(id="default", then=5))

    assert found(with_default, 0) == (5, ["default"])
    assert found(with_default, 1) == (1 if aggregate is Aggregate.COUNT else 4, ["over-1"])


@pytest.mark.parametrize("hit", [Hit.COLLECT, Hit.RULE_ORDER, Hit.OUTPUT_ORDER])
def test_of_what_is_collected_no_one_rule_decides(hit: Hit) -> None:
    with pytest.raises(ValueError, match=re.escape("table signs collects; no one rule of it decides")):
        decide(words(hit), values(), FIELDS)


def test_a_need_must_match_a_rule_where_nothing_is_no_conclusion() -> None:
    strict = {"signs": attrs.evolve(SIGNS, may_be_empty=False)}

    assert [must_match(words(hit), FIELDS) for hit in Hit] == [True, True, True, True, False, False, False]
    assert [must_match(words(hit), strict) for hit in Hit] == [True] * 7
    assert [must_match(words(hit, default=DEFAULT), strict) for hit in Hit] == [False] * 7
    assert [must_match(numbers(one), FIELDS) for one in Aggregate] == [False, False, True, True, True]


def test_an_order_ranks_rules_and_without_one_they_stand_as_they_are_written() -> None:
    assert [one.id for one in in_order(OVER, words(Hit.OUTPUT_ORDER))] == ["over-7", "over-3", "over-1", "over-5"]
    assert in_order(OVER, words(Hit.COLLECT)) == list(OVER)


def test_a_rule_concludes_its_word_its_number_or_by_its_id_a_course() -> None:
    assert [conclusion_of(one) for one in (OVER[0], NUMBERS[0], rule("way", to()), None)] == ["b", 4, "way", ""]


def shown(one: Table, wait: int) -> tuple[object, list[tuple[str, Verdict]]]:
    trace = reasons(one, values(wait=wait), FIELDS)
    return trace.conclusion, [(part.id, part.verdict) for part in trace.parts]


def test_under_priority_the_reasons_are_those_of_better_conclusions_and_of_the_rule_that_decides() -> None:
    assert shown(words(Hit.PRIORITY), 4) == ("a", [("over-7", Verdict.FAILED), ("over-3", Verdict.FIRED)])


def test_under_any_the_reasons_end_with_the_first_rule_that_matches() -> None:
    assert shown(table("level", rule("late", "a", {"wait": Within(low=9)}), rule("one", "a"), rule("two", "a"), hit=Hit.ANY), 5) == (
        "a",
        [("late", Verdict.FAILED), ("one", Verdict.FIRED)],
    )


def test_of_what_is_collected_every_rule_is_shown_in_the_order_of_the_policy() -> None:
    assert shown(words(Hit.OUTPUT_ORDER), 5) == (
        ("a", "b"),
        [("over-7", Verdict.FAILED), ("over-3", Verdict.FIRED), ("over-1", Verdict.FIRED), ("over-5", Verdict.FIRED)],
    )
    assert shown(numbers(Aggregate.SUM), 3)[0] == 2
    assert shown(words(Hit.COLLECT), 0) == ((), [(one.id, Verdict.FAILED) for one in OVER])


def test_a_default_that_is_used_is_shown_after_all_the_rules_that_failed() -> None:
    with_default = table("level", *OVER, default=DEFAULT)

    assert shown(with_default, 0) == ("c", [*((one.id, Verdict.FAILED) for one in OVER), ("default", Verdict.FIRED)])
    assert shown(with_default, 1) == ("b", [("over-1", Verdict.FIRED)])


def test_a_table_that_concludes_nothing_says_so() -> None:
    trace = reasons(numbers(Aggregate.SUM), values(wait=0), FIELDS)

    assert (trace.verdict, trace.conclusion) == (Verdict.FAILED, "")
