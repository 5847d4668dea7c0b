"""Files of rows as grids: one a sheet of a workbook, one of a CSV file."""

from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files, text_of
from prioritera.sheets.comma import comma_grid
from prioritera.sheets.grid import Grid
from prioritera.sheets.workbook import SUFFIXES, workbook_grids

GRID_SUFFIXES = (".csv", *SUFFIXES)


def read_grids(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[Grid, ...]:
    """The sheets of a file; none after noting why it cannot be read.

    Args:
        files: where it is opened from.
        name: the file: .csv, .xlsx, .xls or .ods.
        faults: where faults are noted.
        at: where the file is named, if it is.

    Raises:
        PrioriteraError: it is a workbook, and the extra `excel` is not installed.
    """
    suffix = PurePosixPath(name).suffix.lower()
    shown = files.shown(name)
    if suffix not in GRID_SUFFIXES and files.is_file(name):
        faults.add("grid-file-kind", at or Span(shown), name=shown, known=GRID_SUFFIXES)
        return ()
    content = files.content(name, faults, at)
    if content is None:
        return ()
    if suffix in SUFFIXES:
        return workbook_grids(content, shown, faults)
    text = text_of(content, shown, faults)
    grid = None if text is None else comma_grid(text, shown, faults)
    return () if grid is None else (grid,)
