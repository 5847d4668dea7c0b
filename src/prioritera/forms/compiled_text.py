"""A compilation as TOML or JSON text: the same compilation, the same bytes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

# A table no larger than this stands on the line of its key.
_MOST_KEYS, _LONGEST = 3, 60


def to_toml(data: Mapping[str, object]) -> str:
    r"""Plain data as TOML: values and small tables first, then tables, then arrays of tables.

    >>> print(to_toml({"a": 1, "b": [{"c": "å", "d": ["x"]}], "e": {"f": True}}), end="")
    a = 1
    e = { f = true }
    <BLANKLINE>
    [[b]]
    c = "å"
    d = ["x"]
    """
    return "\n\n".join("\n".join(block) for block in _blocks(data, ()) if block) + "\n"


def _blocks(data: Mapping[str, object], path: tuple[str, ...], heading: str = "") -> Iterator[list[str]]:
    plain = {key: value for key, value in data.items() if not isinstance(value, Mapping) and not _tables_in(value)}
    tables = {key: value for key, value in data.items() if isinstance(value, Mapping)}
    inline = {key: value for key, value in tables.items() if _is_small(value)}
    lines = [f"{key} = {_value(value)}" for key, value in {**plain, **inline}.items()]
    yield [*([heading] if heading else []), *lines] if lines or heading.startswith("[[") else []
    for key, table in tables.items():
        if key not in inline:
            yield from _blocks(table, (*path, key), f"[{'.'.join((*path, key))}]")
    for key, value in data.items():
        for item in _tables_in(value):
            yield from _blocks(item, (*path, key), f"[[{'.'.join((*path, key))}]]")


def _tables_in(value: object) -> list[Mapping[str, object]]:
    """The tables of an array of tables; none of another value."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _is_small(value: Mapping[str, object]) -> bool:
    """Whether a table can stand on a line of its own: a label, a range."""
    return all(isinstance(item, str | int) and len(str(item)) < _LONGEST for item in value.values()) and len(value) <= _MOST_KEYS


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_value(item)}' for key, item in value.items())} }}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def to_json(data: Mapping[str, object]) -> str:
    """Plain data as JSON. A decimal is written as a number with its digits, a date as text."""
    return json.dumps(_plain(data), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return float(value)  # written with the fewest digits that give it back: those of the decimal
    return value.isoformat() if isinstance(value, date) else value
