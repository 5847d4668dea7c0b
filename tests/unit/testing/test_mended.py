"""Mending a rule set."""

import sys

import attrs
import pytest

from builders import rule, rule_set, table, to
from prioritera.model.condition import Condition, Within
from prioritera.model.table import Hit
from prioritera.testing.mended import mended
from prioritera.verify.findings import Undecided
from prioritera.verify.verify import check_rules


def test_rules_that_are_whole_are_left_as_they_are() -> None:
    rules = rule_set()

    assert mended(rules) is rules


def test_every_fault_of_every_table_is_mended() -> None:
    level = table("level", rule("some", "high", {"wait": Within(low=5)}), rule("any", "low", {"wait": Within()}), hit=Hit.UNIQUE)
    triage = table(
        "outcome", rule("never", "inform", {"level": "low", "wait": Within(low=5)}), rule("all", "go-on"), rule("late", "inform")
    )
    destination = table("destination", rule("lost", to("agency"), {"outcome": "inform"}), rule("ahead", to("agency"), {"outcome": "go-on"}))
    rules = rule_set(tables=[level], triage=triage, destination=destination)

    found = mended(rules)

    assert check_rules(rules) != ()
    assert [finding for finding in check_rules(found) if finding.severity.value == "error"] == []
    assert [(one.id, one.hit.value, [each.id for each in one.rules]) for one in found.all_tables] == [
        ("level", "first", ["some", "any", "level-otherwise"]),
        ("outcome", "first", ["all"]),
        ("destination", "first", ["ahead"]),
    ]


def test_what_is_undecided_cannot_be_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["prioritera.testing.mended"], "prove", lambda _: (Undecided(table="level", nodes=1),))

    with pytest.raises(ValueError, match=r"^table level is undecided$"):
        mended(rule_set())


def test_mending_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["prioritera.testing.mended"], "_ROUNDS", 0)

    with pytest.raises(ValueError, match=r"^the rule set small could not be mended$"):
        mended(rule_set())


def test_a_missing_value_can_be_the_gap() -> None:
    level = table("level", rule("known", "high", {"wait": Within()}))

    found = mended(attrs.evolve(rule_set(), tables=[level]))

    assert [each.id for each in found.tables[0].rules] == ["known", "level-otherwise"]
    assert found.tables[0].rules[0].when == (Condition(field="wait", test=Within()),)
