"""A CSV text as a grid: rows of cells, the line each row begins on, and where each cell begins, for messages."""

import csv
import io
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice, pairwise

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Span
from prioritera.sheets.broken_rows import MOST_BROKEN, next_whole
from prioritera.sheets.grid import Grid

DELIMITERS = (";", ",", "\t")
_EXCEL_SAYS = re.compile(r"sep=([;,\t])\r?\n?")
# Text that a spreadsheet would take for a formula is written with a leading apostrophe, which is no part of it.
_APOSTROPHE = re.compile(r"'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20'])")
_FARTHEST_HEADING = 40


@attrs.frozen
class CommaText:
    """The text of a CSV file, where its lines start, and how its cells are told apart: it knows where each cell stands."""

    name: str
    text: str
    starts: tuple[int, ...]
    delimiter: str

    def at(self, line: int, column: int) -> Span:
        """Where a cell of the row that begins on a line stands: its line and column from 1. `column` counts cells from 0."""
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


def comma_grid(text: str, name: str, faults: Faults, headings: Collection[str] = (), *, keep: bool = False) -> Grid | None:
    r"""The rows of a CSV text, or None after noting why there are none.

    Rows are counted as a spreadsheet shows them: a row may be several lines, a blank line is a row, and a first line "sep=;" is none.

    Args:
        text: the whole text, without a byte order mark.
        name: the file as people see it.
        faults: where a row that cannot be taken apart is noted.
        headings: words, in lower case, that the headings may be, where they are known: they tell the delimiter when there are notes above.
        keep: whether a row that cannot be taken apart is kept as `broken`, with the cells before the fault, and the rows after it are read.

    >>> comma_grid("a;b\n1;2\n", "x.csv", Faults()).rows
    (('a', 'b'), ('1', '2'))
    """
    lines = list(io.StringIO(text, newline=""))
    excel = _EXCEL_SAYS.fullmatch(lines[0]) if lines else None
    first = 2 if excel else 1
    delimiter = excel[1] if excel else delimiter_of(lines, headings)
    source = CommaText(name, text, tuple(accumulate((len(line) for line in lines[:-1]), initial=0)), delimiter)
    rows: list[Sequence[str]] = []
    starts = []
    broken: dict[int, tuple[Diagnostic, ...]] = {}
    while first <= len(lines):
        reader = csv.reader(lines[first - 1 :], delimiter=delimiter, strict=True)
        begins = first
        try:
            for row in reader:
                rows.append(row)
                starts.append(begins)
                begins = reader.line_num + first
            break
        except csv.Error as error:
            found, cells = _broken(str(error), begins, source)
            if not keep or not rows or len(broken) == MOST_BROKEN:
                faults.extend([*(one for told in broken.values() for one in told), found])
                return None
            first = next_whole(lines, begins, max(map(len, rows)), delimiter)
            rows.append(cells)
            starts.append(begins)
            broken[len(rows)] = (found, *_with_lines(begins, first, name))
    if "'" in text:
        rows = [[unsafe(cell) for cell in row] for row in rows]
    if "\r" in text:
        rows = [[cell.replace("\r\n", "\n") for cell in row] for row in rows]
    return Grid(file=name, rows=rows, starts=starts, broken=broken, source=source)


def unsafe(cell: str) -> str:
    """The text that a cell stands for: without the apostrophe that keeps it from being a formula.

    >>> unsafe("'=1+1"), unsafe("'tis")
    ('=1+1', "'tis")
    """
    return _APOSTROPHE.sub("", cell, count=1) if cell.startswith("'") else cell


def delimiter_of(lines: Sequence[str], headings: Collection[str] = ()) -> str:
    """The delimiter of a text: the one that gives the most known headings on a line, or else stands oftenest in the first line with any.

    >>> delimiter_of(["Behov, hösten", "id;rubrik"], {"id", "rubrik"}), delimiter_of(['id;title;"a, b"'])
    (';', ';')
    """
    outside = (_outside_quotes(line) for line in lines if line.strip())
    filled = list(islice((line for line in outside if line.strip()), _FARTHEST_HEADING))
    found = list(_known(filled, headings))
    if found:
        return max(found)[1]
    first = next((line for line in filled if any(delimiter in line for delimiter in DELIMITERS)), "")
    return max(DELIMITERS, key=first.count)


def _known(lines: Sequence[str], headings: Collection[str]) -> Iterator[tuple[int, str]]:
    """How many known headings a line has by each delimiter, where it has several."""
    for line in lines:
        for delimiter in DELIMITERS:
            count = sum(" ".join(cell.split()).casefold() in headings for cell in line.split(delimiter))
            if count > 1:
                yield count, delimiter


def _outside_quotes(line: str) -> str:
    """A line without the delimiters that stand within quotation marks."""
    return re.sub(r'"([^"]*)"', lambda found: re.sub("[;,\t]", "", found[1]), line)


def _broken(error: str, begins: int, source: CommaText) -> tuple[Diagnostic, list[str]]:
    """Why a row cannot be taken apart, at the cell where it goes wrong: the last that can be told from the next, or the long one.

    With it come the cells before that one.
    """
    most = csv.field_size_limit()
    starts = cell_starts(source.text, source.starts[begins - 1], source.delimiter, most)
    if "field limit" in error:
        long = next((index for index, (left, right) in enumerate(pairwise(starts)) if right - left > most), len(starts) - 1)
        found = Diagnostic(code="csv-cell-too-long", span=source.at(begins, long), params={"most": most})
    else:
        long = len(starts) - 1
        code = "csv-quote-not-closed" if "end of data" in error else "csv-quote-inside"
        found = Diagnostic(code=code, span=source.at(begins, long))
    before = source.text[starts[0] : starts[long]].removesuffix(source.delimiter)
    return found, next(csv.reader(io.StringIO(before, newline=""), delimiter=source.delimiter), [])


def _with_lines(begins: int, goes_on: int, name: str) -> list[Diagnostic]:
    """That the lines between a row that cannot be taken apart and the next row are taken for part of it, where there are any."""
    if goes_on == begins + 1:
        return []
    return [Diagnostic(code="csv-lines-set-aside", span=Span(name, begins + 1, 1), params={"row": begins, "last_line": goes_on - 1})]
