"""The files that findings point into, read once more so that the lines can be shown."""

import stat
from pathlib import Path

from prioritera.loading.files import MOST_BYTES
from prioritera.loading.shipped import PREFIX, shipped_folder

_BOM = "\ufeff"


class Sources:
    """The texts of files by the names that findings give them. Each file is read once; one that cannot be read has no text."""

    def __init__(self) -> None:
        """Begin with none read."""
        self._texts: dict[str, str | None] = {}

    def text(self, name: str) -> str | None:
        """The text of a file without a byte order mark, or None. What is no UTF-8 is shown as unknown characters."""
        if name not in self._texts:
            self._texts[name] = _read(name)
        return self._texts[name]


def _read(name: str) -> str | None:
    path = shipped_folder() / name.removeprefix(PREFIX) if name.startswith(PREFIX) else Path(name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            return None
        text = path.read_bytes().decode("utf-8", errors="replace").removeprefix(_BOM)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
    # A CSV file may end its lines with a return alone, and its reader counts them so.
    return text.replace("\r\n", "\n").replace("\r", "\n") if path.suffix.lower() == ".csv" else text
