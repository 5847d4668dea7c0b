"""Intake: records become needs, or a diagnostic for each that cannot. A faulty record is set aside with all that is wrong with it."""

from collections.abc import Sequence

from prioritera.diagnostics import Related
from prioritera.model.need import Need, Refused
from prioritera.model.network import Network
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.reading.ids import same_id_key
from prioritera.records.context import Context
from prioritera.records.decided_support import with_decided_support
from prioritera.records.read import Opened, open_record, read_need


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
    opened = [open_record(record, number, context) for number, record in enumerate(round_.records, start=1)]
    ids = _ids(opened)
    return with_decided_support([read_need(record, ids, context) for record in opened], round_)


def _ids(opened: Sequence[Opened]) -> dict[str, str]:
    """The canonical id of each record, by the key under which two ids are the same. A later record whose id is taken is at fault."""
    first: dict[str, Opened] = {}
    for record in opened:
        if not record.id:
            continue
        key = same_id_key(record.id)
        if key in first:
            related = Related(span=first[key].cursor.at("id"), role="first")
            record.faults.add("duplicate-need-id", record.cursor.at("id"), value=record.id, first=first[key].id, related=(related,))
        else:
            first[key] = record
    return {key: record.id for key, record in first.items()}
