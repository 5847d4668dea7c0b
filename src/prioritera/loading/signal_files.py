"""Files of signals: indicators, gaps of competence, deviations and the rules by which a trend is a signal, each told by what it holds."""

from collections.abc import Iterable
from pathlib import PurePosixPath

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.frozen import FrozenMap
from prioritera.loading.document import open_document
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.model.indicator import Indicator
from prioritera.sheets.grid import Grid
from prioritera.signals import competence, deviations, triggers
from prioritera.signals.competence import gaps_of
from prioritera.signals.deviations import deviations_of
from prioritera.signals.gathered import Signals
from prioritera.signals.kinds import COMPETENCE, DEVIATIONS, INDICATORS, kind_of_grid
from prioritera.signals.kolada import grid_of_json, indicators_of
from prioritera.signals.triggers import read_triggers


def read_signals(files: Iterable[tuple[Files, str]], faults: Faults) -> Signals:
    """What the files say; what is wrong with any of them is noted, and the rest is read.

    Args:
        files: each with where it is opened from and its name: .toml holds rules, .json an answer from Kolada, the others rows.
        faults: where faults are noted.
    """
    found = Signals()
    for where, name in files:
        found = _with_file(found, where, name, faults)
    trends = triggers.candidates_of(found.triggers, found.indicators, faults)
    return attrs.evolve(found, candidates=(*trends, *found.candidates))


def read_indicators(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[Indicator, ...]:
    """The indicators of one file, as a round names it; a sheet of something else is noted."""
    found: list[Indicator] = []
    for grid in _grids(files, name, faults, at):
        if kind_of_grid(grid) == INDICATORS:
            found += indicators_of(grid, faults)
        else:
            faults.add("signals-unknown-file", grid.at(1), name=grid.file)
    return tuple(found)


def _with_file(found: Signals, files: Files, name: str, faults: Faults) -> Signals:
    if PurePosixPath(name).suffix.lower() == ".toml":
        document = open_document(files, name, faults)
        rules = read_triggers(document.cursor(faults)) if document is not None else ()
        return attrs.evolve(found, triggers=(*found.triggers, *rules))
    for grid in _grids(files, name, faults):
        found = _with_grid(found, grid, faults)
    return found


def _grids(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[Grid, ...]:
    if PurePosixPath(name).suffix.lower() != ".json":
        return read_grids(files, name, faults, at)
    text = files.text(name, faults, at)
    grid = None if text is None else grid_of_json(text, files.shown(name), faults)
    return () if grid is None else (grid,)


def _with_grid(found: Signals, grid: Grid, faults: Faults) -> Signals:
    kind = kind_of_grid(grid)
    if kind == INDICATORS:
        return attrs.evolve(found, indicators=joined(found.indicators.values(), indicators_of(grid, faults), faults))
    if kind == COMPETENCE:
        gaps = gaps_of(grid, faults)
        return attrs.evolve(found, gaps=(*found.gaps, *gaps), candidates=(*found.candidates, *competence.candidates_of(gaps, grid.file)))
    if kind == DEVIATIONS:
        counted = deviations_of(grid, faults)
        more = deviations.candidates_of(counted, grid.file)
        return attrs.evolve(found, deviations=(*found.deviations, *counted), candidates=(*found.candidates, *more))
    faults.add("signals-unknown-file", grid.at(1), name=grid.file)
    return found


def joined(first: Iterable[Indicator], more: Iterable[Indicator], faults: Faults) -> FrozenMap[str, Indicator]:
    """Indicators by id. One that is in two files is read from the first, and that is noted."""
    found: dict[str, Indicator] = {}
    for one in (*first, *more):
        if found.setdefault(one.id, one) is not one:
            faults.add("indicator-in-two-files", one.span, kpi=one.id, first=found[one.id].source)
    return FrozenMap(found)
