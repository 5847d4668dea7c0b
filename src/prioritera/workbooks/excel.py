"""A book as the bytes of an Excel workbook, through XlsxWriter: the same book, the same bytes."""

import io
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import attrs

from prioritera.reading.extras import need_extra
from prioritera.workbooks.book import Book, Column, Page, Value
from prioritera.workbooks.guides import Lists, guide
from prioritera.workbooks.looks import (
    ABOVE,
    ABOVE_HEIGHT,
    CELL,
    EXAMPLE,
    FORMATS,
    HEADING,
    LOCKED,
    TITLE,
    TITLE_HEIGHT,
    WIDE,
    fitted,
    height,
)

MOST_ROWS = 1_048_576
# The longest text that a cell of a workbook holds.
MOST_LETTERS = 32_767
# A workbook holds when it was made; the same book must be the same bytes, so it is always made on the first day of this calendar.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- a workbook's date has no time zone
_ALLOWED = {"format_columns": True, "format_rows": True, "insert_rows": True, "sort": True, "autofilter": True}


def to_excel(book: Book) -> bytes:
    """The bytes of an .xlsx file.

    Every text is written as text, whatever it begins with; one longer than a cell can hold ends with "…". Headings are repeated on every
    printed page, and a page is as wide as an A4: columns that are too wide together are made narrower, for letters that can be read. What
    drop-downs offer stands in a hidden sheet of its own.

    Raises:
        PrioriteraError: the extra `excel` is not installed.
    """
    xlsxwriter = need_extra("xlsxwriter", "excel")
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": _MADE})
    lists = Lists([page.title for page in book.pages])
    for page in book.pages:
        _write(attrs.evolve(page, columns=fitted(page.columns, page.rows)), workbook, lists)
    _write_lists(lists, workbook)
    workbook.close()
    return out.getvalue()


def _write(page: Page, workbook: Any, lists: Lists) -> None:  # noqa: ANN401 -- XlsxWriter is imported late
    sheet = workbook.add_worksheet(page.title)
    _set_up(page, sheet)
    title, plain = workbook.add_format(TITLE), workbook.add_format(ABOVE)
    for number, line in enumerate(page.above):
        sheet.set_row(number, TITLE_HEIGHT if number == 0 else ABOVE_HEIGHT)
        sheet.write_string(number, 0, line, title if number == 0 else plain)
    top = len(page.above) + (1 if page.above else 0)
    heading = workbook.add_format(HEADING)
    formats = [workbook.add_format(_format(column)) for column in page.columns]
    for index, column in enumerate(page.columns):
        sheet.set_column(index, index, column.width, None if column.locked or not page.protect else workbook.add_format({"locked": False}))
        sheet.write_string(top, index, column.label, heading)
    example = workbook.add_format({**CELL, **EXAMPLE})
    sheet.set_row(top, height([column.label for column in page.columns], page.columns, WIDE))
    for number, row in enumerate(page.rows):
        sheet.set_row(top + 1 + number, max(height(row, page.columns), page.height if number >= page.examples else 0))
        for index, value in enumerate(row):
            form = example if number < page.examples else formats[index]
            _write_cell(sheet, (top + 1 + number, index), value, form)
    last = top + len(page.rows) + page.empty
    for number in range(top + 1 + len(page.rows), last + 1):
        sheet.set_row(number, page.height or None)
        for index, form in enumerate(formats):
            sheet.write_blank(number, index, None, form)
    if last > top:
        for index in range(len(page.columns)):
            guide(sheet, page, (top + 1, index, last), workbook, lists)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


def _write_lists(lists: Lists, workbook: Any) -> None:  # noqa: ANN401 -- as above
    if lists.columns:
        sheet = workbook.add_worksheet(lists.title)
        for index, choices in enumerate(lists.columns):
            for number, choice in enumerate(choices):
                sheet.write_string(number, index, choice)
        sheet.hide()


def _set_up(page: Page, sheet: Any) -> None:  # noqa: ANN401 -- as above
    sheet.set_paper(9)  # A4
    if page.landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&R&P (&N)")
    if page.hidden:
        sheet.hide()
    if page.protect:
        sheet.protect("", _ALLOWED)


def _format(column: Column) -> dict[str, object]:
    locked = {**LOCKED, "locked": True} if column.locked else {"locked": False}
    return {**CELL, **locked, "num_format": FORMATS[column.kind]}


def _write_cell(sheet: Any, at: tuple[int, int], value: Value, form: Any) -> None:  # noqa: ANN401 -- as above
    if value is None or value == "":
        sheet.write_blank(*at, None, form)
    elif isinstance(value, str):
        sheet.write_string(*at, value if len(value) <= MOST_LETTERS else f"{value[: MOST_LETTERS - 1]}…", form)
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, form)
    else:
        sheet.write_number(*at, float(Fraction(value)), form)
