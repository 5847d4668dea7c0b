"""Deviations by category: how many there were in each year, as quality management systems record them (K18:484).

What people wrote about them stays in the file: it is looked through for people's data, and nothing of it goes further. A count below the
smallest cell is not shown. Counts are of a category and a year; those of single units are not told, so that none can be worked out.
"""

from collections.abc import Sequence

import attrs

from prioritera.diagnostics import Faults
from prioritera.model.candidate import Candidate
from prioritera.model.shown import Shown, shown_count
from prioritera.model.text import Label
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import lines_of
from prioritera.signals.candidates import candidate
from prioritera.signals.cells import day_of, is_filled, whole_of
from prioritera.signals.people import readable
from prioritera.words.catalogue import LANGUAGES, say

COLUMNS = {
    "date": ("datum",),
    "category": ("kategori",),
    "unit": ("enhet",),
    "count": ("antal",),
    "text": ("beskrivning", "fritext", "händelse", "kommentar"),
}
REQUIRED = ("date", "category", "unit")
# What people wrote, which is not read.
UNREAD = ("text",)


@attrs.frozen(kw_only=True)
class Deviations:
    """One category in one year: in how many units, and what may be shown of how many there were."""

    category: str
    year: int
    units: int
    shown: Shown


def deviations_of(grid: Grid, faults: Faults, *, limit: int | None = None) -> tuple[Deviations, ...]:
    """The deviations of a sheet by category and year; a row is one deviation, or as many as its `count` says.

    Args:
        grid: the sheet.
        faults: where faults are noted; a row with any is left out. People's data in the free text is a note: that text is not used.
        limit: the least count that is shown; the proposal when None.

    >>> rows = [["datum", "kategori", "enhet", "antal"], ["2025-03-01", "Fall", "A", "7"], ["2025-04-01", "Fall", "B", "2"]]
    >>> [(one.category, one.year, one.units, one.shown.count) for one in deviations_of(Grid(file="a.csv", rows=rows), Faults())]
    [('Fall', 2025, 2, 9)]
    """
    counts: dict[tuple[str, int], list[int | None]] = {}
    units: dict[tuple[str, int], set[str]] = {}
    for line in readable(lines_of(grid, COLUMNS, faults, required=REQUIRED), faults, unread=UNREAD):
        before = faults.count
        day = day_of(line, "date", faults) if is_filled(line, REQUIRED, faults) else None
        count = whole_of(line, "count", faults) if "count" in line.columns else 1
        if day is not None and faults.count == before:
            key = line.get("category"), day.year
            counts.setdefault(key, []).append(count)
            units.setdefault(key, set()).add(line.get("unit"))
    return tuple(
        Deviations(category=category, year=year, units=len(units[category, year]), shown=shown_count(_sum(counts[category, year]), limit))
        for category, year in sorted(counts)
    )


def _sum(counts: Sequence[int | None]) -> int | None:
    """The sum, or None when one of the counts is not known."""
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def candidates_of(deviations: Sequence[Deviations], source: str) -> tuple[Candidate, ...]:
    """A candidate for each category, with its counts year by year."""
    by_category: dict[str, list[Deviations]] = {}
    for one in deviations:
        by_category.setdefault(one.category, []).append(one)
    return tuple(
        candidate("deviations", source, number, category, _why(category, years))
        for number, (category, years) in enumerate(by_category.items(), start=1)
    )


def _why(category: str, years: Sequence[Deviations]) -> Label:
    told = {language: ", ".join(f"{one.year}: {one.shown.say(language)}" for one in years) for language in LANGUAGES}
    return Label(**{language: say(language, "signals.deviations", category=category, counts=told[language]) for language in LANGUAGES})
