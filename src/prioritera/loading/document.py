"""One TOML file that has been read: its data, its places, and where the paths in it lead from."""

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files, referred
from prioritera.loading.toml_spans import TomlPlace
from prioritera.loading.toml_text import Table, parse_toml
from prioritera.reading.cursor import Cursor


@attrs.frozen(kw_only=True)
class Document:
    """`name` is the file relative to the folder of `files`. `files` is None for a text that stands in no folder."""

    name: str
    files: Files | None
    data: Table
    place: TomlPlace

    @property
    def shown(self) -> str:
        """The name as it stands in messages."""
        return self.files.shown(self.name) if self.files else self.name

    def cursor(self, faults: Faults) -> Cursor:
        """A cursor over the whole file."""
        return Cursor(self.data, (), self.place, faults)


def document_of(text: str, name: str, files: Files | None, faults: Faults) -> Document | None:
    """The document of a text, or None after noting why there is none."""
    parsed = parse_toml(text, files.shown(name) if files else name, faults)
    return Document(name=name, files=files, data=parsed[0], place=parsed[1]) if parsed else None


def open_document(files: Files, name: str, faults: Faults, at: Span | None = None) -> Document | None:
    """The document of a file, or None after noting why there is none."""
    text = files.text(name, faults, at)
    return None if text is None else document_of(text, name, files, faults)


def refer(document: Document, reference: str, faults: Faults, at: Span | None) -> tuple[Files, str] | None:
    """Where a path written in a document leads, or None after noting why it leads nowhere."""
    return referred(reference, document.files, document.name, faults, at)
