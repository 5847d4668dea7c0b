"""The sheets of a workbook as grids, through python-calamine. Formulas are never run: the value that was saved with them is read."""

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from prioritera.diagnostics import Faults, Span
from prioritera.reading.extras import need_extra
from prioritera.sheets.grid import Grid

SUFFIXES = (".xlsx", ".xls", ".ods")


def workbook_grids(content: bytes, name: str, faults: Faults) -> tuple[Grid, ...]:
    """The visible sheets of a workbook, none after noting why it cannot be read.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        faults: where it is noted that the file is no workbook.

    Raises:
        PrioriteraError: the extra `excel` is not installed.
    """
    calamine = need_extra("python_calamine", "excel")
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            visible = [one.name for one in book.sheets_metadata if one.visible == calamine.SheetVisibleEnum.Visible]
            return tuple(_grid(book.get_sheet_by_name(sheet), sheet, name) for sheet in visible)
    except calamine.CalamineError as error:
        faults.add("workbook-unreadable", Span(name), reason=str(error))
        return ()


def _grid(sheet, title: str, name: str) -> Grid:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- calamine is imported late
    rows = sheet.to_python(skip_empty_area=False)
    return Grid(file=name, sheet=title, rows=[[cell_text(cell) for cell in row] for row in rows])


def cell_text(value: object) -> str:
    """A typed cell as text: a number as its shortest decimal, a date in ISO form.

    >>> [cell_text(value) for value in (3.0, 3.5, True, date(2026, 5, 1), "=A1", None)]
    ['3', '3.5', 'true', '2026-05-01', '=A1', '']
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    number = Decimal(repr(value))
    return f"{number.to_integral_value() if number == number.to_integral_value() else number:f}"
