"""What each rule meets."""

import attrs

from builders import fields, label, rule, rule_set, table, to
from prioritera.model.condition import SetTest, Within
from prioritera.model.field import Field, Kind, Origin, Term
from prioritera.model.table import Hit
from prioritera.tables.evaluate import decide
from prioritera.verify.met import met_by

FIELDS = {name: field for name, field in fields().items() if name != "level"}


def test_the_boxes_of_a_rule_are_those_that_earlier_rules_leave() -> None:
    rules = rule_set()

    found = [(met.table.id, met.rule, dict(met.witness)) for met in met_by(rules)]

    assert found == [
        ("level", "long-wait", {"wait": 5}),
        ("level", "other-wait", {"wait": 0}),
        ("outcome", "offers", {"kind": "offer"}),
        ("outcome", "the-rest", {"kind": "question"}),
        ("destination", "ahead", {"outcome": "go-on", "kind": "question"}),
        ("destination", "back", {"outcome": "inform", "kind": "offer"}),
    ]


def test_a_rule_that_never_decides_meets_nothing() -> None:
    triage = table("outcome", rule("all", "go-on"), rule("late", "inform", {"kind": "offer"}))

    assert "late" not in {met.rule for met in met_by(rule_set(triage=triage))}


def test_two_ways_of_one_rule_share_no_need() -> None:
    triage = table("outcome", rule("some", "inform", {"causes": SetTest(any=frozenset({"gap", "support"}))}), rule("rest", "go-on"))
    rules = rule_set(fields=FIELDS, tables=[], triage=triage, destination=table("destination", rule("back", to())))

    boxes = [met.found.box for met in met_by(rules) if met.rule == "some"]

    assert len(boxes) == 2
    assert any(not one & other for one, other in zip(*boxes, strict=True))


def test_the_witness_is_decided_by_the_rule() -> None:
    for met in met_by(rule_set()):
        decided = decide(met.table, met.witness, rule_set().fields)
        assert decided is not None
        assert decided.id == met.rule


def test_a_rule_that_only_the_order_of_conclusions_lets_decide_meets_what_it_takes() -> None:
    triage = table(
        "outcome", rule("all", "inform"), rule("long", "go-on", {"wait": Within(low=5)}), hit=Hit.PRIORITY, order=["go-on", "inform"]
    )
    rules = rule_set(tables=[], fields=FIELDS, triage=triage, destination=table("destination", rule("back", to())))

    found = [(met.rule, dict(met.witness)) for met in met_by(rules) if met.table.id == "outcome"]

    assert found == [("all", {"wait": 0}), ("long", {"wait": 5})]


def test_a_rule_that_the_order_of_conclusions_never_lets_decide_meets_nothing() -> None:
    triage = table(
        "outcome", rule("long", "go-on", {"wait": Within(low=5)}), rule("all", "inform"), hit=Hit.PRIORITY, order=["inform", "go-on"]
    )
    rules = rule_set(tables=[], fields=FIELDS, triage=triage, destination=table("destination", rule("back", to())))

    assert {met.rule for met in met_by(rules) if met.table.id == "outcome"} == {"all"}


def test_the_default_of_a_table_meets_what_no_other_rule_matches() -> None:
    triage = attrs.evolve(table("outcome", rule("long", "inform", {"wait": Within(low=5)})), default=rule("otherwise", "go-on"))
    rules = rule_set(tables=[], fields=FIELDS, triage=triage, destination=table("destination", rule("back", to())))

    found = [(met.rule, dict(met.witness)) for met in met_by(rules) if met.table.id == "outcome"]

    assert found == [("long", {"wait": 5}), ("otherwise", {"wait": 0})]


def test_where_all_that_match_are_heard_each_rule_meets_what_it_matches() -> None:
    signs = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=[Term(id=one, label=label()) for one in "ab"])
    heard = table("signs", rule("all", "a"), rule("long", "b", {"wait": Within(low=5)}), hit=Hit.COLLECT)
    rules = rule_set(tables=[heard], fields={**FIELDS, "signs": signs}, triage=table("outcome", rule("rest", "go-on")))

    found = [(met.rule, dict(met.witness)) for met in met_by(rules) if met.table.id == "signs"]

    assert found == [("all", {"wait": 0}), ("long", {"wait": 5})]
