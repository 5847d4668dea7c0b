from typing import Any

import pytest

from builders import rule, table, to
from prioritera.model.table import Also, Course, Hit, Target, Waypoint


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
