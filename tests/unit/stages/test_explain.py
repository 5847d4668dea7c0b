"""Explain: the reasons of a decision come from the evaluation that made it."""

from fractions import Fraction

from builders import assessed, criterion, label, rule, rule_set, scored, table, terms, to, values
from prioritera.model.condition import Condition, ShareOfScore, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit
from prioritera.model.trace import Of, Verdict
from prioritera.model.value import Between
from prioritera.stages.destination import destination
from prioritera.stages.explain import explain
from prioritera.stages.rank import rank


def decided(rules: RuleSet, **changes: object) -> Decision:
    given = {"values": {**values(), "level": "low", "outcome": "go-on"}, **changes}
    return destination([scored("a", rules, assessed(impact=2, spread=(0, 1)), **given)], rules)[0]


def test_every_table_is_explained_up_to_the_rule_that_fired() -> None:
    found = explain(decided(rule_set()), rule_set())

    assert [(one.id, one.verdict, one.conclusion) for one in found.tables] == [
        ("level", Verdict.FIRED, "low"),
        ("outcome", Verdict.FIRED, "go-on"),
        ("destination", Verdict.FIRED, "ahead"),
    ]
    assert [(part.id, part.verdict) for part in found.tables[0].parts] == [("long-wait", Verdict.FAILED), ("other-wait", Verdict.FIRED)]
    assert [(part.id, part.seen) for part in found.tables[0].parts[0].parts] == [("wait", 4)]


def test_the_score_is_explained_by_its_exact_shares() -> None:
    score = explain(decided(rule_set()), rule_set()).score

    assert score is not None
    assert (score.low, score.high, score.of) == (2, 3, 6)
    assert [(part.kind, part.id, part.low, part.high, part.of) for part in score.parts] == [
        (Of.CRITERION, "impact", 2, 2, 3),
        (Of.CRITERION, "spread", 0, 1, 3),
    ]


def test_a_table_that_an_open_value_leaves_undecided_is_shown_once_a_result() -> None:
    rules = rule_set(triage=table("outcome", rule("few", "inform", {"reach": Within(high=2)}), rule("the-rest", "go-on")))
    open_values = {**values(), "reach": Between(1, 4), "level": "low", "outcome": "fact-needed"}

    found = explain(scored("a", rules, {}, outcome="fact-needed", values=open_values), rules)

    triage = found.tables[1]
    assert (triage.id, triage.verdict) == ("outcome", Verdict.OPEN)
    assert [part.conclusion for part in triage.parts] == ["inform", "go-on"]


def test_a_score_that_the_destination_reads_is_shown_as_its_share() -> None:
    low = Condition(field="score", test=ShareOfScore(below=Fraction(9, 10)))
    rules = rule_set(destination=table("destination", rule("low", to("rss"), {"score": low}), rule("high", to("agency"))))

    found = explain(decided(rules), rules).tables[-1]

    assert [(part.low, part.of) for part in found.parts[0].parts] == [(1, 3)]


def test_what_is_proposed_and_what_is_sourced_is_told_of_what_was_used() -> None:
    used = rule("the-rest", "go-on", status="proposal", source="K18:1")
    rules = rule_set(triage=table("outcome", rule("offers", "inform", {"kind": "offer"}, status="proposal"), used))
    criteria = [criterion("impact"), criterion("spread", source="K18:2")]
    sourced = rule_set(triage=rules.triage, criteria=criteria)

    found = explain(rank([decided(sourced)], sourced)[0][0], sourced)

    assert (found.proposals, found.sourced) == (("the-rest",), ("the-rest", "spread"))


def test_a_record_in_error_has_no_tables() -> None:
    found = explain(Decision(need_id="a", title="", outcome="error"), rule_set())

    assert (found.tables, found.score) == ((), None)


SIGNS = Field(id="signs", kind=Kind.SET, origin=Origin.CONCLUSION, label=label(), terms=terms("a", "b"))


def collected(second: str) -> tuple[Verdict, list[object]]:
    """The verdict on a table that collects "a" where few reach, "a" and another word where more do, while the reach is open."""
    ruled = [rule("few", "a", {"reach": Within(high=2)}), rule("more", second, {"reach": Within(low=3)}), rule("all", "a")]
    rules = rule_set(fields={**rule_set().fields, "signs": SIGNS}, tables=[table("signs", *ruled, hit=Hit.RULE_ORDER)])
    found = explain(scored("a", rules, {}, outcome="go-on", values={**values(), "reach": Between(1, 4), "outcome": "go-on"}), rules)
    return found.tables[0].verdict, [part.conclusion for part in found.tables[0].parts if part.kind is Of.TABLE]


def test_sets_of_different_words_are_open_and_of_the_same_words_are_not() -> None:
    assert collected("b") == (Verdict.OPEN, [("a",), ("b", "a")])
    assert collected("a") == (Verdict.FIRED, [])
