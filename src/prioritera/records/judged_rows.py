"""The rows of sheets of judgements: who has judged, in which round, and what need each row is about.

Sheets come in as they were sent; each row's judge and need are found, or the row is set aside with its place.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter

import attrs

from prioritera.diagnostics import Faults, Related, Span
from prioritera.frozen import FrozenMap, frozen_tuple
from prioritera.model.judged import BALLOTS
from prioritera.model.judgement import Judge, JudgementSheet
from prioritera.model.judgement_columns import NEED, RANK
from prioritera.model.network import Network
from prioritera.reading.close import closest, shortened
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import need_id, same_id_key
from prioritera.reading.place import NoFile
from prioritera.records.actors import ActorNames
from prioritera.records.spoken import plain
from prioritera.words.catalogue import LANGUAGES, say

# The finding on a heading that is said to be a need and is none.
HEADING = "judgement-heading"
_NUMBERED = re.compile(r"(\S+?)[.:)]?\s+(?:[–-]\s+)?(.+)")


@attrs.frozen(kw_only=True)
class Row:
    """One row: its number, its cells, and whose it is.

    `need` is "" in a ballot; `merged` is the record that the row names, where that went into another, otherwise "".
    """

    number: int
    cells: tuple[str, ...]
    judge: int
    round: int
    need: str = ""
    merged: str = ""


@attrs.frozen(kw_only=True)
class Seated:
    """The sheets of one kind: their judges, and the rows that can be read, sheet by sheet."""

    judges: tuple[Judge, ...] = attrs.field(converter=frozen_tuple)
    sheets: tuple[tuple[JudgementSheet, tuple[Row, ...]], ...] = attrs.field(converter=frozen_tuple)

    @property
    def rounds(self) -> tuple[int, ...]:
        """The rounds that there are rows of, rising."""
        return tuple(self._by_round)

    def of_round(self, number: int) -> tuple[int, ...]:
        """The judges that have a row in a round, by index, rising."""
        return self._by_round.get(number, ())

    @cached_property
    def _by_round(self) -> FrozenMap[int, tuple[int, ...]]:
        """Gone through once: there may be tens of thousands of rows, and every criterion asks."""
        seats = sorted({(row.round, row.judge) for _, rows in self.sheets for row in rows})
        return FrozenMap({number: tuple(judge for _, judge in own) for number, own in groupby(seats, key=itemgetter(0))})


class Needs:
    """The needs that judgements may be about: each record's id and title, and the need that it went into.

    A survey shows the title, with its number before it or not; a title that two needs have names neither of them.

    >>> needs = Needs({"q7": "q7"}, {"q7": "Falls at home"})
    >>> [needs.find(text, lambda: Span("x"), Faults()) for text in ("Q7", "falls at home", "q7. Falls at home", "Sleep")]
    ['q7', 'q7', 'q7', '']
    """

    def __init__(self, into: Mapping[str, str], titles: Mapping[str, str] | None = None) -> None:
        """`into` is the need that each record is, or was merged into; `titles` are what they are called."""
        self.into = into
        self._ids = {same_id_key(need): need for need in into}
        named = [(plain(title), need) for need, title in (titles or {}).items() if title]
        many = Counter(title for title, _ in named)
        self._titles = {title: need for title, need in named if many[title] == 1}
        self._found: dict[str, str] = {}
        self._told: set[tuple[str, str, str]] = set()

    def find(self, text: str, at: Callable[[], Span], faults: Faults, *, code: str = "round-need-unknown") -> str:
        """The record that a text names, "" after noting, where it stands, that there is none."""
        found = self.named(text)
        if not found:
            self._note_unknown(code, text, at(), faults)
        return found

    def named(self, text: str) -> str:
        """The record that a text names, "" where there is none."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._ids.get(same_id_key(need_id(text)), "") or self._titled(plain(text))
        return found

    def _note_unknown(self, code: str, text: str, at: Span, faults: Faults) -> None:
        """Tell of a text that names no need, once a sheet: a sheet may have a row an answer."""
        if (text, at.file, at.sheet) not in self._told:
            self._told.add((text, at.file, at.sheet))
            known = tuple(self._ids.values())
            close = closest(need_id(text), known) or self._titles.get(closest(plain(text), self._titles), "")
            faults.add(code, at, value=text, known=shortened(known), close=close)

    def _titled(self, text: str) -> str:
        """The need of a title, which may have its id before it; "" where there is none."""
        numbered = _NUMBERED.fullmatch(text)
        if text in self._titles or numbered is None:
            return self._titles.get(text, "")
        need = self._titles.get(numbered[2], "")
        return need if need and same_id_key(need) == same_id_key(need_id(numbered[1])) else ""


class Organisations:
    """Organisations by the names that judges write: actors of the network where they are known, otherwise as they are written."""

    def __init__(self, network: Network) -> None:
        """Names are looked up when one is written."""
        self._network = network
        self._names: ActorNames | None = None
        self._found: dict[str, str] = {}

    def find(self, text: str) -> str:
        """The id of the actor that a name means, or the name."""
        if text not in self._found:
            self._names = self._names or ActorNames(self._network)
            place = NoFile("organisation")
            self._found[text] = self._names.find(Cursor({}, (), place, Faults(hints=False)), (), text) or plain(text)
        return self._found[text]


def seated(sheets: Sequence[JudgementSheet], needs: Needs, network: Network, faults: Faults) -> Seated:
    """Who has judged, and the rows that say something of a need.

    Args:
        sheets: of one kind.
        needs: those that rows may be about.
        network: whose names organisations are called by.
        faults: where it is noted what cannot be read; the other rows are taken in.
    """
    table = _Table(Organisations(network), needs, faults)
    found = [(sheet, table.rows(sheet)) for sheet in sheets]
    return Seated(judges=table.judges, sheets=found)


class _Table:
    """The judges at the table, in the order that they came."""

    def __init__(self, organisations: Organisations, needs: Needs, faults: Faults) -> None:
        self.judges: list[Judge] = []
        self._at: dict[str, int] = {}
        self._groups: dict[str, str] = {}
        self._seen: dict[tuple[str, str, str], int] = {}
        self._first: dict[int, tuple[JudgementSheet, int]] = {}
        self._organisations = organisations
        self._needs = needs
        self._faults = faults

    def rows(self, sheet: JudgementSheet) -> tuple[Row, ...]:
        found = []
        first: dict[tuple[int, int, str], int] = {}
        columns = (_column(sheet, column) for column in ("judge", "group", "organisation", "round", NEED))
        # Where the heading of a column names the need, it is looked for once.
        named = (
            self._needs.find(sheet.given[NEED], lambda: self._heading(sheet), self._faults, code=HEADING) if NEED in sheet.given else None
        )
        if named == "":
            return ()
        is_ballot = sheet.kind == BALLOTS
        for (number, cells), name, group, organisation, when, what in zip(sheet.rows, *columns, strict=True):
            if not "".join(cells).strip():
                continue
            judge = self._judge(sheet, number, name, group, organisation)
            round_ = self._round(sheet, number, when) if when else 1
            record = "" if is_ballot else self._need(sheet, number, what) if named is None else named
            if judge is not None and round_ and (record or is_ballot):
                need = self._needs.into.get(record, "")
                merged = record if need != record else ""
                before = first.setdefault((round_, judge, record), number)
                if record and before != number:
                    related = (Related(span=sheet.at(before, NEED), role="first"),)
                    self._faults.add("judgement-twice", sheet.at(number, NEED), need=record, related=related)
                else:
                    found.append(Row(number=number, cells=cells, judge=judge, round=round_, need=need, merged=merged))
        return tuple(found)

    def _judge(self, sheet: JudgementSheet, number: int, name: str, group: str, organisation: str) -> int | None:
        key = (name or group, group, organisation)
        if key in self._seen:
            return self._seen[key]
        if not key[0]:
            column = "voter" if sheet.kind == BALLOTS else "judge"
            self._faults.add("cell-empty", sheet.at(number, "judge"), key=heading_word(column))
            return None
        named = self._groups.setdefault(plain(group), group)
        found = Judge(plain(key[0]), named, self._organisations.find(organisation) if organisation else "")
        at = self._at.setdefault(found.id, len(self.judges))
        if at == len(self.judges):
            self.judges.append(found)
            self._first[at] = sheet, number
        elif self.judges[at] != found:
            first, row = self._first[at]
            column = "group" if self.judges[at].group != found.group else "organisation"
            related = (Related(span=first.at(row, column), role="first"),)
            self._faults.add("judge-in-two", sheet.at(number, column), related=related)
        self._seen[key] = at
        return at

    def _round(self, sheet: JudgementSheet, number: int, text: str) -> int:
        found = whole_in(text)
        if not found:
            self._faults.add("judgement-round", sheet.at(number, "round"), value=text)
        return found

    @staticmethod
    def _heading(sheet: JudgementSheet) -> Span:
        """The heading of the first column that is about the need that it names."""
        return sheet.at(sheet.heading, next(iter(sheet.said), RANK))

    def _need(self, sheet: JudgementSheet, number: int, text: str) -> str:
        if not text:
            self._faults.add("cell-empty", sheet.at(number, NEED), key=heading_word(NEED))
            return ""
        return self._needs.find(text, lambda: sheet.at(number, NEED), self._faults)


def cell_of(sheet: JudgementSheet, cells: Sequence[str], column: str) -> str:
    """What a row says in a known column; what is said of the whole file, where it has none or it is empty."""
    at = sheet.columns.get(column, 0)
    return (cells[at - 1].strip() if 0 < at <= len(cells) else "") or sheet.given.get(column, "")


def _column(sheet: JudgementSheet, column: str) -> list[str]:
    """What each row says in a known column, as `cell_of` says it of one; where it stands is looked up once for them all."""
    at, given = sheet.columns.get(column, 0), sheet.given.get(column, "")
    if not at:
        return [given] * len(sheet.rows)
    return [(cells[at - 1].strip() if at <= len(cells) else "") or given for _, cells in sheet.rows]


def whole_in(text: str) -> int:
    """A whole number from 1 on, as people write it; 0 for anything else.

    >>> whole_in("3"), whole_in("0"), whole_in("3,5"), whole_in("x")
    (3, 0, 0, 0)
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(10**9)) else 0


def heading_word(column: str) -> str:
    """The Swedish word for a column, as a message names it."""
    return say(LANGUAGES[0], f"judging.column.{column}").split("|")[0]
