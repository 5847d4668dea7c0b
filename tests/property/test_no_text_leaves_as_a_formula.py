"""No text leaves as a formula: whatever people wrote is a cell of text in every export, and comes back as it was."""

import io
from datetime import date
from fractions import Fraction

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st

from prioritera.diagnostics import Faults
from prioritera.sheets.comma import comma_grid
from prioritera.sheets.workbook import workbook_grids
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.comma import to_csv
from prioritera.workbooks.excel import MOST_LETTERS, to_excel

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "''", '"', "\uff1d", "\uff0b", "\uff0d", "\uff20", "=cmd|' /C calc'!A0", "")
# Half a letter, NUL and two code points that are no letters are what no file of XML can hold.
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff")
TEXTS = st.builds(str.__add__, st.sampled_from(STARTS), st.text(LETTERS, max_size=20)).filter(bool)


def page_of(texts: list[str]) -> Page:
    return Page(title="Behov", columns=[Column(id=str(number), label=f"k{number}") for number in range(len(texts))], rows=[texts])


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_a_text_in_a_workbook_is_text_and_comes_back(texts: list[str]) -> None:
    content = to_excel(Book(pages=[page_of(texts)]))

    (grid,) = workbook_grids(content, "a.xlsx", Faults())
    cells = next(iter(openpyxl.load_workbook(io.BytesIO(content))["Behov"].iter_rows(min_row=2)))
    assert list(grid.rows[1]) == texts
    assert {cell.data_type for cell in cells} == {"s"}


@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(["\t"])
@example(["a,b\n\tc"])
def test_a_text_in_a_csv_file_begins_no_formula_and_comes_back(texts: list[str]) -> None:
    text = to_csv(page_of(texts))

    grid = comma_grid(text, "a.csv", Faults())
    assert grid is not None
    # A return before a line break is how some systems write the break: every reader of sheets gives it as one.
    assert list(grid.rows[1]) == [one.replace("\r\n", "\n") for one in texts]
    first = text.split("\r\n", 1)[1].removeprefix('"')
    assert not first.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


def test_numbers_and_dates_are_what_they_are() -> None:
    columns = [Column(id="a", label="a", kind="number"), Column(id="b", label="b", kind="date"), Column(id="c", label="c")]
    page = Page(title="P", columns=columns, rows=[[Fraction(5, 2), date(2026, 5, 1), None], [3, date(2026, 5, 2), ""]])

    (grid,) = workbook_grids(to_excel(Book(pages=[page])), "a.xlsx", Faults())
    assert [row[:2] for row in grid.rows[1:]] == [("2.5", "2026-05-01"), ("3", "2026-05-02")]
    assert to_csv(page).splitlines()[1:] == ["2,5;2026-05-01;", "3;2026-05-02;"]


def test_a_text_that_no_cell_can_hold_ends_with_a_mark() -> None:
    (grid,) = workbook_grids(to_excel(Book(pages=[page_of(["å" * 40_000])])), "a.xlsx", Faults())

    assert (len(grid.rows[1][0]), grid.rows[1][0][-2:]) == (MOST_LETTERS, "å…")
