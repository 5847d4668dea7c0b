"""A CSV text as a grid."""

import csv
import io
import re
from collections.abc import Sequence

from prioritera.diagnostics import Faults, Span
from prioritera.sheets.grid import Grid

DELIMITERS = (";", ",", "\t")
_EXCEL_SAYS = re.compile(r"sep=([;,\t])\r?\n?")
# Text that a spreadsheet would take for a formula is written with a leading apostrophe, which is no part of it.
_APOSTROPHE = re.compile(r"'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20'])")


def comma_grid(text: str, name: str, faults: Faults) -> Grid | None:
    r"""The rows of a CSV text, or None after noting why there are none.

    Args:
        text: the whole text, without a byte order mark.
        name: the file as people see it.
        faults: where a row that cannot be taken apart is noted.

    >>> comma_grid("a;b\n1;2\n", "x.csv", Faults()).rows
    (('a', 'b'), ('1', '2'))
    """
    lines = text.splitlines(keepends=True)
    excel = _EXCEL_SAYS.fullmatch(lines[0]) if lines else None
    first = next((line for line in lines[1 if excel else 0 :] if line.strip()), "")
    delimiter = excel[1] if excel else _delimiter_of(first)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Sequence[str]] = []
    starts = []
    begins = 1
    try:
        for row in reader:
            rows.append([unsafe(cell) for cell in row])
            starts.append(begins)
            begins = reader.line_num + 1
    except csv.Error as error:
        code = "csv-quote-not-closed" if "end of data" in str(error) else "csv-quote-inside"
        code = "csv-cell-too-long" if "field limit" in str(error) else code
        faults.add(code, Span(name, begins, 1), most=csv.field_size_limit())
        return None
    skipped = 1 if excel else 0
    return Grid(file=name, rows=[[] if number < skipped else row for number, row in enumerate(rows)], starts=starts)


def unsafe(cell: str) -> str:
    """The text that a cell stands for: without the apostrophe that keeps it from being a formula.

    >>> unsafe("'=1+1"), unsafe("'tis")
    ('=1+1', "'tis")
    """
    return _APOSTROPHE.sub("", cell, count=1) if cell.startswith("'") else cell


def _delimiter_of(header: str) -> str:
    plain = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=plain.count)
