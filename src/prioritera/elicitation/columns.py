"""The columns of a filled-in sheet, and the rows of each person."""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.diagnostics import Faults, Related, Span
from prioritera.elicitation.levels import written
from prioritera.elicitation.said import METHODS
from prioritera.frozen import frozen_tuple
from prioritera.model.criterion import Criterion
from prioritera.reading.close import closest
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import Line, lines_of
from prioritera.words.catalogue import LANGUAGES, say

PERSON, GROUP, METHOD = "person", "group", "method"
FIRST, SECOND, TIMES = "criterion", "other", "times"
LEFT, RIGHT, OTHER_LEFT, OTHER_RIGHT, ANSWER = "left", "right", "other-left", "other-right", "answer"
_COLUMNS = (PERSON, GROUP, METHOD, FIRST, SECOND, TIMES, LEFT, RIGHT, OTHER_LEFT, OTHER_RIGHT, ANSWER)
# A criterion's column is told from the others by what no id of a criterion can hold.
_OF_CRITERION = "criterion/"


@attrs.frozen(kw_only=True)
class Sheet:
    """What one person has filled in, all by one method."""

    person: str
    group: str
    method: str
    lines: tuple[Line, ...] = attrs.field(converter=frozen_tuple)

    @property
    def span(self) -> Span:
        """Where the person first stands."""
        return self.lines[0].at(PERSON)


def column_of(criterion: Criterion) -> str:
    """The id of a criterion's own column."""
    return f"{_OF_CRITERION}{criterion.id}"


def headings(criteria: Sequence[Criterion]) -> dict[str, tuple[str, ...]]:
    """Every column by id, with the headings that it may have in both languages; each criterion's by its id and its labels."""
    named = {column: tuple(say(language, f"elicitation.column.{column}") for language in LANGUAGES) for column in _COLUMNS}
    return named | {column_of(one): (one.id, one.label.sv, one.label.en) for one in criteria}


def has_people(grid: Grid) -> bool:
    """Whether a sheet has a column of people: others, such as one that explains, are not read."""
    names = {PERSON, *(written(say(language, f"elicitation.column.{PERSON}")) for language in LANGUAGES)}
    return any(written(cell) in names for row in grid.rows for cell in row)


def sheets_of(grids: Sequence[Grid], criteria: Sequence[Criterion], method: str, faults: Faults) -> tuple[list[Sheet], list[str]]:
    """Each person's rows together, in the order of their names, and the people whose rows do not fit together.

    A row that names nobody and answers nothing is one that was made ready for filling in.

    Args:
        grids: the sheets.
        criteria: those of the rule set.
        method: how the people were asked, where no row says so; "" where nobody has said it.
        faults: where it is noted what is wrong.
    """
    known = headings(criteria)
    read = [grid for grid in grids if has_people(grid)] or grids[:1]
    lines = [line for grid in read for line in lines_of(grid, known, faults, required=(PERSON,)) if _says_something(line)]
    by_person: dict[str, list[Line]] = {}
    for line in lines:
        if line.get(PERSON):
            by_person.setdefault(written(line.get(PERSON)), []).append(line)
        else:
            faults.add("weights-person-missing", line.at(PERSON))
    sheets, set_aside = [], []
    for _, rows in sorted(by_person.items()):
        before = faults.count
        group = _one(rows, GROUP, faults)
        found = _method(rows, method, faults)
        person = " ".join(rows[0].get(PERSON).split())
        if faults.count == before:
            sheets.append(Sheet(person=person, group=group, method=found, lines=rows))
        else:
            set_aside.append(person)
    return sheets, set_aside


def _says_something(line: Line) -> bool:
    answers = (TIMES, ANSWER, PERSON)
    return any(line.get(column) for column in answers) or any(
        text for column, text in line.cells.items() if column.startswith(_OF_CRITERION)
    )


def _one(rows: Sequence[Line], column: str, faults: Faults) -> str:
    """What all of a person's rows say in a column, "" where none says anything."""
    said: Mapping[str, Line] = {written(row.get(column)): row for row in reversed(rows) if row.get(column)}
    first, *others = sorted(said.values(), key=lambda row: row.at(column)) or [rows[0]]
    for other in others:
        params = {"person": rows[0].get(PERSON), "value": other.get(column), "first": first.get(column)}
        related = (Related(span=first.at(column), role="first"),)
        if column == GROUP:
            faults.add("weights-group-several", other.at(column), related=related, **params)
        else:
            faults.add("weights-method-several", other.at(column), related=related, **params)
    return " ".join(first.get(column).split())


def _method(rows: Sequence[Line], method: str, faults: Faults) -> str:
    """How a person was asked, as the rows say it or as was said of all of them."""
    before = faults.count
    word = _one(rows, METHOD, faults)
    if faults.count != before:
        return ""
    if not word:
        if not method:
            faults.add("weights-method-missing", rows[0].at(METHOD), person=rows[0].get(PERSON), known=METHODS)
        return method
    names = {
        written(name): one for one in METHODS for name in (one, *(say(language, f"elicitation.method.{one}") for language in LANGUAGES))
    }
    if written(word) not in names:
        at = next(row for row in rows if row.get(METHOD)).at(METHOD)
        faults.add("weights-method-unknown", at, value=word, known=METHODS, close=names.get(closest(written(word), names), ""))
    return names.get(written(word), "")
