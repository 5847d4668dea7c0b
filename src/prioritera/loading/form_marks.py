"""The mark of a form: what its hidden sheet says that it was made for."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files
from prioritera.model.round import FormMark
from prioritera.records.form_marks import MARK_SHEET
from prioritera.sheets.grid import Grid
from prioritera.sheets.suffixes import SUFFIXES

_ONE = ("schema", "kind", "rules", "version", "hash")
_CELLS = 3


def read_mark(files: Files, name: str) -> FormMark | None:
    """The mark of a workbook that is one of our forms; None for every other file. What is wrong with the file is told where it is read."""
    if PurePosixPath(name).suffix.lower() not in SUFFIXES:
        return None
    # Late: as where workbooks are read.
    from prioritera.sheets.marks import hidden_sheet  # noqa: PLC0415 -- as the line above says

    content = files.content(name, Faults())
    grid = None if content is None else hidden_sheet(content, files.shown(name), MARK_SHEET)
    if grid is None:
        return None
    rows = [(*row, "", "", "")[:_CELLS] for row in grid.rows]
    said = {key: value for key, value, _ in rows if key in _ONE}
    return FormMark(
        **{"schema": "", **said},
        asked={value: meant for key, value, meant in rows if key == "asked"},
        read=[value for key, value, _ in rows if key == "read"],
        span=Span(files.shown(name)),
    )


def of_form(grids: Sequence[Grid], mark: FormMark | None) -> tuple[Grid, ...]:
    """The sheets that are filled in: those that a form's mark names, all of any other file."""
    return tuple(grid for grid in grids if mark is None or not mark.read or grid.sheet in mark.read)
