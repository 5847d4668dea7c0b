"""Opening documents: a file in, its parts out, or why there are none."""

from prioritera.diagnostics import Faults
from prioritera.documents.blocks import Block
from prioritera.documents.read import TEXTS, document_blocks, is_readable, text_blocks
from prioritera.loading.files import Files, text_of


def read_document(files: Files, name: str, faults: Faults) -> tuple[Block, ...] | None:
    """The parts of a document, or None after noting why it cannot be read.

    Raises:
        PrioriteraError: it is a .docx or a .pdf, and the extra `documents` is not installed.

    >>> from pathlib import Path
    >>> [block.text for block in read_document(Files(Path()), "README.md", Faults())][:1]
    ['prioritera']
    """
    content = files.content(name, faults)
    shown = files.shown(name)
    if content is None or not is_readable(content, shown, faults):
        return None
    if not name.lower().endswith(TEXTS):
        return document_blocks(content, shown, faults)
    text = text_of(content, shown, faults)
    return None if text is None else text_blocks(text, shown)
