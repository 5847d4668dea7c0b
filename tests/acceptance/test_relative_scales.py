"""A round with a scale that is relative to its needs, and one by the logarithm: it is said wherever their values show."""

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main
from results import without_hashes

ROUND = Path(__file__).parent / "relative"
COMMANDS = {
    "run": [str(ROUND), "--points"],
    "explain": ["explain", str(ROUND), "a"],
    "versus": ["explain", str(ROUND), "a", "--versus", "b"],
}


def said(command: list[str]) -> str:
    out = io.StringIO()
    main(command, io.StringIO(), out, io.StringIO())
    return out.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_the_output_is_the_expected_one_to_the_last_character(name: str, language: str) -> None:
    expected = (ROUND / "expected" / f"{name}-{language}.txt").read_text(encoding="utf-8")

    assert without_hashes(said([*COMMANDS[name], "--lang", language])) == expected


@pytest.mark.parametrize(("name", "schema"), [("run", "result"), ("explain", "explanation"), ("versus", "comparison")])
def test_the_json_fits_its_schema_and_says_what_the_scale_came_to(name: str, schema: str) -> None:
    command = [word for word in COMMANDS[name] if word != "--points"]

    found = json.loads(said([*command, "--format", "json"]))

    published = json.loads(files("prioritera.report").joinpath(f"{schema}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(published).validate(found)
    relative, other = (criterion["relative"] for criterion in found["rules"]["criteria"])
    assert other is None
    assert (relative["by"], [(row["at"]["num"], row["value"]["num"]) for row in relative["through"]]) == (
        "range",
        [(10, 0), (30, 1)],
    )
