"""The filled-in sheets of step two: what was answered of each need, and what was found missing, row by row with its place."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.frozen import frozen_tuple
from prioritera.loading.document import Document, refer
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.model.agreement import ANSWERS, CHECK_COLUMNS, MISSED_COLUMNS, Check, Missed
from prioritera.model.round import Record
from prioritera.reading.close import closest
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import need_id
from prioritera.reading.place import Path
from prioritera.records.spoken import plain, spoken
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import Line, lines_of
from prioritera.words.catalogue import LANGUAGES, say

_MISSED = "-saknas"
# Where a part of a kept need stands in the sheet.
_COLUMN_OF = {"id": "missing", "title": "missing", "wording": "missing", "origin": "actor", "note": "comment"}
_FARTHEST_HEADING = 50


@attrs.frozen(kw_only=True)
class Checked:
    """What the sheets of a round hold: answers, what was missing, and the records of what a person kept of it."""

    checks: tuple[Check, ...] = attrs.field(converter=frozen_tuple, default=())
    missed: tuple[Missed, ...] = attrs.field(converter=frozen_tuple, default=())
    records: tuple[Record, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen
class LinePlace:
    """The place of a record's parts in the line of a sheet."""

    line: Line

    def key(self, path: Path) -> Span:
        """Where the part's cell stands: a row of a sheet has no keys of its own."""
        return self.value(path)

    def value(self, path: Path) -> Span:
        """Where the part's cell stands; the row where it has none."""
        named = str(path[-1]) if path else ""
        return self.line.at(_COLUMN_OF.get(named, named))


def read_checks(document: Document, head: Cursor, faults: Faults) -> Checked:
    """The sheets that a round names under `checks`. What is wrong with one row does not stop the others."""
    found = Checked()
    for index, reference in enumerate(head.texts("checks")):
        at = head.place.value((*head.path, "checks", index))
        leads = refer(document, reference, faults, at)
        if leads is not None:
            found = _and(found, read_check_file(*leads, faults, at))
    return found


def read_check_file(files: Files, name: str, faults: Faults, at: Span | None = None) -> Checked:
    """One file: every sheet in it that has the columns of either page."""
    grids = read_grids(files, name, faults, at)
    known = [(grid, _is_check(grid), _is_missed(grid)) for grid in grids]
    if not any(is_check or is_missed for _, is_check, is_missed in known):
        known = [(grid, True, False) for grid in grids[:1]]  # of the first sheet it is told which columns it lacks
    found = Checked()
    for grid, is_check, is_missed in known:
        if is_check:
            found = _and(found, _checks(grid, faults))
        elif is_missed:
            found = _and(found, _missed(grid, faults))
    return found


def _and(one: Checked, other: Checked) -> Checked:
    return Checked(checks=one.checks + other.checks, missed=one.missed + other.missed, records=one.records + other.records)


def _headings(columns: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    return {ident: tuple(say(language, f"steptwo.column.{ident}") for language in LANGUAGES) for ident in columns}


def _has(grid: Grid, columns: Sequence[str]) -> bool:
    headings = _headings(columns)
    rows = [{plain(cell) for cell in row} for row in grid.rows[:_FARTHEST_HEADING]]
    return any(all(row & {ident, *map(plain, words)} for ident, words in headings.items()) for row in rows)


def _is_check(grid: Grid) -> bool:
    return _has(grid, ("need", "answer"))


def _is_missed(grid: Grid) -> bool:
    return _has(grid, ("missing", "keep"))


def _checks(grid: Grid, faults: Faults) -> Checked:
    lines = lines_of(grid, _headings(CHECK_COLUMNS), faults, required=("need", "actor", "answer"))
    return Checked(checks=[check for line in lines if (check := _check(line, faults)) is not None])


def _check(line: Line, faults: Faults) -> Check | None:
    """One row; None for one that says nothing, or after noting what it lacks. One whose answer is none was asked, and keeps its comment."""
    before = faults.count
    said = line.get("answer") or line.get("comment")
    for column in ("need", "actor"):
        if said and not line.get(column):
            faults.add("cell-empty", line.at(column), key=say(LANGUAGES[0], f"steptwo.column.{column}"))
    if faults.count != before or not (line.get("need") and line.get("actor")):
        return None
    return Check(
        need=need_id(line.get("need")),
        actor=line.get("actor"),
        answer=_answer(line, faults),
        comment=line.get("comment"),
        span=line.at("answer"),
        need_at=line.at("need"),
        actor_at=line.at("actor"),
        comment_at=line.at("comment"),
    )


def _answer(line: Line, faults: Faults) -> str:
    """The answer that a cell's word stands for; "" for an empty cell, or after noting that it is none."""
    text = line.get("answer")
    words = answers()
    if text and plain(text) not in words:
        known_sv, known_en = (tuple(_words(language, answer)[0] for answer in ANSWERS) for language in LANGUAGES)
        close = closest(plain(text), words)
        faults.add("check-answer-unknown", line.at("answer"), value=text, close=close, known_sv=known_sv, known_en=known_en)
    return words.get(plain(text), "")


def answers() -> dict[str, str]:
    """What each word in the column of answers stands for, in both languages; an answer's own id stands for it too.

    >>> answers()["stämmer delvis"], answers()["agrees"]
    ('partly', 'agrees')
    """
    said = {plain(word): answer for answer in ANSWERS for language in LANGUAGES for word in _words(language, answer)}
    return said | {answer: answer for answer in ANSWERS}


def _words(language: str, answer: str) -> list[str]:
    return say(language, f"steptwo.answer.{answer}").split("|")


def _missed(grid: Grid, faults: Faults) -> Checked:
    found, records = [], []
    for line in lines_of(grid, _headings(MISSED_COLUMNS), faults, required=("missing",)):
        text = line.get("missing")
        if not text:
            faults.add("cell-empty", line.at("missing"), key=say(LANGUAGES[0], "steptwo.column.missing"))
            continue
        keeps = _keeps(line, faults)
        ident = f"{PurePosixPath(grid.file).stem.removesuffix(_MISSED)}{_MISSED}-{line.number}" if keeps else ""
        texts = {key: line.get(key) for key in ("actor", "area", "comment")}
        found.append(Missed(text=text, kept_as=ident, span=line.at("missing"), **texts))
        if keeps:
            records.append(_record(line, ident))
    return Checked(missed=found, records=records)


def _keeps(line: Line, faults: Faults) -> bool:
    """Whether a person has said that the row is to be a need; anything but yes and no is noted, and keeps nothing."""
    text = line.get("keep")
    said = spoken("flag").get(plain(text))
    if text and said is None:
        faults.add("check-keep-unknown", line.at("keep"), value=text)
    return said == "true"


def _record(line: Line, ident: str) -> Record:
    """The need that a kept row becomes, unread: its words as they were said, and who said them."""
    said = {"title": "missing", "wording": "missing", "area": "area", "origin": "actor", "note": "comment"}
    cells = {part: line.get(column) for part, column in said.items()}
    return Record({"id": ident, **cells, "source": line.grid.file}, LinePlace(line), text=True)
