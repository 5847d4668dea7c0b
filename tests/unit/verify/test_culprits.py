from builders import rule, rule_set, table, to
from prioritera.model.condition import Within
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.verify.findings import Dead
from prioritera.verify.tables import prove


def _triage(*rules: Rule) -> RuleSet:
    return rule_set(tables=[], triage=table("outcome", *rules), destination=table("destination", rule("back", to())))


def test_one_rule_that_takes_all_is_blamed_and_not_those_that_take_some() -> None:
    rules = _triage(
        rule("some", "inform", {"urgent": True}),
        rule("others", "inform", {"urgent": False, "wait": Within(low=3)}),
        rule("all", "go-on", {"kind": "offer"}),
        rule("dead", "inform", {"kind": "offer", "wait": Within(low=2)}),
        rule("rest", "go-on"),
    )

    (dead,) = prove(rules)

    assert isinstance(dead, Dead)
    assert (dead.rule, dead.earlier, dead.taken_by) == ("dead", ("all",), "all")


def test_the_fewest_are_blamed_where_many_would_do() -> None:
    halves = [rule(f"from-{low}", "inform", {"wait": Within(low=low, high=low + 1)}) for low in (0, 2, 4, 6, 8)]
    rules = _triage(
        *halves,
        rule("low", "inform", {"wait": Within(high=5)}),
        rule("high", "inform", {"wait": Within(low=6)}),
        rule("dead", "go-on", {"wait": Within(low=1, high=9)}),
        rule("rest", "go-on"),
    )

    found = [one for one in prove(rules) if isinstance(one, Dead) and one.rule == "dead"]

    assert [one.earlier for one in found] == [("low", "high")]


def test_a_rule_that_takes_the_first_need_found_is_not_blamed_where_another_takes_all() -> None:
    rules = _triage(
        rule("some", "inform", {"urgent": False}),
        rule("all", "inform", {"kind": "offer"}),
        rule("dead", "go-on", {"kind": "offer"}),
        rule("rest", "go-on"),
    )

    (dead,) = prove(rules)

    assert isinstance(dead, Dead)
    assert (dead.rule, dead.earlier) == ("dead", ("all",))
