"""The five questions of 2014 go out as a workbook, are answered county by county, and come back as needs of those counties (K18:300)."""

import io
import re
from pathlib import Path

import openpyxl

from prioritera.cli.main import main
from prioritera.pipeline import load_model, prioritise

PAGE = Path(__file__).resolve().parents[2] / "docs" / "methods" / "nsks-dialog-2014.md"
ANSWERS = (
    ("RSS Örebro län", "Stöd till barn med trauma", "ja", "ja", "stor", "ny kunskap", "till stor del"),
    ("RSS Uppsala län", "Stöd till familjehem", "ja", "nej", "måttlig", "vet ej", "delvis"),
    ("RSS Uppsala län", "Stöd till barn med trauma", "ja", "ja", "måttlig", "ny kunskap", "delvis"),
)


def test_each_county_s_answers_come_back_as_its_own(tmp_path: Path) -> None:
    file = tmp_path / "svar.xlsx"
    assert main(["template", "questions-2014", "--out", str(file)], io.StringIO(), io.StringIO(), io.StringIO()) == 0
    book = openpyxl.load_workbook(file)
    sheet = book["Svar per län"]
    (head,) = (row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "Länets RSS")
    for row, answers in enumerate(ANSWERS, head + 1):
        for column, answer in enumerate(answers, 1):
            sheet.cell(row, column).value = answer
    book.save(file)
    (round_toml,) = re.findall(r"^```toml\n# alla/round.toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    of_workbook = round_toml.replace('svar.csv"\nalways', 'svar.xlsx"\nsheet = "Svar per län"\nalways').replace("svar.csv", "svar.xlsx")
    (tmp_path / "round.toml").write_text(of_workbook, encoding="utf-8")

    result = prioritise(*load_model(tmp_path))

    said = [
        (one.need.origins[0].actor, one.need.title, one.values["extent"], one.values["own-county"], one.outcome)
        for one in result.decisions
        if one.need is not None
    ]
    assert said == [
        ("rss-orebro", "Stöd till barn med trauma", "large", "largely", "new-research"),
        ("rss-uppsala", "Stöd till familjehem", "moderate", "partly", "gather-actors"),
        ("rss-uppsala", "Stöd till barn med trauma", "moderate", "partly", "new-research"),
    ]
    assert [(one.code, one.severity.value) for one in result.diagnostics] == [("rows-above", "note"), ("ids-from-rows", "note")]
