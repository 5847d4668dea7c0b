"""What is proved of hit policies, one small table after the other; laws stand in `property/test_policy_verdicts_equal_enumeration.py`."""

from typing import Any

import attrs
import pytest

from builders import fields, label, rule, rule_set, table, terms, to
from prioritera.diagnostics import Span, describe
from prioritera.model.condition import Condition, SetTest, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Hit, Rule, Table
from prioritera.verify.findings import Conflict, DefaultUnused, Gap, Outranked, Outside, Undecided, Unreachable
from prioritera.verify.tables import prove
from prioritera.verify.told import tell

SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b", "c"))
POINTS = Field(id="points", kind=Kind.WHOLE, origin=Origin.CONCLUSION, label=label(), low=0, high=3)
FIELDS = {name: field for name, field in fields().items() if name != "level"}
FIELDS = {**FIELDS, "wait": attrs.evolve(FIELDS["wait"], origin=Origin.CONCLUSION)}
BACK = table("destination", rule("back", to()))
EARLY, LATE = {"wait": Within(high=4)}, {"wait": Within(low=5)}


def placed(made: Table) -> Table:
    """The table in a file: itself on line 1, its rules on the lines after, its default last."""
    rules = [attrs.evolve(one, span=Span("rules.toml", line, 1)) for line, one in enumerate(made.rules, 2)]
    default = None if made.default is None else attrs.evolve(made.default, span=Span("rules.toml", len(rules) + 2, 1))
    return attrs.evolve(made, rules=rules, default=default, span=Span("rules.toml", 1, 1))


def triage(*rules: Rule, **more: Any) -> RuleSet:  # noqa: ANN401 -- whatever a table may hold
    return rule_set(fields=FIELDS, tables=[], triage=placed(table("outcome", *rules, **more)), destination=BACK)


def points(aggregate: Aggregate, *rules: Rule, reader: Rule | None = None, default: Rule | None = None) -> RuleSet:
    made = placed(table("points", *rules, hit=Hit.COLLECT, aggregate=aggregate, default=default))
    last = table("outcome", *([] if reader is None else [reader]), rule("rest", "go-on"))
    return rule_set(fields={**FIELDS, "points": POINTS}, tables=[made], triage=last, destination=BACK)


def told(rules: RuleSet, language: str = "en") -> list[str]:
    shown = [attrs.evolve(tell(found, rules), snippets=[]) for found in prove(rules)]
    return [line for found in shown for line in describe(found, language).splitlines()]


CONFLICT = triage(rule("late", "inform", LATE), rule("all", "inform"), rule("urgent", "go-on", {"urgent": True}), hit=Hit.ANY)


def test_rules_that_match_one_need_and_answer_otherwise_are_in_conflict() -> None:
    (found,) = prove(CONFLICT)

    assert isinstance(found, Conflict)
    assert found == Conflict(table="outcome", rule="urgent", earlier=("late", "all"), witness=found.witness)
    assert found.witness["wait"] == 5
    assert found.witness["urgent"] is True


def test_a_conflict_is_told_with_both_answers_and_both_places() -> None:
    assert told(CONFLICT) == [
        (
            'rules.toml:4:1: error[rules-conflict]: rule "urgent" of table "outcome" matches needs that rules before it '
            "(late, all) match too "
            'and answer otherwise: of urgent = true, wait = 5 it gives go-on, and "late" gives inform'
        ),
        "    rules.toml:2:1: the earlier rule stands here",
        "    rules.toml:3:1: the earlier rule stands here",
        '    why:  with the hit policy "any" it must not matter which of the rules that match decides',
        '    mend: let them give the same, narrow one of them, or give the table the hit policy "first" and let their order decide',
    ]
    assert told(CONFLICT, "sv") == [
        (
            "rules.toml:4:1: fel[rules-conflict]: regeln ”urgent” i tabellen ”outcome” gäller behov som också tidigare regler (late, all) "
            "gäller, med ett annat svar: för urgent = true, wait = 5 ger den go-on, och ”late” ger inform"
        ),
        "    rules.toml:2:1: den tidigare regeln står här",
        "    rules.toml:3:1: den tidigare regeln står här",
        "    varför: med träffregeln ”any” får det inte spela någon roll vilken av reglerna som gäller som avgör",
        "    åtgärd: låt dem ge samma svar, snäva in någon av dem, eller ge tabellen träffregeln ”first” och låt ordningen avgöra",
    ]


def test_rules_that_ask_for_different_things_are_in_conflict_and_what_they_ask_is_told() -> None:
    asking = triage(rule("one", "inform", ask=["wait", "kind"]), rule("two", "inform"), hit=Hit.ANY)

    assert 'of {} it gives ask = [], and "one" gives ask = [wait, kind]' in told(asking)[0]


def test_courses_in_conflict_are_told_by_their_rules() -> None:
    ways = rule_set(destination=table("destination", rule("ahead", to("agency")), rule("back", to()), hit=Hit.ANY))

    assert 'it gives back, and "ahead" gives ahead' in told(ways)[0]


def test_rules_that_share_no_need_are_in_no_conflict() -> None:
    assert prove(triage(rule("late", "inform", LATE), rule("early", "go-on", EARLY), hit=Hit.ANY)) == ()


def test_rules_that_give_the_same_are_no_conflict_and_none_of_them_is_dead() -> None:
    assert prove(triage(rule("all", "inform"), rule("late", "inform", LATE), hit=Hit.ANY)) == ()


OUTRANKED = triage(rule("late", "go-on", LATE), rule("all", "inform"), hit=Hit.PRIORITY, order=("inform", "go-on"))


def test_a_rule_that_better_conclusions_always_come_before_never_decides() -> None:
    (found,) = prove(OUTRANKED)

    assert found == Outranked(table="outcome", rule="late", better=("all",), witness={"wait": 5})


def test_a_rule_that_is_outranked_is_told() -> None:
    assert told(OUTRANKED) == [
        (
            'rules.toml:2:1: error[rule-outranked]: rule "late" of table "outcome" never decides: every need that it '
            "matches is matched by a "
            'rule that comes before it in the order of conclusions (all), as "all" matches wait = 5'
        ),
        "    rules.toml:3:1: the rule that comes before it stands here",
        "    why:  a rule that never decides looks as if it did",
        "    mend: narrow the rules that come before it, give its conclusion another place in the order, or take it away",
    ]
    assert told(OUTRANKED, "sv") == [
        (
            "rules.toml:2:1: fel[rule-outranked]: regeln ”late” i tabellen ”outcome” avgör aldrig något: för varje "
            "behov som den gäller finns "
            "en regel som går före i slutsatsernas ordning (all), så som ”all” gäller wait = 5"
        ),
        "    rules.toml:3:1: regeln som går före står här",
        "    varför: en regel som aldrig avgör något ser ut att göra det",
        "    åtgärd: snäva in reglerna som går före, ge dess slutsats en annan plats i ordningen, eller ta bort den",
    ]


def test_under_priority_it_is_the_order_of_conclusions_that_counts_and_not_that_of_rules() -> None:
    turned = triage(rule("all", "inform"), rule("late", "go-on", LATE), hit=Hit.PRIORITY, order=("go-on", "inform"))

    assert prove(turned) == ()


OUTSIDE = points(Aggregate.SUM, rule("two", 2), rule("late", 3, LATE), rule("urgent", -3, {"urgent": True}))


def test_a_number_below_the_bounds_and_one_above_are_found() -> None:
    below, above = prove(OUTSIDE)

    assert below == Outside(table="points", value=-1, rules=("two", "urgent"), witness={"wait": 0, "urgent": True})
    assert above == Outside(table="points", value=5, rules=("two", "late"), witness={"wait": 5, "urgent": False})


def test_a_number_outside_its_bounds_is_told_with_the_rules_that_came_to_it() -> None:
    assert told(OUTSIDE)[:6] == [
        (
            'rules.toml:1:1: error[conclusion-outside]: table "points" concludes -1 for wait = 0, urgent = true, and '
            'the field "points" goes from 0 to 3 '
            "(rules that match: two, urgent)"
        ),
        "    rules.toml:2:1: this rule matches",
        "    rules.toml:4:1: this rule matches",
        "    why:  what reads the field is proved for the numbers that it can be, and for no others",
        "    mend: widen the bounds of the field, or change the rules",
        (
            'rules.toml:1:1: error[conclusion-outside]: table "points" concludes 5 for wait = 5, urgent = false, and '
            'the field "points" goes from 0 to 3 '
            "(rules that match: two, late)"
        ),
    ]
    assert told(OUTSIDE, "sv")[:5] == [
        (
            "rules.toml:1:1: fel[conclusion-outside]: tabellen ”points” ger -1 för wait = 0, urgent = true, och fältet "
            "”points” går från 0 till 3 "
            "(regler som gäller: two, urgent)"
        ),
        "    rules.toml:2:1: den här regeln gäller",
        "    rules.toml:4:1: den här regeln gäller",
        "    varför: det som läser fältet är prövat för de tal som fältet kan ha, inte för andra",
        "    åtgärd: vidga fältets gränser, eller ändra reglerna",
    ]


def test_a_count_below_the_bounds_that_no_rule_matches_is_told_with_the_need() -> None:
    strict = points(Aggregate.COUNT, rule("late", "", LATE))
    strict = attrs.evolve(strict, fields={**strict.fields, "points": attrs.evolve(POINTS, low=1)})

    assert "concludes 0 for wait = 0, and" in told(strict)[0]
    assert "(rules that match: –)" in told(strict)[0]


@pytest.mark.parametrize(("number", "is_outside"), [(-1, True), (0, False), (3, False), (4, True)])
@pytest.mark.parametrize("aggregate", [Aggregate.SUM, Aggregate.MAX])
def test_the_bounds_themselves_are_inside_and_the_next_numbers_are_not(aggregate: Aggregate, number: int, *, is_outside: bool) -> None:
    found = [one for one in prove(points(aggregate, rule("all", number))) if isinstance(one, Outside)]

    assert found == ([Outside(table="points", value=number, rules=("all",), witness={})] if is_outside else [])


@pytest.mark.parametrize(("aggregate", "value"), [(Aggregate.MIN, -1), (Aggregate.MAX, 9)])
def test_only_a_number_that_can_come_out_of_a_least_or_a_greatest_is_outside(aggregate: Aggregate, value: int) -> None:
    found = prove(points(aggregate, rule("low", -1, LATE), rule("high", 9, LATE), rule("rest", 1)))

    assert [one.value for one in found if isinstance(one, Outside)] == [value]
    assert len(found) == 1


def test_a_default_outside_the_bounds_is_found_where_it_is_used() -> None:
    used = points(Aggregate.SUM, rule("late", 1, LATE), default=rule("default", 7))

    assert prove(used) == (Outside(table="points", value=7, rules=("default",), witness={"wait": 0}),)


UNUSED = triage(
    rule("late", "inform", LATE), rule("all", "go-on"), rule("early", "inform", EARLY), hit=Hit.ANY, default=rule("else", "inform")
)


def test_a_default_that_nothing_leads_to_is_found_with_as_few_rules_as_cover_everything() -> None:
    halves = triage(
        rule("late", "inform", LATE),
        rule("urgent", "inform", {"urgent": True}),
        rule("early", "inform", EARLY),
        default=rule("else", "go-on"),
    )

    assert DefaultUnused(table="outcome", rules=("late", "early")) in prove(halves)
    assert DefaultUnused(table="outcome", rules=("all",)) in prove(UNUSED)


def test_a_default_without_use_is_told_with_its_place_and_those_of_the_rules() -> None:
    assert told(UNUSED)[-4:] == [
        'rules.toml:5:1: error[default-unused]: the default of table "outcome" is never used: its rules match every need (all)',
        "    rules.toml:3:1: this rule leaves nothing for the default",
        "    why:  a default that nothing leads to looks as if it decided something",
        "    mend: take it away, or narrow the rules that leave nothing for it",
    ]
    assert told(UNUSED, "sv")[-4:] == [
        "rules.toml:5:1: fel[default-unused]: standardsvaret i tabellen ”outcome” används aldrig: reglerna gäller varje behov (all)",
        "    rules.toml:3:1: den här regeln lämnar inget åt standardsvaret",
        "    varför: ett standardsvar som inget leder till ser ut att avgöra något",
        "    åtgärd: ta bort det, eller snäva in reglerna som inte lämnar något åt det",
    ]


def test_a_default_leaves_no_gap_and_is_followed_back_as_any_rule_is() -> None:
    early = rule("early-inform", "inform", {"points": Within(low=2, high=2), **LATE})

    whole = points(Aggregate.SUM, rule("late", 1, LATE), reader=early, default=rule("default", 2))

    assert prove(whole) == (Unreachable(table="outcome", rule="early-inform"),)
    assert prove(points(Aggregate.SUM, rule("late", 1, LATE)))[0] == Gap(
        table="points", witness={"wait": 0}, region=[Condition(field="wait", test=Within(high=4))]
    )


def test_a_set_that_may_not_be_empty_has_a_gap_where_no_rule_matches() -> None:
    made = table("signs", rule("late", "a", LATE), hit=Hit.COLLECT)
    strict = attrs.evolve(SIGNS, may_be_empty=False)

    of_strict = rule_set(
        fields={**FIELDS, "signs": strict}, tables=[made], triage=table("outcome", rule("all", "inform")), destination=BACK
    )

    assert prove(of_strict) == (Gap(table="signs", witness={"wait": 0}, region=[Condition(field="wait", test=Within(high=4))]),)
    assert prove(attrs.evolve(of_strict, fields={**FIELDS, "signs": SIGNS})) == ()


def test_a_rule_that_asks_for_words_never_collected_together_is_unreachable() -> None:
    made = table("signs", rule("late", "a", LATE), rule("early", "b", EARLY), hit=Hit.COLLECT)
    both = rule("both", "inform", {"signs": SetTest(all=frozenset("ab"))})
    never = rule("never", "inform", {"signs": SetTest(any=frozenset("c"))})

    rules = rule_set(
        fields={**FIELDS, "signs": SIGNS}, tables=[made], triage=table("outcome", both, never, rule("rest", "go-on")), destination=BACK
    )

    assert prove(rules) == (Unreachable(table="outcome", rule="both"), Unreachable(table="outcome", rule="never"))


def test_a_count_that_too_few_rules_can_reach_is_unreachable() -> None:
    many = rule("many", "inform", {"points": Within(low=2)})

    rules = points(Aggregate.COUNT, rule("late", "", LATE), rule("early", "", EARLY), rule("urgent", "", {"urgent": True}), reader=many)
    fewer = points(Aggregate.COUNT, rule("late", "", LATE), rule("early", "", EARLY), reader=many)

    assert prove(rules) == ()
    assert prove(fewer) == (Unreachable(table="outcome", rule="many"),)


def test_what_the_budget_does_not_settle_is_undecided() -> None:
    found = prove(OUTSIDE, nodes=5)

    assert Undecided(table="points", nodes=5) in found
