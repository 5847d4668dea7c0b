"""What is said of several criteria at once: how far the judges agree, and each need's score of 100."""

import json
from pathlib import Path

from judged_rounds import run, write_judged
from prioritera.pipeline import load_model, prioritise
from prioritera.report.document import Document
from prioritera.report.json import result_json
from prioritera.report.judged_whole import whole_section
from prioritera.report.text import to_text
from prioritera.report.voice import Voice

TWO = "".join(
    f'[criteria.{name}]\nlabel = "{name}"\nstep = "1/2"\npoints = [{{ at = 0, value = 0 }}, {{ at = 10, value = 1 }}]\n'
    f'judged = {{ from = "scores", combine = "{combine}" }}\n\n'
    for name, combine in (("use", "mean"), ("need-of", "COMBINE"))
)
SHEET = "judge;need;use;need-of\nj;a;7;7\nj;b;3;2\nk;a;8;9\nk;b;2;2\n"


def told(folder: Path, sheet: str, combine: str = "mean", *, points: bool = True) -> tuple[list[str], tuple[str, ...]]:
    folder = write_judged(folder, TWO.replace("COMBINE", combine), {"scores.csv": sheet}, needs="ab")
    _, model = load_model(folder)
    section, said = whole_section(Voice("en", model.rules, model.network), run(folder), points=points)
    return [] if section is None else to_text(Document("t", (section,))).splitlines()[3:], said


def test_criteria_judged_alike_are_told_of_together(tmp_path: Path) -> None:
    lines, said = told(tmp_path, SHEET)

    assert said == ("use", "need-of")
    assert lines == [
        "All items",
        "---------",
        "",
        "How: mean of the answers, one voice each",
        "Judges: 2 judges",
        "",
        "Criterion  Krippendorff's alpha (ordinal)  Kendall's W (judges)",
        "---------  ------------------------------  --------------------",
        "use                                  0.70              1.00 (2)",
        "need-of                              0.83              1.00 (2)",
        "",
        "Need     Points of 100  Agreement (AEA)",
        "-------  -------------  ---------------",
        "Behov a          77.50             0.50",
        "Behov b          22.50             0.75",
    ]


def test_criteria_judged_otherwise_are_each_told_of_beside(tmp_path: Path) -> None:
    lines, said = told(tmp_path, SHEET, "median", points=False)

    assert said == ()
    assert lines == [
        "All items",
        "---------",
        "",
        "Need     Agreement (AEA)",
        "-------  ---------------",
        "Behov a             0.50",
        "Behov b             0.75",
    ]


def test_a_score_that_is_not_known_is_a_range(tmp_path: Path) -> None:
    lines, _ = told(tmp_path, "judge;need;use;need-of\nj;a;7;7\nj;b;;2\n")

    assert lines[-2:] == ["Behov a                70.00             1.00", "Behov b  from 10.00 to 60.00             1.00"]


def test_where_nothing_is_judged_nothing_is_said(tmp_path: Path) -> None:
    assert told(tmp_path, "judge;need;use;need-of\n") == ([], ())


def test_the_agreement_over_all_items_is_data_too(tmp_path: Path) -> None:
    round_, model = load_model(write_judged(tmp_path, TWO.replace("COMBINE", "mean"), {"scores.csv": SHEET}, needs="abc"))

    found = json.loads(result_json(prioritise(round_, model), model))

    assert [one["aea"] for one in found["decisions"]] == [{"num": 1, "den": 2}, {"num": 3, "den": 4}, None]
