from pathlib import Path

import pytest

from prioritera.diagnostics import Faults, describe
from prioritera.sheets.workbook import workbook_grids
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.write import write_book

BOOK = Book(pages=[Page(title="Behov", columns=[Column(id="a", label="Å")], rows=[["=1"]]), Page(title="Mer", columns=[])])


def test_a_book_is_a_workbook_or_its_first_page_by_the_name(tmp_path: Path) -> None:
    faults = Faults()

    assert [write_book(BOOK, tmp_path / name, faults) for name in ("a.xlsx", "A.CSV")] == [True, True]
    assert (tmp_path / "A.CSV").read_bytes() == '\ufeff"Å"\r\n"\'=1"\r\n'.encode()
    grids = workbook_grids((tmp_path / "a.xlsx").read_bytes(), "a.xlsx", faults)
    assert [(grid.sheet, grid.rows) for grid in grids] == [("Behov", (("Å",), ("=1",))), ("Mer", ())]
    assert faults.all() == ()


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        (
            "a.pdf",
            "sv",
            (
                "a.pdf: fel[out-file-kind]: ”a.pdf” slutar inte på något som kan skrivas\n"
                "    varför: filändelsen säger vad för slags fil det ska bli\n"
                "    åtgärd: låt namnet sluta på .xlsx eller .csv"
            ),
        ),
        (
            "no/such/a.csv",
            "en",
            (
                "no/such/a.csv: error[out-file-not-written]: “no/such/a.csv” cannot be written\n"
                "    why:  it may be open in another program, in a folder that does not exist, or write-protected\n"
                "    mend: close it, or choose another name"
            ),
        ),
    ],
)
def test_what_cannot_be_written_is_told(name: str, language: str, told: str) -> None:
    faults = Faults()

    assert not write_book(BOOK, Path(name), faults)
    assert [describe(one, language) for one in faults.all()] == [told]


def test_what_stood_there_stays_whole_when_the_new_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "merge.csv").write_text("beslut", encoding="utf-8")

    def full(path: Path, content: bytes) -> int:
        path.touch()
        raise OSError(28, content[:1])

    monkeypatch.setattr(Path, "write_bytes", full)
    faults = Faults()

    assert not write_book(BOOK, tmp_path / "merge.csv", faults)
    assert [one.code for one in faults.all()] == ["out-file-not-written"]
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("merge.csv", "beslut")]
