"""Drawn rule sets."""

from collections import Counter

from hypothesis import given, settings

from prioritera.model.condition import OneOf, SetTest, ShareOfScore, Within
from prioritera.model.ruleset import RuleSet
from prioritera.testing import rule_sets
from prioritera.verify.verify import check_rules


@settings(max_examples=15)
@given(rule_sets())
def test_a_verified_rule_set_has_nothing_wrong_with_it(rules: RuleSet) -> None:
    assert check_rules(rules) == ()


def test_of_those_that_are_not_verified_some_are_faulty_and_some_are_not() -> None:
    seen: Counter[bool] = Counter()

    @settings(max_examples=60, database=None, derandomize=True)
    @given(rule_sets(verified=False))
    def run(rules: RuleSet) -> None:
        seen[bool(check_rules(rules))] += 1

    run()

    assert set(seen) == {True, False}


def test_conditions_of_every_kind_and_both_hit_policies_are_drawn() -> None:
    kinds: set[object] = set()

    @settings(max_examples=50, database=None, derandomize=True)
    @given(rule_sets(verified=False))
    def run(rules: RuleSet) -> None:
        for one in rules.all_tables:
            kinds.add(one.hit.value)
            kinds.update(type(condition.test) for rule in one.rules for condition in rule.when)
            kinds.update("missing" for rule in one.rules for condition in rule.when if condition.missing)

    run()

    assert {"first", "unique", "missing", OneOf, Within, SetTest, ShareOfScore} <= kinds
