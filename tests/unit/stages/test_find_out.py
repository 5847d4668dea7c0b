"""What is most worth finding out, for a need and for the round."""

from fractions import Fraction

import attrs
import pytest

from builders import LEVELS, assessed, criterion, label, need, rule, rule_set, scored, table, to, values
from prioritera.model.condition import Condition, SetTest, ShareOfScore, Within
from prioritera.model.criterion import Cap, Minimum
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import Outcome
from prioritera.model.result import Alternative, Decision, FindOut, Fired
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.table import Aggregate, Hit
from prioritera.model.value import Between, Missing, Reason
from prioritera.stages.find_out import find_out
from prioritera.stages.rank import rank

FIRED = [Fired(table="level", rule="other-wait"), Fired(table="outcome", rule="the-rest"), Fired(table="destination", rule="ahead")]


def told(decision: Decision, rules: RuleSet) -> list[tuple[str, str, str]]:
    decisions, _ = find_out([decision], rules)
    return [(one.kind, one.id, one.settles) for one in decisions[0].find_out]


def state(**changes: object) -> dict[str, object]:
    return {**values(), "level": "low", "outcome": "go-on", **changes}


def test_a_missing_fact_that_can_turn_the_outcome_is_worth_finding_out() -> None:
    decision = scored("a", rule_set(), assessed(impact=1, spread=1), values=state(kind=Missing()), fired=FIRED)

    found = find_out([decision], rule_set())[0][0].find_out

    assert found == (FindOut(kind="fact", id="kind", settles="outcome", results=2),)


def test_a_missing_fact_that_no_rule_asked_of_is_not() -> None:
    decision = scored("a", rule_set(), assessed(impact=1, spread=1), values=state(urgent=Missing()), fired=FIRED)

    assert told(decision, rule_set()) == []


def test_what_is_not_applicable_is_never_a_thing_to_find_out() -> None:
    not_applicable = Missing(Reason.NOT_APPLICABLE)
    rules = rule_set()
    decision = scored("a", rules, assessed(impact=Reason.NOT_APPLICABLE, spread=1), values=state(kind=not_applicable), fired=FIRED)

    assert told(rank([decision], rules)[0][0], rules) == []


def test_a_field_said_not_to_be_worth_asking_for_is_not_asked_for() -> None:
    fields = {**rule_set().fields}
    fields["kind"] = attrs.evolve(fields["kind"], find_out=False)
    rules = rule_set(fields=fields)

    assert told(scored("a", rules, {}, values=state(kind=Missing()), fired=FIRED), rules) == []


def test_facts_of_every_kind_are_tried() -> None:
    triage = table(
        "outcome",
        rule("urgent", "inform", {"urgent": True}),
        rule("long", "inform", {"wait": Within(low=8)}),
        rule("routine", "inform", {"causes": SetTest(any=frozenset({"routine"}))}),
        rule("the-rest", "go-on"),
    )
    rules = rule_set(triage=triage)
    missing = {name: Missing() for name in ("urgent", "wait", "causes")}

    assert sorted(told(scored("a", rules, {}, values=state(**missing), fired=FIRED), rules)) == [
        ("fact", "causes", "outcome"),
        ("fact", "urgent", "outcome"),
        ("fact", "wait", "outcome"),
    ]


def test_a_fact_that_only_turns_the_destination_says_so() -> None:
    rules = rule_set(destination=table("destination", rule("urgent", to("rss"), {"urgent": True}), rule("ahead", to("agency"))))

    assert told(scored("a", rules, {}, values=state(urgent=Missing()), fired=FIRED), rules) == [("fact", "urgent", "destination")]


def test_what_an_open_outcome_hangs_on_comes_first() -> None:
    rules = rule_set(
        triage=table(
            "outcome",
            rule("few", "inform", {"reach": Within(high=2)}),
            rule("offers", "inform", {"kind": "offer"}),
            rule("the-rest", "go-on"),
        ),
        destination=table("destination", rule("ahead", to("agency"))),
    )
    decision = scored(
        "a",
        rules,
        {},
        outcome="fact-needed",
        values=state(reach=Between(1, 4), kind=Missing()),
        hangs_on=["reach"],
        alternatives=[Alternative(values={"reach": 1}, outcome="inform"), Alternative(values={"reach": 3}, outcome="go-on")],
        fired=[],
    )

    assert told(decision, rules) == [("fact", "reach", "outcome"), ("fact", "kind", "outcome")]


def test_a_missing_fact_that_leaves_an_open_outcome_as_open_is_not_worth_finding_out() -> None:
    few, urgent = rule("few", "inform", {"reach": Within(high=2)}), rule("urgent-offers", "inform", {"kind": "offer", "urgent": True})
    rules = rule_set(triage=table("outcome", few, urgent, rule("the-rest", "go-on")))
    open_values = state(reach=Between(1, 4), kind=Missing())
    decision = scored("a", rules, {}, outcome="fact-needed", values=open_values, hangs_on=["reach"], fired=[])

    assert told(decision, rules) == [("fact", "reach", "outcome")]


def test_criteria_that_are_open_are_told_widest_first_with_what_they_settle() -> None:
    rules = rule_set()
    decision = scored("a", rules, assessed(impact=(1, 2)), values=state(), fired=FIRED)
    placed = rank([decision], rules)[0][0]

    assert told(placed, rules) == [("criterion", "spread", "score"), ("criterion", "impact", "score")]


def test_a_need_that_is_not_placed_is_told_what_would_place_it() -> None:
    rules = rule_set(min_known=Fraction(1))
    placed = rank([scored("a", rules, assessed(impact=1), values=state(), fired=FIRED)], rules)[0][0]

    assert told(placed, rules) == [("criterion", "spread", "place")]


def test_decisions_that_go_nowhere_have_nothing_to_find_out() -> None:
    decisions = [Decision(need_id="a", title="", outcome=outcome, need=need("a")) for outcome in ("error", "merged", "conflict")]

    found, first = find_out(decisions, rule_set())

    assert ([one.find_out for one in found], first) == ([(), (), ()], ())


def test_the_round_is_told_the_three_things_that_help_most_needs() -> None:
    rules = rule_set()
    decisions = [
        scored("a", rules, assessed(impact=1), values=state(kind=Missing()), fired=FIRED),
        scored("b", rules, assessed(impact=1), values=state(), fired=FIRED),
        scored("c", rules, assessed(impact=(0, 1), spread=1), values=state(), fired=FIRED),
    ]

    _, first = find_out(rank(decisions, rules)[0], rules)

    assert [(one.id, one.needs, one.settles) for one in first] == [
        ("spread", ("a", "b"), "score"),
        ("kind", ("a",), "outcome"),
        ("impact", ("c",), "score"),
    ]


def test_a_condition_that_lets_missing_through_is_asked_about_too() -> None:
    open_to_missing = Condition(field="kind", missing=True)
    rules = rule_set(triage=table("outcome", rule("unknown", "inform", {"kind": open_to_missing}), rule("the-rest", "go-on")))
    fired = [FIRED[0], Fired(table="outcome", rule="unknown"), Fired(table="destination", rule="back")]

    assert told(scored("a", rules, {}, outcome="inform", values=state(kind=Missing()), fired=fired), rules) == [("fact", "kind", "outcome")]


def test_a_need_with_the_same_facts_but_another_score_is_judged_by_its_own() -> None:
    destination = table(
        "destination",
        rule("high-and-far", to("agency"), {"outcome": "go-on", "score": ShareOfScore(low=Fraction(2, 3)), "reach": Within(low=3)}),
        rule("otherwise", to()),
    )
    rules = rule_set(destination=destination)
    open_reach = state(reach=Between(2, 3))
    alternatives = [Alternative(values={"reach": reach}, outcome="go-on", destination_rule="x") for reach in (2, 3)]
    waiting = attrs.evolve(
        scored("a", rules, assessed(impact=3, spread=3), values=open_reach), hangs_on=["reach"], alternatives=alternatives
    )
    low = scored("b", rules, assessed(impact=0, spread=0), values=open_reach)

    there, back = find_out([waiting, low], rules)[0], find_out([low, waiting], rules)[0][::-1]

    assert [[one.id for one in decision.find_out] for decision in there] == [["reach"], []]
    assert there == back


def test_a_fact_that_only_a_high_score_asks_of_is_worth_finding_out_where_the_score_is_high() -> None:
    destination = table(
        "destination",
        rule("high-and-urgent", to("agency"), {"outcome": "go-on", "score": ShareOfScore(low=Fraction(2, 3)), "urgent": True}),
        rule("otherwise", to()),
    )
    rules = rule_set(destination=destination)
    fired = [*FIRED[:2], Fired(table="destination", rule="otherwise")]
    high, low = (
        scored(name, rules, assessed(impact=level, spread=level), values=state(urgent=Missing()), fired=fired)
        for name, level in (("high", 3), ("low", 0))
    )

    assert told(high, rules) == [("fact", "urgent", "destination")]
    assert told(low, rules) == []


def test_an_outcome_that_hangs_on_a_criterion_or_on_the_score_names_the_criteria_that_are_open() -> None:
    rules = rule_set()
    gated = scored("a", rules, assessed(impact=Reason.DONT_KNOW, spread=(0, 1)), values=state(), hangs_on=["impact"])
    by_score = attrs.evolve(gated, hangs_on=["score"])

    assert told(gated, rules) == [("criterion", "impact", "outcome")]
    assert told(by_score, rules) == [("criterion", "impact", "outcome"), ("criterion", "spread", "outcome")]


def test_a_value_that_is_known_is_not_a_thing_to_find_out_though_another_caps_it() -> None:
    capped = criterion("spread", cap=Cap(by="impact", function=LEVELS))
    rules = rule_set(criteria=[criterion("impact"), capped])
    decision = scored("a", rules, assessed(impact=Reason.DONT_KNOW, spread=3), values=state(), fired=FIRED)

    assert told(rank([decision], rules)[0][0], rules) == [("criterion", "impact", "score")]


@pytest.mark.parametrize(("level", "asked"), [(0, []), ((0, 3), []), (3, ["urgent"])])
def test_a_fact_that_a_minimum_makes_powerless_is_not_worth_finding_out(level: int | tuple[int, int], asked: list[str]) -> None:
    triage = table("outcome", rule("urgent", "go-on", {"urgent": True}), rule("calm", "go-too"))
    outcomes = {name: Outcome(id=name, label=label(name), ranked=name != "stop") for name in ("go-on", "go-too", "stop")}
    destination = table("destination", rule("ahead", to("agency"), {"outcome": "go-on"}), rule("back", to()))
    gate = criterion("impact", minimum=Minimum(x=1, outcome="stop"))
    rules = rule_set(triage=triage, outcomes=outcomes, destination=destination, criteria=[gate, criterion("spread")])
    fired = [FIRED[0], Fired(table="outcome", rule="calm"), Fired(table="destination", rule="back")]
    decision = scored("a", rules, assessed(impact=level, spread=0), values=state(urgent=Missing()), fired=fired)

    assert [one.id for one in find_out([decision], rules)[0][0].find_out] == asked


def test_where_rules_are_collected_no_rule_that_fired_is_the_last_that_was_asked() -> None:
    """Under "first" nothing after the rule that fired can change the conclusion; what is collected hangs on every rule."""
    points = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), high=2)
    counted = table("points", rule("always", ""), rule("urgent", "", {"urgent": True}), hit=Hit.COLLECT, aggregate=Aggregate.COUNT)
    triage = table("outcome", rule("two", "inform", {"points": Within(low=2)}), rule("the-rest", "go-on"))
    rules = rule_set(fields={**rule_set().fields, "points": points}, tables=[counted], triage=triage)
    fired = [Fired(table="points", rule="always"), Fired(table="outcome", rule="the-rest"), Fired(table="destination", rule="ahead")]
    decision = scored("a", rules, assessed(impact=1, spread=1), values=state(urgent=Missing(), points=1), fired=fired)

    assert told(decision, rules) == [("fact", "urgent", "outcome")]


def test_under_priority_the_rules_that_come_before_are_those_of_better_conclusions() -> None:
    ranked = table(
        "outcome",
        rule("the-rest", "go-on"),
        rule("offers", "inform", {"kind": "offer"}),
        hit=Hit.PRIORITY,
        order=("inform", "go-on"),
    )
    rules = rule_set(triage=ranked)
    decision = scored("a", rules, assessed(impact=1, spread=1), values=state(kind=Missing()), fired=FIRED)

    assert told(decision, rules) == [("fact", "kind", "outcome")]


def test_an_answer_that_the_rules_forbid_is_a_result_of_its_own() -> None:
    rules = rule_set(
        triage=table("outcome", rule("offers", "go-on", {"kind": "offer"}), rule("rest", "go-on")),
        forbidden=[rule("no-offers", "error", {"kind": "offer"})],
    )
    decision = scored("a", rules, assessed(impact=1, spread=1), values=state(kind=Missing()), fired=FIRED)

    assert find_out([decision], rules)[0][0].find_out == (FindOut(kind="fact", id="kind", settles="outcome", results=2),)


def test_the_class_of_a_ranked_need_is_worth_finding_out() -> None:
    rules = rule_set(classes=TieBreaker(field="wait"))
    decision = rank([scored("a", rules, assessed(impact=1, spread=1), values=state(wait=Missing()), fired=FIRED)], rules)[0][0]

    assert ("fact", "wait", "place") in told(decision, rules) or ("fact", "wait", "outcome") in told(decision, rules)
    for reason, by in ((Missing(Reason.NOT_APPLICABLE), "wait"), (4, "wait"), (Missing(), "reach")):
        other = rule_set(classes=TieBreaker(field=by))
        quiet = attrs.evolve(decision, values=state(**{by: reason}))
        assert ("fact", by, "place") not in told(quiet, other)


def test_a_class_that_rules_ask_for_is_not_told_twice() -> None:
    chain = table("level", rule("long", "high", {"urgent": True}), rule("short", "low"))
    triage = table("outcome", rule("late", "inform", {"urgent": True}), rule("rest", "go-on"))
    rules = rule_set(tables=[chain], triage=triage, classes=TieBreaker(field="urgent"))
    fired = [Fired(table="level", rule="short"), Fired(table="outcome", rule="rest"), Fired(table="destination", rule="ahead")]
    decision = rank([scored("a", rules, assessed(impact=1, spread=1), values=state(urgent=Missing()), fired=fired)], rules)[0][0]

    assert told(decision, rules) == [("fact", "urgent", "outcome")]
