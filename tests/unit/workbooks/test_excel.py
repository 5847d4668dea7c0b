import io

import openpyxl

from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.excel import to_excel
from prioritera.workbooks.looks import fitted


def test_a_page_may_stand_upright_and_hold_what_cannot_be_filled_in() -> None:
    column = Column(id="a", label="A", help="h" * 300, choices=["x"], strict=True, required=True)
    page = Page(title="P", columns=[column], rows=[["1"]], examples=1, landscape=False)

    sheet = openpyxl.load_workbook(io.BytesIO(to_excel(Book(pages=[page]))))["P"]

    assert sheet.page_setup.orientation == "portrait"
    assert sheet.data_validations.dataValidation == []
    assert list(sheet.conditional_formatting) == []


def test_columns_that_are_too_wide_together_are_made_narrower_for_a_printed_page() -> None:
    columns = [
        Column(id="a", label="Formulering", width=180),
        Column(id="b", label="Målgrupp stämmer", width=60),
        Column(id="c", label="x", width=40),
    ]
    rows = [["kort", None, "ett-ord-som-är-alldeles-för-långt"]]

    sheet = openpyxl.load_workbook(io.BytesIO(to_excel(Book(pages=[Page(title="P", columns=columns, rows=rows)]))))["P"]

    assert [round(sheet.column_dimensions[letter].width) for letter in "ABC"] == [125, 44, 32]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_columns_that_have_room_are_left_as_they_are_and_those_without_are_no_narrower_than_their_words() -> None:
    narrow = [Column(id=str(number), label="Rubrik", width=9) for number in range(40)]

    assert [column.width for column in fitted([Column(id="a", label="A", width=200)])] == [200]
    assert fitted(narrow) == tuple(narrow)
