"""How far a sheet may reach: it is laid out whole, cell by cell, so one cell far away fills the memory."""

MOST_ROWS = 200_000
MOST_COLUMNS = 1000
MOST_CELLS = 10_000_000


def fits(last: tuple[int, int]) -> bool:
    """Whether a sheet whose last row and last column these are is small enough.

    >>> fits((100_000, 50)), fits((1_048_576, 1))
    (True, False)
    """
    row, column = last
    return row <= MOST_ROWS and column <= MOST_COLUMNS and row * column <= MOST_CELLS
