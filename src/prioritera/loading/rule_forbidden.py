"""What a rule set forbids: needs that match are set aside as errors, each with the ground that the rule set gives."""

from collections.abc import Sequence

from prioritera.diagnostics import Faults
from prioritera.loading.rule_conditions import Readable, read_conditions
from prioritera.loading.rule_layers import Layer
from prioritera.loading.structure import label_or_none, note_repeated
from prioritera.model.outcome import ERROR
from prioritera.model.table import Rule
from prioritera.reading.cursor import Cursor

FORBIDDEN = "forbidden"


def read_forbidden(layers: Sequence[Layer], readable: Readable, faults: Faults) -> tuple[Rule, ...]:
    """The rules under `[[forbidden]]`, those of the uppermost layer that writes any.

    Each has conditions, and says why in `because`: without a ground nobody could mend what it sets aside.
    """
    found = [layer.main for layer in layers if layer.main.has(FORBIDDEN)]
    if not found:
        return ()
    first: dict[str, Cursor] = {}
    rules = []
    for cursor in found[-1].tables(FORBIDDEN):
        rule = _rule(cursor, readable)
        if rule is None:
            continue
        if rule.id in first:
            note_repeated(cursor, "id", rule.id, first[rule.id], faults)
        first.setdefault(rule.id, cursor)
        rules.append(rule)
    return tuple(rules)


def _rule(cursor: Cursor, readable: Readable) -> Rule | None:
    before = cursor.faults.count
    when = cursor.table("when")
    conditions = read_conditions(when, readable) if when is not None else ()
    ident = cursor.ident("id")
    because = label_or_none(cursor, "because", required=True)
    source, status = cursor.text("source", ""), cursor.text("status", "")
    cursor.close()
    if cursor.faults.count == before and not conditions:
        cursor.faults.add("missing-key", cursor.here, key="when")
    if cursor.faults.count != before:
        return None
    return Rule(id=ident, when=conditions, then=ERROR, because=because, source=source, status=status, span=cursor.here)
