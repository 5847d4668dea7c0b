"""The analyst's sheets: rows that say more of needs that are in the round already, each by the need's id."""

from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files
from prioritera.loading.form_marks import of_form, read_mark
from prioritera.loading.form_rows import sheet_rows
from prioritera.loading.grids import read_grids
from prioritera.loading.needs_files import read_needs
from prioritera.model.round import FormMark, Record
from prioritera.records.spoken import plain
from prioritera.sheets.grid import Grid

_ID = "id"
_FARTHEST_HEADING = 50


def read_analyst(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[tuple[Record, ...], FormMark | None]:
    """The rows of one file, unread, and the mark of the form when it is one: a workbook, a CSV file, or TOML as needs are written."""
    if PurePosixPath(name).suffix.lower() == ".toml":
        return read_needs(files, name, faults, at), None
    mark = read_mark(files, name)
    grids = of_form(read_grids(files, name, faults, at), mark)
    return tuple(record for grid in grids for record in _rows(grid, faults)), mark


def _rows(grid: Grid, faults: Faults) -> tuple[Record, ...]:
    heading = next((number for number, row in enumerate(grid.rows[:_FARTHEST_HEADING], start=1) if _ID in map(plain, row)), 0)
    if not heading:
        faults.add("columns-missing", grid.at(1), missing=(_ID,), file=grid.file)
        return ()
    return tuple(sheet_rows(grid, heading, faults))
