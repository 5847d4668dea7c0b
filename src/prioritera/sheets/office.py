"""What calamine does not tell of an Excel workbook: errors in cells, formulas saved without a value, comments, and how far a sheet reaches.

The parts are read as bytes and as small trees of XML; no entity is ever expanded, for a part that declares any is not read.
"""

import posixpath
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile

import attrs

from prioritera.frozen import FrozenMap
from prioritera.sheets.hidden import Hidden, hidden_of
from prioritera.sheets.package import Parts
from prioritera.sheets.reach import fits

Place = tuple[int, int]
# No sheet reaches further; what says that it does reaches too far all the same.
_MOST_DIGITS, _MOST_LETTERS = 9, 5

# INVARIANT: no pattern runs past the next "<", so each is read through once however a part is made.
_CELL = re.compile(rb"<(/?)(?:\w+:)?(row|c|f|v|is)\b([^<>]*)>([^<]*)")
_AT = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]*)(\d*)")
# Beyond column AZ, or row 199 999: a sheet that reaches no further is small enough.
_FAR = re.compile(rb"r=\"(?:[B-Zb-z][A-Za-z]|[A-Za-z]{3}|[A-Za-z]{0,3}[2-9]\d{5}|[A-Za-z]{0,3}\d{7})")
_ERROR = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
_TEXT = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
# Any of these may be in a text as well; they only tell that the cells have to be looked at one by one.
_SIGNS = (
    b"r='",
    b"r =",
    b"r\t=",
    b"r\n=",
    b"r\r=",
    b"r= ",
    b"r=\t",
    b"r=\n",
    b"r=\r",
    b'r="\t',
    b'r=" ',
    b't="e"',
    b"t='e'",
    b"<f>",
    b"<f ",
    b":f>",
    b":f ",
)


@attrs.frozen
class Told:
    """What a sheet's own file tells: the name of the error in each cell that holds one, the cells whose formula has no value, the comments.

    `last` is the last row and the last column with anything in it, where they may be far out; (0, 0) where they are not. `merged` are the
    first cells of those that are merged over several rows, with how many, where calamine does not tell. `hidden` is what nobody sees.
    """

    errors: FrozenMap[Place, str] = attrs.field(factory=FrozenMap)
    unsaved: frozenset[Place] = frozenset()
    notes: FrozenMap[Place, str] = attrs.field(factory=FrozenMap)
    last: Place = (0, 0)
    merged: tuple[tuple[Place, int], ...] = ()
    hidden: Hidden = attrs.field(factory=Hidden)


def told_of(parts: Parts) -> dict[str, Told]:
    """What is told of each sheet, by its name; nothing of one whose file cannot be found.

    Raises:
        BadZipFile: a part is not what the file says it is.
    """
    book = next((name for name in parts if name.lower().endswith("xl/workbook.xml")), "")
    leads = _leads(book, parts)
    named = {sheet.get("name", ""): leads.get(_attribute(sheet, "id"), ("", ""))[1] for sheet in _all(_tree(parts.read(book)), "sheet")}
    # A part that no sheet leads to may be found all the same, by a program that is less strict.
    for part in set(parts) - set(named.values()):
        content = parts.read(part)
        if b"sheetData" in content and not fits(_Cells(content).last):
            raise BadZipFile(part)
    return {name: _told(part, parts) for name, part in named.items()}


def _told(part: str, parts: Parts) -> Told:
    content = parts.read(part)
    cells = _Cells(content)
    notes: FrozenMap[Place, str] = FrozenMap(_comments(part, parts))
    return Told(FrozenMap(cells.errors), frozenset(cells.unsaved), notes, cells.last, hidden=hidden_of(content))


class _Cells:
    """What is to be told of the cells of a part; they are looked at one by one only where there may be something."""

    def __init__(self, content: bytes) -> None:
        self.errors: dict[Place, str] = {}
        self.unsaved: set[Place] = set()
        self.last = (0, 0)
        if any(sign in content for sign in _SIGNS) or _FAR.search(content):
            for place, error, is_unsaved in _cells(content):
                self.last = (max(self.last[0], place[0]), max(self.last[1], place[1]))
                if error:
                    self.errors[place] = error
                if is_unsaved:
                    self.unsaved.add(place)


def _cells(content: bytes) -> Iterator[tuple[Place, str, bool]]:
    """Every cell with something in it: its place, the error it holds, and whether it has a formula and no value."""
    place, start, value, has_formula, is_filled = (0, 0), b"", None, False, False
    for closes, tag, attributes, text in (found.groups() for found in _CELL.finditer(content)):
        if tag == b"row":
            place = (_place(attributes, (place[0] + 1, 0))[0], 0) if not closes else place
        elif tag == b"c" and not closes:
            place = _place(attributes, (place[0], place[1] + 1))
            start, value, has_formula, is_filled = attributes, None, False, False
        elif tag == b"c":
            if is_filled or has_formula:
                is_unsaved = has_formula and (value is None or (not value and not _TEXT.search(start)))
                yield place, (value or b"").decode(errors="replace") if _ERROR.search(start) else "", is_unsaved
        elif tag == b"f":
            has_formula = True
        elif not closes:
            is_filled = True
            value = text if tag == b"v" and not attributes.endswith(b"/") else value


def _place(attributes: bytes, otherwise: Place) -> Place:
    """Where a row or a cell says that it stands, the farthest where it says several; where it comes in order when it does not say."""
    said = [(int(row[:_MOST_DIGITS]), _column(letters[:_MOST_LETTERS].upper())) for letters, row in _AT.findall(attributes) if row]
    return max(said, default=otherwise)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _comments(part: str, parts: Parts) -> dict[Place, str]:
    """The comments of a sheet; those of a conversation in place of the stand-in that Excel keeps beside it for older programs."""
    found: dict[Place, list[str]] = {}
    threads: dict[Place, list[str]] = {}
    for kind, target in _leads(part, parts).values():
        if kind.endswith("/comments"):
            _gather(_tree(parts.read(target)), "comment", "t", found)
        elif kind.endswith("/threadedComment"):
            _gather(_tree(parts.read(target)), "threadedComment", "text", threads)
    return {place: "\n".join(texts) for place, texts in (found | threads).items() if any(texts)}


def _gather(tree: Element | None, tag: str, inner: str, found: dict[Place, list[str]]) -> None:
    for comment in _all(tree, tag):
        at = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", comment.get("ref", ""))
        if at:
            text = "".join(part.text or "" for part in _all(comment, inner)).strip()
            found.setdefault((int(at[2]), _column(at[1].encode())), []).append(text)


def _leads(part: str, parts: Parts) -> dict[str, tuple[str, str]]:
    """What a part leads to, by the id that it uses: the kind, and the name of the other part."""
    folder, name = posixpath.split(part)
    tree = _tree(parts.read(f"{folder}/_rels/{name}.rels"))
    return {
        one.get("Id", ""): (one.get("Type", ""), posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))[1:])
        for one in _all(tree, "Relationship")
    }


def _tree(content: bytes) -> Element | None:
    """The tree of a part; None for one that is not well formed, or that declares what could be expanded."""
    if not content or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return None
    try:
        return fromstring(content)  # noqa: S314 -- as above
    except (ParseError, ValueError, LookupError):  # LookupError: an encoding that nobody knows
        return None


def _all(tree: Element | None, tag: str) -> Iterator[Element]:
    """The elements of a tag, whatever its namespace, in order."""
    if tree is not None:
        yield from (one for one in tree.iter() if one.tag.rpartition("}")[2] == tag)


def _attribute(element: Element, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")
