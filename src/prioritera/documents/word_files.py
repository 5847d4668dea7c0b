"""Word documents (.docx) as their parts: every paragraph and every table in reading order, through python-docx."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from prioritera.diagnostics import Faults, Span
from prioritera.documents.blocks import HEADING, ITEM, PARAGRAPH, ROW, Block, Spot
from prioritera.reading.extras import need_extra

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

EXTRA = "documents"
# What the file unfolds to: text, and pictures that were small already.
MOST_BYTES = 2**26
_MEGABYTE = 2**20
_MAIN = "word/document.xml"
_LONGEST_HEADING = 90
_LEVEL = re.compile(r"(?:heading|rubrik)\s*([1-9])", re.IGNORECASE)
_ENDS = re.compile(r"[.:;,!?…]['\"”’)\]]*$")


def word_blocks(content: bytes, name: str, faults: Faults) -> tuple[Block, ...] | None:
    """The parts of a Word document, or None after noting why it cannot be read.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        faults: where it is noted.

    Raises:
        PrioriteraError: the extra `documents` is not installed.
    """
    docx = need_extra("docx", EXTRA)
    try:
        with ZipFile(io.BytesIO(content)) as package:
            size = sum(part.file_size for part in package.infolist())
            is_word = _MAIN in package.namelist()
    # A zip that is damaged; a part said to stand outside of the file; a way of packing that Python does not have; a file cut off.
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        faults.add("document-unreadable", Span(name), name=name)
        return None
    if size > MOST_BYTES:
        faults.add("document-too-large", Span(name), size=size // _MEGABYTE, most=MOST_BYTES // _MEGABYTE)
        return None
    if not is_word:
        faults.add("document-unreadable", Span(name), name=name)
        return None
    try:
        return tuple(_blocks(docx.Document(io.BytesIO(content)), docx.text.paragraph.Paragraph))
    except Exception:  # noqa: BLE001 -- a damaged file trips the library in any of its parts, each with an error of its own
        faults.add("document-unreadable", Span(name), name=name)
        return None


def _blocks(document, paragraph_type) -> Iterator[Block]:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- the library is imported late
    paragraphs, tables = 0, 0
    for part in document.iter_inner_content():
        if isinstance(part, paragraph_type):
            paragraphs += 1
            block = _paragraph(part, paragraphs)
            if block is not None:
                yield block
        else:
            tables += 1
            yield from _rows(part, tables)


def _paragraph(paragraph: "Paragraph", number: int) -> Block | None:
    text = _text(paragraph._p).strip()  # noqa: SLF001 -- what was inserted with changes tracked is in the XML only
    if not text:
        return None
    spot = Spot("paragraph", (number,))
    style = str(paragraph.style.name if paragraph.style is not None else "")
    level = _LEVEL.match(style)
    if level or style.casefold() in {"title", "rubrik", "subtitle", "underrubrik"}:
        return Block(kind=HEADING, text=text, spot=spot, level=int(level[1]) if level else 1)
    is_item = style.casefold().startswith(("list", "punkt", "numrer")) or bool(paragraph._p.xpath("./w:pPr/w:numPr"))  # noqa: SLF001 -- as above
    if is_item:
        return Block(kind=ITEM, text=text, spot=spot)
    return Block(kind=HEADING if _is_bold_line(paragraph, text) else PARAGRAPH, text=text, spot=spot)


def _is_bold_line(paragraph: "Paragraph", text: str) -> bool:
    """Whether a paragraph without a style of its own is a heading: a short line, all of it bold."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs) and len(text) <= _LONGEST_HEADING and not _ENDS.search(text)


def _rows(table: "Table", number: int) -> Iterator[Block]:
    for index, row in enumerate(table.rows, start=1):
        merged = [cell._tc for cell in row.cells]  # noqa: SLF001 -- as above
        cells = ["" if cell in merged[:place] else " ".join(_text(cell).split()) for place, cell in enumerate(merged)]
        said = [cell for cell in cells if any(letter.isalnum() for letter in cell)]
        # A cell that is empty, merged with another or only a dash says nothing that could be shown between the others.
        if said:
            yield Block(kind=ROW, text=" | ".join(said), spot=Spot("row", (number, index)), cells=cells, is_header=index == 1)


def _text(element) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- the library is imported late
    """The words of a part as they are printed: what has been struck out with changes tracked is not among them."""
    found = []
    for node in element.iter():
        tag = str(node.tag).rpartition("}")[2]
        if tag == "t":
            found.append(node.text or "")
        elif tag in {"tab", "br", "cr", "p"}:
            found.append(" ")
        elif tag == "noBreakHyphen":
            found.append("-")
    return "".join(found)
