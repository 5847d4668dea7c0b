"""Where in a sheet the needs stand: the sheet of a file that holds them, and the row of its headings, below whatever is written above."""

import json
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import zip_longest
from pathlib import PurePosixPath

from prioritera.diagnostics import Diagnostic, Faults, Severity, Snippet, Span
from prioritera.loading.mappings import SheetMapping
from prioritera.reading.close import VERY_LIKE, closest
from prioritera.reading.ids import as_id
from prioritera.records.spoken import plain, spoken
from prioritera.sheets.grid import Grid

FARTHEST = 40
_FEW = 2
# What a round is called whose file has no name that could be an id.
_ROUND = "needs"
# What headings a row below the headings has.
SAME, OTHER = "same", "other"
# No heading is longer; a wording is like none.
_LONGEST = 60


@cache
def known_headings() -> frozenset[str]:
    """Every word that a heading of a need's own parts may be, plain, in either language."""
    return frozenset(spoken("column"))


def chosen(
    grids: Sequence[Grid], mappings: Sequence[SheetMapping], name: str, faults: Faults, *, guess: bool
) -> tuple[tuple[Grid, SheetMapping | None], ...]:
    """The sheets of a file that hold needs, each with what the round says of it.

    Without a word in the round it is the only sheet with headings of needs, or the only sheet with anything in it; of several nobody can
    tell, and it is asked about.
    """
    filled = [grid for grid in grids if any(cell.strip() for row in grid.rows for cell in row)]
    if not filled:
        faults.warn("no-needs", Span(name, 1, 1) if not grids or not grids[0].sheet else Span(name))
        return ()
    named = [mapping for mapping in mappings if mapping.sheet]
    if named:
        return tuple((grid, mapping) for mapping in named if (grid := _named(grids, mapping, faults)) is not None)
    mapping = mappings[0] if mappings else None
    found = [grid for grid in filled if heading_row(grid, mapping, guess=guess)] or filled
    if len(found) == 1:
        _note_others([grid.sheet for grid in filled if grid is not found[0]], found[0], faults)
        return ((found[0], mapping),)
    asked = Diagnostic(
        code="sheet-unclear",
        span=Span(name),
        params={"sheets": ", ".join(grid.sheet for grid in found)},
        snippets=[_lines(name, [grid.sheet for grid in found], alone=guess)],
    )
    faults.extend([asked])
    return ()


def _lines(name: str, sheets: Iterable[str], *, alone: bool) -> Snippet:
    """Lines that name each sheet: for the round's file, or, of a file run by itself, as a round of its own. What is not meant is struck."""
    file = PurePosixPath(name).name
    each = "\n\n".join(f"[[mappings]]\nfile = {_text(file)}\nsheet = {_text(sheet)}" for sheet in sheets)
    if not alone:
        return Snippet(role="sheets", text=each)
    stem = PurePosixPath(name).stem
    head = f'[round]\nid = "{as_id(stem) or _ROUND}"\nlabel = {_text(stem)}\nneeds = [{_text(file)}]'
    return Snippet(role="round-sheets", text=f"{head}\n\n{each}")


def _text(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)


def _named(grids: Iterable[Grid], mapping: SheetMapping, faults: Faults) -> Grid | None:
    by_name = {plain(grid.sheet): grid for grid in grids}
    if plain(mapping.sheet) not in by_name:
        known = tuple(grid.sheet for grid in by_name.values())
        faults.add("mapping-sheet-missing", mapping.span, value=mapping.sheet, known=known, close=closest(mapping.sheet, known))
    return by_name.get(plain(mapping.sheet))


def _note_others(others: Sequence[str], read: Grid, faults: Faults) -> None:
    if others:
        span = Span(read.file, sheet=read.sheet)
        note = Diagnostic(
            code="sheets-not-read", severity=Severity.NOTE, span=span, params={"sheets": ", ".join(others), "sheet": read.sheet}
        )
        faults.extend([note])


def heading_row(grid: Grid, mapping: SheetMapping | None, *, guess: bool) -> int:
    """The row of the headings, from 1: the first with two known ones, or with one that the round names; 0 when there is none.

    Where no row has two, one known heading is enough on a row where nothing else stands. Where headings are guessed, and none of this is
    found, those that are like a known one count.
    """
    if mapping is not None and mapping.heading_row:
        return mapping.heading_row
    rows = [[plain(cell) for cell in row if cell.strip()] for row in grid.rows[:FARTHEST]]
    said = mapping.columns if mapping is not None else ()
    found = _first([2 * any(word in said for word in words) or _count(words, known_headings()) for words in rows], rows)
    if found or not guess:
        return _lower(grid, found)
    alike = {word: closest(word, _guessable(), VERY_LIKE) for words in rows for word in words if len(word) <= _LONGEST}
    return _lower(grid, _first([_count([alike.get(word, "") for word in words], _guessable()) for words in rows], rows))


def _lower(grid: Grid, header: int) -> int:
    """The second row of headings that stand on two, which then names each column.

    One heading is merged over both rows there, and the second names a column that the first does not.

    >>> _lower(Grid(file="behov.xlsx", rows=[["Behov", "Avsändare", ""], ["Behov", "Kommun", "Nämnd"], ["Fall", "Ale", ""]]), 1)
    2
    >>> _lower(Grid(file="behov.xlsx", rows=[["Behov", "Avsändare", ""], ["Fall", "Ale", "ja"]]), 1)
    1
    """
    if not 0 < header < len(grid.rows):
        return header
    pairs = [(plain(above), plain(below)) for above, below in zip_longest(*grid.rows[header - 1 : header + 1], fillvalue="")]
    is_merged = any(above and above == below for above, below in pairs)
    is_more = any(below and not above for above, below in pairs)
    return header + 1 if is_merged and is_more and all(below for above, below in pairs if above) else header


def headings_below(names: Sequence[str], row: Sequence[str]) -> str:
    """Which headings a row below the headings has, where at least two stand there and nothing else.

    "same" are those of the sheet once more, as where its table goes on, "other" those of another table; "" for a row of cells.

    >>> names = ["id", "rubrik", "område"]
    >>> headings_below(names, ["Id", "Rubrik", ""]), headings_below(names, ["Område", "Rubrik"]), headings_below(names, ["n1", "Rubrik"])
    ('same', 'other', '')
    """
    first = next((cell for cell in row if cell.strip()), "")
    own = {plain(name): index for index, name in enumerate(names) if name}
    # Of nearly every row the first cell tells.
    if plain(first) not in own and plain(first) not in known_headings():
        return ""
    filled = [(index, plain(cell)) for index, cell in enumerate(row) if cell.strip()]
    if len(filled) < _FEW or not all(cell in own or cell in known_headings() for _, cell in filled):
        return ""
    return SAME if all(own.get(cell) == index for index, cell in filled) else OTHER


def _first(counts: Sequence[int], rows: Sequence[Sequence[str]]) -> int:
    """The first row with several headings; the first with one and nothing else where no row has several."""
    several = next((number for number, count in enumerate(counts, start=1) if count >= _FEW), 0)
    return several or next((number for number, count in enumerate(counts, start=1) if count == len(rows[number - 1]) == 1), 0)


def _count(words: Sequence[str], known: Collection[str]) -> int:
    return len({word for word in words if word in known})


def _guessable() -> frozenset[str]:
    return known_headings() | frozenset(spoken("guess"))


def likely_row(grid: Grid) -> int:
    """The row that is taken for the headings where none can be told: the first with one known, or with several cells, or with any."""
    rows = [[plain(cell) for cell in row if cell.strip()] for row in grid.rows]
    tests = (
        lambda words: any(word in known_headings() for word in words),
        lambda words: len(words) >= _FEW,
        bool,
    )
    return next(number for test in tests for number, words in enumerate(rows, start=1) if test(words))
