"""An old workbook tells of the errors in its cells, that it has comments, and that it is whole."""

import struct

import pytest

from old_workbooks import compound, old_workbook, record, stream_of
from prioritera.sheets.compound import BrokenFileError
from prioritera.sheets.old_excel import told_of

ROWS: list[list[object]] = [["id", "x"], ["n1", 2.0]]
ERROR = record(0x0205, struct.pack("<HHHBB", 2, 1, 0, 0x17, 1))
TRUE = record(0x0205, struct.pack("<HHHBB", 2, 0, 0, 1, 0))
UNKNOWN = record(0x0205, struct.pack("<HHHBB", 3, 1, 0, 0x99, 1))
DIVIDED = record(0x0006, struct.pack("<HHHBxBxxxHH", 3, 0, 0, 2, 0x07, 0xFFFF, 0) + bytes(6))
NUMBER = record(0x0006, struct.pack("<HHHdH", 4, 0, 0, 3.0, 0) + bytes(6))
NOTE = record(0x001C, struct.pack("<HHHH", 1, 1, 0, 1))


def test_errors_are_told_with_their_cells() -> None:
    told, has_notes = told_of(old_workbook(ROWS, more=ERROR + TRUE + UNKNOWN + DIVIDED + NUMBER))

    assert dict(told["Behov"].errors) == {(3, 2): "#REF!", (4, 2): "#?", (4, 1): "#DIV/0!"}
    assert told["Behov"].last == (5, 2)
    assert not has_notes


def test_that_there_are_comments_is_told() -> None:
    assert told_of(old_workbook(ROWS, more=NOTE))[1]


@pytest.mark.parametrize("version", [0x0500, 0x0600])
def test_sheets_have_their_names_in_either_version(version: int) -> None:
    told, _ = told_of(compound(stream_of(ROWS, "Åtgärder", version=version)))

    assert list(told) == ["Åtgärder"]


def test_a_chart_within_a_sheet_does_not_end_it() -> None:
    chart = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0020, 0, 0, 0, 0)) + record(0x000A, b"")

    assert told_of(old_workbook(ROWS, more=chart + ERROR))[0]["Behov"].last == (3, 2)


@pytest.mark.parametrize(
    "content",
    [
        old_workbook(ROWS, more=record(0x0203, struct.pack("<HHHd", 1, 256, 0, 1.0))),
        old_workbook(ROWS, more=record(0x0203, b"\0")),
        old_workbook(ROWS, more=record(0x0205, struct.pack("<HH", 1, 1))),
        compound(stream_of(ROWS)[:-4].ljust(4096, b"\xff")),
        compound(b""),
    ],
    ids=["column", "short", "short error", "no end", "nothing"],
)
def test_what_no_sheet_of_its_kind_has_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenFileError):
        told_of(content)
