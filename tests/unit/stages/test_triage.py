"""Triage: outcomes by the chain of tables, and a fact asked for when an open value turns them."""

import attrs

from builders import fields, need, network, rule, rule_set, table
from prioritera.frozen import FrozenMap
from prioritera.loading.load import load_network
from prioritera.model.catalogue import Catalogue
from prioritera.model.condition import Within
from prioritera.model.need import Origin
from prioritera.model.result import Alternative, Decision, Fired
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Between, Fact, Missing
from prioritera.stages.triage import triage


def by_reach(low: int) -> RuleSet:
    return rule_set(triage=table("outcome", rule("many", "go-on", {"reach": Within(low=low)}), rule("few", "inform", ask=("reach",))))


def decided(rules: RuleSet, **more: object) -> Decision:
    given = need("a", **more)
    return triage([Decision(need_id="a", title="", outcome="", need=given)], rules, network(), Catalogue())[0]


def one_person() -> list[Origin]:
    return [Origin(actor="town", backing="individual")]


def test_the_chain_concludes_the_outcome_and_says_which_rules_decided() -> None:
    found = decided(rule_set(), origins=one_person(), facts={"kind": Fact(value="offer"), "wait": Fact(value=7)})

    assert (found.outcome, found.values["level"], found.values["outcome"]) == ("inform", "high", "inform")
    assert found.fired == (Fired(table="level", rule="long-wait"), Fired(table="outcome", rule="offers"))


def test_facts_that_are_not_filled_in_are_missing_and_derived_ones_never_are() -> None:
    found = decided(rule_set(), origins=one_person())

    assert (found.values["kind"], found.values["reach"], found.values["area"]) == (Missing(), 0, "elderly")


def test_a_count_in_a_range_that_turns_nothing_stays_a_range_and_decides() -> None:
    found = decided(by_reach(5), origins=[Origin(actor="town")])

    assert isinstance(found.values["reach"], Between)
    assert (found.outcome, found.hangs_on, found.ask) == ("inform", (), ("reach",))


def test_a_count_in_a_range_that_turns_the_outcome_asks_for_the_fact() -> None:
    found = decided(by_reach(1), origins=[Origin(actor="town")])

    assert (found.outcome, found.values["outcome"], found.hangs_on, found.ask) == ("fact-needed", "fact-needed", ("reach",), ("reach",))
    assert found.alternatives == (
        Alternative(values=FrozenMap(reach=0), outcome="inform"),
        Alternative(values=FrozenMap(reach=1), outcome="go-on"),
    )
    assert found.fired == (Fired(table="level", rule="other-wait"),)


def test_only_what_turns_the_outcome_by_itself_is_named() -> None:
    rules = rule_set(
        triage=table(
            "outcome",
            rule("many", "go-on", {"reach": Within(low=1)}),
            rule("wide", "inform", {"place": Within(low=2)}),
            rule("few", "inform"),
        )
    )

    assert decided(rules, origins=[Origin(unknown=True)]).hangs_on == ("reach",)


def test_what_turns_it_only_together_is_named_together() -> None:
    both = {"reach": Within(low=1), "place": Within(low=2)}
    neither = {"reach": Within(high=0), "place": Within(high=1)}
    rules = rule_set(triage=table("outcome", rule("both", "go-on", both), rule("neither", "go-on", neither), rule("one", "inform")))

    assert set(decided(rules, origins=[Origin(unknown=True)]).hangs_on) == {"reach", "place"}


def test_what_no_need_can_be_is_no_completion_and_needs_no_rule() -> None:
    # Two structures are two organisations at least, so no rule is needed for two structures and one organisation.
    numbers = {
        name: attrs.evolve(fields()["reach"], id=name, high=1000, measure=measure)
        for name, measure in (("structures", "distinct-rss"), ("bodies", "distinct-organisations"))
    }
    many = rule("many", "go-on", {"structures": Within(low=2), "bodies": Within(low=2)})
    rules = rule_set(fields={**fields(), **numbers}, triage=table("outcome", many, rule("few", "inform", {"structures": Within(high=1)})))
    given = need("a", origins=[Origin(unknown=True)])

    (found,) = triage([Decision(need_id="a", title="", outcome="", need=given)], rules, load_network("prioritera:sweden-2018"), Catalogue())

    assert (found.outcome, found.hangs_on) == ("fact-needed", ("structures",))


def test_a_conclusion_that_is_open_is_not_among_the_values() -> None:
    chain = table("level", rule("far", "high", {"reach": Within(low=1)}), rule("near", "low"))

    found = decided(rule_set(tables=[chain]), origins=[Origin(actor="town")])

    assert "level" not in found.values
    assert found.outcome == "go-on"


def test_decided_records_pass_through() -> None:
    decisions = [Decision(need_id="a", title="", outcome="error"), Decision(need_id="b", title="", outcome="conflict", need=need("b"))]

    assert triage(decisions, rule_set(), network(), Catalogue()) == tuple(decisions)
