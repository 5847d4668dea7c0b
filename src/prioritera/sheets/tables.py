"""Small tables with columns that are known beforehand: decisions, answers, entries of a catalogue.

A grid comes in, one line a row goes out, by the ids of the columns; what is wrong with the headings is noted.
"""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.diagnostics import Faults, Related, Span
from prioritera.frozen import FrozenMap, frozen_map
from prioritera.reading.close import closest, shortened
from prioritera.sheets.grid import Grid

OWN_COLUMN = "#"
_FARTHEST_HEADING = 50


@attrs.frozen(kw_only=True)
class Line:
    """One row of a table: its cells by column, trimmed, "" where there is none. `number` is the row's, from 1."""

    number: int
    cells: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    grid: Grid = attrs.field(eq=False, repr=False)
    columns: FrozenMap[str, int] = attrs.field(converter=frozen_map, eq=False, repr=False)

    def get(self, column: str) -> str:
        """What the cell of a column says; "" when it is empty or there is no such column."""
        return self.cells.get(column, "")

    def at(self, column: str = "") -> Span:
        """Where the cell of a column stands; the row, when there is no such column."""
        return self.grid.at(self.number, self.columns.get(column, 0))


def lines_of(grid: Grid, columns: Mapping[str, Sequence[str]], faults: Faults, *, required: Sequence[str] = ()) -> tuple[Line, ...]:
    """The rows of a table below its headings, blank rows left out.

    Args:
        grid: the sheet.
        columns: the ids of the columns, with the other headings that each may have. Letter case and blanks around do not count.
        faults: where unknown, repeated and missing columns are noted; with an error there are no lines.
        required: the columns without which a row would say nothing.

    >>> faults = Faults()
    >>> grid = Grid(file="merge.csv", rows=[["Första", "Beslut"], ["n1", "samma"]], starts=[1, 2])
    >>> [line.get("decision") for line in lines_of(grid, {"first": ["Första"], "decision": ["Beslut"]}, faults)]
    ['samma']
    """
    names = {_plain(heading): ident for ident, headings in columns.items() for heading in (ident, *headings)}
    wanted = set(required)
    found = [[names.get(_plain(cell), "") for cell in row] for row in grid.rows[:_FARTHEST_HEADING]]
    heading = next((number for number, row in enumerate(found) if wanted <= set(row) and any(row)), None)
    if heading is None:
        _note_missing(grid, found, {ident: columns.get(ident, ()) for ident in required}, faults)
        return ()
    before = faults.count
    at: dict[str, int] = {}
    for index, cell in enumerate(grid.rows[heading]):
        ident = found[heading][index]
        here = grid.at(heading + 1, index + 1)
        if ident and ident in at:
            faults.add("column-twice", here, related=(Related(span=grid.at(heading + 1, at[ident]), role="first"),), value=cell.strip())
        elif ident:
            at[ident] = index + 1
        elif cell.strip() and not cell.strip().startswith(OWN_COLUMN):
            faults.add("column-unknown", here, value=cell.strip(), known=shortened(tuple(columns)), close=_close(cell, names))
    if faults.count != before:
        return ()
    rows = enumerate(grid.rows[heading + 1 :], start=heading + 2)
    return tuple(_line(number, row, at, grid) for number, row in rows if any(cell.strip() for cell in row))


def _line(number: int, row: Sequence[str], at: Mapping[str, int], grid: Grid) -> Line:
    cells = {ident: row[column - 1].strip() if column <= len(row) else "" for ident, column in at.items()}
    return Line(number=number, cells=cells, grid=grid, columns=at)


def _note_missing(grid: Grid, found: Sequence[Sequence[str]], required: Mapping[str, Sequence[str]], faults: Faults) -> None:
    """Note the columns that the likeliest row of headings lacks: the one with the most known columns, the first of several."""
    likeliest = max(range(len(found)), key=lambda number: (len(set(found[number]) - {""}), -number), default=0)
    there = set(found[likeliest]) if found else set()
    missing = tuple(" / ".join(dict.fromkeys((*names, ident))) for ident, names in required.items() if ident not in there)
    faults.add("columns-missing", grid.at(likeliest + 1), missing=missing, file=grid.file)


def _close(cell: str, names: Mapping[str, str]) -> str:
    return names.get(closest(_plain(cell), names), "")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
