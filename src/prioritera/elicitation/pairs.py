"""What pairs of criteria share, whichever way they are judged: which two they are, and whether all criteria are joined by them."""

from collections.abc import Iterable, Sequence

from prioritera.diagnostics import Faults
from prioritera.elicitation.columns import FIRST, SECOND, Sheet
from prioritera.elicitation.levels import written
from prioritera.model.criterion import Criterion
from prioritera.reading.close import closest, shortened
from prioritera.sheets.tables import Line


def pair_of(line: Line, criteria: Sequence[Criterion], language: str, faults: Faults) -> tuple[int, int] | None:
    """The places of the two criteria of a row; None after noting what is wrong."""
    one, other = (_criterion(line, column, criteria, language, faults) for column in (FIRST, SECOND))
    if one is None or other is None:
        return None
    if one == other:
        faults.add("weights-pair-with-itself", line.at(SECOND), value=line.get(SECOND))
        return None
    return one, other


def _criterion(line: Line, column: str, criteria: Sequence[Criterion], language: str, faults: Faults) -> int | None:
    names = {written(name): index for index, one in enumerate(criteria) for name in (one.label.sv, one.label.en)}
    names |= {written(one.id): index for index, one in enumerate(criteria)}
    text = line.get(column)
    if written(text) not in names:
        near = closest(written(text), names)
        known = shortened(tuple(one.label.say(language) for one in criteria))
        close = criteria[names[near]].label.say(language) if near else ""
        faults.add("weights-criterion-unknown", line.at(column), value=text, known=known, close=close)
        return None
    return names[written(text)]


def note_apart(sheet: Sheet, pairs: Iterable[tuple[int, int]], criteria: Sequence[Criterion], language: str, faults: Faults) -> bool:
    """Whether some criteria are not joined to the first by any chain of judged pairs; it is noted which."""
    joined, left = {0}, list(pairs)
    while more := [pair for pair in left if len(joined.intersection(pair)) == 1]:
        joined.update(index for pair in more for index in pair)
    apart = tuple(one.label.say(language) for index, one in enumerate(criteria) if index not in joined)
    if apart:
        faults.add("weights-criteria-apart", sheet.span, person=sheet.person, criteria=apart)
    return bool(apart)
