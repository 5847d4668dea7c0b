"""The rows of a sheet as records, every cell still text, below a row of headings that is known."""

from collections.abc import Iterator

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.loading.examples import is_example, note_changed
from prioritera.model.round import Record
from prioritera.reading.place import Path
from prioritera.sheets.grid import Grid

_OWN = "#"


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


def sheet_rows(grid: Grid, heading: int, faults: Faults) -> Iterator[Record]:
    """One record a row that is not blank and no example; the row of headings is counted from 1."""
    place = RowPlace(grid, heading, tuple(cell.strip() for cell in grid.rows[heading - 1]))
    for number, row in enumerate(grid.rows[heading:], start=heading + 1):
        if is_example(place.columns, row):
            note_changed(row, grid.at(number), faults)
        elif any(cell.strip() for cell in row):
            pairs = zip(place.columns, [*row, *[""] * len(place.columns)], strict=False)
            data = {column: cell for column, cell in pairs if column and not column.startswith(_OWN)}
            yield Record(data, place, (number,), text=True)
