"""Indicators in Kolada's shape: rows of kpi, municipality, year, gender and value, as CSV or as the JSON that its interface gives.

Only totals are read, not women and men apart; and only municipalities, not regions, the country or groups. Missing stays missing.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from prioritera.diagnostics import Faults, Span
from prioritera.frozen import FrozenMap
from prioritera.model.indicator import Indicator
from prioritera.reading.numbers import is_small
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import Line, lines_of
from prioritera.signals.cells import is_filled, number_of, whole_of

COLUMNS = {
    "kpi": ("indikator", "nyckeltal"),
    "municipality_id": ("municipality_code", "kommunkod"),
    "year": ("period", "år"),
    "gender": ("kön",),
    "value": ("värde",),
    "count": ("antal",),
    "status": (),
    "municipality": ("kommun",),
    "municipality_type": ("kommuntyp",),
}
REQUIRED = ("kpi", "municipality_id", "year", "value")
_TOTAL = ("", "T")
_TYPES = ("", "K")
_CODE_DIGITS = 4
# Codes below this are the country (0000) and the regions (0001-0025).
_FIRST_MUNICIPALITY = 100


def indicators_of(grid: Grid, faults: Faults) -> tuple[Indicator, ...]:
    """The indicators of a sheet, by id; what is wrong with a row is noted, and the row is left out.

    >>> grid = Grid(file="k.csv", rows=[["kpi", "municipality_id", "year", "value"], ["N1", "114", "2023", "2,5"]], starts=[1, 2])
    >>> [(one.id, one.latest.year, one.latest.median) for one in indicators_of(grid, Faults())]
    [('N1', 2023, Fraction(5, 2))]
    """
    found: dict[str, dict[int, dict[str, Fraction | None]]] = {}
    first: dict[str, Line] = {}
    for line in lines_of(grid, COLUMNS, faults, required=REQUIRED):
        before = faults.count
        year = whole_of(line, "year", faults) if is_filled(line, ("kpi", "municipality_id", "year"), faults) else None
        value = number_of(line, "value", faults)
        code = municipality_code(line.get("municipality_id"))
        if year is None or faults.count != before or not _is_read(line, code):
            continue
        kpi = line.get("kpi")
        first.setdefault(kpi, line)
        values = found.setdefault(kpi, {}).setdefault(year, {})
        if values.setdefault(code, value) != value:
            faults.add("indicator-twice", line.at("value"), kpi=kpi, municipality=code, year=str(year))
    return tuple(
        Indicator(id=kpi, years={year: FrozenMap(years[year]) for year in sorted(years)}, source=grid.file, span=first[kpi].at("kpi"))
        for kpi, years in sorted(found.items())
    )


def municipality_code(text: str) -> str:
    """The code of a municipality with the leading zero that a spreadsheet takes away.

    >>> municipality_code("114"), municipality_code("1480")
    ('0114', '1480')
    """
    return text.zfill(_CODE_DIGITS) if text.isdecimal() else text


def _is_read(line: Line, code: str) -> bool:
    """Whether a row is of a municipality and of all its inhabitants."""
    is_municipality = code.isdecimal() and len(code) == _CODE_DIGITS and int(code) >= _FIRST_MUNICIPALITY
    return is_municipality and line.get("municipality_type").upper() in _TYPES and line.get("gender").upper() in _TOTAL


def grid_of_json(text: str, name: str, faults: Faults) -> Grid | None:
    """An answer from Kolada's interface as a sheet, in either shape that it has had; None after noting that it is no such answer.

    Args:
        text: an object with the list `values`: each has kpi, municipality and period, and its values by gender, or one value.
        name: the file as people see it.
        faults: where it is noted that the text is not that.
    """
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=str)
        items = [part for item in data["values"] for part in _flat(item)]
        rows = [[_text(item, column) for column in COLUMNS] for item in items]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        faults.add("indicators-not-json", Span(name), name=name)
        return None
    return Grid(file=name, rows=[list(COLUMNS), *rows], starts=[1] * (len(rows) + 1))


def _flat(item: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The values of one item: one for each gender, or the item itself."""
    inner = item.get("values")
    yield from [{**item, **one} for one in inner] if isinstance(inner, list) else [item]


def _text(item: Mapping[str, Any], column: str) -> str:
    other = {"municipality_id": "municipality", "year": "period"}.get(column, column)
    value = item.get(column) if item.get(column) is not None else item.get(other)
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) and is_small(value) else str(value)
