"""A table made by splitting everything in two, again and again, is whole; with one rule less, that rule's needs are the gap."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.tables.evaluate import decide, matches
from prioritera.verify.findings import Contradiction, Gap
from prioritera.verify.tables import prove
from table_draws import whole_rule_sets


@given(whole_rule_sets(), st.data())
def test_a_whole_table_is_whole_and_one_rule_less_leaves_its_needs_as_a_gap(rules: RuleSet, data: st.DataObject) -> None:
    contradictions = [finding.rule for finding in prove(rules) if isinstance(finding, Contradiction)]
    dropped = data.draw(st.sampled_from([rule for rule in rules.triage.rules if rule.id not in contradictions]))
    fewer = attrs.evolve(rules.triage, rules=[rule for rule in rules.triage.rules if rule is not dropped])

    found = [finding for finding in prove(rules) if finding.table == "outcome"]
    gaps = [finding for finding in prove(attrs.evolve(rules, triage=fewer)) if isinstance(finding, Gap)]

    assert all(isinstance(finding, Contradiction) for finding in found)
    assert [gap.table for gap in gaps] == ["outcome"]
    assert decide(fewer, gaps[0].witness, rules.fields) is None
    assert matches(_on(dropped, set(gaps[0].witness)), gaps[0].witness, rules.fields)


def _on(rule: Rule, names: set[str]) -> Rule:
    """The rule with its conditions on these fields only: the others are read by no rule that is left."""
    return attrs.evolve(rule, when=[condition for condition in rule.when if condition.field in names])
