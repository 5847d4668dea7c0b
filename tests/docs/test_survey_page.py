"""The files of the page on surveys are those of a round that runs, with the numbers of the survey as evidence."""

import re
from pathlib import Path

from prioritera.diagnostics import describe
from prioritera.model.need import Evidence, Need
from prioritera.pipeline import load_model
from prioritera.stages.intake import intake

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "survey-exports.md"
MADE = 'enkat.csv:1:1: note[ids-from-rows]: the sheet has no column "id"; each need is called by the file and its row, the first "enkat-2"'
BLOCK = re.compile(r"^```(?:toml|csv)\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_survey_of_the_page_gives_its_needs(tmp_path: Path) -> None:
    for name, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / name).write_text(text, encoding="utf-8")

    round_, model = load_model(tmp_path)
    first, second = intake(round_, model.rules, model.network)

    assert isinstance(first, Need)
    assert isinstance(second, Need)
    evidence = Evidence(kind="survey", asked=13, answered=3, document="Enkät till kommunerna i mars 2026")
    assert [need.evidence for need in (first, second)] == [(evidence,), (evidence,)]
    assert [(need.title, need.area, need.facts["causes"].value) for need in (first, second)] == [
        ("Hur fall i hemmet förebyggs", "elderly-care", frozenset({"support-missing"})),
        ("Språkstöd i hemtjänsten", "elderly-care", frozenset({"not-established"})),
    ]
    assert [describe(one, "en").split("\n")[0] for one in round_.faults] == [
        MADE,
        "enkat.csv:1:1: note[survey-answers-of]: 3 of 13 have answered the survey, and 2 have written a need",
    ]
