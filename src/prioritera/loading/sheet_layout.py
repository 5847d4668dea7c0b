"""How one sheet of needs is laid out: the row of its headings, what its columns are called, and where its cells stand."""

from collections.abc import Iterator, Sequence
from unicodedata import normalize

import attrs

from prioritera.diagnostics import Faults, Related, Span, column_letters
from prioritera.frozen import FrozenMap
from prioritera.loading.mappings import OWN, SheetMapping
from prioritera.loading.unseen import without_unseen
from prioritera.reading.close import VERY_LIKE, closest
from prioritera.reading.place import Path
from prioritera.records.spoken import plain, spoken
from prioritera.sheets.grid import Grid

ID = "id"


@attrs.frozen(kw_only=True)
class Layout:
    """A grid with headings, from 1 on row `header`. It is also the place of every cell, by row and column name.

    `names` are the columns in order, "" for one without a heading; `means` is what the round says that they mean. `always` holds what the
    round says of every row, and `always_spans` where it says so.
    """

    grid: Grid
    header: int
    names: tuple[str, ...]
    means: FrozenMap[str, str] = attrs.field(factory=FrozenMap)
    guess: bool = False
    always: FrozenMap[str, str] = attrs.field(factory=FrozenMap)
    always_spans: FrozenMap[str, Span] = attrs.field(factory=FrozenMap)

    def key(self, path: Path) -> Span:
        """Where a column's name stands: the last step of the path that names one."""
        return self._cell(path, at_header=True)

    def value(self, path: Path) -> Span:
        """Where a cell stands; its row when the path names no column of the sheet."""
        return self._cell(path, at_header=False) if len(path) > 1 else self.grid.at(int(path[0]))

    def _cell(self, path: Path, *, at_header: bool) -> Span:
        if path[-1] in self.always:
            return self.always_spans[str(path[-1])]
        named = next((step for step in reversed(path[1:]) if step in self.names), None)
        row = self.header if at_header and named is not None else int(path[0])
        return self.grid.exactly(row, self.names.index(str(named)) + 1) if named is not None else self.grid.at(row)

    def is_own(self, name: str) -> bool:
        """Whether a column is the writer's own, which nobody reads: by its name, unless the round says what it means."""
        return self.means.get(name, name).startswith(OWN)

    def meaning(self, name: str) -> str:
        """The part of a need that a column holds, as far as its name alone tells; "" for a fact, a criterion or what nobody knows."""
        return spoken("column").get(plain(self.means.get(name, name)), "")

    def named(self, part: str) -> str:
        """The column that holds a part of a need; "" when none does."""
        return next((name for name in self.names if name and self.meaning(name) == part), "")

    def guessed(self, part: str) -> str:
        """The column whose name, unknown in itself, is taken for that of a part of a need where names may be guessed; "" when none is."""
        words = spoken("guess") if self.guess else {}
        free = [name for name in self.names if name and not self.meaning(name) and not self.is_own(name)]
        return next((name for name in free if words.get(closest(plain(name).strip(" ?:*.!"), words, VERY_LIKE), "") == part), "")

    def letters(self, index: int) -> str:
        """What people call a column that has no name: its letters in a workbook, its number in another file."""
        return column_letters(index + 1) if self.grid.sheet else str(index + 1)


def laid_out(grid: Grid, header: int, mapping: SheetMapping | None, *, guess: bool) -> Layout:
    """The layout of a grid whose headings stand on a row."""
    cells = grid.rows[header - 1] if header <= len(grid.rows) else ()
    names = tuple(normalize("NFC", " ".join(without_unseen(cell).split())) for cell in cells)
    said = mapping.columns if mapping is not None else FrozenMap()
    means = FrozenMap({name: said[plain(name)] for name in names if plain(name) in said})
    always, spans = (mapping.always, mapping.always_spans) if mapping is not None else (FrozenMap(), FrozenMap())
    return Layout(grid=grid, header=header, names=names, means=means, guess=guess, always=always, always_spans=spans)


def note_repeated(layout: Layout, faults: Faults) -> None:
    """Note each column whose name another one has too."""
    first: dict[str, int] = {}
    for index, name in enumerate(layout.names):
        key = name.casefold()
        if name and key in first and not layout.is_own(name):
            related = Related(span=layout.grid.exactly(layout.header, first[key] + 1), role="first")
            faults.add("csv-column-repeated", layout.grid.exactly(layout.header, index + 1), value=name, related=(related,))
        first.setdefault(key, index)


def unnamed(layout: Layout) -> Iterator[int]:
    """The columns, from 0, that have cells and no name."""
    width = len(layout.names)
    # In a CSV file a row that is longer than the headings is at fault as a whole.
    widest = max((len(row) for row in layout.grid.rows[layout.header :]), default=0) if layout.grid.sheet else width
    nameless = [index for index in range(widest) if index >= width or not layout.names[index]]
    rows = layout.grid.rows[layout.header :]
    yield from (index for index in nameless if any(index < len(row) and row[index].strip() for row in rows))


def is_filled(row: Sequence[str]) -> bool:
    """Whether anything stands in a row.

    >>> is_filled(["", " "]), is_filled(["", "x"])
    (False, True)
    """
    return any(cell.strip() for cell in row)
