"""Flat data as the cells of a sheet: what a program holds as a number, a truth value or a list, as people would write it in a cell."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity
from prioritera.model.round import Record
from prioritera.reading.numbers import decimal_text, exact, is_finite, is_nothing, is_small
from prioritera.reading.place import Path, Place

# Between several values in one cell.
SEPARATOR = "|"
ID = "id"
DAY = "on"
# What only a need in parts has: whoever writes one of them writes the others too.
_PARTS = ("origins", "facts", "assess", "evidence", "links")


@attrs.frozen
class Row:
    """One object of a file, or one row of a frame: its values, and where they stand. `number` is the row's, or the object's, from 1."""

    data: Mapping[str, object]
    place: Place
    path: Path
    number: int


def records_of_rows(rows: list[Row], stem: str, faults: Faults) -> tuple[Record, ...]:
    """The records of rows: in parts as in TOML, or flat as in a sheet, each as it is written.

    Args:
        rows: the values of each.
        stem: what the ids of flat rows are made of, where no row has an id.
        faults: that ids are made is noted here. What is wrong with one row goes with it.
    """
    without = [row for row in rows if is_flat(row.data)] if not any(_id_key(row.data) for row in rows) else []
    if without:
        at = attrs.evolve(without[0].place.value(without[0].path), end=None)
        faults.extend([Diagnostic(code="ids-from-rows", severity=Severity.NOTE, span=at, params={"made": f"{stem}-{without[0].number}"})])
    return tuple(_record(row, f"{stem}-{row.number}" if without else "") for row in rows)


def is_flat(data: Mapping[str, object]) -> bool:
    """Whether data has one value a column, as a row of a sheet has, and not a need's parts.

    >>> is_flat({"id": "n1", "origin": "vasby"}), is_flat({"id": "n1", "origins": [{"actor": "vasby"}]})
    (True, False)
    """
    return not any(key in data for key in _PARTS) and not any(_is_nested(value) for value in data.values())


def _is_nested(value: object) -> bool:
    if isinstance(value, list | tuple):
        return any(isinstance(item, Mapping | list | tuple) for item in value)
    return isinstance(value, Mapping)


def _id_key(data: Mapping[str, object]) -> bool:
    return any(key.casefold() == ID for key in data)


def _record(row: Row, ident: str) -> Record:
    found = Faults()
    if not is_flat(row.data):
        return Record(_with_days(row, found), row.place, row.path, faults=found.all())
    cells = dict(_cells(row, found))
    return Record({ID: ident, **cells} if ident else cells, row.place, row.path, text=True, faults=found.all())


def _with_days(row: Row, faults: Faults) -> Mapping[str, object]:
    """A need in parts with the days of its senders as days: JSON has none of its own, and people write them as texts."""
    origins = row.data.get("origins")
    if not isinstance(origins, list):
        return row.data
    return {**row.data, "origins": [_with_day(origin, (*row.path, "origins", index), row, faults) for index, origin in enumerate(origins)]}


def _with_day(origin: object, path: Path, row: Row, faults: Faults) -> object:
    if not isinstance(origin, Mapping) or not isinstance(origin.get(DAY), str):
        return origin
    try:
        return {**origin, DAY: date.fromisoformat(origin[DAY])}
    except ValueError:
        faults.add("text-not-a-date", row.place.value((*path, DAY)), key=DAY, value=origin[DAY])
        return {key: value for key, value in origin.items() if key != DAY}


def _cells(row: Row, faults: Faults) -> Iterator[tuple[str, str]]:
    for key, value in row.data.items():
        items = value if isinstance(value, list | tuple) else [value]
        wrong = next((item for item in items if not is_nothing(item) and cell_text(item) is None), None)
        if wrong is None:
            yield key, SEPARATOR.join(cell_text(item) or "" for item in items)
        else:
            code = "value-not-finite" if isinstance(wrong, float | Decimal) else "value-not-plain"
            faults.add(code, row.place.value((*row.path, key)), key=key, value=_named(wrong))
            yield key, ""


def _named(value: object) -> str:
    return str(value) if isinstance(value, float | Decimal) else type(value).__name__


def cell_text(value: object) -> str | None:
    """A value as people would write it in a cell; None for what no cell holds. What is not filled in is "".

    >>> [cell_text(value) for value in ("Fall", True, 3.0, Decimal("0.50"), date(2026, 3, 1), None, float("inf"))]
    ['Fall', 'true', '3', '0.5', '2026-03-01', '', None]
    """
    if is_nothing(value):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() and value.tzinfo is None else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return _number_text(value) if is_finite(value) and isinstance(value, int | float | Decimal) else None


def _number_text(value: int | float | Decimal) -> str:
    if not is_small(value):
        # Too long to reckon with: no cell with it is taken for a number.
        return f"{value:e}" if isinstance(value, Decimal | float) else hex(value)
    return decimal_text(exact(value))
