"""Plain lines as paragraphs, headings and items: text files, Markdown, and the pages of a PDF.

A line is a paragraph, unless the lines are broken to a width: then they are put together again. A word that was divided at the end of a
line is made whole, and nothing else is changed in what people wrote.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from prioritera.documents.blocks import HEADING, ITEM, PARAGRAPH, ROW, Block, Spot

# Lines that are broken to a width are all shorter than this.
LONGEST_BROKEN = 120
_LONGEST_HEADING = 90
# A line this much shorter than the longest is the last of its paragraph.
_FULL = 0.7
_ITEM = re.compile(r"\s*(?:[-–—•▪●◦*·‣]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)")
_MARKED = re.compile(r"(#{1,6})\s+(.+?)\s*#*")
_TABLE = re.compile(r"\s*\|.*\|\s*")
_RULED = re.compile(r"[\s|:+-]+")
_ENDS = re.compile(r"[.:;,!?…]['\"”’)\]*]*$")
_DIVIDED = re.compile(r"(\w)[-\u00ad]$")
_CONJUNCTION = re.compile(r"(?:och|eller|samt|respektive|till|and|or)\b")
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,4}$")

SpotOf = Callable[[int], Spot]


def blocks_of_lines(lines: Sequence[str], spot: SpotOf, *, marked: bool = False) -> tuple[Block, ...]:
    """The parts of a text.

    Args:
        lines: as they stand, without line ends.
        spot: the place of a line, by its number from 1.
        marked: whether it is Markdown, whose headings and tables are marked and whose lines always go on to a blank one.

    >>> at = lambda number: Spot("line", (number,))
    >>> [(block.kind, block.text) for block in blocks_of_lines(["Behov", "", "Vi saknar kunskap.", "- om hemlöshet"], at)]
    [('heading', 'Behov'), ('paragraph', 'Vi saknar kunskap.'), ('item', 'om hemlöshet')]
    """
    longest = max((len(line) for line in lines), default=0)
    width = longest if longest <= LONGEST_BROKEN else 0
    found: list[Block] = []
    in_table = 0
    for number, chunk in _chunks(lines):
        for start, part in _parts(chunk, width, marked=marked):
            block = _block(part, spot(number + start), chunk, start, marked=marked)
            if block is None:
                continue
            in_table = in_table + 1 if block.kind == ROW else 0
            found.append(_row(part, spot(number + start), in_table) if in_table else block)
    return tuple(found)


def _chunks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The runs of lines between blank ones, each with the number of its first line."""
    chunk: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield number - len(chunk), chunk
            chunk = []


def _parts(chunk: Sequence[str], width: int, *, marked: bool) -> Iterator[tuple[int, str]]:
    """The lines of a run put together to paragraphs, each with the index of its first line."""
    start, text = 0, ""
    for index, line in enumerate(chunk):
        if text and _goes_on(chunk[index - 1], line, width, marked=marked):
            text = _joined(text, line)
        else:
            if text:
                yield start, text
            start, text = index, line.strip("\r\n")
    yield start, text


def _goes_on(before: str, line: str, width: int, *, marked: bool) -> bool:
    if _ITEM.match(line) or _LEADERS.search(before.rstrip()) or "\t" in line.strip():
        return False
    if marked:
        return not (
            _MARKED.fullmatch(line.strip()) or _MARKED.fullmatch(before.strip()) or _TABLE.fullmatch(line) or _TABLE.fullmatch(before)
        )
    is_divided = bool(_DIVIDED.search(before.rstrip())) and line.strip()[:1].islower()
    return is_divided or len(before) >= _FULL * width > 0


def _joined(text: str, line: str) -> str:
    rest = line.strip()
    if _DIVIDED.search(text) and rest[:1].islower() and not _CONJUNCTION.match(rest):
        return text[:-1] + rest
    return f"{text.rstrip()} {rest}"


def _block(text: str, spot: Spot, chunk: Sequence[str], start: int, *, marked: bool) -> Block | None:
    plain = text.strip()
    heading = _MARKED.fullmatch(plain) if marked else None
    if heading:
        return Block(kind=HEADING, text=heading[2], spot=spot, level=len(heading[1]))
    if _is_row(text, marked=marked):
        return None if marked and _RULED.fullmatch(plain) else Block(kind=ROW, text=plain, spot=spot)
    item = _ITEM.match(text)
    if item and not _is_numbered_heading(plain, chunk):
        return Block(kind=ITEM, text=text[item.end() :].strip(), spot=spot)
    return Block(kind=HEADING if not marked and _is_heading(plain, chunk, start) else PARAGRAPH, text=plain, spot=spot)


def _is_row(text: str, *, marked: bool) -> bool:
    if marked:
        return bool(_TABLE.fullmatch(text))
    return text.strip().count("\t") > 1


def _row(text: str, spot: Spot, number: int) -> Block:
    plain = text.strip()
    cells = plain.strip("|").split("|") if plain.startswith("|") else plain.split("\t")
    return Block(kind=ROW, text=plain, spot=spot, cells=[cell.strip() for cell in cells], is_header=number == 1)


def _is_heading(text: str, chunk: Sequence[str], start: int) -> bool:
    """Whether a line that nothing marks is a heading: short, not ended as a sentence is, and first of its run of lines."""
    if len(text) > _LONGEST_HEADING or _ENDS.search(text) or _LEADERS.search(text) or not text[:1].isalnum() or text[:1].islower():
        return False
    following = chunk[start + 1].strip() if start + 1 < len(chunk) else ""
    return len(chunk) == 1 or (len(following) > len(text) and not _ITEM.match(following)) or (start == 0 and bool(_ITEM.match(following)))


def _is_numbered_heading(text: str, chunk: Sequence[str]) -> bool:
    return len(chunk) == 1 and text[:1].isdigit() and not _ENDS.search(text) and len(text) <= _LONGEST_HEADING
