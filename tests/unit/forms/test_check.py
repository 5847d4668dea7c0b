"""The sheet of the check: one layout, empty or filled."""

from prioritera.diagnostics import Faults
from prioritera.forms.check import AskedOf, check_book
from prioritera.sheets.workbook import workbook_grids
from prioritera.workbooks.excel import to_excel


def test_the_wordings_stand_once_and_what_is_given_is_not_for_filling_in() -> None:
    page, missed = check_book([AskedOf(need="n", title="Fall", wordings=["Ett", "Två"], actors=["Ale", "Tjörn"])], ["Rubrik"], "sv").pages

    assert page.rows == (("n", "Fall", "Ett\nTvå", "Ale", "", ""), ("n", "Fall", "", "Tjörn", "", ""))
    assert [column.id for column in page.columns if column.locked] == ["need", "title", "wordings"]
    assert missed.above == (
        "Saknas något i sammanställningen?",
        "Rubrik",
        "En rad blir ett behov först när någon har skrivit ja i kolumnen behåll.",
    )


def test_an_empty_sheet_is_for_filling_in_everywhere() -> None:
    book = check_book([], [], "sv")

    assert [column.id for column in book.pages[0].columns if column.locked] == []
    assert book.pages[0].empty == 20


def test_the_sheet_is_a_workbook_that_excel_opens() -> None:
    book = check_book([AskedOf(need="=1+1", title="Fall", actors=["Ale"])], ["Avstämning"], "sv")

    grids = workbook_grids(to_excel(book), "avstamning.xlsx", Faults())

    assert [grid.sheet for grid in grids] == ["Avstämning", "Saknas något"]
    assert ("=1+1", "Fall") in {row[:2] for row in grids[0].rows}
