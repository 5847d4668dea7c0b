"""The one stream of an old Excel file that holds its sheets, taken out of the compound file around it."""

import struct
from collections.abc import Iterator

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST_SECTOR = 0xFFFFFFFA
_ENTRY = 128
_SMALL_SECTOR = 64
_NAMES = ("Workbook", "Book")
_STREAM = 2


class BrokenFileError(Exception):
    """The file is not whole."""


def workbook_stream(content: bytes) -> bytes:
    """The bytes of the workbook in a compound file.

    Raises:
        BrokenFileError: the file is cut off, goes in a circle, or holds no workbook.

    Source: MS-CFB, Compound File Binary File Format (Microsoft Open Specifications).
    """
    try:
        return _stream(content)
    except (struct.error, IndexError) as error:
        raise BrokenFileError from error


def _stream(content: bytes) -> bytes:
    shift = struct.unpack_from("<H", content, 30)[0]
    if not content.startswith(_MAGIC) or shift not in {9, 12}:
        raise BrokenFileError
    sectors = _Sectors(content, 1 << shift)
    directory_at, least, small_at, more_at = (struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60, 68))
    table = sectors.table(more_at)
    directory = sectors.chained(directory_at, table)
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)]
    found = next((entry for entry in entries if _name(entry) in _NAMES and entry[66] == _STREAM), None)
    if found is None:
        raise BrokenFileError
    start, size = struct.unpack_from("<II", found, 116)
    if size >= least:
        return sectors.chained(start, table)[:size]
    small = sectors.chained(struct.unpack_from("<I", entries[0], 116)[0], table)
    smaller = _Sectors(bytes(_SMALL_SECTOR) + small, _SMALL_SECTOR)
    return smaller.chained(start, list(_numbers(sectors.chained(small_at, table))))[:size]


class _Sectors:
    """The sectors of a file, numbered from the one after its header."""

    def __init__(self, content: bytes, size: int) -> None:
        self._content = content
        self._size = size

    def sector(self, number: int) -> bytes:
        """One sector, whole."""
        begin = (number + 1) * self._size
        found = self._content[begin : begin + self._size]
        if not found:
            raise BrokenFileError
        return found

    def chained(self, start: int, table: list[int]) -> bytes:
        """The sectors that follow one another from a first one on."""
        found = []
        seen = set()
        while start < _LAST_SECTOR:
            if start in seen:
                raise BrokenFileError
            seen.add(start)
            found.append(self.sector(start))
            start = table[start]
        return b"".join(found)

    def table(self, more_at: int) -> list[int]:
        """Which sector follows each: the table is spread over sectors that the header lists, and others that those lead to."""
        listed = list(struct.unpack_from("<109I", self._content, 76))
        seen = set()
        while more_at < _LAST_SECTOR:
            if more_at in seen:
                raise BrokenFileError
            seen.add(more_at)
            *more, more_at = _numbers(self.sector(more_at))
            listed += more
        return [number for at in listed if at < _LAST_SECTOR for number in _numbers(self.sector(at))]


def _numbers(content: bytes) -> Iterator[int]:
    yield from (number for (number,) in struct.iter_unpack("<I", content[: len(content) // 4 * 4]))


def _name(entry: bytes) -> str:
    length = struct.unpack_from("<H", entry, 64)[0]
    return entry[: max(length - 2, 0)].decode("utf-16-le", errors="replace")
