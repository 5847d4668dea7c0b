"""The command `signals`: candidates on the screen, as data, or as a sheet to keep or drop them in."""

import io
import json
from pathlib import Path

from prioritera.cli.main import main

RULES = '[[triggers]]\nindicator = "N1"\n'
COMPETENCE = "enhet;överordnad;kompetens;krav;har\nA;R;AKK;2;1\n"


def signals(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(["signals", *words], io.StringIO(), out, err), out.getvalue(), err.getvalue()


def test_candidates_are_shown(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text(COMPETENCE, encoding="utf-8")

    code, out, err = signals((tmp_path / "k.csv").as_posix(), "--lang", "en")

    assert (code, err) == (0, "")
    assert "• R: 1 lacking of 2 required in AKK\n  source: k.csv, R\n" in out


def test_candidates_are_given_as_data(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text(COMPETENCE, encoding="utf-8")

    code, out, _ = signals((tmp_path / "k.csv").as_posix(), "--format", "json")

    assert code == 0
    assert [one["id"] for one in json.loads(out)["candidates"]] == ["competence-k-1"]


def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text(COMPETENCE + "B;R;AKK;två;1\n", encoding="utf-8")
    (tmp_path / "r.toml").write_text(RULES, encoding="utf-8")

    code, out, err = signals((tmp_path / "k.csv").as_posix(), (tmp_path / "r.toml").as_posix(), "none.csv", "--lang", "en")

    assert code == 1
    assert out == "Candidates for needs\n====================\n\nNo signal gave a candidate.\n"
    assert f"{(tmp_path / 'k.csv').as_posix()}:3:1" in err
    assert f"{(tmp_path / 'r.toml').as_posix()}:1:1" in err
    assert "error[file-missing]" in err


def test_a_sheet_is_written_and_where_is_said(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text(COMPETENCE, encoding="utf-8")
    sheet = tmp_path / "kandidater.csv"

    assert signals((tmp_path / "k.csv").as_posix(), "--out", sheet.as_posix()) == (0, f"skrev {sheet.as_posix()}\n", "")
    head, row = (line.split(";") for line in sheet.read_text(encoding="utf-8-sig").splitlines())
    filled = {label: cell for label, cell in zip(head, row, strict=True) if cell}
    assert head[:3] == ["behåll", "id", "formulering"]
    assert filled == {
        "id": "competence-k-1",
        "källa": "k.csv, R",
        "anteckning": "R: 1 saknas av 2 som krävs i AKK",
        "#varför": "R: 1 saknas av 2 som krävs i AKK",
        "#krav": "2",
        "#saknas": "1",
    }


def test_a_sheet_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text(COMPETENCE, encoding="utf-8")

    code, out, err = signals((tmp_path / "k.csv").as_posix(), "--out", (tmp_path / "k.pdf").as_posix(), "--lang", "en")

    assert (code, out) == (2, "")
    assert "error[out-file-kind]" in err
