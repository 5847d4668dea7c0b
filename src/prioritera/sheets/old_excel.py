"""What calamine does not tell of an old Excel file (.xls): errors in cells, that there are comments, what is hidden."""

import struct
from collections.abc import Iterator

from prioritera.frozen import FrozenMap
from prioritera.sheets.compound import BrokenFileError, workbook_stream
from prioritera.sheets.hidden import Ends, Hidden
from prioritera.sheets.office import Place, Told

_BOUND_SHEET, _BEGIN, _END, _NOTE, _FORMULA, _TRUE_OR_ERROR = 0x0085, 0x0809, 0x000A, 0x001C, 0x0006, 0x0205
# Records of one cell, or of several beside each other, that begin with the row and the column.
_CELLS = frozenset({_FORMULA, _TRUE_OR_ERROR, 0x0203, 0x0204, 0x027E, 0x00BD, 0x00FD, 0x00D6})
_ROW, _COLUMNS = 0x0208, 0x007D
# What says of a row (MS-XLS 2.4.221), and of some columns (2.4.53), that they are hidden.
_ROW_IS_HIDDEN, _COLUMN_IS_HIDDEN = 0x20, 0x01
_MOST_COLUMNS = 256
# From this version on, texts say whether their letters are of one byte or of two.
_UNICODE = 0x0600
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}


def told_of(content: bytes) -> tuple[dict[str, Told], bool]:
    """What is told of each sheet, by its name, and whether there are comments, which are not read.

    Raises:
        BrokenFileError: the file is not whole, or a cell stands where no sheet of its kind has one.

    Source: MS-XLS, Excel Binary File Format (Microsoft Open Specifications).
    """
    stream = workbook_stream(content)
    try:
        is_older = struct.unpack_from("<H", stream, 4)[0] < _UNICODE
        names = {struct.unpack_from("<I", data)[0]: _name(data, is_older) for kind, data in _records(stream, 0) if kind == _BOUND_SHEET}
        told = {name: _told(stream, at) for at, name in names.items()}
    except (struct.error, IndexError) as error:
        raise BrokenFileError from error
    has_notes = any(kind == _NOTE for at in names for kind, _ in _records(stream, at))
    return told, has_notes


def _told(stream: bytes, at: int) -> Told:
    errors: dict[Place, str] = {}
    last = (0, 0)
    rows: list[Ends] = []
    columns: list[Ends] = []
    for kind, data in _records(stream, at):
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", data)
            if column >= _MOST_COLUMNS:
                raise BrokenFileError
            last = (max(last[0], row + 1), max(last[1], column + 1))
            code = _error(kind, data)
            if code is not None:
                errors[row + 1, column + 1] = _ERRORS.get(code, "#?")
        elif kind == _ROW and data[12] & _ROW_IS_HIDDEN:
            (row,) = struct.unpack_from("<H", data)
            rows.append((row + 1, row + 1))
        elif kind == _COLUMNS and data[8] & _COLUMN_IS_HIDDEN:
            first, end = struct.unpack_from("<HH", data)
            columns.append((first + 1, end + 1))
    return Told(errors=FrozenMap(errors), last=last, hidden=Hidden(rows, columns))


def _error(kind: int, data: bytes) -> int | None:
    """The error that a cell holds, if it holds one."""
    if kind == _TRUE_OR_ERROR and data[7]:
        return data[6]
    if kind == _FORMULA and data[6] == 2 and data[12:14] == b"\xff\xff":  # noqa: PLR2004 -- the mark of an error in MS-XLS 2.5.133
        return data[8]
    return None


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream, from where it begins to the record that ends it."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        # A chart within a sheet is a part of its own.
        depth += (kind == _BEGIN) - (kind == _END)
        if kind == _END and depth <= 0:
            return
    raise BrokenFileError


def _name(data: bytes, is_older: bool) -> str:  # noqa: FBT001 -- which of the two ways names are written
    """The name of a sheet: as many letters as it says, of one byte or of two."""
    if is_older:
        return data[7 : 7 + data[6]].decode("cp1252", errors="replace")
    count, wide = data[6], data[7] & 1
    return data[8 : 8 + count * (wide + 1)].decode("utf-16-le" if wide else "latin-1", errors="replace")
