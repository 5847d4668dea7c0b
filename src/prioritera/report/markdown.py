r"""A document as Markdown (CommonMark with tables): every text is shown as it stands, for no sign that people wrote is obeyed.

>>> from prioritera.report.document import Document, Paragraph
>>> print(to_markdown(Document("Kort", (Paragraph("Ett *stycke*."),))), end="")
# Kort
<BLANKLINE>
Ett \*stycke\*.
"""

import re
from collections.abc import Iterator, Sequence

from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Table, Verbatim
from prioritera.report.width import plain

_DEEPEST = 6
# What means something wherever it stands in a line. An underscore between letters and digits means nothing, and is left for addresses.
_SIGNS = re.compile(r"[\\`*\[\]<>|~&$#]|(?<!\w)_|_(?!\w)")
# What means something where a line begins: a list, a rule, a numbered item.
_BEGINS = re.compile(r"^([+=-]|\d{1,9}(?=[.)]))")
_MANY_TICKS = re.compile("`+")


def to_markdown(document: Document) -> str:
    """The document as Markdown, ending in one newline.

    Headings are nested as sections are, at most six deep. A notice is a quotation in bold, pairs are a list.
    """
    lines = [f"# {inside(document.title)}", *_after_blank(_blocks(document.blocks, 2))]
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def shown(text: str) -> str:
    r"""A text as a line of Markdown of its own, that shows it as it stands.

    >>> shown("1. a_b | <c>")
    '1\\. a_b \\| \\<c\\>'
    """
    signs = inside(text)
    begins = _BEGINS.match(signs)
    if begins is None:
        return signs
    return f"{begins[0]}\\{signs[begins.end() :]}" if begins[0].isdigit() else f"\\{signs}"


def inside(text: str) -> str:
    r"""A text as a part of a line of Markdown, after something else: there it begins nothing.

    >>> inside("1. a_b | <c>")
    '1. a_b \\| \\<c\\>'
    """
    line = " ".join(part for part in plain(text).split(" ") if part).strip()
    return _SIGNS.sub(lambda found: f"\\{found[0]}", line)


def _blocks(blocks: Sequence[Block], level: int) -> list[str]:
    found = [lines for lines in (_block(block, level) for block in blocks) if lines]
    return [line for index, lines in enumerate(found) for line in (_after_blank(lines) if index else lines)]


def _after_blank(lines: Sequence[str]) -> list[str]:
    return ["", *lines] if lines else []


def _block(block: Block, level: int) -> list[str]:
    if isinstance(block, Paragraph):
        return [f"> {_strong(inside(block.text))}" if block.notice else shown(block.text)]
    if isinstance(block, Verbatim):
        return _verbatim(block.text)
    if isinstance(block, Pairs):
        return [f"- {_strong(f'{inside(label)}:')} {inside(text)}" for label, text in block.rows]
    if isinstance(block, Listing):
        return list(_listing(block, level))
    if isinstance(block, Table):
        return list(_table(block))
    return [f"{'#' * min(level, _DEEPEST)} {inside(block.title)}", *_after_blank(_blocks(block.blocks, level + 1))]


def _strong(text: str) -> str:
    return f"**{text}**" if text else ""


def _verbatim(text: str) -> list[str]:
    """The lines between fences that are longer than any row of ticks among them."""
    longest = max((len(found) for found in _MANY_TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence, *(plain(line) for line in text.splitlines()), fence]


def _listing(listing: Listing, level: int) -> Iterator[str]:
    """One item a line, or several lines where something is told of it; the lines below are set in."""
    for number, item in enumerate(listing.items, start=1):
        # Another mark than that of pairs, or the two would be one list where they stand beside each other.
        mark = f"{number}. " if listing.numbered else "* "
        first, *rest = _item(item, level)
        yield f"{mark}{first}"
        yield from (f"{' ' * len(mark)}{line}" for line in rest)


def _item(item: Item, level: int) -> list[str]:
    below = _blocks(item.blocks, level)
    # A list ends the line before it by itself; anything else needs a blank line.
    is_list = bool(item.blocks) and isinstance(item.blocks[0], Pairs | Listing)
    return [shown(item.text), *(below if is_list else _after_blank(below))]


def _table(table: Table) -> Iterator[str]:
    yield _row(table.head)
    yield _row(["---:" if at in table.numbers else "---" for at in range(len(table.head))], is_rule=True)
    yield from (_row(row) for row in table.rows)


def _row(cells: Sequence[str], *, is_rule: bool = False) -> str:
    return f"| {' | '.join(cell if is_rule else inside(cell) for cell in cells)} |"
