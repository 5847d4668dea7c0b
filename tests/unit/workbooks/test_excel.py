import io

import openpyxl

from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.excel import to_excel


def test_a_page_may_stand_upright_and_hold_what_cannot_be_filled_in() -> None:
    column = Column(id="a", label="A", help="h" * 300, choices=["x"], strict=True, required=True)
    page = Page(title="P", columns=[column], rows=[["1"]], examples=1, landscape=False)

    sheet = openpyxl.load_workbook(io.BytesIO(to_excel(Book(pages=[page]))))["P"]

    assert sheet.page_setup.orientation == "portrait"
    assert sheet.data_validations.dataValidation == []
    assert list(sheet.conditional_formatting) == []
