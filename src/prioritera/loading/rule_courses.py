"""Courses: where a rule of the destination table sends a need, by way of whom, and who else is told."""

from collections.abc import Mapping

from prioritera.model.table import Also, Course, Target, Waypoint
from prioritera.reading.cursor import Cursor, shown
from prioritera.reading.ids import is_rule_id

ORIGIN = "origin"
SUPPORT = "support"
ROLES = ("informed", "invited")
_TARGETS = ("actor", "nearest", "contact_of")
_NOWHERE = Course(to=Target(origin=True))


def read_course(cursor: Cursor) -> Course:
    """The keys `to`, `via` and `also` of a rule; a harmless course after noting what was wrong with them."""
    before = cursor.faults.count
    if not cursor.has("to"):
        cursor.faults.add("missing-key", cursor.here, key="to")
    to = _target_or_table(cursor, "to") if cursor.has("to") else None
    via = [_waypoint(item) for item in _items(cursor, "via")]
    also = [_also(item) for item in _items(cursor, "also")]
    if cursor.faults.count != before or to is None:
        return _NOWHERE
    return Course(to=to, via=[stop for stop in via if stop], also=[other for other in also if other])


def _items(cursor: Cursor, key: str) -> list[Cursor]:
    """The elements of a list, each as a cursor over a table with one key: a bare actor id becomes `{ actor = id }`."""
    value = cursor.raw(key)
    if value is None:
        return []
    if not isinstance(value, list):
        cursor.fault("not-a-list", key, value=shown(value))
        return []
    found = []
    for index, item in enumerate(value):
        if isinstance(item, Mapping):
            found.append(cursor.down(item, key, index))
        elif isinstance(item, str):
            found.append(_bare(cursor, item, key, index))
        else:
            cursor.faults.add("not-a-target", cursor.place.value((*cursor.path, key, index)), value=shown(item))
    return found


def _bare(cursor: Cursor, item: str, *steps: str | int) -> Cursor:
    return cursor.down({"actor": item}, *steps)


def _target_or_table(cursor: Cursor, key: str) -> Target | None:
    value = cursor.data[key]
    if isinstance(value, str):
        return _target(_bare(cursor, value, key))
    if not isinstance(value, Mapping):
        cursor.faults.add("not-a-target", cursor.at(key), value=shown(value))
        return None
    table = cursor.down(value, key)
    target = _target(table)
    table.close()
    return target


def _target(cursor: Cursor) -> Target | None:
    """The one of `actor`, `nearest` and `contact_of` that is written."""
    before = cursor.faults.count
    written = [key for key in _TARGETS if cursor.has(key)]
    if len(written) != 1:
        cursor.faults.add("not-one-target", cursor.here, known=_TARGETS)
        return None
    (key,) = written
    if key == "contact_of":
        cursor.choice(key, (SUPPORT,))
        return Target(contact_of_support=True) if cursor.faults.count == before else None
    word = cursor.text(key)
    if word == ORIGIN and key == "actor":
        return Target(origin=True)
    if word.strip() and not is_rule_id(word):
        cursor.fault("bad-id", key, value=word)
    if cursor.faults.count != before:
        return None
    return Target(actor=word) if key == "actor" else Target(nearest=word)


def _waypoint(cursor: Cursor) -> Waypoint | None:
    before = cursor.faults.count
    is_answer = cursor.has("answer_to")
    actor = cursor.ident("answer_to" if is_answer else "actor")
    cursor.close()
    return None if cursor.faults.count != before else Waypoint(actor=actor, answer=is_answer)


def _also(cursor: Cursor) -> Also | None:
    role = cursor.choice("role", ROLES, ROLES[0])
    target = _target(cursor)
    cursor.close()
    return None if target is None or role not in ROLES else Also(target=target, role=role)
