"""Workbooks as Excel 97 wrote them, small and made by code: no library that is kept up writes them any more."""

import struct
from collections.abc import Sequence

_SECTOR, _SMALL = 512, 64
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_LEAST = 4096
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def old_workbook(rows: Sequence[Sequence[object]], title: str = "Behov", more: bytes = b"", *, small: bool = False) -> bytes:
    """The bytes of an .xls file with one sheet of texts and numbers, and `more` records; `small` is how a file under 4 kB is laid out."""
    return compound(stream_of(rows, title, more), small=small)


def stream_of(rows: Sequence[Sequence[object]], title: str = "Behov", more: bytes = b"", *, version: int = 0x0600) -> bytes:
    """The records of a workbook; before version 0x0600 the name of a sheet is written without saying how."""
    cells = b"".join(_cell(row, column, value) for row, line in enumerate(rows) for column, value in enumerate(line))
    sheet = _begin(version, 0x0010) + cells + more + record(0x000A, b"")
    begin = _begin(version, 0x0005)
    name = bytes([len(title), 1]) + title.encode("utf-16-le") if version >= 0x0600 else bytes([len(title)]) + title.encode("cp1252")
    at = len(begin) + 4 + 6 + len(name) + 4
    bound = record(0x0085, struct.pack("<IH", at, 0) + name)
    return begin + bound + record(0x000A, b"") + sheet


def record(kind: int, data: bytes) -> bytes:
    """One record: what it is, how long, and what it holds."""
    return struct.pack("<HH", kind, len(data)) + data


def old_row(row: int, *, hidden: bool = False) -> bytes:
    """What is said of a row, from 0: here whether it is hidden."""
    return record(0x0208, struct.pack("<HHHHHHHH", row, 0, 9, 255, 0, 0, 0x20 * hidden, 0))


def old_columns(first: int, last: int, *, hidden: bool = True) -> bytes:
    """What is said of columns that follow each other, from 0."""
    return record(0x007D, struct.pack("<HHHHHH", first, last, 2048, 0, int(hidden), 0))


def _begin(version: int, kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", version, kind, 0, 0, 0, 0))


def _cell(row: int, column: int, value: object) -> bytes:
    if isinstance(value, str):
        return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))
    assert isinstance(value, int | float)
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def compound(stream: bytes, *, name: str = "Workbook", small: bool = False) -> bytes:
    """A compound file with one stream, laid out sector by sector: the table of what follows what, the directory, the stream.

    A small stream lies in sectors of 64 bytes within one of their own, with a table of their own after it.
    """
    if small:
        count = -(-len(stream) // _SMALL)
        inner = stream.ljust(-(-count * _SMALL // _SECTOR) * _SECTOR, b"\0")
        sectors = len(inner) // _SECTOR
        fat = [_FAT, _END, *range(3, sectors + 2), _END, _END]
        entries = _entry("Root Entry", 5, 2, len(inner), 1) + _entry(name, 2, 0, len(stream), _FREE)
        table = struct.pack(f"<{count}I", *range(1, count), _END).ljust(_SECTOR, b"\xff")
        return _header(sectors + 2) + _packed(fat) + entries.ljust(_SECTOR, b"\0") + inner + table
    count = max(-(-len(stream) // _SECTOR), _LEAST // _SECTOR)
    fat = [_FAT, _END, *range(3, count + 2), _END]
    entries = _entry("Root Entry", 5, _END, 0, 1) + _entry(name, 2, 2, count * _SECTOR, _FREE)
    return _header(_END) + _packed(fat) + entries.ljust(_SECTOR, b"\0") + stream.ljust(count * _SECTOR, b"\0")


def _header(small_at: int) -> bytes:
    header = _MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _LEAST, small_at, int(small_at != _END), _END, 0)
    return header + struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108


def _packed(table: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    place = struct.pack("<IQ", start, size)
    return text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child) + bytes(36) + place
