from fractions import Fraction
from typing import Any

import attrs
import pytest

from builders import fields, label, rule, rule_set, table, to
from prioritera.diagnostics import Diagnostic, Span, describe
from prioritera.model.condition import SCORE, Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.outcome import Outcome
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Table
from prioritera.verify.shape import check_shape


def _codes(rules: RuleSet) -> list[tuple[str, object]]:
    return [(found.code, found.params.get("field") or found.params.get("rule") or found.params["table"]) for found in check_shape(rules)]


def _told(rules: RuleSet) -> tuple[list[str], list[str]]:
    (found,) = check_shape(rules)
    return describe(found, "en").splitlines(), describe(found, "sv").splitlines()


def _triage(field: str, test: Test | None, *, missing: bool = False) -> RuleSet:
    condition = Condition(field=field, test=test, missing=missing)
    return rule_set(triage=table("outcome", rule("odd", "inform", {field: condition}), rule("rest", "go-on")))


def test_a_rule_set_that_fits_together_has_nothing_wrong() -> None:
    assert _codes(rule_set()) == []


@pytest.mark.parametrize(
    ("field", "test"),
    [
        ("kind", OneOf(["offer"])),
        ("urgent", OneOf([True])),
        ("wait", Within(low=3)),
        ("place", Within(low=1)),
        ("causes", SetTest(any=frozenset({"gap"}))),
        ("kind", None),
        ("kind", OneOf(["question", "offer", "other"])),
        ("causes", SetTest(only=frozenset({"gap", "support", "routine"}))),
    ],
)
def test_a_condition_of_the_fields_own_kind_fits(field: str, test: Test | None) -> None:
    assert _codes(_triage(field, test, missing=True)) == []


@pytest.mark.parametrize(
    ("field", "test"),
    [
        ("kind", OneOf(["ofer"])),
        ("kind", Within(low=1)),
        ("kind", SetTest(any=frozenset({"offer"}))),
        ("urgent", OneOf(["yes"])),
        ("wait", OneOf(["long"])),
        ("wait", ShareOfScore(low=Fraction(1, 2))),
        ("causes", OneOf(["gap"])),
        ("causes", SetTest(any=frozenset({"gaps"}))),
        ("urgent", Within(low=0)),
        ("nothing", OneOf(["offer"])),
        ("outcome", OneOf(["inform"])),
        (SCORE, ShareOfScore(low=Fraction(1, 2))),
    ],
)
def test_a_condition_that_cannot_be_asked_there_is_told(field: str, test: Test) -> None:
    assert _codes(_triage(field, test)) == [("condition-unfit", "odd")]


def test_a_condition_on_an_unknown_field_is_told_with_the_nearest_known_one() -> None:
    english, swedish = _told(_triage("kinds", OneOf(["offer"])))

    assert english == [
        'error[condition-unfit]: rule "odd" of table "outcome" asks kinds = "offer", which cannot be asked there',
        "    why:  a condition that cannot be evaluated is an error, never a rule that does not match",
        '    mend: did you mean the field "kind"?',
    ]
    assert swedish == [
        'fel[condition-unfit]: regeln ”odd” i tabellen ”outcome” har villkoret kinds = "offer", som inte går att pröva där',
        "    varför: ett villkor som inte går att pröva är ett fel, aldrig en regel som inte gäller",
        "    åtgärd: menade du fältet ”kind”?",
    ]


def test_a_condition_of_the_wrong_kind_is_told_with_what_the_table_may_read() -> None:
    english, swedish = _told(_triage("wait", OneOf(["long"])))

    assert english[2] == (
        "    mend: ask of a field known before this table, with a test of its kind and its own words; it may read area, kind, causes, "
        "wait, urgent, reach, place or level"
    )
    assert swedish[2] == (
        "    åtgärd: fråga efter ett fält som är känt före tabellen, med rätt slags villkor och fältets egna ord; den får läsa area, kind, "
        "causes, wait, urgent, reach, place eller level"
    )


def test_a_table_may_not_read_what_a_later_one_concludes() -> None:
    early = table("level", rule("early", "low", {"level": "high"}), rule("rest", "low"))

    assert _codes(rule_set(tables=[early])) == [("condition-unfit", "early")]


def test_the_destination_may_read_outcome_and_score() -> None:
    far = rule("far", to("agency"), {SCORE: ShareOfScore(low=Fraction(1, 2)), "outcome": "go-on", "level": "high"})

    assert _codes(rule_set(destination=table("destination", far, rule("back", to())))) == []


def test_a_word_that_is_not_declared_cannot_be_concluded() -> None:
    english, swedish = _told(rule_set(triage=table("outcome", rule("odd", "infrom"))))

    assert english == [
        'error[conclusion-unfit]: rule "odd" of table "outcome" concludes "infrom", which that table cannot conclude',
        "    why:  what a table concludes must be declared, so that what reads it can be proved",
        '    mend: did you mean "inform"?',
    ]
    assert swedish == [
        "fel[conclusion-unfit]: regeln ”odd” i tabellen ”outcome” ger ”infrom”, som den tabellen inte kan ge",
        "    varför: det som en tabell ger måste vara deklarerat, så att det som läser det går att bevisa",
        "    åtgärd: menade du ”inform”?",
    ]


def test_the_engines_own_outcomes_are_not_a_rules_to_give_but_that_a_fact_is_needed() -> None:
    declared = {**rule_set().outcomes, "error": Outcome(id="error", label=label())}

    assert _codes(rule_set(outcomes=declared, triage=table("outcome", rule("odd", "error")))) == [("conclusion-unfit", "odd")]
    assert _codes(rule_set(triage=table("outcome", rule("ask", "fact-needed")))) == []


def test_a_course_is_for_the_destination_table_and_nothing_else_is() -> None:
    triage = table("outcome", rule("course", to()))
    destination = table("destination", rule("word", "go-on"))

    assert _codes(rule_set(triage=triage)) == [("conclusion-unfit", "course")]
    assert _codes(rule_set(destination=destination)) == [("conclusion-unfit", "word")]


def test_two_rules_of_one_id_are_told() -> None:
    english, swedish = _told(rule_set(triage=table("outcome", rule("same", "inform", {"urgent": True}), rule("same", "go-on"))))

    assert english == [
        'error[table-unfit]: table "outcome" has no rules, or rules with the same id (same), or may not conclude "outcome"',
        "    why:  tables are run in order, and each adds one conclusion that the next may read",
        "    mend: give each rule an id of its own; let the table conclude a declared field, triage the outcome, destination courses",
    ]
    assert swedish == [
        "fel[table-unfit]: tabellen ”outcome” saknar regler, har regler med samma id (same) eller får inte avgöra ”outcome”",
        "    varför: tabellerna körs i ordning, och var och en ger en slutsats som nästa kan läsa",
        "    åtgärd: ge varje regel ett eget id; låt tabellen avgöra ett deklarerat fält, förgranskningen utfallet, mottagare ärendegången",
    ]


@pytest.mark.parametrize("changed", ["outcome", "triage-empty", "level-in-triage", "destination-field"])
def test_a_table_without_rules_or_that_concludes_what_it_may_not_is_told(changed: str) -> None:
    back = rule("back", to())
    rules = {
        "outcome": rule_set(tables=[*rule_set().tables, Table(id="second", concludes="outcome", rules=[rule("a", "inform")])]),
        "triage-empty": rule_set(triage=table("outcome")),
        "level-in-triage": rule_set(triage=Table(id="outcome", concludes="decision", rules=[rule("a", "inform")])),
        "destination-field": rule_set(destination=Table(id="destination", concludes="kind", rules=[back])),
    }[changed]

    assert ("table-unfit" in {found.code for found in check_shape(rules)}) is True


def test_a_table_that_concludes_an_undeclared_field_is_told() -> None:
    odd = Table(id="odd", concludes="nothing", rules=[rule("a", "x")])

    assert _codes(rule_set(tables=[*rule_set().tables, odd])) == [("table-unfit", "odd"), ("conclusion-unfit", "a")]


def test_a_conclusion_that_no_table_or_more_than_one_gives_is_told() -> None:
    (level,) = rule_set().tables
    unread = rule_set(tables=[])

    english, swedish = _told(unread)

    assert _codes(rule_set(tables=[level, attrs.evolve(level, id="again")])) == [("field-unfit", "level")]
    assert english == [
        'error[field-unfit]: field "level" has no value to take, no measure that derives it, or not exactly one table that concludes it',
        "    why:  proofs range over every value of a field, so each field must have some, and from one place",
        "    mend: give it words or bounds, a known measure, or one table that concludes it",
    ]
    assert swedish == [
        "fel[field-unfit]: fältet ”level” har inget värde att anta, inget mått som ger det, eller inte precis en tabell som avgör det",
        "    varför: bevisen går igenom fältens alla värden, så varje fält måste ha några, och från ett enda ställe",
        "    åtgärd: ge det ord eller gränser, ett känt mått, eller en tabell som avgör det",
    ]


@pytest.mark.parametrize("change", [{"low": 3, "high": 2}, {"measure": "nothing-known"}, {"id": "other"}])
def test_a_field_without_values_or_measure_or_under_another_id_is_told(change: dict[str, Any]) -> None:
    odd = {**fields(), "reach": attrs.evolve(fields()["reach"], **change)}

    assert [found.code for found in check_shape(rule_set(fields=odd))] == ["field-unfit"]


def test_a_number_may_have_one_value_only() -> None:
    one = {**fields(), "wait": attrs.evolve(fields()["wait"], low=5, high=5)}

    assert _codes(rule_set(fields=one)) == []


def test_what_does_not_fit_is_told_where_it_stands() -> None:
    at = {part: Span("rules.toml", line, 1) for line, part in enumerate(("field", "rule", "table", "level"), 1)}
    odd = rule("odd", "nothing-like-it", {"unknown": "word"}, span=at["rule"])
    rules = rule_set(
        fields={
            **fields(),
            "reach": attrs.evolve(fields()["reach"], high=-1, span=at["field"]),
            "level": attrs.evolve(fields()["level"], span=at["level"]),
        },
        tables=[],
        triage=attrs.evolve(table("outcome", odd, odd, attrs.evolve(odd, id="b"), attrs.evolve(odd, id="b")), span=at["table"]),
    )

    found = {(one.code, one.span): one for one in check_shape(rules)}

    assert list(found) == [
        ("field-unfit", at["field"]),
        ("table-unfit", at["table"]),
        ("condition-unfit", at["rule"]),
        ("conclusion-unfit", at["rule"]),
        ("field-unfit", at["level"]),
    ]
    assert found["table-unfit", at["table"]].params["twice"] == "b, odd"
    assert found["conclusion-unfit", at["rule"]].params["known"] == ("go-on", "inform", "fact-needed")


def test_a_condition_on_an_order_is_told_with_its_words() -> None:
    early = table("level", rule("early", "low", {"outcome": OneOf(["inform"])}), rule("rest", "low"))
    ordered = {**fields(), "level": attrs.evolve(fields()["level"], ordered=True)}
    late = table("level", rule("late", "low", {"level": Within(low=1)}), rule("rest", "low"))

    (found,) = check_shape(rule_set(fields=ordered, tables=[late]))

    assert found.params["condition"] == 'level = { min = "high" }'
    assert _codes(rule_set(tables=[early])) == [("condition-unfit", "early")]


def test_a_choice_without_words_is_told() -> None:
    odd = {**fields(), "kind": attrs.evolve(fields()["kind"], terms=())}
    found: list[Diagnostic] = list(check_shape(rule_set(fields=odd, triage=table("outcome", rule("rest", "go-on")))))

    assert [one.params["field"] for one in found] == ["kind"]


def test_what_is_forbidden_may_ask_of_anything_but_the_outcome_and_the_score() -> None:
    asked = rule("odd", "error", {"level": "high", "wait": Within(low=3)}, span=Span("r", 1, 1))
    assert _codes(rule_set(forbidden=[asked])) == []
    for condition in (
        Condition(field="outcome", test=OneOf(["inform"])),
        Condition(field=SCORE, test=ShareOfScore(low=Fraction(1, 2))),
        Condition(field="nothing", missing=True),
        Condition(field="wait", test=OneOf(["long"])),
    ):
        assert _codes(rule_set(forbidden=[attrs.evolve(asked, when=[condition])])) == [("condition-unfit", "odd")]


@pytest.mark.parametrize(("ids", "odd"), [(["odd", "odd"], True), (["odd", "even"], False)])
def test_rules_against_needs_are_told_apart_by_their_ids(ids: list[str], *, odd: bool) -> None:
    bans = [rule(name, "error", {"wait": Within(low=3)}) for name in ids]

    assert [one.code for one in check_shape(rule_set(forbidden=bans))] == (["table-unfit"] if odd else [])


def test_a_rule_against_every_need_does_not_fit() -> None:
    assert [one.code for one in check_shape(rule_set(forbidden=[rule("all", "error")]))] == ["table-unfit"]
