"""Mends that a message itself settles: the nearest word, the type that is meant, an id of its own. Each is made in a draft of the file."""

import re
from decimal import Decimal

from prioritera.diagnostics import Diagnostic
from prioritera.loading.draft import Draft
from prioritera.reading.ids import as_id
from prioritera.reading.place import Path

# What people read and no rule does: any text will do in its place.
LABELS = frozenset({"label", "question", "about", "because", "text", "unit", "ground"})
_ANY_LABEL = {"sv": "…", "en": "…"}
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_WHOLE = ("not-a-whole", "test-for-whole")
_FLAG = ("not-a-flag", "test-for-flag")
_FLAGS = {"true": True, "false": False}


def mend_as_suggested(found: Diagnostic, draft: Draft) -> bool:
    """Mend one fault in the draft as its message says, if the message says but one thing; whether it did."""
    place = draft.path_of(found)
    if place is None:
        return False
    path, is_key = place
    if not draft.holds(path):
        return False
    close = str(found.params.get("close", ""))
    if close and is_key:
        return _renamed(path, close, draft)
    if close and isinstance(draft.get(path), str):
        draft.put(path, close)
        return True
    return _labelled(found, path, draft) or _retyped(found, path, draft)


def _renamed(path: Path, close: str, draft: Draft) -> bool:
    if close in draft.table(path[:-1]):
        return False
    draft.rename(path, close)
    return True


def _labelled(found: Diagnostic, path: Path, draft: Draft) -> bool:
    """A text that people read is there, or is not what it should be: any text takes its place, for no rule reads it."""
    inside = next((length for length, step in enumerate(path, 1) if step in LABELS and draft.table(path[: length - 1])), None)
    if inside is not None:
        draft.put(path[:inside], dict(_ANY_LABEL))
        return True
    if found.code == "missing-key" and found.params.get("key") in LABELS and isinstance(draft.get(path), dict):
        draft.put((*path, str(found.params["key"])), dict(_ANY_LABEL))
        return True
    return False


def _retyped(found: Diagnostic, path: Path, draft: Draft) -> bool:
    """A value of the right kind in quotation marks, or one that only lacks them."""
    value = draft.get(path)
    meant: object = None
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        whole = found.code in _WHOLE and value.lstrip("+-").isdigit()
        meant = int(value) if whole else Decimal(value) if found.code == "not-a-number" else None
    elif isinstance(value, str) and found.code in _FLAG:
        meant = _FLAGS.get(value)
    elif isinstance(value, int | Decimal) and found.code == "not-a-text":
        meant = str(value)
    if meant is None:
        return False
    draft.put(path, meant)
    return True


def mend_as_allowed(found: Diagnostic, draft: Draft) -> bool:
    """Mend one fault in the draft in one of the ways that its message allows, where none changes what tables mean; whether it did."""
    place = draft.path_of(found)
    if place is None:
        return False
    path = place[0]
    if found.code in {"off-step", "weights-total"}:
        draft.put(path, Decimal(str(found.params["below"])) if found.code == "off-step" else found.params["sum"])
        return True
    rule = draft.rule_at(path)
    if rule is None:
        return False
    if found.code == "missing-key" and found.params.get("key") == "id":
        draft.put((*path, "id"), _new_id("rule", rule[0], draft))
        return True
    if found.code in {"duplicate-id", "bad-id"} and path[-1] == "id":
        draft.put(path, _new_id(as_id(str(draft.get(path))) or "rule", rule[0], draft))
        return True
    return False


def _new_id(ident: str, table: str, draft: Draft) -> str:
    """An id like this one that no other rule of the table has."""
    taken = {str(other.get("id")) for other in draft.rules_of(table)}
    number = 2
    while f"{ident}-{number}" in taken:
        number += 1
    return f"{ident}-{number}"
