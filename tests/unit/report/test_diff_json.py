"""Differences as JSON: they fit their schemas, and say what was found."""

import json
from importlib.resources import files
from typing import Any

import attrs
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from diffs import rules_diff
from prioritera.model.value import Missing, Reason
from prioritera.questions import diff_results, run_of_result
from prioritera.report.diff_json import rules_diff_json, runs_diff_json
from prioritera.stages.diff_runs import diff_runs
from results import whole


def valid(name: str, text: str) -> dict[str, Any]:
    """The record of a text that fits its schema."""
    schema = Draft202012Validator(json.loads(files("prioritera.report").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")))
    record: dict[str, Any] = json.loads(text)
    schema.validate(record)
    return record


def test_a_difference_between_rule_sets_fits_its_schema() -> None:
    found = rules_diff()

    record = valid("rules-diff", rules_diff_json(found))

    assert (record["verdict"], record["settled"], len(record["changes"])) == ("changed", True, len(found.changes))
    assert (record["old"]["valid_to"], record["new"]["valid_from"]) == ("2024-12-31", "2025-01-01")
    assert record["changes"][0]["before"]["place"] == {"file": "rules.toml", "line": 12, "column": 1}
    assert {part["kind"] for part in record["parts"]} >= {"ruleset", "field", "rule", "criterion", "band", "placing"}


def test_courses_scores_and_missing_values_are_told_exactly() -> None:
    found = rules_diff()
    change = attrs.evolve(found.changes[0], witness={"kind": Missing(Reason.NOT_FILLED_IN), "causes": frozenset({"b", "a"})})

    record = valid("rules-diff", rules_diff_json(attrs.evolve(found, changes=[change, found.changes[-1]])))

    first, last = record["changes"]
    assert first["witness"] == {"kind": {"missing": "not-filled-in"}, "causes": ["a", "b"]}
    assert last["witness"]["after:score"] == {"num": 19, "den": 36}
    assert last["after"]["course"] == {
        "to": "nearest:rss",
        "via": [{"actor": "nsk-s", "answer": False}],
        "also": [{"target": "sbu", "role": "informed"}],
    }
    assert (last["after"]["conclusion"], first["after"]["course"]) == (None, None)


def test_a_difference_between_runs_fits_its_schema() -> None:
    result, model = whole()
    fewer = attrs.evolve(result, decisions=[attrs.evolve(one, outcome="inform") for one in result.decisions[1:]])

    found = diff_results(result, model, fewer, model)
    record = valid("runs-diff", runs_diff_json(found))

    assert [one["id"] for one in record["gone"]] == [result.decisions[0].need_id]
    assert {aspect["about"] for move in record["moved"] for aspect in move["aspects"]} == {"outcome"}
    assert record["same"] + len(record["moved"]) == len(fewer.decisions)
    back = valid("runs-diff", runs_diff_json(diff_results(fewer, model, result, model)))
    assert [one["id"] for one in back["come"]] == [result.decisions[0].need_id]


def test_what_of_a_need_is_written_otherwise_stands_there_as_it_is_written() -> None:
    result, model = whole()
    old = run_of_result(result, model)
    need = next(one for one in old.needs.values() if one.place)
    new = attrs.evolve(old, needs={need.id: attrs.evolve(need, outcome="x", inputs={**need.inputs, "causes": '["gap"]', "more": "1"})})

    record = valid("runs-diff", runs_diff_json(diff_runs(old, new)))

    (move,) = record["moved"]
    assert {"id": "more", "before": None, "after": "1"} in move["changed"]
    assert (move["before"]["best"], move["after"]["best"]) == (need.place[0], need.place[0])
