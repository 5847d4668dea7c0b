from fractions import Fraction

import attrs
import pytest

from builders import criterion, fields, label, rule, rule_set, table, to
from prioritera.model.condition import SCORE, OneOf, ShareOfScore, Within
from prioritera.model.criterion import Minimum
from prioritera.model.outcome import Outcome
from prioritera.model.ruleset import RuleSet
from prioritera.tables.chain import OUTCOME
from prioritera.verify.boxes import Box
from prioritera.verify.budget import Budget
from prioritera.verify.reached import Reached, reached, witness_of
from prioritera.verify.world import Sheet, World, sheet_of, world_of


def _laid_out(rules: RuleSet, *, total: bool = True) -> tuple[World, list[Sheet]]:
    world = world_of(rules)
    tables = (*rules.tables, rules.triage)
    return world, [attrs.evolve(sheet_of(one, world, Budget()), total=total) for one in tables]


def _box(world: World, **masks: int) -> Box:
    box = list(world.whole)
    for name, mask in masks.items():
        box[world.space.places[name][0]] = mask
    return tuple(box)


def test_a_conclusion_is_followed_back_to_the_facts_that_give_it() -> None:
    world, before = _laid_out(rule_set())

    (found,) = reached(_box(world, level=0b10), before[:1], world, Budget())

    wait = world.space.places["wait"][0]
    assert world.space.axes[wait].cells[:2] == (0, 5)
    assert found == Reached(_box(world, level=0b10, wait=0b010))


def test_a_later_rule_is_followed_without_what_earlier_ones_take() -> None:
    world, before = _laid_out(rule_set())

    (found,) = reached(_box(world, level=0b01), before[:1], world, Budget())

    assert found == Reached(_box(world, level=0b01, wait=0b101))


def test_a_conclusion_that_can_be_anything_is_not_followed_where_the_table_has_no_gap() -> None:
    world, before = _laid_out(rule_set())

    assert list(reached(world.whole, before[:1], world, Budget())) == [Reached(world.whole)]


def test_needs_in_a_gap_of_an_earlier_table_come_no_further() -> None:
    level = table("level", rule("long-wait", "high", {"wait": Within(low=5)}))
    world, before = _laid_out(rule_set(tables=[level]), total=False)

    (found,) = reached(_box(world), before[:1], world, Budget())

    assert found.box[world.space.places["wait"][0]] == 0b010


def test_nothing_is_reached_where_an_earlier_table_never_concludes_it() -> None:
    triage = table("outcome", rule("long", "inform", {"level": "high", "wait": Within(high=4)}), rule("rest", "go-on"))
    world, before = _laid_out(rule_set(triage=triage))
    wait = world.space.axes[world.space.places["wait"][0]]

    assert wait.ranges == ((0, 4), (5, 9))
    assert list(reached(_box(world, level=0b10, wait=0b001), before[:1], world, Budget())) == []


def test_a_failed_minimum_takes_the_place_of_a_ranked_outcome_only() -> None:
    world, before = _laid_out(rule_set(criteria=[criterion("impact", minimum=Minimum(x=1, outcome="inform"))]))
    inform = _box(world, outcome=0b010)

    found = list(reached(inform, before, world, Budget()))

    kind = world.space.places["kind"][0]
    assert world.given == {"inform": 0b001, "fact-needed": 0b001}
    assert [(one.box[kind], one.outcome) for one in found] == [(0b0010, ""), (0b1101, "inform")]


def test_a_failed_minimum_changes_the_outcome_and_nothing_else() -> None:
    destination = table("destination", rule("urgent", to(), {"outcome": "inform", "urgent": True}), rule("rest", to()))
    world, before = _laid_out(rule_set(criteria=[criterion("impact", minimum=Minimum(x=1, outcome="inform"))], destination=destination))
    urgent = _box(world, outcome=0b010, urgent=0b010)

    found = list(reached(urgent, before, world, Budget()))[-1]

    kind = world.space.places["kind"][0]
    assert found == Reached(_box(world, outcome=0b001, urgent=0b010, kind=found.box[kind]), "inform")


def test_conclusions_of_conclusions_are_followed_to_the_facts() -> None:
    triage = table("outcome", rule("high", "inform", {"level": "high"}), rule("rest", "go-on"))
    world, before = _laid_out(rule_set(triage=triage))

    (found,) = reached(_box(world, outcome=0b010), before, world, Budget())

    assert found.box[world.space.places["wait"][0]] == 0b010


def test_where_triage_can_be_anything_the_tables_before_it_are_followed() -> None:
    world, before = _laid_out(rule_set())

    (found,) = reached(_box(world, level=0b10), before, world, Budget())

    assert found.box[world.space.places["wait"][0]] == 0b010


def test_without_a_ranked_outcome_a_minimum_gives_nothing() -> None:
    rules = rule_set(
        outcomes={name: Outcome(id=name, label=label()) for name in ("go-on", "inform")},
        criteria=[criterion("impact", minimum=Minimum(x=1, outcome="inform"))],
    )

    assert world_of(rules).given == {}


def test_a_fact_may_be_needed_when_a_range_of_the_score_is_read() -> None:
    far = rule("far", to("agency"), {SCORE: ShareOfScore(low=Fraction(1, 2))})

    assert world_of(rule_set(destination=table("destination", far, rule("back", to())))).given == {"fact-needed": 0b011}


def test_a_fact_may_be_needed_when_something_derived_is_read_that_can_be_a_range() -> None:
    by_number = table("outcome", rule("known", "inform", {"reach": Within(low=3)}), rule("rest", "go-on"))
    by_order = table("outcome", rule("known", "inform", {"place": Within(low=1)}), rule("rest", "go-on"))
    unordered = {**fields(), "place": attrs.evolve(fields()["place"], ordered=False)}
    by_word = table("outcome", rule("known", "inform", {"place": OneOf(["local"])}), rule("rest", "go-on"))

    assert world_of(rule_set(triage=by_number)).given == {"fact-needed": 0b011}
    assert world_of(rule_set(triage=by_order)).given == {"fact-needed": 0b011}
    assert world_of(rule_set(triage=by_word, fields=unordered)).given == {}


def test_a_witness_gives_what_the_tables_behind_it_read_and_conclude() -> None:
    rules = rule_set()
    world, before = _laid_out(rules)
    (found,) = reached(_box(world, outcome=0b010), before, world, Budget())

    assert witness_of(found, rules.destination, before, world) == {"outcome": "inform", "kind": "offer"}


def test_derived_numbers_of_a_witness_are_the_least_of_their_cells() -> None:
    none = rule("none", "inform", {"reach": Within(high=1)})
    rules = rule_set(triage=table("outcome", none, rule("rest", "go-on")))
    world, before = _laid_out(rules)
    found = next(reached(_box(world, outcome=0b010), before, world, Budget()))

    assert witness_of(found, rules.destination, before, world) == {"outcome": "inform", "reach": 0}


def test_a_witness_has_the_outcome_that_the_engine_gives() -> None:
    rules = rule_set(criteria=[criterion("impact", minimum=Minimum(x=1, outcome="inform"))])
    world, before = _laid_out(rules)
    found = list(reached(_box(world, outcome=0b010), before, world, Budget()))[-1]

    assert witness_of(found, rules.destination, before, world) == {"outcome": "inform", "kind": "question"}
    assert found.outcome == "inform"
    assert OUTCOME in world.space.places


def test_a_box_that_no_need_reaches_has_no_witness() -> None:
    level = table("level", rule("long-wait", "high", {"wait": Within(low=5)}))
    rules = rule_set(tables=[level], triage=table("outcome", rule("high", "inform", {"level": "high"}), rule("rest", "go-on")))
    world, before = _laid_out(rules, total=False)

    with pytest.raises(ValueError, match=r"table level concludes nothing of .*'wait': 0.*, which was reached by way of it"):
        witness_of(Reached(_box(world, wait=0b001)), rules.triage, before[:1], world)
