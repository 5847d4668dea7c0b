"""Score sheets against the rule set: each cell an answer to an item, a blank, or set aside with its place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from prioritera.diagnostics import Faults
from prioritera.model.criterion import Criterion
from prioritera.model.judged import Item, JudgedBy
from prioritera.model.judgement import JudgementSheet, Scores
from prioritera.reading.close import closest, shortened
from prioritera.reading.numbers import decimal_text, fraction_in, in_steps
from prioritera.records.judged_rows import Row, Seated
from prioritera.records.judged_strange import Strange, Unread
from prioritera.records.spoken import plain

Cell = Fraction | None
# By need and judge, the number of the answer among those that have been read.
Given = dict[str, dict[int, int]]


def scores_of(seated: Seated, criterion: Criterion, rule: JudgedBy, round_: int, strange: Strange) -> Scores:
    """The answers of one round to a criterion's items.

    What is wrong with a cell is noted, and the cell says nothing; the others are taken in.
    """
    members = seated.of_round(round_)
    reader = _Reader(criterion, rule, strange)
    given: dict[str, Given] = {item.id: defaultdict(dict) for item in rule.items}
    for sheet, rows in seated.sheets:
        columns = [(given[item], heading, column) for item, (heading, column) in columns_of(sheet, rule.items).items()]
        if columns:
            reader.read(sheet, [row for row in rows if row.round == round_], columns)
    values = sorted(reader.values)
    unit = lcm(*(value.denominator for value in values))
    code = {value: index for index, value in enumerate(values)}
    # What stood for each answer while they were read, in the order that they came.
    codes = [code[value] for value in reader.values]
    at = {judge: index for index, judge in enumerate(members)}
    found = {
        (need, item): tuple([(at[judge], codes[answer]) for judge, answer in answers.items()])
        for item, needs in given.items()
        for need, answers in needs.items()
    }
    return Scores(
        judges=[seated.judges[judge] for judge in members],
        values=[int(value * unit) for value in values],
        unit=unit,
        items=[item.id for item in rule.items],
        answers={key: tuple(answers) for key, answers in found.items()},
    )


class _Reader:
    """Reads cells, each different text once. `values` are the answers that there are, each with its number in the order that they came."""

    def __init__(self, criterion: Criterion, rule: JudgedBy, strange: Strange) -> None:
        self.values: dict[Fraction, int] = {}
        self._criterion = criterion
        self._rule = rule
        self._faults = strange.faults
        self._strange = strange
        self._merged: dict[str, str] = {}
        self._told: set[str] = set()

    def read(self, sheet: JudgementSheet, rows: Iterable[Row], columns: Sequence[tuple[Given, str, int]]) -> None:
        """Put the answers of the rows of a sheet among those that are given, column by column, or note why they are none."""
        said: dict[str, int | Unread | None] = {"": None}
        for row in rows:
            cells = row.cells
            for given, heading, column in columns:
                text = cells[column - 1] if column <= len(cells) else ""
                if text not in said:
                    said[text] = self._answer(sheet.answers.get(plain(text), text))
                answer = said[text]
                if answer is None:
                    continue
                if isinstance(answer, Unread):
                    self._note_unread(sheet, row, heading, text, answer)
                    continue
                if given[row.need].setdefault(row.judge, answer) != answer:
                    self._note_other(sheet, row, heading)
                if row.merged:
                    self._merged[row.need] = row.merged

    def _answer(self, text: str) -> int | Unread | None:
        """The number of the answer that a text is, None for a blank, or why it is no answer."""
        answer = answer_in(text.strip(), self._criterion, self._rule) if text.strip() else None
        return self.values.setdefault(answer, len(self.values)) if isinstance(answer, Fraction) else answer

    def _note_unread(self, sheet: JudgementSheet, row: Row, heading: str, word: str, unread: Unread) -> None:
        """Tell of a cell that is no answer; of a word that the round gives a meaning, that its meaning is none."""
        if plain(word) in sheet.answers:
            self._strange.note_target(sheet, word, tuple(self._rule.answers) or (_scale(self._criterion),))
        else:
            self._strange.note(sheet, row.number, heading, unread)

    def _note_other(self, sheet: JudgementSheet, row: Row, heading: str) -> None:
        """Tell of a second answer that is another than the first; where two records have become one need, once a need."""
        merged = row.merged or self._merged.get(row.need, "")
        if not merged:
            self._faults.add("judgement-twice", sheet.at(row.number, heading), need=row.need)
        elif row.need not in self._told:
            self._told.add(row.need)
            self._faults.warn("judgement-merged", sheet.at(row.number, heading), need=merged, keep=row.need)


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
        low_text, high_text = _ends(criterion)
        return Unread("judgement-outside", {"value": text, "low": low_text, "high": high_text})
    return number


def _ends(criterion: Criterion) -> tuple[str, str]:
    low, high = ("…" if end is None else decimal_text(end * criterion.step) for end in (criterion.low, criterion.high))
    return low, high


def _scale(criterion: Criterion) -> str:
    return "–".join(_ends(criterion))
