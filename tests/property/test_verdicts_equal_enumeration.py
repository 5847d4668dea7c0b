"""What the proofs say of small rule sets is what trying every need says; and every witness is confirmed by the evaluator."""

from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prioritera.model.condition import SCORE
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Table
from prioritera.tables.evaluate import decide, matches
from prioritera.verify.findings import Contradiction, Dead, DefaultUnused, Finding, Gap, Outside, Overlap, Undecided
from prioritera.verify.tables import prove
from table_draws import rule_sets
from table_oracles import Wrong, can_be, reaching, wrongs


def _said(finding: Finding) -> Wrong:
    rule = "" if isinstance(finding, Gap | Undecided | Outside | DefaultUnused) else finding.rule
    earlier = finding.earlier if isinstance(finding, Overlap) else ()
    return (type(finding).__name__, finding.table, rule, earlier)


def _table(finding: Finding, rules: RuleSet) -> Table:
    return next(table for table in rules.all_tables if table.id == finding.table)


# In two halves, so that a long run takes both processors.
@pytest.mark.parametrize("_half", [1, 2])
@settings(max_examples=settings().max_examples // 2)
@given(rules=rule_sets())
def test_the_proofs_find_what_enumeration_finds_and_nothing_else(_half: int, rules: RuleSet) -> None:
    expected = wrongs(rules)

    found = [_said(finding) for finding in prove(rules)]

    assert len(found) == len(set(found))
    assert set(found) == expected


@given(rule_sets())
def test_a_witness_is_in_every_domain_and_shows_what_is_found(rules: RuleSet) -> None:
    for finding in prove(rules):
        if isinstance(finding, Gap | Dead | Overlap):
            _confirm(finding, rules)


def _confirm(finding: Gap | Dead | Overlap, rules: RuleSet) -> None:
    witness, table = dict(finding.witness), _table(finding, rules)
    first = attrs.evolve(table, hit=Hit.FIRST)
    decided = decide(first, witness, rules.fields)
    known = {name: field for name, field in rules.fields.items() if name in witness}
    assert set(table.reads) <= set(finding.witness)
    score = witness.pop(SCORE, Fraction(0))
    assert isinstance(score, Fraction)
    assert 0 <= score <= 1
    assert all(not isinstance(value, Fraction) and known[name].holds(value) for name, value in witness.items())
    assert can_be(witness, known)
    if isinstance(finding, Gap):
        assert decided is None
    else:
        rule = next(rule for rule in table.rules if rule.id == finding.rule)
        taker = finding.taken_by if isinstance(finding, Dead) else finding.earlier[0]
        assert decided is not None
        assert taker in finding.earlier
        assert matches(next(other for other in table.rules if other.id == taker), finding.witness, rules.fields)
        assert matches(rule, finding.witness, rules.fields)


@given(rule_sets(), st.data())
def test_a_table_without_findings_answers_every_need(rules: RuleSet, data: st.DataObject) -> None:
    bad = {finding.table for finding in prove(rules) if not isinstance(finding, Contradiction)}
    points = reaching(rules)

    for table in (table for table in rules.all_tables if table.id not in bad and points[table.id]):
        assert decide(table, data.draw(st.sampled_from(points[table.id])), rules.fields) is not None


@settings(max_examples=30)
@given(rule_sets(), st.integers(1, 12))
def test_with_a_small_budget_the_answer_is_the_same_or_undecided(rules: RuleSet, nodes: int) -> None:
    full = {_said(finding) for finding in prove(rules)}

    small = [_said(finding) for finding in prove(rules, nodes=nodes)]

    undecided = [said for said in small if said[0] == "Undecided"]
    assert undecided or set(small) == full
