"""Value functions in files: bins, points, a logarithm or levels, each row a performance and its height."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.loading.structure import label_or_none, read_steps
from prioritera.methods.scales import Bins, Function, Log, Points
from prioritera.model.criterion import Level
from prioritera.reading.cursor import Cursor
from prioritera.reading.numbers import decimal_text

# The shapes, and the key of a row's performance in each.
SHAPES = {"bins": "from", "points": "at", "log": "at", "levels": "level"}
# Those whose rows are joined, so that one row would be none.
JOINED = ("points", "log")
_MADE: Mapping[str, Callable[[Sequence[tuple[int, int]]], Function]] = {"points": Points, "log": Log}
FEWEST_POINTS = 2


@attrs.frozen
class Shape:
    """A value function as it is written: its shape, the function, and its described levels."""

    key: str
    function: Function
    levels: tuple[Level, ...] = attrs.field(converter=frozen_tuple, default=())


def read_function(cursor: Cursor, step: Fraction, *, more: tuple[str, ...] = ()) -> Shape | None:
    """The one of bins, points, logarithm and levels that a table has, or None after noting what is wrong.

    `more` are other keys that may stand instead of all of these, and not beside one.
    """
    before = cursor.faults.count
    written = [key for key in SHAPES if cursor.has(key)]
    if len(written) != 1 or any(cursor.has(key) for key in more):
        cursor.faults.add("not-one-function", cursor.here, known=(*SHAPES, *more))
        return None
    (key,) = written
    rows = cursor.tables(key)
    pairs, levels = _rows(rows, SHAPES[key], step)
    _check(cursor, key, rows, pairs, step)
    if cursor.faults.count != before:
        return None
    return Shape(key, _MADE.get(key, Bins)(pairs), levels)


def _rows(rows: Sequence[Cursor], at: str, step: Fraction) -> tuple[list[tuple[int, int]], list[Level]]:
    pairs, levels = [], []
    for row in rows:
        x = read_steps(row, at, step, required=True)
        y = row.whole("value", required=True, least=0)
        label = label_or_none(row, "label")
        row.close()
        if x is not None and y is not None:
            pairs.append((x, y))
            if label is not None:
                levels.append(Level(x=x, label=label))
    return pairs, levels


def _check(cursor: Cursor, key: str, rows: Sequence[Cursor], pairs: Sequence[tuple[int, int]], step: Fraction) -> None:
    if len(pairs) < len(rows):
        return
    fewest = FEWEST_POINTS if key in JOINED else 1
    if key == "log" and pairs and pairs[0][0] <= 0:
        rows[0].fault("log-not-positive", SHAPES[key], value=decimal_text(pairs[0][0] * step))
    for row, (left, _), (right, _) in zip(rows[1:], pairs, pairs[1:], strict=False):
        if left >= right:
            row.fault("not-rising", SHAPES[key], value=decimal_text(right * step), before=decimal_text(left * step))
    if len(pairs) < fewest:
        cursor.fault("too-few-rows", key, least=fewest)
    elif not any(y for _, y in pairs):
        cursor.fault("heights-all-zero", key)
