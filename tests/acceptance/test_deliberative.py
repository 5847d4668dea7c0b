"""The example of every deliberative method, told to the letter in both languages."""

import io
import json
from pathlib import Path

import pytest

from prioritera.cli.main import main
from results import without_hashes

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).parent / "deliberative"
# Each method, with the exit code of its example: 1 where the example holds something that the method forbids.
EXAMPLES = {
    "gotland-arshjul": 0,
    "grade-etd": 0,
    "nationell-modell": 1,
    "nice-topic-selection": 1,
    "nsks-dialog-2014": 1,
    "socialstyrelsen-riktlinjer": 1,
    "vgr-ordnat-inforande": 1,
}


def run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("name", "code"), EXAMPLES.items())
def test_the_report_of_an_example_is_told_to_the_letter(name: str, code: int, language: str) -> None:
    told = run("run", str(ROOT / "examples" / name), "--lang", language)

    expected = (EXPECTED / f"{name}-{language}.txt").read_text(encoding="utf-8")
    assert (told[0], without_hashes(told[1])) == (code, expected)


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_rules_are_proved_without_a_word(name: str) -> None:
    path = str(ROOT / "rules" / f"{name}.toml")

    assert run("check", path) == (0, f"inga fel: {path}\n", "")


@pytest.mark.parametrize(("name", "code"), EXAMPLES.items())
def test_nothing_is_found_in_an_example_but_what_its_method_forbids(name: str, code: int) -> None:
    path = str(ROOT / "examples" / name)

    found, out, err = run("check", path, "--format", "json")

    assert (found, {one["code"] for one in json.loads(out)["diagnostics"]}, err) == (code, {"forbidden-by-rules"} if code else set(), "")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_judgement_is_explained_to_the_letter(language: str) -> None:
    code, out, err = run("explain", str(ROOT / "examples" / "grade-etd"), "atgard-f", "--lang", language)

    expected = (EXPECTED / f"explain-grade-etd-{language}.txt").read_text(encoding="utf-8")
    assert (code, without_hashes(out), err) == (0, expected, "")
