"""Triage: outcomes by the chain of tables, and a fact asked for when an open value turns them."""

import attrs

from builders import fields, need, network, rule, rule_set, table
from prioritera.diagnostics import Span, describe
from prioritera.frozen import FrozenMap
from prioritera.loading.load import load_network
from prioritera.model.catalogue import Catalogue
from prioritera.model.condition import Within
from prioritera.model.need import Origin
from prioritera.model.result import Alternative, Decision, Fired
from prioritera.model.ruleset import RuleSet
from prioritera.model.text import Label
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


def forbids(**when: object) -> RuleSet:
    because = Label(sv="Det går inte.", en="It cannot be.")
    bans = [
        rule("late", "error", {"level": "high"}, because=because, source="lagen", span=Span("rules.toml", 7, 1)),
        rule("both", "error", dict(when), because=because),  # type: ignore[arg-type]  # whatever may be asked
    ]
    return rule_set(forbidden=bans)


def test_a_need_that_the_rules_forbid_is_set_aside_with_every_ground_and_without_conclusions() -> None:
    given = {"kind": Fact(value="offer"), "wait": Fact(value=7)}

    found = decided(forbids(kind="offer"), origins=one_person(), facts=given, span=Span("needs.toml", 3, 1))

    assert (found.outcome, found.is_forbidden) == ("error", True)
    assert found.fired == (Fired(table="forbidden", rule="late"), Fired(table="forbidden", rule="both"))
    assert {"level", "outcome"}.isdisjoint(found.values)
    assert [line for one in found.diagnostics for line in describe(one, "sv").splitlines()] == [
        "needs.toml:3:1: fel[forbidden-by-rules]: ”a” är något som modellen förbjuder: Det går inte (lagen)",
        "    rules.toml:7:1: regeln som förbjuder det",
        "    varför: regeln ”late” säger att ett sådant behov inte får bedömas så som det står",
        "    åtgärd: rätta ”x”, eller lämna tomt det som inte ska sägas; eller ta bort behovet",
        "needs.toml:3:1: fel[forbidden-by-rules]: ”a” är något som modellen förbjuder: Det går inte",
        "    varför: regeln ”both” säger att ett sådant behov inte får bedömas så som det står",
        "    åtgärd: rätta ”x”, eller lämna tomt det som inte ska sägas; eller ta bort behovet",
    ]
    assert describe(found.diagnostics[0], "en").splitlines() == [
        "needs.toml:3:1: error[forbidden-by-rules]: “a” is something that the rules forbid: It cannot be (lagen)",
        "    rules.toml:7:1: the rule that forbids it",
        "    why:  the rule “late” says that such a need may not be judged as it stands",
        "    mend: mend “x”, or leave empty what is not to be said; or take the need away",
    ]


def test_a_ground_need_not_be_given_by_a_program() -> None:
    rules = rule_set(forbidden=[rule("late", "error", {"level": "high"}, source="lagen")])

    (found,) = decided(rules, origins=one_person(), facts={"wait": Fact(value=7)}).diagnostics

    assert found.params["ground_sv"] == " (lagen)"


def test_what_is_not_known_to_be_forbidden_asks_for_the_fact() -> None:
    rules = forbids(reach=Within(low=1))

    found = decided(rules, origins=[Origin(actor="town")], facts={"kind": Fact(value="offer")})

    assert (found.outcome, found.is_forbidden, found.hangs_on) == ("fact-needed", False, ("reach",))
    assert [(one.values["reach"], one.outcome) for one in found.alternatives] == [(0, "inform"), (1, "forbidden")]


def test_a_need_that_is_forbidden_either_way_is_forbidden() -> None:
    bans = [rule("far", "error", {"reach": Within(low=1)}), rule("near", "error", {"reach": Within(high=0), "kind": "offer"})]

    found = decided(rule_set(forbidden=bans), origins=[Origin(actor="town")], facts={"kind": Fact(value="offer")})

    assert (found.outcome, [one.rule for one in found.fired]) == ("error", ["near", "far"])
