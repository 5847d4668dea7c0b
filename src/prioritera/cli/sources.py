"""The files that findings point into, read once more so that the lines can be shown."""

import stat
from pathlib import Path

from prioritera.diagnostics import Faults
from prioritera.loading.files import MOST_BYTES
from prioritera.loading.shipped import PREFIX, shipped_folder
from prioritera.sheets.encodings import decoded

_BOM = "\ufeff"
_ROWS = (".csv", ".tsv")


class Sources:
    """The texts of files by the names that findings give them. Each file is read once; one that cannot be read has no text."""

    def __init__(self) -> None:
        """Begin with none read."""
        self._texts: dict[str, str | None] = {}

    def text(self, name: str) -> str | None:
        """The text of a file without a byte order mark, or None. What can be read as nothing is shown as unknown characters."""
        if name not in self._texts:
            self._texts[name] = _read(name)
        return self._texts[name]


def _read(name: str) -> str | None:
    path = shipped_folder() / name.removeprefix(PREFIX) if name.startswith(PREFIX) else Path(name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            return None
        content = path.read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
    if path.suffix.lower() not in _ROWS:
        return _as_utf_8(content)
    # A file of rows is shown as its reader took it. It may end its lines with a return alone, and its reader counts them so.
    text = decoded(content, name, Faults())
    return (_as_utf_8(content) if text is None else text).replace("\r\n", "\n").replace("\r", "\n")


def _as_utf_8(content: bytes) -> str:
    return content.decode("utf-8", errors="replace").removeprefix(_BOM)
