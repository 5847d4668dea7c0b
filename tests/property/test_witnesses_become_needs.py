"""What a witness says becomes a need that a person could write: read back from its text, the tables see it as the witness."""

from functools import cache

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prioritera.loading.load import load_network, load_rules
from prioritera.model.need import Need
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.stages.triage import triage
from prioritera.tables.chain import OUTCOME, run_triage
from prioritera.tables.evaluate import conclusion_of, decide
from prioritera.verify.findings import Dead, Gap, Overlap, Witness
from prioritera.verify.met import Met, met_by
from prioritera.verify.tables import prove
from prioritera.verify.written import BuiltNeed, need_of
from read_back import read_back
from table_draws import rule_sets


@cache
def shipped() -> RuleSet:
    return load_rules("prioritera:sbu-four")


@cache
def regions() -> dict[tuple[str, str], list[Met]]:
    """The boxes of needs that each rule of the shipped rule set decides."""
    found: dict[tuple[str, str], list[Met]] = {}
    for met in met_by(shipped()):
        found.setdefault((met.table.id, met.rule), []).append(met)
    return found


def cannot_be(witness: Witness) -> bool:
    """Whether the witness waits for a fact on which nothing hangs: the triage of no anchoring is another than that of any other.

    The proofs let a fact be needed wherever something may be open; of some needs nothing that is open turns the outcome.
    """
    if witness.get(OUTCOME) != FACT_NEEDED:
        return False
    given = {name: value for name, value in witness.items() if name not in (OUTCOME, "level")}
    outcomes = {run_triage(shipped(), {**given, "anchoring": level}).outcome for level in range(6)}
    return len(outcomes) == 1 and FACT_NEEDED not in outcomes


def assert_is_read_back(built: BuiltNeed, rules: RuleSet) -> None:
    """The text, read back, is the need."""
    found, wrong = read_back(built, rules)
    assert wrong == ()
    assert isinstance(found, Need)
    assert attrs.evolve(found, span=None) == built.need


@settings(max_examples=settings().max_examples // 4)
@given(st.data())
def test_every_region_of_the_shipped_rules_has_a_need_that_can_be_written(data: st.DataObject) -> None:
    mets = data.draw(st.sampled_from(list(regions().values())))
    met = data.draw(st.sampled_from(mets))
    network = data.draw(st.sampled_from([None, load_network("prioritera:sweden-2018")]))

    built = need_of(met.witness, shipped(), network=network)

    assert (built is None) is cannot_be(met.witness)
    if built is not None:
        assert_is_read_back(built, shipped())
        need, _ = read_back(built, shipped())
        assert isinstance(need, Need)
        (decision,) = triage([Decision(need_id=need.id, title="", outcome="", need=need)], shipped(), built.network, built.catalogue)
        assert decision.outcome == met.witness.get(OUTCOME, decision.outcome)
        assert met.table.concludes not in decision.values or met.rule in {fired.rule for fired in decision.fired}


def test_every_rule_of_the_shipped_rules_has_a_need_that_can_be_written() -> None:
    lacking = [
        key
        for key, mets in regions().items()
        if need_of(mets[0].witness, shipped()) is None and need_of(mets[-1].witness, shipped()) is None
    ]

    assert lacking == []


@settings(max_examples=settings().max_examples // 4)
@given(rule_sets())
def test_the_witnesses_of_drawn_rule_sets_become_needs_that_confirm_them(rules: RuleSet) -> None:
    findings = [finding for finding in prove(rules) if isinstance(finding, Gap | Dead | Overlap)]
    assume(findings)

    built = [(finding, need_of(finding.witness, rules)) for finding in findings]

    for finding, found in built:
        if found is not None:
            assert_is_read_back(found, rules)
        if isinstance(finding, Gap):
            table = next(table for table in rules.all_tables if table.id == finding.table)
            assert conclusion_of(decide(table, finding.witness, rules.fields)) == ""
