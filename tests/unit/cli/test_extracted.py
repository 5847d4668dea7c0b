import io
import json
from pathlib import Path

import docx
import pytest

from prioritera.cli.main import main
from prioritera.loading.load import load_round
from small_rules import ROUND, write_round


def answer(*words: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main([str(word) for word in words], io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


def minutes(folder: Path) -> Path:
    document = docx.Document()
    document.add_heading("Minnesanteckningar", 1)
    document.add_paragraph("Vi saknar kunskap om hemlöshet bland unga. Vi åt lunch.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["Ämne", "Ansvarig", "Spelberoende", "Väsby"], strict=True):
        cell.text = text
    path = folder / "möte.docx"
    document.save(str(path))
    return path


def test_the_candidates_of_documents_are_shown(tmp_path: Path) -> None:
    text = tmp_path / "möte.txt"
    text.write_text("Det behövs mer forskning om äldre.\n", encoding="utf-8")

    code, out, err = answer("extract", minutes(tmp_path), text)

    assert (code, err) == (0, "")
    assert out.split("\n") == [
        "Kandidater till behov",
        "=====================",
        "",
        "3 kandidater till behov",
        "",
        "En kandidat är inget behov förrän en människa har sagt det.",
        "",
        "Hittade med: Tecken på behov i dokument, version 0.1.0. Tecknen är ett förslag:",
        "ingen har beslutat dem.",
        "",
        "1. Vi saknar kunskap om hemlöshet bland unga.",
        "   var: möte.docx, stycke 2",
        "   rubrik i källan: Minnesanteckningar",
        "   varför: något saknas (”saknar”)",
        "",
        "2. Spelberoende",
        "   var: möte.docx, tabell 1, rad 2",
        "   rubrik i källan: Minnesanteckningar",
        "   varför: i en handlingsplan",
        "   anteckning: Ansvarig: Väsby",
        "",
        "3. Det behövs mer forskning om äldre.",
        "   var: möte.txt, rad 1",
        "   varför: kunskap eller stöd behövs (”behövs mer forskning”)",
        "",
    ]


def test_ids_of_documents_with_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "möte.txt").write_text("Vi saknar stöd.\n", encoding="utf-8")

    code, out, _ = answer("extract", minutes(tmp_path), tmp_path / "möte.txt", "--format", "json")

    assert code == 0
    assert [one["id"] for one in json.loads(out)["candidates"]] == ["mote-1", "mote-2", "mote.2-1"]
    assert json.loads(out)["signals"] == {"id": "documents", "version": "0.1.0", "status": "proposal"}


@pytest.mark.parametrize("name", ["kandidater.csv", "kandidater.xlsx"])
def test_a_sheet_is_written_to_be_gone_through(tmp_path: Path, name: str) -> None:
    code, out, err = answer("extract", minutes(tmp_path), "--out", tmp_path / name, "--lang", "en")

    assert (code, err) == (0, "")
    assert out == f"wrote {(tmp_path / name).as_posix()}\n2 candidates for needs\n"
    assert (tmp_path / name).stat().st_size > 100


def test_a_sheet_that_has_been_gone_through_gives_the_needs_of_a_round(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "round", round=ROUND.replace("needs.toml", "kandidater.csv"))
    answer("extract", minutes(tmp_path), "--out", folder / "kandidater.csv")
    head, first, second, *_ = (folder / "kandidater.csv").read_text(encoding="utf-8-sig").split("\n")
    (folder / "kandidater.csv").write_text(f"{head}\nja{first}\nnej{second}\n", encoding="utf-8-sig")

    (record,) = load_round(folder).records

    assert record.data["formulering"] == "Vi saknar kunskap om hemlöshet bland unga."


def test_a_document_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    (tmp_path / "b.txt").write_bytes("Vi saknar stöd för å.".encode("cp1252"))
    (tmp_path / "c.txt").write_text("Vi åt.\n", encoding="utf-8")

    code, out, err = answer("extract", "a.doc", "b.txt", "c.txt", "d.txt")

    assert code == 1
    assert "\n0 kandidater till behov\n" in out
    assert [line for line in err.split("\n") if ": fel[" in line] == [
        "a.doc: fel[document-old-word]: ”a.doc” är sparad i ett äldre format från Word",
        "b.txt:1:13: fel[file-not-utf-8]: byten 0xF6 här är inte UTF-8",
        "d.txt: fel[file-missing]: filen ”d.txt” finns inte",
    ]


def test_when_no_document_can_be_read_nothing_is_done(tmp_path: Path) -> None:
    code, out, err = answer("extract", tmp_path / "a.txt", "--out", tmp_path / "k.csv")

    assert (code, out) == (2, "")
    assert "fel[file-missing]" in err
    assert not (tmp_path / "k.csv").exists()


def test_a_sheet_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    code, out, err = answer("extract", minutes(tmp_path), "--out", tmp_path / "k.pdf")

    assert (code, out) == (2, "")
    assert "fel[out-file-kind]" in err


def test_signs_of_ones_own_are_looked_for_and_what_is_wrong_with_them_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    signs = Path("signs.toml")
    signs.write_text(
        '[signals]\nid = "ours"\nlabel = "våra tecken"\n[[phrases]]\nid = "a"\nwords = ["åt"]\nlabel = "mat"\n', encoding="utf-8"
    )

    code, out, _ = answer("extract", minutes(tmp_path), "--signals", signs)

    assert code == 0
    assert "1 kandidat till behov\n" in out
    assert "Hittade med: våra tecken.\n" in out
    signs.write_text("[signals]\n", encoding="utf-8")
    code, out, err = answer("extract", minutes(tmp_path), "--signals", signs)
    assert (code, out) == (2, "")
    assert "signs.toml:1:1: fel[missing-key]" in err


def test_a_file_of_signs_can_be_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("signs.toml").write_text('[signals]\nid = "Ours"\nlabel = "x"\n', encoding="utf-8")

    code, out, err = answer("check", "signs.toml", "--lang", "en")

    assert code == 1
    assert "signs.toml:2:6: error[bad-id]" in out + err
