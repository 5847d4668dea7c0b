"""Score sheets against the rule set: each cell an answer to an item, a blank, or set aside with its place."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Parameter, Related
from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.criterion import Criterion
from prioritera.model.judged import Item, JudgedBy
from prioritera.model.judgement import JudgementSheet, Scores
from prioritera.reading.close import closest, shortened
from prioritera.reading.numbers import decimal_text, fraction_in, in_steps
from prioritera.records.judged_rows import Row, Seated
from prioritera.records.spoken import plain

Cell = Fraction | None


@attrs.frozen
class Unread:
    """Why a cell is no answer: the code of the finding, and what fills its sentences."""

    code: str
    params: FrozenMap[str, Parameter] = attrs.field(converter=frozen_map)


def scores_of(seated: Seated, criterion: Criterion, rule: JudgedBy, round_: int, faults: Faults) -> Scores:
    """The answers of one round to a criterion's items.

    What is wrong with a cell is noted, and the cell says nothing; the others are taken in.
    """
    members = seated.of_round(round_)
    at = {judge: index for index, judge in enumerate(members)}
    cells: dict[str, Cell | Unread] = {}
    found: dict[tuple[str, str], dict[int, tuple[Fraction, JudgementSheet, Row]]] = {}
    torn: set[str] = set()
    for sheet, rows in seated.sheets:
        columns = columns_of(sheet, rule.items)
        for row in rows if columns else ():
            if row.round != round_:
                continue
            for item, (heading, column) in columns.items():
                text = row.cells[column - 1].strip() if column <= len(row.cells) else ""
                if not text:
                    continue
                if text not in cells:
                    cells[text] = answer_in(text, criterion, rule)
                answer = cells[text]
                if isinstance(answer, Unread):
                    faults.extend([Diagnostic(code=answer.code, span=sheet.at(row.number, heading), params=answer.params)])
                elif answer is not None:
                    given = found.setdefault((row.need, item), {})
                    if row.judge in given:
                        _note_twice(given[row.judge], (sheet, row), heading, faults, torn)
                    else:
                        given[row.judge] = answer, sheet, row
    values = sorted({answer for given in found.values() for answer, _, _ in given.values()}) if found else []
    code = {value: index for index, value in enumerate(values)}
    coded = {id(answer): code[answer] for answer in cells.values() if isinstance(answer, Fraction) and answer in code}
    return Scores(
        judges=[seated.judges[judge] for judge in members],
        values=values,
        items=[item.id for item in rule.items],
        answers={key: tuple((at[judge], coded[id(answer)]) for judge, (answer, _, _) in given.items()) for key, given in found.items()},
    )


def _note_twice(
    first: tuple[Fraction, JudgementSheet, Row], second: tuple[JudgementSheet, Row], heading: str, faults: Faults, torn: set[str]
) -> None:
    """Tell that a judge has answered the same twice; where that is because two records are one need, once a record."""
    _, sheet_before, before = first
    sheet, row = second
    merged = row.merged or before.merged
    related = (Related(span=sheet_before.at(before.number), role="first"),)
    if not merged or row.merged == before.merged:
        faults.add("judgement-twice", sheet.at(row.number, heading), need=row.need, related=related)
    elif merged not in torn:
        torn.add(merged)
        faults.warn("judgement-merged", sheet.at(row.number, heading), need=merged, keep=row.need, related=related)


def columns_of(sheet: JudgementSheet, items: Iterable[Item]) -> dict[str, tuple[str, int]]:
    """The column of each item that a sheet has one for: its heading as it is written, and its number."""
    headings = {plain(heading): (heading, column) for heading, column in sheet.said.items()}
    found = {item.id: next((headings[word] for word in words_of(item) if word in headings), None) for item in items}
    return {item: column for item, column in found.items() if column is not None}


def words_of(item: Item) -> tuple[str, ...]:
    """The headings that an item may have: its id, and its label in either language."""
    labels = () if item.label is None else (item.label.sv, item.label.en)
    return tuple(dict.fromkeys(plain(word) for word in (item.id, *labels)))


def note_columns(seated: Seated, criteria: Sequence[tuple[Criterion, JudgedBy]], faults: Faults) -> None:
    """Tell of headings that are no item's, and of items that no sheet has a column for."""
    items = {word: item.id for _, rule in criteria for item in rule.items for word in words_of(item)}
    known = tuple(dict.fromkeys(items.values()))
    for sheet, _ in seated.sheets:
        for heading in sheet.said:
            if plain(heading) not in items:
                close = items.get(closest(plain(heading), items), "")
                faults.add("column-unknown", sheet.at(sheet.heading, heading), value=heading, known=shortened(known), close=close)
    for criterion, rule in criteria:
        for item in rule.items:
            if not any(columns_of(sheet, [item]) for sheet, _ in seated.sheets):
                first = seated.sheets[0][0]
                faults.add("judged-item-missing", first.at(first.heading), criterion=criterion.id, item=item.id)


def answer_in(text: str, criterion: Criterion, rule: JudgedBy) -> Cell | Unread:
    """What a cell says: a number on the criterion's scale, None for a blank, or why it is no answer.

    A number counts among words where it is what one of them counts as.
    """
    return _word_in(text, rule) if rule.answers else _number_in(text, criterion, rule)


def _word_in(text: str, rule: JudgedBy) -> Cell | Unread:
    if plain(text) in rule.answers:
        return rule.answers[plain(text)]
    number = fraction_in(text)
    if number is not None and number in rule.answers.values():
        return number
    known = tuple(rule.answers)
    return Unread("judgement-not-an-answer", {"value": text, "known": shortened(known), "close": closest(plain(text), known)})


def _number_in(text: str, criterion: Criterion, rule: JudgedBy) -> Cell | Unread:
    number = fraction_in(text)
    if number is None:
        return Unread("judgement-not-a-number", {"value": text})
    if in_steps(number, rule.answer_step) is None:
        return Unread("judgement-off-step", {"value": text, "step": decimal_text(rule.answer_step)})
    low, high = (None if end is None else end * criterion.step for end in (criterion.low, criterion.high))
    if (low is not None and number < low) or (high is not None and number > high):
        ends = {key: "…" if end is None else decimal_text(end) for key, end in (("low", low), ("high", high))}
        return Unread("judgement-outside", {"value": text, **ends})
    return number
