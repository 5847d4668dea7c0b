"""The sheets of a workbook as grids, through python-calamine. Formulas are never run: the value that was saved with them is read.

What calamine reads over, a broken cell or a comment, is looked for beside it. Before any of it is unpacked the file is measured.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zipfile import BadZipFile

from prioritera.diagnostics import Diagnostic, Faults, Severity, Span
from prioritera.reading.extras import need_extra
from prioritera.sheets import office, old_excel, opendocument
from prioritera.sheets.compound import BrokenFileError
from prioritera.sheets.grid import Grid
from prioritera.sheets.hidden import within
from prioritera.sheets.office import Place, Told
from prioritera.sheets.package import is_workbook, opened
from prioritera.sheets.reach import MOST_COLUMNS, MOST_ROWS, fits

# The sheets that are hidden in workbooks of ours: what a form was made for, and what its drop-downs offer.
OUR_HIDDEN = ("prioritera", "listor")
_ZIP = b"PK"
# A workbook keeps more digits of a number than it ever shows.
_EXACT = 10**15


def workbook_grids(content: bytes, name: str, faults: Faults, *, hidden: str = "") -> tuple[Grid, ...]:
    """The visible sheets of a workbook, none after noting why it cannot be read.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        faults: where it is noted that the file is no workbook, and that it has sheets that are hidden.
        hidden: the name of a hidden sheet, to read that instead, if there is one.

    Raises:
        PrioriteraError: the extra `excel` is not installed.
    """
    if not is_workbook(content, name, faults):
        return ()
    calamine = need_extra("python_calamine", "excel")
    try:
        return tuple(_grids(content, name, calamine, faults, hidden))
    except calamine.PasswordError:
        faults.add("workbook-encrypted", Span(name))
    except (BadZipFile, BrokenFileError):
        faults.add("workbook-cut-off", Span(name))
    except (calamine.CalamineError, OSError, ValueError) as error:  # OSError and ValueError: what calamine makes of a part it cannot read
        faults.add("workbook-unreadable", Span(name), reason=str(error))
    except BaseException as error:
        # Where a damaged file breaks an assumption of its own, calamine panics: an error that is caught by no other name.
        if type(error).__name__ != "PanicException":
            raise
        faults.add("workbook-unreadable", Span(name), reason=str(error))
    return ()


def _grids(content: bytes, name: str, calamine: Any, faults: Faults, hidden: str) -> Iterator[Grid]:  # noqa: ANN401 -- calamine is imported late
    before = faults.count
    told = _told(content, name, faults)
    if faults.count != before:
        return
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        sheets = [one for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
        kept = [one.name for one in sheets if one.visible != calamine.SheetVisibleEnum.Visible]
        others = [sheet for sheet in kept if sheet not in OUR_HIDDEN]
        if others and not hidden:
            _note("sheets-hidden", Span(name), faults, sheets=", ".join(others))
        wanted = [sheet for sheet in kept if sheet == hidden] if hidden else [one.name for one in sheets if one.name not in kept]
        if content.startswith(_ZIP) and any(sheet not in told for sheet in wanted):
            # How far such a sheet reaches nobody has seen.
            raise BrokenFileError
        for sheet in wanted:
            if _fits(sheet, told[sheet].last if sheet in told else (0, 0), name, faults):
                laid = book.get_sheet_by_name(sheet)
                # A damaged sheet may reach further than could be seen in it.
                if _fits(sheet, (laid.total_height, laid.total_width), name, faults):
                    yield _grid(laid, name, told.get(sheet, Told()))


def _told(content: bytes, name: str, faults: Faults) -> Mapping[str, Told]:
    """What the file tells of its sheets beside what calamine does."""
    if not content.startswith(_ZIP):
        told, has_notes = old_excel.told_of(content)
        if has_notes:
            _note("workbook-old-comments", Span(name), faults)
        return told
    parts = opened(content, name, faults)
    if parts is None:
        return {}
    if "content.xml" not in parts:
        return office.told_of(parts)
    told = opendocument.told_of(parts)
    # All sheets of such a workbook are laid out when it is opened.
    for sheet in told:
        _fits(sheet, told[sheet].last, name, faults)
    return told


def _note(code: str, span: Span, faults: Faults, **params: str) -> None:
    faults.extend([Diagnostic(code=code, severity=Severity.NOTE, span=span, params=params)])


def _fits(sheet: str, last: tuple[int, int], name: str, faults: Faults) -> bool:
    """Whether a sheet that reaches so far is small enough to be laid out whole; noted if not."""
    row, column = last
    if fits(last):
        return True
    faults.add(
        "sheet-too-large", Span(name, row, column, sheet=sheet), rows=row, columns=column, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS
    )
    return False


def _grid(sheet: Any, name: str, told: Told) -> Grid:  # noqa: ANN401 -- calamine is imported late
    rows = [tuple([cell if type(cell) is str else cell_text(cell) for cell in row]) for row in sheet.to_python(skip_empty_area=False)]
    for place, error in told.errors.items():
        _put(place, error, rows)
    _spread([*_merged(sheet), *told.merged], rows)
    return Grid(
        file=name,
        sheet=sheet.name,
        rows=rows,
        notes=told.notes,
        unsaved=told.unsaved,
        errors=told.errors,
        hidden_rows=within(told.hidden.rows, len(rows)),
        hidden_columns=within(told.hidden.columns, max(map(len, rows), default=0)),
    )


def _merged(sheet: Any) -> Iterable[tuple[Place, int]]:  # noqa: ANN401 -- calamine is imported late
    """The first cells, from 1, of those merged over several rows, and over how many."""
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        yield (top + 1, left + 1), bottom - top + 1


def _spread(merged: Iterable[tuple[Place, int]], rows: list[tuple[str, ...]]) -> None:
    """Let what is merged over several rows stand in each of them, as it is shown to."""
    for (row, column), count in merged:
        for below in range(row + 1, min(row + count, len(rows) + 1)):
            _put((below, column), rows[row - 1][column - 1] if column <= len(rows[row - 1]) else "", rows)


def _put(place: Place, text: str, rows: list[tuple[str, ...]]) -> None:
    """Write a cell, where there is one."""
    row, column = place
    if 0 < row <= len(rows) and 0 < column <= len(rows[row - 1]):
        cells = rows[row - 1]
        rows[row - 1] = (*cells[: column - 1], text, *cells[column:])


def cell_text(value: object) -> str:
    """A typed cell as text: a number as the decimal that a spreadsheet shows at most, of fifteen digits; a date in ISO form.

    >>> [cell_text(value) for value in (3.0, 3.5, True, date(2026, 5, 1), "=A1", None, 0.1 + 0.2)]
    ['3', '3.5', 'true', '2026-05-01', '=A1', '', '0.3']
    """
    if isinstance(value, float):
        return _number(value)
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    """A number without an exponent.

    >>> _number(1e21), _number(float("inf"))
    ('1000000000000000000000', 'inf')
    """
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    text = f"{value:.15g}"
    return text if "e" not in text else f"{Decimal(text):f}"
