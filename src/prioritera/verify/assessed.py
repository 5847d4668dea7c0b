"""What a need may say of the criteria to be a witness: its score, and whether the minimums are passed."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from prioritera.model.condition import SCORE
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment
from prioritera.scoring.wanted import WantedScore, assessments_with, exactly, worth_trying
from prioritera.tables.chain import OUTCOME, Cuts
from prioritera.tables.evaluate import Seen, Values

Assessments = Mapping[str, Assessment]


def assessments_for(witness: Values, rules: RuleSet, cuts: Cuts) -> Iterator[Assessments]:
    """Values on the criteria that may make a need the witness: none where nothing is asked; or its score, minimums passed or failed.

    Args:
        witness: what the tables are to see.
        rules: whose criteria they are.
        cuts: where conditions change their answer.
    """
    gates = {c.id: c.minimum for c in rules.criteria if c.minimum is not None and c.minimum.outcome}
    outcome = witness.get(OUTCOME)
    if SCORE not in witness:
        yield {}
        if OUTCOME not in witness or not gates:
            return
    passing = {name: minimum.x for name, minimum in gates.items()}
    tries = [WantedScore(at_least=passing), WantedScore()]
    failing = [name for name, minimum in gates.items() if minimum.outcome == outcome]
    tries.extend(
        WantedScore(at_least={other: passing[other] for other in passing if other != name}, below_minimum={name: passing[name]})
        for name in failing
    )
    for wanted in tries:
        if SCORE in witness:
            found = assessments_with(_of_score(witness[SCORE], wanted, cuts), rules)
            if found is not None:
                yield found
        else:
            yield _only_gates(wanted, rules)
    if outcome == FACT_NEEDED:
        yield {}


def _only_gates(wanted: WantedScore, rules: RuleSet) -> Assessments:
    """A value on each criterion with a minimum that ends in an outcome."""
    named = {*wanted.at_least, *wanted.below_minimum}
    tried = {c: [x for x in worth_trying(c) if wanted.lets_in(c, x)] for c in rules.criteria if c.id in named}
    return {c.id: exactly(c, steps[0]) for c, steps in tried.items() if steps}


def _of_score(share: Seen, wanted: WantedScore, cuts: Cuts) -> WantedScore:
    """The cell of the share: from the last cut that it reaches to the next."""
    of_score = cuts.get(SCORE, ())
    place = bisect_right(of_score, share if isinstance(share, Fraction) else Fraction(0))
    low, below = of_score[place - 1 : place], of_score[place : place + 1]
    return attrs.evolve(wanted, low=low[0] if low else Fraction(0), below=below[0] if below else None)
