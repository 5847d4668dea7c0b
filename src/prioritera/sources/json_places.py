"""Where each key and value of a JSON text stands: the reader of the standard library does not say."""

import json
import re
from bisect import bisect_right
from functools import cached_property

from prioritera.diagnostics import Span
from prioritera.reading.place import Path

# INVARIANT: the text has been read already, so whatever is neither a text nor a mark is a number or a word.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)

Offsets = tuple[int, int]


class JsonPlace:
    """The places in one JSON text that can be read. `line` is the line of the file that the text begins on."""

    def __init__(self, name: str, text: str, *, line: int = 1) -> None:
        """Look for nothing yet: most texts are never asked about."""
        self._name = name
        self._text = text
        self._line = line

    def key(self, path: Path) -> Span:
        """Where the key at the end of the path stands; the nearest place around it if the text has no such key."""
        return self._nearest(path, self._keys)

    def value(self, path: Path) -> Span:
        """Where the value at the end of the path begins; the nearest place around it if the text has no such value."""
        return self._nearest(path, self._values)

    def repeated(self) -> tuple[tuple[str, Span, Span], ...]:
        """Every key that is written more than once in its object: the key, where it is repeated and where it was written first."""
        return tuple((str(path[-1]), self.span(again), self.span(self._keys[path])) for path, again in self._again)

    def span(self, offsets: Offsets) -> Span:
        """A stretch of the text as people count: lines and columns from 1."""
        return Span(self._name, *self.counted(offsets[0]), end=self.counted(offsets[1]))

    def counted(self, offset: int) -> tuple[int, int]:
        """The line and the column of a place in the text."""
        row = bisect_right(self._starts, offset)
        return row + self._line - 1, offset - self._starts[row - 1] + 1

    def _nearest(self, path: Path, places: dict[Path, Offsets]) -> Span:
        above = (self._values[path[:length]] for length in range(len(path), -1, -1) if path[:length] in self._values)
        return self.span(places[path] if path in places else next(above))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    @cached_property
    def _keys(self) -> dict[Path, Offsets]:
        return self._found[0]

    @cached_property
    def _values(self) -> dict[Path, Offsets]:
        return self._found[1]

    @cached_property
    def _again(self) -> list[tuple[Path, Offsets]]:
        return self._found[2]

    @cached_property
    def _found(self) -> tuple[dict[Path, Offsets], dict[Path, Offsets], list[tuple[Path, Offsets]]]:
        """The places of keys and of values by path, and the keys that are written again. An object or a list is where it opens."""
        keys: dict[Path, Offsets] = {}
        values: dict[Path, Offsets] = {}
        again: list[tuple[Path, Offsets]] = []
        path: list[str | int] = []
        in_list: list[bool] = []
        wants_key = False
        for token in _TOKEN.finditer(self._text):
            word = token[0]
            if word in "}]":
                path.pop()
                in_list.pop()
            elif word == ",":
                wants_key = not in_list[-1]
                if in_list[-1]:
                    path[-1] = int(path[-1]) + 1
            elif word == ":":
                wants_key = False
            elif wants_key:
                path[-1] = json.loads(word)
                if tuple(path) in keys:
                    again.append((tuple(path), token.span()))
                keys.setdefault(tuple(path), token.span())
            else:
                values.setdefault(tuple(path), token.span())
                if word in "{[":
                    in_list.append(word == "[")
                    # What comes next says which: of an object, its first key.
                    path.append(0 if in_list[-1] else "")
                    wants_key = not in_list[-1]
        return keys, values, again
