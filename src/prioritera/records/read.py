"""One record from its plain data to a need: first its id, which the others may refer to, then everything else."""

from collections.abc import Mapping

import attrs

from prioritera.diagnostics import Faults
from prioritera.model.need import Need, Refused
from prioritera.model.round import Record
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import is_need_id, need_id
from prioritera.reading.place import NoFile
from prioritera.records.assessments import read_assessments
from prioritera.records.cells import CellPlace, plain_data
from prioritera.records.columns import columns_of
from prioritera.records.context import Context
from prioritera.records.envelope import read_envelope
from prioritera.records.facts import read_facts
from prioritera.records.personal import is_stopped
from prioritera.records.sheet import Columns


@attrs.define
class Opened:
    """A record with a cursor over its plain data. `id` is canonical, "" when the record has none that can be used.

    A record whose row or columns are at fault is whole only in its id: what its cells say is not read.
    """

    cursor: Cursor
    faults: Faults
    id: str
    stand_in: str
    is_whole: bool
    is_row: bool


def open_record(record: Record, number: int, context: Context) -> Opened:
    """The record as plain data, with its id read. `number` counts records from 1 and names those that have no id and no file."""
    faults = Faults()
    faults.extend(record.faults)
    if is_stopped(record):
        ident = _columns(tuple(record.data), context).named("id") if record.text else "id"
        cursor = Cursor({"id": record.data.get(ident), "title": record.data.get("title")}, record.path, record.place, faults)
        return Opened(cursor, faults, _id(cursor) if cursor.has("id") else "", f"#{number}", is_whole=False, is_row=False)
    if record.text:
        columns = _columns(tuple(record.data), context)
        columns.note_wrong(record.place, record.path, faults)
        is_whole = not faults.count
        data = {**record.more, **plain_data(record, columns, context, faults)} if is_whole else dict(record.data)
        cursor = Cursor(data, (), CellPlace(record.place, columns, record.path), faults)
        return Opened(cursor, faults, _id(cursor), f"#{number}", is_whole, is_row=True)
    path = record.path or ((number,) if isinstance(record.place, NoFile) else ())
    cursor = Cursor(record.data, path, record.place, faults)
    return Opened(cursor, faults, _id(cursor), f"#{number}", is_whole=True, is_row=False)


def _id(cursor: Cursor) -> str:
    value = cursor.raw("id")
    if type(value) is int:
        return str(value)
    ident = need_id(cursor.text("id"))
    if ident and not is_need_id(ident):
        cursor.fault("bad-need-id", "id", value=ident)
        return ""
    return ident


def _columns(names: tuple[str, ...], context: Context) -> Columns:
    if names not in context.sheets:
        context.sheets[names] = columns_of(names, context)
    return context.sheets[names]


def read_need(opened: Opened, ids: Mapping[str, str], context: Context) -> Need | Refused:
    """The need of a record, or the record set aside with everything that is wrong with it.

    Args:
        opened: the record.
        ids: the canonical id of each record of the round, by `same_id_key`: what `same_as` may name.
        context: what it is read against.
    """
    cursor, ident = opened.cursor, opened.id or opened.stand_in
    if not opened.is_whole:
        return _refused(opened, ident)
    envelope = read_envelope(cursor, ident, ids, context)
    facts = read_facts(_table(cursor, "facts"), ident, context)
    assess = read_assessments(_table(cursor, "assess"), ident, context)
    cursor.close()
    if not opened.faults.count:
        return Need(**envelope, facts=facts, assess=assess, span=cursor.here)
    return _refused(opened, ident)


def _refused(opened: Opened, ident: str) -> Refused:
    title = opened.cursor.data.get("title")
    # Of a row, what is missing is a cell and not a key.
    said = [attrs.evolve(one, code="cell-empty") if opened.is_row and one.code == "missing-key" else one for one in opened.faults.all()]
    return Refused(id=ident, title=title if isinstance(title, str) else "", diagnostics=said, span=opened.cursor.here)


def _table(cursor: Cursor, key: str) -> Cursor:
    """The table under a key; an empty one where it is not written."""
    found = cursor.table(key) if cursor.raw(key) is not None else None
    return found or cursor.down({}, key)
