"""PDF files with text as their parts, page by page, through pypdf."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from prioritera.diagnostics import Faults, Span
from prioritera.documents.blocks import Block, Spot
from prioritera.documents.lines import blocks_of_lines
from prioritera.documents.word_files import EXTRA
from prioritera.reading.extras import need_extra

MOST_PAGES = 2000
MOST_LETTERS = 2**25


def pdf_blocks(content: bytes, name: str, faults: Faults) -> tuple[Block, ...] | None:
    """The parts of a PDF file, or None after noting why it cannot be read. Pages without text are noted.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        faults: where it is noted.

    Raises:
        PrioriteraError: the extra `documents` is not installed.
    """
    pypdf = need_extra("pypdf", EXTRA)
    try:
        with _silent():
            reader = pypdf.PdfReader(io.BytesIO(content))
            if reader.is_encrypted and not reader.decrypt(""):
                faults.add("document-locked", Span(name), name=name)
                return None
            pages = _pages(reader, name, faults)
    except Exception:  # noqa: BLE001 -- a damaged file trips the library in any of its parts, each with an error of its own
        faults.add("document-unreadable", Span(name), name=name)
        return None
    return None if pages is None else _blocks(pages, name, faults)


def _pages(reader, name: str, faults: Faults) -> list[str] | None:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- the library is imported late
    if len(reader.pages) > MOST_PAGES:
        faults.add("document-too-long", Span(name), pages=len(reader.pages), most=MOST_PAGES)
        return None
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > MOST_LETTERS:
            faults.add("document-unreadable", Span(name), name=name)
            return None
    return pages


def _blocks(pages: list[str], name: str, faults: Faults) -> tuple[Block, ...] | None:
    without = [number for number, text in enumerate(pages, start=1) if not text.strip()]
    if len(without) == len(pages):
        faults.add("document-without-text", Span(name), name=name)
        return None
    if without:
        faults.warn("pages-without-text", Span(name), pages=", ".join(map(str, without)))
    return tuple(
        block
        for number, text in enumerate(pages, start=1)
        for block in blocks_of_lines(text.split("\n"), lambda _, page=number: Spot("page", (page,)))  # type: ignore[misc]  # a default binds the page
    )


@contextmanager
def _silent() -> Iterator[None]:
    """Without what the library says to the log: what it cannot read we say ourselves."""
    logger, nobody = logging.getLogger("pypdf"), logging.NullHandler()
    before = logger.propagate
    logger.addHandler(nobody)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(nobody)
        logger.propagate = before
