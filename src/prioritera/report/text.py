"""A document as text in fixed-width characters: 80 columns, no trailing spaces, control characters never obeyed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from prioritera.report.document import Block, Document, Item, Listing, Pairs, Section, Table, Verbatim
from prioritera.report.width import NO_BREAK, plain, width, wrap

COLUMNS = 80
_INDENT = 2
_LEAST = 20
_GAP = 2
_LEAST_CELL = 2
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


@attrs.frozen
class Line:
    """One line, and whether it is to stand out."""

    text: str = ""
    strong: bool = False


def to_text(document: Document, *, columns: int = COLUMNS, bold: bool = False) -> str:
    """The document as text, ending in one newline.

    Args:
        document: what is to be read.
        columns: the width that no line exceeds, at least 40.
        bold: headings and notices in bold, for a terminal; the only thing that is not plain text.

    >>> from prioritera.report.document import Paragraph
    >>> print(to_text(Document("Kort", (Paragraph("Ett stycke."),))), end="")
    Kort
    ====
    <BLANKLINE>
    Ett stycke.
    """
    lines = [*_underlined(document.title, "=", columns), *_after_blank(_blocks(document.blocks, columns, 1))]
    return "".join(f"{_shown(line, bold=bold)}\n" for line in lines)


def _shown(line: Line, *, bold: bool) -> str:
    text = line.text.rstrip()
    return f"{_BOLD}{text}{_PLAIN}" if bold and line.strong and text else text


def _after_blank(lines: Sequence[Line]) -> list[Line]:
    return [Line(), *lines] if lines else []


def _blocks(blocks: Sequence[Block], columns: int, level: int) -> list[Line]:
    """The blocks one after the other, a blank line between them."""
    shown = [lines for lines in (_block(block, columns, level) for block in blocks) if lines]
    return [line for index, lines in enumerate(shown) for line in (_after_blank(lines) if index else lines)]


def _block(block: Block, columns: int, level: int) -> list[Line]:
    if isinstance(block, Section):
        return _section(block, columns, level)
    if isinstance(block, Listing):
        return _listing(block, columns, level)
    if isinstance(block, Table):
        return list(_table(block, columns))
    if isinstance(block, Pairs):
        return [line for label, text in block.rows for line in _lines(wrap(f"{label}: {text}", columns, inset=_INDENT))]
    if isinstance(block, Verbatim):
        return _lines([part for line in block.text.split("\n") for part in wrap(line.replace(" ", NO_BREAK), columns)])
    return _lines(wrap(block.text, columns), strong=block.notice)


def _section(section: Section, columns: int, level: int) -> list[Line]:
    if level == 1:
        return [*_underlined(section.title, "-", columns), *_after_blank(_blocks(section.blocks, columns, level + 1))]
    title = _lines(wrap(section.title, columns), strong=True)
    return [*title, *_indented(_blocks(section.blocks, _inner(columns), level + 1))]


def _underlined(title: str, rule: str, columns: int) -> list[Line]:
    lines = wrap(title, columns)
    return [*_lines(lines, strong=True), Line(rule * max(width(line) for line in lines))]


def _inner(columns: int) -> int:
    return max(columns - _INDENT, _LEAST)


def _lines(texts: Sequence[str], *, strong: bool = False) -> list[Line]:
    return [Line(text, strong) for text in texts]


def _indented(lines: Sequence[Line], inset: int = _INDENT) -> list[Line]:
    return [attrs.evolve(line, text=f"{' ' * inset}{line.text}") if line.text else line for line in lines]


def _listing(listing: Listing, columns: int, level: int) -> list[Line]:
    marks = [f"{number}. " for number, _ in enumerate(listing.items, 1)] if listing.numbered else ["• "] * len(listing.items)
    room = max(map(len, marks), default=0)
    shown = [_item(mark.rjust(room), item, columns, level) for mark, item in zip(marks, listing.items, strict=True)]
    lines = list(shown[0]) if shown else []
    for (before, item), now in zip(pairwise(listing.items), shown[1:], strict=True):
        lines += _after_blank(now) if before.blocks or item.blocks else now
    return lines


def _item(mark: str, item: Item, columns: int, level: int) -> list[Line]:
    inset = len(mark)
    first, *rest = wrap(item.text, columns - inset)
    below = _blocks(item.blocks, max(columns - inset, _LEAST), level + 1)
    return [Line(f"{mark}{first}"), *_indented([*_lines(rest), *below], inset)]


def _table(table: Table, columns: int) -> Iterator[Line]:
    """Head, a rule and the rows, each cell wrapped in its column."""
    widths = _widths(table, columns)
    yield from (attrs.evolve(line, strong=True) for line in _row(table.head, widths, table.numbers))
    yield Line((" " * _GAP).join("-" * wide for wide in widths))
    for row in table.rows:
        yield from _row(row, widths, table.numbers)


def _row(cells: Sequence[str], widths: Sequence[int], numbers: Sequence[int]) -> Iterator[Line]:
    wrapped = [wrap(cell, wide) for cell, wide in zip(cells, widths, strict=True)]
    for index in range(max(map(len, wrapped))):
        parts = [_padded(cell[index] if index < len(cell) else "", widths[at], right=at in numbers) for at, cell in enumerate(wrapped)]
        yield Line((" " * _GAP).join(parts).rstrip())


def _padded(text: str, wide: int, *, right: bool) -> str:
    room = " " * (wide - width(text))
    return room + text if right else text + room


def _widths(table: Table, columns: int) -> list[int]:
    """As wide as the cells need; where that is too much, the widest column gives way, again and again."""
    widths = [max(_LEAST_CELL, *(width(plain(row[at])) for row in (table.head, *table.rows))) for at in range(len(table.head))]
    room = columns - _GAP * (len(widths) - 1)
    while sum(widths) > room:
        widest = widths.index(max(widths))
        second = max((wide for at, wide in enumerate(widths) if at != widest), default=0)
        widths[widest] = max(min(second, widths[widest] - 1), widths[widest] - (sum(widths) - room))
    return [max(wide, _LEAST_CELL) for wide in widths]
