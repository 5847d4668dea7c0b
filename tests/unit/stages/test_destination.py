"""Destination: the course of each decision, and what is asked when an open value turns it."""

from fractions import Fraction

import pytest

from builders import assessed, need, rule, rule_set, scored, table, to, values
from prioritera.model.condition import Condition, ShareOfScore, Within
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.result import Alternative, Decision, Fired
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Target
from prioritera.model.value import Assessment, Between
from prioritera.stages.destination import TO_SENDER, destination, name_of


def by_score() -> RuleSet:
    high = Condition(field="score", test=ShareOfScore(low=Fraction(2, 3)))
    return rule_set(
        destination=table(
            "destination",
            rule("asked", to(), {"outcome": "fact-needed"}),
            rule("high", to("agency"), {"score": high}),
            rule("low", to("rss"), ask=("kind",)),
        )
    )


def sent(rules: RuleSet, given: dict[str, Assessment], **more: object) -> Decision:
    return destination([scored("n", rules, given, **{"destination": "", **more})], rules)[0]


def test_the_first_rule_that_matches_gives_the_course() -> None:
    found = sent(rule_set(), assessed(impact=1, spread=1), fired=[Fired(table="outcome", rule="the-rest")])

    assert (found.destination_rule, found.destination, found.course) == ("ahead", "agency", to("agency"))
    assert found.fired == (Fired(table="outcome", rule="the-rest"), Fired(table="destination", rule="ahead"))


def test_a_rule_may_read_the_score() -> None:
    rules = by_score()

    assert [sent(rules, assessed(impact=level, spread=level)).destination for level in (1, 2)] == ["rss", "agency"]


def test_what_the_destination_asks_for_is_asked_unless_triage_asks_already() -> None:
    rules = by_score()

    assert sent(rules, assessed(impact=0, spread=0)).ask == ("kind",)
    assert sent(rules, assessed(impact=0, spread=0), ask=("wait",)).ask == ("wait",)


def test_a_score_that_may_be_on_either_side_asks_for_a_fact() -> None:
    found = sent(by_score(), assessed(impact=2, spread=(0, 3)))

    assert (found.outcome, found.destination_rule, found.hangs_on) == (FACT_NEEDED, "asked", ("score",))
    assert found.alternatives == (
        Alternative(values={"score": "1/3"}, outcome="go-on", destination_rule="low"),
        Alternative(values={"score": "2/3"}, outcome="go-on", destination_rule="high"),
    )


def test_a_score_in_a_range_that_turns_nothing_is_no_question() -> None:
    assert sent(by_score(), assessed(impact=3, spread=(1, 3))).destination == "agency"


def test_an_open_count_that_turns_the_course_is_named() -> None:
    rules = rule_set(
        destination=table(
            "destination",
            rule("asked", to(), {"outcome": "fact-needed"}),
            rule("many", to("agency"), {"reach": Within(low=3)}),
            rule("few", to()),
        )
    )

    found = sent(rules, assessed(impact=1, spread=1), values=values(reach=Between(2, 4), place=Between(0, 1)))  # type: ignore[arg-type]  # a decision's values may be open

    assert (found.outcome, found.hangs_on) == (FACT_NEEDED, ("reach",))
    assert [dict(one.values) for one in found.alternatives] == [{"reach": 2}, {"reach": 3}]


def test_what_waits_for_a_fact_goes_back_to_its_sender_when_even_that_is_open() -> None:
    rules = rule_set(destination=table("destination", rule("many", to("agency"), {"reach": Within(low=3)}), rule("few", to("rss"))))

    found = sent(rules, assessed(impact=1, spread=1), values=values(reach=Between(2, 4)))  # type: ignore[arg-type]  # as above

    assert (found.outcome, found.destination_rule, found.course) == (FACT_NEEDED, "", TO_SENDER)


def test_a_conclusion_that_differs_between_completions_is_concluded_again() -> None:
    chain = table("level", rule("far", "high", {"reach": Within(low=3)}), rule("near", "low"))
    rules = rule_set(
        tables=[chain],
        destination=table(
            "destination",
            rule("asked", to(), {"outcome": "fact-needed"}),
            rule("up", to("agency"), {"level": "high"}),
            rule("down", to("rss")),
        ),
    )

    found = sent(rules, assessed(impact=1, spread=1), values=values(reach=Between(2, 4)))  # type: ignore[arg-type]  # as above

    assert (found.outcome, found.hangs_on) == (FACT_NEEDED, ("reach",))


def test_a_conflict_goes_back_to_its_senders_and_errors_go_nowhere() -> None:
    decisions = [
        Decision(need_id="a", title="", outcome="conflict", need=need("a")),
        Decision(need_id="b", title="", outcome="error"),
        Decision(need_id="c", title="", outcome="merged", need=need("c")),
    ]

    found = destination(decisions, rule_set())

    assert [one.course for one in found] == [TO_SENDER, None, None]
    assert found[0].destination == "origin"


def test_every_target_has_a_name() -> None:
    targets = [Target(actor="sbu"), Target(nearest="rss"), Target(origin=True), Target(contact_of_support=True)]

    assert [name_of(target) for target in targets] == ["sbu", "nearest:rss", "origin", "contact"]


def test_a_destination_rule_that_gives_no_course_is_a_fault_of_the_rule_set() -> None:
    rules = rule_set(destination=table("destination", rule("odd", "agency")))

    with pytest.raises(TypeError, match=r"^rule odd of the destination table gives 'agency'; expected a course$"):
        sent(rules, assessed(impact=1, spread=1))
