"""Pairwise judgements of how many times as much one criterion matters as another (AHP)."""

from collections.abc import Sequence
from fractions import Fraction

from prioritera.diagnostics import Faults, Related
from prioritera.elicitation.columns import TIMES, Sheet
from prioritera.elicitation.pairs import note_apart, pair_of
from prioritera.elicitation.said import Said, Strained
from prioritera.methods.ahp import ahp, consistent
from prioritera.methods.weights import shares
from prioritera.model.criterion import Criterion
from prioritera.reading.numbers import fraction_in
from prioritera.sheets.tables import Line

# Saaty (1980): judgements are from 1, as much, to 9; and a consistency ratio above 0.10 asks for another look.
HIGHEST = 9
TOLERATED = 0.10
_PARTS = 1_000_000
_SHOWN = 3


def said_in_ratios(sheet: Sheet, criteria: Sequence[Criterion], language: str, faults: Faults) -> Said | None:
    """A person's weights from judgements of pairs, some of which may be missing; None after noting what is wrong."""
    before = faults.count
    times, lines = _judged(sheet, criteria, language, faults)
    if faults.count != before or note_apart(sheet, times, criteria, language, faults):
        return None
    # The order of the criteria in the rule set must not show, not even in the last digit.
    order = sorted(range(len(criteria)), key=lambda index: criteria[index].id)
    place = {index: number for number, index in enumerate(order)}
    judged = {(place[one], place[other]): value for (one, other), value in sorted(times.items())}
    found = ahp(len(criteria), judged)
    exact = consistent(len(criteria), judged)
    by_place = exact or shares([Fraction(round(weight * _PARTS), _PARTS) for weight in found.weights])
    strained = []
    if found.consistency is not None and found.consistency > TOLERATED:
        for one, other, differs in found.strained[:_SHOWN]:
            pair = (order[one], order[other])
            strained.append(Strained(criterion=pair[0], other=pair[1], times=differs, span=lines[pair].at(TIMES)))
        first = criteria[strained[0].criterion].label.say(language)
        second = criteria[strained[0].other].label.say(language)
        ratio = f"{found.consistency:.2f}"
        faults.warn("weights-ratios-strained", strained[0].span, person=sheet.person, value=ratio, first=first, second=second)
    return Said(
        person=sheet.person,
        group=sheet.group,
        method=sheet.method,
        shares=[by_place[place[index]] for index in range(len(criteria))],
        exact=exact is not None,
        answered=len(times),
        possible=len(criteria) * (len(criteria) - 1) // 2,
        consistency=None if found.consistency is None else max(found.consistency, 0.0),
        strained=strained,
        span=sheet.span,
    )


def _judged(
    sheet: Sheet, criteria: Sequence[Criterion], language: str, faults: Faults
) -> tuple[dict[tuple[int, int], Fraction], dict[tuple[int, int], Line]]:
    """The judgements by pair, and the row of each; a pair that has no judgement is missing."""
    times: dict[tuple[int, int], Fraction] = {}
    lines: dict[tuple[int, int], Line] = {}
    for line in sheet.lines:
        if not line.get(TIMES):
            continue
        pair = pair_of(line, criteria, language, faults)
        value = fraction_in(line.get(TIMES))
        if value is None or not Fraction(1, HIGHEST) <= value <= HIGHEST:
            faults.add("weights-ratio-off-scale", line.at(TIMES), value=line.get(TIMES))
            continue
        if pair is None:
            continue
        taken = next((known for known in (pair, pair[::-1]) if known in times), None)
        if taken is not None:
            related = (Related(span=lines[taken].at(TIMES), role="first"),)
            names = [criteria[index].label.say(language) for index in pair]
            faults.add("weights-pair-twice", line.at(TIMES), related=related, person=sheet.person, first=names[0], second=names[1])
            continue
        times[pair], lines[pair] = value, line
    return times, lines
