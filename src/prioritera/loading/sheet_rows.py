"""Rows of a sheet as records: each cell under the name of its column, what cannot be read noted with its row, nothing guessed."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from prioritera.diagnostics import Diagnostic, Faults, Severity, column_letters
from prioritera.frozen import FrozenMap
from prioritera.loading.mappings import SheetMapping
from prioritera.loading.several_needs import POINT, POINTS, SIGNS, parted
from prioritera.loading.sheet_layout import ID, Layout, unnamed
from prioritera.loading.unseen import without_controls, without_unseen
from prioritera.model.round import Record
from prioritera.records.cell_values import SEPARATOR
from prioritera.records.cells import FREE_TEXTS
from prioritera.records.spoken import plain, spoken

_NOTE = "note"


class SheetRows:
    """The rows of one sheet, read one after the other."""

    def __init__(self, layout: Layout, mapping: SheetMapping | None, faults: Faults, *, other: int = 0) -> None:
        """`faults` takes what is said of a column as a whole, and what is asked about and stops nothing.

        `other` is the row from which on the sheet holds another table, with headings of its own; 0 where there is none.
        """
        self.other = other
        self._layout, self._faults = layout, faults
        columns = [(index, name) for index, name in enumerate(layout.names) if name and not layout.is_own(name)]
        self._indexes = tuple(index for index, _ in columns)
        self._names = tuple(name for _, name in columns)
        self._free = frozenset(name for name in self._names if layout.meaning(name) in FREE_TEXTS)
        self._title, self._wording = layout.named("title"), layout.named("wording")
        # The column that says what the need is; "" when there is none.
        self._needs = self._wording or layout.guessed("wording") or self._title or layout.guessed("title")
        self._split = _split(layout, self._names, mapping)
        self._notes = _by_row(layout.grid.notes)
        self._broken = _by_row((*layout.grid.unsaved, *layout.grid.errors))
        nameless = tuple(unnamed(layout))
        self._unnamed = () if layout.guess else nameless
        # Where headings are guessed a column that nobody can name is not read either: it is said, and stops no row.
        for index in nameless if layout.guess else ():
            self._note_nameless(index)
        self._changed: dict[str, list[int]] = {}

    def records(self, number: int, row: Sequence[str], made: str) -> Iterator[Record]:
        """The need of a row; several where the round says that its cell of wordings holds several. `made` is its id where it has none."""
        width = len(row)
        cells = [row[index] if index < width else "" for index in self._indexes]
        if not "".join(cells).isprintable():
            cells = [self._seen(name, cell, number) for name, cell in zip(self._names, cells, strict=True)]
        data = dict(zip(self._names, cells, strict=True))
        faults = self._faults_of(number, row, data)
        for name, between in self._split.items():
            if name != self._needs:
                data[name] = SEPARATOR.join(part.strip() for part in data[name].split(between))
        if number in self._notes:
            self._keep_notes(number, data)
        means, guess = self._layout.means, self._layout.guess
        # Nearly every cell is one need.
        is_one = self._needs not in self._split and not any(sign in data.get(self._needs, "") for sign in SIGNS)
        for suffix, said in (("", data),) if is_one else self._each(number, data):
            named = FrozenMap({**({ID: f"{made}{suffix}"} if made else {}), **said, **self._layout.always})
            yield Record(named, self._layout, (number,), text=True, faults=faults, means=means, guess=guess)

    def _seen(self, name: str, cell: str, number: int) -> str:
        """A cell without what nobody sees; that it was changed is kept, to be said once a column."""
        seen = without_controls(cell) if name in self._free else without_unseen(cell)
        if seen != cell:
            self._changed.setdefault(name, []).append(number)
        return seen

    def close(self) -> None:
        """Say in which columns letters that nobody sees were taken away."""
        for name, numbers in self._changed.items():
            params = {"column": name, "count": len(numbers)}
            span = self._layout.value((numbers[0], name))
            self._faults.extend([Diagnostic(code="unseen-letters", severity=Severity.NOTE, span=span, params=params)])

    def _faults_of(self, number: int, row: Sequence[str], data: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        """What is wrong with a row before what its cells say is read."""
        grid, width = self._layout.grid, len(self._layout.names)
        if number in grid.broken:
            return grid.broken[number]
        if self.other and number >= self.other:
            return (Diagnostic(code="row-of-other-table", span=grid.at(number), params={"row": self.other}),)
        is_whole = bool(grid.sheet) or len(row) == width
        if is_whole and number not in self._broken and not self._unnamed and (data.get(self._title) or data.get(self._wording)):
            return ()
        found = Faults()
        extra = next((index for index in range(width, len(row)) if row[index].strip()), None)
        if extra is not None and not grid.sheet:
            found.add("csv-row-too-long", grid.exactly(number, extra + 1), cells=len(row), columns=width)
        elif len(row) < width and not grid.sheet:
            found.add("csv-row-too-short", grid.at(number), cells=len(row), columns=width)
        for index in self._unnamed:
            if index < len(row) and row[index].strip():
                found.add("csv-column-unnamed", grid.exactly(number, index + 1), column=self._layout.letters(index))
        for column in self._broken.get(number, ()):
            self._note_broken(number, column, row, found)
        first = next(cell.strip() for cell in row if cell.strip())
        if spoken("word").get(plain(first).rstrip(" :")) == "total" and not any(
            _says(data.get(name, ""), first) for name in (self._title, self._wording)
        ):
            found.add("row-is-total", grid.at(number), value=first)
        return found.all()

    def _note_nameless(self, index: int) -> None:
        """Note that a column has cells and no name, at the first of them."""
        grid, header = self._layout.grid, self._layout.header
        number = next(at for at, row in enumerate(grid.rows[header:], header + 1) if index < len(row) and row[index].strip())
        params = {"column": self._layout.letters(index)}
        self._faults.extend(
            [Diagnostic(code="csv-column-unnamed", severity=Severity.NOTE, span=grid.exactly(number, index + 1), params=params)]
        )

    def _note_broken(self, number: int, column: int, row: Sequence[str], found: Faults) -> None:
        """Note a cell that holds an error, or a formula without a value, when its column is read."""
        if column - 1 in self._indexes:
            at, name = self._layout.grid.exactly(number, column), self._layout.names[column - 1]
            if (number, column) in self._layout.grid.unsaved:
                found.add("formula-unsaved", at, column=name)
            else:
                found.add("cell-error", at, column=name, value=row[column - 1])

    def _keep_notes(self, number: int, data: dict[str, str]) -> None:
        """Keep the comments of a row's cells with what is noted of the need, each with the cell it stood in."""
        name = self._layout.named(_NOTE) or _NOTE
        comments = [
            f"{column_letters(column)}{number}: {self._layout.grid.notes[number, column]}" for column in sorted(self._notes[number])
        ]
        data[name] = "\n".join(text for text in (data.get(name, "").strip(), *comments) if text)

    def _each(self, number: int, data: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
        """The row once for each need that its cell holds, with what is put after the id of each: nothing, where there is one."""
        name = self._needs
        text = data.get(name, "")
        between = self._split.get(name)
        if between is None:
            self._ask_several(number, name, text)
            yield "", data
            return
        parts = [POINT.sub("", part, count=1).strip() for part in text.split(between) if part.strip()] or [text]
        own = self._layout.named(ID)
        for count, part in enumerate(parts, start=1):
            suffix = f"-{count}" if len(parts) > 1 else ""
            ident = {own: f"{data[own].strip()}{suffix}"} if own else {}
            yield suffix, {**data, name: part, **ident}

    def _ask_several(self, number: int, name: str, text: str) -> None:
        """Ask about a cell of several parts: whether they are one need or several nobody can tell but who wrote them."""
        between, count = parted(text)
        at = self._layout.value((number, name))
        if between == POINTS:
            self._faults.warn("cell-several-needs", at, column=name, count=count)
        elif between:
            part = self._layout.meaning(name) or "wording"
            self._faults.warn("cell-several-parts", at, column=name, count=count, part=part, between=json.dumps(between))


def _says(cell: str, first: str) -> bool:
    """Whether a cell says something else than the word that a sum begins with."""
    return bool(cell.strip()) and cell.strip() != first


def _split(layout: Layout, names: Iterable[str], mapping: SheetMapping | None) -> dict[str, str]:
    """What stands between several things in a cell, by column: named by its heading, or by the part of a need that it holds."""
    said = {plain(key): between for key, between in mapping.split.items()} if mapping is not None else {}
    keys = {name: (plain(name), plain(layout.means.get(name, name)), layout.meaning(name)) for name in names}
    return {name: said[key] for name, tried in keys.items() for key in tried if key in said}


def _by_row(places: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    """The columns of places by their row."""
    found: dict[int, list[int]] = {}
    for row, column in sorted(places):
        found.setdefault(row, []).append(column)
    return found
