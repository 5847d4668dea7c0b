"""Where a need lands: the values that the tables see of it, and the outcome that it comes to the destination table with.

The same steps as a run takes, over values alone: measures, the chain on every completion, minimums, and what is open.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import attrs

from prioritera.frozen import FrozenMap, frozen_tuple
from prioritera.measures.compute import derive
from prioritera.measures.implied import can_be
from prioritera.model.catalogue import Catalogue
from prioritera.model.condition import SCORE
from prioritera.model.field import Origin
from prioritera.model.need import Need
from prioritera.model.network import Network
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Hit, Table
from prioritera.model.value import Between, Known, Missing
from prioritera.scoring.score import passes_minimum, scorer
from prioritera.tables.chain import OUTCOME, Cuts, ScoreRange, completions, range_of
from prioritera.tables.chain import Known as State
from prioritera.tables.evaluate import Seen, Values, conclude, decide
from prioritera.verify.axes import AREA


@attrs.frozen(kw_only=True)
class Landed:
    """What the tables see of a need: every completion of it, with what the tables that were asked conclude.

    `outcome` is what the need comes to the destination table with, "" where triage was not asked.
    """

    completions: tuple[FrozenMap[str, Seen], ...] = attrs.field(converter=frozen_tuple)
    outcome: str = ""


@attrs.frozen(kw_only=True)
class Read:
    """What a need is read against: the network of its senders, the catalogue of its matches, and rules, which need not be proved.

    `cuts` are where the rules' conditions change their answer, looked for once. The catalogue is read at `decided_on`, all of it at None.
    """

    network: Network
    catalogue: Catalogue
    rules: RuleSet
    cuts: Cuts
    decided_on: date | None = None


def landed(need: Need, against: Read, names: Sequence[str]) -> Landed | None:
    """What the tables see of a need.

    Args:
        need: with senders that the network has, and matches that the catalogue has.
        against: what it is read against.
        names: the fields that are asked for, the conclusions among them: only those tables are run that conclude one. With the outcome,
            the minimums count, and what is open before the destination table.

    Returns:
        The values, or None when a table that is run has no rule for some completion.
    """
    rules = against.rules
    state = _state(need, against, names)
    asked = [never_stopped(table) for table in (*rules.tables, rules.triage) if table.concludes in names]
    runs = [_run(asked, values, rules) for values in completions(state, rules.fields, against.cuts, can_be)]
    found = [run for run in runs if run is not None]
    if len(found) < len(runs):
        return None
    score: State = {SCORE: range_of(scorer(rules)(need.assess))} if SCORE in names else {}
    if OUTCOME not in names:
        return Landed(completions=_completed(found, score, against))
    outcome = _outcome(need, found, rules)
    at_destination = _completed(found, {**score, OUTCOME: outcome}, against)
    courses = {_course(values, rules) for values in at_destination}
    if outcome != FACT_NEEDED and len(courses) > 1:
        outcome = FACT_NEEDED
        at_destination = _completed(found, {**score, OUTCOME: outcome}, against)
    return Landed(completions=at_destination, outcome=outcome)


def _state(need: Need, against: Read, names: Sequence[str]) -> State:
    """What is known of each asked field that no table concludes."""
    fields = against.rules.fields
    asked = {name: fields[name] for name in names if name in fields and fields[name].origin is not Origin.CONCLUSION}
    measures = tuple(dict.fromkeys(field.measure for field in asked.values() if field.origin is Origin.DERIVED))
    derived = derive(need, against.network, against.catalogue, measures, decided_on=against.decided_on)
    state: dict[str, Seen | Between | ScoreRange] = {AREA: need.area}
    for name, field in asked.items():
        if field.origin is Origin.DERIVED:
            value = derived[field.measure]
            state[name] = value.value if isinstance(value, Known) else value
        elif name != AREA:
            fact = need.facts.get(name)
            state[name] = Missing() if fact is None else fact.value
    return state


def _run(asked: Sequence[Table], values: Mapping[str, Seen], rules: RuleSet) -> dict[str, Seen] | None:
    seen = dict(values)
    for table in asked:
        found = conclude(table, seen, rules.fields).value
        if found is None or isinstance(found, Course):
            return None
        seen[table.concludes] = found
    return seen


def never_stopped(table: Table) -> Table:
    """As in the proofs, an overlap that the hit policy forbids does not stop a table: the first rule that matches decides."""
    return attrs.evolve(table, hit=Hit.FIRST) if table.hit in {Hit.UNIQUE, Hit.ANY} else table


def _outcome(need: Need, runs: Sequence[Values], rules: RuleSet) -> str:
    """What triage concludes, unless it hangs on something open; then what a minimum makes of it."""
    outcomes = {str(run[OUTCOME]) for run in runs}
    outcome = outcomes.pop()
    if outcomes:
        return FACT_NEEDED
    if outcome not in rules.outcomes or not rules.outcomes[outcome].ranked:
        return outcome
    gates = [(criterion, criterion.minimum) for criterion in rules.criteria if criterion.minimum is not None and criterion.minimum.outcome]
    passed = [(minimum.outcome, passes_minimum(criterion, need.assess.get(criterion.id))) for criterion, minimum in gates]
    failed = next((instead for instead, passes in passed if passes is False), "")
    return failed or (FACT_NEEDED if any(passes is None for _, passes in passed) else outcome)


def _completed(runs: Sequence[Values], more: State, against: Read) -> list[FrozenMap[str, Seen]]:
    """Each completion with what is known more, once a cell of the score."""
    known: list[State] = [{**run, **more} for run in runs]
    return [FrozenMap(values) for one in known for values in completions(one, against.rules.fields, against.cuts)]


def _course(values: Values, rules: RuleSet) -> object:
    """Where the destination table sends a need; None where it has no rule."""
    rule = decide(never_stopped(rules.destination), values, rules.fields)
    return None if rule is None else rule.then
