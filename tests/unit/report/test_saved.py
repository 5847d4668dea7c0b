"""Saved runs read back: as they were, or not at all."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from prioritera.model.text import Label
from prioritera.report.json import result_json
from prioritera.report.saved import run_of
from results import whole


def saved() -> dict[str, Any]:
    """The JSON of the run with every kind of need."""
    found: dict[str, Any] = json.loads(result_json(*whole()))
    return found


def test_a_saved_run_is_read_back() -> None:
    record = saved()

    run = run_of(json.dumps(record))

    assert run is not None
    assert (run.id, run.rules_hash, run.network_hash) == (record["round"]["id"], record["rules"]["hash"], record["network"]["hash"])
    assert list(run.needs) == [decision["id"] for decision in record["decisions"]]
    assert run.left_out == json.dumps([[one["area"]["id"], one["criterion"]["id"]] for one in record["round"]["left_out"]])


def test_of_a_need_everything_that_can_be_compared_is_kept() -> None:
    record = saved()
    decision = next(one for one in record["decisions"] if one["placed"] and one["ways"])

    run = run_of(json.dumps(record))

    assert run is not None
    stood = run.needs[decision["id"]]
    assert (stood.title, stood.outcome, stood.destination) == (decision["title"], decision["outcome"]["id"], decision["destination"]["id"])
    assert stood.place == (decision["standing"]["best"], decision["standing"]["worst"])
    assert stood.group == decision["band"]["low"]
    assert stood.share == f"{decision['score']['low']}/{decision['score']['of']} {decision['score']['high']}/{decision['score']['of']}"
    assert len(stood.way) == len(decision["ways"])
    assert {"area", "origins", *decision["assessments"]} <= set(stood.inputs)
    assert not {"outcome", *(fired["table"] for fired in decision["fired"])} & set(stood.inputs)
    assert run.words[stood.outcome] == Label(**decision["outcome"]["label"])


def test_a_need_that_is_merged_or_could_not_be_read_stands_nowhere() -> None:
    record = saved()
    run = run_of(json.dumps(record))

    assert run is not None
    merged = next(stood for stood in run.needs.values() if stood.outcome == "merged")
    assert (merged.place, merged.key, merged.share, merged.group, merged.destination) == ((), (), "", "", "")


def lacking(*path: str | int) -> Callable[[dict[str, Any]], object]:
    def change(record: dict[str, Any]) -> object:
        inner: Any = record
        for step in path[:-1]:
            inner = inner[step]
        return inner.pop(path[-1])

    return change


@pytest.mark.parametrize(
    "change",
    [
        lacking("schema"),
        lacking("rules", "hash"),
        lacking("decisions", 0, "outcome"),
        lambda record: record.update(schema="prioritera/result/2"),
        lambda record: record.update(decisions=[3]),
        lambda record: record["round"].update(id=3),
        lambda record: record["decisions"][0].update(title=None),
    ],
)
def test_what_is_not_whole_is_no_run(change: Callable[[dict[str, Any]], object]) -> None:
    record = saved()
    change(record)

    assert run_of(json.dumps(record)) is None


@pytest.mark.parametrize("text", ["", "[]", "3", "{", "[" * 100_000])
def test_what_is_no_json_of_ours_is_no_run(text: str) -> None:
    assert run_of(text) is None
