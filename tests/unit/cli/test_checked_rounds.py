"""A check of a round tells what a run of it tells, each thing once, and writes no result."""

import io
from collections import Counter
from pathlib import Path

import pytest

from by_hand_rounds import NEEDS, change, written
from prioritera.cli.main import main
from selection_rounds import ADULTS, CHILDREN, PER_AREA, write
from small_rules import RULES

EXAMPLES = Path(__file__).parents[3] / "examples"
# Rounds with needs that their framework forbids, to show that it does.
FORBIDDING = {
    "nationell-modell": 1,
    "nice-topic-selection": 2,
    "nsks-dialog-2014": 1,
    "socialstyrelsen-riktlinjer": 2,
    "vgr-ordnat-inforande": 2,
}
SHORT = """\
round.toml:10:1: error[selection-short]: the selection “x” is to have at least 4
    of “barnsam”, but there are 3 to select from: 1 too few
     |
  10 | [[selections]]
     | ^^^^^^^^^^^^^^
  11 | id = "x"
    why:  the limit cannot be met, so nothing is selected
    mend: lower min for the group, or bring more needs into it; needs of which
        too little is known do not count
"""


def told(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main([*words, "--lang", "en"], io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


def findings(text: str) -> Counter[str]:
    """Each finding, whole, with how many times it is told; that nothing needs mending is none."""
    return Counter(block.strip() for block in text.split("\n\n") if block.strip() and not block.startswith("no faults"))


def assert_told_alike(folder: Path, *codes: str) -> None:
    """Assert that the check finds these, once each, and just what a run tells, with the same exit code."""
    checked, found, silence = told("check", str(folder))
    code, _, said = told("run", str(folder))

    assert sorted(block.partition("[")[2].partition("]")[0] for block in findings(found).elements()) == sorted(codes)
    assert findings(found) == findings(said)
    assert (checked, silence) == (code, "")


def selecting(folder: Path, selections: str) -> Path:
    return write(folder, selections, [*CHILDREN, *ADULTS])


def test_a_limit_that_cannot_be_met_is_told_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    selecting(tmp_path, f"{PER_AREA}groups = {{ barnsam = {{ min = 4 }} }}\n")
    monkeypatch.chdir(tmp_path)

    assert told("check", ".") == (1, SHORT, "")


@pytest.mark.parametrize(
    ("selections", "codes"),
    [
        (f"{PER_AREA}max = 1\n", []),
        (f"{PER_AREA}min = 4\n", ["selection-short", "selection-short"]),
        (f'{PER_AREA}max = 1\nchosen = ["b"]\ndecided_by = "nämnden"\non = 2026-05-01\nbecause = "Så."\n', ["chosen-not-open"]),
    ],
)
def test_what_a_selection_cannot_be_is_found(tmp_path: Path, selections: str, codes: list[str]) -> None:
    assert_told_alike(selecting(tmp_path, selections), *codes)


@pytest.mark.parametrize(
    ("more", "needs", "codes"),
    [
        ("", NEEDS, []),
        (change("alfa", "class = 2"), NEEDS, ["override-needless"]),
        (change("beta", "class = 9"), NEEDS, ["override-of-forbidden"]),
        (change("beta", "class = 2"), NEEDS.replace("wait = 4", "wait = 8"), ["forbidden-by-rules", "override-of-forbidden"]),
        (change("alfa", "class = 3"), NEEDS.replace("wait = 2", "wait = 12"), ["fact-outside", "override-of-error"]),
    ],
)
def test_what_a_change_by_hand_cannot_be_is_found(tmp_path: Path, more: str, needs: str, codes: list[str]) -> None:
    assert_told_alike(written(tmp_path, more, needs), *codes)


def test_what_keeps_a_round_from_being_run_is_found(tmp_path: Path) -> None:
    folder = str(written(tmp_path, change("alfaa", "class = 3")))

    checked, found, _ = told("check", folder)

    assert (checked, found.count("[round-need-unknown]")) == (1, 1)
    assert told("run", folder) == (2, "", found)


def test_a_change_that_no_table_leads_on_is_found(tmp_path: Path) -> None:
    stop = RULES.replace("[outcomes.inform]", '[outcomes.stop]\nlabel = "stopp"\n\n[outcomes.inform]')
    written(tmp_path, change("alfa", 'outcome = "stop"'))
    (tmp_path / "rules.toml").write_text(
        stop.replace('id = "back"\nto', 'id = "back"\nwhen = { outcome = "inform" }\nto'), encoding="utf-8"
    )

    assert_told_alike(tmp_path, "override-without-rule")


@pytest.mark.parametrize(("name", "number"), FORBIDDING.items())
def test_needs_that_a_framework_forbids_are_found_in_its_example_and_nothing_else(name: str, number: int) -> None:
    assert_told_alike(EXAMPLES / name, *["forbidden-by-rules"] * number)


def test_with_faulty_rules_nothing_is_ranked(tmp_path: Path) -> None:
    written(tmp_path, change("beta", "class = 9"))
    (tmp_path / "rules.toml").write_text(RULES.replace('id = "others"\n', 'id = "others"\nwhen = { wait = 3 }\n'), encoding="utf-8")

    code, found, _ = told("check", str(tmp_path))

    assert (code, "[table-gap]" in found, "[override-of-forbidden]" in found) == (1, True, False)
