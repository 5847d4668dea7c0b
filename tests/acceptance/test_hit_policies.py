"""A round whose tables have many hit policies: checked, decided and explained through the command line, in text and in JSON."""

import io
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.cli.main import main
from small_rules import RULES, changed, write_round

TABLES = """
[vocabularies.signs]
terms = [
  { id = "wide", label = { sv = "många frågar", en = "many ask" } },
  { id = "deep", label = { sv = "väntan är lång", en = "the wait is long" } },
]

[fields.signs]
kind = "set"
vocabulary = "signs"
concluded = true
label = { sv = "tecken", en = "signs" }

[fields.strength]
kind = "whole"
min = 0
max = 3
concluded = true
label = { sv = "styrka", en = "strength" }

[fields.worries]
kind = "whole"
min = 0
max = 2
concluded = true
label = { sv = "farhågor", en = "worries" }

[tables.signs]
concludes = "signs"
hit = "output-order"
order = ["deep", "wide"]

[[tables.signs.rules]]
id = "asked"
when = { anchoring = { min = 0 } }
then = "wide"

[[tables.signs.rules]]
id = "waiting"
when = { wait = { min = 3 } }
then = "deep"
because = { sv = "Väntan är tre eller mer.", en = "The wait is three or more." }
status = "proposal"

[[tables.signs.rules]]
id = "urgent"
when = { urgent = true }
then = "deep"

[tables.strength]
concludes = "strength"
hit = "collect"
aggregate = "sum"

[[tables.strength.rules]]
id = "deep-counts"
when = { signs = { any = ["deep"] } }
then = 2

[[tables.strength.rules]]
id = "wide-counts"
when = { signs = { any = ["wide"] } }
then = 1

[tables.worries]
concludes = "worries"
hit = "collect"
aggregate = "count"

[[tables.worries.rules]]
id = "gap"
when = { causes = { any = ["gap"] } }

[[tables.worries.rules]]
id = "small"
when = { size = "low" }

[tables.class]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = changed(RULES, "when = { urgent = true }\nthen", "when = { strength = { min = 3 }, worries = { min = 1 } }\nthen")
    text = changed(text, "\n[tables.class]\n", TABLES)
    text = changed(text, 'concludes = "class"\nhit = "first"', 'concludes = "class"\nhit = "priority"\norder = ["high", "low"]')
    rest = '[[triage.rules]]\nid = "rest"\noutcome = "go-on"\n'
    text = changed(text, rest, '[triage.default]\noutcome = "go-on"\nbecause = { sv = "Inget hindrar.", en = "Nothing stops it." }\n')
    return write_round(tmp_path, rules=text)


def said(*arguments: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    code = main(arguments, io.StringIO(), out, err)
    assert (code, err.getvalue()) == (0, "")
    return out.getvalue()


def section(text: str, title: str) -> list[str]:
    """The lines under a heading, up to the next one."""
    lines = text.splitlines()
    start = lines.index(title) + 2
    ends = [number for number in range(start, len(lines)) if lines[number].startswith("---")]
    return lines[start + 1 : ends[0] - 2]


def test_the_rule_set_is_proved_whole(folder: Path) -> None:
    assert said("check", str(folder / "rules.toml"), "--lang", "en").startswith("no faults: ")


def test_every_rule_that_fired_is_explained_in_the_order_of_the_policy(folder: Path) -> None:
    found = said("explain", str(folder), "n1", "--lang", "en")

    assert section(found, "Signs") == [
        "Answer: The wait is long and many ask",
        "",
        "Gives: The wait is long",
        "Why: The wait is three or more. [proposal]",
        "Rule: waiting, rules.toml:100:1",
        "Condition: wait: 3 (demand: at least 3)",
        "",
        "Gives: Many ask",
        "Rule: asked, rules.toml:95:1",
        "Condition: anchoring: 0 (demand: at least 0)",
        "",
        "The other rule did not fit:",
        "",
        "• urgent (line 107): urgent: blank (demand: yes)",
    ]
    assert section(found, "Strength")[:4] == ["Answer: 3", "", "Gives: 2", "Rule: deep-counts, rules.toml:117:1"]
    assert section(found, "Worries") == [
        "Answer: 1",
        "",
        "Rule: gap, rules.toml:132:1",
        "Condition: cause: gap (demand: gap)",
        "",
        "The other rule did not fit:",
        "",
        "• small (line 136): size: blank (demand: low)",
    ]
    assert section(found, "Class")[0] == "Answer: High"


def test_a_default_is_explained_after_all_the_rules_that_did_not_fit(folder: Path) -> None:
    assert section(said("explain", str(folder), "n1", "--lang", "sv"), "Utfall") == [
        "Svar: Går vidare",
        "Varför: Inget hindrar.",
        "Regel: default, rules.toml:162:1",
        "",
        "Den enda regeln passade inte:",
        "",
        "• known (rad 157): orsak: lucka (krav: stöd saknas)",
    ]


def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(files("prioritera.report").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")))


def fired(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((one["table"], one["rule"]) for one in record["fired"])


def test_the_json_of_a_run_has_every_rule_that_fired_and_what_was_concluded(folder: Path) -> None:
    found = json.loads(said("run", str(folder), "--format", "json"))

    schema("result").validate(found)
    (decision,) = found["decisions"]
    assert list(fired(decision)) == [
        ("signs", "waiting"),
        ("signs", "asked"),
        ("strength", "deep-counts"),
        ("strength", "wide-counts"),
        ("worries", "gap"),
        ("class", "urgent-ones"),
        ("triage", "default"),
        ("destination", "to-agency"),
    ]
    assert {name: decision["values"][name]["value"] for name in ("signs", "strength", "worries", "class")} == {
        "signs": ["deep", "wide"],
        "strength": 3,
        "worries": 1,
        "class": "high",
    }
    assert decision["fired"][6]["because"] == {"sv": "Inget hindrar.", "en": "Nothing stops it."}


def test_the_json_of_an_explanation_has_words_in_order_numbers_and_nothing(folder: Path) -> None:
    found = json.loads(said("explain", str(folder), "n1", "--format", "json"))

    schema("explanation").validate(found)
    by_id = {table["id"]: table for table in found["tables"]}
    assert [by_id[name]["conclusion"] for name in ("signs", "strength", "worries", "class")] == [["deep", "wide"], 3, 1, "high"]
    assert [part["conclusion"] for part in by_id["worries"]["parts"]] == [None, None]
    assert found["proposals"] == ["waiting"]
