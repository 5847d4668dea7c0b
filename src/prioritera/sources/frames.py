"""Needs from a dataframe: pandas, Polars, PyArrow and others, one row one need."""

import struct
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError, Span
from prioritera.frozen import frozen_tuple
from prioritera.model.round import Record
from prioritera.reading.extras import need_extra
from prioritera.reading.numbers import is_nothing
from prioritera.reading.place import Path
from prioritera.sources.plain_cells import Row, records_of_rows

if TYPE_CHECKING:
    from narwhals import DataFrame, Series

EXTRA = "dataframes"
FRAME = "<frame>"
# A number in four bytes is told from every other by this many digits.
_MOST_DIGITS = 9
OWN_COLUMN = "#"


@attrs.frozen
class FramePlace:
    """The place of every cell of a frame: its row, from 1, and its column. Of a file, its name; otherwise "<frame>"."""

    name: str
    columns: tuple[str, ...] = attrs.field(converter=frozen_tuple)

    def key(self, path: Path) -> Span:
        """Where a column is: in no row."""
        return self.value((0, *path[1:]))

    def value(self, path: Path) -> Span:
        """Where a cell is; the first of the row where the path names no column."""
        column = str(next((step for step in path[1:] if step in self.columns), self.columns[0]))
        return Span(self.name, int(path[0]), self.columns.index(column) + 1, heading=column)


def records_of(frame: object, *, name: str = FRAME) -> tuple[Record, ...]:
    """The needs of a dataframe, one a row: what a round is made of.

    Args:
        frame: a dataframe of pandas, Polars, PyArrow, Modin, cuDF or whatever else narwhals knows, held in memory. Its columns are called
            as in a sheet of needs; or some hold lists and structs, as in TOML. null and NaN are missing; an infinity sets its row aside.
        name: what messages call it.

    Returns:
        One record a row, in order. What is wrong with a row goes with it: its need is set aside, with the row and the column.

    Raises:
        PrioriteraError: the extra `dataframes` is not installed, or this is no dataframe.

    >>> import polars
    >>> frame = polars.DataFrame({"id": ["n1"], "title": ["Fall"], "wait": [2.5], "note": [None]})
    >>> dict(records_of(frame)[0].data)
    {'id': 'n1', 'title': 'Fall', 'wait': '2.5', 'note': ''}
    """
    faults = Faults()
    records = rows_of(frame, name, faults)
    faults.stop()
    return records


def rows_of(frame: object, name: str, faults: Faults, *, stem: str = "row") -> tuple[Record, ...]:
    """As `records_of`, with what is wrong noted; ids are made of the stem where there is no column of them."""
    narwhals = need_extra("narwhals", EXTRA)
    try:
        known: DataFrame[Any] = narwhals.from_native(frame, eager_only=True)
    except (TypeError, narwhals.exceptions.DuplicateError):
        raise PrioriteraError([Diagnostic(code="frame-unknown", params={"value": type(frame).__qualname__})]) from None
    columns = [str(column) for column in known.columns]
    place = FramePlace(name, columns)
    held = [list(_values(known[column])) for column in known.columns]
    if not known.shape[0]:
        faults.warn("no-needs", Span(name))
    rows = [
        Row(
            {column: value for column, value in zip(columns, values, strict=True) if not column.startswith(OWN_COLUMN)},
            place,
            (number,),
            number,
        )
        for number, values in enumerate(zip(*held, strict=True), start=1)
    ]
    return records_of_rows(rows, stem, faults)


def _values(series: "Series[Any]") -> Iterator[object]:
    """The values of a column as Python has them: None for what is missing, and a number in four bytes as people would write it."""
    is_short = str(series.dtype) == "Float32"
    for value, is_null in zip(series.to_list(), series.is_null().to_list(), strict=True):
        if is_null or is_nothing(value):
            yield None
        else:
            yield _shortest(value) if is_short and isinstance(value, float) else _filled(value)


def _filled(value: object) -> object:
    """Nested values without what is not filled in: every struct of a column has all its keys. pandas holds lists as arrays of numpy."""
    if type(value).__module__ == "numpy":
        value = value.tolist()  # type: ignore[attr-defined]  # whatever numpy holds has it
    if isinstance(value, Mapping):
        return {key: _filled(item) for key, item in value.items() if not is_nothing(item)}
    return [_filled(item) for item in value] if isinstance(value, list | tuple) else value


def _shortest(value: float) -> float:
    """The number with the fewest digits that four bytes hold as this one.

    >>> _shortest(0.10000000149011612)
    0.1
    """
    tries = (float(f"{value:.{digits}g}") for digits in range(1, _MOST_DIGITS + 1))
    return next((tried for tried in tries if struct.pack("f", tried) == struct.pack("f", value)), value)
