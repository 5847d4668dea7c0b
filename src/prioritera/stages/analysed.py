"""What the analyst has filled in for the round's needs, once for each: facts and assessments join those that the records say.

Decisions without an outcome come in, after merging, and go out with the analyst's values in their needs. Where such a value differs from
what a record says, that is told, and the analyst's stands; where records contradict each other on nothing but what the analyst has
settled, the need goes on.
"""

from collections.abc import Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity
from prioritera.frozen import FrozenMap
from prioritera.model.by_id import by_id as first_of
from prioritera.model.network import Network
from prioritera.model.outcome import CONFLICT, MERGED
from prioritera.model.result import Decision
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Fact, Missing
from prioritera.reading.close import closest
from prioritera.reading.ids import same_id_key
from prioritera.records.analyst import Filled, read_filled
from prioritera.records.context import Context

_DISAGREE = "records-disagree"
Said = Fact | Assessment


def analysed(
    decisions: Sequence[Decision], round_: Round, rules: RuleSet, network: Network
) -> tuple[tuple[Decision, ...], tuple[Diagnostic, ...]]:
    """The decisions with the analyst's values in their needs, and what is told of the analyst's sheets.

    Args:
        decisions: one a record, after merging.
        round_: its analyst's rows, unread.
        rules: the facts and criteria that they are read against.
        network: what names in them are resolved against.
    """
    if not round_.analyst:
        return tuple(decisions), ()
    faults = Faults()
    context = Context(round_, rules, network)
    filled = _by_need([read_filled(record, context, faults) for record in round_.analyst], decisions, faults)
    told = tuple(
        _with(decision, filled[decision.need_id], faults) if decision.need_id in filled and decision.need is not None else decision
        for decision in decisions
    )
    return told, faults.all()


def _by_need(rows: Sequence[Filled], decisions: Sequence[Decision], faults: Faults) -> dict[str, Filled]:
    """What is filled in by need; a row for a need that does not go on by itself is told."""
    known = first_of(decisions, same_id_key)
    found: dict[str, Filled] = {}
    for row in rows:
        decision = known.get(same_id_key(row.need))
        if not row.need:
            faults.add("cell-empty", row.at_id, key="id")
        elif decision is None:
            faults.add("analyst-need-unknown", row.at_id, value=row.need, close=closest(row.need, [one.need_id for one in decisions]))
        elif decision.outcome == MERGED:
            faults.add("analyst-need-merged", row.at_id, need=decision.need_id, keep=decision.merged_into)
        elif decision.outcome in {"", CONFLICT}:
            found[decision.need_id] = _joined(found.get(decision.need_id), row, decision.need_id, faults)
    return found


def _joined(first: Filled | None, row: Filled, need: str, faults: Faults) -> Filled:
    """Two rows about one need, as on two pages of a sheet; what they say differently is told, and the first stands."""
    if first is None:
        return row
    said: list[tuple[str, Said]] = [*row.facts.items(), *row.assess.items()]
    for name, value in said:
        before: Said | None = first.facts.get(name) or first.assess.get(name)
        if before is not None and before.value != value.value:
            faults.add("analyst-twice", row.at[name], need=need, field=name)
    return attrs.evolve(
        first,
        facts=FrozenMap({**row.facts, **first.facts}),
        assess=FrozenMap({**row.assess, **first.assess}),
        at=FrozenMap({**row.at, **first.at}),
    )


def _with(decision: Decision, filled: Filled, faults: Faults) -> Decision:
    need = decision.need
    if need is None:  # pragma: no cover -- a decision that goes on, or is a conflict, has its need; this tells the type checker
        return decision
    settled = [name for name in decision.hangs_on if name in filled.facts or name in filled.assess]
    said: dict[str, Said] = {**need.facts, **need.assess}
    given: dict[str, Said] = {**filled.facts, **filled.assess}
    for name, value in given.items():
        before = said.get(name)
        is_known = before is not None and not isinstance(before.value, Missing)
        if before is not None and is_known and name not in settled and before.value != value.value:
            faults.warn("analyst-differs", filled.at[name], need=need.id, field=name)
    changed = attrs.evolve(need, facts=FrozenMap({**need.facts, **filled.facts}), assess=FrozenMap({**need.assess, **filled.assess}))
    if decision.outcome != CONFLICT or len(settled) < len(decision.hangs_on):
        return attrs.evolve(decision, need=changed)
    told = Diagnostic(code="analyst-settled", severity=Severity.NOTE, span=filled.at_id, params={"need": need.id, "fields": tuple(settled)})
    kept = [one for one in decision.diagnostics if one.code != _DISAGREE]
    return attrs.evolve(decision, need=changed, outcome="", hangs_on=(), diagnostics=(*kept, told))
