"""The files of judgements that a round names: scores, ballots and orders, each sheet with its headings known and its rows unread."""

import re
from collections.abc import Mapping, Sequence

import attrs

from prioritera.diagnostics import Faults, Related, Span
from prioritera.frozen import FrozenMap
from prioritera.loading.document import Document, refer
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.loading.judgement_headings import doubled, note_unread
from prioritera.loading.judgement_layouts import OWN, Layout, read_layout, unfolded
from prioritera.model.judged import BALLOTS, KINDS, ORDERS, SCORES
from prioritera.model.judgement import JudgementSheet
from prioritera.model.judgement_columns import ANSWER, CHOICE, ITEM, NEED, RANK, RANKED, REQUIRED, VERSION, WHO
from prioritera.reading.close import closest, shortened
from prioritera.reading.cursor import Cursor
from prioritera.records.spoken import plain
from prioritera.sheets.grid import Grid
from prioritera.words.catalogue import LANGUAGES, say

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    SCORES: (*WHO, NEED, ITEM, ANSWER, VERSION),
    BALLOTS: (*WHO, CHOICE, RANKED, VERSION),
    ORDERS: (*WHO, NEED, RANK, VERSION),
}
_FARTHEST_HEADING = 50
_NUMBERED = re.compile(r"(.*?)\s*([1-9][0-9]?)")


def read_judgements(document: Document, tables: Sequence[Cursor], faults: Faults, in_files: Faults) -> tuple[JudgementSheet, ...]:
    """Every sheet of the files that a round names under `[[judgements]]`.

    Args:
        document: the round's own file.
        tables: one a file.
        faults: where it is noted what is wrong with how they are named.
        in_files: where it is noted what is wrong in them, which does not stop the rest.

    Raises:
        PrioriteraError: one is a workbook, and the extra `excel` is not installed.
    """
    found: list[JudgementSheet] = []
    for table in tables:
        before = faults.count
        name, kind = table.text("file"), table.choice("kind", KINDS)
        given = {key: table.text(key, "") for key in (*WHO[:-1], VERSION)}
        number = table.whole("round", least=1)
        layout = read_layout(table, kind)
        table.close()
        leads = refer(document, name, faults, table.at("file")) if name.strip() else None
        if leads is not None and faults.count == before:
            said = {key: text for key, text in given.items() if text} | ({} if number is None else {"round": str(number)})
            reader = _Reader(kind=kind, given=said, layout=layout, words=_words(kind))
            found.extend(reader.read(*leads, in_files, table.at("file")))
    return tuple(found)


@attrs.frozen(kw_only=True)
class _Reader:
    """Reads the sheets of one file: of what kind they are, what is said of the whole file, how they are laid out, what headings mean."""

    kind: str
    given: Mapping[str, str]
    layout: Layout
    words: Mapping[str, str]

    def read(self, files: Files, name: str, faults: Faults, at: Span) -> list[JudgementSheet]:
        """The sheets of a file that have the columns of its kind; where none has, it is told of the first what it lacks."""
        grids = read_grids(files, name, faults, at, headings=[word for word in self.words if word != CHOICE])
        rows = [self._heading(grid) for grid in grids]
        found: list[JudgementSheet] = []
        for grid, row in zip(grids, rows, strict=True):
            if row is not None:
                found += self._sheets(grid, row, faults)
        if grids and not any(row is not None for row in rows):
            self._note_lacking(grids[0], faults)
        return found

    def _meaning(self, heading: str) -> tuple[str, int]:
        """The column that a heading means, "" for none of the known, and the number after it, as in "choice 3"."""
        text = plain(self.layout.means(heading))
        if text in self.words and self.words[text] != CHOICE:
            return self.words[text], 0
        numbered = _NUMBERED.fullmatch(text)
        if numbered and self.words.get(plain(self.layout.means(numbered[1]))) == CHOICE:
            return CHOICE, int(numbered[2])
        choice = self.layout.choice_in(" ".join(heading.split()))
        return (CHOICE, choice) if choice else ("", 0)

    def _lacking(self, row: Sequence[str]) -> list[tuple[str, ...]]:
        """What a row of headings lacks, of what there must be; of those in one tuple, one."""
        there = {self._meaning(cell)[0] for cell in row} | set(self.given)
        must = list(REQUIRED[self.kind])
        if self.layout.parts:
            must += [(ITEM,)] if self.kind == SCORES else []
            if CHOICE not in self.layout.parts and any(
                self.layout.taken_apart(" ".join(cell.split())) for cell in row if not self._meaning(cell)[0]
            ):
                there |= {*self.layout.parts, RANK, CHOICE}
        elif ANSWER in there:
            must.append((ITEM,))
        return [any_of for any_of in must if not there & set(any_of)]

    def _heading(self, grid: Grid) -> int | None:
        """The row of headings, counted from 0: the first that has all that are needed."""
        rows = enumerate(grid.rows[:_FARTHEST_HEADING])
        return next((number for number, row in rows if any(row) and not self._lacking(row)), None)

    def _note_lacking(self, grid: Grid, faults: Faults) -> None:
        rows = grid.rows[:_FARTHEST_HEADING]
        likeliest = max(range(len(rows)), key=lambda at: (-len(self._lacking(rows[at])), -at), default=0)
        two = doubled(grid, likeliest) if self.kind == SCORES else None
        if two is not None:
            two.note(grid, faults)
            return
        lacking = self._lacking(rows[likeliest] if rows else ())
        keys = [f"judging.column.{_said_as(any_of[0], self.kind)}" for any_of in lacking]
        missing = tuple(" / ".join(say(language, key).split("|")[0] for language in LANGUAGES) for key in keys)
        code = "ballot-columns" if self.kind == BALLOTS else "judgement-columns"
        faults.add(code, grid.at(likeliest + 1), missing=missing, file=grid.file)

    def _sheets(self, grid: Grid, heading: int, faults: Faults) -> list[JudgementSheet]:
        """What one sheet holds; a column that is there twice, or that nobody could read, is noted and not read."""
        columns: dict[str, int] = {}
        said: dict[str, int] = {}
        wide: dict[tuple[tuple[str, str], ...], int] = {}
        known: dict[object, int] = {}
        for index, cell in enumerate(grid.rows[heading], 1):
            text = " ".join(cell.split())
            column, number = self._meaning(text)
            apart = {} if column or CHOICE in self.layout.parts else self.layout.taken_apart(text)
            if not text or self.layout.means(text) == OWN:
                continue
            name = f"{column}-{number}" if number else column
            key = tuple(apart.items()) or name or self.layout.means(text)
            if key in known and self.kind == SCORES and (two := doubled(grid, heading)):
                two.note(grid, faults)
                return []
            if key in known:
                first = Related(span=grid.exactly(heading + 1, known[key]), role="first")
                faults.add("column-twice", grid.exactly(heading + 1, index), value=text, related=(first,))
                continue
            known[key] = index
            if column:
                columns[name] = index
            elif apart:
                wide[tuple(apart.items())] = index
            else:
                said[self.layout.means(text)] = index
        if self.layout.parts or ANSWER in columns:
            note_unread(said, grid, heading, faults)
            said = {}
        elif self.kind != SCORES:
            self._note_unknown(said, grid, heading, faults)
            said = {}
        rows = ((number, row) for number, row in enumerate(grid.rows[heading + 1 :], heading + 2) if any(row))
        sheet = JudgementSheet(
            kind=self.kind,
            columns=columns,
            said=FrozenMap(said),
            rows=rows,
            given=self.given,
            answers=self.layout.answers,
            answers_at=self.layout.answers_at,
            heading=heading + 1,
            cells=grid,
        )
        return unfolded(sheet, [(at, dict(apart)) for apart, at in wide.items()], faults)

    def _note_unknown(self, said: Mapping[str, int], grid: Grid, heading: int, faults: Faults) -> None:
        known = shortened(_COLUMNS[self.kind])
        for text, index in said.items():
            close = closest(plain(text), self.words)
            faults.add("column-unknown", grid.exactly(heading + 1, index), value=text, known=known, close=close)


def _words(kind: str) -> dict[str, str]:
    """What each heading means, in both languages."""
    found = {
        plain(word): column
        for column in _COLUMNS[kind]
        for language in LANGUAGES
        for word in say(language, f"judging.column.{_said_as(column, kind)}").split("|")
    }
    return found | {column: column for column in _COLUMNS[kind]}


def _said_as(column: str, kind: str) -> str:
    return "voter" if column == "judge" and kind == BALLOTS else column
