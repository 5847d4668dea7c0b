"""What a sheet of needs holds that whoever looks at it may not see: hidden rows and columns, which are read, and comments that are not."""

from collections.abc import Sequence

from prioritera.diagnostics import Diagnostic, Faults, Parameter, Severity, Span, column_letters
from prioritera.loading.sheet_layout import Layout
from prioritera.reading.close import shortened
from prioritera.sheets.hidden import told_together


def note_hidden(layout: Layout, filled: Sequence[tuple[int, Sequence[str]]], faults: Faults) -> None:
    """Say which rows and which columns that are read are hidden: they may have been so on purpose.

    Args:
        layout: how the sheet is laid out.
        filled: the rows of needs, each with its number.
        faults: where it is said, once of rows and once of columns.
    """
    grid = layout.grid
    rows = [number for number, _ in filled if number in grid.hidden_rows]
    if rows:
        _note("rows-hidden", grid.at(rows[0]), faults, hidden_rows=", ".join(shortened(told_together(rows))), count=len(rows))
    columns = [
        number
        for number, name in enumerate(layout.names, start=1)
        if number in grid.hidden_columns and name and not layout.is_own(name) and any(_has(row, number) for _, row in filled)
    ]
    if columns:
        named = tuple(f"{column_letters(number)} ({layout.names[number - 1]})" for number in columns)
        _note("columns-hidden", grid.at(layout.header, columns[0]), faults, hidden_columns=", ".join(shortened(named)))


def note_comments(layout: Layout, read: Sequence[int], faults: Faults) -> None:
    """Say which comments stand in cells outside the rows of needs, as in a heading, and so go with no need."""
    kept = frozenset(read)
    cells = sorted(cell for cell in layout.grid.notes if cell[0] not in kept)
    if cells:
        named = tuple(f"{column_letters(column)}{row}" for row, column in cells)
        _note("comments-not-read", layout.grid.at(*cells[0]), faults, noted=", ".join(shortened(named)))


def _has(row: Sequence[str], number: int) -> bool:
    return number <= len(row) and bool(row[number - 1].strip())


def _note(code: str, span: Span, faults: Faults, **params: Parameter) -> None:
    faults.extend([Diagnostic(code=code, severity=Severity.NOTE, span=span, params=params)])
