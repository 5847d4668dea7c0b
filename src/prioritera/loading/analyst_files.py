"""The analyst's sheets: rows that say more of needs that are in the round already, each by the need's id."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files
from prioritera.loading.form_marks import read_mark
from prioritera.loading.grids import read_grids
from prioritera.loading.needs_files import read_needs
from prioritera.model.round import FormMark, Record
from prioritera.reading.place import Path
from prioritera.sheets.grid import Grid

_ID = "id"
_OWN = "#"
_FARTHEST_HEADING = 50


@attrs.frozen
class RowPlace:
    """The place of the cells of a sheet by the names of its columns: a path begins with the row's number."""

    grid: Grid
    heading: int
    columns: tuple[str, ...]

    def key(self, path: Path) -> Span:
        """Where a column's name stands; the row of headings when the path names none."""
        return self.grid.at(self.heading, self._column(path))

    def value(self, path: Path) -> Span:
        """Where a cell stands; its row when the path names no column."""
        return self.grid.at(int(path[0]), self._column(path))

    def _column(self, path: Path) -> int:
        return next((self.columns.index(str(step)) + 1 for step in reversed(path[1:]) if step in self.columns), 0)


def read_analyst(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[tuple[Record, ...], FormMark | None]:
    """The rows of one file, unread, and the mark of the form when it is one: a workbook, a CSV file, or TOML as needs are written."""
    if PurePosixPath(name).suffix.lower() == ".toml":
        return read_needs(files, name, faults, at), None
    mark = read_mark(files, name)
    grids = read_grids(files, name, faults, at)
    wanted = [grid for grid in grids if mark is None or not mark.read or grid.sheet in mark.read]
    return tuple(record for grid in wanted for record in _rows(grid, faults)), mark


def _rows(grid: Grid, faults: Faults) -> Iterator[Record]:
    heading = next((number for number, row in enumerate(grid.rows[:_FARTHEST_HEADING], start=1) if _ID in map(_plain, row)), 0)
    if not heading:
        faults.add("columns-missing", grid.at(1), missing=(_ID,), file=grid.file)
        return
    place = RowPlace(grid, heading, tuple(cell.strip() for cell in grid.rows[heading - 1]))
    for number, row in enumerate(grid.rows[heading:], start=heading + 1):
        if any(cell.strip() for cell in row):
            yield Record(_cells(place.columns, row), place, (number,), text=True)


def _cells(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    pairs = zip(columns, [*row, *[""] * len(columns)], strict=False)
    return {column: cell for column, cell in pairs if column and not column.startswith(_OWN)}


def _plain(cell: str) -> str:
    return cell.strip().casefold()
