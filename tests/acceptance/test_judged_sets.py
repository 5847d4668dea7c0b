"""The examples of the methods that many judge by, and the stories of those who use them, told to the letter in both languages."""

import io
from pathlib import Path

import pytest

from prioritera.cli.main import main
from results import without_hashes

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
SETS = ("chnri", "jla-interim", "jla-final")
# Each story, with its exit code: 1 where a sheet holds something that cannot be counted, or that the method forbids.
STORIES = {"chnri-wide": 0, "chnri-long": 0, "jla-ballots": 1, "jla-wall": 1, "guideline-ranks": 1}
EXPLAINED = {"chnri-wide": "2", "jla-ballots": "3", "jla-wall": "4", "guideline-ranks": "2"}


def run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()


def expected(name: str) -> str:
    return (HERE / "frameworks" / "expected" / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", SETS)
def test_the_report_of_an_example_is_told_to_the_letter(name: str, language: str) -> None:
    code, out, _ = run("run", str(ROOT / "examples" / name), "--lang", language)

    assert (code, without_hashes(out)) == (0, expected(f"example-{name}-{language}"))


@pytest.mark.parametrize("name", SETS)
def test_its_rules_are_proved_without_a_word(name: str) -> None:
    code, out, err = run("check", str(ROOT / "rules" / f"{name}.toml"))

    assert (code, out.partition(": ")[0], err) == (0, "inga fel", "")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_told_to_the_letter(name: str, language: str) -> None:
    code, out, _ = run("run", str(HERE / "frameworks" / name), "--points", "--lang", language)

    assert (code, without_hashes(out)) == (STORIES[name], expected(f"{name}-{language}"))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", EXPLAINED)
def test_a_place_is_explained_to_the_letter(name: str, language: str) -> None:
    code, out, _ = run("explain", str(HERE / "frameworks" / name), EXPLAINED[name], "--lang", language)

    assert (code, without_hashes(out)) == (0, expected(f"explain-{name}-{language}"))


def test_the_same_answers_give_the_same_scores_in_whatever_layout() -> None:
    wide, long = (
        run("run", str(HERE / "frameworks" / name), "--points")[1].partition("Bedömargrupper") for name in ("chnri-wide", "chnri-long")
    )

    assert wide[0] == long[0]
    assert wide[2].partition("Anmärkningar")[0].rstrip() == long[2].partition("Regler och filer")[0].rstrip()


def test_what_nobody_could_read_is_told_with_its_cell() -> None:
    _, _, err = run("run", str(HERE / "frameworks" / "jla-ballots"), "--lang", "en")

    assert "rostsedlar.csv:18:54" in err
    assert 'did you mean "2"?' in " ".join(err.split())


def test_fine_steps_are_never_told_as_long_numbers() -> None:
    _, out, _ = run("explain", str(ROOT / "examples" / "chnri"), "f17", "--versus", "f20", "--lang", "en")

    assert "• answerability, f20: about 0.9244 instead of 0.75. Then they share a place." in " ".join(out.split())
    assert "3.5654 p" in out
    assert [word for word in out.replace("/", " ").split() if word.isdigit() and len(word) > 6] == []
