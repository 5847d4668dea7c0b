"""The signs of needs in documents, from their file."""

from pathlib import Path

from prioritera.diagnostics import Diagnostic, Faults
from prioritera.documents.signals import PLAN_PARTS, TAKES, Phrase, Section, Signals
from prioritera.loading.document import Document, open_document
from prioritera.loading.files import Files
from prioritera.loading.shipped import shipped_folder
from prioritera.loading.structure import read_label, read_unique
from prioritera.reading.cursor import Cursor

SHIPPED = "documents.toml"


def read_signals(path: Path | None = None, *, tree: Path | None = None) -> tuple[Signals | None, tuple[Diagnostic, ...]]:
    """The signs of a file, those that come with prioritera without one; or None, and everything that was found.

    >>> read_signals()[0].status
    'proposal'
    """
    faults = Faults()
    file = path or shipped_folder() / "signals" / SHIPPED
    document = open_document(Files(file.parent, tree=tree), file.name, faults)
    return None if document is None else read_signals_file(document, faults), faults.all()


def read_signals_file(document: Document, faults: Faults) -> Signals | None:
    """The signs of a document, or None after noting everything that is wrong with it."""
    before = faults.count
    top = document.cursor(faults)
    head = top.table("signals")
    if head is None:
        if "signals" not in document.data:
            faults.add("missing-section", top.here, key="signals")
        return None
    ident, label = head.ident("id"), read_label(head, "label")
    version, status = head.text("version", ""), head.text("status", "")
    head.close()
    sections = [_section(name, cursor) for name, cursor in read_unique(top.tables("sections"), faults).items()]
    phrases = [_phrase(name, cursor) for name, cursor in read_unique(top.tables("phrases"), faults).items()]
    never = _words(top.table("not"), "words")
    plan = _plan(top.table("plan"))
    top.close()
    if faults.count != before:
        return None
    return Signals(id=ident, version=version, status=status, label=label, sections=sections, phrases=phrases, never=never, plan=plan)


def _section(ident: str, cursor: Cursor) -> Section:
    takes = cursor.choice("takes", TAKES)
    section = Section(
        id=ident,
        headings=cursor.texts("headings"),
        # A word that has been noted to be wrong; the section is not used.
        takes=takes if takes in TAKES else TAKES[0],
        whole=cursor.flag("whole", default=False),
        label=read_label(cursor, "label"),
        source=cursor.text("source", ""),
    )
    cursor.close()
    return section


def _phrase(ident: str, cursor: Cursor) -> Phrase:
    phrase = Phrase(
        id=ident,
        words=cursor.texts("words"),
        weak=cursor.flag("weak", default=False),
        label=read_label(cursor, "label"),
        source=cursor.text("source", ""),
    )
    cursor.close()
    return phrase


def _words(cursor: Cursor | None, key: str) -> tuple[str, ...]:
    if cursor is None:
        return ()
    words = cursor.texts(key)
    cursor.close()
    return words


def _plan(cursor: Cursor | None) -> dict[str, tuple[str, ...]]:
    if cursor is None:
        return {}
    parts = {part: cursor.texts(part) for part in PLAN_PARTS}
    cursor.close()
    return parts
