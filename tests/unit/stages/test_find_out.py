"""What is most worth finding out, for a need and for the round."""

from fractions import Fraction

import attrs

from builders import assessed, need, rule, rule_set, scored, table, to, values
from prioritera.model.condition import Condition, SetTest, Within
from prioritera.model.result import Alternative, Decision, FindOut, Fired
from prioritera.model.ruleset import RuleSet
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

    assert told(decision, rules) == [("fact", "kind", "outcome"), ("fact", "reach", "outcome")]


def test_a_missing_fact_that_leaves_an_open_outcome_as_open_is_not_worth_finding_out() -> None:
    few, urgent = rule("few", "inform", {"reach": Within(high=2)}), rule("urgent-offers", "inform", {"kind": "offer", "urgent": True})
    rules = rule_set(triage=table("outcome", few, urgent, rule("the-rest", "go-on")))
    open_values = state(reach=Between(1, 4), kind=Missing())
    decision = scored("a", rules, {}, outcome="fact-needed", values=open_values, hangs_on=["reach"], fired=[])

    assert told(decision, rules) == [("fact", "reach", "outcome")]


def test_an_open_score_is_no_fact() -> None:
    decision = scored("a", rule_set(), {}, outcome="fact-needed", values=state(), hangs_on=["score"], fired=FIRED)

    assert told(decision, rule_set()) == []


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
