"""How the cells of a workbook look: dark headings, quiet lines, and a mark for what is missing that a grey printer shows too."""

import math
import textwrap
from collections.abc import Sequence

import attrs

from prioritera.workbooks.book import Column, Value

TITLE: dict[str, object] = {"bold": True, "font_size": 16, "font_color": "#1F4E5F", "valign": "vcenter"}
ABOVE: dict[str, object] = {"valign": "top", "font_color": "#30383C"}
HEADING: dict[str, object] = {
    "bold": True,
    "text_wrap": True,
    "valign": "top",
    "bg_color": "#1F4E5F",
    "font_color": "#FFFFFF",
    "border": 1,
    "border_color": "#9AA5AB",
}
CELL: dict[str, object] = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9D1D5"}
LOCKED: dict[str, object] = {"bg_color": "#EEF2F4", "font_color": "#30383C"}
EXAMPLE: dict[str, object] = {"italic": True, "font_color": "#6B777D", "bg_color": "#F6F8F9", "num_format": "@", "locked": True}
MISSING: dict[str, object] = {"bg_color": "#FCE8B2"}
FORMATS = {"text": "@", "whole": "0", "number": "General", "date": "yyyy-mm-dd"}

TITLE_HEIGHT, ABOVE_HEIGHT = 28, 17
_LINE, _MARGIN, _TALLEST = 15, 3, 409
# As many characters beside each other can be read on a printed A4; a narrower column than the least holds no words.
_WIDEST, _LEAST = 200, 8
# No column is kept wider than this for the sake of a long word in it.
_LONG_WORD = 16
# Bold letters are wider than those that a column's width is counted in.
WIDE = 1.25


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[Value]] = ()) -> tuple[Column, ...]:
    """The columns, made narrower where all of them are too wide for a printed page: each no less than its words allow, if not very long.

    >>> [column.width for column in fitted([Column(id="a", label="En rubrik", width=220), Column(id="b", label="B", width=20)])]
    [182, 17]
    """
    heads = [math.ceil(_longest(column.label) * WIDE) + 1 for column in columns]
    words = [min(_LONG_WORD, max((_longest(row[index]) + 1 for row in rows), default=0)) for index in range(len(columns))]
    least = [min(column.width, max(_LEAST, head, word)) for column, head, word in zip(columns, heads, words, strict=True)]
    room = sum(column.width for column in columns) - sum(least)
    over = min(room, sum(column.width for column in columns) - _WIDEST)
    if over <= 0:
        return tuple(columns)
    cuts = [-(-(column.width - low) * over // room) for column, low in zip(columns, least, strict=True)]
    return tuple(attrs.evolve(column, width=column.width - cut) for column, cut in zip(columns, cuts, strict=True))


def _longest(value: Value) -> int:
    """How long the longest word of a value is."""
    return max((len(word) for word in str(value).split()), default=0) if value is not None else 0


def height(row: Sequence[Value], columns: Sequence[Column], wide: float = 1.0) -> int:
    """How high a row must be, in points, for all its text to be seen: not every program works that out when it opens a sheet.

    Lines are broken between words, as programs break them.

    >>> height(["tre ord som ryms", None], [Column(id="a", label="A", width=8), Column(id="b", label="B")])
    33
    """
    lines = [
        sum(max(1, len(textwrap.wrap(line, max(1, int(column.width / wide))))) for line in str(value).split("\n"))
        for value, column in zip(row, columns, strict=True)
        if value is not None
    ]
    return min(max(lines, default=1) * _LINE + _MARGIN, _TALLEST)
