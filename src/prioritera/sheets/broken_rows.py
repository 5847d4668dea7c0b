"""Rows of a CSV text that cannot be taken apart: where the next whole row begins, so that one row is set aside and not the file."""

import csv
from collections.abc import Sequence

# A file with more such rows than these is not read: something else is wrong with it than a quotation mark.
MOST_BROKEN = 50
# No more lines than these are looked through for the end of one row.
_AHEAD = 20


def next_whole(lines: Sequence[str], after: int, width: int, delimiter: str) -> int:
    r"""The line, from 1, on which the next row begins: the first with as many cells as the rows before; past the end when there is none.

    A row with as many cells as it should that cannot be taken apart either counts too: it has a fault of its own.

    Args:
        lines: those of the text.
        after: the line, from 1, on which the row that cannot be taken apart begins.
        width: how many cells a row has.
        delimiter: what stands between cells.

    >>> next_whole(["a;b\n", '1;"x\n', "more of x\n", "2;y\n"], 2, 2, ";")
    4
    """
    for line in range(after + 1, len(lines) + 1):
        if lines[line - 1].count(delimiter) + 1 == width or _cells(lines[line - 1 : line - 1 + _AHEAD], delimiter) == width:
            return line
    return len(lines) + 1


def _cells(lines: Sequence[str], delimiter: str) -> int:
    """How many cells the first row of these lines has; 0 when it cannot be taken apart."""
    try:
        return len(next(csv.reader(lines, delimiter=delimiter, strict=True)))
    except csv.Error:
        return 0
