"""Needs as they come in: TOML tables or CSV rows, unread, each with its place."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.loading.document import document_of
from prioritera.loading.files import Files
from prioritera.loading.needs_csv import read_csv
from prioritera.model.round import Record
from prioritera.reading.cursor import shown

SUFFIXES = (".toml", ".csv")


def read_needs(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[Record, ...]:
    """The records of one file; what is wrong with the file as a whole is noted, and it then has none."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES and files.is_file(name):
        faults.add("needs-file-kind", at or Span(files.shown(name)), name=files.shown(name), known=SUFFIXES)
        return ()
    text = files.text(name, faults, at)
    if text is None:
        return ()
    return read_csv(text, files.shown(name), faults) if suffix == ".csv" else _read_toml(text, name, files, faults)


def _read_toml(text: str, name: str, files: Files, faults: Faults) -> tuple[Record, ...]:
    document = document_of(text, name, files, faults)
    if document is None:
        return ()
    top = document.cursor(faults)
    needs = top.raw("needs")
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
