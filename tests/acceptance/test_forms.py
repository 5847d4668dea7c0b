"""From form to report without a hand on it: forms filled in as a person would, saved by LibreOffice, read in, judged, run again."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from prioritera.cli.main import main

SOFFICE = shutil.which("soffice")
ROUND = """
[round]
id = "aldre"
label = { sv = "Äldreomsorg", en = "Elderly care" }
areas = ["elderly-care"]
network = "prioritera:sweden"
needs = [NEEDS]
holder = "rss-gr"

[[same_as]]
keep = "ale-9"
merged = ["tjorn-8"]
"""
ALE = [
    {"Vad saknar ni kunskap om?": "=Hur förebygger vi fall?", "Avsändare (kommun eller nätverk)": "Ale"},
    {
        "Vad saknar ni kunskap om?": "Hur upptäcker vi fallrisk, när någon just har kommit hem?",
        "För vilken målgrupp?": "äldre hemma, även de med demens",
        "I vilken situation, eller vid vilken insats?": "vet ej",
        "Vad händer i dag för den enskilde?": "stor",
        "Ungefär hur många hos er?": "5–19",
        "Vad har ni redan letat efter eller provat?": "SBU; Kunskapsguiden",
        "Vad hittade eller provade ni?": "en översikt\nsom inte gällde oss",
        "Vilken form av stöd skulle hjälpa?": "någon att ringa",
        "Vilka står bakom?": "kommunen",
        "Var togs det upp?": "ledningsgruppen",
        "Hur beslutades det?": "beslut",
        "Avsändare (kommun eller nätverk)": "Ale",
    },
]
TJORN = [
    {
        "Vad saknar ni kunskap om?": "Vi ser inte vilka som riskerar att falla.",
        "Ungefär hur många hos er?": "1–4",
        "Vilken form av stöd skulle hjälpa?": "manual",
        "Avsändare (kommun eller nätverk)": "Tjörn",
    }
]


def command(*argv: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    return main(argv, StringIO(), out, err), out.getvalue(), err.getvalue()


def fill(path: Path, title: str, heading: str, rows: Mapping[int, Mapping[str, str]]) -> None:
    """Write in the cells of a form as a person does: under a heading, so many rows below it; in a drop-down only what it offers."""
    book = openpyxl.load_workbook(path)
    sheet = book[title]
    top = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == heading)
    columns = {cell.value: cell.column for cell in sheet[top]}
    for below, answers in rows.items():
        for question, answer in answers.items():
            cell = sheet.cell(top + below, columns[question])
            assert not cell.protection.locked, question
            offered = choices(book, sheet, cell.coordinate)
            assert not offered or all(one.strip() in offered for one in answer.split(";")), (answer, offered)
            cell.value = answer
            cell.data_type = "s"
    book.save(path)


def choices(book: openpyxl.Workbook, sheet: Worksheet, cell: str) -> list[object]:
    """What the drop-down of a cell offers."""
    for rule in sheet.data_validations.dataValidation:
        if cell in rule.sqref and rule.type == "list":
            name, _, place = rule.formula1.partition("!")
            return [one[0].value for one in book[name.strip("='")][place.replace("$", "")]]
    return []


def saved_again(path: Path, suffix: str) -> Path:
    """The file as LibreOffice saves it."""
    assert SOFFICE is not None
    # One profile for all the tests of a run: a new one takes seconds to make.
    profile = (path.parent.parent / "profil").resolve().as_uri()
    out = path.parent / "sparad"
    argv = [SOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, "--outdir", str(out), str(path)]
    subprocess.run(argv, check=True, capture_output=True, timeout=180)
    return (out / f"{path.stem}.{suffix}").replace(path.parent / f"{path.stem}.{suffix}")


def written(folder: Path, needs: list[str], analyst: str = "") -> None:
    text = ROUND.replace("NEEDS", ", ".join(f'"{name}"' for name in needs))
    (folder / "round.toml").write_text(text.replace("holder", f'analyst = ["{analyst}"]\nholder') if analyst else text, encoding="utf-8")


def decisions(folder: Path) -> dict[str, Any]:
    _, out, err = command("run", str(folder), "--format", "json")
    assert '"severity": "error"' not in err, err
    return {one["id"]: one for one in json.loads(out)["decisions"]}


def forms(folder: Path) -> None:
    """Two municipalities' forms, filled in and not yet saved again."""
    for name, answers in (("ale", ALE), ("tjorn", TJORN)):
        assert command("template", "form", "--out", str(folder / f"{name}.xlsx"))[0] == 0
        fill(folder / f"{name}.xlsx", "Behov", "Vad saknar ni kunskap om?", dict(enumerate(answers, start=2)))


def judged(folder: Path) -> None:
    """The analyst's sheet of the round, filled in."""
    assert command("template", "analyst", str(folder), "--out", str(folder / "analys.xlsx"))[:2] == (
        0,
        f"skrev {(folder / 'analys.xlsx').as_posix()}\n",
    )
    need = {
        "Hur många som berörs": "få",
        "Källa: Hur många som berörs": "intervall från formulär",
        "Betydelse för den enskilde": "stor",
        "Ekonomiska konsekvenser (stora konsekvenser väger tyngre)": "60..120",
        "Variation i praxis": "vet ej",
        "Ifyllt av": "analytiker, GR",
    }
    choose = {name: text for name, text in need.items() if not name.startswith("Eko")}
    fill(folder / "analys.xlsx", "Bedömning", "Formuleringar", {2: choose})
    book = openpyxl.load_workbook(folder / "analys.xlsx")
    top = next(cell for row in book["Bedömning"].iter_rows() for cell in row if str(cell.value).startswith("Ekonomiska"))
    book["Bedömning"].cell(top.row + 2, top.column).value = "60..120"
    book.save(folder / "analys.xlsx")
    facts = {"orsak": "kunskapsstöd saknas", "fråga eller område": "en fråga", "kan lösas själv inom ett år": "ja, med hjälp"}
    fill(folder / "analys.xlsx", "Uppgifter", "orsak", {2: facts})


def assert_first_run(folder: Path) -> None:
    found = decisions(folder)

    assert {ident: (one["outcome"]["id"], one["title"]) for ident, one in found.items()} == {
        "ale-8": ("anchor-further", "=Hur förebygger vi fall?"),
        "ale-9": ("anchor-further", "Hur upptäcker vi fallrisk, när någon just har kommit hem?"),
        "tjorn-8": ("merged", "Vi ser inte vilka som riskerar att falla."),
    }
    need = found["ale-9"]
    assert need["question"]["target_group"] == "äldre hemma, även de med demens"
    assert need["question"]["context"] is None
    assert need["values"]["searched"]["value"] == ["kunskapsguiden", "sbu"]
    assert [(one["actor"]["id"], one["backing"], one["decided"], one["said"]) for one in need["origins"]] == [
        (
            *("k1440", "municipality", "decision"),
            {
                "persons": {"bracket": "5-19", "low": 5, "high": 19},
                "consequence": "great",
                "example": None,
                "tried": "en översikt\nsom inte gällde oss",
                "wished_form": "någon att ringa",
                "dont_know": ["context"],
            },
        ),
        (
            *("k1419", None, None),
            {
                "persons": {"bracket": None, "low": 0, "high": 4},
                "consequence": None,
                "example": None,
                "tried": None,
                "wished_form": "manual",
                "dont_know": [],
            },
        ),
    ]


def assert_second_run(folder: Path) -> None:
    need = decisions(folder)["ale-9"]

    assert (need["outcome"]["id"], need["destination"]["id"]) == ("handle-regionally", "nearest:rss")
    assert need["values"]["causes"]["value"] == ["support-missing"]
    told = {name: (one["low"], one["high"], one["missing"], one["source"], one["by"]) for name, one in need["assessments"].items()}
    assert told == {
        "prevalence": ({"num": 1, "den": 1}, {"num": 999, "den": 100}, None, "intervall från formulär", "analytiker, GR"),
        "impact": ({"num": 2, "den": 1}, {"num": 2, "den": 1}, None, None, "analytiker, GR"),
        "economic-consequences": ({"num": 60, "den": 1}, {"num": 120, "den": 1}, None, None, "analytiker, GR"),
        "practice-variation": (None, None, "dont-know", None, "analytiker, GR"),
    }


def test_from_form_to_report(tmp_path: Path) -> None:
    forms(tmp_path)
    written(tmp_path, ["ale.xlsx", "tjorn.xlsx"])
    assert_first_run(tmp_path)
    judged(tmp_path)

    book = openpyxl.load_workbook(tmp_path / "analys.xlsx")
    proposed = [cell.value for row in book["Bedömning"].iter_rows() for cell in row if "per 10 000" in str(cell.value)]
    assert proposed == [
        (
            "1,03–4,75 per 10 000 invånare och år\n"
            "(5–19) + (0–4) = 5–23 personer bland 48\N{NO-BREAK SPACE}460 invånare i Ale och Tjörn (2021), de som har svarat\n"
            "Förslag ur intervallen; avgörs av er. Källa: intervall från formulär."
        )
    ]
    written(tmp_path, ["ale.xlsx", "tjorn.xlsx"], "analys.xlsx")
    assert_second_run(tmp_path)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed; CI installs it")
def test_from_form_to_report_through_libreoffice(tmp_path: Path) -> None:
    forms(tmp_path)
    saved_again(tmp_path / "ale.xlsx", "xlsx")
    saved_again(tmp_path / "tjorn.xlsx", "ods")
    written(tmp_path, ["ale.xlsx", "tjorn.ods"])
    assert_first_run(tmp_path)
    judged(tmp_path)
    saved_again(tmp_path / "analys.xlsx", "ods")
    written(tmp_path, ["ale.xlsx", "tjorn.ods"], "analys.ods")

    assert_second_run(tmp_path)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed; CI installs it")
def test_a_formula_typed_as_text_is_text_in_what_libreoffice_saves(tmp_path: Path) -> None:
    forms(tmp_path)

    text = saved_again(tmp_path / "ale.xlsx", "csv").read_text(encoding="cp1252")
    assert "=Hur förebygger vi fall?" in text
    assert "#NAME?" not in text


def test_an_empty_form_holds_no_need(tmp_path: Path) -> None:
    for name in ("form.xlsx", "form.csv"):
        command("template", "form", "--out", str(tmp_path / name))
        written(tmp_path, [name])
        text = (tmp_path / "round.toml").read_text(encoding="utf-8").split("[[same_as]]")[0]
        (tmp_path / "round.toml").write_text(text, encoding="utf-8")

        assert decisions(tmp_path) == {}
