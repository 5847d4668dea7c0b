"""The two steps of the pilot model (GRM:15-17), made up: two support structures compile, check and send on; one national list is made.

Göteborg answers by two administrations and is counted once; Kungsbacka, in another county, is one of GR's thirteen.
"""

import csv
import io
import json
import shutil
from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest

from prioritera.cli.main import main
from results import without_hashes

STORY = Path(__file__).parent / "pilot-model"
EXPECTED = STORY / "expected"
COMMANDS = {
    "gr-sv.txt": ["gr"],
    "gr-coverage-sv.txt": ["coverage", "gr", "--for", "rss-gr"],
    "national-sv.txt": ["national"],
    "national-en.txt": ["national", "--lang", "en"],
    "national-coverage-sv.txt": ["coverage", "national"],
    "national-report-sv.txt": ["report", "national"],
}


@cache
def told(*words: str) -> str:
    """What a command writes that changes no file, in the folder of the story."""
    with chdir(STORY):
        return ran(*words)[1]


def ran(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(words, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of the story, to write beside."""
    shutil.copytree(STORY, tmp_path / "pilot-model")
    monkeypatch.chdir(tmp_path / "pilot-model")
    return tmp_path / "pilot-model"


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_told_is_the_expected_to_the_last_character(name: str) -> None:
    expected = (EXPECTED / name).read_text(encoding="utf-8")

    assert without_hashes(told(*COMMANDS[name])) == expected


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))


def test_the_sheet_that_goes_out_asks_each_municipality_of_each_need(story: Path) -> None:
    code, out, _ = ran("checks", "gr", "--rss", "rss-gr", "--out", "ut/avstamning-gr.csv")
    asked = rows_of(story / "ut" / "avstamning-gr.csv")
    answered = rows_of(story / "gr" / "avstamning-gr.csv")

    assert (code, out) == (0, "skrev ut/avstamning-gr.csv\nskrev ut/avstamning-gr-saknas.csv\n")
    assert asked[0] == ["behov", "rubrik", "ursprungliga formuleringar", "kommun", "svar", "kommentar"]
    assert {tuple(row[:4]) for row in answered} <= {tuple(row[:4]) for row in asked}
    of_one = [row[3] for row in asked if row[0] == "vald-lss"]
    assert len(of_one) == 14
    assert of_one[:2] == ["Kungsbacka", "Härryda"]
    assert [name for name in of_one if "Göteborg" in name] == ["Göteborg, förvaltning 1 (påhittad)", "Göteborg, förvaltning 2 (påhittad)"]


@pytest.mark.parametrize(("rss", "name"), [("gr", "sammanstallning.toml"), ("fyrbodal", "sammanstallning.json")])
def test_the_compilation_that_goes_on_is_what_the_round_compiles(rss: str, name: str, story: Path) -> None:
    code, out, _ = ran("compile", rss, "--out", f"ut-{name}")

    assert (code, out) == (0, f"skrev ut-{name}\n")
    compiled, kept = (path.read_text(encoding="utf-8") for path in (story / f"ut-{name}", STORY / rss / name))
    assert without_hashes(compiled) == without_hashes(kept)


def test_no_silent_municipality_is_named_outside_its_own_structure() -> None:
    compiled = (STORY / "gr" / "sammanstallning.toml").read_text(encoding="utf-8")
    texts = [told("national"), told("national", "--format", "json"), told("coverage", "national"), compiled]

    assert [name for text in texts for name in ("Alingsås", "k1489", "Lilla Edet", "k1462") if name in text] == []
    assert "• Lilla Edet\n  • Alingsås" in told("coverage", "gr", "--for", "rss-gr")


def test_every_origin_of_an_origin_is_kept() -> None:
    need = next(one for one in json.loads(told("national", "--format", "json"))["decisions"] if one["id"] == "rss-gr:vald-lss")

    assert [(one["through"][0]["id"], one["actor"]["id"], one["record"]) for one in need["origins"]] == [
        ("rss-gr", "goteborg-1", "rss-gr:vald-lss"),
        ("rss-gr", "goteborg-2", "rss-gr:vald-lss"),
        ("rss-gr", "k1384", "rss-gr:vald-boende"),
        ("rss-gr", "k1482", "rss-gr:vald-boende"),
        ("rss-fyrbodal", "k1485", "rss-fyrbodal:vald-lss"),
        ("rss-fyrbodal", "k1488", "rss-fyrbodal:vald-lss"),
    ]
    assert need["merged"] == ["rss-gr:vald-boende", "rss-fyrbodal:vald-lss"]
    assert [one["need"] for one in need["wordings"]] == ["rss-gr:vald-lss", "rss-gr:vald-boende", "rss-fyrbodal:vald-lss"]
    assert [(one["asked"], one["agrees"], one["share"]) for one in need["step_two"]] == [
        (13, 4, {"num": 4, "den": 7}),
        (14, 3, {"num": 3, "den": 4}),
    ]


def test_a_national_list_can_be_compiled_once_more(story: Path) -> None:
    ran("compile", "national", "--out", "sammanstallning.toml")
    (story / "next").mkdir()
    (story / "next" / "round.toml").write_text(
        (story / "national" / "round.toml").read_text(encoding="utf-8").partition("[[compilations]]")[0]
        + '[[compilations]]\nrss = "rss-gr"\nfile = "../sammanstallning.toml"\n',
        encoding="utf-8",
    )

    need = next(one for one in json.loads(ran("next", "--format", "json")[1])["decisions"] if one["id"] == "rss-gr:rss-gr:vald-lss")

    assert [one["id"] for one in need["origins"][0]["through"]] == ["rss-gr", "rss-gr"]
    assert need["merged"] == ["rss-gr:rss-gr:vald-boende", "rss-gr:rss-fyrbodal:vald-lss"]


def test_the_saved_round_holds_the_conflict_log_and_its_coverage(story: Path) -> None:
    code, out, _ = ran("national", "--out", "sparat")

    assert (code, out) == (
        1,
        "skrev sparat/report.txt\nskrev sparat/result.json\nskrev sparat/konflikter.csv\nskrev sparat/tackning.txt\n",
    )
    assert [row[2:6] for row in rows_of(story / "sparat" / "konflikter.csv")] == [
        ["uppgift", "RSS", "post", "säger"],
        ["orsak", "RSS Göteborgsregionen (GR)", "rss-gr:digitala-stod", "kunskapsstöd saknas"],
        ["orsak", "RSS Fyrbodal", "rss-fyrbodal:digitalt-stod", "kompetensbrist hos befintlig personal"],
    ]
    assert (story / "sparat" / "tackning.txt").read_text(encoding="utf-8") == told("coverage", "national")
