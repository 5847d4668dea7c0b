"""The stream of an old workbook is taken out of the file around it, and a file that is not whole is refused."""

import struct

import pytest

from old_workbooks import compound
from prioritera.sheets.compound import BrokenFileError, workbook_stream

STREAM = bytes(range(256)) * 20
SMALL = bytes(range(200))


@pytest.mark.parametrize("name", ["Workbook", "Book"])
def test_a_stream_is_taken_out_whole(name: str) -> None:
    assert workbook_stream(compound(STREAM, name=name)) == STREAM.ljust(len(STREAM) + -len(STREAM) % 512, b"\0")


def test_a_small_stream_lies_in_sectors_of_its_own() -> None:
    assert workbook_stream(compound(SMALL, small=True)) == SMALL


def test_a_table_may_be_listed_further_on() -> None:
    whole = compound(STREAM)
    # The header lists no sector of the table; another sector, put last, does.
    last = len(whole) // 512 - 1
    moved = whole[:68] + struct.pack("<I", last) + whole[72:76] + struct.pack("<I", 0xFFFFFFFF) + whole[80:]

    assert workbook_stream(moved + struct.pack("<II", 0, 0xFFFFFFFE).rjust(512, b"\xff")) == workbook_stream(whole)


def with_number(at: int, number: int) -> bytes:
    whole = compound(STREAM)
    return whole[:at] + struct.pack("<I", number) + whole[at + 4 :]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        compound(STREAM)[:100],
        b"PK" + compound(STREAM)[2:],
        compound(STREAM, name="WordDocument"),
        compound(STREAM)[:2000],
        compound(STREAM)[:30] + b"\x63\0" + compound(STREAM)[32:],
        with_number(512 + 4 * 2, 2),
        with_number(68, 3) + struct.pack("<I", 3).rjust(512, b"\xff"),
        with_number(68, 12) + struct.pack("<I", 12).rjust(512, b"\xff"),
        with_number(48, 99),
    ],
    ids=["empty", "header", "magic", "no workbook", "cut off", "sectors", "circle", "table lost", "circle of tables", "directory lost"],
)
def test_what_is_not_whole_is_refused(content: bytes) -> None:
    with pytest.raises(BrokenFileError):
        workbook_stream(content)
