"""What people have done by hand, told whole in both languages: changes, what the rules gave, reasons, appeals."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types of its own

from by_hand_rounds import NEEDS, appeal, change, run
from prioritera.diagnostics import Diagnostic
from prioritera.model.by_hand import Appeal
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.value import Assessment, Exact
from prioritera.pipeline import load_model
from prioritera.questions import explain
from prioritera.report.by_hand import appeal_notes, by_hand_blocks, by_hand_notes, reason_notes, state_notes
from prioritera.report.compose import compose
from prioritera.report.document import Paragraph
from prioritera.report.explain import explain_document
from prioritera.report.json import explanation_json, result_json
from prioritera.report.text import to_text
from prioritera.report.voice import Voice

DAY = date(2026, 5, 31)
SCHEMA = Path(__file__).parents[3] / "src" / "prioritera" / "report" / "result.schema.json"
MUCH = (
    change("beta", "class = 1", more='source = "protokoll 4"\n')
    + change("gamma", 'outcome = "go-on"')
    + appeal("beta")
    + appeal("alfa", 'answer = "Nej."\nanswered_on = 2026-06-25\nsource = "brev"\n')
)


def told(result: Result, model: Model, need: str, language: str = "en") -> list[tuple[str, str]]:
    """What is told of one need, as notes."""
    decision, voice = result.decision(need), Voice(language, model.rules, model.network)
    assert decision.need is not None
    return [
        *by_hand_notes(voice, decision),
        *state_notes(voice, decision.need),
        *reason_notes(voice, decision.need),
        *appeal_notes(voice, decision),
    ]


def first(result: Result, model: Model, language: str) -> list[str]:
    """What is told before anything else."""
    found = by_hand_blocks(Voice(language, model.rules, model.network), result)
    return [block.text for block in found if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("language", "before", "expected"),
    [
        (
            "sv",
            ["1 begäran om omprövning är inte besvarad: ”Beta”.", "2 behov är ändrade för hand. Vad reglerna gav står bredvid."],
            {
                "alfa": [
                    ("by-rules", "går vidare, plats 1"),
                    ("appeal", "Norrby den 2026-06-20: ”Vi hördes inte.” Svar den 2026-06-25: ”Nej.” (Källa: brev.)"),
                ],
                "beta": [
                    (
                        "by-hand",
                        "väntan: 1. Reglerna gav: 4. Ändrat av RSS den 2026-05-31: ”Nytt underlag.” (Källa: protokoll 4.)",
                    ),
                    ("by-rules", "går vidare, plats 2"),
                    ("appeal", "Norrby den 2026-06-20: ”Vi hördes inte.” Inte besvarad."),
                ],
                "gamma": [
                    (
                        "by-hand",
                        (
                            "utfall: går vidare. Reglerna gav: informera. Ändrat av RSS den 2026-05-31: ”Nytt underlag.” Vart behovet går "
                            "följer det valda utfallet."
                        ),
                    ),
                    ("by-rules", "informera"),
                ],
                "delta": [("judged-because", "väntan: 1. Bedömt av RSS den 2026-05-01: ”En kö.”")],
            },
        ),
        (
            "en",
            ["1 appeal has not been answered: “Beta”.", "2 needs are changed by hand. What the rules gave stands beside them."],
            {
                "alfa": [
                    ("by-rules", "goes on, place 1"),
                    ("appeal", "Norrby on 2026-06-20: “Vi hördes inte.” Answered on 2026-06-25: “Nej.” (Source: brev.)"),
                ],
                "beta": [
                    ("by-hand", "wait: 1. The rules gave: 4. Changed by RSS on 2026-05-31: “Nytt underlag.” (Source: protokoll 4.)"),
                    ("by-rules", "goes on, place 2"),
                    ("appeal", "Norrby on 2026-06-20: “Vi hördes inte.” Not answered."),
                ],
                "gamma": [
                    (
                        "by-hand",
                        (
                            "outcome: goes on. The rules gave: inform. Changed by RSS on 2026-05-31: “Nytt underlag.” Where the need goes "
                            "follows the outcome that was chosen."
                        ),
                    ),
                    ("by-rules", "inform"),
                ],
                "delta": [("judged-because", "wait: 1. Judged by RSS on 2026-05-01: “En kö.”")],
            },
        ),
    ],
)
def test_every_change_is_told_beside_what_the_rules_gave(
    tmp_path: Path, language: str, before: list[str], expected: dict[str, list[tuple[str, str]]]
) -> None:
    result = run(tmp_path, MUCH)
    _, model = load_model(tmp_path)

    assert first(result, model, language) == before
    assert {need: told(result, model, need, language) for need in expected} == expected


def test_without_any_nothing_is_told(tmp_path: Path) -> None:
    result = run(tmp_path)
    _, model = load_model(tmp_path)

    assert first(result, model, "sv") == []
    assert told(result, model, "alfa") == []


def test_open_and_shared_places_of_the_rules_are_said_as_such(tmp_path: Path) -> None:
    needs = NEEDS.replace('causes = ["gap"], wait = 2', 'causes = ["gap"]')
    open_one = run(tmp_path, change("beta", "class = 3"), needs)
    _, model = load_model(tmp_path)
    shared = run(tmp_path / "shared", change("beta", "class = 1"), NEEDS.replace("wait = 4", "wait = 2"))

    assert told(open_one, model, "beta")[1] == ("by-rules", "goes on, place 1–2")
    assert told(shared, model, "alfa") == [("by-rules", "goes on, shared place 1")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "Reason: “x”"),
        ({"by": "panelen"}, "Judged by panelen: “x”"),
        ({"on": DAY}, "Judged on 2026-05-31: “x”"),
        ({"by": "panelen", "on": DAY}, "Judged by panelen on 2026-05-31: “x”"),
    ],
)
def test_a_reason_says_as_much_as_is_known(tmp_path: Path, said: dict[str, Any], expected: str) -> None:
    result = run(tmp_path)
    _, model = load_model(tmp_path)
    need = result.decision("alfa").need
    assert need is not None
    judged = attrs.evolve(need, assess={"impact": Assessment(value=Exact(6), because="x", **said)})

    assert list(reason_notes(Voice("en", model.rules, model.network), judged)) == [("judged-because", f"impact: great. {expected}")]


def test_what_varies_and_what_is_not_known_are_told_apart(tmp_path: Path) -> None:
    needs = NEEDS.replace('causes = ["gap"], wait = 2', 'causes = ["gap"], size = { missing = "varies" }, kind = { missing = "dont-know" }')
    result = run(tmp_path, needs=needs)
    _, model = load_model(tmp_path)

    record = json.loads(result_json(result, model))
    values = next(one for one in record["decisions"] if one["id"] == "alfa")["values"]
    assert told(result, model, "alfa") == [("varies", "size"), ("dont-know", "kind")]
    assert [values[name]["value"] for name in ("size", "kind", "wait")] == [
        {"missing": "varies"},
        {"missing": "dont-know"},
        {"missing": "not-filled-in"},
    ]


def test_a_change_whose_need_could_not_be_sent_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    result = run(tmp_path, change("gamma", 'outcome = "go-on"') + appeal("gamma"))
    _, model = load_model(tmp_path)
    fault = Diagnostic(
        code="no-way-back",
        params={"need": "gamma", "rule": "r", "origin": "t1", "target": "agency", "outcome": "go-on", "area": "x", "close": ()},
    )
    decisions = [attrs.evolve(one, outcome="error", diagnostics=[fault]) if one.need_id == "gamma" else one for one in result.decisions]

    report = to_text(compose(attrs.evolve(result, decisions=decisions), model, "en"))

    unread = report.partition("Could not be read")[2]
    assert "  Changed by hand: outcome: goes on. The rules gave: inform." in unread
    assert "  Appeal: Norrby on 2026-06-20: “Vi hördes inte.” Not answered." in unread


def test_the_json_holds_it_all_and_fits_its_schema(tmp_path: Path) -> None:
    result = run(tmp_path, MUCH)
    _, model = load_model(tmp_path)

    record = json.loads(result_json(result, model))

    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)
    by_id = {one["id"]: one for one in record["decisions"]}
    (made,) = by_id["beta"]["by_hand"]
    assert made == {
        "thing": "class",
        "field": "wait",
        "to": None,
        "to_class": {"value": 1, "words": {"sv": "1", "en": "1"}},
        "said_class": {"value": 4, "words": {"sv": "4", "en": "4"}},
        "by": "RSS",
        "on": "2026-05-31",
        "because": "Nytt underlag.",
        "source": "protokoll 4",
        "place": {"file": "round.toml", "line": 9, "column": 1},
    }
    assert by_id["gamma"]["by_hand"][0]["to"] == {"id": "go-on", "label": {"sv": "går vidare", "en": "goes on"}}
    assert by_id["gamma"]["by_rules"] == {
        "outcome": {"id": "inform", "label": {"sv": "informera", "en": "inform"}},
        "destination": {"id": "origin", "label": {"sv": "avsändaren", "en": "the sender"}},
        "list": None,
        "best": None,
        "worst": None,
        "shared": None,
    }
    assert [one["answered_on"] for one in by_id["alfa"]["appeals"]] == ["2026-06-25"]
    assert by_id["delta"]["values"]["wait"]["judged"] == {"by": "RSS", "on": "2026-05-01", "because": "En kö."}
    assert (by_id["delta"]["by_hand"], by_id["delta"]["by_rules"], by_id["delta"]["appeals"]) == ([], None, [])


def test_the_explanation_tells_it_too(tmp_path: Path) -> None:
    result = run(tmp_path, MUCH)
    _, model = load_model(tmp_path)

    explanation = explain(result, model, "beta")
    report = to_text(explain_document(explanation, result, model, "en"))

    assert "Changed by hand: wait: 1. The rules gave: 4." in report
    assert "Wait: 4" in report
    assert json.loads(explanation_json(explanation, result, model))["decision"]["by_hand"][0]["to_class"]["value"] == 1


def test_of_a_need_that_is_not_there_an_appeal_is_named_by_its_id(tmp_path: Path) -> None:
    result = run(tmp_path)
    _, model = load_model(tmp_path)
    lost = Appeal(need="omega", by="x", on=DAY, because="x")

    assert first(attrs.evolve(result, round=attrs.evolve(result.round, appeals=[lost])), model, "en") == [
        "1 appeal has not been answered: “omega”."
    ]
