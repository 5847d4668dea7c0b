"""Which rows and columns of a sheet nobody sees: hidden by hand, by a filter, or folded away."""

import re
from collections.abc import Iterable

import attrs

from prioritera.frozen import frozen_tuple

Ends = tuple[int, int]

# INVARIANT: no pattern runs past the next "<", so each is read through once however a part is made.
_TAG = re.compile(rb"<(?:\w+:)?(row|col)\b([^<>]*)>")
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"\b(r|min|max)\s*=\s*[\"'](\d{1,9})[\"']")


@attrs.frozen
class Hidden:
    """The hidden rows and columns, from 1, each as the first and the last of some that follow each other."""

    rows: tuple[Ends, ...] = attrs.field(converter=frozen_tuple, default=())
    columns: tuple[Ends, ...] = attrs.field(converter=frozen_tuple, default=())


def within(ends: Iterable[Ends], last: int) -> frozenset[int]:
    """The numbers from each first to its last one, none beyond `last`.

    >>> sorted(within([(2, 3), (5, 1048576)], 6))
    [2, 3, 5, 6]
    """
    return frozenset(number for first, end in ends for number in range(first, min(end, last) + 1))


def told_together(numbers: Iterable[int]) -> tuple[str, ...]:
    """Numbers in order, those that follow each other as one with a dash.

    >>> told_together([3, 5, 6, 7])
    ('3', '5–7')
    """
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return tuple(str(one[0]) if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in found)


def hidden_of(content: bytes) -> Hidden:
    """What is hidden in a sheet of an Excel workbook, from the bytes of its part.

    >>> hidden_of(b'<cols><col min="2" max="3" hidden="1"/></cols><row r="4" hidden="true">')
    Hidden(rows=((4, 4),), columns=((2, 3),))
    """
    if b"hidden" not in content:
        return Hidden()
    rows: list[Ends] = []
    columns: list[Ends] = []
    row = 0
    for tag, attributes in (found.groups() for found in _TAG.finditer(content)):
        said = {name: int(number) for name, number in _NUMBER.findall(attributes)}
        # A row that does not say where it stands comes after the one before it.
        row = said.get(b"r", row + 1) if tag == b"row" else row
        if _HIDDEN.search(attributes) and tag == b"row":
            rows.append((row, row))
        elif _HIDDEN.search(attributes):
            columns.append((said.get(b"min", 0), said.get(b"max", 0)))
    return Hidden(rows, [(first, last) for first, last in columns if first])
