"""What the proofs of tables find about single rules, and what they say when the budget ends."""

import attrs
import pytest

from builders import label, rule, rule_set, table, terms, to
from prioritera.model.condition import Condition, OneOf, SetTest, Within
from prioritera.model.field import Field, Kind
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Rule
from prioritera.tables.evaluate import decide
from prioritera.verify.findings import Contradiction, Dead, Overlap, Undecided, Unreachable
from prioritera.verify.shown import region_as_written
from prioritera.verify.tables import prove


def _triage(*rules: Rule, hit: Hit = Hit.FIRST) -> RuleSet:
    return rule_set(tables=[], triage=table("outcome", *rules, hit=hit), destination=table("destination", rule("back", to())))


def test_a_rule_whose_conditions_cannot_hold_contradicts_itself() -> None:
    never = rule("never", "inform", {"wait": Within(low=5, high=4)})

    assert prove(_triage(never, rule("rest", "go-on"))) == (Contradiction(table="outcome", rule="never"),)


def test_a_rule_that_earlier_tables_never_let_through_is_unreachable() -> None:
    late = rule("late", "inform", {"level": "high", "wait": Within(high=4)})

    assert prove(rule_set(triage=table("outcome", late, rule("rest", "go-on")), destination=table("destination", rule("back", to())))) == (
        Unreachable(table="outcome", rule="late"),
    )


def test_a_rule_on_a_word_that_no_table_concludes_is_unreachable() -> None:
    only_low = table("level", rule("all", "low"))
    triage = table("outcome", rule("high", "inform", {"level": "high"}), rule("rest", "go-on"))
    back = table("destination", rule("back", to()))

    assert prove(rule_set(tables=[only_low], triage=triage, destination=back)) == (Unreachable(table="outcome", rule="high"),)


def test_a_rule_is_dead_by_a_union_of_earlier_ones() -> None:
    rules = _triage(
        rule("long", "inform", {"wait": Condition(field="wait", test=Within(low=5), missing=True)}),
        rule("urgent", "inform", {"urgent": True}),
        rule("short", "inform", {"wait": Within(high=4)}),
        rule("offers", "go-on", {"kind": "offer", "wait": Within(high=6)}),
        rule("rest", "go-on"),
    )

    offers, rest = prove(rules)

    assert isinstance(offers, Dead)
    assert (offers.table, offers.rule, offers.earlier) == ("outcome", "offers", ("long", "short"))
    assert offers.taken_by == "short"
    assert offers.witness == {"wait": 0, "urgent": False, "kind": "offer"}
    assert region_as_written(offers.region, rules.fields) == 'wait = { max = 4 }, kind = "offer"'
    assert isinstance(rest, Dead)
    assert rest.earlier == ("long", "short")


def test_two_rules_of_a_unique_table_may_not_match_one_need() -> None:
    rules = _triage(
        rule("offers", "inform", {"kind": "offer"}),
        rule("urgent", "go-on", {"urgent": True}),
        rule("rest", "go-on", {"kind": Condition(field="kind", test=None, missing=True)}),
        hit=Hit.UNIQUE,
    )

    _gap, urgent, rest = prove(rules)

    assert isinstance(urgent, Overlap)
    assert (urgent.table, urgent.rule, urgent.earlier) == ("outcome", "urgent", ("offers",))
    assert urgent.witness == {"kind": "offer", "urgent": True}
    assert region_as_written(urgent.region, rules.fields) == 'kind = "offer", urgent = true'
    assert isinstance(rest, Overlap)
    assert rest.earlier == ("urgent",)
    with pytest.raises(ValueError, match="table outcome is unique, but offers and urgent match"):
        decide(rules.triage, urgent.witness, rules.fields)


def test_rules_that_overlap_only_where_no_need_is_do_not_overlap() -> None:
    rules = rule_set(
        triage=table(
            "outcome",
            rule("long", "inform", {"level": "high"}),
            rule("short", "go-on", {"wait": Condition(field="wait", test=Within(high=4), missing=True)}),
            hit=Hit.UNIQUE,
        )
    )

    assert prove(rules) == ()


def _pigeons(count: int) -> RuleSet:
    """Pigeons in one hole too few: some rule always matches, and boxes are slow to see it."""
    holes = terms(*(f"hole-{hole}" for hole in range(count - 1)))
    fields = [Field(id=f"pigeon-{place}", kind=Kind.CHOICE, label=label(), terms=holes) for place in range(count)]
    away = [rule(f"away-{one.id}", "inform", {one.id: Condition(field=one.id, missing=True)}) for one in fields]
    shared = [
        rule(f"{one.id}-{other.id}-{hole.id}", "inform", {one.id: hole.id, other.id: hole.id})
        for place, one in enumerate(fields)
        for other in fields[:place]
        for hole in holes
    ]
    return rule_set(
        fields={**{field.id: field for field in fields}, "outcome": rule_set().fields["outcome"]},
        tables=[],
        triage=table("outcome", *away, *shared),
        destination=table("destination", rule("back", to())),
    )


def test_pigeons_are_proved_within_the_usual_budget() -> None:
    assert prove(_pigeons(6)) == ()


def test_past_the_budget_a_table_is_undecided_and_never_whole() -> None:
    assert prove(_pigeons(6), nodes=400) == (Undecided(table="outcome", nodes=400),)


def test_what_was_found_before_the_budget_ended_is_kept() -> None:
    pigeons = _pigeons(6)
    never = rule("never", "inform", {"pigeon-0": Condition(field="pigeon-0", test=OneOf([]))})
    first = attrs.evolve(pigeons, triage=table("outcome", never, *pigeons.triage.rules))

    assert prove(first, nodes=400) == (Contradiction(table="outcome", rule="never"), Undecided(table="outcome", nodes=400))


def test_a_table_is_undecided_when_its_rules_are_even_if_it_has_no_gap() -> None:
    rules = _triage(rule("all", "go-on"), *(rule(f"dead-{place}", "go-on") for place in range(9)))

    found = prove(rules, nodes=15)

    assert found[-1] == Undecided(table="outcome", nodes=15)
    assert {type(finding) for finding in found} == {Dead, Undecided}


def test_pigeons_take_few_nodes_because_pieces_inside_a_cut_end_at_once() -> None:
    assert prove(_pigeons(5), nodes=1200) == ()


def test_a_table_whose_rules_are_too_wide_to_lay_out_is_undecided() -> None:
    every = SetTest(any=frozenset({"gap", "support", "routine"}))

    found = prove(_triage(rule("wide", "inform", {"causes": every}), rule("rest", "go-on")), nodes=2)

    assert found == (Undecided(table="outcome", nodes=2),)
