"""How the cells of a workbook look: dark headings, quiet lines, and a mark for what is missing that a grey printer shows too."""

import textwrap
from collections.abc import Sequence

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
# Bold letters are wider than those that a column's width is counted in.
WIDE = 1.25


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
