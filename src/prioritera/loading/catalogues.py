"""The catalogue of what exists already, from its file."""

from prioritera.diagnostics import Faults
from prioritera.loading.document import Document
from prioritera.loading.structure import read_label, read_unique
from prioritera.model.catalogue import STATUSES, Catalogue, Support
from prioritera.reading.cursor import Cursor

_TEXTS = ("publisher", "target_group", "contact", "link", "source")


def read_catalogue_file(document: Document, faults: Faults) -> Catalogue | None:
    """The catalogue of a document, or None after noting everything that is wrong with it."""
    before = faults.count
    top = document.cursor(faults)
    head = top.table("catalogue")
    if head is not None:
        head.ident("id")
        head.close()
    elif "catalogue" not in document.data:
        faults.add("missing-section", top.here, key="catalogue")
    items = read_unique(top.tables("support"), faults)
    entries = {ident: _support(ident, cursor) for ident, cursor in items.items()}
    top.close()
    return None if faults.count != before else Catalogue(entries=entries)


def _support(ident: str, cursor: Cursor) -> Support:
    status = cursor.choice("status", STATUSES)
    entry = Support(
        id=ident,
        title=read_label(cursor, "title"),
        # A status that has been noted to be wrong; the entry is not used.
        status=status if status in STATUSES else STATUSES[0],
        areas=cursor.texts("areas"),
        year=cursor.whole("year"),
        since=cursor.day("since"),
        span=cursor.here,
        **{key: cursor.text(key, "") for key in _TEXTS},
    )
    cursor.close()
    return entry
