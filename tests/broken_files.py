"""Files of needs as they come, broken in every way that people and programs break them; each is made by code, from small to very large.

A file is bytes under a name, with what the round says of it. The right one has two needs, `n1` of Väsby and `n2` of Norrby.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time

import attrs
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from old_workbooks import old_columns, old_row, old_workbook

HEAD = ("id", "rubrik", "område", "avsändare", "impact", "väntan")
FIRST = ("n1", "Fall", "äldre", "Väsby", 2, 3)
SECOND = ("n2", "Sömn", "unga", "Norrby", 1.5, 0)
Cell = str | int | float | date | time | None
Row = Sequence[Cell]
Change = Callable[[Worksheet], object]


@attrs.frozen
class Broken:
    """One file: its name, how its bytes are made, and the lines that the round adds about it."""

    name: str
    make: Callable[[], bytes]
    mapping: str = ""


def lines(*rows: Row, between: str = ";", end: str = "\r\n") -> str:
    """Rows as the text of a CSV file; numbers with a decimal comma."""
    return "".join(
        between.join(str(cell).replace(".", ",") if isinstance(cell, float) else str(cell) for cell in row) + end for row in rows
    )


def text(*rows: Row, encoding: str = "utf-8", between: str = ";", above: str = "") -> Callable[[], bytes]:
    """A CSV file: the headings, the two right rows, and more."""
    return lambda: (above + lines(HEAD, FIRST, SECOND, *rows, between=between)).encode(encoding)


def raw(content: bytes | str) -> Callable[[], bytes]:
    """A file of these very bytes."""
    return lambda: content.encode() if isinstance(content, str) else content


def book(*rows: Row, head: Row = HEAD, above: Sequence[Row] = (), change: Change | None = None) -> Callable[[], bytes]:
    """A workbook with one sheet: the headings, the two right rows, and more; `change` does something to the sheet."""

    def make() -> bytes:
        workbook = Workbook()
        sheet = workbook.active
        sheet.title = "Behov"
        for row in (*above, head, FIRST, SECOND, *rows):
            sheet.append(list(row))
        if change is not None:
            change(sheet)
        out = io.BytesIO()
        workbook.save(out)
        return out.getvalue()

    return make


def parts(change: Mapping[str, Callable[[str], str | bytes]], *, drop: str = "") -> Callable[[], bytes]:
    """The right workbook with parts of its package written otherwise, added, or left out."""

    def make() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(book()())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                if not (drop and name.endswith(drop)):
                    part = old.read(name).decode()
                    new.writestr(name, change[name](part) if name in change else part)
            for name in [name for name in change if name not in old.namelist()]:
                new.writestr(name, change[name](""))
        return out.getvalue()

    return make


def package(**members: bytes) -> Callable[[], bytes]:
    """A zip file that is no workbook, or no right one; a double underscore in a name stands for a slash, a single one for a point."""

    def make() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name, content in members.items():
                way = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                new.writestr(name.replace("__", "/").replace("_", "."), content, way)
        return out.getvalue()

    return make


def open_document(*rows: str, columns: str = "") -> Callable[[], bytes]:
    """An OpenDocument sheet of rows written as XML, below the right ones."""
    cells = "".join(f"<table:table-row>{''.join(_cell(cell) for cell in row)}</table:table-row>" for row in (HEAD, FIRST, SECOND))
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    body = f'<table:table table:name="Behov">{columns}{cells}{"".join(rows)}</table:table>'
    content = (
        f"<office:document-content {spaces} {calc}><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return package(mimetype=kind, content_xml=content.encode(), **{"META-INF__manifest_xml": manifest})


def _cell(value: object) -> str:
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'


def _set(**cells: object) -> Change:
    """A change that writes cells of the sheet by their names."""

    def change(sheet: Worksheet) -> None:
        for name, value in cells.items():
            sheet[name] = value

    return change


def _merged(sheet: Worksheet) -> None:
    sheet.merge_cells("D3:D4")


def _comment(sheet: Worksheet) -> None:
    sheet["B2"].comment = Comment("Ring först", "Anna")


def _comments_beside(sheet: Worksheet) -> None:
    for name in ("A1", "E2", "D4"):
        sheet[name].comment = Comment(f"om {name}", "Anna")


def _hidden(sheet: Worksheet) -> None:
    other = sheet.parent.create_sheet("Gamla behov")
    other.append(HEAD)
    other.sheet_state = "hidden"


def _unseen(sheet: Worksheet) -> None:
    """What a filter leaves: a row that nobody sees, a column hidden by hand, one of the writer's own, and empty ones beyond."""
    sheet.auto_filter.ref = "A1:G5"
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[4].hidden = True
    for letter in "EGJ":
        sheet.column_dimensions[letter].hidden = True


def _two(sheet: Worksheet) -> None:
    other = sheet.parent.create_sheet("Fler behov")
    for row in (HEAD, ("n9", "Annat", "äldre", "Väsby", 1, 1)):
        other.append(row)


def _elsewhere(sheet: Worksheet) -> None:
    sheet.parent.create_sheet("Läs mig", 0).append(["Fyll i bladet Behov"])


def _formula(sheet: Worksheet) -> None:
    sheet["B3"] = "=B2"


def _no_bytes() -> bytes:
    return b""


def _lying() -> bytes:
    """A workbook whose directory says that a part is small; it is not."""
    content = parts({"xl/worksheets/sheet1.xml": lambda part: part + " " * 3_000_000})()
    at = content.rindex(b"xl/worksheets/sheet1.xml") - 46
    return content[: at + 24] + (1000).to_bytes(4, "little") + content[at + 28 :]


def _cell_xml(name: str, inner: str, kind: str = "") -> Callable[[str], str]:
    """The sheet with one cell of it written as XML."""
    return lambda part: re.sub(rf'<c r="{name}"[^>]*?(?:/>|>.*?</c>)', f'<c r="{name}"{kind}>{inner}</c>', part, count=1)


SHEET = "xl/worksheets/sheet1.xml"
THIRD: Sequence[str | float] = ("n3", "Stöd", "äldre", "Väsby", 1, 2)


def _third(**cells: Cell) -> Row:
    """A third row, right but for these cells."""
    return [cells.get(name, value) for name, value in zip(("id", "title", "area", "sender", "impact", "wait"), THIRD, strict=True)]


def _long(rows: int) -> bytes:
    """A CSV file of very many rows, of which one is wrong."""
    right = "".join(f"n{number};Fall;äldre;Väsby;2;3\n" for number in range(rows - 1))
    return f"{';'.join(HEAD)}\n{right}x;Fall;äldre;Vasbi;2;3\n".encode()


def _flipped(content: bytes) -> bytes:
    """The workbook with one byte of its sheet changed."""
    at = content.index(b"xl/worksheets/sheet1.xml") + 60
    return content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]


def _marked_locked(content: bytes) -> bytes:
    """The workbook with a mark in its directory that a part is encrypted."""
    at = content.index(b"PK\x01\x02") + 8
    return content[:at] + bytes([content[at] | 1]) + content[at + 1 :]


def _blank_book() -> bytes:
    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


def _headings_only() -> bytes:
    workbook = Workbook()
    workbook.active.append(list(HEAD))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


BROKEN: Mapping[str, Broken] = {
    # Bytes and encodings
    "empty": Broken("behov.csv", _no_bytes),
    "blank": Broken("behov.csv", raw("\r\n  \r\n")),
    "bom-only": Broken("behov.csv", raw(b"\xef\xbb\xbf")),
    "bom": Broken("behov.csv", text(encoding="utf-8-sig")),
    "windows": Broken("behov.csv", text(encoding="cp1252")),
    "dos": Broken("behov.csv", text(encoding="cp850")),
    "mac": Broken("behov.csv", text(encoding="mac_roman")),
    "undefined-byte": Broken("behov.csv", raw(lines(HEAD, FIRST).encode("cp1252") + b"n2;S\x81mn;unga;Norrby;1;0\r\n")),
    "mixed-encodings": Broken("behov.csv", raw(lines(HEAD, FIRST).encode() + lines(SECOND).encode("cp1252"))),
    "unicode-text": Broken("behov.txt", text(encoding="utf-16", between="\t")),
    "unicode-text-cut": Broken("behov.txt", lambda: text(encoding="utf-16", between="\t")()[:-1]),
    "unicode-text-blank": Broken("behov.txt", raw("\ufeff \n".encode("utf-16-le"))),
    "unicode-text-nul": Broken("behov.txt", raw("\ufeffid\trubrik\n\0".encode("utf-16-be"))),
    "nul": Broken("behov.csv", raw(lines(HEAD, FIRST) + "n2;S\0mn;unga;Norrby;1;0\r\n")),
    "workbook-as-csv": Broken("behov.csv", book()),
    # Dialects
    "commas": Broken("behov.csv", raw('id,rubrik,område,avsändare,impact\nn1,Fall,äldre,Väsby,"1,5"\nn2,Sömn,unga,Norrby,1,5\n')),
    "tabs": Broken("behov.tsv", text(_third(area="aldre"), between="\t")),
    "sep": Broken("behov.csv", text(_third(id="", sender="Vasbi"), above="sep=;\r\n")),
    "title-above": Broken("behov.csv", text(_third(wait="tre"), above="Behov, hösten 2026, alla kommuner\r\n\r\n")),
    "quote-open": Broken("behov.csv", raw(lines(HEAD, FIRST) + 'n2;"Sömn;unga;Norrby;1;0\r\n')),
    "quote-inside": Broken("behov.csv", raw(lines(HEAD, FIRST) + 'n2;"Sö"mn;unga;Norrby;1;0\r\n')),
    "short-row": Broken("behov.csv", text(("n3", "Stöd", "äldre"))),
    "long-row": Broken("behov.csv", text((*THIRD, "mer"))),
    "return-in-cell": Broken("behov.csv", text(("n3", '"- Stöd\r\n- Hjälp"', "äldre", "Väsby", 1, 2))),
    "long-cell": Broken("behov.csv", text(_third(title="x" * 140_000))),
    "formula-kept-as-text": Broken("behov.csv", text(_third(sender="'=HYPERLINK()"))),
    "hundred-thousand-rows": Broken("behov.csv", lambda: _long(100_000)),
    # What the file is
    "text-as-workbook": Broken("behov.xlsx", text()),
    "page-as-workbook": Broken("behov.xls", raw("<html><body><table><tr><td>id</td></tr></table></body></html>")),
    "xml-as-workbook": Broken("behov.xls", raw('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')),
    "picture-as-workbook": Broken("behov.xlsx", raw(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")),
    "empty-workbook-file": Broken("behov.xlsx", _no_bytes),
    "cut-off": Broken("behov.xlsx", lambda: book()()[:2000]),
    "cut-off-directory": Broken("behov.xlsx", lambda: book()()[:-30]),
    "byte-changed": Broken("behov.xlsx", lambda: _flipped(book()())),
    "locked": Broken("behov.xlsx", raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"))),
    "old-document": Broken("behov.xls", raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le"))),
    "old-cut-off": Broken("behov.xls", lambda: old_workbook([HEAD, FIRST])[:1600]),
    "old": Broken("behov.xls", lambda: old_workbook([HEAD, FIRST, SECOND, ("n3", "Stöd", "äldre", "Vasbi", 1, 2)])),
    "binary-workbook": Broken("behov.xlsx", package(xl__workbook_bin=b"x")),
    "numbers": Broken("behov.xlsx", package(Index__Document_iwa=b"x")),
    "word": Broken("behov.xlsx", package(word__document_xml=b"<w/>")),
    "no-sheets-part": Broken("behov.xlsx", package(xl__workbook_xml=b"<workbook/>")),
    "locked-zip": Broken("behov.xlsx", lambda: _marked_locked(book()())),
    "sheet-part-missing": Broken("behov.xlsx", parts({}, drop="sheet1.xml")),
    "sheet-part-broken": Broken("behov.xlsx", parts({SHEET: lambda part: part[:900]})),
    "bomb": Broken("behov.xlsx", parts({"xl/media/bomb": lambda _: bytes(40_000_000)})),
    "bomb-that-lies": Broken("behov.xlsx", _lying),
    "many-parts": Broken("behov.xlsx", package(xl__workbook_xml=b"<w/>", **{f"a{number}": b"" for number in range(5001)})),
    "billion-laughs": Broken("behov.xlsx", parts({"xl/workbook.xml": lambda part: f'<!DOCTYPE a [<!ENTITY a "aa">]>{part}'})),
    # Sheets and headings
    "far-cell": Broken("behov.xlsx", book(change=_set(XFD1048576="x"))),
    "far-row": Broken("behov.xlsx", book(change=_set(A250000="x"))),
    "no-cells": Broken("behov.xlsx", _blank_book),
    "headings-only": Broken("behov.xlsx", _headings_only),
    "hidden-sheet": Broken("behov.xlsx", book(_third(sender="Vasbi"), change=_hidden)),
    "hidden-rows-and-columns": Broken(
        "behov.xlsx", book((*_third(sender="Vasbi"), "Anna"), (*_third(id="n4"), ""), head=(*HEAD, "# kontakt"), change=_unseen)
    ),
    "hidden-in-an-old-file": Broken(
        "behov.xls", lambda: old_workbook([HEAD, FIRST, SECOND], more=old_row(1, hidden=True) + old_row(2) + old_columns(4, 255))
    ),
    "hidden-in-an-open-document": Broken(
        "behov.ods",
        open_document(
            f'<table:table-row table:visibility="filter">{"".join(map(_cell, THIRD))}</table:table-row>'
            '<table:table-row table:number-rows-repeated="1048000" table:visibility="collapse"/>',
            columns='<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
            '<table:table-column></table:table-column><table:table-column table:visibility="collapse"/>',
        ),
    ),
    "comments-beside": Broken("behov.xlsx", book(_third(), above=[["Inventering"]], change=_comments_beside)),
    "two-sheets": Broken("behov.xlsx", book(change=_two)),
    "other-sheet": Broken("behov.xlsx", book(change=_elsewhere)),
    "wrong-sheet": Broken("behov.xlsx", book(), 'sheet = "Behoven"'),
    "wrong-heading": Broken("behov.xlsx", book(), 'columns = { "Vad saknas?" = "wording" }'),
    "titles-above": Broken("behov.xlsx", book(_third(impact="hög"), above=[["Inventering"], ["Fyll i före 1/10", ""], []])),
    "unknown-column": Broken("behov.xlsx", book((*THIRD, "ja"), head=(*HEAD, "brådskade"))),
    "unnamed-column": Broken("behov.xlsx", book((*THIRD, "se mejl"))),
    "same-column-twice": Broken("behov.xlsx", book(head=("id", "rubrik", "område", "avsändare", "väntan", "Väntan"))),
    # Cells
    "error-cell": Broken("behov.xlsx", parts({SHEET: _cell_xml("E3", "<f>1/0</f><v>#DIV/0!</v>", ' t="e"')})),
    "formula-without-value": Broken("behov.xlsx", book(change=_formula)),
    "formula-with-value": Broken("behov.xlsx", parts({SHEET: _cell_xml("E3", "<f>1/0</f><v>9</v>")})),
    "error-in-own-column": Broken(
        "behov.xlsx",
        parts(
            {
                SHEET: lambda part: (
                    re.sub(r"(<c r=\"F1\".*?</c>)", r'<c r="F1" t="inlineStr"><is><t>#egen</t></is></c>', part)
                    .replace("</row></sheetData>", '<c r="G3" t="e"><v>#N/A</v></c></row></sheetData>')
                    .replace('<c r="F3" t="n"><v>0</v></c>', '<c r="F3" t="e"><v>#N/A</v></c>')
                )
            }
        ),
    ),
    "date-for-number": Broken("behov.xlsx", book(_third(impact=date(2026, 5, 3)))),
    "moment-for-number": Broken("behov.xlsx", book(_third(impact=datetime(2026, 5, 3, 12, 30), wait=time(8, 30)))),  # noqa: DTZ001 -- a cell has no time zone
    "date-as-number": Broken("behov.xlsx", book(_third(wait=46145))),
    "true-for-number": Broken("behov.xlsx", book(_third(wait=True))),
    "huge-number": Broken("behov.xlsx", book(_third(impact=1e300))),
    "between-steps": Broken("behov.xlsx", book(_third(impact=0.1 + 0.2))),
    "see-above": Broken("behov.xlsx", book(_third(area="se ovan", sender="-", impact="?"))),
    "everybody": Broken("behov.xlsx", book(_third(sender="alla"))),
    "code-without-zero": Broken("behov.xlsx", book(_third(sender=114), _third(id="n4", sender=1140))),
    "merged-ids": Broken("behov.xlsx", book(_third(id=None), change=lambda sheet: sheet.merge_cells("A3:A4"))),
    "merged-senders": Broken("behov.xlsx", book(_third(sender=None, impact="hög"), change=_merged)),
    "comment": Broken("behov.xlsx", book(_third(title=None), change=_comment)),
    "total-below": Broken("behov.xlsx", book([], ["Summa", None, None, None, 3.5])),
    "points-in-a-cell": Broken("behov.xlsx", book(_third(title="1. Stöd\n2. Hjälp"))),
    "needs-parted-in-a-cell": Broken(
        "behov.csv",
        text(
            _third(title='"Stöd vid fall; metoder för sömn"'),
            _third(id="n4", title='"Fall\nSömn\n"'),
            _third(id="n5", title='"1) Stöd 2) Hjälp"'),
            _third(id="n6", title='"Vi saknar stöd; det gäller alla"'),
        ),
    ),
    "unseen-in-id": Broken("behov.csv", text(_third(id="\u200fn1\u200b"))),
    "control-in-id": Broken("behov.csv", text(_third(id="n\x073", sender="V\u00adsby"))),
    "same-id": Broken("behov.xlsx", book(_third(id="N2"))),
    "no-sender": Broken("behov.xlsx", book(_third(sender=None, title=" "))),
    "two-tables": Broken(
        "behov.xlsx", book([], ["Behov som kom in efter den 1 mars"], [str(name).capitalize() for name in HEAD], _third(sender="Vasbi"))
    ),
    "other-table-below": Broken("behov.xlsx", book([], ["id", "område", "rubrik", "avsändare"], ["n3", "äldre", "Stöd", "Väsby"])),
    "headings-on-two-rows": Broken(
        "behov.xlsx",
        book(above=[["id", "Behov", "", "avsändare", "Bedömning", ""]], head=HEAD, change=lambda sheet: sheet.merge_cells("A1:A2")),
    ),
    "several-senders": Broken(
        "behov.xlsx",
        book(_third(sender="Väsby, Norrby"), _third(id="n4", sender="Väsby och Norrby"), _third(id="n5", sender="Väsby; Vasbi")),
    ),
    "no-needs-said": Broken("behov.csv", text(_third(title="Inga behov!"), _third(id="n4", title="vet ej"))),
    "ditto": Broken("behov.xlsx", book(_third(area='"', sender="d:o", impact="-”-"))),
    "code-of-a-dataframe": Broken("behov.csv", text(_third(sender="114.0"), _third(id="n4", sender="999.0"))),
    "choice-of-a-form": Broken("behov.csv", text(_third(area='"äldre;"'))),
    "note-below": Broken("behov.xlsx", book(["", "", "Anm: preliminärt"])),
    "open-document-error": Broken(
        "behov.ods",
        open_document(
            f"<table:table-row>{_cell('n3')}{_cell('Stöd')}{_cell('äldre')}{_cell('Väsby')}"
            '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error">'
            "<text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"
        ),
    ),
    "open-document-unsaved": Broken(
        "behov.ods",
        open_document(f'<table:table-row>{_cell("n3")}<table:table-cell table:formula="of:=B2"/>{_cell("äldre")}</table:table-row>'),
    ),
    "open-document-bomb": Broken(
        "behov.ods",
        open_document(
            '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"'
            ' office:value-type="float" office:value="1"/></table:table-row>'
        ),
    ),
    "open-document-cut": Broken("behov.ods", lambda: open_document()()[:300]),
}
