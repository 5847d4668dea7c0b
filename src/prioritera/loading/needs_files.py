"""Needs as they come in: TOML tables, JSON objects, or rows of CSV or Parquet, unread, each with its place."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.loading.document import document_of
from prioritera.loading.files import Files, text_of
from prioritera.loading.form_sheets import WORKBOOKS, read_form
from prioritera.loading.needs_csv import read_csv
from prioritera.model.round import Record
from prioritera.reading.cursor import shown
from prioritera.sources.json_needs import read_json, read_ndjson
from prioritera.sources.parquet import read_parquet

PARQUET = ".parquet"
# Which reader takes the text of a file, by the end of its name; TOML has a reader of its own.
_TEXTS = {".csv": read_csv, ".json": read_json, ".ndjson": read_ndjson, ".jsonl": read_ndjson}
SUFFIXES = (".toml", *_TEXTS, PARQUET, *WORKBOOKS)


def read_needs(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[Record, ...]:
    """The records of one file; what is wrong with the file as a whole is noted, and it then has none."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES and files.is_file(name):
        faults.add("needs-file-kind", at or Span(files.shown(name)), name=files.shown(name), known=SUFFIXES)
        return ()
    if suffix in WORKBOOKS:
        return tuple(read_form(files, name, faults, at))
    content = files.content(name, faults, at)
    if content is None:
        return ()
    if suffix == PARQUET:
        return read_parquet(content, files.shown(name), faults)
    text = text_of(content, files.shown(name), faults)
    if text is None:
        return ()
    return _TEXTS[suffix](text, files.shown(name), faults) if suffix in _TEXTS else _read_toml(text, name, files, faults)


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
