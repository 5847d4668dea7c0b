"""What people have decided in a round, from round.toml and the file of answers."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from prioritera.loading.by_hand import read_appeals, read_overrides
from prioritera.loading.selections import read_selections
from prioritera.model.round import (
    COMMITTEE_DECISIONS,
    GROUPS,
    REACHED_STATES,
    RESPONSE_STATES,
    Answer,
    CommitteeDecision,
    Cut,
    LeftOut,
    Reached,
    Response,
    SameAs,
)
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.ids import need_id

Made = TypeVar("Made")


def read_answers(rows: Sequence[Cursor]) -> tuple[Answer, ...]:
    """What recipients have said, each bound to a need and the question that was asked."""
    return _read(rows, Answer, _answer)


def read_decisions(top: Cursor) -> dict[str, Any]:
    """The decisions of round.toml, by the name of the round's field that holds them."""
    return {
        "responses": _read(top.tables("responses"), Response, _response),
        "reached": _read(top.tables("reached"), Reached, _reached),
        "same_as": _read(top.tables("same_as"), SameAs, _same_as),
        "left_out": _read(top.tables("left_out"), LeftOut, _left_out),
        "cuts": _read(top.tables("cuts"), Cut, _cut),
        "selections": read_selections(top.tables("selections"), top.faults),
        "committee": _read(top.tables("committee"), CommitteeDecision, _committee),
        "overrides": read_overrides(top.tables("overrides")),
        "appeals": read_appeals(top.tables("appeals")),
    }


def _read(rows: Sequence[Cursor], make: Callable[..., Made], read: Callable[[Cursor], dict[str, Any]]) -> tuple[Made, ...]:
    """One value a row; a row with a fault, an unknown key among them, is noted and left out."""
    found = []
    for row in rows:
        before = row.faults.count
        parts = read(row)
        row.close()
        if row.faults.count == before:
            found.append(make(**parts, span=row.here))
    return tuple(found)


def _answer(row: Cursor) -> dict[str, Any]:
    required = {key: row.text(key) for key in ("question", "who", "text")}
    return {"need": _need(row, "need"), "on": row.day("on"), "link": row.text("link", ""), "source": row.text("source", ""), **required}


def _response(row: Cursor) -> dict[str, Any]:
    return {"actor": row.text("actor"), "state": row.choice("state", RESPONSE_STATES), "by": row.text("by", "")}


def read_size_limits(head: Cursor) -> tuple[int, ...]:
    """The populations that part municipalities into classes of size: whole numbers above 0, each larger than the one before."""
    limits = head.raw("size_limits")
    if limits is None:
        return ()
    listed = [one for one in limits if type(one) is int] if isinstance(limits, list) else []
    if listed != limits or not listed or listed != sorted({*listed}) or listed[0] <= 0:
        head.fault("size-limits-not-rising", "size_limits", value=shown(limits))
    return tuple(listed)


def _reached(row: Cursor) -> dict[str, Any]:
    texts = {key: row.text(key, "") for key in ("name", "how", "source")}
    return {"group": row.choice("group", GROUPS), "state": row.choice("state", REACHED_STATES), **texts}


def _same_as(row: Cursor) -> dict[str, Any]:
    merged = row.texts("merged")
    if not merged:
        row.faults.add("list-empty" if row.has("merged") else "missing-key", row.at("merged"), key="merged")
    return {"keep": _need(row, "keep"), "merged": [need_id(name) for name in merged], "by": row.text("by", "")}


def _left_out(row: Cursor) -> dict[str, Any]:
    required = {key: row.text(key) for key in ("area", "criterion", "decided_by")}
    return {"on": row.day("on"), "because": row.text("because", ""), **required}


def _cut(row: Cursor) -> dict[str, Any]:
    return {"k": row.whole("k", required=True, least=1), "area": row.text("area", ""), "destination": row.text("destination", "")}


def _committee(row: Cursor) -> dict[str, Any]:
    return {
        "need": _need(row, "need"),
        "committee": row.text("committee"),
        "decision": row.choice("decision", COMMITTEE_DECISIONS),
        "on": row.day("on"),
        "because": row.text("because", ""),
        "source": row.text("source", ""),
    }


def _need(row: Cursor, key: str) -> str:
    return need_id(row.text(key))
