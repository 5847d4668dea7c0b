"""Workbooks become grids: typed cells as text, merged cells spread, comments kept, broken cells told, nothing unpacked blindly."""

import io
import math
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import ZipFile

import pytest
import python_calamine
from openpyxl import Workbook
from openpyxl.comments import Comment

from broken_files import SHEET, open_document, parts
from old_workbooks import old_workbook, record
from prioritera.diagnostics import Faults
from prioritera.frozen import FrozenMap
from prioritera.sheets import workbook
from prioritera.sheets.grid import Grid
from prioritera.sheets.marks import hidden_sheet
from prioritera.sheets.office import Told, told_of
from prioritera.sheets.package import opened
from prioritera.sheets.workbook import cell_text, workbook_grids

NOTE = record(0x001C, bytes(8))


def bytes_of(workbook: Any) -> bytes:  # noqa: ANN401 -- openpyxl comes without types
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def made(*rows: list[object]) -> Any:  # noqa: ANN401 -- as above
    workbook = Workbook()
    workbook.active.title = "Behov"
    for row in rows:
        workbook.active.append(row)
    return workbook


def read(content: bytes, name: str = "a.xlsx") -> tuple[tuple[Grid, ...], list[str]]:
    faults = Faults()
    return workbook_grids(content, name, faults), [one.code for one in faults.all()]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (180.0, "180"),
        (-2.0, "-2"),
        (1e15, "1000000000000000"),
        (1e21, "1000000000000000000000"),
        (1.5e-7, "0.00000015"),
        (math.inf, "inf"),
        (12.1, "12.1"),
        (7, "7"),
        (False, "false"),
        (datetime(2026, 5, 3), "2026-05-03"),  # noqa: DTZ001 -- a cell has no time zone
        (datetime(2026, 5, 3, 12, 30), "2026-05-03 12:30:00"),  # noqa: DTZ001 -- as above
        (date(2026, 5, 3), "2026-05-03"),
        (time(8, 30), "08:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        ("=A1", "=A1"),
        (None, ""),
    ],
)
def test_a_typed_cell_is_text(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_what_is_merged_over_rows_stands_in_each_of_them_and_over_columns_in_the_first() -> None:
    workbook = made(["a", None, "b"], [None, None, "c"], ["d", "e", None], [None, None, None], ["f", "g", "h"])
    workbook.active.merge_cells("A1:A2")
    workbook.active.merge_cells("A3:B4")

    (grid,), _ = read(bytes_of(workbook))

    assert grid.rows == (("a", "", "b"), ("a", "", "c"), ("d", "", ""), ("d", "", ""), ("f", "g", "h"))


def test_comments_are_kept_by_cell() -> None:
    workbook = made(["a", "b"])
    workbook.active["B1"].comment = Comment("Anna:\nring först", "Anna")

    (grid,), _ = read(bytes_of(workbook))

    assert dict(grid.notes) == {(1, 2): "Anna:\nring först"}


def threaded(part: str) -> str:
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    return part.replace("</Relationships>", f'<Relationship Id="rId9" Type="{kind}" Target="../threadedComments/t1.xml"/></Relationships>')


def test_a_conversation_takes_the_place_of_its_stand_in() -> None:
    workbook = made(["a", "b"])
    workbook.active["B1"].comment = Comment("[Trådad kommentar] …", "tc")
    content = bytes_of(workbook)
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, threaded(part) if name.endswith("sheet1.xml.rels") else part)
        talk = (
            '<c><threadedComment ref="B1"><text>Vem?</text></threadedComment><threadedComment ref="B1"><text>Anna</text></threadedComment>'
        )
        new.writestr("xl/threadedComments/t1.xml", f'{talk}<threadedComment ref="?"/></c>')

    (grid,), _ = read(out.getvalue())

    assert dict(grid.notes) == {(1, 2): "Vem?\nAnna"}


@pytest.mark.parametrize(
    "cells",
    [
        "<c t='e'><v>#N/A</v></c>",
        '<c r = "A1" t="e"><v>#N/A</v></c>',
        '<x:c r="A1" t="e"><x:v>#N/A</x:v></x:c>',
        '<c r="" t="e"><v>#N/A</v></c>',
    ],
    ids=["no place", "spaces", "prefix", "empty place"],
)
def test_errors_are_found_however_their_cells_are_written(cells: str) -> None:
    content = parts({SHEET: lambda _: f'<worksheet><sheetData><row r="1">{cells}</row></sheetData></worksheet>'})()
    package = opened(content, "a.xlsx", Faults())

    assert package is not None
    assert dict(told_of(package)["Behov"].errors) == {(1, 1): "#N/A"}


@pytest.mark.parametrize(
    ("cell", "unsaved"),
    [
        ("<f>A1</f>", True),
        ("<f>A1</f><v></v>", True),
        ("<f>A1</f><v/>", True),
        ("<f>A1</f><v>3</v>", False),
        ("<v>3</v>", False),
        ("<is><t>x</t></is>", False),
        ("", False),
    ],
)
def test_a_formula_without_a_value_is_told(cell: str, *, unsaved: bool) -> None:
    content = parts(
        {
            SHEET: lambda part: part.replace(
                "</sheetData>", f'<row r="9"><c r="B9">{cell}</c><c r="C9" t="n"><f>1</f><v>1</v></c></row></sheetData>'
            )
        }
    )()

    (grid,), _ = read(content)

    assert ((9, 2) in grid.unsaved) == unsaved


def test_a_cell_that_says_two_places_stands_at_the_farther(capfd: pytest.CaptureFixture[str]) -> None:
    cell = '<row r="9"><c r="A9" r="ZZZ9999999"><v>1</v></c></row>'

    grids, codes = read(parts({SHEET: lambda part: part.replace("</sheetData>", f"{cell}</sheetData>")})())

    assert (grids, codes) == ((), ["sheet-too-large"])
    assert capfd.readouterr() == ("", "")


class Sheet:
    """A sheet as calamine gives it, smaller than what its file tells of it."""

    name = "Behov"
    merged_cell_ranges = (((0, 1), (1, 1)), ((0, 0), (1, 0)))

    @staticmethod
    def to_python(*, skip_empty_area: bool) -> list[list[object]]:
        assert not skip_empty_area
        return [["a"], ["b"]]


def test_what_is_told_of_cells_that_are_not_there_changes_none() -> None:
    told = Told(FrozenMap({(0, 1): "#N/A", (3, 1): "#N/A", (1, 2): "#N/A", (2, 1): "#REF!"}))

    assert workbook._grid(Sheet, "a.xlsx", told).rows == (("a",), ("a",))


def test_an_empty_text_is_a_value_of_a_formula() -> None:
    content = parts(
        {SHEET: lambda part: part.replace("</sheetData>", '<row r="9"><c r="B9" t="str"><f>A1</f><v></v></c></row></sheetData>')}
    )()

    assert read(content)[0][0].unsaved == frozenset()


def test_a_part_that_no_sheet_leads_to_is_measured_as_well() -> None:
    far = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'

    assert read(parts({"XL/other.xml": lambda _: far})()) == ((), ["workbook-cut-off"])


def test_a_sheet_whose_reach_nobody_has_seen_is_not_read() -> None:
    content = parts({"xl/workbook.xml": lambda part: part.replace('name="Behov"', 'name="Beh&#x6F;v" name2="<"')})()

    assert read(content)[1][0].startswith("workbook-")


def test_comments_of_an_old_workbook_are_said_not_to_be_read() -> None:
    grids, codes = read(old_workbook([["id"], ["n1"]], more=NOTE), "a.xls")

    assert (grids[0].rows, codes) == ((("id",), ("n1",)), ["workbook-old-comments"])


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{cells}</table:table-row>"


def cell(text: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{attributes}>{text}</table:table-cell>'


def test_an_open_document_tells_as_much() -> None:
    note = "<office:annotation><text:p>Ring</text:p><text:p>först</text:p></office:annotation>"
    rows = (
        row(cell(f"{note}<text:p>n3</text:p>") + cell("<text:p>x</text:p>", ' table:number-rows-spanned="2"')),
        row(cell("<text:p>n4</text:p>") + "<table:covered-table-cell/>" + cell("<text:p>y</text:p>")),
        "<table:table-row/>",
        row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048000"'),
    )

    (grid,), codes = read(open_document(*rows)(), "a.ods")

    assert codes == []
    assert dict(grid.notes) == {(4, 1): "Ring\nförst"}
    assert [cells[:2] for cells in grid.rows[3:]] == [("n3", "x"), ("n4", "x")]


def test_a_damaged_sheet_that_reaches_further_than_it_says_is_not_read() -> None:
    hurt = '<table:table-cell table:number-columns-<peated="16384" office:value-type="float" office:value="1"/>'
    content = open_document(row(hurt, ' table:number-rows-repeated="300000"'))()

    assert read(content, "a.ods") == ((), ["sheet-too-large"])


def test_a_password_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Locked:
        @staticmethod
        def from_filelike(_: object) -> None:
            raise python_calamine.PasswordError

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Locked)

    assert read(bytes_of(made(["a"]))) == ((), ["workbook-encrypted"])


def test_a_panic_is_told_and_another_interruption_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """As calamine's own, which has no name to import."""

    class Broken:
        raised: type[BaseException] = PanicException

        @classmethod
        def from_filelike(cls, _: object) -> None:
            raise cls.raised

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Broken)

    assert read(bytes_of(made(["a"]))) == ((), ["workbook-unreadable"])
    Broken.raised = KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        read(bytes_of(made(["a"])))


def test_a_hidden_sheet_is_read_by_its_name_alone() -> None:
    workbook = made(["a"])
    hidden = workbook.create_sheet("prioritera")
    hidden.append(["schema", "x"])
    hidden.sheet_state = "hidden"
    content = bytes_of(workbook)

    found = hidden_sheet(content, "a.xlsx", "prioritera")

    assert found is not None
    assert found.rows == (("schema", "x"),)
    assert hidden_sheet(content, "a.xlsx", "Behov") is None
    assert hidden_sheet(content, "a.xlsx", "annat") is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", old_workbook([["prioritera"]]), old_workbook([["x"]])])
def test_where_there_is_no_hidden_sheet_there_is_none(content: bytes) -> None:
    assert hidden_sheet(content, "a.xls", "prioritera") is None


def test_a_damaged_workbook_has_no_hidden_sheet() -> None:
    content = bytearray(bytes_of(made(["a"])))
    at = content.index(b"xl/workbook.xml") + 40
    content[at] ^= 0x55

    assert hidden_sheet(bytes(content), "a.xlsx", "prioritera") is None
