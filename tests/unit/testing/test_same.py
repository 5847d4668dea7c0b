"""What is told of rules that do not mean the same."""

import sys
from fractions import Fraction

import attrs
import pytest

from builders import criterion, fields, rule, rule_set, table, to
from prioritera.diagnostics import Span
from prioritera.methods.scales import Bins, Log, Points
from prioritera.model.bar import Bar
from prioritera.model.condition import Condition, SetTest, Within
from prioritera.model.ruleset import Band, RuleSet, TieBreaker
from prioritera.model.table import Table
from prioritera.model.text import Label
from prioritera.testing import assert_same_meaning

PLAIN = rule_set()


def message(assertion: pytest.ExceptionInfo[AssertionError]) -> str:
    """What was said, ending as a file does."""
    return f"{assertion.value}\n"


def placed(made: Table) -> Table:
    """The table in a file, its rules on the lines after it."""
    rules = [attrs.evolve(one, span=Span("rules.toml", line, 1)) for line, one in enumerate(made.rules, 2)]
    return attrs.evolve(made, rules=rules, span=Span("rules.toml", 1, 1))


def test_the_same_rules_mean_the_same() -> None:
    assert_same_meaning(PLAIN, rule_set())


def test_rules_written_otherwise_mean_the_same() -> None:
    level = table("level", rule("short", "low", {"wait": Within(high=4)}), rule("rest", "high"))
    missing = table("level", *level.rules[:1], rule("none", "low", {"wait": Condition(field="wait", missing=True)}), *level.rules[1:])

    assert_same_meaning(PLAIN, rule_set(tables=[missing]))


def test_another_outcome_is_told_with_a_need_and_both_rules() -> None:
    triage = placed(table("outcome", rule("some", "inform", {"causes": SetTest(any=frozenset({"gap"}))}), rule("the-rest", "go-on")))

    with pytest.raises(AssertionError) as found:
        assert_same_meaning(rule_set(triage=placed(PLAIN.triage)), rule_set(triage=triage))

    assert (
        message(found)
        == """\
the old rules decide by offers (rules.toml:2:1), the new by the-rest (rules.toml:3:1)
    for: kind = "offer", causes = { missing = true }
    need:
        [[needs]]
        id = "example"
        title = "Example"
        area = "elderly"

        [[needs.origins]]
        actor = "municipality-1"
        backing = "municipality"
        decided = "minutes"

        [needs.facts]
        kind = "offer"
"""
    )


def test_a_conclusion_of_one_side_alone_is_no_difference() -> None:
    fewer = {name: field for name, field in fields().items() if name != "level"}
    by_level = table(
        "outcome", rule("offers", "inform", {"kind": "offer"}), rule("long", "go-on", {"level": "high"}), rule("rest", "go-on")
    )

    assert_same_meaning(rule_set(triage=by_level), rule_set(fields=fewer, tables=[]))
    assert_same_meaning(rule_set(fields=fewer, tables=[]), rule_set(triage=by_level))


def test_what_no_need_comes_to_is_no_difference() -> None:
    never = rule("never", to("agency"), {"outcome": "inform", "kind": "question"})

    assert_same_meaning(PLAIN, rule_set(destination=table("destination", never, *PLAIN.destination.rules)))


def test_another_course_is_told() -> None:
    destination = table("destination", rule("ahead", to("agency"), {"outcome": "go-on", "level": "high"}), rule("back", to()))

    with pytest.raises(AssertionError) as found:
        assert_same_meaning(PLAIN, rule_set(destination=destination))

    assert (
        message(found)
        == """\
the old rules decide by ahead, the new by back
    for: kind = "question", wait = 0
    need:
        [[needs]]
        id = "example"
        title = "Example"
        area = "elderly"

        [[needs.origins]]
        actor = "municipality-1"
        backing = "municipality"
        decided = "minutes"

        [needs.facts]
        kind = "question"
        wait = 0
"""
    )


def test_a_budget_that_is_spent_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["prioritera.testing.same"], "assert_complete", lambda rules, *, nodes: None)  # noqa: ARG005 -- as it is called
    other = rule_set(destination=table("destination", rule("back", to())))

    with pytest.raises(AssertionError) as found:
        assert_same_meaning(PLAIN, other, nodes=1)

    assert message(found) == "undecided: 1 steps were not enough to compare the tables\n"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"criteria": [criterion("impact")]}, "criterion spread is in the old rules only"),
        ({"criteria": [criterion("impact"), criterion("spread"), criterion("cost")]}, "criterion cost is in the new rules only"),
        (
            {"criteria": [criterion("impact", weight=3), criterion("spread")]},
            "criterion impact weighs 1 of 2 in the old rules and 3 of 4 in the new",
        ),
        ({"criteria": [criterion("impact", low=-1), criterion("spread")]}, "criterion impact is not declared alike: impact and impact"),
        (
            {"criteria": [criterion("impact", Bins([(0, 0), (1, 1), (2, 1), (3, 3)])), criterion("spread")]},
            "criterion impact: 2 is worth 2 of 3 of the scale in the old rules and 1 in the new",
        ),
        (
            {"criteria": [criterion("impact", Points([(0, 0), (3, 3)])), criterion("spread")]},
            "criterion impact is of another shape on one side than on the other, so its values are not compared",
        ),
        ({"bands": [Band(id="a", least=Fraction(0))]}, "bands differ: small and small"),
        ({"list_key": ("area",)}, "list_key differ: small and small"),
    ],
)
def test_another_score_or_placing_is_told(changes: dict[str, object], said: str) -> None:
    with pytest.raises(AssertionError) as found:
        assert_same_meaning(PLAIN, rule_set(**changes))

    assert said in message(found).splitlines()


def test_weights_and_heights_that_come_to_the_same_are_the_same() -> None:
    doubled = [criterion(name, Bins([(0, 0), (1, 2), (2, 4), (3, 6)]), weight=2) for name in ("impact", "spread")]

    assert_same_meaning(PLAIN, rule_set(criteria=doubled))


def test_fields_that_are_not_declared_alike_are_told() -> None:
    narrower = {**fields(), "wait": attrs.evolve(fields()["wait"], high=7)}
    fewer = {name: field for name, field in fields().items() if name != "urgent"}
    urgent = table("outcome", rule("urgent", "inform", {"urgent": True}), *PLAIN.triage.rules)

    with pytest.raises(AssertionError) as first:
        assert_same_meaning(PLAIN, rule_set(fields=narrower))
    with pytest.raises(AssertionError) as second:
        assert_same_meaning(rule_set(fields=fewer), rule_set(triage=urgent))
    with pytest.raises(AssertionError) as third:
        assert_same_meaning(rule_set(triage=urgent), rule_set(fields=fewer))

    assert message(first) == "field wait is not declared alike: wait and wait\n"
    assert message(second) == "field urgent is declared by the new rules only\n"
    assert message(third) == "field urgent is declared by the old rules only\n"


FORBIDS = rule_set(forbidden=[rule("late", "error", {"wait": Within(low=9), "urgent": True})])


def test_what_is_forbidden_and_classes_must_be_the_same() -> None:
    for other in (PLAIN, rule_set(forbidden=[rule("late", "error", {"wait": Within(low=8), "urgent": True})])):
        with pytest.raises(AssertionError) as raised:
            assert_same_meaning(FORBIDS, other)
        assert message(raised) == "forbidden differ: small and small\n"
    with pytest.raises(AssertionError) as raised:
        assert_same_meaning(PLAIN, rule_set(classes=TieBreaker(field="wait")))
    assert message(raised) == "classes differ: small and small\n"


def test_a_field_that_is_only_forbidden_by_must_be_declared_alike() -> None:
    known = {**fields(), "urgent": attrs.evolve(fields()["urgent"], bars=[Bar(object="x", domain="y", ground=Label(sv="x", en="x"))])}

    with pytest.raises(AssertionError) as raised:
        assert_same_meaning(FORBIDS, attrs.evolve(FORBIDS, fields=known))

    assert "field urgent is not declared alike" in message(raised)


def test_a_conclusion_that_classes_are_of_is_compared_as_it_is_written() -> None:
    levels = {**fields(), "level": attrs.evolve(fields()["level"], ordered=True)}
    old = rule_set(fields=levels, classes=TieBreaker(field="level"))
    short = table("level", rule("short", "low", {"wait": Within(high=4)}), rule("rest", "high"))

    with pytest.raises(AssertionError) as raised:
        assert_same_meaning(old, attrs.evolve(old, tables=[short]))

    assert message(raised) == "level decides more than the outcome, and the tables of the chain are not written alike\n"


def test_logarithms_through_other_points_are_not_compared() -> None:
    def through(middle: int) -> RuleSet:
        return rule_set(criteria=[criterion("impact", Log([(1, 0), (middle, 1), (100, 2)]))], bands=[])

    with pytest.raises(AssertionError) as raised:
        assert_same_meaning(through(10), through(11))

    assert message(raised) == "criterion impact goes by the logarithm through other points, so its values are not compared\n"
