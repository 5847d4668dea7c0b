"""Needs as they come in: TOML tables, JSON objects, or rows of a sheet or of Parquet, unread, each with its place."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

import attrs

from prioritera.diagnostics import Faults, PrioriteraError, Span
from prioritera.loading.document import document_of
from prioritera.loading.files import Files, text_of
from prioritera.loading.form_marks import of_form, read_mark
from prioritera.loading.grids import GRID_SUFFIXES, TAB_SUFFIXES, kept_grids
from prioritera.loading.headings import known_headings
from prioritera.loading.mappings import SheetMapping
from prioritera.loading.needs_sheets import records_of
from prioritera.model.round import Record
from prioritera.reading.cursor import shown

TOML, JSON, PARQUET = ".toml", ".json", ".parquet"
SHEETS = (*GRID_SUFFIXES, *TAB_SUFFIXES)
# Files with a JSON object a line.
LINES = (".ndjson", ".jsonl")
SUFFIXES = (TOML, *SHEETS, JSON, *LINES, PARQUET)


def read_needs(
    files: Files, name: str, faults: Faults, at: Span | None = None, *, mappings: Sequence[SheetMapping] = (), guess: bool = False
) -> tuple[Record, ...]:
    """The records of one file; what is wrong with the file as a whole is noted, and it then has none.

    Args:
        files: where it is opened from.
        name: the file.
        faults: where faults are noted.
        at: where the file is named, if it is.
        mappings: what the round says of the file, if it is a sheet.
        guess: whether columns of a sheet whose names nobody knows are taken for what they are most like.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES and files.is_file(name):
        faults.add("needs-file-kind", at or Span(files.shown(name)), name=files.shown(name), known=SUFFIXES)
        return ()
    if suffix in SHEETS:
        return _read_sheets(files, name, faults, at, mappings, guess=guess)
    content = files.content(name, faults, at)
    if content is None:
        return ()
    if suffix == PARQUET:
        # Late: most rounds have their needs in sheets or TOML.
        from prioritera.sources.parquet import read_parquet  # noqa: PLC0415 -- as the line above says

        return read_parquet(content, files.shown(name), faults)
    text = text_of(content, files.shown(name), faults)
    if text is None:
        return ()
    return _read_toml(text, name, files, faults) if suffix == TOML else _read_json(text, files.shown(name), suffix, faults)


def _read_sheets(
    files: Files, name: str, faults: Faults, at: Span | None, mappings: Sequence[SheetMapping], *, guess: bool
) -> tuple[Record, ...]:
    headings = known_headings().union(*(mapping.columns for mapping in mappings))
    before = faults.count
    shown = files.shown(name)
    try:
        grids = kept_grids(files, name, faults, at, headings=headings, known=SHEETS)
    except PrioriteraError as error:
        faults.extend(attrs.evolve(one, span=at or Span(shown)) for one in error.diagnostics)
        return ()
    if faults.count != before:
        return ()
    mark = read_mark(files, name)
    return records_of(of_form(grids, mark), shown, faults, mappings, guess=guess, is_form=mark is not None)


def _read_json(text: str, name: str, suffix: str, faults: Faults) -> tuple[Record, ...]:
    from prioritera.sources.json_needs import read_json, read_ndjson  # noqa: PLC0415 -- late: as for Parquet

    return (read_json if suffix == JSON else read_ndjson)(text, name, faults)


def _read_toml(text: str, name: str, files: Files, faults: Faults) -> tuple[Record, ...]:
    document = document_of(text, name, files, faults)
    if document is None:
        return ()
    top = document.cursor(faults)
    needs = top.raw("needs")
    if "compilation" in document.data:  # what a compilation says of itself means nothing where its needs stand by themselves
        top.raw("compilation")
        top.raw("schema")
    top.close()
    if not needs:
        faults.warn("no-needs", Span(document.shown, 1, 1))
        return ()
    if not isinstance(needs, list):
        top.fault("not-a-tables", "needs", value=shown(needs))
        return ()
    records = []
    for index, item in enumerate(needs):
        if isinstance(item, Mapping):
            records.append(Record(item, document.place, ("needs", index)))
        else:
            faults.add("not-a-table", document.place.value(("needs", index)), key="needs", value=shown(item))
    return tuple(records)
