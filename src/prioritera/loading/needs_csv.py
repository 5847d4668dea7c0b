"""Needs from a CSV file: one row one need, every cell still text, with the line and column of each cell for messages."""

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from unicodedata import normalize

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Related, Severity, Span
from prioritera.frozen import frozen_tuple
from prioritera.loading.examples import is_example, note_changed
from prioritera.model.round import Record
from prioritera.reading.place import Path

DELIMITERS = (";", ",")
# A column whose name begins so is the writer's own, and is not read.
OWN_COLUMN = "#"
ID = "id"

_EXCEL_SAYS = re.compile(r"sep=([;,])\r?\n?")


@attrs.frozen
class Sheet:
    """The text of a CSV file, where its lines start, and how its cells are told apart. It is also the place of every cell.

    `header` is the line of the column names, from 1; `columns` are the names, none until they have been read.
    """

    name: str
    text: str
    starts: tuple[int, ...]
    delimiter: str
    header: int
    columns: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())

    def key(self, path: Path) -> Span:
        """Where a column's name stands: the last step of the path that names one."""
        return self._cell(path, at_header=True)

    def value(self, path: Path) -> Span:
        """Where a cell stands; its row when the path names no column of the file."""
        return self._cell(path, at_header=False)

    def _cell(self, path: Path, *, at_header: bool) -> Span:
        named = next((step for step in reversed(path[1:]) if step in self.columns), None)
        line = self.header if at_header and named is not None else path[0]
        if not isinstance(line, int):  # pragma: no cover -- a record's path begins with its line; this tells the type checker
            return Span(self.name)
        return self.at(line, self.columns.index(str(named))) if named is not None else Span(self.name, line, 1)

    def at(self, line: int, column: int) -> Span:
        """Where a cell of the row that begins on a line stands: its line and column from 1."""
        offset = cell_starts(self.text, self.starts[line - 1], self.delimiter, column + 1)[-1]
        cell = _shape(self.delimiter).match(self.text, offset)
        end = self._counted(cell.end()) if cell and cell[0] else None
        return Span(self.name, *self._counted(offset), end=end)

    def _counted(self, offset: int) -> tuple[int, int]:
        row = bisect_right(self.starts, offset)
        return row, offset - self.starts[row - 1] + 1


def cell_starts(text: str, offset: int, delimiter: str, count: int) -> list[int]:
    """Where the first cells of a row begin, at most `count` of them, from where the row begins.

    >>> cell_starts('a;"b;c";d', 0, ";", 3)
    [0, 2, 8]
    """
    cell = _shape(delimiter)
    starts = [offset]
    while len(starts) < count and (found := cell.match(text, starts[-1])) and text.startswith(delimiter, found.end()):
        starts.append(found.end() + 1)
    return starts


@cache
def _shape(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf'(?:"(?:[^"]|"")*"|[^"{delimiter}\r\n][^{delimiter}\r\n]*)?')


def read_csv(text: str, name: str, faults: Faults) -> tuple[Record, ...]:
    """The needs of a CSV text as records, one a row.

    Args:
        text: the whole text, without a byte order mark.
        name: the file as people see it; ids are made of it where there is no id column.
        faults: what is wrong with the file as a whole is noted here; then there are no records. What is wrong with one row goes with it.
    """
    lines = list(io.StringIO(text, newline=""))
    starts = tuple(accumulate((len(line) for line in lines[:-1]), initial=0))
    excel = _EXCEL_SAYS.fullmatch(lines[0])
    header = next((number for number, line in enumerate(lines, start=1) if line.strip() and (number > 1 or not excel)), 0)
    if not header:
        faults.warn("no-needs", Span(name, 1, 1))
        return ()
    before = faults.count
    tab = lines[header - 1].find("\t")
    if tab >= 0 and not any(delimiter in lines[header - 1] for delimiter in DELIMITERS):
        faults.add("csv-tabs", Span(name, header, tab + 1))
        return ()
    sheet = Sheet(name, text, starts, excel[1] if excel else delimiter_of(lines[header - 1]), header)
    rows = _rows(lines, sheet, faults)
    if faults.count != before:
        return ()
    (_, names), *rest = rows
    sheet = attrs.evolve(sheet, columns=[normalize("NFC", column.strip()) for column in names])
    _check_header(sheet, rest, faults)
    if faults.count != before:
        return ()
    examples = [(line, row) for line, row in rest if is_example(sheet.columns, row)]
    for line, row in examples:
        note_changed(row, Span(name, line, 1), faults)
    filled = [(line, row) for line, row in rest if (line, row) not in examples and any(cell.strip() for cell in row)]
    if not filled:
        faults.warn("no-needs", Span(name, 1, 1))
    if filled and not _has_id(sheet.columns):
        params = {"made": f"{_stem(name)}-{filled[0][0]}"}
        faults.extend([Diagnostic(code="ids-from-rows", severity=Severity.NOTE, span=Span(name, header, 1), params=params)])
    return tuple(_record(line, row, sheet) for line, row in filled)


def delimiter_of(header: str) -> str:
    """The delimiter of a header line: the one of semicolon and comma that stands in it oftenest, outside quotation marks.

    >>> delimiter_of('id;title;"a, b"')
    ';'
    """
    plain = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=plain.count)


def _rows(lines: Sequence[str], sheet: Sheet, faults: Faults) -> list[tuple[int, list[str]]]:
    """Every row from the header on, with the line it begins on."""
    reader = csv.reader(lines[sheet.header - 1 :], delimiter=sheet.delimiter, strict=True)
    rows = []
    begins = sheet.header
    try:
        for row in reader:
            rows.append((begins, row))
            begins = reader.line_num + sheet.header
    except csv.Error as error:
        _note_row(str(error), begins, sheet, faults)
    return rows


def _note_row(error: str, begins: int, sheet: Sheet, faults: Faults) -> None:
    """Note why a row cannot be taken apart, at the cell where it goes wrong: the last that can be told from the next, or the long one."""
    most = csv.field_size_limit()
    starts = cell_starts(sheet.text, sheet.starts[begins - 1], sheet.delimiter, most)
    if "field limit" in error:
        long = next((index for index, (left, right) in enumerate(pairwise(starts)) if right - left > most), len(starts) - 1)
        faults.add("csv-cell-too-long", sheet.at(begins, long), most=most)
    else:
        code = "csv-quote-not-closed" if "end of data" in error else "csv-quote-inside"
        faults.add(code, sheet.at(begins, len(starts) - 1))


def _check_header(sheet: Sheet, rows: Sequence[tuple[int, list[str]]], faults: Faults) -> None:
    first: dict[str, int] = {}
    for index, column in enumerate(sheet.columns):
        at = sheet.at(sheet.header, index)
        if not column:
            line = next((line for line, row in rows if len(row) > index and row[index].strip()), None)
            if line is not None:
                faults.add("csv-column-unnamed", sheet.at(line, index), column=index + 1)
        elif column.casefold() in first and not column.startswith(OWN_COLUMN):
            related = Related(span=sheet.at(sheet.header, first[column.casefold()]), role="first")
            faults.add("csv-column-repeated", at, value=column, related=(related,))
        first.setdefault(column.casefold(), index)


def _record(line: int, row: Sequence[str], sheet: Sheet) -> Record:
    found = Faults()
    width = len(sheet.columns)
    extra = [index for index in range(width, len(row)) if row[index].strip()]
    if extra:
        found.add("csv-row-too-long", sheet.at(line, extra[0]), cells=len(row), columns=width)
    elif len(row) < width:
        found.add("csv-row-too-short", Span(sheet.name, line, 1), cells=len(row), columns=width)
    pairs = zip(sheet.columns, row, strict=False)
    data: dict[str, object] = {column: cell for column, cell in pairs if column and not column.startswith(OWN_COLUMN)}
    if not _has_id(sheet.columns):
        data = {ID: f"{_stem(sheet.name)}-{line}", **data}
    return Record(data, sheet, (line,), text=True, faults=found.all())


def _has_id(columns: Sequence[str]) -> bool:
    return any(column.casefold() == ID for column in columns)


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
