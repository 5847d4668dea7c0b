"""Trade-offs: which of two alternatives is better, each the better one on a criterion of its own."""

from collections.abc import Sequence

import attrs

from prioritera.diagnostics import Faults, Related
from prioritera.elicitation.columns import ANSWER, LEFT, OTHER_LEFT, OTHER_RIGHT, RIGHT, Sheet
from prioritera.elicitation.levels import Place, places_of, written
from prioritera.elicitation.pairs import note_apart, pair_of
from prioritera.elicitation.said import Contradiction, Said
from prioritera.methods.tradeoffs import Rise, Trade, tradeoffs
from prioritera.model.criterion import Criterion
from prioritera.reading.close import shortened
from prioritera.sheets.tables import Line
from prioritera.words.catalogue import LANGUAGES, say

SAYS = {"left": 1, "equal": 0, "right": -1}


@attrs.frozen(kw_only=True)
class Answered:
    """One answer, with the row that it stands in."""

    trade: Trade
    line: Line


def said_in_trades(
    sheet: Sheet, criteria: Sequence[Criterion], language: str, faults: Faults
) -> tuple[Said | None, tuple[Contradiction, ...]]:
    """A person's weights from trade-offs, or the answers that contradict each other; neither after noting what is wrong."""
    before = faults.count
    places = [places_of(criterion) for criterion in criteria]
    for criterion, levels in zip(criteria, places, strict=True):
        if len(levels) == 1:
            faults.add("weights-one-level", sheet.span, criterion=criterion.label.say(language))
    if faults.count != before:
        return None, ()
    answers = _answers(sheet, criteria, places, language, faults)
    pairs = [(answer.trade.one.criterion, answer.trade.other.criterion) for answer in answers]
    if faults.count != before or note_apart(sheet, pairs, criteria, language, faults):
        return None, ()
    found = tradeoffs([len(one) for one in places], [answer.trade for answer in answers])
    if found.contradictions:
        told = []
        for number, chosen in enumerate(found.contradictions):
            lines = [answers[index].line for index in chosen]
            related = [Related(span=line.at(ANSWER), role="against") for line in lines[1:]]
            faults.add("weights-answers-contradict", lines[0].at(ANSWER), related=tuple(related), person=sheet.person, count=len(chosen))
            said = [_told(answers[index].trade, criteria, places, language) for index in chosen]
            told.append(Contradiction(person=sheet.person, answers=said, fewest=number == 0 and found.fewest))
        return None, tuple(told)
    return Said(
        person=sheet.person,
        group=sheet.group,
        method=sheet.method,
        shares=[points[-1] for points in found.points],
        answered=len(answers),
        possible=len(sheet.lines),
        points=found.points,
        span=sheet.span,
    ), ()


def _answers(
    sheet: Sheet, criteria: Sequence[Criterion], places: Sequence[Sequence[Place]], language: str, faults: Faults
) -> tuple[Answered, ...]:
    """The answers in an order of their own, whatever order the rows have."""
    words = {written(name): value for word, value in SAYS.items() for name in (word, *_words(word))}
    found: dict[tuple[Rise, Rise], Answered] = {}
    for line in sheet.lines:
        if not line.get(ANSWER):
            continue
        pair = pair_of(line, criteria, language, faults)
        says = words.get(written(line.get(ANSWER)))
        if says is None:
            faults.add("weights-answer-unknown", line.at(ANSWER), value=line.get(ANSWER), known=_offered(language))
        rises = None if pair is None else _rises(line, pair, criteria, places, language, faults)
        if rises is None or says is None:
            continue
        one, other = sorted(rises, key=lambda rise: criteria[rise.criterion].id)
        trade = Trade(one, other, says if one == rises[0] else -says)
        if (one, other) in found:
            first = found[one, other].line
            related = (Related(span=first.at(ANSWER), role="first"),)
            names = [criteria[rise.criterion].label.say(language) for rise in rises]
            faults.add("weights-pair-twice", line.at(ANSWER), related=related, person=sheet.person, first=names[0], second=names[1])
        else:
            found[one, other] = Answered(trade=trade, line=line)
    return tuple(found[key] for key in sorted(found, key=lambda rises: [(criteria[one.criterion].id, one.low, one.high) for one in rises]))


def _rises(
    line: Line, pair: tuple[int, int], criteria: Sequence[Criterion], places: Sequence[Sequence[Place]], language: str, faults: Faults
) -> tuple[Rise, Rise] | None:
    """What the left alternative is better by, then what the right one is better by."""
    columns = ((LEFT, RIGHT), (OTHER_LEFT, OTHER_RIGHT))
    ends = []
    for index, sides in zip(pair, columns, strict=True):
        ends.append([_level(line, column, criteria[index], places[index], language, faults) for column in sides])
    (left, right), (other_left, other_right) = ends
    if left is None or right is None or other_left is None or other_right is None:
        return None
    if left > right and other_right > other_left:
        return Rise(pair[0], right, left), Rise(pair[1], other_left, other_right)
    if right > left and other_left > other_right:
        return Rise(pair[1], other_right, other_left), Rise(pair[0], left, right)
    names = [criteria[index].label.say(language) for index in pair]
    faults.add("weights-no-trade-off", line.at(LEFT), first=names[0], second=names[1])
    return None


def _level(line: Line, column: str, criterion: Criterion, places: Sequence[Place], language: str, faults: Faults) -> int | None:
    text = line.get(column)
    found = [index for index, place in enumerate(places) if written(text) in place.names]
    if len(found) == 1:
        return found[0]
    known = shortened(tuple(place.label.say(language) for place in places))
    faults.add("weights-level-unknown", line.at(column), value=text, criterion=criterion.label.say(language), known=known)
    return None


def _told(trade: Trade, criteria: Sequence[Criterion], places: Sequence[Sequence[Place]], language: str) -> str:
    """An answer as people read it: what was said to be worth more than what, or as much."""
    ends = [_rise_words(rise, criteria, places, language) for rise in (trade.one, trade.other)]
    first, second = ends if trade.says >= 0 else ends[::-1]
    key = "elicitation.worth-more" if trade.says else "elicitation.worth-as-much"
    return say(language, key, first=first, second=second)


def _rise_words(rise: Rise, criteria: Sequence[Criterion], places: Sequence[Sequence[Place]], language: str) -> str:
    levels = places[rise.criterion]
    low, high = (levels[at].label.say(language) for at in (rise.low, rise.high))
    return say(language, "elicitation.rise", criterion=criteria[rise.criterion].label.say(language), low=low, high=high)


def _words(word: str) -> tuple[str, ...]:
    return tuple(say(language, f"elicitation.answer.{word}") for language in LANGUAGES)


def _offered(language: str) -> tuple[str, ...]:
    return tuple(say(language, f"elicitation.answer.{word}") for word in SAYS)
