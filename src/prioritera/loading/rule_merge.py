"""Tables over layers: rules merge by id. The same id replaces the whole rule, a new one says before or after which, some are taken away."""

from collections.abc import Sequence

import attrs

from prioritera.diagnostics import Faults
from prioritera.loading.rule_layers import Layer, note_no_such
from prioritera.loading.structure import Items, read_unique
from prioritera.reading.cursor import Cursor


@attrs.define
class TableParts:
    """One table as the layers write it: a cursor for each layer that has it, the undermost first, and the merged rules in order."""

    cursors: list[Cursor]
    rules: Items

    @property
    def cursor(self) -> Cursor:
        """The table as the uppermost layer writes it."""
        return self.cursors[-1]

    def written(self, key: str) -> Cursor:
        """The uppermost table in which a key is written; the uppermost of all when none has it."""
        return next((cursor for cursor in reversed(self.cursors) if cursor.has(key)), self.cursor)

    def close(self) -> None:
        """Note unknown keys in every layer's table. What triage and destination conclude is not theirs to say."""
        for cursor in self.cursors:
            for key in ("hit", "aggregate", "order", "default", "label", "rules", *(("concludes",) if len(cursor.path) > 1 else ())):
                cursor.has(key)
            cursor.close()


def merge_table(layers: Sequence[Layer], section: str, faults: Faults) -> TableParts | None:
    """The table of a section such as `[triage]`; None, noted, when no layer has it."""
    parts: TableParts | None = None
    for layer in layers:
        cursor = layer.main.table(section)
        if cursor is not None:
            parts = _merged(parts, cursor, faults)
    if parts is None and not any(section in layer.main.data for layer in layers):
        faults.add("missing-section", layers[-1].main.here, key=section)
    return parts


def merge_tables(layers: Sequence[Layer], faults: Faults) -> dict[str, TableParts]:
    """The tables under `[tables]`, by id. A table that a layer removes is gone with its rules."""
    merged: dict[str, TableParts] = {}
    for layer in layers:
        remove = layer.head.table("remove")
        names = remove.texts("tables") if remove else ()
        for index, name in enumerate(names):
            if remove and name not in merged:
                note_no_such(remove, ("tables", index), name, merged, "tables")
            merged.pop(name, None)
        for ident, cursor in layer.main.named("tables"):
            merged[ident] = _merged(merged.get(ident), cursor, faults)
    return merged


def _merged(below: TableParts | None, cursor: Cursor, faults: Faults) -> TableParts:
    own = read_unique(cursor.tables("rules"), faults)
    if below is None:
        for ident, rule in own.items():
            for key in ("before", "after"):
                if rule.has(key):
                    rule.fault("place-without-base", key, value=ident)
        _note_removed(cursor, {})
        return TableParts([cursor], own)
    removed = _note_removed(cursor, below.rules)
    kept = {ident: rule for ident, rule in below.rules.items() if ident not in removed}
    return TableParts([*below.cursors, cursor], _placed(kept, own))


def _note_removed(cursor: Cursor, below: Items) -> frozenset[str]:
    names = cursor.texts("remove")
    for index, name in enumerate(names):
        if name not in below:
            note_no_such(cursor, ("remove", index), name, below, "rules")
    return frozenset(names)


def _placed(kept: Items, own: Items) -> Items:
    """The rules in order: those of `own` that are new stand where they say, in the order they are written."""
    order = list(kept)
    last_after: dict[str, str] = {}
    for ident, rule in own.items():
        place = _place(rule, ident in kept, [name for name in order if name != ident])
        if place is None:
            continue
        side, anchor = place
        if ident in order:
            order.remove(ident)
        if side == "before":
            order.insert(order.index(anchor), ident)
        else:
            order.insert(order.index(last_after.get(anchor, anchor)) + 1, ident)
            last_after[anchor] = ident
    rules = {**kept, **own}
    return {ident: rules[ident] for ident in order}


def _place(rule: Cursor, is_old: bool, others: Sequence[str]) -> tuple[str, str] | None:  # noqa: FBT001 -- said by its name
    """On which side of which rule a rule says that it stands; None where it stays, or after noting why it cannot be placed."""
    written = [key for key in ("before", "after") if rule.has(key)]
    if len(written) > 1 or (not written and not is_old):
        rule.faults.add("rule-not-placed", rule.at("id"), value=rule.text("id"))
        return None
    if not written:
        return None
    (side,) = written
    anchor = rule.text(side)
    if anchor not in others:
        rule.unknown("unknown-rule", side, anchor, others)
        return None
    return side, anchor
