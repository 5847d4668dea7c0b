"""The commands of step two and of coverage: what they write, where, and what they refuse."""

import json
import shutil
from pathlib import Path

import pytest
import tomli

from pilot import STORY, command
from prioritera.diagnostics import Faults
from prioritera.sheets.workbook import workbook_grids

GR = str(STORY / "gr")
NATIONAL = str(STORY / "national")


def test_without_a_folder_it_is_said_which_sheets_there_would_be() -> None:
    code, out, _ = command("checks", NATIONAL)

    assert (code, out) == (
        1,
        "RSS Göteborgsregionen (GR) (rss-gr): 4 behov, 14 aktörer att fråga\nRSS Fyrbodal (rss-fyrbodal): 3 behov, 14 aktörer att fråga\n",
    )


def test_a_round_that_concerns_no_structure_has_no_sheets(tmp_path: Path) -> None:
    (tmp_path / "needs.toml").write_text(
        '[[needs]]\nid = "n"\ntitle = "n"\narea = "disability"\norigins = [{ unknown = true }]\n', encoding="utf-8"
    )

    assert command("checks", str(tmp_path / "needs.toml"), "--lang", "en")[:2] == (
        0,
        "No need of the round concerns any RSS that the network knows.\n",
    )
    assert (
        command("checks", str(tmp_path / "needs.toml"), "--rss", "rss-gr")[1]
        == "RSS Göteborgsregionen (GR) (rss-gr): 0 behov, 0 aktörer att fråga\n"
    )


def test_a_sheet_is_a_workbook_and_never_written_over(tmp_path: Path) -> None:
    code, out, _ = command("checks", GR, "--out", str(tmp_path))
    path = tmp_path / "avstamning-gr.xlsx"

    assert (code, out) == (0, f"skrev {path.as_posix()}\n")
    assert [grid.sheet for grid in workbook_grids(path.read_bytes(), "x", Faults())] == ["Avstämning", "Saknas något"]
    before = path.read_bytes()
    again = command("checks", GR, "--out", str(tmp_path))
    assert again[:2] == (2, "")
    assert "fel[template-in-the-way]" in again[2]
    assert path.read_bytes() == before


@pytest.mark.parametrize("inside", ["a.csv", "under/a.csv", "mapp"])
def test_a_sheet_that_cannot_be_written_says_so(tmp_path: Path, inside: str) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")

    code, out, err = command("checks", GR, "--rss", "rss-gr", "--out", str(tmp_path / "fil" / inside))

    assert (code, out) == (2, "")
    assert "out-file-not-written" in err


@pytest.mark.parametrize(("language", "near"), [("sv", "menade du ”rss-fyrbodal”?"), ("en", 'did you mean "rss-fyrbodal"?')])
def test_a_structure_that_there_is_not_is_told(language: str, near: str) -> None:
    code, out, err = command("coverage", GR, "--for", "rss-fyrbodl", "--lang", language)

    assert (code, out) == (2, "")
    assert err.endswith(f"{near}\n")


def test_a_compilation_is_written_in_every_form(tmp_path: Path) -> None:
    written = {name: tmp_path / f"s.{name}" for name in ("toml", "json", "xlsx")}
    for path in written.values():
        assert command("compile", GR, "--out", str(path)) == (0, f"skrev {path.as_posix()}\n", "")

    assert tomli.loads(written["toml"].read_text(encoding="utf-8"))["compilation"]["rss"] == "rss-gr"
    assert json.loads(written["json"].read_text(encoding="utf-8"))["schema"] == "prioritera/compilation/1"
    assert len(workbook_grids(written["xlsx"].read_bytes(), "x", Faults())) == 4
    assert command("compile", GR)[1] == written["toml"].read_text(encoding="utf-8")
    assert command("compile", GR, "--format", "json")[1] == written["json"].read_text(encoding="utf-8")


def test_a_compilation_in_another_form_is_refused(tmp_path: Path) -> None:
    code, _, err = command("compile", GR, "--out", str(tmp_path / "s.txt"), "--lang", "en")

    assert code == 2
    assert "error[out-file-kind]" in err


def test_a_compilation_can_be_judged_by_itself(tmp_path: Path) -> None:
    shutil.copy(STORY / "gr" / "sammanstallning.toml", tmp_path / "needs.toml")
    (tmp_path / "round.toml").write_text(
        '[round]\nid = "one"\nlabel = "One"\nnetwork = "network.toml"\nneeds = ["needs.toml"]\n', encoding="utf-8"
    )
    shutil.copy(STORY / "network.toml", tmp_path / "network.toml")

    _, out, _ = command(str(tmp_path), "--format", "json")

    assert next((one["id"], one["merged"]) for one in json.loads(out)["decisions"]) == ("vald-lss", ["vald-boende"])


def test_faults_of_a_sheet_are_told_and_the_round_goes_on(tmp_path: Path) -> None:
    shutil.copytree(STORY, tmp_path / "story")
    sheet = tmp_path / "story" / "gr" / "avstamning-gr.csv"
    sheet.write_text(
        sheet.read_text(encoding="utf-8-sig").replace("Kungsbacka;stämmer", "Kungsbakka;stämmer", 1) + "vald-lss;;;Ale;stämmer inte;\n",
        encoding="utf-8",
    )

    code, out, _ = command("check", str(tmp_path / "story" / "gr"))

    assert code == 1
    assert [line.partition("fel[")[2].partition("]")[0] for line in out.splitlines() if "fel[" in line] == ["unknown-sender", "check-twice"]


def test_a_compilation_of_a_structure_that_nobody_knows_is_told(tmp_path: Path) -> None:
    shutil.copytree(STORY, tmp_path / "story")
    path = tmp_path / "story" / "national" / "round.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('rss = "rss-gr"', 'rss = "rss-gt"'), encoding="utf-8")

    code, _, err = command(str(tmp_path / "story" / "national"))

    assert code == 2
    assert "round.toml:12:1:\n    fel[round-actor-unknown]: nätverket har ingen aktör ”rss-gt”" in err
    assert "menade du ”rss-gr”?" in err


def test_coverage_is_told_as_data_too() -> None:
    code, out, _ = command("coverage", GR, "--for", "rss-gr", "--format", "json")

    assert code == 0
    assert [one["id"] for one in json.loads(out)["silent"]] == ["k1462", "k1489"]
