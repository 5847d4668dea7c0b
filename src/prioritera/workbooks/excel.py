"""A book as the bytes of an Excel workbook, through XlsxWriter: the same book, the same bytes."""

import io
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from prioritera.reading.extras import need_extra
from prioritera.workbooks.book import Book, Column, Page, Value

MOST_ROWS = 1_048_576
# A workbook holds when it was made; the same book must be the same bytes, so it is always made on the first day of this calendar.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 -- a workbook's date has no time zone
_LONGEST_HELP = 255
_HEADING = {
    "bold": True,
    "text_wrap": True,
    "valign": "top",
    "bg_color": "#1F4E5F",
    "font_color": "#FFFFFF",
    "border": 1,
    "border_color": "#9AA5AB",
}
_CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9D1D5"}
_LOCKED = {"bg_color": "#EEF2F4", "font_color": "#30383C"}
_MISSING = {"bg_color": "#FCE8B2"}
_FORMATS = {"text": "@", "whole": "0", "number": "General", "date": "yyyy-mm-dd"}


def to_excel(book: Book) -> bytes:
    """The bytes of an .xlsx file.

    Every text is written as text, whatever it begins with. Headings are repeated on every printed page, and a page is as wide as an A4.

    Raises:
        PrioriteraError: the extra `excel` is not installed.
    """
    xlsxwriter = need_extra("xlsxwriter", "excel")
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"created": _MADE})
    for page in book.pages:
        _write(page, workbook)
    workbook.close()
    return out.getvalue()


def _write(page: Page, workbook: Any) -> None:  # noqa: ANN401 -- XlsxWriter is imported late
    sheet = workbook.add_worksheet(page.title)
    _set_up(page, sheet)
    title = workbook.add_format({"bold": True, "font_size": 14, "valign": "top"})
    plain = workbook.add_format({"valign": "top"})
    for number, line in enumerate(page.above):
        sheet.write_string(number, 0, line, title if number == 0 else plain)
    top = len(page.above) + (1 if page.above else 0)
    heading = workbook.add_format(_HEADING)
    for index, column in enumerate(page.columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(top, index, column.label, heading)
    last = top + len(page.rows) + page.empty
    formats = [workbook.add_format(_format(column)) for column in page.columns]
    for number, row in enumerate(page.rows, start=top + 1):
        for index, value in enumerate(row):
            _write_cell(sheet, (number, index), value, formats[index])
    for number in range(top + 1 + len(page.rows), last + 1):
        for index, form in enumerate(formats):
            sheet.write_blank(number, index, None, form)
    if last > top:
        for index, column in enumerate(page.columns):
            _guide(sheet, column, (top + 1, index, last, index), workbook, len(page.columns))
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


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
        sheet.protect("", {"format_columns": True, "format_rows": True, "insert_rows": True, "sort": True, "autofilter": True})


def _format(column: Column) -> dict[str, object]:
    locked = {**_LOCKED, "locked": True} if column.locked else {"locked": False}
    return {**_CELL, **locked, "num_format": _FORMATS[column.kind]}


def _write_cell(sheet: Any, at: tuple[int, int], value: Value, form: Any) -> None:  # noqa: ANN401 -- as above
    if value is None or value == "":
        sheet.write_blank(*at, None, form)
    elif isinstance(value, str):
        sheet.write_string(*at, value, form)
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, form)
    else:
        sheet.write_number(*at, float(Fraction(value)), form)


def _guide(sheet: Any, column: Column, area: tuple[int, int, int, int], workbook: Any, width: int) -> None:  # noqa: ANN401 -- as above
    """A column's drop-down, its help as it is entered, and the mark of what is missing."""
    rules: dict[str, object] = {}
    if column.choices:
        rules = {"validate": "list", "source": list(column.choices), "error_type": "stop" if column.strict else "information"}
    elif column.help:
        rules = {"validate": "any"}
    if column.help:
        rules |= {"input_title": column.label[:32], "input_message": column.help[:_LONGEST_HELP]}
    if rules:
        sheet.data_validation(*area, rules)
    if column.required:
        row, index = area[0], area[1]
        from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell  # noqa: PLC0415 -- heavy, and only a book that is written needs it

        cell = xl_rowcol_to_cell(row, index, col_abs=True)
        begun = f"COUNTA($A{row + 1}:${xl_col_to_name(width - 1)}{row + 1})>0"
        mark = workbook.add_format(_MISSING)
        sheet.conditional_format(*area, {"type": "formula", "criteria": f'=AND({begun},{cell}="")', "format": mark})
