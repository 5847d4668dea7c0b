"""Needs from a workbook that has our headings: a form that has been filled in, or a sheet with the same columns."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files
from prioritera.loading.form_marks import of_form, read_mark
from prioritera.loading.form_rows import sheet_rows
from prioritera.loading.grids import read_grids
from prioritera.model.round import Record
from prioritera.records.spoken import plain, spoken

WORKBOOKS = (".xlsx", ".ods")
_HEADINGS = 2
_ID = "id"


def read_form(files: Files, name: str, faults: Faults, at: Span | None = None) -> Iterator[Record]:
    """The rows below the first with two known headings, of each sheet that is filled in; ids that are missing are made of file and row."""
    for grid in of_form(read_grids(files, name, faults, at), read_mark(files, name)):
        heading = next((number for number, row in enumerate(grid.rows, start=1) if _are_headings(row)), 0)
        for record in sheet_rows(grid, heading, faults) if heading else ():
            made = {} if any(plain(key) == _ID for key in record.data) else {_ID: f"{PurePosixPath(name).stem}-{record.path[0]}"}
            yield attrs.evolve(record, data={**made, **record.data})


def _are_headings(row: Sequence[str]) -> bool:
    return sum(plain(cell) in spoken("column") for cell in row) >= _HEADINGS
