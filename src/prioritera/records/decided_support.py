"""What people have decided about what exists already, in the needs that they decided it for."""

from collections.abc import Iterable, Sequence

import attrs

from prioritera.diagnostics import Diagnostic
from prioritera.model.need import Check, Need, Refused, SupportMatch
from prioritera.model.round import Round, SupportDecision
from prioritera.reading.ids import same_id_key

_COVERS = {"yes": "question", "partly": "area"}


def with_decided_support(records: Iterable[Need | Refused], round_: Round) -> tuple[Need | Refused, ...]:
    """The records with the decisions of the round's sheet of what exists.

    A confirmed entry is a match of the need, a rejected one is none. A need whose every row has been decided counts as checked in the
    round's catalogues. A need that says of itself that an entry answers it, where the sheet says that it does not, is set aside.

    Args:
        records: as they were read.
        round_: the decisions, and the catalogues that were looked in.
    """
    rows: dict[str, list[SupportDecision]] = {}
    for row in round_.existing:
        rows.setdefault(same_id_key(row.need), []).append(row)
    where = tuple(listed.id for listed in round_.catalogue.listed)
    return tuple(_decided(record, rows.get(same_id_key(record.id), ()), where) for record in records)


def _decided(record: Need | Refused, rows: Sequence[SupportDecision], where: tuple[str, ...]) -> Need | Refused:
    if isinstance(record, Refused) or not any(row.decision for row in rows):
        return record
    decided = {row.entry: row for row in rows if row.entry and row.decision}
    clashes = [match for match in record.support if match.confirmed and match.entry in decided and not _agrees(match, decided[match.entry])]
    if clashes:
        told = [_told(record, match, decided[match.entry]) for match in clashes]
        return Refused(id=record.id, title=record.title, diagnostics=told, span=record.span)
    own = [match for match in record.support if match.confirmed or match.entry not in decided]
    settled = {match.entry for match in own}
    confirmed = [_match(row) for row in decided.values() if row.decision in _COVERS and row.entry not in settled]
    checks = [_check(rows, where)] if all(row.decision for row in rows) else []
    return attrs.evolve(record, support=(*own, *confirmed), checked=(*record.checked, *checks))


def _agrees(match: SupportMatch, row: SupportDecision) -> bool:
    return _COVERS.get(row.decision) == match.covers


def _match(row: SupportDecision) -> SupportMatch:
    return SupportMatch(entry=row.entry, covers=_COVERS[row.decision], confirmed=True, by=row.by, on=row.on)


def _check(rows: Sequence[SupportDecision], where: tuple[str, ...]) -> Check:
    """That somebody has gone through everything that was proposed. It was done when the last row was; not known if one has no day."""
    days = [row.on for row in rows if row.on is not None]
    return Check(
        where=where,
        found="something" if any(row.decision == "yes" for row in rows) else "nothing",
        by=", ".join(dict.fromkeys(row.by for row in rows)),
        on=max(days) if len(days) == len(rows) else None,
    )


def _told(need: Need, match: SupportMatch, row: SupportDecision) -> Diagnostic:
    return Diagnostic(code="support-disagrees", span=row.span, params={"need": need.id, "entry": match.entry})
