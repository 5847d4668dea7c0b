"""What guides people who fill a sheet in: drop-downs, a help as a cell is entered, and the mark of what is missing."""

from collections.abc import Sequence
from typing import Any

from prioritera.workbooks.book import Column, Page
from prioritera.workbooks.looks import MISSING

_LISTS = "listor"
# The longest title and help that a cell's message may have.
_LONGEST_TITLE, _LONGEST_HELP = 32, 255
# As many rows below those that are made ready are guided too: who has more to say goes on writing there.
_FURTHER = 500


class Lists:
    """What the drop-downs of a book offer, one column of a hidden sheet a list; the same list stands there once.

    A list within the drop-down itself could hold no comma, and no more than 255 characters.
    """

    def __init__(self, titles: Sequence[str]) -> None:
        """`titles` are those of the book's own pages."""
        taken = {title.casefold() for title in titles}
        self.title = next(name for number in range(len(taken) + 1) if (name := f"{_LISTS}{number or ''}") not in taken)
        self.columns: list[tuple[str, ...]] = []

    def place(self, choices: tuple[str, ...]) -> str:
        """Where a list stands, as a drop-down names it."""
        from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415 -- heavy, and only a book that is written needs it

        if choices not in self.columns:
            self.columns.append(choices)
        index = self.columns.index(choices)
        return f"='{self.title}'!{xl_range_abs(0, index, len(choices) - 1, index)}"


def guide(sheet: Any, page: Page, area: tuple[int, int, int], workbook: Any, lists: Lists) -> None:  # noqa: ANN401 -- XlsxWriter is imported late
    """Guide one column: `area` is its first row, the column and its last row, from 0."""
    first, index, last = area
    column = page.columns[index]
    first += page.examples
    last += _FURTHER if page.empty else 0
    rules = _rules(column, lists)
    if rules and first <= last:
        sheet.data_validation(first, index, last, index, rules)
    if column.required and first <= last:
        from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell  # noqa: PLC0415 -- as above

        cell = xl_rowcol_to_cell(first, index, col_abs=True)
        begun = f"COUNTA($A{first + 1}:${xl_col_to_name(len(page.columns) - 1)}{first + 1})>0"
        mark = workbook.add_format(MISSING)
        sheet.conditional_format(first, index, last, index, {"type": "formula", "criteria": f'=AND({begun},{cell}="")', "format": mark})


def _rules(column: Column, lists: Lists) -> dict[str, object]:
    rules: dict[str, object] = {}
    if column.choices:
        rules = {"validate": "list", "source": lists.place(column.choices), "show_error": column.strict}
    elif column.help:
        rules = {"validate": "any"}
    if column.help:
        rules |= {"input_title": shortened(column.label, _LONGEST_TITLE), "input_message": shortened(column.help, _LONGEST_HELP)}
    return rules


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters: cut after a whole word, with "…".

    >>> shortened("Vad saknar ni kunskap om?", 32), shortened("Vad saknar ni kunskap om?", 16)
    ('Vad saknar ni kunskap om?', 'Vad saknar ni…')
    """
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0] or text[: most - 1]}…"
