"""The files of judgements that a round names: scores, ballots and orders, each sheet with its headings known and its rows unread."""

import re
from collections.abc import Mapping, Sequence

from prioritera.diagnostics import Faults, Related, Span
from prioritera.frozen import FrozenMap
from prioritera.loading.document import Document, refer
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.model.judged import BALLOTS, KINDS, ORDERS, SCORES
from prioritera.model.judgement import JudgementSheet
from prioritera.model.judgement_columns import CHOICE, NEED, RANK, RANKED, REQUIRED, VERSION, WHO
from prioritera.reading.close import closest, shortened
from prioritera.reading.cursor import Cursor
from prioritera.records.spoken import plain
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import OWN_COLUMN
from prioritera.words.catalogue import LANGUAGES, say

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    SCORES: (*WHO, NEED, VERSION),
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
        table.close()
        leads = refer(document, name, faults, table.at("file")) if name.strip() else None
        if leads is not None and faults.count == before:
            said = {key: text for key, text in given.items() if text} | ({} if number is None else {"round": str(number)})
            found.extend(read_judgement_file(*leads, kind, said, in_files, table.at("file")))
    return tuple(found)


def read_judgement_file(
    files: Files, name: str, kind: str, given: Mapping[str, str], faults: Faults, at: Span | None = None
) -> list[JudgementSheet]:
    """The sheets of one file that have the columns of its kind; where none has, it is told of the first what it lacks."""
    words = _words(kind)
    headings = [word for word in words if word != CHOICE]
    grids = read_grids(files, name, faults, at, headings=headings)
    rows = [_heading(grid, kind, words, given) for grid in grids]
    some = any(row is not None for row in rows)
    found = []
    for grid, row in zip(grids, rows, strict=True):
        if row is not None:
            found.append(_sheet(grid, row, kind, words, given, faults))
        elif not some:
            _note_lacking(grid, kind, words, given, faults)
            break
    return [sheet for sheet in found if sheet is not None]


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


def _meaning(heading: str, words: Mapping[str, str]) -> tuple[str, int]:
    """The column that a heading means, "" for none of the known, and the number after it, as in "choice 3"."""
    text = plain(heading)
    if text in words and words[text] != CHOICE:
        return words[text], 0
    numbered = _NUMBERED.fullmatch(text)
    if numbered and words.get(numbered[1]) == CHOICE:
        return CHOICE, int(numbered[2])
    return "", 0


def _lacking(row: Sequence[str], kind: str, words: Mapping[str, str], given: Mapping[str, str]) -> list[tuple[str, ...]]:
    there = {_meaning(cell, words)[0] for cell in row} | set(given)
    return [any_of for any_of in REQUIRED[kind] if not there & set(any_of)]


def _heading(grid: Grid, kind: str, words: Mapping[str, str], given: Mapping[str, str]) -> int | None:
    """The row of headings, counted from 0: the first that has all that are needed."""
    rows = enumerate(grid.rows[:_FARTHEST_HEADING])
    return next((number for number, row in rows if any(row) and not _lacking(row, kind, words, given)), None)


def _note_lacking(grid: Grid, kind: str, words: Mapping[str, str], given: Mapping[str, str], faults: Faults) -> None:
    rows = grid.rows[:_FARTHEST_HEADING]
    likeliest = max(range(len(rows)), key=lambda at: (-len(_lacking(rows[at], kind, words, given)), -at), default=0)
    lacking = _lacking(rows[likeliest] if rows else (), kind, words, given)
    keys = [f"judging.column.{_said_as(any_of[0], kind)}" for any_of in lacking]
    missing = tuple(" / ".join(say(language, key).split("|")[0] for language in LANGUAGES) for key in keys)
    faults.add("columns-missing", grid.at(likeliest + 1), missing=missing, file=grid.file)


def _sheet(
    grid: Grid, heading: int, kind: str, words: Mapping[str, str], given: Mapping[str, str], faults: Faults
) -> JudgementSheet | None:
    """One sheet; a column that is there twice, or that nobody could read, is noted and not read."""
    columns: dict[str, int] = {}
    said: dict[str, int] = {}
    for index, cell in enumerate(grid.rows[heading], 1):
        text = " ".join(cell.split())
        column, number = _meaning(text, words)
        if not text or text.startswith(OWN_COLUMN):
            continue
        known, name = (columns, f"{column}-{number}" if number else column) if column else (said, text)
        if name in known:
            first = Related(span=grid.exactly(heading + 1, known[name]), role="first")
            faults.add("column-twice", grid.exactly(heading + 1, index), value=text, related=(first,))
        elif column or kind == SCORES:
            known[name] = index
        else:
            close = closest(plain(text), words)
            known_here = shortened(_COLUMNS[kind])
            faults.add("column-unknown", grid.exactly(heading + 1, index), value=text, known=known_here, close=close)
    rows = ((number, row) for number, row in enumerate(grid.rows[heading + 1 :], heading + 2) if any(row))
    return JudgementSheet(
        kind=kind,
        columns=columns,
        said=FrozenMap(said),
        rows=rows,
        given=given,
        heading=heading + 1,
        cells=grid,
    )
