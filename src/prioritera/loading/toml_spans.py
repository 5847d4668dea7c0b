"""Where each key and value of a TOML text stands: file, line and column, which the TOML reader itself does not say.

tree-sitter gives a tree of the text with columns in bytes; here they become a `Place`, with columns in characters. The text is parsed when
it is read (the two TOML readers must agree on it) and walked only when somebody asks for a place.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import tomli

from prioritera.diagnostics import Span
from prioritera.reading.place import Path

if TYPE_CHECKING:
    from tree_sitter import Node, Tree

Point = tuple[int, int]

_KEYS = {"bare_key", "quoted_key", "dotted_key"}
_CLOSING = {"]", "]]"}
_NOT_VALUES = {"[", "]", ",", "comment"}


class TomlPlace:
    """The places in one TOML text. `name` is the file as people see it; `text` is what was read, without a byte order mark."""

    def __init__(self, name: str, text: str) -> None:
        """Parse; walk later."""
        self._name = name
        self._source = text.encode()
        self._tree = _parse(self._source)

    def key(self, path: Path) -> Span:
        """Where the key at the end of the path stands; the nearest place around it if the text has no such key."""
        return self._nearest(path, self._index.keys)

    def value(self, path: Path) -> Span:
        """Where the value at the end of the path begins; the nearest place around it if the text has no such value."""
        if path in self._sections.values and path not in self._sections.implied:
            start = self._sections.values[path]
            return self.span(start, self._sections.ends.get(start))
        return self._nearest(path, self._index.values)

    def path_of(self, span: Span) -> tuple[Path, bool] | None:
        """The path of what begins at a place, the innermost of several, and whether that is a key; None where nothing begins."""
        return self._paths.get((span.line, span.column)) if span.file == self._name else None

    @cached_property
    def _paths(self) -> dict[tuple[int, int], tuple[Path, bool]]:
        found: dict[tuple[int, int], tuple[Path, bool]] = {}
        for places, is_key in ((self._index.values, False), (self._index.keys, True)):
            for path, point in places.items():
                at = self._counted(point)
                # What a dotted key implies begins where the key does. An element of a list has no key of its own.
                least = len(found[at][0]) if at in found else 0
                if len(path) > least or (len(path) == least and is_key and isinstance(path[-1], str)):
                    found[at] = path, is_key
        return found

    def disagreement(self) -> Span | None:
        """Where tree-sitter could not read the text, or None when it read all of it."""
        node = self._tree.root_node
        while node.has_error and not (node.is_error or node.is_missing):
            node = next(child for child in node.children if child.has_error or child.is_missing)
        return self.span(node.start_point) if node.is_error or node.is_missing else None

    def repeated(self) -> tuple[tuple[str, Span, Span], ...]:
        """Every key and table that is written more than once: its dotted name, where it is repeated and where it was written first.

        What stands inside a repeated table is not named again.
        """
        paths = {path for path, _, _ in self._index.repeated}
        return tuple(
            (".".join(step for step in path if isinstance(step, str)), self.span(again), self.span(first))
            for path, again, first in self._index.repeated
            if not any(path[:length] in paths for length in range(1, len(path)))
        )

    def span(self, point: Point, end: Point | None = None) -> Span:
        """A row and a column in bytes, both from 0, as people count them."""
        return Span(self._name, *self._counted(point), end=None if end is None else self._counted(end))

    def _counted(self, point: Point) -> tuple[int, int]:
        row, column = point
        before = self._lines[row][:column]
        return row + 1, len(before.decode(errors="ignore")) + 1

    def _nearest(self, path: Path, places: dict[Path, Point]) -> Span:
        found = places.get(path)
        above = (path[:length] for length in range(len(path) - 1, 0, -1))
        start = found if found is not None else next((self._index.values[one] for one in above if one in self._index.values), None)
        return Span(self._name, 1, 1) if start is None else self.span(start, self._index.ends.get(start))

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self._tree.root_node)

    @cached_property
    def _sections(self) -> "_Index":
        """The headers alone: most places that are asked for are theirs, and they are few."""
        return _Index(self._tree.root_node, headers_only=True)

    @cached_property
    def _lines(self) -> list[bytes]:
        return self._source.split(b"\n")


def _parse(source: bytes) -> "Tree":
    import tree_sitter_toml  # noqa: PLC0415 -- heavy, and only loading needs it
    from tree_sitter import Language, Parser  # noqa: PLC0415 -- heavy, and only loading needs it

    return Parser(Language(tree_sitter_toml.language())).parse(source)


class _Index:
    """Every path of a document with where its key and its value stand. A place written outright outdoes one that a header implies.

    `ends` is where the key or the value that begins at a place ends; of a section, its header.
    """

    def __init__(self, root: "Node", *, headers_only: bool = False) -> None:
        self.keys: dict[Path, Point] = {}
        self.values: dict[Path, Point] = {}
        self.repeated: list[tuple[Path, Point, Point]] = []
        self.implied: set[Path] = set()
        self.ends: dict[Point, Point] = {}
        self._lengths: dict[Path, int] = {}
        for node in root.named_children:
            if node.type in {"table", "table_array_element"}:
                self._section(node, headers_only=headers_only)
            elif not headers_only:
                self._pairs((node,), ())

    def _section(self, node: "Node", *, headers_only: bool) -> None:
        key = next((child for child in node.named_children if child.type in _KEYS and not child.has_error), None)
        if key is not None:
            self.ends[node.start_point] = next(child.end_point for child in node.children if child.type in _CLOSING)
            path = self._header(key, node.start_point, is_element=node.type == "table_array_element")
            self._pairs(() if headers_only else node.named_children, path)

    def _pairs(self, nodes: "Sequence[Node]", path: Path) -> None:
        for node in nodes:
            # A text that is not TOML may be asked about too; what tree-sitter could not read in it has no places.
            if node.type == "pair" and not node.has_error:
                self._pair(node, path)

    def _header(self, key: "Node", start: Point, *, is_element: bool) -> Path:
        path: Path = ()
        *outer, (last, point) = self._parts(key)
        for name, where in outer:
            path = (*path, name)
            self._imply(path, where, start)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        path = (*path, last)
        if not is_element:
            self._write(path, point, start)
            return path
        if path not in self._lengths:
            self._write(path, point, start)
        index = self._lengths.get(path, 0)
        self._lengths[path] = index + 1
        path = (*path, index)
        self.keys[path], self.values[path] = point, start
        return path

    def _pair(self, node: "Node", above: Path) -> None:
        waiting = [(node, above)]
        while waiting:
            pair, path = waiting.pop()
            key, value = [child for child in pair.named_children if child.type != "comment"]
            *outer, (last, point) = self._parts(key)
            for name, where in outer:
                path = (*path, name)
                self._imply(path, where, where)
            path = (*path, last)
            self._write(path, point, value.start_point)
            self.ends[value.start_point] = value.end_point
            for found, element, inner in _inside(value, path):
                self.keys[found] = self.values[found] = element.start_point
                self.ends[element.start_point] = element.end_point
                waiting.extend(inner)
            waiting.extend(_pairs(value, path))

    def _parts(self, key: "Node") -> list[tuple[str, Point]]:
        """The parts of a key, dotted or not, each with where it stands."""
        parts = []
        waiting = [key]
        while waiting:
            node = waiting.pop()
            if node.type == "dotted_key":
                waiting.extend(child for child in reversed(node.named_children))
            else:
                parts.append((_name(node), (node.start_point[0], node.start_point[1])))
                self.ends[node.start_point] = node.end_point
        return parts

    def _imply(self, path: Path, key: Point, value: Point) -> None:
        if path not in self.keys:
            self.implied.add(path)
            self.keys[path], self.values[path] = key, value

    def _write(self, path: Path, key: Point, value: Point) -> None:
        if path in self.keys and path not in self.implied:
            self.repeated.append((path, key, self.keys[path]))
            return
        self.implied.discard(path)
        self.keys[path], self.values[path] = key, value


def _pairs(value: "Node", path: Path) -> "list[tuple[Node, Path]]":
    """The pairs of an inline table, the last first: they are taken from the end."""
    pairs = reversed(value.named_children) if value.type == "inline_table" else ()
    return [(child, path) for child in pairs if child.type == "pair"]


def _inside(value: "Node", path: Path) -> "Iterator[tuple[Path, Node, list[tuple[Node, Path]]]]":
    """Every element of an array and of the arrays in it, with the pairs of the elements that are inline tables."""
    waiting = [(value, path)]
    while waiting:
        node, above = waiting.pop()
        if node.type == "array":
            elements = [child for child in node.children if child.type not in _NOT_VALUES]
            for index, element in enumerate(elements):
                below = (*above, index)
                yield below, element, _pairs(element, below)
                waiting.append((element, below))


def _name(node: "Node") -> str:
    text = (node.text or b"").decode()
    if node.type == "bare_key":
        return text
    (name,) = tomli.loads(f"{text} = 0")
    return name
