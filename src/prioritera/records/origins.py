"""Senders: who stands behind a need, resolved against the network."""

from datetime import date
from typing import Literal

from prioritera.model.need import BACKINGS, BRACKETS, CONSEQUENCES, DECISIONS, DONT_KNOW, Origin
from prioritera.reading.cursor import Cursor, shown
from prioritera.records.context import Context

_TEXTS = ("forum", "document", "method", "wording", "source", "example", "tried", "wished_form")
ALL: Literal["all"] = "all"


def read_origins(cursor: Cursor, need: str, context: Context) -> tuple[Origin, ...]:
    """The senders of one need. None at all is a fault: an unknown sender is declared."""
    rows = cursor.tables("origins")
    if not rows and not cursor.data.get("origins"):
        cursor.fault("no-origin", "origins", need=need)
    found = [_known(row, context) or _origin(row, need, context) for row in rows]
    return tuple(origin for origin in found if origin is not None)


def _key(row: Cursor) -> tuple[tuple[str, type, object], ...] | None:
    """What tells one sender's row from another; None for a row that holds more than plain values."""
    if not all(value is None or isinstance(value, str | int | date) for value in row.data.values()):
        return None
    return tuple((key, type(value), value) for key, value in row.data.items())


def _known(row: Cursor, context: Context) -> Origin | None:
    """The sender of a row with the same content that has been read before: most needs of a round come from few senders."""
    key = _key(row)
    return context.read_origins.get(key) if key is not None else None


def _origin(row: Cursor, need: str, context: Context) -> Origin | None:
    before = row.faults.count
    written = [key for key in ("actor", "unknown", "at_least") if row.has(key) and row.data[key] is not False]
    # An actor is never false, though "unknown" may be: it is read as the text that it must be, whatever stands beside it.
    actor = _actor(row, "actor", context) if written == ["actor"] or row.data.get("actor") is False else ""
    unknown = row.flag("unknown", default=False)
    at_least = row.whole("at_least", 0, least=1) or 0
    kind, within = row.text("of", ""), _actor(row, "within", context) if row.has("within") else ""
    if at_least and kind not in context.kinds:
        _note_kind(row, kind, context)
    backing, decided = row.choice("backing", BACKINGS, ""), row.choice("decided", DECISIONS, "")
    persons, consequence = row.choice("persons", tuple(BRACKETS), ""), row.choice("consequence", CONSEQUENCES, "")
    dont_know = _dont_know(row)
    covers = _who(row, "covers", context, may_be_all=True)
    present = _who(row, "present", context, may_be_all=False)
    on = row.day("on")
    texts = {key: row.text(key, "") for key in _TEXTS}
    # Only a compilation holds them: who misspells another key is not told of these.
    through = row.texts("through") if "through" in row.data else ()
    record = row.text("record", "") if "record" in row.data else ""
    row.close()
    if len(written) != 1 and (written or row.faults.count == before):
        row.faults.add("not-one-sender", row.here, need=need)
    if row.faults.count != before:
        return None
    origin = Origin(
        actor=actor,
        unknown=unknown,
        at_least=at_least,
        of=kind,
        within=within,
        backing=backing,
        decided=decided,
        covers=covers,
        present=None if present == ALL else present,
        on=on,
        through=through,
        record=record,
        persons=persons,
        consequence=consequence,
        dont_know=dont_know,
        **texts,
    )
    content = _key(row)
    if content is not None:
        context.read_origins[content] = origin
    return origin


def _dont_know(row: Cursor) -> tuple[str, ...]:
    """What the sender was asked and does not know."""
    said = row.texts("dont_know")
    for index, word in enumerate(said):
        if word not in DONT_KNOW:
            at = row.place.value((*row.path, "dont_know", index))
            row.faults.add("unknown-value", at, key="dont_know", value=word, known=DONT_KNOW, close=row.nearest(word, DONT_KNOW))
    return said


def _actor(row: Cursor, key: str, context: Context) -> str:
    word = row.text(key)
    return context.actors.find(row, (key,), word) if word.strip() else ""


def _note_kind(row: Cursor, kind: str, context: Context) -> None:
    if not row.has("of"):
        row.faults.add("missing-key", row.here, key="of")
    elif kind.strip():
        row.unknown("unknown-kind", "of", kind, tuple(context.kinds))


def _who(row: Cursor, key: str, context: Context, *, may_be_all: bool) -> tuple[str, ...] | int | Literal["all"] | None:
    """Whom a forum covers, or who was there: actors, only how many, or all; None when it is not recorded."""
    value = row.raw(key)
    if value is None or (may_be_all and value == ALL):
        return ALL if value == ALL else None
    if type(value) is int:
        return row.whole(key, least=1)
    if isinstance(value, list | tuple) and value and all(isinstance(item, str) for item in value):
        return tuple(context.actors.find(row, (key, index), word) for index, word in enumerate(value))
    row.fault("not-who", key, value=shown(value))
    return None
