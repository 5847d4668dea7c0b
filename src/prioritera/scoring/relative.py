"""Scales relative to a set: for the needs of one run, each such criterion gets the ordinary function that its values there come to."""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.methods.relative import scale_of
from prioritera.methods.scales import Function
from prioritera.model.criterion import Criterion
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.scoring.score import performance


def scales_of(decisions: Sequence[Decision], rules: RuleSet) -> dict[str, Function]:
    """The functions of the criteria that are relative to the set, by id; none for a criterion of which nothing is known exactly.

    Args:
        decisions: one a record, after triage. The set is the needs that triage ranks; of each criterion, those whose performance is exact.
        rules: the rule set of the run.
    """
    ranked = [one for one in decisions if one.outcome in rules.outcomes and rules.outcomes[one.outcome].ranked]
    found = {criterion.id: _scale(criterion, ranked) for criterion in rules.criteria if criterion.relative}
    return {name: function for name, function in found.items() if function is not None}


def _scale(criterion: Criterion, ranked: Sequence[Decision]) -> Function | None:
    assessed = [one.need.assess.get(criterion.id) for one in ranked if one.need is not None]
    ends = [performance(criterion, assessment) for assessment in assessed]
    known = [low for low, high in ends if low is not None and low == high]
    return scale_of(criterion.relative, known, falling=criterion.direction == "lower-first")


def scaled(rules: RuleSet, functions: Mapping[str, Function]) -> RuleSet:
    """The rule set with these functions; itself where there are none."""
    if not functions:
        return rules
    return attrs.evolve(rules, criteria=[attrs.evolve(one, function=functions.get(one.id, one.function)) for one in rules.criteria])
