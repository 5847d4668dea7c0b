"""Decision tables: their rules, each with its conditions and what it concludes."""

from collections.abc import Mapping
from typing import Any

import attrs

from prioritera.diagnostics import Related
from prioritera.loading.rule_conditions import Readable, read_conditions
from prioritera.loading.rule_courses import read_course
from prioritera.loading.rule_merge import TableParts
from prioritera.loading.rule_policies import Policy, read_order
from prioritera.loading.structure import check_known, label_or_none
from prioritera.model.condition import SCORE
from prioritera.model.field import Kind
from prioritera.model.table import Aggregate, Course, Rule, Table
from prioritera.reading.cursor import Cursor

DEFAULT = "default"


@attrs.frozen
class Concludes:
    """What a table's rules conclude, by which policy: the field, the key that a rule writes it under, and the words it may be.

    No words: a course, or of a policy that concludes a number, a number.
    """

    field: str
    key: str
    words: tuple[str, ...] | None
    policy: Policy


def read_table(ident: str, parts: TableParts, concludes: Concludes, readable: Readable) -> Table | None:
    """One table, or None when something in it was wrong."""
    faults = parts.cursor.faults
    before = faults.count
    found = [_rule(cursor, concludes, readable) for cursor in parts.rules.values()]
    if not found:
        faults.add("table-without-rules", parts.cursor.here, value=ident)
    rules = [rule for rule in found if rule is not None]
    order = read_order(ident, parts, concludes.policy, rules, concludes.words or ())
    default = _default(ident, parts, concludes, readable)
    label = label_or_none(parts.written("label"), "label")
    parts.close()
    if faults.count != before:
        return None
    return Table(
        id=ident,
        concludes=concludes.field,
        hit=concludes.policy.hit,
        aggregate=concludes.policy.aggregate,
        order=order,
        rules=rules,
        default=default,
        label=label,
        span=parts.cursor.here,
    )


def _rule(cursor: Cursor, concludes: Concludes, readable: Readable) -> Rule | None:
    before = cursor.faults.count
    when = cursor.table("when")
    conditions = read_conditions(when, readable) if when is not None else ()
    counted = concludes.policy.aggregate is Aggregate.COUNT
    if counted and concludes.key in cursor.data and cursor.has(concludes.key):
        cursor.faults.add("counted-rule-concludes", cursor.at_key(concludes.key), key=concludes.key)
    then = "" if counted else _conclusion(cursor, concludes)
    return _whole(cursor, before, readable, id=cursor.text("id"), when=conditions, then=then)


def _default(ident: str, parts: TableParts, concludes: Concludes, readable: Readable) -> Rule | None:
    """What the table concludes when no rule matches: written as a rule without conditions, whose id can be left out."""
    cursor = parts.written(DEFAULT).table(DEFAULT)
    if cursor is None:
        return None
    before = cursor.faults.count
    default_id = cursor.ident("id") if cursor.has("id") else DEFAULT
    if default_id in parts.rules:
        related = (Related(span=parts.rules[default_id].at("id"), role="first"),)
        cursor.faults.add("duplicate-id", cursor.at("id"), value=default_id, related=related)
    if "when" in cursor.data and cursor.has("when"):
        cursor.fault("default-with-conditions", "when", table=ident)
    return _whole(cursor, before, readable, id=default_id, then=_conclusion(cursor, concludes))


def _whole(cursor: Cursor, before: int, readable: Readable, **parts: Any) -> Rule | None:  # noqa: ANN401 -- parts of a rule
    """A rule with what every rule may say besides; None when something in it was wrong."""
    ask = cursor.texts("ask")
    check_known(cursor, "ask", "unknown-field", ask, [name for name in readable.names if name not in {SCORE, "band"}])
    because = label_or_none(cursor, "because")
    source, status = cursor.text("source", ""), cursor.text("status", "")
    cursor.close()
    if cursor.faults.count != before:
        return None
    return Rule(**parts, ask=ask, because=because, source=source, status=status, span=cursor.here)


def _conclusion(cursor: Cursor, concludes: Concludes) -> str | int | Course:
    if concludes.policy.concludes is Kind.WHOLE:
        return cursor.whole(concludes.key, required=True) or 0
    if concludes.words is None:
        return read_course(cursor)
    word = cursor.text(concludes.key)
    if word and word not in concludes.words:
        cursor.unknown("unknown-conclusion", concludes.key, word, concludes.words)
    return word


def in_order(tables: Mapping[str, Table], cursors: Mapping[str, Cursor]) -> tuple[Table, ...]:
    """The tables so that each stands after those whose conclusions it reads, otherwise as they are written. A circle is noted."""
    concluding = {table.concludes: table for table in tables.values()}
    placed: dict[str, Table] = {}
    waiting = dict(tables)
    while waiting:
        ready = next((table for table in waiting.values() if _needs(table, concluding) <= placed.keys()), None)
        if ready is None:
            circle = _circle(waiting, concluding)
            cursor = cursors[circle[0]]
            cursor.faults.add("tables-in-circle", cursor.here, circle=" → ".join(circle))
            break
        placed[ready.id] = waiting.pop(ready.id)
    return tuple(placed.values())


def _circle(waiting: Mapping[str, Table], concluding: Mapping[str, Table]) -> list[str]:
    """One circle among tables that all wait: each is followed by one whose conclusion it reads, back to the first."""
    path = [next(iter(waiting))]
    while len(set(path)) == len(path):
        path.append(min(_needs(waiting[path[-1]], concluding) & waiting.keys()))
    return path[path.index(path[-1]) :]


def _needs(table: Table, concluding: Mapping[str, Table]) -> set[str]:
    return {concluding[name].id for name in table.reads if name in concluding}
