"""One sheet of a file as text: rows of cells, each with its place, whatever kind of file it was."""

from typing import Protocol

import attrs

from prioritera.diagnostics import Diagnostic, Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_rows, frozen_set, frozen_tuple

Rows = tuple[tuple[str, ...], ...]


class Source(Protocol):
    """The text that a grid was read from: it knows at which character each cell begins."""

    def at(self, line: int, column: int, /) -> Span:
        """Where a cell of the row that begins on a line stands. `column` counts cells from 0."""


@attrs.frozen(kw_only=True)
class Grid:
    """The cells of one sheet, row 1 first; rows may be of different lengths.

    A cell is text: "" is an empty one, a number its shortest decimal, a date in ISO form, a truth value "true" or "false", a cell that
    holds an error the error's name. `sheet` is "" for a file that has no sheets, and `starts` then holds the line on which each row begins.
    `notes` are the comments of cells, by row and column from 1; `unsaved` are the cells whose formula was saved without a value, and
    `errors` those that hold an error. `broken` are the rows that could not be taken apart, from 1, each with what is wrong with it: of
    these only the cells before the fault are here. `hidden_rows` and `hidden_columns`, from 1, are those that nobody sees.

    >>> grid = Grid(file="behov.xlsx", sheet="Behov", rows=[["id", "rubrik"], ["n1", "Fall"]])
    >>> grid.rows[1][1], str(grid.at(2, 2)), str(grid.at(2))
    ('Fall', 'behov.xlsx:Behov!B2', 'behov.xlsx:Behov!2')
    """

    file: str
    sheet: str = ""
    rows: Rows = attrs.field(converter=frozen_rows)
    notes: FrozenMap[tuple[int, int], str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    starts: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())
    unsaved: frozenset[tuple[int, int]] = attrs.field(converter=frozen_set, default=frozenset())
    errors: frozenset[tuple[int, int]] = attrs.field(converter=frozen_set, default=frozenset())
    hidden_rows: frozenset[int] = attrs.field(converter=frozen_set, default=frozenset())
    hidden_columns: frozenset[int] = attrs.field(converter=frozen_set, default=frozenset())
    broken: FrozenMap[int, tuple[Diagnostic, ...]] = attrs.field(converter=frozen_map, factory=FrozenMap)
    source: Source | None = attrs.field(default=None, eq=False, repr=False)

    def at(self, row: int, column: int = 0) -> Span:
        """Where a cell stands, its row and column counted from 1; the row alone for column 0.

        In a file without sheets that is the line on which the row begins; `exactly` looks for the character as well.
        """
        if self.sheet:
            return Span(self.file, row, column, sheet=self.sheet)
        return Span(self.file, self.starts[row - 1] if row <= len(self.starts) else row, 1)

    def exactly(self, row: int, column: int) -> Span:
        """Where a cell stands, its row and column counted from 1: in a file without sheets the line and the character it begins at."""
        if self.source is None or row > len(self.starts):
            return self.at(row, column)
        return self.source.at(self.starts[row - 1], column - 1)
