"""The bytes of a file of rows as text: which encoding they are in is decided by what the bytes can and cannot be, and said."""

from prioritera.diagnostics import Diagnostic, Faults, Severity, Span

_BOM = b"\xef\xbb\xbf"
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# Å Ä Ö å ä ö in Windows-1252 and ISO 8859-1, and the same six letters in the two that a Mac and DOS wrote.
_WINDOWS = b"\xc5\xc4\xd6\xe5\xe4\xf6"
_UTF_8 = tuple(letter.encode() for letter in "ÅÄÖåäö")
_MAC_OR_DOS = b"\x81\x80\x85\x8c\x8a\x9a\x8f\x8e\x99\x86\x84\x94"
# In Windows-1252 these stand for nothing.
_NOTHING = b"\x81\x8d\x8f\x90\x9d"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def decoded(content: bytes, name: str, faults: Faults) -> str | None:
    r"""The text of a file of rows, without a byte order mark, or None after noting why it is none.

    UTF-8 is taken without a word, and so is UTF-16 with its mark. Bytes that are no UTF-8 are Windows-1252, which a Swedish Excel writes; a
    note says so. Where they could as well be what a Mac or DOS wrote, or the
    file holds UTF-8 as well, nothing is taken.

    Args:
        content: the bytes of the file.
        name: the file as people see it.
        faults: where the note, or the fault, goes.

    >>> faults = Faults()
    >>> decoded("id;område".encode("cp1252"), "x.csv", faults), [one.code for one in faults.all()]
    ('id;område', ['file-encoding-taken'])
    """
    if content.startswith(_WORKBOOKS):
        faults.add("csv-is-a-workbook", Span(name))
        return None
    if content[:2] in _UTF_16:
        return _from_utf_16(content, name, faults)
    content = content.removeprefix(_BOM)
    if not content.strip():
        faults.add("file-empty", Span(name))
        return None
    if b"\0" in content:
        faults.add("file-nul-byte", _span_of(content, content.index(b"\0"), name))
        return None
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        return _from_windows(content, error.start, name, faults)


def _from_utf_16(content: bytes, name: str, faults: Faults) -> str | None:
    encoding = _UTF_16[content[:2]]
    try:
        text = content[2:].decode(encoding)
    except UnicodeDecodeError as error:
        place = content[2 : 2 + error.start].decode(encoding, errors="replace").split("\n")
        faults.add("file-encoding-unclear", Span(name, len(place), len(place[-1]) + 1), byte=f"0x{content[2 + error.start]:02X}")
        return None
    if not text.strip():
        faults.add("file-empty", Span(name))
        return None
    if "\0" in text:
        lines = text[: text.index("\0")].split("\n")
        faults.add("file-nul-byte", Span(name, len(lines), len(lines[-1]) + 1))
        return None
    _say_taken(encoding.upper()[:6], name, faults)
    return text


def _from_windows(content: bytes, start: int, name: str, faults: Faults) -> str | None:
    """The text of bytes that are no UTF-8, the first of them at `start`."""
    own, other = (sum(content.count(letter) for letter in letters) for letters in (_each(_WINDOWS), _each(_MAC_OR_DOS)))
    # A file that was put together of two holds both.
    is_mixed = any(letter in content for letter in _UTF_8)
    nothing = min((at for byte in _each(_NOTHING) if (at := content.find(byte)) >= 0), default=None)
    unclear = start if nothing is None and (is_mixed or other > own) else nothing
    if unclear is not None:
        faults.add("file-encoding-unclear", _span_of(content, unclear, name), byte=f"0x{content[unclear]:02X}")
        return None
    _say_taken("Windows-1252", name, faults)
    return content.decode("cp1252")


def _each(letters: bytes) -> list[bytes]:
    return [bytes([letter]) for letter in letters]


def _say_taken(encoding: str, name: str, faults: Faults) -> None:
    faults.extend([Diagnostic(code="file-encoding-taken", severity=Severity.NOTE, span=Span(name), params={"encoding": encoding})])


def _span_of(content: bytes, index: int, name: str) -> Span:
    """Where a byte stands. Every letter of an encoding that is not known is taken for one byte."""
    before = content[:index].split(b"\n")
    return Span(name, len(before), len(before[-1]) + 1)
