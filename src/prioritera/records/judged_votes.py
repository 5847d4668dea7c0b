"""Ballots, and the orders of small groups, as ranks of the same candidates."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from prioritera.diagnostics import Faults, Related
from prioritera.model.judgement import JudgementSheet, Orders
from prioritera.model.judgement_columns import CHOICE, NEED, RANK, RANKED
from prioritera.records.judged_rows import Needs, Row, Seated, cell_of, whole_in

_BETWEEN = re.compile(r"[;|>,\n]")
Ranks = dict[str, int]
# A choice as it is written, the column it stands in, and its place.
Choice = tuple[str, str, int]


def ballots_of(seated: Seated, candidates: Sequence[str], needs: Needs, round_: int, faults: Faults, *, most: int = 0) -> Orders:
    """The ballots of one round.

    Args:
        seated: sheets of ballots.
        candidates: what could be chosen.
        needs: the needs that a choice may name.
        round_: the round.
        faults: where it is noted what cannot be read. A ballot that chooses too many says nothing; of one that chooses something that is
            not there, or the same twice, the other choices keep their places.
        most: how many a ballot may choose; 0 for no limit.
    """
    found: dict[int, Ranks] = {}
    first: dict[int, tuple[JudgementSheet, Row]] = {}
    for sheet, rows in seated.sheets:
        for row in rows:
            if row.round != round_:
                continue
            if row.judge in first:
                sheet_before, before = first[row.judge]
                faults.add("ballot-twice", sheet.at(row.number), related=(Related(span=sheet_before.at(before.number), role="first"),))
                continue
            first[row.judge] = sheet, row
            found[row.judge] = _ballot(sheet, row, needs, faults, most)
    return _orders(seated, candidates, round_, found)


def _ballot(sheet: JudgementSheet, row: Row, needs: Needs, faults: Faults, most: int) -> Ranks:
    choices = list(_choices(sheet, row))
    if most and any(place > most for _, _, place in choices):
        faults.add("ballot-too-long", sheet.at(row.number, choices[-1][1]), count=len(choices), most=most)
        return {}
    ranks: Ranks = {}
    for text, column, place in choices:
        record = needs.find(text, partial(sheet.at, row.number, column), faults)
        need = needs.into.get(record, "")
        if need in ranks:
            faults.add("ballot-choice-twice", sheet.at(row.number, column), need=need)
        elif need:
            ranks[need] = place
    return ranks


def _choices(sheet: JudgementSheet, row: Row) -> Iterator[Choice]:
    """The choices of a ballot, the first first: from a column each, or from one that lists them all."""
    numbered = sorted((int(column.rpartition("-")[2]), column) for column in sheet.columns if column.startswith(f"{CHOICE}-"))
    for place, column in numbered:
        text = cell_of(sheet, row.cells, column)
        if text:
            yield text, column, place
    listed = cell_of(sheet, row.cells, RANKED)
    texts = [part.strip() for part in _BETWEEN.split(listed)]
    yield from ((text, RANKED, place) for place, text in enumerate([text for text in texts if text], 1))


def orders_of(seated: Seated, candidates: Sequence[str], round_: int, faults: Faults) -> Orders:
    """The orders of one round, of the candidates that somebody ranks.

    A rank that is no whole number, or a need that is ranked twice, is noted, and the rest taken in.
    """
    found: dict[int, Ranks] = {}
    first: dict[tuple[int, str], tuple[JudgementSheet, Row]] = {}
    for sheet, rows in seated.sheets:
        for row in rows:
            if row.round != round_:
                continue
            ranks = found.setdefault(row.judge, {})
            text = cell_of(sheet, row.cells, RANK)
            rank = whole_in(text)
            if text and not rank:
                faults.add("judgement-rank", sheet.at(row.number, RANK), value=text)
            elif rank and row.need in ranks:
                sheet_before, before = first[row.judge, row.need]
                related = (Related(span=sheet_before.at(before.number, NEED), role="first"),)
                faults.add("judgement-twice", sheet.at(row.number, NEED), need=row.need, related=related)
            elif rank:
                ranks[row.need] = rank
                first[row.judge, row.need] = sheet, row
    ranked = {need for ranks in found.values() for need in ranks}
    return _orders(seated, [need for need in candidates if need in ranked], round_, found)


def _orders(seated: Seated, candidates: Sequence[str], round_: int, found: dict[int, Ranks]) -> Orders:
    members = seated.of_round(round_)
    return Orders(
        judges=[seated.judges[judge] for judge in members],
        candidates=candidates,
        ranks=[[found.get(judge, {}).get(candidate) for candidate in candidates] for judge in members],
    )
