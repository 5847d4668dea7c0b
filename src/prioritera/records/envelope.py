"""The envelope of a need: what every record may say, whatever the rule set."""

from collections.abc import Mapping
from typing import Any

from prioritera.model.need import FINDINGS, GAP_TYPES, USES, Check, Evidence, Question, SupportMatch, Wording
from prioritera.reading.close import shortened
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import need_id, same_id_key
from prioritera.records.compiled import read_compiled
from prioritera.records.context import Context
from prioritera.records.origins import read_origins
from prioritera.records.spoken import plain

_COVERS = ("question", "area")
_PARTS = ("target_group", "intervention", "context", "comparison", "outcome")
_WORDS = {"use_in_sweden": USES, "gap_type": GAP_TYPES}


def read_envelope(cursor: Cursor, need: str, ids: Mapping[str, str], context: Context) -> dict[str, Any]:
    """Everything about a need but its facts and assessments, by the name of the need's field that holds it."""
    wording, source = cursor.text("wording", ""), cursor.text("source", "")
    compiled = read_compiled(cursor)
    return {
        "id": need,
        "title": cursor.text("title", wording or None),
        "area": _area(cursor, context),
        "wordings": [*([Wording(need=need, text=wording, source=source)] if wording else ()), *compiled.wordings],
        "merged": compiled.merged,
        "tallies": compiled.tallies,
        "origins": read_origins(cursor, need, context),
        "evidence": [_evidence(row, need) for row in cursor.tables("evidence")],
        "support": read_support(cursor, need, context),
        "checked": [_check(row) for row in cursor.tables("checked")],
        "links": cursor.texts("links"),
        "indicators": cursor.texts("indicators"),
        "wished_form": cursor.text("wished_form", ""),
        "benefit": cursor.text("benefit", ""),
        "question": _question(cursor),
        "same_as": _same_as(cursor, need, ids),
        "note": cursor.text("note", ""),
        "source": source,
    }


def _area(cursor: Cursor, context: Context) -> str:
    """The need's area; that of a round about one area where the need does not say."""
    area = cursor.text("area", context.only_area or None)
    if area.strip() and area not in context.areas and cursor.has("area"):
        meant = [term.id for term in context.areas.values() if plain(area) in {plain(term.label.sv), plain(term.label.en)}]
        close = meant[0] if meant else cursor.nearest(area, context.areas)
        cursor.fault("unknown-area", "area", value=area, known=shortened(tuple(context.areas)), close=close)
    return area


def _same_as(cursor: Cursor, need: str, ids: Mapping[str, str]) -> str:
    """The id of the record that this one is the same as, as that record writes it."""
    name = need_id(cursor.text("same_as", ""))
    if name and same_id_key(name) not in ids:
        cursor.fault("unknown-same-as", "same_as", need=need, value=name, close=cursor.nearest(name, ids.values()))
    return ids.get(same_id_key(name), "")


def _evidence(row: Cursor, need: str) -> Evidence:
    evidence = Evidence(
        kind=row.text("kind"),
        asked=row.whole("asked", least=0),
        answered=row.whole("answered", least=0),
        **{key: row.text(key, "") for key in ("text", "document", "source")},
    )
    if evidence.asked is not None and evidence.answered is not None and evidence.answered > evidence.asked:
        row.fault("more-answers-than-asked", "answered", need=need, value=evidence.answered, asked=evidence.asked)
    row.close()
    return evidence


def read_support(cursor: Cursor, need: str, context: Context) -> list[SupportMatch]:
    """The entries of the catalogue that may meet a need."""
    return [_support(row, need, context) for row in cursor.tables("support")]


def _support(row: Cursor, need: str, context: Context) -> SupportMatch:
    entry = row.text("entry")
    if entry.strip() and entry not in context.entries:
        known = shortened(tuple(context.entries))
        code = "unknown-support" if context.entries else "catalogue-empty"
        row.fault(code, "entry", need=need, value=entry, known=known, close=row.nearest(entry, context.entries))
    covers = row.choice("covers", _COVERS, _COVERS[0])
    match = SupportMatch(
        entry=entry,
        covers=covers if covers in _COVERS else _COVERS[0],
        confirmed=row.flag("confirmed", default=False),
        by=row.text("by", ""),
        on=row.day("on"),
        source=row.text("source", ""),
    )
    row.close()
    return match


def _check(row: Cursor) -> Check:
    """One look for what exists: where, or for an established gap which source says so, and what came of it."""
    where, found = row.texts("where"), row.choice("found", FINDINGS)
    if any(not place.strip() for place in where):
        row.fault("empty-text", "where")
    elif row.has("where") and not row.data["where"]:
        row.fault("list-empty", "where")
    elif not row.has("where") and not (found == "gap" and row.has("source")):
        row.faults.add("missing-key", row.here, key="where")
    check = Check(
        where=where,
        found=found if found in FINDINGS else FINDINGS[0],
        by=row.text("by", ""),
        on=row.day("on"),
        source=row.text("source", ""),
    )
    row.close()
    return check


def _question(cursor: Cursor) -> Question:
    parts = cursor.table("question")
    if parts is None:
        return Question()
    texts = {key: parts.text(key, "") for key in _PARTS}
    said = {key: parts.choice(key, known, "") for key, known in _WORDS.items()}
    parts.close()
    return Question(**texts, **{key: word if word in _WORDS[key] else "" for key, word in said.items()})
