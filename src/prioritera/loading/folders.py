"""Folders, by paths that people write: whatever the path, the answer is yes or no."""

from pathlib import Path


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; not, where nobody can tell: a name too long, or a folder that may not be looked into.

    >>> is_folder(Path()), is_folder(Path("a" * 5000))
    (True, False)
    """
    try:
        return path.is_dir()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False
