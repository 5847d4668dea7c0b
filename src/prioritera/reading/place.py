"""Where a piece of data stands: every reader of files, cells or plain mappings answers the same two questions."""

from typing import Protocol

import attrs

from prioritera.diagnostics import Span

Path = tuple[str | int, ...]


class Place(Protocol):
    """Finds the place of a key or a value, given the path to it from the top of the data."""

    def key(self, path: Path) -> Span:
        """Where the key at the end of the path stands."""

    def value(self, path: Path) -> Span:
        """Where the value at the end of the path begins."""


@attrs.frozen
class NoFile:
    """The place of data that came from no file: a mapping or a row that a program handed in. `name` says which."""

    name: str

    def key(self, path: Path) -> Span:
        """The name and the path, for there is no line."""
        return Span(" ".join([self.name, ".".join(str(part) for part in path)]).strip())

    def value(self, path: Path) -> Span:
        """The name and the path, for there is no line."""
        return self.key(path)
