"""Any document that can be read, as its parts."""

import re
from pathlib import PurePosixPath

from prioritera.diagnostics import Faults, Span
from prioritera.documents.blocks import Block, Spot
from prioritera.documents.lines import blocks_of_lines
from prioritera.documents.pdf_files import pdf_blocks
from prioritera.documents.word_files import word_blocks

SUFFIXES = (".docx", ".pdf", ".txt", ".md")
TEXTS = (".txt", ".md")
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_ZIP, _PDF = b"PK\x03\x04", b"%PDF-"
_HTML = re.compile(rb"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


def is_readable(content: bytes, name: str, faults: Faults) -> bool:
    """Whether a file is a document of a kind that is read, and is what its name says; if not, it is noted what it is."""
    suffix = PurePosixPath(name).suffix.lower()
    if content.startswith(_OLD_WORD):
        faults.add("document-old-word", Span(name), name=name)
    elif _HTML.match(content) or suffix in {".html", ".htm"}:
        faults.add("document-web-page", Span(name), name=name)
    elif suffix not in SUFFIXES:
        faults.add("document-kind", Span(name), name=name, known=SUFFIXES)
    elif content.startswith(_PDF) and suffix != ".pdf":
        faults.add("document-misnamed", Span(name), name=name, close=".pdf")
    elif content.startswith(_ZIP) and suffix != ".docx":
        faults.add("document-misnamed", Span(name), name=name, close=".docx")
    else:
        return True
    return False


def text_blocks(text: str, name: str) -> tuple[Block, ...]:
    """The parts of a plain text, or of Markdown."""
    return blocks_of_lines(text.splitlines(), lambda number: Spot("line", (number,)), marked=name.lower().endswith(".md"))


def document_blocks(content: bytes, name: str, faults: Faults) -> tuple[Block, ...] | None:
    """The parts of a .docx or a .pdf, or None after noting why it cannot be read."""
    return (pdf_blocks if name.lower().endswith(".pdf") else word_blocks)(content, name, faults)
