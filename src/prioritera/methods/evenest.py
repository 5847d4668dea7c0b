"""Whole-number linear programming, for one question: which shares keep all of several differences as far above 0 as they can be kept."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

Row = Sequence[int]
# The column of what does not vary.
_CONSTANT = -1


@attrs.frozen
class Evenest:
    """What the rows come to: the least of them, as great as it can be, and which rows keep it from being greater.

    `shares` are the unknowns where the least is above 0, otherwise none.
    """

    least: Fraction
    binding: tuple[int, ...]
    shares: tuple[Fraction, ...]


def evenest(rows: Sequence[Row], zero: Sequence[Row], count: int) -> Evenest | None:
    """The unknowns, 1 in all, for which the least row is the greatest, then the next least, and so on: there is only one such answer.

    Args:
        rows: coefficients, one an unknown: each row's sum is to be above 0. Every unknown alone is one of them too, as the first `count`.
        zero: rows whose sums are to be 0.
        count: how many unknowns there are, at least one.

    Returns:
        None when the zero rows let no unknowns be 1 in all. Otherwise `binding` holds the places of rows whose sums cannot all be greater.

    Source: the least is made greatest by the simplex method with Bland's rule (1977), Mathematics of Operations Research 2(2), on whole
    numbers (Edmonds 1967); rows that are then held are those that no answer can raise.

    >>> found = evenest([(1, 0), (0, 1), (1, -1)], [], 2)
    >>> found.least, found.shares
    (Fraction(1, 3), (Fraction(2, 3), Fraction(1, 3)))
    """
    held: list[tuple[Row, Fraction]] = [((1,) * count, Fraction(1)), *((row, Fraction(0)) for row in zero)]
    first: tuple[Fraction, tuple[int, ...]] | None = None
    left = dict(enumerate(rows))
    while True:
        table = _held(rows, held, count)
        if table is None:
            return None
        if first is not None and not table.columns:
            return Evenest(*first, tuple(Fraction(table.cells[index][_CONSTANT], table.unit) for index in range(count)))
        least, binding = table.raised(list(left))
        first = first or (least, binding)
        if first[0] <= 0:
            return Evenest(*first, ())
        held.extend((left.pop(index), least) for index in binding)


class _Table:
    """Every row as a sum of what varies: `unit` times the row is its cells, the constant under -1. One of `columns` is the least itself.

    It is worked on, row by row, and is no value.
    """

    __slots__ = ("cells", "columns", "unit")

    def __init__(self, cells: dict[int, dict[int, int]], columns: set[int], unit: int = 1) -> None:
        """Take the rows over."""
        self.cells, self.columns, self.unit = cells, columns, unit

    def pivot(self, row: int, column: int) -> None:
        """Let what the row stands for vary, under the row's number as a column below 0, in place of the column."""
        chosen = self.cells.pop(row)
        turn = chosen.pop(column)
        sign = 1 if turn > 0 else -1
        new = _as_column(row)
        for cells in self.cells.values():
            share = cells.pop(column)
            for key, value in chosen.items():
                cells[key] = sign * (cells[key] * turn - share * value) // self.unit
            cells[new] = sign * share
        if _is_slack(column):
            self.cells[_as_column(column)] = {key: -sign * value for key, value in chosen.items()} | {new: sign * self.unit}
        # An unknown that has become a row is let go: it is one of the rows already.
        self.columns.remove(column)
        self.columns.add(new)
        self.unit = sign * turn

    def raised(self, left: Sequence[int]) -> tuple[Fraction, tuple[int, ...]]:
        """The least of the rows that are left, as great as it can be, and the rows that keep it there."""
        least = len(self.cells) + len(self.columns) + max(self.cells, default=0) + 1
        table = _Table({row: dict(self.cells[row]) for row in left}, set(self.columns), self.unit)
        lowest = min(left, key=lambda row: (table.cells[row][_CONSTANT], row))
        # The least is the lowest row less that row's slack; every other row's slack is the row less the least.
        goal = dict(table.cells.pop(lowest))
        for row, cells in table.cells.items():
            table.cells[row] = {key: value - goal[key] for key, value in cells.items()} | {_as_column(lowest): table.unit}
        table.cells[least] = goal | {_as_column(lowest): -table.unit}
        table.columns.add(_as_column(lowest))
        while (column := _entering(table, least)) is not None:
            table.pivot(_leaving(table, least, column), column)
        goal = table.cells[least]
        binding = sorted(_as_column(column) for column in table.columns if _is_slack(column) and goal[column] < 0)
        return Fraction(goal[_CONSTANT], table.unit), tuple(binding)


def _as_column(row: int) -> int:
    """The column of a row's slack, and the row of such a column."""
    return -2 - row


def _is_slack(column: int) -> bool:
    return column < _CONSTANT


def _held(rows: Sequence[Row], held: Sequence[tuple[Row, Fraction]], count: int) -> _Table | None:
    """The rows, when those that are held are what they are held at; None when they cannot all be."""
    cells = {index: _cells(row, Fraction(0)) for index, row in enumerate(rows)}
    asked = {len(rows) + index: _cells(row, value) for index, (row, value) in enumerate(held)}
    table = _Table(cells | asked, set(range(count)))
    for row in asked:
        column = next((column for column in sorted(table.columns) if table.cells[row][column]), None)
        if column is not None:
            table.pivot(row, column)
            table.columns.discard(_as_column(row))
            for other in table.cells.values():
                other.pop(_as_column(row))
        elif table.cells.pop(row)[_CONSTANT]:
            return None
    return table


def _cells(row: Row, value: Fraction) -> dict[int, int]:
    return {index: number * value.denominator for index, number in enumerate(row)} | {_CONSTANT: -value.numerator}


def _entering(table: _Table, goal: int) -> int | None:
    """A column that raises the least: one that may go either way first, then the first slack by number (Bland)."""
    cells = table.cells[goal]
    free = [column for column in sorted(table.columns) if not _is_slack(column) and cells[column]]
    slack = [column for column in sorted(table.columns, reverse=True) if _is_slack(column) and cells[column] > 0]
    return next(iter([*free, *slack]), None)


def _leaving(table: _Table, goal: int, column: int) -> int:
    """The row whose slack is gone first; of several, the first by number.

    There always is one: the unknowns are 1 in all and each is a row, so the least cannot grow without end.
    """
    way = 1 if table.cells[goal][column] > 0 else -1
    falling = [row for row, cells in table.cells.items() if row != goal and way * cells[column] < 0]
    return min(falling, key=lambda row: (Fraction(table.cells[row][_CONSTANT], -way * table.cells[row][column]), row))
