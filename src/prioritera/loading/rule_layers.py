"""The files a rule set is made of: itself with its vocabularies, and under it what it extends, layer by layer."""

from collections.abc import Collection, Mapping, Sequence

import attrs

from prioritera.diagnostics import Faults, Related
from prioritera.frozen import frozen_tuple
from prioritera.loading.document import Document, open_document, refer
from prioritera.loading.structure import Items, note_unknown
from prioritera.reading.cursor import Cursor

PARTIAL = ("vocabularies", "outcomes")
REMOVABLE = ("vocabularies", "outcomes", "fields", "tables", "criteria", "selections")


@attrs.frozen
class Layer:
    """One rule set file: a cursor over the file, one over its `[ruleset]`, and one over each vocabulary file that it names."""

    main: Cursor
    head: Cursor
    has_head: bool
    vocabularies: tuple[Cursor, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def cursors(self) -> tuple[Cursor, ...]:
        """The vocabulary files first, then the rule set file."""
        return (*self.vocabularies, self.main)


def gather_layers(document: Document, faults: Faults) -> tuple[Layer, ...] | None:
    """The layers of a rule set, the one under all others first; None after noting which files cannot be read.

    Without one of its files nearly everything in a rule set would seem to be wrong.
    """
    is_whole = True
    layers: list[Layer] = []
    seen: dict[str, Cursor] = {}
    above: Document | None = document
    while above is not None:
        layer = _layer(above, faults)
        layers.append(layer)
        seen[above.shown] = layer.head
        below = _extended(above, layer.head, seen, faults)
        has_base = below is not None or "extends" not in layer.head.data
        has_words = len(layer.head.texts("vocabularies")) == len(layer.vocabularies)
        is_whole = is_whole and has_base and has_words
        above = below
    return tuple(reversed(layers)) if is_whole else None


def _layer(document: Document, faults: Faults) -> Layer:
    main = document.cursor(faults)
    head = main.table("ruleset")
    if head is None:
        if "ruleset" not in document.data:
            faults.add("missing-section", main.here, key="ruleset")
        return Layer(main, main.down({}, "ruleset"), has_head=False)
    references = head.texts("vocabularies")
    found = [_vocabulary(document, head, index, reference, faults) for index, reference in enumerate(references)]
    return Layer(main, head, has_head=True, vocabularies=[cursor for cursor in found if cursor is not None])


def _vocabulary(document: Document, head: Cursor, index: int, reference: str, faults: Faults) -> Cursor | None:
    at = head.place.value((*head.path, "vocabularies", index))
    leads = refer(document, reference, faults, at)
    opened = open_document(*leads, faults, at) if leads else None
    return opened.cursor(faults) if opened else None


def _extended(document: Document, head: Cursor, seen: Mapping[str, Cursor], faults: Faults) -> Document | None:
    reference = head.text("extends", "")
    if not reference:
        return None
    at = head.at("extends")
    leads = refer(document, reference, faults, at)
    if leads is None:
        return None
    name = leads[0].shown(leads[1])
    if name in seen:
        faults.add("extends-circle", at, name=name, related=(Related(span=seen[name].here, role="circle"),))
        return None
    return open_document(*leads, faults, at)


def merge_items(layers: Sequence[Layer], section: str, faults: Faults) -> Items:
    """The tables of a section by id: in each layer a same id replaces the whole item where it stands, and a new one comes last."""
    merged: Items = {}
    for layer in layers:
        own: Items = {}
        for cursor in layer.cursors if section in PARTIAL else (layer.main,):
            for ident, item in cursor.named(section):
                if ident in own:
                    faults.add("duplicate-id", item.here, value=ident, related=(Related(span=own[ident].here, role="first"),))
                else:
                    own[ident] = item
        for ident in removed(layer, section, merged):
            merged.pop(ident, None)
        merged |= own
    return merged


def removed(layer: Layer, section: str, below: Items) -> tuple[str, ...]:
    """The ids of a section that a layer takes away, each noted that is not there."""
    remove = layer.head.table("remove")
    if remove is None:
        return ()
    for other in REMOVABLE:
        remove.has(other)
    remove.close()
    names = remove.texts(section)
    for index, name in enumerate(names):
        if name not in below:
            note_no_such(remove, (section, index), name, below, section)
    return names


def note_no_such(cursor: Cursor, steps: tuple[str | int, ...], name: str, below: Collection[str], section: str) -> None:
    """Note that what is to be removed is not there; nothing is, in a rule set that extends none."""
    if below:
        note_unknown(cursor, steps, "remove-unknown", name, below, section=section)
    else:
        cursor.faults.add("remove-without-base", cursor.place.value((*cursor.path, *steps)), value=name, section=section)


def topmost(layers: Sequence[Layer], section: str) -> Cursor | None:
    """The section as the uppermost layer that has it writes it; those under it count as read."""
    found = [layer.main for layer in layers if layer.main.has(section)]
    return found[-1].table(section) if found else None


def close_layers(layers: Sequence[Layer]) -> None:
    """Note every key that nobody asked for, file by file."""
    for layer in layers:
        layer.head.close()
        for cursor in layer.cursors:
            cursor.close()
