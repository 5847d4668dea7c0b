"""Decision tables of the DMN technology compatibility kit with the hit policies "unique" and "first", and their published answers.

Each file names the kit's path, commit and licence. A table with several outputs concludes them joined by a slash.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from builders import label, rule, table, terms
from prioritera.model.condition import OneOf, Test, Within
from prioritera.model.field import Field, Kind
from prioritera.model.table import Hit, Rule, Table
from prioritera.tables.evaluate import Seen, conclusion_of, decide

FOLDER = Path(__file__).parents[2].parent / "shared" / "cases" / "tables"
FILES = ["0004-simpletable-U__Approval_Status.json", "0108-first-hitpolicy__Approval.json"]
POLICIES = {"UNIQUE": Hit.UNIQUE, "FIRST": Hit.FIRST}
OLDEST = 150

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published cases (shared/cases/tables) are not beside the repository")


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


def fields(case: dict[str, Any]) -> dict[str, Field]:
    made = {}
    for given in case["inputs"]:
        name = given["expr"]
        if given["type"] == "number":
            made[name] = Field(id=name, kind=Kind.WHOLE, label=label(), high=OLDEST)
        elif given["type"] == "boolean":
            made[name] = Field(id=name, kind=Kind.FLAG, label=label())
        else:
            made[name] = Field(id=name, kind=Kind.CHOICE, label=label(), terms=terms(*json.loads(f"[{given['values']}]")))
    return made


def asked(condition: dict[str, Any]) -> Test:
    if "in" in condition:
        return OneOf(condition["in"])
    low, below = condition.get(">="), condition.get("<")
    return Within(low, None if below is None else below - 1)


def joined(expected: str | dict[str, str]) -> str:
    return expected if isinstance(expected, str) else "/".join(expected.values())


def made(case: dict[str, Any]) -> Table:
    rules: list[Rule] = [
        rule(f"rule-{one['n']}", joined(one["then"]), {name: asked(condition) for name, condition in one["when"].items()})
        for one in case["rules"]
    ]
    return table(case["table"], *rules, hit=POLICIES[case["hit_policy"]])


@pytest.mark.parametrize("name", FILES)
def test_the_table_answers_as_published(name: str) -> None:
    case = read(name)
    cases: list[tuple[dict[str, Seen], str]] = [(one["input"], joined(one["expected"])) for one in case["cases"]]

    found = [conclusion_of(decide(made(case), values, fields(case))) for values, _ in cases]

    assert found == [expected for _, expected in cases]
    assert len(found) == 3
