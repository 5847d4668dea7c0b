"""Opening files: inside one tree, by names relative to one folder, with a diagnostic for everything that can go wrong.

A name is what people see and what is recorded, always with forward slashes and relative to the folder, so that the same round gives the
same bytes wherever it stands. The tree is the parent of that folder: a round may name a file of its neighbour, and nothing further out.
"""

import hashlib
import os
import posixpath
import stat
from pathlib import Path

from prioritera.diagnostics import Faults, Span
from prioritera.loading.shipped import PREFIX, shipped_files, shipped_folder
from prioritera.model.round import InputFile
from prioritera.reading.close import closest

MOST_BYTES = 32 * 2**20
_MEGABYTE = 2**20
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Files:
    """The files that may be opened from one folder. `read` remembers the name and the hash of every file it opened."""

    def __init__(self, folder: Path, *, tree: Path | None = None, prefix: str = "") -> None:
        """`tree` widens or narrows what may be opened; it is the parent of the folder if not given."""
        self.folder = folder.resolve()
        self.tree = tree.resolve() if tree is not None else self.folder.parent
        self.prefix = prefix
        self.read: dict[str, InputFile] = {}

    def shown(self, name: str) -> str:
        """The name as it stands in messages."""
        return f"{self.prefix}{name}"

    def text(self, name: str, faults: Faults, at: Span | None = None) -> str | None:
        """The text of a file, without a byte order mark, or None after noting why not. `at` is where the file is named, if it is."""
        content = self.content(name, faults, at)
        return None if content is None else text_of(content, self.shown(name), faults)

    def content(self, name: str, faults: Faults, at: Span | None = None) -> bytes | None:
        """The bytes of a file, or None after noting why not. `at` is where the file is named, if it is."""
        content = self._bytes(name, faults, at)
        if content is not None:
            self.read[name] = InputFile(name=self.shown(name), sha256=hashlib.sha256(content).hexdigest())
        return content

    def is_file(self, name: str) -> bool:
        """Whether there is a file of this name inside the tree."""
        path = self._inside(name)
        try:
            return path is not None and path.is_file()
        except OSError:
            return False

    def _inside(self, name: str) -> Path | None:
        """Where a name leads, or None when that is outside the tree, directly or by a link."""
        try:
            path = (self.folder / name).resolve()
        except (OSError, RuntimeError, ValueError):  # RuntimeError: links that lead in a circle; ValueError: a NUL in the folder
            return None
        return path if path.is_relative_to(self.tree) else None

    def _bytes(self, name: str, faults: Faults, at: Span | None) -> bytes | None:
        shown = self.shown(name)
        place = at or Span(shown)
        if "\0" in name:
            faults.add("path-unprintable", at)
            return None
        path = self._inside(name)
        if path is None:
            is_link = Path(os.path.normpath(self.folder / name)).is_relative_to(self.tree)
            faults.add("link-outside-tree" if is_link else "path-outside-tree", place, name=shown)
            return None
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                faults.add("file-is-folder", place, name=shown)
            elif not stat.S_ISREG(status.st_mode):
                faults.add("file-not-regular", place, name=shown)
            elif status.st_size > MOST_BYTES:
                faults.add("file-too-large", place, name=shown, size=-(-status.st_size // _MEGABYTE), most=MOST_BYTES // _MEGABYTE)
            else:
                return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            faults.add("file-missing", place, name=shown, close=self._neighbour(path))
        except OSError:
            faults.add("file-unreadable", place, name=shown)
        return None

    def _neighbour(self, path: Path) -> str:
        """The file in the same folder whose name is most like the one that is missing."""
        try:
            return closest(path.name, [other.name for other in path.parent.iterdir()])
        except OSError:
            return ""


def shipped_home() -> Files:
    """The files that come with prioritera."""
    folder = shipped_folder()
    return Files(folder, tree=folder, prefix=PREFIX)


def referred(reference: str, home: Files | None, beside: str, faults: Faults, at: Span | None) -> tuple[Files, str] | None:
    """Where a reference in a file leads: a shipped name, or a path relative to the file that names it.

    Args:
        reference: what is written.
        home: the files of the one that names it; None for a text that stands in no folder.
        beside: the name of the file that names it.
        faults: where faults are noted.
        at: where the reference is written.

    Returns:
        The files to open it from, and its name there; None after noting why it leads nowhere.
    """
    if reference.startswith(PREFIX):
        files = shipped_files()
        if reference not in files:
            faults.add("shipped-unknown", at, name=reference, known=tuple(files), close=closest(reference, files))
            return None
        return shipped_home(), files[reference]
    if reference.startswith("/") or Path(reference).is_absolute():
        faults.add("path-not-relative", at, name=reference)
        return None
    if not reference.isprintable():
        faults.add("path-unprintable", at)
        return None
    if home is None:
        faults.add("path-without-folder", at, name=reference)
        return None
    return home, posixpath.normpath(posixpath.join(posixpath.dirname(beside), reference))


def text_of(content: bytes, shown: str, faults: Faults) -> str | None:
    """The text of a file's bytes, or None after noting why it is none. A byte order mark is skipped.

    >>> text_of("å".encode(), "x.toml", Faults())
    'å'
    """
    content = content.removeprefix(_BOM)
    if not content.strip():
        faults.add("file-empty", Span(shown))
    elif content.startswith(_UTF_16):
        faults.add("file-utf-16", Span(shown, 1, 1))
    elif b"\0" in content:
        faults.add("file-nul-byte", _span_of(content, content.index(b"\0"), shown))
    else:
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            faults.add("file-not-utf-8", _span_of(content, error.start, shown), byte=f"0x{content[error.start]:02X}")
    return None


def _span_of(content: bytes, index: int, shown: str) -> Span:
    before = content[:index].split(b"\n")
    return Span(shown, len(before), len(before[-1].decode(errors="replace")) + 1)
