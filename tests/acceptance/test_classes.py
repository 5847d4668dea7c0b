"""A rule set without criteria: a panel has concluded ranks, some of which its rules forbid. The whole output, in both languages."""

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main
from results import without_hashes

ROUND = Path(__file__).parent / "classes"
COMMANDS = {
    "run": [str(ROUND), "--points"],
    "forbidden": ["explain", str(ROUND), "b"],
    "classed": ["explain", str(ROUND), "a"],
    "versus": ["explain", str(ROUND), "a", "--versus", "c"],
    "shared": ["explain", str(ROUND), "a", "--versus", "d"],
}


def said(command: list[str]) -> tuple[int, str]:
    out = io.StringIO()
    code = main(command, io.StringIO(), out, io.StringIO())
    return code, out.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_the_output_is_the_expected_one_to_the_last_character(name: str, language: str) -> None:
    expected = (ROUND / "expected" / f"{name}-{language}.txt").read_text(encoding="utf-8")

    _, text = said([*COMMANDS[name], "--lang", language])

    assert without_hashes(text) == expected


def test_what_is_forbidden_shows_in_the_exit_code() -> None:
    assert said(COMMANDS["run"])[0] == 1


@pytest.mark.parametrize(("name", "schema"), [("run", "result"), ("forbidden", "explanation"), ("versus", "comparison")])
def test_the_json_fits_its_schema_and_names_the_classes(name: str, schema: str) -> None:
    command = [word for word in COMMANDS[name] if word != "--points"]

    found = json.loads(said([*command, "--format", "json"])[1])

    published = json.loads(files("prioritera.report").joinpath(f"{schema}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(published).validate(found)
    assert found["rules"]["classes"] == {"field": "rank", "prefer": "less"}


def test_the_json_of_a_forbidden_need_has_the_rule_and_no_outcome_of_triage() -> None:
    found = json.loads(said([*COMMANDS["forbidden"], "--format", "json"])[1])

    assert found["decision"]["outcome"]["id"] == "error"
    assert [(fired["table"], fired["rule"]) for fired in found["decision"]["fired"]] == [("forbidden", "above-effect")]
    assert [table["id"] for table in found["tables"]] == ["forbidden"]
    assert "outcome" not in found["decision"]["values"]
