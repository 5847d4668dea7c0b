from typing import Any

import attrs
import pytest

from builders import rule, table, to
from prioritera.model.meaning import meaning_hash
from prioritera.model.table import Aggregate, Also, Course, Hit, Rule, Table, Target, Waypoint


@pytest.mark.parametrize("given", [{"actor": "sbu"}, {"nearest": "rss"}, {"origin": True}, {"contact_of_support": True}])
def test_a_target_is_named_in_one_of_four_ways(given: dict[str, Any]) -> None:
    assert [getattr(Target(**given), name) for name in given] == list(given.values())


@pytest.mark.parametrize("given", [{}, {"actor": "sbu", "nearest": "rss"}, {"origin": True, "contact_of_support": True}])
def test_a_target_is_named_in_one_way_only(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"names not exactly one of actor, nearest, origin and contact_of_support$"):
        Target(**given)


def test_a_table_reads_the_fields_that_some_rule_mentions_in_the_order_they_come() -> None:
    made = table(
        "outcome", rule("one", "a", {"wait": True, "kind": "x"}), rule("two", "b", {"kind": "y", "causes": "z"}), rule("rest", "c")
    )

    assert made.reads == ("wait", "kind", "causes")
    assert table("outcome").reads == ()


def test_a_table_takes_the_first_rule_unless_said_otherwise() -> None:
    assert table("outcome").hit is Hit.FIRST


def test_a_course_is_straight_unless_it_has_waypoints_and_others_who_are_told() -> None:
    assert to("sbu") == Course(to=Target(actor="sbu"), via=[], also=[])
    assert Waypoint(actor="nsk-s") == Waypoint(actor="nsk-s", answer=False)
    assert Also(target=Target(origin=True)).role == "informed"


def test_every_rule_that_can_fire_is_there_the_default_last() -> None:
    first, default = Rule(id="a", then="x"), Rule(id="default", then="y")

    assert Table(id="t", concludes="t", rules=[first]).all_rules == (first,)
    assert Table(id="t", concludes="t", rules=[first], default=default).all_rules == (first, default)


def test_a_table_collects_where_every_rule_is_heard_and_counts_where_a_number_is_made() -> None:
    tables = [Table(id="t", concludes="t", rules=[], hit=hit) for hit in Hit]
    numbers = [Table(id="t", concludes="t", rules=[], hit=Hit.COLLECT, aggregate=aggregate) for aggregate in Aggregate]

    assert [table.collects for table in tables] == [False, False, False, False, True, True, True]
    assert not any(table.counts for table in tables)
    assert [table.counts for table in numbers] == [False, True, True, True, True]


def test_what_a_policy_says_is_part_of_what_rules_mean() -> None:
    plain = Table(id="t", concludes="t", rules=[], hit=Hit.COLLECT)

    changed = [
        attrs.evolve(plain, aggregate=Aggregate.SUM),
        attrs.evolve(plain, order=("a",)),
        attrs.evolve(plain, default=Rule(id="default", then="a")),
        attrs.evolve(plain, default=Rule(id="default", then=1)),
        attrs.evolve(plain, default=Rule(id="default", then="1")),
    ]

    assert len({meaning_hash(table) for table in (plain, *changed)}) == 6
