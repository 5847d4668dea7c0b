"""Strategies for a rule set: they reach all of it, run, and shrink to what can be read."""

from collections.abc import Callable, Sequence
from functools import cache

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import fields, label, rule, rule_set, table, to
from prioritera.diagnostics import Severity
from prioritera.loading.load import load_network, load_rules
from prioritera.measures.compute import derive
from prioritera.model.catalogue import Catalogue
from prioritera.model.condition import SetTest, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.ruleset import Model, RuleSet
from prioritera.model.table import Also, Course, Hit, Target, Waypoint
from prioritera.model.value import Missing
from prioritera.pipeline import prioritise
from prioritera.testing import every_status, needs, network_for, networks, record_of, rounds
from prioritera.testing.networks import HUB
from prioritera.testing.rounds import round_of
from prioritera.verify.as_toml import need_as_toml
from prioritera.verify.network import bind, check_network
from prioritera.verify.verify import verify


@cache
def shipped() -> RuleSet:
    return load_rules("prioritera:sbu-four")


@cache
def made() -> Network:
    return network_for(shipped())


@cache
def model() -> Model:
    return bind(verify(shipped()), made())


def shrunk(strategy: st.SearchStrategy[Need], wanted: Callable[[Need], bool] = lambda _: True) -> Need:
    """What Hypothesis shows of needs that are wanted: the last that fails a test is the plainest."""
    seen: list[Need] = []

    @settings(max_examples=80, database=None, print_blob=False)
    @given(strategy)
    def fails(need: Need) -> None:
        if wanted(need):
            seen.append(need)
            raise AssertionError

    with pytest.raises(AssertionError):
        fails()
    return seen[-1]


def written(need: Need, rules: RuleSet) -> str:
    return need_as_toml(need, {criterion.id: criterion for criterion in rules.criteria})


def drawn_from(strategy: st.SearchStrategy[Need], many: int) -> list[Need]:
    """Some needs of a strategy, the same every time."""
    found: list[Need] = []

    @settings(max_examples=many, database=None, derandomize=True)
    @given(strategy)
    def run(need: Need) -> None:
        found.append(need)

    run()
    return found


def fired_by(drawn: Sequence[Need]) -> list[set[tuple[str, str]]]:
    """The rules that decide each need, in one round of them all."""
    records = [record_of(need, shipped(), need_id=f"n{number}") for number, need in enumerate(drawn)]
    result = prioritise(round_of(records, every_status(), HUB, []), model())
    assert result.diagnostics == ()
    return [{(fired.table, fired.rule) for fired in decision.fired} for decision in result.decisions]


def test_most_rules_decide_some_of_two_hundred_needs() -> None:
    fired = set().union(*fired_by(drawn_from(needs(shipped(), network=made()), 200)))

    rules = [(one.id, each.id) for one in shipped().all_tables for each in one.rules]
    assert len(fired) >= len(rules) * 8 // 10


def test_every_need_for_a_rule_is_decided_by_it() -> None:
    rules = [(one.id, each.id) for one in shipped().all_tables for each in one.rules]

    drawn = {named: drawn_from(needs(shipped(), network=made(), table=named[0], rule=named[1]), 2) for named in rules}

    fired = iter(fired_by([need for some in drawn.values() for need in some]))
    assert [named for named, some in drawn.items() if not all(named in next(fired) for _ in some)] == []


def test_a_drawn_need_shrinks_to_one_that_can_be_read() -> None:
    need = shrunk(needs(shipped(), network=made(), rule="gap-well-anchored"))

    assert (
        written(need, shipped())
        == """\
[[needs]]
id = "n1"
title = "A need"
area = "children-and-youth"

[[needs.origins]]
actor = "rss-1"
backing = "forum"
decided = "minutes"
present = ["municipality-1", "municipality-2", "municipality-3"]

[[needs.checked]]
where = ["exempel"]
found = "nothing"

[needs.facts]
causes = ["research-gap"]
"""
    )


def test_a_need_shrinks_to_the_edge_that_a_test_fails_at() -> None:
    triage = table("outcome", rule("long", "inform", {"wait": Within(low=5)}), rule("rest", "go-on"))
    rules = rule_set(triage=triage)

    def fails(need: Need) -> bool:
        waits = need.facts.get("wait")
        return waits is not None and not isinstance(waits.value, Missing) and int(str(waits.value)) >= 5

    assert shrunk(needs(rules), fails).facts["wait"].value == 5


def test_numbers_are_drawn_on_both_sides_of_every_edge() -> None:
    triage = table("outcome", rule("long", "inform", {"wait": Within(low=3, high=6)}), rule("rest", "go-on"))
    rules = rule_set(triage=triage)
    seen: set[object] = set()

    @settings(max_examples=150, database=None, derandomize=True)
    @given(needs(rules, table="outcome"))
    def run(need: Need) -> None:
        seen.update(fact.value for name, fact in need.facts.items() if name == "wait")

    run()

    assert {0, 2, 3, 6, 7, 9} <= seen


@cache
def in_sweden() -> Model:
    return bind(verify(shipped()), load_network("prioritera:sweden-2018"))


@settings(max_examples=8)
@given(st.data())
def test_rounds_can_be_drawn_in_a_network_of_ones_own(data: st.DataObject) -> None:
    round_ = data.draw(rounds(shipped(), network=in_sweden().network, holder="nsk-s", most=3))

    result = prioritise(round_, in_sweden())

    assert result.diagnostics == ()


def test_a_rule_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^no need is decided by table any, rule lost; there are level/long-wait, .*, destination/back$"):
        needs(rule_set(), rule="lost")


def test_a_network_has_every_actor_kind_and_way_of_the_rules() -> None:
    course = Course(
        to=Target(nearest="fou"),
        via=[Waypoint(actor="nsk-s"), Waypoint(actor="radet", answer=True)],
        also=[Also(target=Target(actor="friend"))],
    )
    rules = rule_set(destination=table("destination", rule("ahead", course, {"outcome": "go-on"}), rule("back", to())))

    network = network_for(rules)

    assert {"fou-1", "nsk-s", "radet", "friend", HUB} <= network.actors.keys()
    assert [found for found in check_network(rules, network) if found.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("measure", ["distinct-rss", "distinct-organisations", "share-of-rss-municipalities"])
def test_a_network_is_as_large_as_the_rules_ask_for(measure: str) -> None:
    counted = Field(id="count", kind=Kind.WHOLE, origin=Origin.DERIVED, label=label(), high=100, measure=measure)
    triage = table("outcome", rule("many", "inform", {"count": Within(low=37, high=37)}), rule("rest", "go-on"))
    rules = rule_set(fields={**fields(), "count": counted}, triage=triage)
    seen: set[str] = set()

    @settings(max_examples=10, database=None, derandomize=True)
    @given(needs(rules, rule="many"))
    def run(need: Need) -> None:
        seen.add(str(derive(need, network_for(rules), Catalogue(), [measure], decided_on=None)[measure]))

    run()

    assert seen == {"Known(value=37)"}


@pytest.mark.parametrize("written_first", [True, False])
def test_needs_are_drawn_for_a_rule_that_only_the_order_of_conclusions_lets_decide(*, written_first: bool) -> None:
    better = rule("long", "go-on", {"wait": Within(low=5)})
    order = (better, rule("all", "inform")) if written_first else (rule("all", "inform"), better)
    rules = rule_set(triage=table("outcome", *order, hit=Hit.PRIORITY, order=["go-on", "inform"]))

    waits = [need.facts["wait"].value for need in drawn_from(needs(rules, rule="long"), 10)]

    assert {5, 9} <= set(waits) <= set(range(5, 10))


def test_a_rule_that_the_order_of_conclusions_never_lets_decide_is_refused() -> None:
    better = rule("long", "go-on", {"wait": Within(low=5)})
    rules = rule_set(triage=table("outcome", better, rule("all", "inform"), hit=Hit.PRIORITY, order=["inform", "go-on"]))

    with pytest.raises(ValueError, match="no need is decided") as refused:
        needs(rules, table="outcome", rule="long")

    assert (
        str(refused.value)
        == """\
no need is decided by table outcome, rule long:
error[rule-outranked]: rule "long" of table "outcome" never decides: every need that it matches is matched by a rule that comes \
before it in the order of conclusions (all), as "all" matches wait = 5
    why:  a rule that never decides looks as if it did
    mend: narrow the rules that come before it, give its conclusion another place in the order, or take it away
    a need that shows it, to paste into a file of needs with senders of your own for municipality-1 and the like:
        [[needs]]
        id = "example"
        title = "Example"
        area = "elderly"

        [[needs.origins]]
        actor = "municipality-1"
        backing = "municipality"
        decided = "minutes"

        [needs.facts]
        wait = 5"""
    )


def test_a_rule_that_earlier_rules_leave_nothing_is_refused_with_them() -> None:
    rules = rule_set(triage=table("outcome", rule("all", "go-on"), rule("late", "inform", {"kind": "offer"})))

    with pytest.raises(ValueError, match="no need is decided") as refused:
        needs(rules, rule="late")

    assert (
        str(refused.value)
        == """\
no need is decided by table any, rule late:
error[rule-dead]: rule "late" of table "outcome" never decides: every need that it matches is taken by a rule before it (all), as \
"all" takes kind = "offer"
    why:  a rule that never decides looks as if it did
    mend: move it before the rules that take its needs, narrow those, or take it away
    a need that shows it, to paste into a file of needs with senders of your own for municipality-1 and the like:
        [[needs]]
        id = "example"
        title = "Example"
        area = "elderly"

        [[needs.origins]]
        actor = "municipality-1"
        backing = "municipality"
        decided = "minutes"

        [needs.facts]
        kind = "offer\""""
    )


def test_a_default_that_nothing_leads_to_is_refused_with_the_rules_before_it() -> None:
    triage = attrs.evolve(table("outcome", rule("all", "go-on")), default=rule("otherwise", "inform"))

    with pytest.raises(ValueError, match="no need is decided") as refused:
        needs(rule_set(triage=triage), rule="otherwise")

    assert (
        str(refused.value)
        == """\
no need is decided by table any, rule otherwise:
error[default-unused]: the default of table "outcome" is never used: its rules match every need (all)
    why:  a default that nothing leads to looks as if it decided something
    mend: take it away, or narrow the rules that leave nothing for it"""
    )


def test_a_rule_that_says_again_what_others_say_is_refused_with_the_rules_that_there_are() -> None:
    again = table("outcome", rule("all", "go-on"), rule("again", "go-on", {"kind": "offer"}), hit=Hit.ANY)

    with pytest.raises(ValueError, match=r"^no need is decided by table any, rule again; there are .*outcome/all, outcome/again, "):
        needs(rule_set(triage=again), rule="again")


def test_needs_are_drawn_for_a_default() -> None:
    triage = attrs.evolve(table("outcome", rule("long", "inform", {"wait": Within(low=5)})), default=rule("otherwise", "go-on"))

    drawn = drawn_from(needs(rule_set(triage=triage), rule="otherwise"), 30)

    assert {need.facts["wait"].value if "wait" in need.facts else None for need in drawn} == {0, 4, None}


@settings(max_examples=8)
@given(st.data())
def test_every_drawn_network_carries_drawn_rounds(data: st.DataObject) -> None:
    network = data.draw(networks(shipped()))
    round_ = data.draw(rounds(shipped(), network=network, most=2))

    assert prioritise(round_, bind(verify(shipped()), network)).diagnostics == ()


def test_words_of_a_set_are_drawn_as_the_box_leaves_them_open() -> None:
    triage = table(
        "outcome", rule("some", "inform", {"causes": SetTest(any=frozenset({"gap"}), none=frozenset({"support"}))}), rule("rest", "go-on")
    )
    rules = rule_set(triage=triage)
    seen: set[object] = set()

    @settings(max_examples=80, database=None, derandomize=True)
    @given(needs(rules, table="outcome"))
    def run(need: Need) -> None:
        seen.add(need.facts["causes"].value if "causes" in need.facts else None)

    run()

    assert {frozenset({"gap"}), frozenset({"gap", "routine"}), None} <= seen


@pytest.mark.parametrize(
    ("rules", "wanted"),
    [
        ("grade-etd", "for"),
        ("nationell-modell", "ranked"),
        ("nice-topic-selection", "selected"),
        ("vgr-ordnat-inforande", "severity-unknown"),
    ],
)
def test_needs_are_drawn_past_what_is_forbidden_what_asks_for_reasons_and_what_collects(rules: str, wanted: str) -> None:
    known = load_rules(f"prioritera:{rules}")
    network = network_for(known)
    bound = bind(verify(known), network)

    @settings(max_examples=6, database=None)
    @given(needs(known, network=network, rule=wanted))
    def decided(need: Need) -> None:
        (decision,) = prioritise(round_of([record_of(need, known)], every_status(), HUB, []), bound).decisions
        assert wanted in {fired.rule for fired in decision.fired}

    decided()
