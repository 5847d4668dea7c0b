"""Gaps of competence: what each unit requires less what its staff has, summed from unit to service to region (K18:454).

A surplus in one unit fills no lack in another, so it is the lacks that are summed. What a unit has and has not said is not 0: there the gap
is at least nothing and at most all that is required.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from prioritera.diagnostics import Faults
from prioritera.model.candidate import Candidate
from prioritera.model.text import Label
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import Line, lines_of
from prioritera.signals.candidates import candidate, said
from prioritera.signals.cells import is_filled, whole_of
from prioritera.signals.people import readable

COLUMNS = {
    "unit": ("enhet",),
    "parent": ("överordnad", "tillhör", "verksamhet"),
    "competence": ("kompetens",),
    "required": ("krav", "behövs"),
    "actual": ("har", "finns"),
}
REQUIRED = ("unit", "parent", "competence", "required", "actual")


@attrs.frozen(kw_only=True)
class Gap:
    """The gap of a competence at a unit with all that is below it.

    `unknown` is how many of the rows do not say what there is; `actual` is the sum of the others, None when none says it.
    """

    unit: str
    parent: str
    competence: str
    required: int
    actual: int | None
    low: int
    high: int
    unknown: int


@attrs.frozen(kw_only=True)
class _Row:
    unit: str
    competence: str
    required: int
    actual: int | None


def gaps_of(grid: Grid, faults: Faults) -> tuple[Gap, ...]:
    """The gaps of a sheet, one a unit and competence that it or anything below it has a row of: each unit after those below it.

    A unit belongs to the same unit wherever it is written; one that belongs to none is topmost. A row with unit and parent alone says only
    where the unit belongs. A unit in two places or in itself is noted, and nothing is summed.

    >>> rows = [["unit", "parent", "competence", "required", "actual"], ["A", "FH", "AKK", "5", "3"], ["B", "FH", "AKK", "2", ""]]
    >>> [(gap.unit, gap.low, gap.high) for gap in gaps_of(Grid(file="k.csv", rows=rows, starts=[1, 2, 3]), Faults())]
    [('A', 2, 2), ('B', 0, 2), ('FH', 2, 4)]
    """
    before = faults.count
    lines = readable(lines_of(grid, COLUMNS, faults, required=REQUIRED), faults)
    parents = _parents(lines, faults)
    rows = [row for line in lines if not _only_places(line) and (row := _row(line, faults)) is not None]
    if faults.count != before:
        return ()
    within: dict[tuple[str, str], list[_Row]] = {}
    for row in rows:
        for unit in _with_above(row.unit, parents):
            within.setdefault((unit, row.competence), []).append(row)
    competences = dict.fromkeys(row.competence for row in rows)
    places = [(unit, competence) for unit in _upwards(parents) for competence in competences]
    return tuple(_gap(*place, parents, within[place]) for place in places if place in within)


def candidates_of(gaps: Sequence[Gap], source: str) -> tuple[Candidate, ...]:
    """A candidate for each competence that a topmost unit lacks, or may lack for all that is known."""
    topmost = [gap for gap in gaps if not gap.parent and gap.high]
    found = [candidate("competence", source, number, gap.unit, _why(gap)) for number, gap in enumerate(topmost, start=1)]
    return tuple(attrs.evolve(one, figures=_figures(gap)) for one, gap in zip(found, topmost, strict=True))


def _figures(gap: Gap) -> dict[str, str]:
    return {"required": str(gap.required), "lacking": str(gap.low) if gap.low == gap.high else f"{gap.low}..{gap.high}"}


def _why(gap: Gap) -> Label:
    key = "competence" if gap.low == gap.high else "competence-between"
    shown = {"low": gap.low, "high": gap.high, "required": gap.required, "unknown": gap.unknown}
    return said(key, competence=gap.competence, unit=gap.unit, **shown)


def _parents(lines: Sequence[Line], faults: Faults) -> dict[str, str]:
    """What each unit belongs to, "" for a topmost one; a unit that is only belonged to is topmost."""
    found: dict[str, str] = {}
    for line in lines:
        unit, parent = line.get("unit"), line.get("parent")
        if found.setdefault(unit, parent) != parent:
            faults.add("unit-in-two-places", line.at("parent"), unit=unit, first=found[unit], second=parent)
    for parent in [parent for parent in found.values() if parent]:
        found.setdefault(parent, "")
    for line in lines:
        unit = line.get("unit")
        if unit in list(_with_above(unit, found))[1:]:
            faults.add("unit-in-itself", line.at("parent"), unit=unit)
    return found


def _with_above(unit: str, parents: Mapping[str, str]) -> Iterator[str]:
    """A unit and all that it is in, from the inside out; each once more at most, where units stand in a circle."""
    seen: set[str] = set()
    while unit and unit not in seen:
        seen.add(unit)
        yield unit
        unit = parents[unit]
    if unit:
        yield unit


def _only_places(line: Line) -> bool:
    return bool(line.get("unit") and line.get("parent")) and not any(line.get(column) for column in ("competence", "required", "actual"))


def _row(line: Line, faults: Faults) -> _Row | None:
    if not is_filled(line, ("unit", "competence", "required"), faults):
        return None
    before = faults.count
    required, actual = whole_of(line, "required", faults), whole_of(line, "actual", faults)
    if required is None or faults.count != before:
        return None
    return _Row(unit=line.get("unit"), competence=line.get("competence"), required=required, actual=actual)


def _upwards(parents: Mapping[str, str]) -> list[str]:
    """Every unit after those below it, otherwise in the order they are written."""
    height = dict.fromkeys(parents, 0)
    for unit in parents:
        for steps, above in enumerate(_with_above(unit, parents)):
            height[above] = max(height[above], steps)
    return sorted(parents, key=height.__getitem__)


def _gap(unit: str, competence: str, parents: Mapping[str, str], rows: Sequence[_Row]) -> Gap:
    lack = sum(max(row.required - row.actual, 0) for row in rows if row.actual is not None)
    unknown = [row for row in rows if row.actual is None]
    return Gap(
        unit=unit,
        parent=parents[unit],
        competence=competence,
        required=sum(row.required for row in rows),
        actual=sum(row.actual for row in rows if row.actual is not None) if len(unknown) < len(rows) else None,
        low=lack,
        high=lack + sum(row.required for row in unknown),
        unknown=len(unknown),
    )
