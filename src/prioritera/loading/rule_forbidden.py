"""What a rule set forbids: needs that match are set aside as errors, each with the ground that the rule set gives."""

from collections.abc import Sequence

from prioritera.diagnostics import Faults
from prioritera.loading.rule_conditions import Readable, read_conditions
from prioritera.loading.rule_layers import Layer
from prioritera.loading.structure import label_or_none, note_repeated
from prioritera.model.outcome import ERROR, FORBIDDEN
from prioritera.model.table import Rule
from prioritera.reading.cursor import Cursor


def read_forbidden(layers: Sequence[Layer], readable: Readable, faults: Faults) -> tuple[Rule, ...]:
    """The rules under `[[forbidden]]` of every layer: one of the same id takes the place of an earlier one, none is taken away.

    Each has conditions, and says why in `because`: without a ground nobody could mend what it sets aside.
    """
    rules: dict[str, Rule] = {}
    for layer in layers:
        first: dict[str, Cursor] = {}
        for cursor in layer.main.tables(FORBIDDEN):
            rule = _rule(cursor, readable)
            if rule is None:
                continue
            if rule.id in first:
                note_repeated(cursor, "id", rule.id, first[rule.id], faults)
            first.setdefault(rule.id, cursor)
            rules[rule.id] = rule
    return tuple(rules.values())


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
