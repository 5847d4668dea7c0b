"""Selections as rule sets and rounds write them: `[[selections]]`, each with an id of its own."""

from collections.abc import Sequence
from typing import Any

from prioritera.diagnostics import Faults
from prioritera.frozen import FrozenMap
from prioritera.loading.rule_layers import Layer, removed
from prioritera.loading.structure import Items, label_or_none, read_unique
from prioritera.methods.limits import Limits
from prioritera.model.selection import JUDGES, KINDS, LIMITS, LIST, UNION, Selection
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import need_id

SECTION = "selections"


def read_selections(rows: Sequence[Cursor], faults: Faults) -> tuple[Selection, ...]:
    """The selections of one file, in order; one with a fault is noted and left out."""
    return _read(read_unique(rows, faults), of_round=True)


def merge_selections(layers: Sequence[Layer], faults: Faults) -> tuple[Selection, ...]:
    """The selections of a rule set over its layers: the same id replaces the whole of the old one, a new one comes last."""
    merged: Items = {}
    for layer in layers:
        own = read_unique(layer.main.tables(SECTION), faults)
        for ident in removed(layer, SECTION, merged):
            merged.pop(ident, None)
        merged |= own
    return _read(merged)


def _read(items: Items, *, of_round: bool = False) -> tuple[Selection, ...]:
    found = [_selection(ident, row, of_round=of_round) for ident, row in items.items()]
    return tuple(one for one in found if one is not None)


def _selection(ident: str, row: Cursor, *, of_round: bool) -> Selection | None:
    before = row.faults.count
    kind = row.choice("kind", KINDS, LIMITS)
    parts: dict[str, Any] = {
        "label": label_or_none(row, "label"),
        **{key: row.texts(key) for key in ("areas", "outcomes", "destinations")},
        "decided_by": row.text("decided_by", ""),
        "on": row.day("on"),
        "because": label_or_none(row, "because"),
        **{key: row.text(key, "") for key in ("source", "status")},
    }
    if of_round:
        parts["chosen"] = _chosen(row)
    if kind == UNION:
        parts |= _union(row)
    elif kind == LIMITS:
        parts |= _limits(row)
    row.close()
    return None if row.faults.count != before else Selection(id=ident, kind=kind, **parts, span=row.here)


def _chosen(row: Cursor) -> list[str]:
    """The needs that a person has chosen in the grey zone: then who, which day and why must be written too."""
    chosen = [need_id(name) for name in row.texts("chosen")]
    for key in ("decided_by", "on", "because"):
        if chosen and not row.has(key):
            row.faults.add("missing-key", row.here, key=key)
    return chosen


def _union(row: Cursor) -> dict[str, Any]:
    """The first of each group together. Only groups of judges have a criterion, which says what they judged."""
    per = row.text("per", LIST)
    return {
        "per": per,
        "top": row.whole("top", least=1, required=True),
        "criterion": row.text("criterion") if per == JUDGES else "",
    }


def _limits(row: Cursor) -> dict[str, Any]:
    """How many in all and of each group; some limit must be said, and a limit of each group must say what groups are."""
    before = row.faults.count
    written = [key for key in ("min", "max", "groups") if row.has(key)]
    per, size = row.text("per", ""), row.whole("size", least=1)
    table = row.table("groups")
    named = [(key, table.table(key)) for key in table.data] if table is not None else []
    shared = _bounds(row)
    groups = {key: _bounds(one, shared, close=True) for key, one in named if one is not None}
    # What is written wrong has been told already, and may be a limit.
    if size is None and all(one == Limits() for one in (shared, *groups.values())) and row.faults.count == before:
        row.faults.add("selection-without-limits", row.here)
    elif written and not per:
        row.fault("selection-without-per", written[0])
    return {"per": per, "size": size, "limits": shared, "groups": FrozenMap(groups)}


def _bounds(row: Cursor, shared: Limits | None = None, *, close: bool = False) -> Limits:
    """At least and at most how many; what a group does not say of itself is as for all of them."""
    every = shared or Limits()
    least, most = row.whole("min", every.least, least=0), row.whole("max", every.most, least=0)
    if close:
        row.close()
    least = every.least if least is None else least
    if most is not None and most < least:
        row.fault("selection-limits-reversed", "max" if row.has("max") else "min", least=least, most=most)
        return Limits()
    return Limits(max(least, 0), most if most is None else max(most, 0))
