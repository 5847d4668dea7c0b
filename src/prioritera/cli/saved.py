"""Saving results: several files in a folder, all of them or none."""

from collections.abc import Mapping
from pathlib import Path

from prioritera.diagnostics import Diagnostic, PrioriteraError

_PART = ".part"


def save(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write each text under its name in the folder, which is made if there is none.

    Every file is written beside its place first, so that what stood there stays whole until all of them are.

    Returns:
        The paths that were written.

    Raises:
        PrioriteraError: the folder is none, or could not be written to.
    """
    parts = {folder / name: folder / f".{name}{_PART}" for name in files}
    try:
        if folder.exists() and not folder.is_dir():
            raise PrioriteraError([Diagnostic(code="out-not-folder", params={"name": folder.as_posix()})])
        folder.mkdir(parents=True, exist_ok=True)
        for (path, part), text in zip(parts.items(), files.values(), strict=True):
            if path.is_dir():
                raise IsADirectoryError(path)
            part.write_text(text, encoding="utf-8", newline="\n", errors="backslashreplace")
        for path, part in parts.items():
            part.replace(path)
    except OSError:
        for part in parts.values():
            _forget(part)
        raise PrioriteraError([Diagnostic(code="out-not-written", params={"name": folder.as_posix()})]) from None
    return tuple(path.as_posix() for path in parts)


def _forget(part: Path) -> None:
    """Take away a half-written file; that it cannot be is no worse than that it could not be written."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
