"""Destination: where each assessed need goes, by decision table. It may read facts, conclusions and the score, never the rank.

Where a count or the score is a range, the tables are run once a cell; unless every cell gives the same course, a fact is needed first.
"""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.measures.implied import can_be
from prioritera.model.condition import SCORE
from prioritera.model.outcome import CONFLICT, ERROR, FACT_NEEDED, MERGED
from prioritera.model.result import Alternative, Decision, Fired
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Rule, Target
from prioritera.model.value import Between, FactValue
from prioritera.tables.chain import (
    OUTCOME,
    Cuts,
    Known,
    ScoreRange,
    chosen_class,
    completions,
    cuts_of,
    range_of,
    run_destination,
    run_triage,
)
from prioritera.tables.evaluate import Seen

# Where a need goes whose records disagree, or that waits for a fact on which even the way of asking hangs: back to those who can say.
TO_SENDER = Course(to=Target(origin=True))


def destination(decisions: Sequence[Decision], rules: RuleSet) -> tuple[Decision, ...]:
    """Give each decision its course.

    Args:
        decisions: one a record, triaged and assessed.
        rules: a verified rule set.

    Returns:
        The decisions with destination rule, course and destination; a conflict goes back to its senders, error and merged ones go nowhere.
    """
    cuts = cuts_of(rules)
    reads = frozenset(rules.destination.reads)
    chosen: dict[tuple[tuple[str, object], ...], list[tuple[Mapping[str, Seen], Rule]]] = {}

    def send(decision: Decision) -> Decision:
        if decision.need is None or decision.outcome in {ERROR, MERGED}:
            return decision
        if decision.outcome == CONFLICT:
            return attrs.evolve(decision, course=TO_SENDER, destination=name_of(TO_SENDER.to))
        known, by_hand = _known(decision, rules, reads), chosen_class(decision, rules)
        key = (*known.items(), *by_hand.items())
        if key not in chosen:
            chosen[key] = _choose(known, decision.outcome, rules, cuts, by_hand)
        return _sent(decision, chosen[key], rules, cuts)

    return tuple(send(decision) for decision in decisions)


def name_of(target: Target) -> str:
    """The name of a target in lists and output: an actor's id, "nearest:" and a kind, "origin", or "contact".

    >>> name_of(Target(nearest="rss"))
    'nearest:rss'
    """
    return target.name


def _known(decision: Decision, rules: RuleSet, reads: frozenset[str]) -> Known:
    """What the destination table may read of a decision: its values, and the score where some rule reads it."""
    known: dict[str, Seen | Between | ScoreRange] = dict(decision.values)
    known[OUTCOME] = decision.outcome
    missing = reads - known.keys() - {SCORE}
    if missing:
        # A conclusion that differs between completions: the chain is run again for each of them.
        known = {name: value for name, value in known.items() if name == OUTCOME or name not in _conclusions(rules)}
    if SCORE in reads:
        known[SCORE] = range_of(decision.score)
    return known


def _conclusions(rules: RuleSet) -> frozenset[str]:
    return frozenset(table.concludes for table in (*rules.tables, rules.triage))


def _choose(
    known: Known, outcome: str, rules: RuleSet, cuts: Cuts, by_hand: Mapping[str, FactValue]
) -> list[tuple[Mapping[str, Seen], Rule]]:
    found: list[tuple[Mapping[str, Seen], Rule]] = []
    complete = rules.destination.reads
    for values in completions(known, rules.fields, cuts, can_be):
        full = dict(values)
        if any(name not in full for name in complete):
            full = {**run_triage(rules, values, by_hand).values, OUTCOME: outcome}
        found.append((full, run_destination(rules, full)))
    return found


def _sent(decision: Decision, found: Sequence[tuple[Mapping[str, Seen], Rule]], rules: RuleSet, cuts: Cuts) -> Decision:
    first = found[0][1]
    if all(rule.then == first.then for _, rule in found):
        return _with_rule(decision, first, rules)
    if decision.outcome == FACT_NEEDED:
        return attrs.evolve(decision, course=TO_SENDER, destination=name_of(TO_SENDER.to))
    open_names = [name for name, value in _known(decision, rules, frozenset(rules.destination.reads)).items() if _is_open(value)]
    turning = tuple(name for name in open_names if _turns(name, open_names, found)) or tuple(open_names)
    waiting = attrs.evolve(
        decision,
        outcome=FACT_NEEDED,
        values={**decision.values, OUTCOME: FACT_NEEDED},
        hangs_on=turning,
        ask=turning,
        alternatives=[
            Alternative(values={name: _shown(values[name]) for name in turning}, outcome=decision.outcome, destination_rule=rule.id)
            for values, rule in found
        ],
    )
    known = _known(waiting, rules, frozenset(rules.destination.reads))
    return _sent(waiting, _choose(known, FACT_NEEDED, rules, cuts, chosen_class(waiting, rules)), rules, cuts)


def _is_open(value: object) -> bool:
    return isinstance(value, Between | ScoreRange)


def _turns(name: str, open_names: Sequence[str], found: Sequence[tuple[Mapping[str, Seen], Rule]]) -> bool:
    """Whether this field by itself can turn the course."""
    others = [other for other in open_names if other != name]
    courses: dict[tuple[Seen, ...], list[object]] = {}
    for values, rule in found:
        courses.setdefault(tuple(values[other] for other in others), []).append(rule.then)
    return any(course != group[0] for group in courses.values() for course in group)


def _shown(value: Seen) -> FactValue:
    return value if isinstance(value, str | int | frozenset) else str(value)


def _with_rule(decision: Decision, rule: Rule, rules: RuleSet) -> Decision:
    if not isinstance(rule.then, Course):
        raise TypeError(f"rule {rule.id} of the destination table gives {rule.then!r}; expected a course")
    return attrs.evolve(
        decision,
        destination_rule=rule.id,
        course=rule.then,
        destination=name_of(rule.then.to),
        fired=(*decision.fired, Fired(table=rules.destination.id, rule=rule.id)),
        ask=decision.ask or rule.ask,
    )
