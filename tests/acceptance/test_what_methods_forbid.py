"""What a method forbids is an error with the method's own ground; what it does not forbid is none."""

from itertools import product
from pathlib import Path
from typing import Any

import attrs

from prioritera.diagnostics import what
from prioritera.model.result import Decision
from prioritera.model.round import Record
from prioritera.pipeline import load_model, prioritise

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def judged(method: str, needs: list[dict[str, Any]], sender: str = "participants") -> tuple[Decision, ...]:
    """The decisions of a method's example on other needs, each given by its facts, its area and its question."""
    round_, model = load_model(EXAMPLES / method)
    area = model.rules.areas[0].id
    made = [
        Record({"id": f"n{number}", "title": "x", "area": area, "origins": [{"actor": sender}], **need})
        for number, need in enumerate(needs)
    ]
    return prioritise(attrs.evolve(round_, records=made), model).decisions


def given(value: str | int) -> dict[str, str | int]:
    """A conclusion with the reason that the method demands."""
    return {"value": value, "because": "x"}


def forbidden_by(decision: Decision) -> list[str]:
    """The rules that a need is set aside by."""
    return [str(found.params["rule"]) for found in decision.diagnostics]


def test_a_benefit_above_its_cap_is_an_error_and_no_other_benefit_is() -> None:
    severities, benefits = ["small", "moderate", "great", "very-great"], ["none", "small", "moderate", "great", "very-great"]
    pairs = list(product(severities, benefits))
    question = {"target_group": "a", "intervention": "b"}

    found = judged(
        "nationell-modell", [{"question": question, "facts": {"severity": s, "patient-benefit": b, "rank": 5}} for s, b in pairs]
    )

    above = [("small", "moderate"), ("small", "great"), ("small", "very-great")]
    assert [pair for pair, decision in zip(pairs, found, strict=True) if decision.outcome == "error"] == above
    assert {tuple(forbidden_by(decision)) for decision in found} == {(), ("benefit-above-severity",)}


def test_severity_may_be_told_of_health_care_and_never_of_interventions_within_socialtjanst() -> None:
    severities = [{"missing": "dont-know"}, "small", "moderate", "great", "very-great"]
    pairs = list(product(["health-care", "socialtjanst"], severities))

    found = judged(
        "socialstyrelsen-riktlinjer", [{"facts": {"sector": sector, "severity": said, "rank": given(4)}} for sector, said in pairs]
    )

    assert [decision.outcome for decision in found] == ["can"] * 6 + ["error"] * 4
    assert {rule for decision in found for rule in forbidden_by(decision)} == {"severity-within-socialtjanst"}


def test_the_ground_is_the_methods_own_in_both_languages() -> None:
    (found,) = judged("socialstyrelsen-riktlinjer", [{"facts": {"sector": "socialtjanst", "severity": "great"}}])
    (diagnostic,) = found.diagnostics

    assert what(diagnostic, "sv") == (
        "”n0” är något som modellen förbjuder: Inom socialtjänsten finns inget lagligt stöd för att prioritera insatser utifrån "
        "svårighetsgrad; övriga komponenter vägs samman i stället. Om 2025 års socialtjänstlag ändrar det är inte kontrollerat "
        "(socialstyrelsen.se, nationella riktlinjer, rangordning)"
    )
    assert what(diagnostic, "en") == (
        "“n0” is something that the rules forbid: Within social services no law supports ranking interventions by severity; the other "
        "components are weighed instead. Whether the Social Services Act of 2025 changes it has not been checked "
        "(socialstyrelsen.se, nationella riktlinjer, rangordning)"
    )


def test_what_is_not_ranked_has_no_number() -> None:
    pairs = list(product(["ranked", "not-do", "research"], [1, 10]))

    found = judged("socialstyrelsen-riktlinjer", [{"facts": {"sector": "health-care", "verdict": v, "rank": given(r)}} for v, r in pairs])

    assert [decision.outcome for decision in found] == ["should", "exceptionally"] + ["error"] * 4


def test_every_rank_falls_in_its_published_band() -> None:
    found = judged("socialstyrelsen-riktlinjer", [{"facts": {"sector": "health-care", "rank": given(rank)}} for rank in range(1, 11)])

    assert [decision.outcome for decision in found] == ["should"] * 3 + ["can"] * 4 + ["exceptionally"] * 3


def test_a_board_below_its_quorum_decides_nothing() -> None:
    eligible = {"within-remit": True, "grounds": ["priority-area"], "stage-1": "yes", "decision": "selected", "rationale": True}
    boards = list(product([0, 8, 9, 30], [2, 3]))

    found = judged("nice-topic-selection", [{"facts": {**eligible, "members-present": m, "centres-present": c}} for m, c in boards])

    assert [decision.outcome for decision in found] == ["error"] * 5 + ["selected", "error", "selected"]
    assert [forbidden_by(decision) for decision in found[:6]] == [
        ["below-quorum", "centre-not-represented"],
        ["below-quorum"],
        ["below-quorum", "centre-not-represented"],
        ["below-quorum"],
        ["centre-not-represented"],
        [],
    ]


def test_what_varies_and_what_is_not_known_are_judgements_and_an_empty_cell_is_none() -> None:
    model = load_model(EXAMPLES / "grade-etd")[1]
    criteria = [name for name, field in model.rules.fields.items() if field.terms and name not in {"conclusion", "area", "outcome"}]
    judged_all = {name: model.rules.fields[name].words[0] for name in criteria} | {"conclusion": given("strong-for")}
    said = [{**judged_all, name: word} for name in criteria for word in model.rules.fields[name].words]
    unsaid = [{key: word for key, word in judged_all.items() if key != name} for name in criteria]

    found = judged("grade-etd", [{"facts": facts} for facts in [*said, *unsaid]])

    assert len(criteria) == 10
    assert [decision.outcome for decision in found] == ["recommended"] * len(said) + ["fact-needed"] * 10
    assert [decision.ask for decision in found[len(said) :]] == [(name,) for name in criteria]


def test_a_definition_that_is_not_the_rounds_own_is_an_error_and_an_unsaid_one_is_none() -> None:
    answers = {"knowledge-question": True, "right-actors": True, "extent": "large", "needed": ["new-knowledge"]}
    facts = [answers, {**answers, "definition": "commission"}, {**answers, "definition": "report"}]

    found = judged("nsks-dialog-2014", [{"facts": said} for said in facts], "rss-norr")

    assert [decision.outcome for decision in found] == ["new-research", "new-research", "error"]
    assert forbidden_by(found[2]) == ["other-definition"]
