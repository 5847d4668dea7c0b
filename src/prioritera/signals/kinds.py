"""What a sheet of signals holds, by its headings."""

from collections.abc import Mapping, Sequence

from prioritera.sheets.grid import Grid
from prioritera.signals import competence, deviations, kolada

INDICATORS, COMPETENCE, DEVIATIONS = "indicators", "competence", "deviations"
_REQUIRED: Mapping[str, tuple[Mapping[str, Sequence[str]], Sequence[str]]] = {
    INDICATORS: (kolada.COLUMNS, kolada.REQUIRED),
    COMPETENCE: (competence.COLUMNS, competence.REQUIRED),
    DEVIATIONS: (deviations.COLUMNS, deviations.REQUIRED),
}
_FARTHEST_HEADING = 50
# A row with most of the headings of a kind is of that kind, so that what it lacks can be told.
_MOST = 2


def kind_of_grid(grid: Grid) -> str:
    """The kind of a sheet: the one most of whose columns stand in one of its first rows; "" when none does.

    >>> kind_of_grid(Grid(file="a.csv", rows=[["Datum", "Kategori", "Enhet"]]))
    'deviations'
    """
    found = {
        kind: max((_named(row, columns, required) for row in grid.rows[:_FARTHEST_HEADING]), default=0)
        for kind, (columns, required) in _REQUIRED.items()
    }
    best = max(found, key=found.__getitem__)
    return best if found[best] >= _MOST else ""


def _named(row: Sequence[str], columns: Mapping[str, Sequence[str]], required: Sequence[str]) -> int:
    cells = {cell.strip().casefold() for cell in row}
    return sum(bool(cells & {column, *columns[column]}) for column in required)
