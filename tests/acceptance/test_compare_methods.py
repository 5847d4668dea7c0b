"""The made-up round by every method: told whole in both languages and as JSON, and what nobody can compare."""

import io
import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
ROUND = EXAMPLES / "illustrative"
CASES = HERE.parents[2] / "shared" / "cases" / "methods"
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
        {"id": "topsis", "library": None, "reverses": True, "exact": False},
        {"id": "equal-weights", "library": None, "reverses": False, "exact": True},
    ]
    support = record["lists"][1]
    assert [(order["method"], order["ranks"]) for order in support["orders"]] == [
        ("rules", [1, 1, 1, 4]),
        ("topsis", [2, 1, 3, 4]),
        ("equal-weights", [1, 1, 1, 4]),
    ]
    assert support["orders"][2]["scores"][0] == {"num": 3, "den": 4}
    assert [one["id"] for one in record["lists"][0]["left_out"]] == ["digitala-stod", "spelberoende-unga", "tvangsvard-uppfoljning"]
    assert [one["id"] for one in record["lists"][0]["left_out"][0]["open"]] == ["practice-variation"]
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


def test_preference_functions_come_from_a_file_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "methods.toml"
    file.write_text('[promethee2]\nprevalence = { function = "level", q = 0.1, p = 0.4 }\n', encoding="utf-8")

    code, out, err = command("compare", str(ROUND), "--with", "promethee2", "--methods", str(file), "--format", "json")

    record = json.loads(out)
    SCHEMA.validate(record)
    assert (code, err) == command("compare", str(ROUND), "--with", "promethee2", "--format", "json")[::2]
    assert [(one["criterion"]["id"], one["function"], one["p"]) for one in record["preferences"]] == [
        ("prevalence", "level", {"num": 2, "den": 5})
    ]


def test_what_is_wrong_with_the_preference_functions_is_told_where_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "methods.toml"
    file.write_text('[promethee2]\nprevalense = { function = "usual" }\n', encoding="utf-8")

    code, out, err = command("compare", str(ROUND), "--with", "promethee2", "--methods", str(file), "--lang", "en")

    assert (code, out) == (2, "")
    told = " ".join(err.split())
    assert told.startswith(f'{file}:2:14: error[unknown-criterion]: there is no criterion "prevalense"')
    assert 'did you mean "prevalence"?' in told


def test_preference_functions_that_no_method_goes_by_are_told_of() -> None:
    code, out, err = command("compare", str(ROUND), "--with", "topsis", "--methods", "m.toml", "--lang", "en")

    assert (code, out) == (2, "")
    assert err == (
        "error[preferences-unused]: none of the methods that are asked for goes by\n"
        "    preference functions, so m.toml says nothing\n"
        "    why:  what is written would settle nothing, unseen\n"
        "    mend: add promethee2 to --with, or leave --methods out\n"
    )


@pytest.mark.skipif(not CASES.is_dir(), reason="the published cases (shared/cases/methods) are not beside the repository")
@pytest.mark.parametrize("pages", ["08_promethee2_usual", "05_topsis_tzeng_huang"])
def test_published_orders_come_through_the_command(pages: str, tmp_path: Path) -> None:
    case = tomllib.loads((CASES / f"{pages}.toml").read_text(encoding="utf-8"))
    method = case["id"].partition("-")[0]

    _, out, _ = command("compare", str(published(case["input"], tmp_path)), "--with", method, "--format", "json")

    (beside,) = json.loads(out)["lists"]
    order = dict(zip([need["id"] for need in beside["needs"]], beside["orders"][1]["ranks"], strict=True))
    assert sorted(order, key=order.__getitem__) == [name.lower() for name in case["expected"]["order"]]
    if "phi" in case["expected"]:
        named = dict(zip(order, beside["orders"][1]["scores"], strict=True))
        flows = [named[name.lower()]["num"] / named[name.lower()]["den"] for name in case["input"]["alternatives"]]
        assert flows == pytest.approx(case["expected"]["phi"], abs=case["expected"]["tol"])


def published(given: dict[str, Any], folder: Path) -> Path:
    """A round of a case's alternatives: each criterion a scale from 0 to 10, so that every method gets a tenth of the published values."""
    names = [f"c{at}" for at in range(len(given["weights"]))]
    criteria = "".join(
        f'[criteria.{name}]\nlabel = "{name}"\npoints = [{{ at = 0, value = 0 }}, {{ at = 10, value = 10 }}]\n' for name in names
    )
    shares = "".join(f"{name} = {round(weight * 10)}\n" for name, weight in zip(names, given["weights"], strict=True))
    rules = f"""\
[ruleset]
id = "case"
version = "1"
label = "case"
areas = "areas"
[vocabularies.areas]
terms = [{{ id = "care", label = "care" }}]
[outcomes.ranked]
label = "ranked"
ranked = true
[triage]
hit = "first"
rules = [{{ id = "all", outcome = "ranked" }}]
[destination]
hit = "first"
rules = [{{ id = "answer", to = "origin" }}]
{criteria}
[weights.shares]
{shares}"""
    rows = zip(given["alternatives"], given["matrix"], strict=True)
    lines = [f"{name.lower()};{name};care;unknown;{';'.join(str(value) for value in row)}" for name, row in rows]
    needs = "\n".join([";".join(["id", "title", "area", "origin", *names]), *lines])
    round_ = '[round]\nid = "r"\nlabel = "r"\nrules = "rules.toml"\nnetwork = "prioritera:panel"\nneeds = "needs.csv"\n'
    for name, text in (("rules.toml", rules), ("needs.csv", needs), ("round.toml", round_)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
