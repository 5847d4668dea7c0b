"""A source opened as a file of a kind: where it is named to what is read of it, if its kind is the one wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from prioritera.diagnostics import Diagnostic, Faults, Span
from prioritera.loading.document import Document, open_document
from prioritera.loading.files import Files, referred
from prioritera.loading.kinds import FIRST_TABLE, kind_of_data
from prioritera.loading.rounds import ROUND_FILE
from prioritera.loading.shipped import is_shipped

Value = TypeVar("Value")


def read_source(
    source: str | Path, kind: str, read: Callable[[Document, Faults], Value | None], tree: Path | None
) -> tuple[Value | None, tuple[Diagnostic, ...]]:
    """What `read` makes of a file or a shipped name, if it is of this kind, and everything that was found.

    >>> from prioritera.loading.kinds import NETWORK
    >>> from prioritera.loading.rule_set import read_rule_set
    >>> value, found = read_source("prioritera:sbu-four", NETWORK, read_rule_set, None)
    >>> value, [diagnostic.code for diagnostic in found]
    (None, ['wrong-kind-of-file'])
    """
    faults = Faults()
    return of_kind(open_source(source, faults, tree), kind, read, faults), faults.all()


def of_kind(document: Document | None, kind: str, read: Callable[[Document, Faults], Value | None], faults: Faults) -> Value | None:
    """What `read` makes of a document, if it is of this kind; otherwise None, with what is wrong among the faults."""
    if document is None:
        return None
    found = kind_of_data(document.data)
    if found != kind:
        _note_kind(document, found, kind, faults)
        return None
    return read(document, faults)


def note_no_kind(document: Document, faults: Faults) -> None:
    """Note that a document has no table that tells what it is."""
    faults.add("kind-unknown", Span(document.shown, 1, 1), known=tuple(FIRST_TABLE.values()))


def open_source(source: str | Path, faults: Faults, tree: Path | None) -> Document | None:
    """The document of a path or a shipped name; nothing outside of `tree` is opened."""
    if is_shipped(source):
        leads = referred(str(source), None, "", faults, None)
        return open_document(*leads, faults) if leads else None
    path = Path(source)
    return open_document(Files(path.parent, tree=tree), path.name, faults)


def open_referred(files: Files, reference: str, at: Span | None, faults: Faults) -> Document | None:
    """The document that a round names at `at`: a shipped name, or a path relative to the round's folder."""
    leads = referred(reference, files, ROUND_FILE, faults, at)
    return open_document(*leads, faults, at) if leads else None


def _note_kind(document: Document, found: str, wanted: str, faults: Faults) -> None:
    if found:
        found_table, wanted_table = FIRST_TABLE[found], FIRST_TABLE[wanted]
        faults.add("wrong-kind-of-file", Span(document.shown, 1, 1), name=document.shown, found=found_table, wanted=wanted_table)
    else:
        note_no_kind(document, faults)
