"""The command `reconcile`, and the way that a sheet goes: out, filled in by a person, read in again."""

import io
import json
from importlib.resources import files
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from merge_rounds import TEXTS, write_round
from prioritera.cli.main import main
from prioritera.matching import stems
from prioritera.reading import extras

ILLUSTRATIVE = 'illustrative = { sv = "påhittat", en = "made up" }\n'

SHOWN = """\
Samma behov? Prov
=================

OBS! Påhittat exempel. påhittat

Behov: 4. Par som kan vara samma och väntar på ett beslut: 3. Par som är
beslutade: 0. Poster som har förts samman: 0.

Omgången för samman behov med identiska texter utan beslut (merge_identical i
round.toml).

En person beslutar om varje par; inget förs samman av likheten. Likheten
(0–1000) avgör bara ordningen och vad som visas: par från 350, och från 800 när
område eller orsak skiljer dem åt. Ord och vikter är ett förslag som ingen har
beslutat.

Grupp 1: 3 behov, äldre
-----------------------

• Fallprevention i särskilt boende (n1)
  Avsändare: Väsby

• Hur förebyggs fall på SÄBO? (n2)
  Avsändare: Väsby

• Fallprevention i ordinärt boende (n3)
  Avsändare: Väsby

• n1 – n2: likhet 679
  Skäl: liknande ord: fallprevention ~ fall, särskilt boende ~ säbo

• n1 – n3: likhet 555
  Skäl: ord: fallprevention

• n2 – n3: likhet 407
  Skäl: liknande ord: fall ~ fallprevention

Så beslutas paren: prioritera reconcile r --out merge.csv (eller .xlsx), fyll i
kolumnen Beslut, och skriv merge = "merge.csv" i round.toml.
"""
IN_ENGLISH = """\
The same need? Trial
====================

Needs: 2. Pairs that may be the same and wait for a decision: 1. Pairs that are
decided: 0. Records that have been merged: 0.

A person decides about each pair; nothing is merged by likeness. The likeness
(0–1000) decides only the order and what is shown: pairs from 350, and from 800
where area or cause tell them apart. Words and weights are a proposal that
nobody has decided.

Group 1: 2 needs, elderly
-------------------------

• Fallprevention i särskilt boende (n1)
  Sender: Vasby

• Fallprevention i ordinärt boende (n2)
  Sender: Vasby

• n1 – n2: likeness 555
  Reason: words: fallprevention

To decide: prioritera reconcile r --out merge.csv (or .xlsx), fill in the column
Decision, and write merge = "merge.csv" in round.toml.
"""


def done(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(words, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


def test_the_pairs_are_shown_in_groups_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_round(tmp_path / "r", ILLUSTRATIVE + "merge_identical = true\n")
    monkeypatch.chdir(tmp_path)

    assert done("reconcile", "r") == (0, SHOWN, "")
    assert max(len(line) for line in SHOWN.splitlines()) <= 80


def test_the_words_of_the_other_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_round(tmp_path / "r", texts={"n1": TEXTS["n1"], "n2": TEXTS["n3"]})
    monkeypatch.chdir(tmp_path)

    assert done("reconcile", "r", "--lang", "en") == (0, IN_ENGLISH, "")


def test_without_a_pair_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_round(tmp_path / "r", texts={"n1": TEXTS["n1"]})
    monkeypatch.chdir(tmp_path)

    assert done("reconcile", "r")[1].endswith("\nInga fler par liknar varandra så mycket att de visas.\n")
    assert done("reconcile", "r", "--lang", "en")[1].endswith("\nNo more pairs are alike enough to be shown.\n")


def test_json_fits_its_schema(tmp_path: Path) -> None:
    rows = "first;second;decision\nn1;n2;same\nn1;n3;part of\n"
    folder = write_round(tmp_path / "r", 'merge = "merge.csv"\n' + ILLUSTRATIVE, merge_csv=rows)

    code, text, _ = done("reconcile", folder.as_posix(), "--format", "json")

    schema = json.loads(files("prioritera.report").joinpath("same-need.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(text))
    record = json.loads(text)
    assert code == 0
    assert [(one["first"], one["decision"], one["by"]) for one in record["decided"]] == [("n1", "same", None), ("n1", "part-of", None)]
    assert record["open"] == []


@pytest.mark.parametrize("name", ["merge.csv", "merge.xlsx"])
def test_a_sheet_goes_out_is_filled_in_and_comes_back(tmp_path: Path, name: str) -> None:
    folder = write_round(tmp_path / "r")
    sheet = folder / name

    code, text, err = done("reconcile", folder.as_posix(), "--out", sheet.as_posix())
    assert (code, text, err) == (0, f"skrev {sheet.as_posix()}: 3 par att besluta om\n", "")
    decide(sheet, ["samma", "olika"])
    write_round(folder, f'merge = "{name}"\n')

    code, text, _ = done("reconcile", folder.as_posix(), "--format", "json")
    record = json.loads(text)
    assert [(one["first"], one["second"], one["decision"], one["by"]) for one in record["decided"]] == [
        ("n1", "n2", "same", "Anna"),
        ("n1", "n3", "different", "Anna"),
    ]
    assert record["open"] == []
    before = sheet.read_bytes()
    assert done("reconcile", folder.as_posix(), "--out", sheet.as_posix())[0] == 0
    assert done("reconcile", folder.as_posix(), "--out", sheet.as_posix())[0] == 0
    again = sheet.read_bytes()
    assert done("reconcile", folder.as_posix(), "--out", sheet.as_posix())[0] == 0
    assert sheet.read_bytes() == again
    assert b"Anna" in before + again or name.endswith(".xlsx")


def decide(sheet: Path, words: list[str]) -> None:
    """Fill in the first rows as a person would."""
    if sheet.suffix == ".csv":
        head, *rows = sheet.read_text(encoding="utf-8-sig").splitlines()
        filled = [f"{row.rsplit(';', 4)[0]};{word};Anna;;" for row, word in zip(rows, words, strict=False)]
        sheet.write_text("\n".join([head, *filled, *rows[len(words) :]]) + "\n", encoding="utf-8-sig")
        return
    book = openpyxl.load_workbook(sheet)
    page = book.active
    assert page is not None
    heading = next(number for number, row in enumerate(page.iter_rows(values_only=True), start=1) if "Beslut" in row)
    names = [cell.value for cell in page[heading]]
    for number, word in enumerate(words, start=heading + 1):
        page.cell(number, names.index("Beslut") + 1, word)
        page.cell(number, names.index("Beslutat av") + 1, "Anna")
    book.save(sheet)


def test_a_wording_is_text_in_the_sheet_whatever_it_begins_with(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "r", texts={"n1": "=1+2 fallprevention", "n2": "@fallprevention"})

    done("reconcile", folder.as_posix(), "--out", (tmp_path / "m.csv").as_posix())

    row = (tmp_path / "m.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert row.split(";")[:4] == ["n1", "n2", "'=1+2 fallprevention", "'@fallprevention"]


def test_what_does_not_hold_is_asked_again_or_kept_as_it_was(tmp_path: Path) -> None:
    rows = (
        "first;second;first-wording;second-wording;decision;by;when\n"
        "n1;n2;another;;same;Anna;2026-05-31\n"
        "n1;n3;another;;different;;\n"
        "n1;x;;;same;Bo;\n"
    )
    refused = '[[needs]]\nid = "x"\ntitle = "X"\n'
    folder = write_round(tmp_path / "r", 'merge = "merge.csv"\n', merge_csv=rows)
    (folder / "needs.toml").write_text((folder / "needs.toml").read_text(encoding="utf-8") + refused, encoding="utf-8")

    code, _, err = done("reconcile", folder.as_posix(), "--out", (tmp_path / "m.csv").as_posix())

    assert code == 1
    assert err.count("merge-wording-changed") == 2
    lines = (tmp_path / "m.csv").read_text(encoding="utf-8-sig").splitlines()
    told = [line.split(";") for line in lines[1:]]
    assert [(row[0], row[1], row[7], *row[8:]) for row in told if row[1] in {"n2", "n3", "x"} and row[0] == "n1"] == [
        ("n1", "n2", "formuleringen har ändrats sedan beslutet ”samma” (Anna, 2026-05-31)", "", "", "", ""),
        ("n1", "n3", "formuleringen har ändrats sedan beslutet ”olika”", "", "", "", ""),
        ("n1", "x", "", "samma", "Bo", "", ""),
    ]


def test_decisions_of_the_round_before_stand_in_the_new_sheet(tmp_path: Path) -> None:
    rows = f"first;second;first-wording;second-wording;decision;by\nn1;n2;{TEXTS['n1']};{TEXTS['n2']};different;Anna\n"
    write_round(tmp_path / "old", 'merge = "merge.csv"\n', merge_csv=rows)
    folder = write_round(tmp_path / "new", 'previous_round = "../old"\n')

    code, _, err = done("reconcile", folder.as_posix(), "--out", (tmp_path / "m.csv").as_posix())

    assert code == 0
    assert "merge-carried" in err
    row = (tmp_path / "m.csv").read_text(encoding="utf-8-sig").splitlines()[-1].split(";")
    assert (row[7], row[8], row[9]) == ("från förra omgången", "olika", "Anna")


def test_a_sheet_with_errors_is_not_written_again(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "r", 'merge = "merge.csv"\n', merge_csv="first;second;decision\nn1;n2;zzz\n")

    code, text, err = done("reconcile", folder.as_posix(), "--out", (tmp_path / "m.csv").as_posix())

    assert (code, text) == (2, "")
    assert "merge-word-unknown" in err
    assert not (tmp_path / "m.csv").exists()


def test_a_file_of_no_known_kind_is_not_written(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "r")

    code, text, err = done("reconcile", folder.as_posix(), "--out", (tmp_path / "m.txt").as_posix())

    assert (code, text) == (2, "")
    assert "out-file-kind" in err


def test_without_the_extra_its_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    folder = write_round(tmp_path / "r", texts={"n1": "aldrigsettord", "n2": "aldrigsettord"})
    stems._stemmer.cache_clear()
    monkeypatch.setattr(extras, "import_module", missing)

    code, text, err = done("reconcile", folder.as_posix(), "--lang", "en")

    assert (code, text) == (2, "")
    assert "error[extra-missing]" in err
    assert "prioritera[matching]" in err
