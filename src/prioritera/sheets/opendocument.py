"""What calamine does not tell of an OpenDocument sheet: errors, formulas without a value, comments, merged cells, what is hidden."""

import re
from html import unescape

import attrs

from prioritera.frozen import FrozenMap
from prioritera.sheets.hidden import Ends, Hidden
from prioritera.sheets.office import Place, Told
from prioritera.sheets.package import Parts

# INVARIANT: no pattern runs past the next "<", so each is read through once however a part is made.
_TOKEN = re.compile(
    r"<(/?)(?:table|office|text):(table-row|table-column|table-cell|covered-table-cell|table|annotation|p)(?![\w-])([^<>]*)>([^<]*)"
)
_REPEATED = re.compile(r'number-(?:rows|columns)-repeated="(\d{1,9})"')
_SPANNED = re.compile(r'number-rows-spanned="(\d{1,9})"')
_UNSEEN = re.compile(r'table:visibility="(?:collapse|filter)"')
_NAME = re.compile(r'table:name="([^"<>]*)"')


@attrs.define
class _Sheet:
    """One sheet while it is read."""

    errors: dict[Place, str] = attrs.field(factory=dict)
    unsaved: set[Place] = attrs.field(factory=set)
    notes: dict[Place, list[str]] = attrs.field(factory=dict)
    merged: list[tuple[Place, int]] = attrs.field(factory=list)
    last: Place = (0, 0)
    rows: list[Ends] = attrs.field(factory=list)
    columns: list[Ends] = attrs.field(factory=list)

    def told(self) -> Told:
        """What is told of the sheet."""
        notes = {place: text for place, texts in self.notes.items() if (text := "\n".join(texts).strip())}
        return Told(
            FrozenMap(self.errors),
            frozenset(self.unsaved),
            FrozenMap(notes),
            self.last,
            tuple(self.merged),
            Hidden(self.rows, self.columns),
        )


def told_of(parts: Parts) -> dict[str, Told]:
    """What is told of each sheet, by its name.

    Raises:
        BadZipFile: the part is not what the file says it is.
    """
    found: dict[str, Told] = {}
    reader = _Reader()
    for token in _TOKEN.finditer(parts.read("content.xml").decode(errors="replace")):
        ended = reader.take(bool(token[1]), token[2], token[3], token[4])
        if ended is not None:
            found[reader.name] = ended.told()
    return found


class _Reader:
    """Walks through the tokens of a document, one at a time."""

    def __init__(self) -> None:
        """Begin outside of any sheet."""
        self.name = ""
        self._sheet = _Sheet()
        self._row, self._column, self._rows, self._columns = 1, 1, 1, 1
        self._cell = ""
        self._in_note = False

    def take(self, closes: bool, tag: str, attributes: str, text: str) -> _Sheet | None:  # noqa: FBT001 -- the parts of a token, in order
        """Take one token: the sheet that it ends, if it ends one."""
        if tag == "table":
            if closes:
                return self._sheet
            named = _NAME.search(attributes)
            self.name = unescape(named[1]) if named else ""
            self._sheet, self._row, self._column, self._columns = _Sheet(), 1, 1, 0
        elif tag == "table-row":
            self._take_row(closes, attributes)
        elif tag == "table-column":
            self._take_column(closes, attributes)
        elif tag == "annotation":
            self._in_note = not closes
        elif tag == "p":
            self._take_text(closes, text)
        else:
            self._take_cell(closes, attributes)
        return None

    def _take_row(self, closes: bool, attributes: str) -> None:  # noqa: FBT001 -- as above
        if not closes:
            self._rows, self._column, self._columns = _repeated(attributes), 1, 0
            if _UNSEEN.search(attributes):
                self._sheet.rows.append((self._row, self._row + self._rows - 1))
        if closes or attributes.endswith("/"):
            self._row += self._rows

    def _take_column(self, closes: bool, attributes: str) -> None:  # noqa: FBT001 -- as above
        if not closes:
            self._column += self._columns
            self._columns = _repeated(attributes)
            if _UNSEEN.search(attributes):
                self._sheet.columns.append((self._column, self._column + self._columns - 1))

    def _take_cell(self, closes: bool, attributes: str) -> None:  # noqa: FBT001 -- as above
        if closes:
            self._cell = ""
            return
        self._column += self._columns
        self._columns = _repeated(attributes)
        self._cell = attributes
        sheet, place = self._sheet, (self._row, self._column)
        if "value-type=" in attributes:
            last = (self._row + self._rows - 1, self._column + self._columns - 1)
            sheet.last = (max(sheet.last[0], last[0]), max(sheet.last[1], last[1]))
        elif "table:formula=" in attributes:
            sheet.unsaved.add(place)
        spanned = _SPANNED.search(attributes)
        if spanned and int(spanned[1]) > 1:
            sheet.merged.append((place, int(spanned[1])))

    def _take_text(self, closes: bool, text: str) -> None:  # noqa: FBT001 -- as above
        place = (self._row, self._column)
        if self._in_note and not closes:
            self._sheet.notes.setdefault(place, []).append(unescape(text))
        elif 'value-type="error"' in self._cell and not closes:
            self._sheet.errors[place] = unescape(text)


def _repeated(attributes: str) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1
