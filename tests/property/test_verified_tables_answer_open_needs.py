"""A table proved whole answers every need, also one of which a count or a level is only known to lie in a range."""

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.measures.implied import can_be, raised
from prioritera.model.field import Field, Kind
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Between
from prioritera.tables.chain import Known, ScoreRange, completions, cuts_of, run_triage
from prioritera.tables.evaluate import Seen
from prioritera.verify.findings import Contradiction
from prioritera.verify.tables import prove
from prioritera.verify.world import can_be_open
from table_draws import whole_rule_sets
from table_oracles import domain


@st.composite
def _known(draw: st.DrawFn, rules: RuleSet) -> Known:
    """Of every number a range around a value that it can have; of everything else a value."""
    fields = [field for name, field in rules.fields.items() if name != "outcome"]
    least = raised({field.measure: draw(st.integers(field.low, field.high)) for field in fields if _is_number(field)})
    known: dict[str, Seen | Between | ScoreRange] = {}
    for field in fields:
        if not can_be_open(field):
            known[field.id] = draw(st.sampled_from(domain(field)))
            continue
        low, high = (field.low, field.high) if _is_number(field) else (0, len(field.words) - 1)
        at = min(least[field.measure], high) if _is_number(field) else draw(st.integers(low, high))
        known[field.id] = Between(draw(st.integers(low, at)), draw(st.integers(at, high)))
    return known


def _is_number(field: Field) -> bool:
    return field.kind is Kind.WHOLE and bool(field.measure)


@given(whole_rule_sets(), st.data())
def test_every_completion_of_an_open_need_has_a_rule(rules: RuleSet, data: st.DataObject) -> None:
    never = {finding.rule for finding in prove(rules) if isinstance(finding, Contradiction)}
    # Rules that no need can meet are left out: what they stood for can be no need, so the table is as whole without them.
    left = attrs.evolve(rules.triage, rules=[rule for rule in rules.triage.rules if rule.id not in never])
    proved = attrs.evolve(rules, triage=left)
    known = data.draw(_known(rules))

    runs = [run_triage(proved, values) for values in completions(known, proved.fields, cuts_of(proved), can_be)]

    assert runs
    assert not [finding for finding in prove(proved) if finding.table == "outcome"]
