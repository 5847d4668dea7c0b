"""A page as CSV, the way a Swedish Excel opens it: semicolons and decimal commas. Text is never a formula."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from prioritera.reading.numbers import decimal_text
from prioritera.workbooks.book import Page, Value

# What a spreadsheet takes for the beginning of a formula, in full width too, and the apostrophe that keeps it from that.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20", "'")


def to_csv(page: Page) -> str:
    r"""The table of a page: one line of headings, one a row.

    The lines above the table and the help stand in the workbook only. Write it as UTF-8 with a byte order mark for Excel.

    >>> from prioritera.workbooks.book import Column
    >>> to_csv(Page(title="P", columns=[Column(id="a", label="A"), Column(id="b", label="B")], rows=[["=1", Fraction(5, 2)]]))
    "A;B\r\n'=1;2,5\r\n"
    """
    out = io.StringIO(newline="")
    # Nothing in a file of one column tells what divides its cells, so each stands in quotation marks.
    quoting: Literal[0, 1] = csv.QUOTE_ALL if len(page.columns) == 1 else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=quoting)
    for row in ([column.label for column in page.columns], *page.rows):
        writer.writerow(_cells(row))
    return out.getvalue()


def safe(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula: with a leading apostrophe where it begins like one.

    >>> safe("-3 grader"), safe("tre")
    ("'-3 grader", 'tre')
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _cells(row: Sequence[Value]) -> list[str]:
    return [_cell(value) for value in row]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, date):
        return value.isoformat()
    return decimal_text(Fraction(value)).replace(".", ",")
