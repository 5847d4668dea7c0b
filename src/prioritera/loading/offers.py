"""The offers of actors, from their file."""

from collections.abc import Collection
from typing import Literal

from prioritera.diagnostics import Faults
from prioritera.loading.document import Document
from prioritera.loading.structure import NO_LABEL, check_known, label_or_none, read_label, read_unique
from prioritera.model.offers import Offer, Offers, SupportKind
from prioritera.reading.cursor import Cursor

ALL: Literal["all"] = "all"
_TEXTS = ("contact", "link", "source", "status")


def read_offers_file(document: Document, faults: Faults) -> Offers | None:
    """The offers of a document, or None after noting everything that is wrong with it."""
    before = faults.count
    top = document.cursor(faults)
    head = top.table("offers")
    if head is None and "offers" not in document.data:
        faults.add("missing-section", top.here, key="offers")
    ident, label = (head.ident("id"), read_label(head, "label")) if head else ("", NO_LABEL)
    head = head or top.down({}, "offers")
    source, status, open_areas = head.text("source", ""), head.text("status", ""), head.texts("open_areas")
    head.close()
    kinds = {name: _kind(name, cursor) for name, cursor in read_unique(top.tables("kinds"), faults).items()}
    offers = [_offer(name, cursor, kinds) for name, cursor in read_unique(top.tables("offer"), faults).items()]
    top.close()
    if faults.count != before:
        return None
    return Offers(id=ident, label=label, source=source, status=status, open_areas=open_areas, kinds=kinds, offers=offers, span=head.here)


def _kind(ident: str, cursor: Cursor) -> SupportKind:
    meets = cursor.table("meets") or cursor.down({}, "meets")
    kind = SupportKind(
        id=ident,
        label=read_label(cursor, "label"),
        meets={field: meets.texts(field) for field in meets.data},
        source=cursor.text("source", ""),
        status=cursor.text("status", ""),
        span=cursor.here,
    )
    cursor.close()
    return kind


def _offer(ident: str, cursor: Cursor, known: Collection[str]) -> Offer:
    kinds, serves = _said(cursor, "kinds"), _said(cursor, "serves")
    check_known(cursor, "kinds", "unknown-support-kind", kinds or (), known)
    offer = Offer(
        id=ident,
        actor=cursor.text("actor"),
        areas=_said(cursor, "areas"),
        kinds=kinds,
        serves=ALL if serves == (ALL,) else serves,
        what=label_or_none(cursor, "what"),
        span=cursor.here,
        **{key: cursor.text(key, "") for key in _TEXTS},
    )
    cursor.close()
    return offer


def _said(cursor: Cursor, key: str) -> tuple[str, ...] | None:
    """The words under a key; None when nobody has said them. An empty list says neither that nor none, and is a fault."""
    if not cursor.has(key):
        return None
    words = cursor.texts(key)
    if cursor.data[key] in ([], ()):
        cursor.fault("offer-says-nothing", key)
    elif not all(word.strip() for word in words):
        cursor.fault("empty-text", key)
    return words
