"""Who judged, which day and why: read from TOML and from sheets alike, and demanded where the rule set demands it."""

from datetime import date
from pathlib import Path

import pytest

from prioritera.diagnostics import describe
from prioritera.model.need import Need
from prioritera.model.value import Assessment, Exact, Fact, Interval, Missing, Reason
from prioritera.pipeline import load_model, prioritise
from small_rules import CATALOGUE, NEEDS, NETWORK, ROUND, RULES, changed

DAY = date(2026, 5, 31)
DEMANDING = changed(RULES, '[fields.wait]\nkind = "whole"', '[fields.wait]\nreason = "required"\nkind = "whole"')
HEAD = "id;title;area;origin;wait;väntan.skäl;wait.by;wait.datum;impact;impact.because;impact.av\n"


def run(folder: Path, needs: str, rules: str = RULES, *, sheet: bool = False) -> tuple[Need | None, list[str], list[str]]:
    name = "needs.csv" if sheet else "needs.toml"
    texts = {"rules.toml": rules, "network.toml": NETWORK, "catalogue.toml": CATALOGUE, "round.toml": ROUND.replace("needs.toml", name)}
    for file, text in {**texts, name: needs}.items():
        (folder / file).write_text(text, encoding="utf-8")
    result = prioritise(*load_model(folder))
    swedish, english = ([describe(one, language) for one in result.diagnostics] for language in ("sv", "en"))
    return result.decisions[0].need, swedish, english


def with_wait(said: str) -> str:
    return changed(NEEDS, 'wait = { value = 3, source = "p. 7", by = "RSS" }', f"wait = {said}")


def test_a_fact_and_an_assessment_in_toml_keep_who_when_and_why(tmp_path: Path) -> None:
    needs = changed(
        with_wait('{ value = 3, by = "RSS", on = 2026-05-31, because = "Tre väntar." }'),
        "impact = 1.5",
        'impact = { value = 1.5, by = "panel", on = 2026-05-31, because = "Enigt." }',
    )

    need, told, _ = run(tmp_path, needs, DEMANDING)

    assert told == []
    assert need is not None
    assert need.facts["wait"] == Fact(value=3, by="RSS", on=DAY, because="Tre väntar.")
    assert need.assess["impact"] == Assessment(value=Exact(3), raw="1.5", by="panel", on=DAY, because="Enigt.")


def test_a_sheet_says_the_same_in_columns_beside(tmp_path: Path) -> None:
    rows = HEAD + "n1;Fall;elderly;t1;3;Tre väntar.;RSS;2026-05-31;0,5..1,5;Enigt.;panel\n"

    need, told, _ = run(tmp_path, rows, DEMANDING, sheet=True)

    assert told == []
    assert need is not None
    assert need.facts["wait"] == Fact(value=3, by="RSS", on=DAY, because="Tre väntar.")
    assert need.assess["impact"] == Assessment(value=Interval(1, 3), raw="0.5–1.5", by="panel", because="Enigt.")


@pytest.mark.parametrize(
    "said", ["", "3", '{ missing = "not-yet-judged" }', '{ missing = "not-filled-in" }', '{ value = 3, because = "x" }']
)
def test_what_nobody_has_judged_needs_no_reason(tmp_path: Path, said: str) -> None:
    needs = with_wait(said) if said else changed(NEEDS, 'wait = { value = 3, source = "p. 7", by = "RSS" }\n', "")

    assert run(tmp_path, needs, RULES if said == "3" else DEMANDING)[1] == []


@pytest.mark.parametrize("said", ["3", '{ value = 3, by = "RSS" }', '{ missing = "varies" }'])
def test_a_judgement_without_the_reason_that_is_demanded_sets_the_need_aside(tmp_path: Path, said: str) -> None:
    need, swedish, english = run(tmp_path, with_wait(said), DEMANDING)

    assert need is None
    assert swedish == [
        (
            "needs.toml:11:8: fel[reason-missing]: ”n1” har ”wait” utan skäl\n"
            "    varför: modellen kräver att den som bedömer det säger varför\n"
            '    åtgärd: skriv varför: i ett ark i kolumnen ”väntan.skäl”, i TOML wait = { value = …, because = "…" }'
        )
    ]
    assert english == [
        (
            "needs.toml:11:8: error[reason-missing]: “n1” has “wait” without a reason\n"
            "    why:  the rules demand that whoever judges it says why\n"
            '    mend: write why: in a sheet in the column “wait.because”, in TOML wait = { value = …, because = "…" }'
        )
    ]


def test_varying_and_not_knowing_are_two_answers(tmp_path: Path) -> None:
    varies = run(tmp_path, with_wait('{ missing = "varies", because = "x" }'), DEMANDING)[0]
    unknown = run(tmp_path, with_wait('{ missing = "dont-know", because = "x" }'), DEMANDING)[0]

    assert varies is not None
    assert unknown is not None
    assert (varies.facts["wait"].value, unknown.facts["wait"].value) == (Missing(Reason.VARIES), Missing(Reason.DONT_KNOW))


def test_a_row_without_the_reason_that_is_demanded_is_told_at_its_cell(tmp_path: Path) -> None:
    need, _, english = run(tmp_path, HEAD + "n1;Fall;elderly;t1;3;;;;;;\n", DEMANDING, sheet=True)

    assert need is None
    assert [line.partition("]: ")[0] for line in english] == ["needs.csv:2:20: error[reason-missing"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("n1;Fall;elderly;t1;;Tre väntar.;;;;;\n", ["needs.csv:2:21: error[cell-judged-alone"]),
        ("n1;Fall;elderly;t1;3;;;i maj;;;\n", ["needs.csv:2:24: error[cell-not-a-date"]),
        ("n1;Fall;elderly;t1;3;x;;;;;panel\n", ["needs.csv:2:28: error[cell-judged-alone"]),
    ],
)
def test_what_is_said_of_nothing_and_days_that_are_none_are_asked_about(tmp_path: Path, row: str, expected: list[str]) -> None:
    _, _, english = run(tmp_path, HEAD + row, sheet=True)

    assert [line.partition("]: ")[0] for line in english] == expected


def test_a_column_that_says_why_of_no_judgement_is_unknown(tmp_path: Path) -> None:
    _, _, english = run(tmp_path, "id;title;area;origin;title.skäl\nn1;Fall;elderly;t1;x\n", sheet=True)

    assert [line.partition("]: ")[0] for line in english] == ["needs.csv:1:22: error[column-unknown"]
