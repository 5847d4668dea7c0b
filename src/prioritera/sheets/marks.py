"""The hidden sheet of a workbook that says what the workbook was made for."""

from zipfile import BadZipFile

from prioritera.diagnostics import Faults
from prioritera.sheets.grid import Grid
from prioritera.sheets.package import opened
from prioritera.sheets.workbook import workbook_grids


def hidden_sheet(content: bytes, name: str, title: str) -> Grid | None:
    """A sheet of a title that is not shown to people; None where a workbook has none, or cannot be read.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        title: the sheet's.

    Raises:
        PrioriteraError: the extra `excel` is not installed.
    """
    return next(iter(workbook_grids(content, name, Faults(), hidden=title)), None) if may_have(content, title) else None


def may_have(content: bytes, title: str) -> bool:
    """Whether a workbook may have a sheet of a title: looked for where sheets are named, before any of them is laid out."""
    if not content.startswith(b"PK"):
        return any(title.encode(encoding) in content for encoding in ("latin-1", "utf-16-le"))
    try:
        parts = opened(content, "", Faults())
        names = [] if parts is None else [name for name in parts if name == "content.xml" or name.lower().endswith("xl/workbook.xml")]
        return parts is not None and any(title.encode() in parts.read(name) for name in names)
    except BadZipFile:
        return False
