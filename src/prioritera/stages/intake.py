"""Intake: records become needs, or a diagnostic for each that cannot. A faulty record is set aside with all that is wrong with it."""

from collections.abc import Sequence

from prioritera.model.need import Need, Refused
from prioritera.model.network import Network
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.reading.ids import same_id_key
from prioritera.records.context import Context
from prioritera.records.decided_support import with_decided_support
from prioritera.records.read import Opened, open_first, open_record, place_of_id, read_need, repeated
from prioritera.records.rows import Rows
from prioritera.records.told_once import told_once


def intake(round_: Round, rules: RuleSet, network: Network) -> tuple[Need | Refused, ...]:
    """Read every record of a round.

    Args:
        round_: its records, unread, the catalogue that they may name, and what has been decided about what exists already.
        rules: the fields and criteria that facts and assessments are read against.
        network: the actors that senders are resolved against.

    Returns:
        One a record, in the order of the records: the need, or the record set aside with its id, as far as it could be read. A record whose
        id is that of an earlier one is set aside; the earlier one goes on.
    """
    context = Context(round_, rules, network)
    sheets: dict[object, Rows] = {}
    rows = enumerate(round_.records, start=1)
    opened: list[Need | Refused | Opened] = [open_first(record, number, sheets, context) for number, record in rows]
    duplicates = _duplicates(opened)
    for later, earlier in duplicates.items():
        spans = [place_of_id(opened[index], round_.records[index], context) for index in (earlier, later)]
        opened[later] = repeated(opened[later], opened[earlier].id, spans[0], spans[1])
    ids = {same_id_key(record.id): record.id for index, record in enumerate(opened) if record.id and index not in duplicates}
    for index, record in enumerate(opened):
        if isinstance(record, Need) and record.same_as:
            # Only now is it known whether there is such a record.
            opened[index] = open_record(round_.records[index], index + 1, context)
    read = [read_need(record, ids, context) if isinstance(record, Opened) else record for record in opened]
    return with_decided_support(told_once(read, round_, context), round_)


def _duplicates(opened: Sequence[Need | Refused | Opened]) -> dict[int, int]:
    """The records whose id is that of an earlier one, each with the first that has it."""
    first: dict[str, int] = {}
    found = {}
    for index, record in enumerate(opened):
        if record.id:
            earlier = first.setdefault(same_id_key(record.id), index)
            if earlier != index:
                found[index] = earlier
    return found
