"""Points, swings and ranks: one row a person, one column a criterion."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from prioritera.diagnostics import Faults, Related
from prioritera.elicitation.columns import PERSON, Sheet, column_of
from prioritera.elicitation.said import CENTROID, RANK_SUM, RANKED, RECIPROCAL, Said
from prioritera.methods.weights import rank_order_centroid, rank_reciprocal, rank_sum, shares
from prioritera.model.criterion import Criterion
from prioritera.reading.numbers import fraction_in
from prioritera.sheets.tables import Line

_BY_RANK: dict[str, Callable[[Sequence[int]], tuple[Fraction, ...]]] = {
    CENTROID: rank_order_centroid,
    RANK_SUM: rank_sum,
    RECIPROCAL: rank_reciprocal,
}


def said_in_rows(sheet: Sheet, criteria: Sequence[Criterion], language: str, faults: Faults) -> Said | None:
    """A person's weights from one row of points or ranks; None after noting what is wrong. Every criterion must be answered."""
    first, *others = sheet.lines
    for other in others:
        related = (Related(span=first.at(PERSON), role="first"),)
        faults.add("weights-person-twice", other.at(PERSON), related=related, person=sheet.person)
    numbers = [_number(first, criterion, sheet.method, language, faults) for criterion in criteria]
    missing = tuple(one.label.say(language) for one in criteria if not first.get(column_of(one)))
    if missing:
        faults.add("weights-answer-missing", first.at(), person=sheet.person, missing=missing)
    given = [number for number in numbers if number is not None]
    if others or len(given) != len(criteria):
        return None
    if sheet.method not in RANKED:
        found = shares(given)
    else:
        ranks = [number.numerator for number in given]
        try:
            found = _BY_RANK[sheet.method](ranks)
        except ValueError:
            faults.add("weights-ranks-broken", first.at(), person=sheet.person, value=", ".join(map(str, sorted(ranks))))
            return None
    return Said(
        person=sheet.person,
        group=sheet.group,
        method=sheet.method,
        shares=found,
        answered=len(criteria),
        possible=len(criteria),
        span=sheet.span,
    )


def _number(line: Line, criterion: Criterion, method: str, language: str, faults: Faults) -> Fraction | None:
    """The points or the rank that a cell holds."""
    text = line.get(column_of(criterion))
    if not text:
        return None
    at, name = line.at(column_of(criterion)), criterion.label.say(language)
    number = fraction_in(text)
    if number is None or (method in RANKED and number.denominator != 1):
        if method in RANKED:
            faults.add("weights-rank-not-whole", at, value=text, criterion=name)
        else:
            faults.add("weights-not-a-number", at, value=text, criterion=name)
        return None
    if number <= 0:
        faults.add("weights-not-above-zero", at, value=text, criterion=name)
        return None
    return number
