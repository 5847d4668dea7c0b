"""A round in REPRISE's order as data: it fits its schema, whose parts are those of a run and of its coverage."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

import by_hand_rounds
import pilot
from prioritera.model.reprise import DOMAINS, KEYS, Said
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.text import Label
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import coverage
from prioritera.report.reprise_json import reprise_json
from results import whole

EXAMPLES = Path(__file__).parents[3] / "examples"


def schema(name: str) -> dict[str, Any]:
    """A published schema."""
    found: dict[str, Any] = json.loads(files("prioritera.report").joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))
    return found


def record_of(run: tuple[Result, Model]) -> dict[str, Any]:
    """What is written of a run, which fits its schema."""
    result, model = run
    record: dict[str, Any] = json.loads(reprise_json(result, model, coverage(result, model)))
    Draft202012Validator(schema("reprise")).validate(record)
    return record


def chnri() -> tuple[Result, Model]:
    round_, model = load_model(EXAMPLES / "chnri")
    return prioritise(round_, model), model


@pytest.mark.parametrize("run", [whole, lambda: pilot.judged("national"), lambda: pilot.judged("gr"), chnri])
def test_every_domain_stands_there_and_what_nobody_has_said_is_null(run: Callable[[], tuple[Result, Model]]) -> None:
    domains = record_of(run())["domains"]

    assert sorted(domains, key=lambda name: domains[name]["number"]) == [*DOMAINS]
    assert {domain["said"] for domain in domains.values()} == {None}
    assert {item["said"] for domain in domains.values() for item in domain["items"]} == {None}
    assert [item["number"] for domain in DOMAINS for item in domains[domain]["items"]] == list(range(1, 11))


def test_what_people_say_stands_at_its_item_and_its_domain() -> None:
    result, model = whole()
    said = [Said(key=key, text=Label(sv=f"{key} på svenska", en=f"{key} in English")) for key in KEYS]
    domains = record_of((attrs.evolve(result, round=attrs.evolve(result.round, reprise=said)), model))["domains"]

    assert domains["funding"] == {
        "number": 10,
        "label": {"sv": "Finansiering och intressekonflikter", "en": "Funding and conflict of interest"},
        "items": [],
        "said": {"sv": "funding på svenska", "en": "funding in English"},
        "known": {},
    }
    assert domains["governance"]["items"][1] == {
        "number": 9,
        "id": "team",
        "label": {"sv": "Arbetsgruppens sammansättning", "en": "Team characteristics"},
        "said": {"sv": "team på svenska", "en": "team in English"},
    }


def test_nobodys_silence_is_named() -> None:
    stakeholders = record_of(pilot.judged("gr"))["domains"]["stakeholders"]["known"]

    assert stakeholders["states"]["no-answer"] > 0
    assert "silent" not in stakeholders


def test_where_each_need_goes_and_what_people_changed(tmp_path: Path) -> None:
    said = by_hand_rounds.change("alfa", 'outcome = "inform"') + by_hand_rounds.appeal("beta")
    round_, model = load_model(by_hand_rounds.written(tmp_path, said))
    domains = record_of((prioritise(round_, model), model))["domains"]

    assert domains["prioritisation"]["known"]["changed_by_hand"] == ["alfa"]
    assert domains["prioritisation"]["known"]["appealed"] == ["beta"]
    assert [(one["need"], one["outcome"]["id"]) for one in domains["implementation"]["known"]["goes"]] == [
        ("alfa", "inform"),
        ("beta", "go-on"),
        ("gamma", "inform"),
        ("delta", "go-on"),
    ]


def test_the_parts_of_the_schema_are_those_of_a_run_and_of_its_coverage() -> None:
    own, run, cover = schema("reprise"), schema("result"), schema("coverage")
    of_round = run["$defs"]["round"]["properties"]
    sources = {
        "context": of_round,
        "governance": of_round,
        "framework": run["properties"],
        "stakeholders": cover["properties"],
        "identification": {**of_round, **cover["properties"]},
        "prioritisation": {**run["properties"], **of_round},
        "output": run["properties"],
        "evaluation": run["properties"],
    }
    alone = {"scales", "forums", "list_key", "changed_by_hand", "appealed"}

    for domain, source in sources.items():
        parts = own["properties"]["domains"]["properties"][domain]["properties"]["known"]["properties"]
        assert {name: part for name, part in parts.items() if name not in alone} == {
            name: source[name] for name in parts if name not in alone
        }
    assert [key for key, part in own["$defs"].items() if key != "item" and part != run["$defs"][key]] == []
    assert [key for key, part in cover["$defs"].items() if part != run["$defs"][key]] == []
