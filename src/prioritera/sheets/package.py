"""The outside of a workbook, before anything in it is read: what kind of file it is, and whether it can be unpacked without harm."""

import io
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 -- the one error of zlib, by a name that says so

from prioritera.diagnostics import Faults, Span

_MEGABYTE = 2**20
MOST_UNPACKED = 400 * _MEGABYTE
MOST_PARTS = 5000
# A sheet of rows that are all alike is packed some hundred times; a file made to burst, a thousand times.
MOST_PACKED = 400
_SMALL = 16 * _MEGABYTE

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGES = (b"<html", b"<!doctype html", b"<table", b"mime-version:", b"<?xml")


def is_workbook(content: bytes, name: str, faults: Faults) -> bool:
    """Whether the bytes are those of a workbook of a kind that can be read here; what they are instead is noted.

    >>> faults = Faults()
    >>> is_workbook(b"<html><table>", "behov.xls", faults), [one.code for one in faults.all()]
    (False, ['workbook-is-page'])
    """
    code = _kind(content)
    if code:
        faults.add(code, Span(name))
    return not code


def _kind(content: bytes) -> str:
    """The code for what is no workbook that can be read; "" for one that may be."""
    if not content.strip():
        return "file-empty"
    if content.startswith(_OLE):
        return _old_kind(content)
    if content.startswith(_ZIP):
        return ""
    begins = content.removeprefix(b"\xef\xbb\xbf")[:64].lstrip().lower()
    if begins.startswith(_PAGES):
        return "workbook-is-page"
    return "workbook-not-one" if b"\0" in content[:4096] and content[:2] not in {b"\xff\xfe", b"\xfe\xff"} else "workbook-is-text"


def _old_kind(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "workbook-encrypted"
    names = ("Workbook", "Book")
    return "" if any(name.encode("utf-16-le") in content for name in names) else "workbook-not-one"


class Parts:
    """The parts of a workbook that is a zip file, each of which may be read without harm."""

    def __init__(self, package: ZipFile) -> None:
        """`package` has been found to be small enough when unpacked."""
        self._package = package
        self._names = frozenset(package.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part; none when there is no such part.

        Raises:
            BadZipFile: what is packed is not what the file says it is.
        """
        try:
            return self._package.read(name) if name in self._names else b""
        # A part said to stand outside of the file; a way of packing that Python does not have; packed bytes that end, or make no sense.
        except (ValueError, NotImplementedError, EOFError, ZlibError) as error:
            raise BadZipFile(str(error)) from error

    def __iter__(self) -> Iterator[str]:
        """The names of the parts, in order."""
        return iter(sorted(self._names))

    def __contains__(self, name: object) -> bool:
        """Whether there is a part of this name."""
        return name in self._names


def opened(content: bytes, name: str, faults: Faults) -> Parts | None:
    """The parts of a zip file, or None after noting why it cannot be unpacked, or is not to be."""
    try:
        package = ZipFile(io.BytesIO(content))
        infos = package.infolist()
    # A zip that is damaged or of a newer kind than Python knows; offsets below 0 or beyond all files; names in no encoding.
    except (BadZipFile, NotImplementedError, ValueError, OverflowError, UnicodeDecodeError):
        faults.add("workbook-cut-off", Span(name))
        return None
    parts = Parts(package)
    code = _kind_of_parts(parts)
    if not code and any(info.flag_bits & 1 for info in infos):
        code = "workbook-encrypted"
    if code:
        faults.add(code, Span(name))
        return None
    return parts if _is_small(infos, name, faults) else None


def _kind_of_parts(parts: Parts) -> str:
    if "xl/workbook.bin" in parts:
        return "workbook-binary"
    if any(name.endswith(".iwa") or name in {"Index.zip", "index.apxl", "index.xml"} for name in parts):
        return "workbook-numbers"
    is_one = "content.xml" in parts or any(name.lower().endswith("workbook.xml") for name in parts)
    return "" if is_one else "workbook-not-one"


def _is_small(infos: list[ZipInfo], name: str, faults: Faults) -> bool:
    """Whether the parts are few and small enough when they are unpacked, as the directory of the zip file has it."""
    size = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if size <= MOST_UNPACKED and len(infos) <= MOST_PARTS and (size <= _SMALL or size <= packed * MOST_PACKED):
        return True
    faults.add("workbook-too-large", Span(name), size=-(-size // _MEGABYTE), most=MOST_UNPACKED // _MEGABYTE)
    return False
