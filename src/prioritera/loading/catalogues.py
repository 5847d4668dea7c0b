"""The catalogues of what exists already, from their files: TOML, and the sheets that people keep."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

import attrs

from prioritera.diagnostics import Faults, Related, Span
from prioritera.loading.catalogue_sheets import sheet_rows
from prioritera.loading.document import Document, open_document
from prioritera.loading.files import Files
from prioritera.loading.grids import GRID_SUFFIXES
from prioritera.loading.kinds import CATALOGUE, FIRST_TABLE, kind_of_data
from prioritera.loading.structure import label_or_none, read_label, read_unique
from prioritera.model.catalogue import STATUSES, Catalogue, Listed, Place, Support
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import as_id

DEFAULT_ID = "catalogue"
_TEXTS = ("publisher", "target_group", "intervention", "contact", "link", "source")
Item = TypeVar("Item", Support, Place)


def read_catalogue_file(document: Document, faults: Faults) -> Catalogue | None:
    """The catalogue of a document, or None after noting everything that is wrong with it."""
    before = faults.count
    top = document.cursor(faults)
    head = top.table("catalogue")
    listed = _listed(head) if head is not None else Listed(id=DEFAULT_ID)
    if head is None and "catalogue" not in document.data:
        faults.add("missing-section", top.here, key="catalogue")
    support = read_unique(top.tables("support"), faults)
    places = read_unique(top.tables("places"), faults)
    found = Catalogue(
        entries={ident: _support(ident, cursor, listed.id) for ident, cursor in support.items()},
        places={ident: _place(ident, cursor) for ident, cursor in places.items()},
        listed=[listed],
    )
    top.close()
    return None if faults.count != before else found


def read_catalogue_from(files: Files, name: str, faults: Faults, at: Span | None = None) -> Catalogue | None:
    """The catalogue of a file, whatever kind of file it is, or None after noting everything that is wrong with it.

    A sheet is named by its file; each row is an entry. The columns are those of `[[support]]`.

    Args:
        files: where it is opened from.
        name: the file: .toml, .csv, .xlsx, .xls or .ods.
        faults: where faults are noted.
        at: where the file is named, if it is.

    Raises:
        PrioriteraError: it is a workbook, and the extra `excel` is not installed.
    """
    path = PurePosixPath(name)
    if path.suffix.lower() in GRID_SUFFIXES:
        return _of_sheets(files, name, faults, at)
    document = open_document(files, name, faults, at)
    if document is None:
        return None
    kind = kind_of_data(document.data)
    if kind not in ("", CATALOGUE):
        here = Span(document.shown, 1, 1)
        faults.add("wrong-kind-of-file", here, name=document.shown, found=FIRST_TABLE[kind], wanted=FIRST_TABLE[CATALOGUE])
        return None
    return read_catalogue_file(document, faults)


def joined(catalogues: Sequence[Catalogue], faults: Faults) -> Catalogue:
    """Several catalogues as one; an id that stands in two of them is noted with both places."""
    return Catalogue(
        entries=_together([one.entries for one in catalogues], faults),
        places=_together([one.places for one in catalogues], faults),
        listed=[listed for one in catalogues for listed in one.listed],
    )


def _together(maps: Sequence[Mapping[str, Item]], faults: Faults) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for items in maps:
        for ident, item in items.items():
            if ident in found:
                first = tuple(Related(span=span, role="first") for span in (found[ident].span,) if span is not None)
                faults.add("duplicate-id", item.span, value=ident, related=first)
            found.setdefault(ident, item)
    return found


def _listed(head: Cursor) -> Listed:
    listed = Listed(
        id=head.ident("id"),
        label=label_or_none(head, "label"),
        about=label_or_none(head, "about"),
        status=head.text("status", ""),
        source=head.text("source", ""),
    )
    head.close()
    return listed


def _of_sheets(files: Files, name: str, faults: Faults, at: Span | None) -> Catalogue | None:
    found = Faults()
    listed = Listed(id=as_id(PurePosixPath(name).stem) or DEFAULT_ID)
    items = read_unique(sheet_rows(files, name, found, at), found)
    entries = {ident: _support(ident, cursor, listed.id) for ident, cursor in items.items()}
    # Of a row, what is missing is a cell and not a key.
    faults.extend(attrs.evolve(one, code="cell-empty") if one.code == "missing-key" else one for one in found.all())
    return None if found.count else Catalogue(entries=entries, listed=[listed])


def _support(ident: str, cursor: Cursor, catalogue: str) -> Support:
    status = cursor.choice("status", STATUSES)
    entry = Support(
        id=ident,
        title=read_label(cursor, "title"),
        # A status that has been noted to be wrong; the entry is not used.
        status=status if status in STATUSES else STATUSES[0],
        areas=cursor.texts("areas"),
        year=cursor.whole("year"),
        since=cursor.day("since"),
        catalogue=catalogue,
        span=cursor.here,
        **{key: cursor.text(key, "") for key in _TEXTS},
    )
    cursor.close()
    return entry


def _place(ident: str, cursor: Cursor) -> Place:
    place = Place(
        id=ident, title=read_label(cursor, "title"), link=cursor.text("link", ""), source=cursor.text("source", ""), span=cursor.here
    )
    cursor.close()
    return place
