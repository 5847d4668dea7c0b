"""No bytes break a reader of data or of documents: it gives what it can read, or says in both languages why it cannot.

By default each reader meets a few changed files. `python tests/fuzz/test_sources_and_documents.py SECONDS [SEED]` goes on for so long with
each.
"""

import io
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import polars as pl
import pytest
from pypdf import PdfWriter

from prioritera.diagnostics import Diagnostic, Faults, PrioriteraError, describe
from prioritera.documents.find import find_candidates
from prioritera.documents.read import document_blocks, text_blocks
from prioritera.loading.candidates import kept_records
from prioritera.loading.files import text_of
from prioritera.loading.signals import read_signals
from prioritera.sources.json_needs import read_json, read_ndjson
from prioritera.sources.parquet import read_parquet

Read = Callable[[bytes, Faults], tuple[Diagnostic, ...]]

NEEDS: list[dict[str, object]] = [
    {"id": "n1", "title": "Fall", "area": "elderly", "origin": "t1", "causes": ["gap", "support"], "impact": 1.5, "behåll": "ja"},
    {"id": "n2", "origins": [{"actor": "å", "on": "2026-03-01"}], "facts": {"wait": 3}, "assess": {"impact": {"low": 1, "high": None}}},
]
# What breaks readers oftenest, besides single bytes.
PIECES = (
    *(b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"\\ud800", b"[" * 3000, b"{", b"}", b"1e999999999", b"NaN", b"\xe2\x80\xae", b"\r"),
    *(b"\n", b"|", b"# ", b"<!DOCTYPE html>", b"PK\x03\x04", b"%PDF-", b"stream\n", b"endobj", b"-" * 500, b"9" * 5000, "å–ä".encode()),
)
CUT_OFF = 0.2


def _word() -> bytes:
    document = docx.Document()
    document.add_heading("Behov", 1)
    document.add_paragraph("Vi saknar kunskap om hemlöshet.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["Ämne", "Ansvarig", "Unga", "Väsby"], strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Title": "Behov"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _hand_pdf() -> bytes:
    text = "BT /F1 12 Tf 50 700 Td (Vi saknar kunskap.) Tj ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    lines = [f"{number} 0 obj {part} endobj" for number, part in enumerate(parts, start=1)]
    return "\n".join(["%PDF-1.4", *lines, "trailer << /Root 1 0 R /Size 6 >>", "startxref", "0", "%%EOF"]).encode()


def _parquet() -> bytes:
    out = io.BytesIO()
    pl.DataFrame([NEEDS[0], {**NEEDS[0], "id": "n3", "impact": None}]).write_parquet(out)
    return out.getvalue()


def _as_text(read: Callable[[str, Faults], tuple[Diagnostic, ...]]) -> Read:
    def of_bytes(content: bytes, faults: Faults) -> tuple[Diagnostic, ...]:
        text = text_of(content, "f", faults)
        return () if text is None else read(text, faults)

    return of_bytes


def _json(text: str, faults: Faults) -> tuple[Diagnostic, ...]:
    return tuple(fault for record in kept_records(read_json(text, "f.json", faults), faults) for fault in record.faults)


def _ndjson(text: str, faults: Faults) -> tuple[Diagnostic, ...]:
    return tuple(fault for record in kept_records(read_ndjson(text, "f.ndjson", faults), faults) for fault in record.faults)


def _rows(content: bytes, faults: Faults) -> tuple[Diagnostic, ...]:
    return tuple(fault for record in read_parquet(content, "f.parquet", faults) for fault in record.faults)


def _candidates(name: str) -> Read:
    signals = read_signals()[0]
    assert signals is not None

    def read(content: bytes, faults: Faults) -> tuple[Diagnostic, ...]:
        if name.endswith((".txt", ".md")):
            text = text_of(content, name, faults)
            blocks = None if text is None else text_blocks(text, name)
        else:
            blocks = document_blocks(content, name, faults)
        for one in () if blocks is None else find_candidates(blocks, name, signals):
            assert one.wording.strip()
        return ()

    return read


TEXT = """# Behov

Vi saknar kunskap om social-
tjänsten. Det finns behov av:

- stöd

| Ämne | Klart |
|--|--|
| Barn | maj |
Ansvarig\tb\tc
"""
READERS: dict[str, tuple[bytes, Read]] = {
    "json": (json.dumps(NEEDS, ensure_ascii=False, indent=1).encode(), _as_text(_json)),
    "ndjson": ("\n".join(json.dumps(need) for need in NEEDS).encode(), _as_text(_ndjson)),
    "parquet": (_parquet(), _rows),
    "docx": (_word(), _candidates("f.docx")),
    "pdf": (_pdf(), _candidates("f.pdf")),
    "hand-pdf": (_hand_pdf(), _candidates("f.pdf")),
    "txt": (TEXT.encode(), _candidates("f.txt")),
    "md": (TEXT.encode(), _candidates("f.md")),
}


def changed(content: bytes, chance: random.Random) -> bytes:
    """The bytes with some of them changed, taken away, doubled, cut off, or with something put in."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(found) + 1)
        way = chance.randrange(6)
        if way == 0 and at < len(found):
            found[at] = chance.randrange(256)
        elif way == 1:
            del found[at : at + chance.choice((1, 4, 40))]
        elif way == 2:
            found[at:at] = chance.choice(PIECES)
        elif way == 3:
            start = chance.randrange(len(found) + 1)
            found[at:at] = found[start : start + chance.choice((8, 100))]
        elif way == 4:
            del found[at : None if chance.random() < CUT_OFF else at + 1]
        elif at < len(found):
            found[at] ^= 1 << chance.randrange(8)
    return bytes(found)


def meet(name: str, content: bytes) -> None:
    """Let a reader read, and say all that it found."""
    faults = Faults()
    try:
        found = READERS[name][1](content, faults)
    except PrioriteraError as error:
        found = error.diagnostics
    for one in (*faults.all(), *found):
        for language in ("sv", "en"):
            assert f"[{one.code}]" in describe(one, language)


@pytest.mark.parametrize("name", READERS)
def test_no_bytes_break_a_reader(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 -- changes to try, no secrets

    # Parquet is unpacked by a process of its own, which takes its time.
    for _ in range(2 if name == "parquet" else 30):
        meet(name, changed(READERS[name][0], chance))


def _go_on(seconds: float, seed: str) -> None:
    for name, (content, _) in READERS.items():
        chance = random.Random(f"{seed}{name}")  # noqa: S311 -- as above
        until = time.monotonic() + seconds
        count = 0
        while time.monotonic() < until:
            tried = changed(content, chance)
            try:
                meet(name, tried)
            except BaseException:
                Path(f"broken-{name}").write_bytes(tried)
                raise
            count += 1
        sys.stdout.write(f"{name}: {count} files\n")


if __name__ == "__main__":
    _go_on(float(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
