"""What is changed by hand and what is appealed against, from round.toml: each with who, which day and why."""

from collections.abc import Sequence
from typing import Any

from prioritera.diagnostics import Related
from prioritera.model.by_hand import CLASS, OUTCOME, THINGS, Appeal, Override
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.ids import need_id, same_id_key
from prioritera.reading.numbers import is_small


def read_overrides(rows: Sequence[Cursor]) -> tuple[Override, ...]:
    """The changes by hand; one with a fault is noted and left out, and so is a second change of the same thing of a need."""
    found: dict[tuple[str, str], Override] = {}
    for row in rows:
        before = row.faults.count
        parts = _override(row)
        row.close()
        if row.faults.count != before:
            continue
        made = Override(**parts, span=row.here)
        key = (same_id_key(made.need), made.thing)
        if key in found:
            related = (Related(span=first, role="first"),) if (first := found[key].span) is not None else ()
            row.faults.add("override-twice", row.here, need=made.need, thing=made.thing, related=related)
        else:
            found[key] = made
    return tuple(found.values())


def read_appeals(rows: Sequence[Cursor]) -> tuple[Appeal, ...]:
    """What has been appealed against; an answer stands with its day, and not before the appeal."""
    found = []
    for row in rows:
        before = row.faults.count
        parts = _appeal(row)
        row.close()
        if row.faults.count == before:
            found.append(Appeal(**parts, span=row.here))
    return tuple(found)


def _override(row: Cursor) -> dict[str, Any]:
    said = _said(row)
    written = [thing for thing in THINGS if row.has(thing)]
    if len(written) != 1:
        row.faults.add("override-not-one-thing", row.here, need=said["need"])
        return said
    (thing,) = written
    return {**said, "thing": thing, "to": row.text(OUTCOME) if thing == OUTCOME else _class(row)}


def _class(row: Cursor) -> str | int:
    """The word, the number or the truth value of a class; whether the rule set has it is seen when the rules are known."""
    value = row.data[CLASS]
    if isinstance(value, str):
        return row.text(CLASS)
    if isinstance(value, int) and is_small(value):
        return value
    if isinstance(value, int):
        row.fault("number-too-long", CLASS)
    else:
        row.fault("class-of-no-kind", CLASS, value=shown(value))
    return ""


def _appeal(row: Cursor) -> dict[str, Any]:
    said = _said(row)
    answer, answered_on = row.text("answer", ""), row.day("answered_on")
    if bool(answer.strip()) is (answered_on is None):
        row.faults.add("appeal-answered-half", row.here, need=said["need"])
    elif answered_on is not None and said["on"] is not None and answered_on < said["on"]:
        row.fault("appeal-answered-before", "answered_on", need=said["need"], on=said["on"].isoformat(), value=answered_on.isoformat())
    return {**said, "answer": answer, "answered_on": answered_on}


def _said(row: Cursor) -> dict[str, Any]:
    """Of which need it is, and who, which day and why: none of them may be left out."""
    texts = {key: row.text(key) for key in ("need", "by", "because")}
    on = row.day("on")
    if not row.has("on"):
        row.faults.add("missing-key", row.here, key="on")
    return {**texts, "need": need_id(texts["need"]), "on": on, "source": row.text("source", "")}
