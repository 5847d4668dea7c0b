"""Exports of surveys, one row an answer and one column a question: made into the sheet of needs that the mapping of a round says it is.

What comes out has the same rows and columns as what came in, so every message tells the cell as it stands in the file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity, Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.reading.cursor import Cursor
from prioritera.records.cell_values import SEPARATOR
from prioritera.records.spoken import plain, spoken
from prioritera.sheets.grid import Grid

# What a heading begins with that nobody reads.
OWN = "#"
# Between a field and the word of it that a column of its own is ticked for, as in "causes:competence".
WORD_OF = ":"
# Between a question and one of its choices, where they stand in a row of headings each.
CHOICE_OF = " / "
_NEEDS = ("title", "wording")
_TWO = 2


@attrs.frozen(kw_only=True)
class Survey:
    """What a mapping says of a survey: `asked` is how many it went to, None when nobody says.

    `ignore` are headings that nobody reads, where * is the rest of a heading. `choices` are by field what each answer means. `headings` is
    how many rows of headings there are.
    """

    asked: int | None = None
    document: str = ""
    ignore: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    choices: FrozenMap[str, FrozenMap[str, str]] = attrs.field(converter=frozen_map, factory=FrozenMap)
    headings: int = 1
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Answers:
    """A survey as a sheet of needs: the grid, what its headings mean, and the evidence that every need of it has, as TOML would have it."""

    grid: Grid
    columns: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    evidence: tuple[Mapping[str, object], ...] = attrs.field(converter=frozen_tuple, default=())


def read_survey(table: Cursor) -> Survey:
    """The survey that a mapping holds."""
    choices = table.table("choices")
    meant = {field: {plain(answer): inner.text(answer) for answer in inner.data} for field, inner in _tables(choices)}
    found = Survey(
        asked=table.whole("asked", least=1),
        document=table.text("document", ""),
        ignore=table.texts("ignore"),
        choices={field: FrozenMap(words) for field, words in meant.items()},
        headings=min(table.whole("headings", 1, least=1) or 1, _TWO),
        span=table.here,
    )
    table.close()
    return found


def _tables(outer: Cursor | None) -> Iterator[tuple[str, Cursor]]:
    for name in outer.data if outer is not None else ():
        inner = outer.table(name) if outer is not None else None
        if inner is not None:
            yield name, inner


def answers_in(grid: Grid, header: int, columns: Mapping[str, str], split: Mapping[str, str], survey: Survey, faults: Faults) -> Answers:
    """A survey's export as a sheet of needs.

    Args:
        grid: the export.
        header: the row of its headings, from 1; the last, where there are two.
        columns: what each heading means, by the plain heading: a column of a sheet of needs, or a field and one of its words.
        split: what stands between several answers in one cell, by heading or by what it means.
        survey: what more is said of it.
        faults: where it is noted how many answered.

    >>> grid = Grid(file="enkat.csv", rows=[["Svarsid", "Vad saknar ni?", "Vet ej hur"], ["7", "Stöd", "x"], ["8", "", ""]])
    >>> columns = {"vad saknar ni?": "wording", "vet ej hur": "causes:method"}
    >>> answers_in(grid, 1, columns, {}, Survey(ignore=["Svarsid"]), Faults()).grid.rows
    (('#Svarsid', 'Vad saknar ni?', 'causes'), ('7', 'Stöd', 'method'), ('', '', ''))
    """
    questions = _questions(grid, header, columns, survey)
    rows: list[Sequence[str]] = list(grid.rows)
    if survey.headings == _TWO and header > 1:
        rows[header - _TWO] = ()
    rows[header - 1] = [question.shown for question in questions]
    answered = needs = 0
    for number in range(header, len(rows)):
        row = [cell.strip() for cell in rows[number]]
        has_answered = any(cell and not question.shown.startswith(OWN) for cell, question in _pairs(row, questions))
        has_need = any(cell and question.is_need for cell, question in _pairs(row, questions))
        answered, needs = answered + has_answered, needs + has_need
        rows[number] = _row(row, questions, split, survey) if has_need else [""] * len(row)
    _note(grid, header, survey, answered, needs, faults)
    # A heading that the file does not have is told of where the sheet is read.
    ticked = {plain(question.heading) for question in questions if question.word}
    left = {heading: meaning for heading, meaning in columns.items() if heading not in ticked}
    return Answers(grid=attrs.evolve(grid, rows=rows), columns=left, evidence=_evidence(survey, answered))


@attrs.frozen(kw_only=True)
class _Question:
    """One column: its heading, what is written there instead, the field it is about, and the word of it that the column is ticked for."""

    heading: str
    shown: str
    field: str
    word: str = ""
    is_need: bool = False


def _questions(grid: Grid, header: int, columns: Mapping[str, str], survey: Survey) -> list[_Question]:
    found: list[_Question] = []
    told: set[str] = set()
    for heading in _headings(grid, header, survey):
        meaning = columns.get(plain(heading), "")
        field, _, word = meaning.partition(WORD_OF)
        if any(_is_like(heading, pattern) for pattern in survey.ignore):
            found.append(_Question(heading=heading, shown=f"{OWN}{heading}", field=""))
        elif word:
            # The first of the columns holds what all of them say.
            shown = f"{OWN}{heading}" if field in told else field
            told.add(field)
            found.append(_Question(heading=heading, shown=shown, field=field.strip(), word=word.strip()))
        else:
            is_need = spoken("column").get(plain(meaning or heading), "") in _NEEDS
            found.append(_Question(heading=heading, shown=heading, field=meaning or plain(heading), is_need=is_need))
    return found


def _headings(grid: Grid, header: int, survey: Survey) -> list[str]:
    """The headings, each with the question above it where choices have a row of their own."""
    names = [" ".join(cell.split()) for cell in grid.rows[header - 1]]
    if survey.headings < _TWO or header < _TWO:
        return names
    above = [" ".join(cell.split()) for cell in grid.rows[header - _TWO]]
    found = []
    question = ""
    for index in range(max(len(names), len(above))):
        choice = names[index] if index < len(names) else ""
        question = (above[index] if index < len(above) else "") or question
        found.append(CHOICE_OF.join(part for part in (question, choice) if part))
    return found


def _is_like(heading: str, pattern: str) -> bool:
    parts = (re.escape(plain(part)) for part in pattern.split("*"))
    return re.fullmatch(".*".join(parts), plain(heading)) is not None


def _pairs(row: Sequence[str], questions: Sequence[_Question]) -> Iterator[tuple[str, _Question]]:
    """The cells of a row that say something of the survey's questions; one that is not ticked says nothing."""
    for cell, question in zip(row, questions, strict=False):
        if not question.word:
            yield cell, question
        elif _tick(cell, question) != "no":
            yield cell, attrs.evolve(question, shown=question.heading)


def _row(row: Sequence[str], questions: Sequence[_Question], split: Mapping[str, str], survey: Survey) -> list[str]:
    """A row with its answers as the words of the fields, those of several columns in the first of them."""
    ticked: dict[str, list[str]] = {}
    for cell, question in zip(row, questions, strict=False):
        if question.word:
            tick = _tick(cell, question)
            said = {"yes": [question.word], "no": []}.get(tick, [cell])
            ticked.setdefault(question.field, []).extend(said)
    cells = [_cell(cell, question, ticked, split, survey) for cell, question in zip(row, questions, strict=False)]
    # Cells without a heading are told of where the sheet is read.
    return [*cells, *row[len(questions) :]]


def _cell(cell: str, question: _Question, ticked: Mapping[str, list[str]], split: Mapping[str, str], survey: Survey) -> str:
    if question.word:
        return split.get(question.field, SEPARATOR).join(ticked[question.field]) if question.shown == question.field else cell
    meant = survey.choices.get(question.field, FrozenMap())
    between = split.get(question.field, split.get(question.heading, ""))
    parts = [part.strip() for part in cell.split(between)] if between else [cell]
    return between.join(meant.get(plain(part), part) for part in parts) if meant else cell


def _tick(cell: str, question: _Question) -> str:
    """Whether a choice of its own column is ticked: "yes", "no", or "" when nobody can tell. Many tools write the choice itself."""
    if not cell:
        return "no"
    found = spoken("tick").get(plain(cell), "") or {"true": "yes", "false": "no"}.get(spoken("flag").get(plain(cell), ""), "")
    return found or ("yes" if plain(cell) in plain(question.heading) else "")


def _note(grid: Grid, header: int, survey: Survey, answered: int, needs: int, faults: Faults) -> None:
    if survey.asked is not None and answered > survey.asked:
        faults.add("survey-asked-too-few", survey.span, asked=survey.asked, answered=answered)
        return
    code = "survey-answers" if survey.asked is None else "survey-answers-of"
    params = {"answered": answered, "needs": needs, **({} if survey.asked is None else {"asked": survey.asked})}
    faults.extend([Diagnostic(code=code, severity=Severity.NOTE, span=grid.at(header), params=params)])


def _evidence(survey: Survey, answered: int) -> tuple[Mapping[str, object], ...]:
    """What a need of the survey rests on: only what is said, so nothing where nobody says how many were asked."""
    if survey.asked is None or answered > survey.asked:
        return ()
    said: dict[str, object] = {"kind": "survey", "asked": survey.asked, "answered": answered}
    return ({**said, "document": survey.document} if survey.document else said,)
