"""A sheet of what exists already, row by row, as the tables that the same entries would be in TOML."""

import re
from collections.abc import Iterator
from datetime import date

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import Path
from prioritera.records.cell_values import SEPARATOR
from prioritera.records.spoken import plain, spoken
from prioritera.sheets.tables import Line, lines_of
from prioritera.words.catalogue import LANGUAGES, say

_WHAT = ("id", "title", "status", "areas", "publisher", "target_group", "intervention")
COLUMNS = (*_WHAT, "year", "since", "contact", "link", "source")
REQUIRED = ("id", "title", "status")
_YEAR = re.compile(r"[0-9]{4}")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@attrs.frozen
class LinePlace:
    """The place of an entry's parts in a sheet: each key has the cell of its column."""

    line: Line

    def key(self, path: Path) -> Span:
        """Where the cell of a key stands."""
        return self.value(path)

    def value(self, path: Path) -> Span:
        """Where the cell of a key stands; the row where it has none."""
        return self.line.at(str(path[0]) if path else "")


def sheet_rows(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[Cursor, ...]:
    """A cursor a row over what it says of an entry; an empty cell is not written."""
    headings = {column: heading_words("exists-catalogue", column) for column in COLUMNS}
    grids = read_grids(files, name, faults, at)
    lines = [line for grid in grids for line in lines_of(grid, headings, faults, required=REQUIRED)]
    return tuple(Cursor(_data(line), (), LinePlace(line), faults) for line in lines)


def heading_words(group: str, column: str) -> tuple[str, ...]:
    """What a column may be called besides its id, in both languages.

    >>> heading_words("exists-catalogue", "title")
    ('titel', 'title')
    """
    return tuple(word for language in LANGUAGES for word in say(language, f"exists.{group}.{column}").split("|"))


def _data(line: Line) -> dict[str, object]:
    return dict(_parts(line))


def _parts(line: Line) -> Iterator[tuple[str, object]]:
    for column in COLUMNS:
        text = line.get(column)
        if not text:
            continue
        if column == "status":
            yield column, spoken("status").get(plain(text), text)
        elif column == "areas":
            yield column, [part.strip() for part in text.split(SEPARATOR) if part.strip()]
        elif column == "year":
            yield column, int(text) if _YEAR.fullmatch(text) else text
        elif column == "since":
            yield column, day_in(text) or text
        else:
            yield column, text


def day_in(text: str) -> date | None:
    """The day that a cell names, or None: only the form that both languages write is read, and a date of a workbook comes in it.

    >>> day_in("2021-03-01"), day_in("1/3 2021")
    (datetime.date(2021, 3, 1), None)
    """
    try:
        return date.fromisoformat(text) if _ISO.fullmatch(text) else None
    except ValueError:  # a day that the calendar does not have
        return None
