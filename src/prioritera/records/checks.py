"""The answers of step two against the round: each row's need and actor found, or the row set aside with its place."""

from collections.abc import Collection, Iterator, Sequence

import attrs

from prioritera.diagnostics import Faults, Related, Span
from prioritera.model.agreement import Check, Missed
from prioritera.model.network import Network
from prioritera.reading.close import closest, shortened
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import same_id_key
from prioritera.reading.place import Path
from prioritera.records.actors import ActorNames

_NOWHERE = Span("")


@attrs.frozen
class OnePlace:
    """The place of a single cell."""

    span: Span | None

    def key(self, path: Path) -> Span:
        """Where the cell stands."""
        return self.value(path)

    def value(self, path: Path) -> Span:  # noqa: ARG002 -- a cell has no parts
        """Where the cell stands."""
        return self.span or _NOWHERE


def resolved(checks: Sequence[Check], needs: Collection[str], network: Network, faults: Faults) -> tuple[Check, ...]:
    """The rows whose need and actor are known, each with their ids.

    Args:
        checks: rows as they were written.
        needs: the ids of the round's records.
        network: whose names the actors are called by.
        faults: where unknown needs and actors are noted, and rows that answer the same question otherwise. Of those none is counted as an
            answer: the actor was asked, and nobody may choose which of its answers holds.
    """
    ids = {same_id_key(need): need for need in needs}
    names = ActorNames(network)
    found = tuple(_known(checks, ids, names, faults))
    first: dict[tuple[str, str], Check] = {}
    torn: set[tuple[str, str]] = set()
    for check in found:
        key = (check.need, check.actor)
        earlier = first.get(key)
        if earlier is not None and check.answer and earlier.answer and check.answer != earlier.answer:
            related = () if earlier.span is None else (Related(span=earlier.span, role="first"),)
            faults.add("check-twice", check.span, need=check.need, actor=check.actor, related=related)
            torn.add(key)
        if earlier is None or not earlier.answer:
            first[key] = check
    return tuple(attrs.evolve(check, answer="") if (check.need, check.actor) in torn else check for check in found)


def _known(checks: Sequence[Check], ids: dict[str, str], names: ActorNames, faults: Faults) -> Iterator[Check]:
    for check in checks:
        need = ids.get(same_id_key(check.need), "")
        if not need:
            known = tuple(ids.values())
            faults.add("round-need-unknown", check.need_at, value=check.need, known=shortened(known), close=closest(check.need, known))
        actor = find_actor(names, check.actor, check.actor_at, faults)
        if need and actor:
            yield attrs.evolve(check, need=need, actor=actor)


def find_actor(names: ActorNames, word: str, at: Span | None, faults: Faults) -> str:
    """The id of the actor that a cell names; "" after noting that it names none, or several."""
    return names.find(Cursor({}, (), OnePlace(at), faults), (), word)


def resolved_missed(missed: Sequence[Missed], network: Network, faults: Faults) -> tuple[Missed, ...]:
    """What was found missing, with the ids of those who said so; of a kept row, that is looked after where its need is read."""
    names = ActorNames(network)
    return tuple(
        one if one.kept_as or not one.actor else attrs.evolve(one, actor=find_actor(names, one.actor, one.span, faults) or one.actor)
        for one in missed
    )
