"""Explain: the reasons of one decision, from the same evaluation that made it."""

from collections.abc import Iterator, Mapping

from prioritera.measures.implied import can_be
from prioritera.model.condition import SCORE
from prioritera.model.explanation import Explanation
from prioritera.model.field import Origin
from prioritera.model.outcome import ERROR
from prioritera.model.result import Decision, Score
from prioritera.model.ruleset import RuleSet
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.tables.chain import OUTCOME, Known, chosen_class, completions, cuts_of, range_of, run_triage
from prioritera.tables.evaluate import Seen, reasons


def explain(decision: Decision, rules: RuleSet) -> Explanation:
    """Why a need has its outcome, stands where it does and goes where it goes.

    Args:
        decision: one of a run with these rules.
        rules: the verified rule set of the run.

    Returns:
        The tables that were evaluated, each with its rules up to the one that fired; a table that an open value leaves undecided is
        explained once a possible result. The score's parts, and which of it all is proposal and which is sourced.
    """
    tables = tuple(_tables(decision, rules))
    score = None if decision.score is None else score_trace(decision.score, rules)
    used = [part for table in tables for part in table.parts if part.verdict is Verdict.FIRED]
    criteria = (
        [rules.criterion(share.criterion) for share in decision.score.shares] if decision.score is not None and decision.list_id else []
    )
    things = [*((part.id, part.status, part.source) for part in used), *((one.id, one.status, one.source) for one in criteria)]
    return Explanation(
        decision=decision,
        tables=tables,
        score=score,
        proposals=dict.fromkeys(name for name, status, _ in things if status),
        sourced=dict.fromkeys(name for name, _, source in things if source),
    )


def _tables(decision: Decision, rules: RuleSet) -> Iterator[Trace]:
    if not decision.values:
        return
    inputs = {name for name, field in rules.fields.items() if field.origin is not Origin.CONCLUSION} | {"area"}
    state: Known = {name: value for name, value in decision.values.items() if name in inputs}
    every = list(completions(state, rules.fields, cuts_of(rules), can_be))
    runs = [run_triage(rules, values, chosen_class(decision, rules)) for values in every]
    # Of a need that the rules forbid, what they forbid stands where its outcome would have stood.
    last = rules.triage if decision.outcome != ERROR or rules.bans is None else rules.bans
    for table in (*rules.tables, last):
        traces = dict.fromkeys(reasons(table, run.values, rules.fields) for run in runs)
        yield from _one_or_open(list(traces))
    if decision.destination_rule:
        yield from _destination(decision, runs[0].values, rules)


def _one_or_open(traces: list[Trace]) -> Iterator[Trace]:
    """One trace where all conclude alike; otherwise every possible one, said to be open. Of words, their order is no difference."""
    if len({frozenset(one) if isinstance(one, tuple) else one for one in (trace.conclusion for trace in traces)}) == 1:
        yield traces[0]
        return
    first = traces[0]
    yield Trace(kind=Of.TABLE, id=first.id, verdict=Verdict.OPEN, span=first.span, parts=traces)


def _destination(decision: Decision, values: Mapping[str, Seen], rules: RuleSet) -> Iterator[Trace]:
    full: Known = {**values, **decision.values, OUTCOME: decision.outcome, SCORE: range_of(decision.score)}
    every = completions(full, rules.fields, cuts_of(rules), can_be)
    yield from _one_or_open(list(dict.fromkeys(reasons(rules.destination, one, rules.fields) for one in every)))


def score_trace(score: Score, rules: RuleSet) -> Trace:
    """What a score is made of: each criterion's exact share; the shares sum to the score, at its least and at its greatest."""
    return Trace(
        kind=Of.SCORE,
        id=rules.id,
        verdict=Verdict.RECKONED,
        low=score.low,
        high=score.high,
        of=score.of,
        known=score.known >= rules.min_known,
        parts=tuple(_share_trace(share.criterion, share.low, share.high, share.of, rules, known=share.known) for share in score.shares),
    )


def _share_trace(criterion_id: str, low: int, high: int, of: int, rules: RuleSet, *, known: bool) -> Trace:
    criterion = rules.criterion(criterion_id)
    return Trace(
        kind=Of.CRITERION,
        id=criterion_id,
        verdict=Verdict.RECKONED,
        low=low,
        high=high,
        of=of,
        known=known,
        because=criterion.because,
        source=criterion.source,
        status=criterion.status,
        span=criterion.span,
    )
