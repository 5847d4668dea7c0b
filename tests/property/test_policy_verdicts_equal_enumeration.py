"""What the proofs say of tables of every hit policy, and of tables that read what those conclude, is what trying every need says."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from policy_draws import rule_sets
from policy_oracles import concluded, reaching, wrongs
from prioritera.model.condition import SCORE
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Table
from prioritera.tables.evaluate import conclude, gives, matches
from prioritera.verify.findings import (
    Conflict,
    Contradiction,
    Dead,
    DefaultUnused,
    Finding,
    Gap,
    Outranked,
    Outside,
    Overlap,
    Undecided,
    Unreachable,
)
from prioritera.verify.tables import prove
from table_oracles import Wrong, can_be, matching


def _table(finding: Finding, rules: RuleSet) -> Table:
    return next(table for table in rules.all_tables if table.id == finding.table)


def _said(finding: Finding, rules: RuleSet) -> Wrong:
    name = type(finding).__name__
    if isinstance(finding, Outside):
        low = rules.fields[_table(finding, rules).concludes].low
        return (name, finding.table, "below" if finding.value < low else "above", ())
    if isinstance(finding, Gap | Undecided | DefaultUnused):
        return (name, finding.table, "", ())
    if isinstance(finding, Contradiction | Unreachable | Dead):
        # Which rules are to blame for a dead one is tried in test_regions_hold_throughout.py.
        return (name, finding.table, finding.rule, ())
    return (name, finding.table, finding.rule, finding.better if isinstance(finding, Outranked) else finding.earlier)


@given(rule_sets())
def test_the_proofs_find_what_enumeration_finds_and_nothing_else(rules: RuleSet) -> None:
    expected = wrongs(rules)

    found = [_said(finding, rules) for finding in prove(rules)]

    assert len(found) == len(set(found))
    assert set(found) == expected


@given(rule_sets())
def test_a_witness_is_in_every_domain_and_shows_what_is_found(rules: RuleSet) -> None:
    for finding in prove(rules):
        if not isinstance(finding, Contradiction | Unreachable | DefaultUnused | Undecided):
            _confirm(finding, rules)


def _confirm(finding: Gap | Dead | Overlap | Conflict | Outranked | Outside, rules: RuleSet) -> None:
    witness, table = dict(finding.witness), _table(finding, rules)
    known = {name: field for name, field in rules.fields.items() if name in witness}
    score = witness.pop(SCORE, Fraction(0))
    assert isinstance(score, Fraction)
    assert set(table.reads) <= set(finding.witness)
    assert all(not isinstance(value, Fraction) and known[name].holds(value) for name, value in witness.items())
    assert can_be(witness, known)
    matched = matching(table, dict(finding.witness), rules)
    value, fired = concluded(table, matched, rules.fields.get(table.concludes))
    if isinstance(finding, Gap):
        assert value is None
    elif isinstance(finding, Outside):
        assert (value, tuple(rule.id for rule in fired)) == (finding.value, finding.rules)
        assert not rules.fields[table.concludes].holds(finding.value)
    else:
        names = finding.better if isinstance(finding, Outranked) else finding.earlier
        rule = next(rule for rule in table.rules if rule.id == finding.rule)
        assert rule in matched
        assert any(other.id in names for other in matched)
        assert not isinstance(finding, Conflict) or any(gives(other) != gives(rule) for other in matched if other.id in names)


@given(rule_sets())
def test_the_rules_that_leave_nothing_for_a_default_are_as_few_as_can_be(rules: RuleSet) -> None:
    points = reaching(rules)

    for finding in (finding for finding in prove(rules) if isinstance(finding, DefaultUnused)):
        table = _table(finding, rules)
        covering = [rule for rule in table.rules if rule.id in finding.rules]
        for point in points[table.id]:
            assert any(matches(rule, point, rules.fields) for rule in covering)
        for spared in covering:
            others = [rule for rule in covering if rule is not spared]
            assert not all(any(matches(rule, point, rules.fields) for rule in others) for point in points[table.id])


@given(rule_sets(), st.data())
def test_a_table_without_findings_concludes_something_that_its_field_can_hold(rules: RuleSet, data: st.DataObject) -> None:
    harmless = Contradiction | Unreachable | DefaultUnused | Outranked | Dead
    bad = {finding.table for finding in prove(rules) if not isinstance(finding, harmless)}
    points = reaching(rules)

    for table in (table for table in rules.all_tables if table.id not in bad and points[table.id]):
        value = conclude(table, data.draw(st.sampled_from(points[table.id])), rules.fields).value
        assert value is not None
        assert isinstance(value, Course) or rules.fields[table.concludes].holds(value)


@settings(max_examples=30)
@given(rule_sets(), st.integers(1, 15))
def test_with_a_small_budget_the_answer_is_the_same_or_undecided(rules: RuleSet, nodes: int) -> None:
    full = {_said(finding, rules) for finding in prove(rules)}

    small = [_said(finding, rules) for finding in prove(rules, nodes=nodes)]

    undecided = [said for said in small if said[0] == "Undecided"]
    assert undecided or set(small) == full
