"""One record from its plain data to a need: first its id, which the others may refer to, then everything else."""

from collections.abc import Mapping

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Related, Span
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
from prioritera.records.rows import Rows
from prioritera.records.sheet import Columns

# After this many records with faults, what a wrong word is most like is no longer looked for, and rows with faults are not read closely.
MOST_HINTS = 1000


@attrs.define
class Opened:
    """A record with a cursor over its plain data. `id` is canonical, "" when the record has none that can be used.

    A record whose row or columns are at fault is whole only in its id: what its cells say is not read. `alone` is what a row says that
    looks like a note between the needs.
    """

    cursor: Cursor
    faults: Faults
    id: str
    stand_in: str
    is_whole: bool
    is_row: bool
    alone: str = ""


def open_record(record: Record, number: int, context: Context) -> Opened:
    """The record as plain data, with its id read. `number` counts records from 1 and names those that have no id and no file."""
    faults = Faults()
    faults.extend(record.faults)
    if is_stopped(record):
        ident = columns_in(record, context).named("id") if record.text else "id"
        cursor = Cursor({"id": record.data.get(ident), "title": record.data.get("title")}, record.path, record.place, faults)
        return Opened(cursor, faults, _id(cursor) if cursor.has("id") else "", f"#{number}", is_whole=False, is_row=False)
    if record.text:
        return _open_cells(record, number, faults, context)
    path = record.path or ((number,) if isinstance(record.place, NoFile) else ())
    cursor = Cursor(record.data, path, record.place, faults)
    return Opened(cursor, faults, _id(cursor), f"#{number}", is_whole=True, is_row=False)


def _open_cells(record: Record, number: int, faults: Faults, context: Context) -> Opened:
    """A row, read cell by cell."""
    columns = columns_in(record, context)
    columns.note_wrong(record.place, record.path, faults, record.data)
    is_whole = not faults.count
    if is_whole:
        data = {**record.more, **plain_data(record, columns, context, faults)}
    else:
        data = {part: text for part in ("id", "title") if (text := str(record.data.get(columns.named(part), "")).strip())}
    cursor = Cursor(data, (), CellPlace(record.place, columns, record.path), faults)
    ident = _id(cursor) if is_whole or "id" in data else ""
    return Opened(cursor, faults, ident, f"#{number}", is_whole, is_row=True, alone=_alone(record, columns))


def _alone(record: Record, columns: Columns) -> str:
    """What the only cell of a row says, where it tells neither the need nor its sender: a note between the rows; "" elsewhere.

    An id by itself is no note, unless it is of several words.
    """
    own, told = columns.named("id"), {columns.named(part) for part in ("title", "wording", "origin")}
    filled = {name: text for name, cell in record.data.items() if (text := str(cell).strip())}
    ident = filled.pop(own, "")
    if len(filled) == 1:
        return "".join(text for name, text in filled.items() if name not in told)
    return ident if not filled and len(ident.split()) > 1 else ""


def place_of_id(opened: Need | Refused | Opened, record: Record, context: Context) -> Span:
    """Where a record's id is written."""
    if isinstance(opened, Opened):
        return opened.cursor.at("id")
    return record.place.value((*record.path, columns_in(record, context).named("id")))


def repeated(opened: Need | Refused | Opened, first: str, first_at: Span, at: Span) -> Refused | Opened:
    """A record at fault for having the id of an earlier one."""
    related = (Related(span=first_at, role="first"),)
    found = Diagnostic(code="duplicate-need-id", span=at, params={"value": opened.id, "first": first}, related=related)
    if isinstance(opened, Opened):
        opened.faults.extend([found])
        return opened
    already = opened.diagnostics if isinstance(opened, Refused) else ()
    return Refused(id=opened.id, title=opened.title, diagnostics=[*already, found], span=opened.span)


def _id(cursor: Cursor) -> str:
    value = cursor.raw("id")
    if type(value) is int:
        return str(value)
    ident = need_id(cursor.text("id"))
    if ident and not is_need_id(ident):
        cursor.fault("bad-need-id", "id", value=ident)
        return ""
    return ident


def columns_in(record: Record, context: Context) -> Columns:
    """The columns of the sheet that a row is one of."""
    names = tuple(record.data)
    key = (names, record.means, record.guess)
    if key not in context.sheets:
        context.sheets[key] = columns_of(names, context, record.means, guess=record.guess)
    return context.sheets[key]


def open_first(record: Record, number: int, sheets: dict[object, Rows], context: Context) -> Need | Refused | Opened:
    """A record as its need, where it is a row that is one as it stands; opened, where not; set aside, where that is not read any more.

    `sheets` keeps the rows of each sheet, by its columns. A row of columns that can be read at once, and is no need as it stands, has some
    fault; after very many such rows it is no longer told which.
    """
    rows = _rows_of(record, sheets, context) if record.text and not record.more else None
    if rows is None or not rows.can_read(record):
        return open_record(record, number, context)
    need = None if record.faults else rows.read(record)
    if need is not None:
        return need
    context.faulty += 1
    return open_record(record, number, context) if context.faulty <= MOST_HINTS else _unread(record, number, context)


def _unread(record: Record, number: int, context: Context) -> Refused:
    """A row that has some fault, set aside without telling which. Its id and title are what its cells say."""
    columns = columns_in(record, context)
    ident, title = (str(record.data.get(columns.named(part), "")).strip() for part in ("id", "title"))
    span = record.place.value(record.path)
    found = record.faults or (Diagnostic(code="row-not-read-closely", span=span),)
    return Refused(id=need_id(ident) if is_need_id(need_id(ident)) else f"#{number}", title=title, diagnostics=found, span=span)


def _rows_of(record: Record, sheets: dict[object, Rows], context: Context) -> Rows:
    names = tuple(record.data)
    key = (names, record.means, record.guess)
    if key not in sheets:
        sheets[key] = Rows(names, columns_in(record, context), context)
    return sheets[key]


def read_need(opened: Opened, ids: Mapping[str, str], context: Context) -> Need | Refused:
    """The need of a record, or the record set aside with everything that is wrong with it.

    Args:
        opened: the record.
        ids: the canonical id of each record of the round, by `same_id_key`: what `same_as` may name.
        context: what it is read against.
    """
    cursor, ident = opened.cursor, opened.id or opened.stand_in
    # Of rows only the first were opened at all.
    opened.faults.hints = opened.is_row or context.faulty < MOST_HINTS
    if not opened.is_whole:
        return _refused(opened, ident, context)
    if opened.alone:
        found = Diagnostic(code="row-says-no-need", span=cursor.here, params={"value": opened.alone})
        return Refused(id=ident, title="", diagnostics=[found], span=cursor.here)
    envelope = read_envelope(cursor, ident, ids, context)
    facts = read_facts(_table(cursor, "facts"), ident, context)
    assess = read_assessments(_table(cursor, "assess"), ident, context)
    cursor.close()
    if not opened.faults.count:
        return Need(**envelope, facts=facts, assess=assess, span=cursor.here)
    return _refused(opened, ident, context)


def _refused(opened: Opened, ident: str, context: Context) -> Refused:
    context.faulty += not opened.is_row
    title = opened.cursor.data.get("title")
    # Of a row, what is missing is a cell and not a key.
    said = [attrs.evolve(one, code="cell-empty") if opened.is_row and one.code == "missing-key" else one for one in opened.faults.all()]
    return Refused(id=ident, title=title if isinstance(title, str) else "", diagnostics=said, span=opened.cursor.here)


def _table(cursor: Cursor, key: str) -> Cursor:
    """The table under a key; an empty one where it is not written."""
    found = cursor.table(key) if cursor.raw(key) is not None else None
    return found or cursor.down({}, key)
