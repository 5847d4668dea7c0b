"""The conflict log: for each need whose records contradict each other, which of them says what, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence

from prioritera.measures.bodies import Bodies, bodies
from prioritera.model.conflict import Conflict, Saying
from prioritera.model.need import Need, Refused
from prioritera.model.network import Network
from prioritera.model.outcome import CONFLICT
from prioritera.model.result import Decision
from prioritera.model.value import Assessment, Fact, Missing

AREA = "area"


def conflicts(records: Sequence[Need | Refused], decisions: Sequence[Decision], network: Network) -> tuple[Conflict, ...]:
    """Every thing on which merged records disagree. The needs are returned; the round goes on with all others.

    Args:
        records: the needs before they were merged.
        decisions: what became of them.
        network: which support structure each sender belongs to.
    """
    needs = {record.id: record for record in records if isinstance(record, Need)}
    known = bodies(network)
    return tuple(
        Conflict(need=decision.need_id, about=about, sayings=_sayings(members, about, known))
        for decision in decisions
        if decision.outcome == CONFLICT and decision.need is not None
        for members in [[needs[name] for name in (decision.need_id, *decision.need.merged) if name in needs]]
        for about in decision.hangs_on
    )


def _sayings(members: Sequence[Need], about: str, known: Bodies) -> Iterator[Saying]:
    for need in members:
        value = _said(need, about)
        if value is not None:
            yield Saying(record=need.id, structures=structures_of(need, known), value=value, span=need.span)


def _said(need: Need, about: str) -> Fact | Assessment | str | None:
    """What a record says of a thing; None for one that does not know."""
    if about == AREA:
        return need.area
    parts: Mapping[str, Fact] | Mapping[str, Assessment] = need.facts if about in need.facts else need.assess
    found = parts.get(about)
    return None if found is None or isinstance(found.value, Missing) else found


def structures_of(need: Need, known: Bodies) -> tuple[str, ...]:
    """The support structures that a need came through; without a compilation, those that its senders belong to."""
    through = [origin.through[0] for origin in need.origins if origin.through]
    named = [actor for origin in need.origins for actor in (origin.actor or origin.within,) if actor]
    return tuple(dict.fromkeys(through or [structure for actor in named for structure in known.structures_of(actor)]))
