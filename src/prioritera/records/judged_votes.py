"""The orders of small groups as ranks of the same candidates."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from prioritera.diagnostics import Faults, Related
from prioritera.model.judgement import JudgementSheet, Orders
from prioritera.model.judgement_columns import NEED, RANK
from prioritera.reading.numbers import fraction_in
from prioritera.records.judged_rows import Row, Seated, cell_of

Ranks = dict[str, int]


def orders_of(seated: Seated, candidates: Sequence[str], round_: int, faults: Faults) -> Orders:
    """The orders of one round, of the candidates that somebody ranks.

    A rank is a whole number, or a half where needs share places (2.5 for the second and the third). One that is neither, or a need that is
    ranked twice, is noted, and the rest taken in.
    """
    found: dict[int, dict[str, Fraction]] = {}
    first: dict[tuple[int, str], tuple[JudgementSheet, Row]] = {}
    for sheet, rows in seated.sheets:
        for row in rows:
            if row.round != round_:
                continue
            ranks = found.setdefault(row.judge, {})
            text = cell_of(sheet, row.cells, RANK)
            rank = _rank_in(text)
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
    whole = {judge: _whole(ranks) for judge, ranks in found.items()}
    return orders_by(seated, [need for need in candidates if need in ranked], round_, whole)


def _rank_in(text: str) -> Fraction | None:
    """A rank from 1, whole or a half; None for anything else."""
    rank = fraction_in(text)
    return rank if rank is not None and rank >= 1 and (2 * rank).denominator == 1 else None


def _whole(ranks: Mapping[str, Fraction]) -> Ranks:
    """The same order in whole ranks, those that share one the better: 1, 2, 2, 4. Whole ranks are kept as they were written."""
    if all(rank.denominator == 1 for rank in ranks.values()):
        return {need: int(rank) for need, rank in ranks.items()}
    return {need: 1 + sum(other < rank for other in ranks.values()) for need, rank in ranks.items()}


def orders_by(seated: Seated, candidates: Sequence[str], round_: int, found: dict[int, Ranks]) -> Orders:
    """What those who said anything in a round put before what: by judge, the rank of each need that it ranks."""
    members = seated.of_round(round_)
    return Orders(
        judges=[seated.judges[judge] for judge in members],
        candidates=candidates,
        ranks=[[found.get(judge, {}).get(candidate) for candidate in candidates] for judge in members],
    )
