"""One sheet of a file as text: rows of cells, each with its place, whatever kind of file it was."""

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_rows, frozen_tuple

Rows = tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True)
class Grid:
    """The cells of one sheet, row 1 first; rows may be of different lengths.

    A cell is text: "" is an empty one, a number its shortest decimal, a date in ISO form, a truth value "true" or "false", a cell that
    holds an error the error's name. `sheet` is "" for a file that has no sheets, and `starts` then holds the line on which each row begins.
    `notes` are the comments of cells, by row and column from 1.

    >>> grid = Grid(file="behov.xlsx", sheet="Behov", rows=[["id", "rubrik"], ["n1", "Fall"]])
    >>> grid.rows[1][1], str(grid.at(2, 2)), str(grid.at(2))
    ('Fall', 'behov.xlsx:Behov!B2', 'behov.xlsx:Behov!2')
    """

    file: str
    sheet: str = ""
    rows: Rows = attrs.field(converter=frozen_rows)
    notes: FrozenMap[tuple[int, int], str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    starts: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())

    def at(self, row: int, column: int = 0) -> Span:
        """Where a cell stands, its row and column counted from 1; the row alone for column 0.

        In a file without sheets that is the line on which the row begins: which character a cell begins at is not kept.
        """
        if self.sheet:
            return Span(self.file, row, column, sheet=self.sheet)
        return Span(self.file, self.starts[row - 1] if row <= len(self.starts) else row, 1)
