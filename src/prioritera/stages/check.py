"""Check: what was answered in step two is counted for each need, by the need that its record was merged into."""

from collections.abc import Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Faults
from prioritera.measures.bodies import bodies
from prioritera.measures.tallies import tally
from prioritera.model.agreement import Check, Missed
from prioritera.model.by_id import by_id as first_of
from prioritera.model.network import Network
from prioritera.model.result import Decision
from prioritera.records.checks import resolved, resolved_missed


def check(
    decisions: Sequence[Decision], checks: Sequence[Check], missed: Sequence[Missed], network: Network
) -> tuple[tuple[Decision, ...], tuple[Missed, ...], tuple[Diagnostic, ...]]:
    """Give each need the tally of its checks.

    Args:
        decisions: one a record, merged records with the need that they went into.
        checks: the rows of the round's sheets.
        missed: what was found missing.
        network: whose names the actors are called by, and who counts as whom.

    Returns:
        The decisions, in order; what was missing, with the ids of those who said so; and what was wrong with the rows.
    """
    if not checks and not missed:
        return tuple(decisions), (), ()
    faults = Faults()
    into = {need: decision.merged_into or need for need, decision in first_of(decisions).items()}
    by_need: dict[str, list[Check]] = {}
    for one in resolved(checks, tuple(into), network, faults):
        by_need.setdefault(into[one.need], []).append(one)
    known = bodies(network)
    told = tuple(
        attrs.evolve(decision, need=attrs.evolve(decision.need, tallies=(*decision.need.tallies, tally(decision.need_id, its, known))))
        if decision.need is not None and (its := by_need.get(decision.need_id))
        else decision
        for decision in decisions
    )
    return told, resolved_missed(missed, network, faults), faults.all()
