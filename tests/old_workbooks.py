"""Workbooks as Excel 97 wrote them, small and made by code: no library that is kept up writes them any more."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def old_workbook(rows: Sequence[Sequence[str | float]], title: str = "Behov") -> bytes:
    """The bytes of an .xls file with one sheet of texts and numbers."""
    cells = b"".join(_cell(row, column, value) for row, line in enumerate(rows) for column, value in enumerate(line))
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + _record(0x000A, b"")
    name = title.encode("utf-16-le")
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    at = len(begin) + 4 + 8 + len(name) + 4
    bound = _record(0x0085, struct.pack("<IHBB", at, 0, len(title), 1) + name)
    return _compound(begin + bound + _record(0x000A, b"") + sheet)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _cell(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def _compound(stream: bytes) -> bytes:
    """A compound file with the one stream that a workbook is, laid out sector by sector: its allocation, its directory, the stream."""
    count = max(-(-len(stream) // _SECTOR), 8)
    fat = [_FAT, _END, *range(3, count + 2), _END]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    )
    header += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    entries = _entry("Root Entry", 5, _END, 0, 1) + _entry("Workbook", 2, 2, count * _SECTOR, _FREE) + bytes(256)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    return header + table + entries + stream.ljust(count * _SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
