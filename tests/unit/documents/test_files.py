import io
import sys
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfWriter

from prioritera.diagnostics import Faults, PrioriteraError, describe
from prioritera.documents.blocks import Block
from prioritera.documents.pdf_files import pdf_blocks
from prioritera.documents.read import is_readable
from prioritera.documents.word_files import word_blocks


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF written by hand: a page a text, each line of it a line; a page without text where it is ""."""
    fonts = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(pages)))
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for index, text in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in text.split("\n") if line)
        stream = f"BT /F1 12 Tf 14 TL 50 800 Td {shown} ET"
        parts += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * index} 0 R /Resources {fonts} >>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    lines = [f"{number} 0 obj {part} endobj" for number, part in enumerate(parts, start=1)]
    trailer = f"trailer << /Root 1 0 R /Size {len(parts) + 1} >>"
    return "\n".join(["%PDF-1.4", *lines, trailer, "startxref", "0", "%%EOF"]).encode("cp1252")


def told(faults: Faults) -> list[str]:
    return [describe(one, "en").split("\n")[0] for one in faults.all()]


def in_word(document: WordDocument) -> list[tuple[str, str, str, int]]:
    faults = Faults()
    blocks = word_blocks(saved(document), "m.docx", faults)
    assert told(faults) == []
    assert blocks is not None
    return [(block.kind, block.text, block.spot.say("en"), block.level) for block in blocks]


def test_a_word_document_is_read_in_order() -> None:
    document = docx.Document()
    document.add_heading("Minnesanteckningar", 0)
    document.add_heading("Behov", 2)
    document.add_paragraph("")
    document.add_paragraph("Vi saknar\tkunskap\nom hemlöshet.")
    document.add_paragraph("unga", style="List Bullet")
    bold = document.add_paragraph()
    bold.add_run("Nästa ").bold = True
    bold.add_run("möte").bold = True
    half = document.add_paragraph("Inte ")
    half.add_run("rubrik").bold = True

    assert in_word(document) == [
        ("heading", "Minnesanteckningar", "paragraph 1", 1),
        ("heading", "Behov", "paragraph 2", 2),
        ("paragraph", "Vi saknar kunskap om hemlöshet.", "paragraph 4", 0),
        ("item", "unga", "paragraph 5", 0),
        ("heading", "Nästa möte", "paragraph 6", 0),
        ("paragraph", "Inte rubrik", "paragraph 7", 0),
    ]


def test_a_numbered_paragraph_without_a_style_is_an_item() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("hemlöshet")
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="1"/></w:numPr>'))

    assert in_word(document) == [("item", "hemlöshet", "paragraph 1", 0)]


def test_changes_that_are_tracked_are_read_as_they_will_be() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Vi saknar ")
    for tag, text in (("ins", "<w:t>e</w:t><w:noBreakHyphen/><w:t>stöd</w:t>"), ("del", "<w:delText>fika</w:delText>")):
        paragraph._p.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="x"><w:r>{text}</w:r></w:{tag}>'))

    assert in_word(document) == [("paragraph", "Vi saknar e-stöd", "paragraph 1", 0)]


def test_tables_are_read_row_by_row_and_a_merged_cell_once() -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=1)
    table = document.add_table(rows=3, cols=3)
    for cell, text in zip(table.rows[0].cells, ["Ämne", "Ansvarig", "Klart"], strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Barn\noch unga"

    faults = Faults()
    blocks = word_blocks(saved(document), "m.docx", faults)

    assert blocks is not None
    assert blocks == (
        Block(kind="row", text="Ämne | Ansvarig | Klart", spot=blocks[0].spot, cells=["Ämne", "Ansvarig", "Klart"], is_header=True),
        Block(kind="row", text="Barn och unga", spot=blocks[1].spot, cells=["Barn och unga", "", ""]),
    )
    assert [block.spot.say("sv") for block in blocks] == ["tabell 2, rad 1", "tabell 2, rad 2"]


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "error[document-unreadable]: “m.docx” cannot be read"),
        (b"PK\x03\x04 and so on", "error[document-unreadable]: “m.docx” cannot be read"),
        (packed(other_xml=b"<x/>"), "error[document-unreadable]: “m.docx” cannot be read"),
        (packed(word__document_xml=b"<x/>"), "error[document-unreadable]: “m.docx” cannot be read"),
        (packed(word__document_xml=bytes(2**26 + 1)), "error[document-too-large]: the document unfolds to 64 MB; at most 64 MB are read"),
        (saved(docx.Document())[:-100], "error[document-unreadable]: “m.docx” cannot be read"),
    ],
)
def test_what_is_no_word_document_is_told_of(content: bytes, said: str) -> None:
    faults = Faults()

    assert word_blocks(content, "m.docx", faults) is None

    assert told(faults) == [f"m.docx: {said}"]


def test_a_pdf_is_read_page_by_page() -> None:
    faults = Faults()

    blocks = pdf_blocks(pdf("Behov", "", "Vi saknar kunskap om social-\ntjänstens arbete."), "m.pdf", faults)

    assert [(block.kind, block.text, block.spot.say("en")) for block in blocks or ()] == [
        ("heading", "Behov", "page 1"),
        ("paragraph", "Vi saknar kunskap om socialtjänstens arbete.", "page 3"),
    ]
    assert told(faults) == ["m.pdf: warning[pages-without-text]: pages without text: 2"]


def locked(password: str, owner: str | None = None) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf("Behov")))
    writer.encrypt(password, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(10, 10)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "error[document-unreadable]: “m.pdf” cannot be read"),
        (pdf("Behov")[:60], "error[document-unreadable]: “m.pdf” cannot be read"),
        (pdf("", ""), "error[document-without-text]: “m.pdf” has no text, only pictures of pages"),
        (locked("hemligt"), "error[document-locked]: “m.pdf” is locked with a password"),
        (blank(2001), "error[document-too-long]: the document has 2001 pages; at most 2000 are read"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told_of(content: bytes, said: str, capfd: pytest.CaptureFixture[str]) -> None:
    faults = Faults()

    assert pdf_blocks(content, "m.pdf", faults) is None

    assert told(faults) == [f"m.pdf: {said}"]
    assert capfd.readouterr() == ("", "")


def test_a_pdf_that_anybody_may_read_is_read() -> None:
    faults = Faults()

    blocks = pdf_blocks(locked("", "hemligt"), "m.pdf", faults)

    assert [block.text for block in blocks or ()] == ["Behov"]
    assert told(faults) == []


def test_a_pdf_that_unfolds_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prioritera.documents.pdf_files.MOST_LETTERS", 3)
    faults = Faults()

    assert pdf_blocks(pdf("Behov"), "m.pdf", faults) is None
    assert told(faults) == ["m.pdf: error[document-unreadable]: “m.pdf” cannot be read"]


@pytest.mark.parametrize(("module", "read"), [("docx", word_blocks), ("pypdf", pdf_blocks)])
def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch, module: str, read: object) -> None:
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(PrioriteraError, match=r"pip install 'prioritera\[documents\]'"):
        read(b"", "m", Faults())  # type: ignore[operator]  # either reader


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("m.doc", bytes.fromhex("d0cf11e0a1b11ae1"), "document-old-word]: “m.doc” is saved in an older format of Word or Excel"),
        ("m.docx", bytes.fromhex("d0cf11e0a1b11ae1"), "document-old-word]: “m.docx” is saved in an older format of Word or Excel"),
        ("m.txt", b" <!DOCTYPE html><p>", "document-web-page]: “m.txt” is a web page"),
        ("m.htm", b"<p>", "document-web-page]: “m.htm” is a web page"),
        ("m.xlsx", b"PK", "document-kind]: “m.xlsx” is no document that can be read"),
        ("m.txt", b"%PDF-1.4", "document-misnamed]: “m.txt” is not what its name says"),
        ("m.pdf", b"PK\x03\x04", "document-misnamed]: “m.pdf” is not what its name says"),
    ],
)
def test_a_file_of_another_kind_is_told_of(name: str, content: bytes, said: str) -> None:
    faults = Faults()

    assert not is_readable(content, name, faults)
    assert told(faults) == [f"{name}: error[{said}"]


def test_a_document_of_its_own_kind_is_read() -> None:
    assert all(is_readable(content, name, Faults()) for name, content in [("m.PDF", b"%PDF-"), ("m.docx", b"PK\x03\x04"), ("m.md", b"#")])


def test_a_row_of_dashes_is_no_part_and_an_empty_cell_leaves_no_mark() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("Vi saknar rutiner", "", "-", "–"), strict=True):
        cell.text = text

    blocks = word_blocks(saved(document), "m.docx", Faults())

    assert blocks is not None
    assert [block.text for block in blocks] == ["Vi saknar rutiner"]
