import json
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from prioritera.diagnostics import Diagnostic, Related, Severity, Snippet, Span
from prioritera.model.agreement import Missed
from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.explanation import Comparison, Explanation, ValueChange, WeightChange
from prioritera.model.need import Evidence, Origin, Question
from prioritera.model.result import LeaveOutProposal
from prioritera.model.trace import Of, Trace, Verdict
from prioritera.model.value import Assessment, Interval, Missing, Panel, Reason
from prioritera.model.way import Told
from prioritera.questions import compare, explain
from prioritera.report.json import comparison_json, diagnostics_json, explanation_json, result_json
from results import decision, whole, with_decision


@cache
def validator(name: str) -> Draft202012Validator:
    """The published schema."""
    schema = json.loads(files("prioritera.report").joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def fits(name: str, text: str) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """What the text holds, after its schema has passed it."""
    record = json.loads(text)
    validator(name).validate(record)
    return record


def need(record: Mapping[str, Any], ident: str) -> Any:  # noqa: ANN401 -- as above
    return next(one for one in record["decisions"] if one["id"] == ident)


def test_a_result_fits_its_schema() -> None:
    record = fits("result", result_json(*whole()))

    assert record["schema"] == "prioritera/result/1"
    assert len(record["decisions"]) == 19


def test_the_same_result_gives_the_same_bytes_with_its_keys_in_order() -> None:
    text = result_json(*whole())

    assert text == result_json(*whole())
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert "hemtjänst" in text


def test_scores_are_whole_points_and_exact_shares() -> None:
    score = need(fits("result", result_json(*whole())), "nutrition")["score"]

    assert (score["low"], score["high"], score["of"]) == (8, 12, 16)
    assert score["share"] == {"low": {"num": 1, "den": 2}, "high": {"num": 3, "den": 4}}
    assert sum(part["low"] for part in score["criteria"]) == score["low"]
    assert score["criteria"][0]["label"] == {"sv": "Räckvidd", "en": "Reach"}


def test_what_is_not_known_is_null_and_what_is_missing_says_how() -> None:
    record = fits("result", result_json(*whole()))

    assert need(record, "trasig")["score"] is None
    assert need(record, "trasig")["area"] is None
    assert need(record, "fall")["values"]["urgent"]["value"] is True
    assert need(record, "hot")["values"]["urgent"] == {
        "value": {"missing": "not-filled-in"},
        "words": {"sv": "ej ifyllt", "en": "blank"},
        "source": None,
        "judged": None,
    }
    assert need(record, "oklar-forankring")["values"]["anchoring"]["value"] == {"low": 0, "high": 4}


def test_assessments_are_exact_numbers_in_their_own_unit() -> None:
    assessments = need(fits("result", result_json(*whole())), "natt")["assessments"]
    other = need(fits("result", result_json(*whole())), "nutrition")["assessments"]

    assert assessments["reach"]["missing"] == "dont-know"
    assert assessments["weight-of-it"]["panel"] == [{"num": 2, "den": 1}, {"missing": "dont-know"}]
    assert other["reach"]["low"] == other["reach"]["high"] == {"num": 12, "den": 1}
    assert (other["spread"]["low"], other["spread"]["high"], other["spread"]["missing"]) == (
        {"num": 1, "den": 1},
        {"num": 2, "den": 1},
        "varies",
    )


def test_every_way_of_assessing_fits() -> None:
    found = decision("fall").need
    assert found is not None
    values = {
        "reach": Assessment(value=Panel(answers=(Fraction(1, 3),), x=None), raw="1/3", source="P:1", by="panel"),
        "weight-of-it": Assessment(value=Interval(0, 1)),
        "spread": Assessment(value=Missing(Reason.NOT_APPLICABLE)),
    }

    record = fits("result", result_json(with_decision("fall", need=attrs.evolve(found, assess=values)), whole()[1]))

    assert need(record, "fall")["assessments"]["reach"] == {
        "low": None,
        "high": None,
        "missing": None,
        "panel": [{"num": 1, "den": 3}],
        "raw": "1/3",
        "source": "P:1",
        "by": "panel",
        "on": None,
        "because": None,
        "judged": None,
    }
    assert need(record, "fall")["assessments"]["weight-of-it"]["missing"] is None


def test_what_people_wrote_that_no_table_reads_is_carried_whole() -> None:
    found = decision("fall").need
    assert found is not None
    full = attrs.evolve(
        found,
        question=Question(target_group="äldre", intervention="måltidsstöd"),
        wished_form="en manual",
        benefit="färre faller",
        note="se protokollet",
        links=["https://example.org/protokoll"],
        evidence=[Evidence(kind="enkät", text="svag", asked=40, answered=9, document="rapport 3", source="s. 4"), Evidence(kind="en röst")],
    )

    record = fits("result", result_json(with_decision("fall", need=full), whole()[1]))

    assert {key: need(record, "fall")[key] for key in ("question", "wished_form", "benefit", "note", "links", "evidence")} == {
        "question": {
            **dict.fromkeys(("context", "comparison", "outcome", "use_in_sweden", "gap_type")),
            "target_group": "äldre",
            "intervention": "måltidsstöd",
        },
        "wished_form": "en manual",
        "benefit": "färre faller",
        "note": "se protokollet",
        "links": ["https://example.org/protokoll"],
        "evidence": [
            {"kind": "enkät", "text": "svag", "asked": 40, "answered": 9, "document": "rapport 3", "source": "s. 4"},
            {"kind": "en röst", "text": None, "asked": None, "answered": None, "document": None, "source": None},
        ],
    }


def test_senders_are_told_as_they_were_recorded() -> None:
    found = decision("fall").need
    assert found is not None
    origins = [
        Origin(actor="aby", covers=("aby", "berg"), present=("aby",)),
        Origin(at_least=2, of="municipality", within="ost", covers=13, present=5),
        Origin(actor="ost", covers="all"),
    ]

    record = fits("result", result_json(with_decision("fall", need=attrs.evolve(found, origins=origins)), whole()[1]))

    told = need(record, "fall")["origins"]
    assert [one["covers"] for one in told] == [["aby", "berg"], 13, "all"]
    assert [one["present"] for one in told] == [["aby"], 5, None]
    assert told[1]["within"] == {"id": "ost", "label": {"sv": "RSS Öst", "en": "RSS East"}}


def test_a_rule_that_fired_has_its_place_and_its_status() -> None:
    record = fits("result", result_json(*whole()))

    assert need(record, "fall")["fired"][1] == {
        "table": "triage",
        "rule": "anchored",
        "because": {"sv": "Kunskap saknas.", "en": "Knowledge is lacking."},
        "source": "S:2",
        "status": "proposal",
        "place": {"file": "rules.toml", "line": 123, "column": 1},
    }


def test_a_rule_that_is_gone_is_told_by_its_id() -> None:
    found = decision("fall")
    fired = [attrs.evolve(found.fired[0], rule="gone")]

    record = fits("result", result_json(with_decision("fall", fired=fired), whole()[1]))

    assert need(record, "fall")["fired"] == [
        {"table": "size", "rule": "gone", "because": None, "source": None, "status": None, "place": None}
    ]


def test_someone_to_be_told_whom_nobody_has_named_is_null() -> None:
    record = fits("result", result_json(with_decision("fall", also=[Told(actor="", role="invited")]), whole()[1]))

    assert need(record, "fall")["also"] == [{"actor": None, "role": "invited"}]


def test_a_score_of_nothing_is_a_share_of_nothing() -> None:
    score = decision("fall").score
    assert score is not None

    record = fits("result", result_json(with_decision("fall", score=attrs.evolve(score, low=0, high=0, of=0, shares=())), whole()[1]))

    assert need(record, "fall")["score"]["share"] == {"low": {"num": 0, "den": 1}, "high": {"num": 0, "den": 1}}


def test_proposals_and_cuts_fit() -> None:
    proposal = LeaveOutProposal(area="school", criterion="reach", unknown=1, of=2, orders=(("l", ("a",), ("b",)),))

    record = fits("result", result_json(attrs.evolve(whole()[0], proposals=[proposal]), whole()[1]))

    assert record["leave_out"][0]["orders"] == [{"list": "l", "now": ["a"], "without": ["b"]}]
    assert [ranked["cut"] for ranked in record["lists"]] == [2, None]
    assert record["round"]["left_out"][0]["decided_by"] == "council"


@pytest.mark.parametrize("ident", [one.need_id for one in whole()[0].decisions])
def test_every_explanation_fits_its_schema(ident: str) -> None:
    result, model = whole()

    record = fits("explanation", explanation_json(explain(result, model, ident), result, model))

    assert record["decision"]["id"] == ident


def test_conditions_of_every_kind_fit_and_are_told_in_words() -> None:
    result, model = whole()
    tests: list[Test | None] = [
        OneOf(["small"]),
        OneOf([True]),
        Within(low=1),
        SetTest(any=frozenset({"gap"}), none=frozenset({"law"})),
        ShareOfScore(low=Fraction(1, 3)),
        ShareOfScore(below=Fraction(2, 3)),
        None,
    ]
    parts = [
        Trace(kind=Of.CONDITION, id="size", verdict=Verdict.FAILED, condition=Condition(field="size", test=test, missing=True))
        for test in tests
    ]
    explanation = Explanation(decision=decision("fall"), tables=[Trace(kind=Of.TABLE, id="t", verdict=Verdict.OPEN, parts=parts)])

    record = fits("explanation", explanation_json(explanation, result, model))

    assert [part["condition"]["test"] for part in record["tables"][0]["parts"]] == [
        {"one_of": ["small"]},
        {"one_of": [True]},
        {"low": 1, "high": None},
        {"any": ["gap"], "none": ["law"]},
        {"min_share": {"num": 1, "den": 3}, "below_share": None},
        {"min_share": None, "below_share": {"num": 2, "den": 3}},
        None,
    ]
    assert record["tables"][0]["parts"][0]["condition"]["words"] == {"sv": "liten eller ingen uppgift", "en": "small or nothing stated"}


@pytest.mark.parametrize("second", ["hot", "nutrition", "natt", "las", "stod-finns", "trasig"])
def test_every_comparison_fits_its_schema(second: str) -> None:
    result, model = whole()

    record = fits("comparison", comparison_json(compare(result, model, "fall", second), result, model))

    assert (record["first"]["id"], record["second"]["id"]) == ("fall", second)


def test_changes_are_exact() -> None:
    result, model = whole()
    value = ValueChange(criterion="reach", need="fall", before=None, after=Fraction(19, 2), steps=None)
    comparison = Comparison(
        first="fall",
        second="hot",
        relation="before",
        tie_breaker="units",
        value_changes=[value],
        weight_changes=[WeightChange(criterion="reach", before=2, after=3, ties=True)],
    )

    record = fits("comparison", comparison_json(comparison, result, model))

    assert record["value_changes"][0]["after"] == {"num": 19, "den": 2}
    assert record["weight_changes"][0]["ties"] is True
    assert record["tie_breaker"]["label"] == {"sv": "antal enheter", "en": "number of units"}


def test_findings_are_told_in_both_languages_with_their_places() -> None:
    found = Diagnostic(
        code="option-value-unknown",
        severity=Severity.WARNING,
        span=Span("a.toml", 3, 4),
        params={"option": "--lang", "value": "x", "known": ("sv", "en"), "close": ""},
        related=[Related(span=Span("b.toml"), role="first")],
        snippets=[Snippet(role="suggested-rule", text='id = "?"\nthen = "?"')],
    )

    record = fits("diagnostics", diagnostics_json([found, Diagnostic(code="screen-not-written")]))

    assert record["diagnostics"][0] == {
        "code": "option-value-unknown",
        "severity": "warning",
        "place": {"file": "a.toml", "line": 3, "column": 4},
        "related": [{"place": {"file": "b.toml", "line": None, "column": None}, "role": "first"}],
        "snippets": [{"role": "suggested-rule", "text": 'id = "?"\nthen = "?"'}],
        "params": {"option": "--lang", "value": "x", "known": ["sv", "en"], "close": ""},
        "what": {"sv": "valet --lang kan inte vara ”x”", "en": "the option --lang cannot be “x”"},
        "why": {"sv": "det går inte att veta vad som menas", "en": "it cannot be known what is meant"},
        "mend": {"sv": "skriv sv eller en", "en": "write sv or en"},
    }
    assert record["diagnostics"][1]["place"] is None


def test_a_schema_refuses_what_it_does_not_know() -> None:
    record = json.loads(result_json(*whole()))

    assert not validator("result").is_valid({**record, "extra": 1})
    assert not validator("result").is_valid({**record, "schema": "prioritera/result/2"})


def test_what_was_said_to_be_missing_in_a_check_is_carried() -> None:
    result, model = whole()
    missed = [Missed(text="Något om fall", actor=next(iter(model.network.actors)), comment="från mötet"), Missed(text="Sömn")]

    record = fits("result", result_json(attrs.evolve(result, missed=missed), model))

    assert [(one["text"], one["actor"] is None, one["area"], one["comment"]) for one in record["missed"]] == [
        ("Något om fall", False, None, "från mötet"),
        ("Sömn", True, None, None),
    ]
