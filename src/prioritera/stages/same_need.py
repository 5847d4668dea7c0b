"""Which needs of a round may be the same: the pairs that wait for a person, and those that a person has decided."""

from collections.abc import Sequence

from prioritera.matching.groups import grouped, standing
from prioritera.matching.pairs import Pairs, clustered, open_pairs
from prioritera.model.merge import PairDecision
from prioritera.model.outcome import ERROR
from prioritera.model.result import Decision
from prioritera.reading.ids import same_id_key


def same_need(decisions: Sequence[Decision], pairs: Sequence[PairDecision]) -> Pairs:
    """The pairs of a round's needs.

    Args:
        decisions: as `reconcile` gives them: each record, merged or not.
        pairs: what has been decided about two needs each.

    Raises:
        PrioriteraError: the extra `matching` is not installed.
    """
    needs = {one.need_id: one.need for one in decisions if one.need is not None and one.outcome != ERROR}
    refused = [one.need_id for one in decisions if one.outcome == ERROR]
    held, _ = standing(pairs, needs, refused)
    groups = grouped({one.need_id: one.merged_into or one.need_id for one in decisions if one.need_id in needs}, ())
    found = open_pairs(list(needs.values()), groups, held)
    left = [pair for pair in pairs if not pair.carried and not standing([pair], needs, refused)[0]]
    known = {same_id_key(name) for name in needs}
    changed = [pair for pair in left if {same_id_key(pair.first), same_id_key(pair.second)} <= known]
    return Pairs(
        needs=needs,
        open=found,
        clusters=clustered(found),
        decided=held,
        changed=changed,
        aside=[pair for pair in left if pair not in changed],
    )
