"""The made-up round by every method: told whole in both languages and as JSON, and what nobody can compare."""

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
ROUND = EXAMPLES / "illustrative"
SCHEMA = Draft202012Validator(json.loads(files("prioritera.report").joinpath("side-by-side.schema.json").read_text(encoding="utf-8")))


def command(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_comparison_is_told_whole(language: str) -> None:
    _, out, _ = command("compare", str(ROUND), "--lang", language)

    assert out == (HERE / "compare" / f"expected-{language}.txt").read_text(encoding="utf-8")
    assert max(len(line) for line in out.splitlines()) <= 80


def test_it_is_given_as_json_that_fits_its_schema() -> None:
    words = ("compare", str(ROUND), "--with", "topsis,equal-weights", "--format", "json")
    code, out, err = command(*words)
    record = json.loads(out)

    SCHEMA.validate(record)
    assert record["methods"] == [
        {"id": "topsis", "reverses": True, "exact": False},
        {"id": "equal-weights", "reverses": False, "exact": True},
    ]
    support = record["lists"][2]
    assert [(order["method"], order["ranks"]) for order in support["orders"]] == [
        ("rules", [1, 1, 1, 4]),
        ("topsis", [2, 1, 3, 4]),
        ("equal-weights", [1, 1, 1, 4]),
    ]
    assert support["orders"][2]["scores"][0] == {"num": 3, "den": 4}
    assert [one["id"] for one in record["lists"][1]["left_out"]] == ["digitala-stod", "spelberoende-unga", "tvangsvard-uppfoljning"]
    assert [one["id"] for one in record["lists"][1]["left_out"][0]["open"]] == ["practice-variation"]
    assert (code, out, err) == command(*words)


def test_methods_without_a_warning_are_given_none() -> None:
    _, out, _ = command("compare", str(ROUND), "--with", "equal-weights", "--lang", "en")

    assert "A: The rule set's own order\nB: Weighted sum, all weights equal\n\n" in out
    assert "Methods that can turn the order" not in out
    assert "Choices that nobody has decided" not in out


def test_a_round_with_too_little_known_is_not_compared() -> None:
    _, out, _ = command("compare", str(EXAMPLES / "nsks-2018"), "--lang", "en", "--with", "borda")

    assert "Fewer than two needs have all their values, so there is no order to compare.\n" in out
    assert "1 need is in no method, for something is open:\n" in out
