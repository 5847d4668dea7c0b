"""Needs and conditions as they would be written in a rule file: so that a message can be pasted, and reads alike in every language."""

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind
from prioritera.model.table import Table, Target
from prioritera.model.value import Missing
from prioritera.tables.evaluate import Seen


def need_as_written(values: Mapping[str, Seen], names: Iterable[str]) -> str:
    """The values of some fields, one after the other; `{}`, as a rule that matches every need would have it, when there are none.

    >>> need_as_written({"solvable": "no", "generalisable": Missing()}, ["solvable", "generalisable"])
    'solvable = "no", generalisable = { missing = true }'
    """
    return ", ".join(f"{name} = {_value(values[name])}" for name in names) or "{}"


def region_as_written(region: Iterable[Condition], fields: Mapping[str, Field]) -> str:
    """A region of needs; `{}`, as a rule that matches every need would have it, when nothing is asked.

    >>> region_as_written([Condition(field="wait", test=Within(low=3)), Condition(field="kind", missing=True)], {})
    'wait = { min = 3 }, kind = { missing = true }'
    """
    return ", ".join(condition_as_written(condition, fields.get(condition.field)) for condition in region) or "{}"


def rule_as_written(table: Table, region: Iterable[Condition], fields: Mapping[str, Field], conclusions: Iterable[str]) -> str:
    """A rule that would match a region, to be pasted. Its id and what it concludes are for people to say, so a question mark stands there.

    Args:
        table: where the rule is to stand.
        region: what it matches.
        fields: the fields by id.
        conclusions: what the table can conclude; none for the destination table, which concludes courses.
    """
    known = " | ".join(_atom(word) for word in conclusions)
    key = {"outcome": "outcome", "destination": "to"}.get(table.concludes, "then")
    where = table.id if key != "then" else f"tables.{table.id}"
    return "\n".join(
        [
            f"[[{where}.rules]]",
            'id = "?"',
            *(f"when.{condition_as_written(condition, fields.get(condition.field))}" for condition in region),
            f'{key} = "?"' + (f"  # {known}" if known else ""),
        ]
    )


def condition_as_written(condition: Condition, field: Field | None) -> str:
    """One condition of a rule.

    >>> condition_as_written(Condition(field="wait", test=Within(low=3), missing=True), None)
    'wait = { min = 3, missing = true }'
    """
    plain = _plain(condition)
    if plain:
        return f"{condition.field} = {plain}"
    parts = [f"{key} = {value}" for key, value in _parts(condition, field)]
    return f"{condition.field} = {{ {', '.join(parts)} }}"


def target_as_written(target: Target) -> str:
    """Where a course goes, as its `to` would be written.

    >>> target_as_written(Target(nearest="rss"))
    '{ nearest = "rss" }'
    """
    if target.nearest:
        return f"{{ nearest = {_atom(target.nearest)} }}"
    return '{ contact_of = "support" }' if target.contact_of_support else _atom(target.actor or "origin")


def _plain(condition: Condition) -> str:
    """What needs no braces: the words of a choice, or the truth value of a flag."""
    if condition.missing or not isinstance(condition.test, OneOf):
        return ""
    return _words(condition.test.values)


def _parts(condition: Condition, field: Field | None) -> list[tuple[str, str]]:
    test = condition.test
    asked: list[tuple[str, str]] = []
    if isinstance(test, OneOf):
        asked = [("in", f"[{', '.join(_atom(value) for value in sorted(test.values, key=str))}]")]
    elif isinstance(test, Within):
        asked = [(key, _end(value, field)) for key, value in (("min", test.low), ("max", test.high)) if value is not None]
    elif isinstance(test, SetTest):
        sets = (("any", test.any), ("all", test.all), ("none", test.none), ("only", test.only))
        asked = [(key, _value(words)) for key, words in sets if words is not None]
    elif isinstance(test, ShareOfScore):
        shares = (("min_share", test.low), ("below_share", test.below))
        asked = [(key, _value(share)) for key, share in shares if share is not None]
    return [*asked, ("missing", "true")] if condition.missing else asked


def _end(value: int, field: Field | None) -> str:
    """An end of a range: of an ordered choice, its word."""
    if field is not None and field.kind is Kind.CHOICE and 0 <= value < len(field.words):
        return _atom(field.words[value])
    return _atom(value)


def _words(values: frozenset[str | bool]) -> str:
    atoms = [_atom(value) for value in sorted(values, key=str)]
    return atoms[0] if len(atoms) == 1 else f"[{', '.join(atoms)}]"


def _value(value: Seen) -> str:
    if isinstance(value, Missing):
        return "{ missing = true }"
    if isinstance(value, frozenset):
        return f"[{', '.join(_atom(word) for word in sorted(value))}]"
    return _atom(str(value) if isinstance(value, Fraction) else value)


def _atom(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False)
