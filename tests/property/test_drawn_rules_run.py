"""Drawn rule sets run: every round of needs for them is decided, and a need lands where the way back from the tables says."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from prioritera.model.field import Origin
from prioritera.model.ruleset import RuleSet
from prioritera.pipeline import prioritise
from prioritera.tables.chain import OUTCOME, cuts_of
from prioritera.testing import assert_complete, assert_monotone, assert_same_meaning, every_status, needs, network_for, rounds, rule_sets
from prioritera.testing.networks import HUB
from prioritera.testing.rounds import record_of, round_of
from prioritera.verify.landed import Read, landed
from prioritera.verify.network import bind
from prioritera.verify.verify import verify


@settings(max_examples=settings().max_examples // 6)
@given(rule_sets(), st.data())
def test_every_drawn_round_of_drawn_rules_is_decided(rules: RuleSet, data: st.DataObject) -> None:
    network = network_for(rules)
    round_ = data.draw(rounds(rules, network=network, most=3))

    result = prioritise(round_, bind(verify(rules), network))

    assert result.diagnostics == ()
    assert all(decision.outcome and decision.course for decision in result.decisions)


@settings(max_examples=settings().max_examples // 6)
@given(rule_sets(), st.data())
def test_a_need_lands_where_a_run_takes_it(rules: RuleSet, data: st.DataObject) -> None:
    network = network_for(rules)
    need = data.draw(needs(rules, network=network))
    read = {name for table in rules.all_tables for name in table.reads}
    names = [
        *(name for name, field in rules.fields.items() if field.origin is not Origin.CONCLUSION),
        *(table.concludes for table in rules.tables),
    ]

    found = landed(
        need, Read(network=network, catalogue=every_status(), rules=rules, cuts=cuts_of(rules)), [*names, OUTCOME, *(read & {"score"})]
    )
    (decision,) = prioritise(round_of([record_of(need, rules)], every_status(), HUB, []), bind(verify(rules), network)).decisions

    assert found is not None
    assert found.outcome == decision.outcome


@settings(max_examples=settings().max_examples // 6)
@given(rule_sets())
def test_drawn_rules_are_complete_and_monotone_and_mean_what_they_mean(rules: RuleSet) -> None:
    assert_complete(rules)
    assert_monotone(rules)
    assert_same_meaning(rules, attrs.evolve(rules, tables=[attrs.evolve(table, id=f"{table.id}-again") for table in rules.tables]))
