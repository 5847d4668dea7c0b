"""Assess: each need's criteria become a score, from the least to the greatest that is possible, and its bands.

A criterion with a minimum that ends in an outcome gives a ranked need that outcome when it cannot be passed, and asks for the fact when it
may or may not.
"""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.model.criterion import Criterion
from prioritera.model.need import Need
from prioritera.model.outcome import CONFLICT, ERROR, FACT_NEEDED, MERGED
from prioritera.model.result import Decision
from prioritera.model.round import LeftOut
from prioritera.model.ruleset import RuleSet
from prioritera.scoring.score import band_of, passes_minimum, scorer


def assess(decisions: Sequence[Decision], rules: RuleSet, left_out: Sequence[LeftOut] = ()) -> tuple[Decision, ...]:
    """Score every need that goes somewhere.

    Args:
        decisions: one a record, after triage.
        rules: criteria, scales and weights.
        left_out: the recorded decisions to leave a criterion out for an area.

    Returns:
        The decisions with score and bands; conflicting, error and merged ones untouched.
    """
    out_of: dict[str, tuple[str, ...]] = {}
    for decided in left_out:
        out_of[decided.area] = (*out_of.get(decided.area, ()), decided.criterion)
    scorers = {area: scorer(rules, left_out=names) for area, names in out_of.items()}
    otherwise = scorer(rules)
    gates = tuple(criterion for criterion in rules.criteria if criterion.minimum is not None and criterion.minimum.outcome)

    def assessed(decision: Decision) -> Decision:
        if decision.need is None or decision.outcome in {CONFLICT, ERROR, MERGED}:
            return decision
        score = scorers.get(decision.need.area, otherwise)(decision.need.assess)
        scored = attrs.evolve(
            decision,
            score=score,
            band=band_of(score.low, score.of, rules.bands),
            band_high=band_of(score.high, score.of, rules.bands),
        )
        left_in = [gate for gate in gates if gate.id not in out_of.get(decision.need.area, ())]
        ranked = decision.outcome in rules.outcomes and rules.outcomes[decision.outcome].ranked
        return _gated(scored, decision.need, left_in) if ranked else scored

    return tuple(assessed(decision) for decision in decisions)


def _gated(decision: Decision, need: Need, gates: Sequence[Criterion]) -> Decision:
    """The decision after the minimums that end in an outcome: the first that surely fails decides, one that may fail asks for the fact."""
    passed = {gate.id: passes_minimum(gate, need.assess.get(gate.id)) for gate in gates}
    failed = next((gate for gate in gates if passed[gate.id] is False), None)
    if failed is not None and failed.minimum is not None:
        return _with_outcome(decision, failed.minimum.outcome, ())
    open_gates = tuple(gate.id for gate in gates if passed[gate.id] is None)
    return _with_outcome(decision, FACT_NEEDED, open_gates) if open_gates else decision


def _with_outcome(decision: Decision, outcome: str, hangs_on: tuple[str, ...]) -> Decision:
    values: Mapping[str, object] = {**decision.values, "outcome": outcome}
    return attrs.evolve(decision, outcome=outcome, values=values, hangs_on=hangs_on, ask=hangs_on)
