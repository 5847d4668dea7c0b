"""The command report: on the screen, as data and to files; what people's data and small numbers become in it."""

import json
import shutil
from pathlib import Path

import pytest

from pilot import STORY, command, judged
from prioritera.questions import coverage
from prioritera.report.text import COLUMNS
from prioritera.report.voice import Voice, actor_name
from results import WHOLE

GR = str(STORY / "gr")
HEAD = """\
[round]
id = "liten"
label = { sv = "Liten omgång", en = "Small round" }
areas = ["disability"]
needs = ["needs.toml"]
"""
NEEDS = """\
[[needs]]
id = "stod"
title = "Stöd i arbetet"
wording = "Ring Anna Berg på 08-123 456 78 om vad vi saknar."
area = "disability"
[[needs.origins]]
actor = "0114"
persons = "1-4"
document = "Samtal med Anna Berg, 08-123 456 78"
"""


def written(folder: Path, more: str) -> str:
    """A small round of one need about a person, with this after its head."""
    (folder / "round.toml").write_text(HEAD + more, encoding="utf-8")
    (folder / "needs.toml").write_text(NEEDS, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize(("language", "title"), [("sv", "Rapport i REPRISE:s ordning: "), ("en", "Report in the order of REPRISE: ")])
def test_the_report_is_told_in_eighty_columns(language: str, title: str) -> None:
    code, out, _ = command("report", GR, "--lang", language)

    assert code == 0
    assert out.startswith(title)
    assert max(map(len, out.splitlines())) <= COLUMNS


def test_who_has_not_answered_is_counted_and_not_named() -> None:
    result, model = judged("gr")
    silent = [actor_name(Voice("sv", model.rules, model.network), one) for one in coverage(result, model, own="rss-gr").silent]

    _, out, _ = command("report", GR)
    stakeholders = out[out.index("\n4. ") : out.index("\n5. ")]

    assert silent
    assert f"har inte svarat: {len(silent)}" in stakeholders
    assert [name for name in silent if name in stakeholders] == []


def test_a_file_is_text_or_markdown_by_its_name(tmp_path: Path) -> None:
    text, markdown = tmp_path / "rapport.txt", tmp_path / "ny" / "rapport.MD"

    for path in (text, markdown):
        assert command("report", str(WHOLE), "--out", str(path), "--points")[:2] == (1, f"skrev {path.as_posix()}\n")

    assert text.read_text(encoding="utf-8") == command("report", str(WHOLE), "--points")[1]
    told = markdown.read_text(encoding="utf-8").splitlines()
    assert [line for line in told if line.startswith("# ")] == [told[0]]
    assert sum(line.startswith("## ") for line in told) == 10
    assert "- **1 Geografisk avgränsning:** \\[inte angivet\\]" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "sv",
            (
                "fel[out-file-kind]: ”rapport.docx” slutar inte på något som kan skrivas\n"
                "    varför: filändelsen säger vad för slags fil det ska bli\n"
                "    åtgärd: låt namnet sluta på .md, .txt eller .json\n"
            ),
        ),
        (
            "en",
            (
                "error[out-file-kind]: “rapport.docx” does not end with anything that can be\n"
                "    written\n"
                "    why:  the suffix says which kind of file it is to be\n"
                "    mend: let the name end with .md, .txt or .json\n"
            ),
        ),
    ],
)
def test_another_kind_of_file_is_refused(language: str, said: str) -> None:
    assert command("report", str(WHOLE), "--out", "rapport.docx", "--lang", language) == (2, "", said)


def test_the_report_is_told_as_data_too() -> None:
    code, out, _ = command("report", str(WHOLE), "--format", "json")

    assert code == 1
    assert json.loads(out)["schema"] == "prioritera/reprise/1"


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_of_data_holds_what_is_shown_as_data(tmp_path: Path, form: str) -> None:
    path = tmp_path / "rapport.json"

    assert command("report", str(WHOLE), "--format", form, "--out", str(path))[:2] == (1, f"skrev {path.as_posix()}\n")
    assert path.read_text(encoding="utf-8") == command("report", str(WHOLE), "--format", "json")[1]


@pytest.mark.parametrize("form", ["text", "json"])
def test_peoples_data_is_masked_wherever_it_was_written(tmp_path: Path, form: str) -> None:
    said = 'personal_data = "mask"\n[reprise]\nleadership = "Leds av Anna Berg, 08-123 456 78."\n'

    _, out, err = command("report", written(tmp_path, said), "--format", form)

    assert "Leds av [namn], [telefon]." in out
    assert "Samtal med [namn], [telefon]" in out
    assert not any("Berg" in text or "456" in text for text in (out, err))
    assert "label-masked" in err


def test_a_number_of_persons_below_the_smallest_cell_is_not_shown(tmp_path: Path) -> None:
    path = written(tmp_path, 'personal_data = "mask"\nsmallest_cell = 10\n')

    data = json.loads(command("report", path, "--format", "json")[1])
    text = command("report", path)[1]

    origin = data["domains"]["output"]["known"]["decisions"][0]["origins"][0]
    assert origin["said"]["persons"]["bracket"] is None
    assert "1-4" not in text
    assert "1–4" not in text


def test_a_round_may_be_reported_by_other_rules(tmp_path: Path) -> None:
    folder = tmp_path / "runda"
    shutil.copytree(WHOLE, folder, ignore=shutil.ignore_patterns("expected"))
    other = (folder / "rules.toml").read_text(encoding="utf-8").replace('version = "', 'version = "9.')
    (folder / "other.toml").write_text(other, encoding="utf-8")

    _, out, _ = command("report", str(folder), "--rules", str(folder / "other.toml"), "--decided-on", "2026-05-31")

    assert "version 9." in out
    assert "Beslutsdatum: 2026-05-31" in out
