"""Ballots as ranks of the same candidates: choices in columns of their own, in one cell, or marked in a column each question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from prioritera.diagnostics import Related
from prioritera.model.judged import POINTS, POSITION_POINTS, JudgedBy
from prioritera.model.judgement import JudgementSheet, Orders
from prioritera.model.judgement_columns import CHOICE, RANKED
from prioritera.records.judged_rows import HEADING, Needs, Row, Seated, cell_of, whole_in
from prioritera.records.judged_strange import Strange, Unread
from prioritera.records.judged_votes import Ranks, orders_by
from prioritera.records.spoken import plain
from prioritera.words.catalogue import LANGUAGES, say

_BETWEEN, _COMMA = re.compile(r"[;|>\n]"), ","
# A choice as it is written, the column it stands in, and its place.
Choice = tuple[str, str, int]


def ballots_of(seated: Seated, candidates: Sequence[str], needs: Needs, round_: int, rule: JudgedBy, strange: Strange) -> Orders:
    """The ballots of one round.

    Args:
        seated: sheets of ballots.
        candidates: what could be chosen.
        needs: the needs that a choice may name.
        round_: the round.
        rule: how they are counted: how many a ballot may choose, and whether their order matters.
        strange: where it is noted what cannot be read. A ballot that chooses too many, or that has no order where it matters, says nothing;
            of one that chooses something that is not there, or the same twice, the other choices keep their places.
    """
    found: dict[int, Ranks] = {}
    first: dict[int, tuple[JudgementSheet, Row]] = {}
    for sheet, rows in seated.sheets:
        reader = _Reader(sheet, needs, rule, strange)
        for row in rows:
            if row.round != round_:
                continue
            if row.judge in first:
                sheet_before, before = first[row.judge]
                strange.faults.add(
                    "ballot-twice", sheet.at(row.number), related=(Related(span=sheet_before.at(before.number), role="first"),)
                )
                continue
            first[row.judge] = sheet, row
            found[row.judge] = reader.ballot(row)
    return orders_by(seated, candidates, round_, found)


# What a word in a cell of a ballot may stand for.
_MEANT = ("1", "2", "3", "x")


class _Reader:
    """Reads the ballots of one sheet."""

    def __init__(self, sheet: JudgementSheet, needs: Needs, rule: JudgedBy, strange: Strange) -> None:
        self._sheet, self._needs, self._faults, self._strange = sheet, needs, strange.faults, strange
        self._most = len(rule.points)
        # Whether one place gives more than another.
        self._is_ordered = rule.combine in {POINTS, POSITION_POINTS} and len(set(rule.points)) > 1
        self._numbered = sorted((int(column.rpartition("-")[2]), column) for column in sheet.columns if column.startswith(f"{CHOICE}-"))
        # The columns of questions: a heading that names none is told once.
        find = partial(needs.find, faults=strange.faults, code=HEADING)
        self._marked = [heading for heading in sheet.said if find(heading, partial(sheet.at, sheet.heading, heading))]
        self._marks = _marks()

    def ballot(self, row: Row) -> Ranks:
        """The places of one ballot; nothing where it does not count."""
        choices = [*self._choices(row), *self._marks_of(row)]
        if not choices or not self._counts(row, choices):
            return {}
        ranks: Ranks = {}
        for text, column, place in choices:
            record = self._needs.find(text, partial(self._sheet.at, row.number, column), self._faults)
            need = self._needs.into.get(record, "")
            if need in ranks:
                self._faults.add("ballot-choice-twice", self._sheet.at(row.number, column), need=need)
            elif need and self._most and place > self._most:
                self._faults.add("ballot-place-beyond", self._sheet.at(row.number, column), value=str(place), most=self._most)
            elif need:
                ranks[need] = place
        return ranks

    def _counts(self, row: Row, choices: Sequence[Choice]) -> bool:
        """Whether a ballot counts: it chooses no more than it may, and its places can be told apart where they have to be."""
        if self._most and len(choices) > self._most:
            self._faults.add("ballot-too-long", self._sheet.at(row.number, choices[-1][1]), count=len(choices), most=self._most)
            return False
        places = [place for _, _, place in choices]
        if self._is_ordered and (0 in places or (len(places) > 1 and set(places) == {1})):
            for _, column, _ in choices:
                self._strange.note(self._sheet, row.number, column, Unread("ballot-without-order"))
            return False
        again = next((at for at, place in enumerate(places) if place in places[:at]), 0)
        if self._is_ordered and again:
            self._faults.add("ballot-place-twice", self._sheet.at(row.number, choices[again][1]), value=str(places[again]))
            return False
        return True

    def _choices(self, row: Row) -> Iterator[Choice]:
        """The choices of a ballot, the first first: from a column each, or from one that lists them all."""
        for place, column in self._numbered:
            text = cell_of(self._sheet, row.cells, column)
            if text:
                yield text, column, place
        listed = self._listed(cell_of(self._sheet, row.cells, RANKED))
        yield from ((text, RANKED, place) for place, text in enumerate(listed, 1))

    def _listed(self, cell: str) -> list[str]:
        """The choices in one cell. Where only commas part them, a title may have commas too: the longest that names a need is one."""
        if _BETWEEN.search(cell) or _COMMA not in cell:
            return [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
        parts, found = cell.split(_COMMA), []
        while parts:
            ends = range(len(parts), 1, -1)
            end = next((end for end in ends if self._needs.named(_COMMA.join(parts[:end]).strip())), 1)
            found.append(_COMMA.join(parts[:end]).strip())
            parts = parts[end:]
        return [text for text in found if text]

    def _marks_of(self, row: Row) -> Iterator[Choice]:
        """The choices of a ballot with a column each question: a place, or a mark, which is a choice without one."""
        for heading in self._marked:
            column = self._sheet.said[heading]
            text = row.cells[column - 1].strip() if column <= len(row.cells) else ""
            word, text = text, self._sheet.answers.get(plain(text), text)
            place = whole_in(text)
            if place or self._marks.get(plain(text)):
                yield heading, heading, place
            elif text and plain(text) not in self._marks and text is not word:
                self._strange.note_target(self._sheet, word, _MEANT)
            elif text and plain(text) not in self._marks:
                self._strange.note(self._sheet, row.number, heading, Unread("ballot-cell", {"value": text}))


def _marks() -> Mapping[str, bool]:
    """What is written for what is chosen, and for what is not, in both languages."""
    return {
        plain(word): is_chosen
        for is_chosen, key in ((False, "judging.mark.not"), (True, "judging.mark.chosen"))
        for language in LANGUAGES
        for word in say(language, key).split("|")
    }
