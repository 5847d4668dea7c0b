"""Files of rows as grids: one a sheet of a workbook, one of a CSV file."""

from collections.abc import Collection
from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files
from prioritera.sheets.comma import comma_grid
from prioritera.sheets.encodings import decoded
from prioritera.sheets.grid import Grid
from prioritera.sheets.suffixes import SUFFIXES

GRID_SUFFIXES = (".csv", *SUFFIXES)
# What Excel calls "Unicode text", and what other programs call the same: rows with tabs between the cells.
TAB_SUFFIXES = (".tsv", ".txt")


def read_grids(
    files: Files,
    name: str,
    faults: Faults,
    at: Span | None = None,
    *,
    headings: Collection[str] = (),
    known: Collection[str] = GRID_SUFFIXES,
) -> tuple[Grid, ...]:
    """The sheets of a file; none after noting why it cannot be read, or why a row of it cannot be taken apart.

    Args as for `kept_grids`.

    Raises:
        PrioriteraError: it is a workbook, and the extra `excel` is not installed.
    """
    found = kept_grids(files, name, faults, at, headings=headings, known=known)
    broken = [one for grid in found for told in grid.broken.values() for one in told]
    faults.extend(broken)
    return () if broken else found


def kept_grids(
    files: Files,
    name: str,
    faults: Faults,
    at: Span | None = None,
    *,
    headings: Collection[str] = (),
    known: Collection[str] = GRID_SUFFIXES,
) -> tuple[Grid, ...]:
    """The sheets of a file, rows that cannot be taken apart among them, as `broken`; none after noting why it cannot be read.

    Args:
        files: where it is opened from.
        name: the file: .csv, .xlsx, .xls or .ods.
        faults: where faults are noted.
        at: where the file is named, if it is.
        headings: words, in lower case, that the headings may be, where they are known: they tell how a file of rows is divided.
        known: the endings that the file may have.

    Raises:
        PrioriteraError: it is a workbook, and the extra `excel` is not installed.
    """
    suffix = PurePosixPath(name).suffix.lower()
    shown = files.shown(name)
    if suffix not in known and files.is_file(name):
        faults.add("grid-file-kind", at or Span(shown), name=shown, known=tuple(known))
        return ()
    content = files.content(name, faults, at)
    if content is None:
        return ()
    if suffix in SUFFIXES:
        # Late: it takes the libraries of packed files and XML, and most rounds have no workbook.
        from prioritera.sheets.workbook import workbook_grids  # noqa: PLC0415 -- as the line above says

        return workbook_grids(content, shown, faults)
    text = decoded(content, shown, faults)
    grid = None if text is None else comma_grid(text, shown, faults, headings, keep=True)
    return () if grid is None else (grid,)
