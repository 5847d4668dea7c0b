"""Everybody's weights together: read, the mean of them, and how far apart they are."""

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from prioritera.diagnostics import Faults
from prioritera.elicitation.columns import GROUP, sheets_of
from prioritera.elicitation.in_rows import said_in_rows
from prioritera.elicitation.levels import written
from prioritera.elicitation.ratios import said_in_ratios
from prioritera.elicitation.said import AHP, TRADEOFFS, VOICES, Contradiction, Elicited, Said, Spread
from prioritera.elicitation.trades import said_in_trades
from prioritera.methods.weights import whole_shares
from prioritera.model.criterion import Criterion
from prioritera.sheets.grid import Grid

# Whole numbers up to this many in all are kept as they are; beyond it, shares are rounded to parts.
MOST_IN_ALL = 10_000
PARTS = 1_000


def elicited(
    grids: Sequence[Grid], criteria: Sequence[Criterion], faults: Faults, *, method: str = "", voices: str = VOICES[0], language: str = "sv"
) -> Elicited | None:
    """The weights that people's answers come to; None when there is nobody whose answers can be used.

    Args:
        grids: the filled-in sheets.
        criteria: those of the rule set, at least two.
        faults: where it is noted what is wrong; a person with an error is set aside.
        method: how people were asked, where the rows do not say it themselves.
        voices: "person", each person counts as much; or "group", each group does, however many are in it.
        language: the language in which criteria and answers are named.
    """
    before = faults.count
    sheets, set_aside = sheets_of(grids, criteria, method, faults)
    people: list[Said] = []
    contradictions: list[Contradiction] = []
    for sheet in sheets:
        if voices != VOICES[0] and not sheet.group:
            faults.add("weights-group-missing", sheet.lines[0].at(GROUP), person=sheet.person)
            said = None
        elif sheet.method == AHP:
            said = said_in_ratios(sheet, criteria, language, faults)
        elif sheet.method == TRADEOFFS:
            said, found = said_in_trades(sheet, criteria, language, faults)
            contradictions += found
        else:
            said = said_in_rows(sheet, criteria, language, faults)
        if said is None:
            set_aside.append(sheet.person)
        else:
            people.append(said)
    if not people:
        if faults.count == before:
            faults.add("weights-nobody", grids[0].at(1) if grids else None)
        return None
    shares = group_shares(people, voices)
    weights, rounded_to = whole_weights(shares)
    return Elicited(
        criteria=criteria,
        people=people,
        set_aside=sorted(set_aside, key=written),
        contradictions=contradictions,
        voices=voices,
        shares=shares,
        spreads=[spread_of([one.shares[index] for one in people]) for index in range(len(criteria))],
        weights=weights,
        rounded_to=rounded_to,
    )


def group_shares(people: Sequence[Said], voices: str) -> tuple[Fraction, ...]:
    """The mean of everybody's shares, or the mean of the groups' means, exact: 1 in all.

    >>> one = Said(person="a", group="x", method="points", shares=[Fraction(1, 2), Fraction(1, 2)], answered=2, possible=2)
    >>> other = Said(person="b", group="y", method="points", shares=[Fraction(1), Fraction(0)], answered=2, possible=2)
    >>> [str(share) for share in group_shares([one, one, other], "group")]
    ['3/4', '1/4']
    """
    count = len(people[0].shares)
    if voices == VOICES[0]:
        return tuple(_mean([one.shares[index] for one in people]) for index in range(count))
    groups: dict[str, list[Said]] = {}
    for one in people:
        groups.setdefault(written(one.group), []).append(one)
    means = [group_shares(members, VOICES[0]) for members in groups.values()]
    return tuple(_mean([mean[index] for mean in means]) for index in range(count))


def whole_weights(shares: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    """Whole numbers in the proportions of shares that are 1 in all, and the parts that they were rounded to: 0 when they are exact.

    Equal shares stay equal and none becomes 0; so the numbers may be some parts more or fewer in all than what they were rounded to.

    >>> whole_weights([Fraction(1, 3), Fraction(2, 3)])
    ((1, 2), 0)
    >>> whole_weights([Fraction(1, 10007), Fraction(10006, 10007)])
    ((1, 9999), 10000)
    """
    whole = whole_shares(shares)
    if sum(whole) <= MOST_IN_ALL:
        return whole, 0
    parts = PARTS
    while min(rounded := [(2 * share.numerator * parts + share.denominator) // (2 * share.denominator) for share in shares]) == 0:
        parts *= 10
    return tuple(rounded), parts


def spread_of(shares: Sequence[Fraction]) -> Spread:
    """The least, the middle and the most of some shares; the middle of an even number is halfway between two.

    >>> spread_of([Fraction(1, 4), Fraction(1, 2)])
    Spread(least=Fraction(1, 4), median=Fraction(3, 8), most=Fraction(1, 2))
    """
    return Spread(least=min(shares), median=Fraction(median(shares)), most=max(shares))


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
