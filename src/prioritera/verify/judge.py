"""One need of a box, and what either rule set makes of it: asked of the reference evaluator."""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.condition import SCORE
from prioritera.model.field import Origin
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.result import Fired
from prioritera.model.rules_diff import Judgement
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course
from prioritera.tables.chain import OUTCOME, run_destination, run_triage
from prioritera.tables.evaluate import Seen
from prioritera.verify.boxes import Box
from prioritera.verify.joint import Joint, Side
from prioritera.verify.reached import values_in
from prioritera.verify.trials import Trial, Trials, share_of
from prioritera.verify.world import World


@attrs.frozen(kw_only=True)
class Judged:
    """A need's facts and measures by their names in the joint space, its performances, and what either side makes of it."""

    values: FrozenMap[str, Seen] = attrs.field(converter=frozen_map)
    performances: FrozenMap[str, Fraction] = attrs.field(converter=frozen_map)
    old: Judgement
    new: Judgement


def judged(box: Box, world: World, both: Joint, given: str, trials: Trials) -> Judged:
    """One need of a box.

    Args:
        box: in which every point is a need.
        world: of both sides.
        both: the two rule sets.
        given: the outcome that the engine gives after triage, "" for triage's own.
        trials: the ways to assess it; where no rule reads the score, it needs no assessment.
    """
    fields = world.space.fields
    names = [name for name in world.space.places if name not in fields or fields[name].origin is not Origin.CONCLUSION]
    values = values_in(box, names, world)
    scores = [name for name in names if name not in fields]
    trial = _trial(box, scores, both, given, trials) if scores else None
    if trial is not None:
        values |= {name: share_on(trial, name, both) for name in scores}
    old, new = (_judgement(side, values, given) for side in (both.old, both.new))
    performances = trial.performances if trial is not None else FrozenMap()
    return Judged(values=values, performances=performances, old=old, new=new)


def share_on(trial: Trial, name: str, both: Joint) -> Fraction:
    """A trial's share of the highest score, on the side whose score has this name."""
    return share_of(trial.new if name == both.new.names[SCORE] else trial.old)


def cell_on(trial: Trial, name: str, both: Joint) -> int:
    """The cell of a score's axis that a trial falls in."""
    share = share_on(trial, name, both)
    axis = both.world.space.axes[both.world.space.places[name][0]]
    return sum(1 for start in axis.cells if isinstance(start, Fraction) and start <= share) - 1


def _trial(box: Box, scores: list[str], both: Joint, given: str, trials: Trials) -> Trial | None:
    """A trial whose scores are in the box."""
    places = both.world.space.places
    return next(
        (
            trial
            for trial in trials.trials
            if (given == FACT_NEEDED or trial.given == (given, given))
            and all(box[places[name][0]] >> cell_on(trial, name, both) & 1 for name in scores)
        ),
        None,
    )


def _judgement(side: Side, values: Mapping[str, Seen], given: str) -> Judgement:
    known = {name: values[joint] for name, joint in side.names.items() if joint in values}
    return judgement(side.rules, known, given)


def judgement(rules: RuleSet, values: Mapping[str, Seen], given: str = "") -> Judgement:
    """What a rule set makes of a need.

    Args:
        rules: a verified rule set.
        values: facts, measures, and the score where the destination table reads it.
        given: the outcome that the engine gives after triage, "" for triage's own.
    """
    facts = {name: value for name, value in values.items() if name != SCORE}
    run = run_triage(rules, facts)
    outcome = given or run.outcome
    sent = run_destination(rules, {**values, **run.values, OUTCOME: outcome})
    fired = [Fired(table=table, rule=rule.id) for table, rule in run.rules]
    destination = sent.then.to.name if isinstance(sent.then, Course) else sent.id
    return Judgement(outcome=outcome, destination=destination, fired=[*fired, Fired(table=rules.destination.id, rule=sent.id)])
