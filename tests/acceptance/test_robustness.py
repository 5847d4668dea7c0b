"""The made-up round with its weights drawn: told whole in both languages and as JSON, in a file, and what has no weights to try."""

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
CASE = HERE.parents[2] / "shared" / "cases" / "methods" / "15_smaa2_exact_2d_3d.toml"
SCHEMA = Draft202012Validator(json.loads(files("prioritera.report").joinpath("robustness.schema.json").read_text(encoding="utf-8")))


def command(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_hangs_on_the_weights_is_told_whole(language: str) -> None:
    _, out, _ = command("robustness", str(ROUND), "--lang", language)

    assert out == (HERE / "robustness" / f"expected-{language}.txt").read_text(encoding="utf-8")
    assert max(len(line) for line in out.splitlines()) <= 80


def test_it_is_given_as_json_that_fits_its_schema_and_is_the_same_again() -> None:
    words = ("robustness", str(ROUND), "--k", "2", "--weights", "order", "--samples", "50", "--seed", "7", "--format", "json")
    code, out, err = command(*words)
    record = json.loads(out)

    SCHEMA.validate(record)
    assert (record["weights"], record["samples"], record["seed"], record["routed_by_score"]) == ("order", 50, 7, False)
    support = record["lists"][1]
    assert (support["k"], support["k_from"]) == (2, "asked")
    assert support["needs"][3]["holds"] == "never"
    assert support["needs"][3]["top"] == {"certain": 0, "possible": 0}
    assert support["criteria"][0]["up"]["weight"] == {"num": 1, "den": 1}
    assert record["lists"][0]["not_placed"] == ["tvangsvard-uppfoljning"]
    assert (code, out, err) == command(*words)


def test_the_whole_is_saved_in_a_file_beside_the_text(tmp_path: Path) -> None:
    words = ("robustness", str(ROUND), "--samples", "20", "--lang", "en")
    _, told, _ = command(*words)
    _, data, _ = command(*words, "--format", "json")

    _, text, _ = command(*words, "--out", str(tmp_path / "tried.json"))
    _, same, _ = command(*words, "--format", "json", "--out", str(tmp_path))

    assert text == f"{told}\nwrote {(tmp_path / 'tried.json').as_posix()}\n"
    assert same == data
    assert (tmp_path / "tried.json").read_text(encoding="utf-8") == data
    assert (tmp_path / "robustness.json").read_text(encoding="utf-8") == data


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "sv",
            (
                "fel[out-file-kind]: ”prövat.txt” slutar inte på något som kan skrivas\n"
                "    varför: filändelsen säger vad för slags fil det ska bli\n"
                "    åtgärd: låt namnet sluta på .json\n"
            ),
        ),
        (
            "en",
            (
                "error[out-file-kind]: “prövat.txt” does not end with anything that can be\n"
                "    written\n"
                "    why:  the suffix says which kind of file it is to be\n"
                "    mend: let the name end with .json\n"
            ),
        ),
    ],
)
def test_data_is_not_saved_as_another_kind_of_file(language: str, said: str) -> None:
    assert command("robustness", str(ROUND), "--out", "prövat.txt", "--lang", language) == (2, "", said)


@pytest.mark.parametrize(("name", "code"), [("gotland-arshjul", "robustness-no-criteria"), ("jla-final", "robustness-one-criterion")])
def test_a_round_without_weights_to_try_is_refused_with_the_reason(name: str, code: str) -> None:
    done, out, err = command("robustness", str(EXAMPLES / name), "--lang", "en")

    assert (done, out) == (2, "")
    assert err.startswith(f"error[{code}]: the rule set “{name}” ")


@pytest.mark.skipif(not CASE.is_file(), reason="the published cases (shared/cases/methods) are not beside the repository")
@pytest.mark.parametrize("criteria", ["two", "three"])
def test_the_closed_form_of_smaa_comes_through_the_command(criteria: str, tmp_path: Path) -> None:
    case = tomllib.loads(CASE.read_text(encoding="utf-8"))
    matrix = case["input"][f"{criteria}_criteria"]
    expected = case["expected"]

    _, out, _ = command("robustness", str(published(matrix, tmp_path)), "--k", "1", "--format", "json")
    _, two, _ = command("robustness", str(tmp_path), "--k", "2", "--format", "json")

    firsts, pairs = ({need["id"]: need for need in json.loads(text)["lists"][0]["needs"]} for text in (out, two))
    for at, ranks in enumerate(expected[f"b_{criteria}"]):
        assert abs(firsts[f"a{at}"]["first"]["certain"] / 10_000 - ranks[0]) <= case["expected"]["tol"]
        assert abs(pairs[f"a{at}"]["top"]["certain"] / 10_000 - ranks[0] - ranks[1]) <= case["expected"]["tol"]
    central = {name: [share["num"] / share["den"] for share in need["central"]] for name, need in firsts.items()}
    wanted = expected["central_two"] if criteria == "two" else [[0.6111, 0.1944, 0.1944]]
    for at, weights in enumerate(wanted):
        assert all(abs(found - share) <= case["expected"]["tol"] for found, share in zip(central[f"a{at}"], weights, strict=True))


def published(matrix: list[list[float]], folder: Path) -> Path:
    """A round of a case's alternatives: each criterion a scale from 0 to 10, which the published values are tenths of."""
    names = [f"c{at}" for at in range(len(matrix[0]))]
    rules: dict[str, Any] = {
        "criteria": "".join(
            f'[criteria.{name}]\nlabel = "{name}"\npoints = [{{ at = 0, value = 0 }}, {{ at = 10, value = 10 }}]\n' for name in names
        ),
        "shares": "".join(f"{name} = 1\n" for name in names),
    }
    text = f"""\
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
{rules["criteria"]}
[weights.shares]
{rules["shares"]}"""
    lines = [f"a{at};A{at};care;unknown;{';'.join(str(round(value * 10)) for value in row)}" for at, row in enumerate(matrix)]
    needs = "\n".join([";".join(["id", "title", "area", "origin", *names]), *lines])
    round_ = '[round]\nid = "r"\nlabel = "r"\nrules = "rules.toml"\nnetwork = "prioritera:panel"\nneeds = "needs.csv"\n'
    for name, content in (("rules.toml", text), ("needs.csv", needs), ("round.toml", round_)):
        (folder / name).write_text(content, encoding="utf-8")
    return folder
