"""Decision tables of the DMN technology compatibility kit, one of each hit policy there, with their published answers and their verdicts.

Each file names the kit's path, commit and licence. A table with several outputs concludes them joined by a slash.
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import label, rule, rule_set, table, terms, to
from prioritera.model.condition import OneOf, Test, Within
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.table import RANKED, Aggregate, Course, Hit, Rule, Table
from prioritera.tables.evaluate import Seen, conclude, matches
from prioritera.verify.tables import prove
from prioritera.verify.told import tell
from table_draws import OUTCOME_FIELD

FOLDER = Path(__file__).parents[2].parent / "shared" / "cases" / "tables"
POLICIES = {"UNIQUE": Hit.UNIQUE, "FIRST": Hit.FIRST, "ANY": Hit.ANY, "PRIORITY": Hit.PRIORITY, "COLLECT": Hit.COLLECT}
POLICIES |= {"OUTPUT ORDER": Hit.OUTPUT_ORDER}
AGGREGATES = {None: Aggregate.LIST, "MIN": Aggregate.MIN, "COUNT": Aggregate.COUNT}
OLDEST = 150
# Each table with what its proofs find, all its inputs being known: the code, and the need or the rule that it is about.
VERDICTS: dict[str, list[tuple[str, str]]] = {
    "0004-simpletable-U__Approval_Status.json": [],
    "0005-simpletable-A__Approval_Status.json": [],
    "0006-simpletable-P1__Approval_Status.json": [],
    "0108-first-hitpolicy__Approval.json": [],
    "0110-outputOrder-hitpolicy__Approval_Status.json": [],
    # Nobody with at most one year has a price, and of no price there is no least.
    "0114-min-collect-hitpolicy__CarInsurance.json": [("table-gap", "NumOfYears = { max = 1 }")],
    "0116-count-collect-hitpolicy__Salary.json": [],
    "0119-multi-collect-hitpolicy__Approval_Status.json": [],
}

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published cases (shared/cases/tables) are not beside the repository")


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return found


def fields(case: dict[str, Any]) -> dict[str, Field]:
    """The inputs, never missing, as what tables before conclude; and the output: a word, a set of words, or a number of hundredths."""
    made = {}
    for given in case["inputs"]:
        name = given["expr"]
        shared: dict[str, Any] = {"id": name, "label": label(), "origin": Origin.CONCLUSION}
        if given["type"] == "number":
            made[name] = Field(kind=Kind.WHOLE, high=OLDEST, **shared)
        elif given["type"] == "boolean":
            made[name] = Field(kind=Kind.FLAG, **shared)
        else:
            made[name] = Field(kind=Kind.CHOICE, terms=terms(*json.loads(f"[{given['values']}]")), **shared)
    tested = decision(case)
    kind = Kind.WHOLE if tested.counts else Kind.SET if tested.collects else Kind.CHOICE
    words = terms(*dict.fromkeys(str(rule.then) for rule in tested.all_rules)) if kind is not Kind.WHOLE else ()
    output = Field(id=case["table"], kind=kind, label=label(), origin=Origin.CONCLUSION, terms=words, high=100_000)
    return {**made, output.id: output}


def asked(condition: dict[str, Any]) -> Test:
    if "in" in condition:
        return OneOf(condition["in"])
    low, above, below = condition.get(">="), condition.get(">"), condition.get("<")
    return Within(low if above is None else above + 1, None if below is None else below - 1)


def joined(expected: Any) -> str | int:  # noqa: ANN401 -- whatever a table of the kit gives
    """Several outputs as one word; a number in hundredths."""
    if isinstance(expected, dict):
        parts = [joined(part) for part in expected.values()]
        return parts[0] if len(parts) == 1 else "/".join(str(part) for part in parts)
    return expected if isinstance(expected, str) else int(Decimal(str(expected)) * 100)


def ranked(case: dict[str, Any], words: list[str | int]) -> list[str]:
    """The words in the order of the values that the kit lists, output by output; an output without such a list ranks nothing."""
    lists = [output["priority"] or [] for output in case["outputs"]]

    def place(word: str | int) -> list[int]:
        return [values.index(part) if values else 0 for part, values in zip(str(word).split("/"), lists, strict=True)]

    return [str(word) for word in sorted(dict.fromkeys(words), key=place)]


def decision(case: dict[str, Any]) -> Table:
    rules: list[Rule] = [
        rule(f"rule-{one['n']}", joined(one["then"]), {name: asked(condition) for name, condition in one["when"].items()})
        for one in case["rules"]
    ]
    hit = POLICIES[case["hit_policy"]]
    order = ranked(case, [one.then for one in rules if not isinstance(one.then, Course)]) if hit in RANKED else []
    defaults = [output["default"] for output in case["outputs"] if output["default"] is not None]
    default = Rule(id="default", then="/".join(defaults)) if defaults else None
    aggregate = AGGREGATES[case["aggregation"]]
    return table(case["table"], *rules, hit=hit, aggregate=aggregate, order=order, default=default)


def answer(case: dict[str, Any], values: dict[str, Seen]) -> object:
    """What the table gives: a word or a number, or the words of the rules that fired in the order of the policy."""
    found = conclude(decision(case), values, fields(case))
    return [rule.then for rule in found.fired] if isinstance(found.value, frozenset) else found.value


def published(case: dict[str, Any], expected: Any) -> object:  # noqa: ANN401 -- as above
    if isinstance(expected, list):
        return [joined(one) for one in expected]
    return expected if case["aggregation"] == "COUNT" else joined(expected)


def test_every_table_of_the_kit_that_is_at_hand_is_tried() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.json")) == sorted(VERDICTS)


@pytest.mark.parametrize("name", VERDICTS)
def test_the_table_answers_as_published(name: str) -> None:
    case = read(name)

    found = [answer(case, one["input"]) for one in case["cases"]]

    assert found == [published(case, one["expected"]) for one in case["cases"]]
    assert len(found) == 3


@pytest.mark.parametrize("name", VERDICTS)
def test_the_table_is_proved_as_it_deserves(name: str) -> None:
    case = read(name)
    rules = rule_set(
        fields={**fields(case), "outcome": OUTCOME_FIELD},
        tables=[decision(case)],
        triage=table("outcome", rule("all", "inform")),
        destination=table("destination", rule("back", to())),
    )

    found = [tell(finding, rules) for finding in prove(rules)]

    assert [(one.code, str(one.params.get("need", one.params.get("rule", "")))) for one in found] == VERDICTS[name]


def test_the_kit_has_a_table_whose_rules_overlap_and_agree() -> None:
    case = read("0005-simpletable-A__Approval_Status.json")
    values: dict[str, Seen] = {"Age": 17, "RiskCategory": "High", "isAffordable": False}

    matched = [one.id for one in decision(case).rules if matches(one, values, fields(case))]

    assert matched == ["rule-2", "rule-3", "rule-4"]
    assert conclude(decision(case), values, fields(case)).value == "Declined"
