"""Changes by hand on whole runs: what is changed, what follows from it, what cannot be changed, and what the rules gave beside it."""

from pathlib import Path

import pytest

from by_hand_rounds import NEEDS, appeal, change, run, written
from prioritera.diagnostics import PrioriteraError, describe
from prioritera.model.result import Decision
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import compare, explain

BEFORE = {"alfa": 1, "beta": 2, "gamma": 0, "delta": 1}


def places(decisions: tuple[Decision, ...]) -> dict[str, int]:
    return {one.need_id: one.standing.best if one.standing is not None else 0 for one in decisions}


def test_without_changes_nothing_is_said_to_be_otherwise(tmp_path: Path) -> None:
    result = run(tmp_path)

    assert places(result.decisions) == BEFORE
    assert [(one.by_hand, one.by_rules, one.appeals) for one in result.decisions] == [((), None, ())] * 4


def test_a_class_by_hand_places_the_need_and_those_that_it_passes_are_told(tmp_path: Path) -> None:
    result = run(tmp_path, change("BETA", "class = 1"))

    found = {one.need_id: one for one in result.decisions}
    assert places(result.decisions) == {**BEFORE, "beta": 1, "alfa": 2}
    beside = {need: one.by_rules.standing.best for need, one in found.items() if one.by_rules is not None and one.by_rules.standing}
    assert beside == {"alfa": 1, "beta": 2}
    assert found["beta"].values["wait"] == 1
    assert found["beta"].need is not None
    assert found["beta"].need.facts["wait"].value == 4
    assert result.diagnostics == ()


def test_the_outcome_follows_a_class_by_hand_and_the_explanation_shows_it(tmp_path: Path) -> None:
    result = run(tmp_path, change("gamma", "class = 2"))
    _, model = load_model(tmp_path)

    found = result.decision("gamma")
    assert (found.outcome, found.by_rules and found.by_rules.outcome) == ("go-on", "inform")
    assert (found.destination, places(result.decisions)["gamma"]) == ("agency", 1)
    triage = explain(result, model, "gamma").tables[1]
    assert [(part.id, part.verdict.value) for part in triage.parts] == [("known", "failed"), ("rest", "fired")]


def test_routing_follows_an_outcome_by_hand(tmp_path: Path) -> None:
    result = run(tmp_path, change("alfa", 'outcome = "inform"') + change("alfa", "class = 9"))

    found = result.decision("alfa")
    assert (found.outcome, found.destination, found.list_id, found.values["outcome"]) == ("inform", "origin", "", "inform")
    assert [one.thing for one in found.by_hand] == ["outcome", "class"]
    assert places(result.decisions)["beta"] == 1


def test_an_outcome_by_hand_can_rank_what_the_rules_do_not(tmp_path: Path) -> None:
    result = run(tmp_path, change("gamma", 'outcome = "go-on"'))

    assert (result.decision("gamma").destination, places(result.decisions)["gamma"]) == ("agency", 3)
    assert [one.need_id for one in result.decisions if one.by_rules is not None] == ["gamma"]


def test_nothing_is_asked_first_of_what_a_person_has_decided(tmp_path: Path) -> None:
    needs = NEEDS.replace('causes = ["support"], wait = 5', 'causes = ["support"]')
    asked = run(tmp_path, needs=needs).decision("gamma")
    decided = run(tmp_path, change("gamma", 'outcome = "inform"'), needs=needs).decision("gamma")

    assert [found.id for found in asked.find_out if found.kind == "fact"] == ["wait"]
    assert [found.id for found in decided.find_out if found.kind == "fact"] == []


@pytest.mark.parametrize(
    ("more", "needs", "expected"),
    [
        (
            change("beta", "class = 9"),
            NEEDS,
            [
                (
                    "round.toml:9:1: error[override-of-forbidden]: “beta” cannot be changed so by hand: What is urgent may not stand last\n"
                    "    ranks.toml:15:1: the rule that forbids it\n"
                    "    needs.toml:9:1: the need stands here\n"
                    "    why:  the rule “urgent-and-last” forbids it, and no change by hand goes before that\n"
                    "    mend: take the change away, or mend what is said of the need; what the rules give stands"
                )
            ],
        ),
        (
            change("beta", 'outcome = "inform"'),
            NEEDS.replace("wait = 4", "wait = 8"),
            [
                (
                    "round.toml:9:1: error[override-of-forbidden]: “beta” cannot be changed so by hand: What is urgent may not stand last\n"
                    "    ranks.toml:15:1: the rule that forbids it\n"
                    "    needs.toml:9:1: the need stands here\n"
                    "    why:  the rule “urgent-and-last” forbids it, and no change by hand goes before that\n"
                    "    mend: take the change away, or mend what is said of the need; what the rules give stands"
                )
            ],
        ),
        (
            '\n[[same_as]]\nkeep = "alfa"\nmerged = ["beta"]\n' + change("alfa", 'outcome = "inform"'),
            NEEDS,
            [
                (
                    "round.toml:13:1: error[override-of-conflict]: “alfa” cannot be changed by hand, for its records contradict "
                    "each other\n"
                    "    why:  nobody can tell which need the change is of\n"
                    "    mend: let the senders settle what is so first"
                )
            ],
        ),
        (
            '\n[[same_as]]\nkeep = "alfa"\nmerged = ["beta"]\n' + change("beta", 'outcome = "inform"'),
            NEEDS,
            [
                (
                    "round.toml:13:1: error[override-of-merged]: “beta” cannot be changed by hand, for it is part of “alfa”\n"
                    "    why:  it has no outcome of its own\n"
                    "    mend: change “alfa” instead"
                )
            ],
        ),
        (
            change("alfa", "class = 3"),
            NEEDS.replace("wait = 2", "wait = 12"),
            [
                (
                    "round.toml:9:1: error[override-of-error]: “alfa” cannot be changed by hand, for it has been set aside as an error\n"
                    "    why:  the rules have given it no outcome to change\n"
                    "    mend: mend what is wrong with the need first; it is told where it stands"
                )
            ],
        ),
    ],
)
def test_what_cannot_be_changed_is_told_and_stands_as_the_rules_gave_it(tmp_path: Path, more: str, needs: str, expected: list[str]) -> None:
    plain = run(tmp_path / "plain", more.partition("\n[[overrides]]")[0], needs)
    result = run(tmp_path / "changed", more, needs)

    assert result.decisions == plain.decisions
    assert [describe(one, "en") for one in result.diagnostics if one.code.startswith("override")] == expected


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (change("omega", "class = 3"), "round-need-unknown"),
        (appeal("omega"), "round-need-unknown"),
        (change("alfa", "class = 3", on="2026-06-02"), "override-after-decision"),
        (change("alfa", 'outcome = "away"'), "override-outcome-unknown"),
    ],
)
def test_a_change_that_cannot_be_meant_stops_the_round(tmp_path: Path, more: str, code: str) -> None:
    with pytest.raises(PrioriteraError) as raised:
        run(tmp_path, more)

    assert [one.code for one in raised.value.diagnostics] == [code]


def test_another_day_of_decision_is_the_one_that_a_change_may_not_pass(tmp_path: Path) -> None:
    round_, model = load_model(written(tmp_path, change("alfa", "class = 3")))

    with pytest.raises(PrioriteraError, match="override-after-decision"):
        prioritise(round_, model, decided_on=round_.overrides[0].on.replace(day=30))


def test_an_appeal_about_a_merged_record_stands_with_the_need_it_went_into(tmp_path: Path) -> None:
    needs = NEEDS.replace("wait = 4, urgent = true", "wait = 2")
    result = run(tmp_path, '\n[[same_as]]\nkeep = "alfa"\nmerged = ["beta"]\n' + appeal("beta"), needs)

    assert [one.need_id for one in result.decisions if one.appeals] == ["alfa", "beta"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "sv",
            (
                "fel[not-comparable]: ”alfa” och ”delta” får inte jämföras: Varje område för sig [förslag]\n"
                "    ranks.toml:13:18: det står här att de inte får jämföras\n"
                "    varför: de skiljer sig i ”area”, och modellen säger att det som gör det inte går att jämföra\n"
                "    åtgärd: jämför behov med samma ”area”"
            ),
        ),
        (
            "en",
            (
                "error[not-comparable]: “alfa” and “delta” may not be compared: Each area by itself [proposal]\n"
                "    ranks.toml:13:18: that they may not be compared is said here\n"
                "    why:  they differ in “area”, and the rules say that what does cannot be compared\n"
                "    mend: compare needs with the same “area”"
            ),
        ),
    ],
)
def test_comparing_across_what_is_not_comparable_is_an_error_with_its_ground(tmp_path: Path, language: str, expected: str) -> None:
    result = run(tmp_path, change("beta", "class = 1"))
    _, model = load_model(tmp_path)

    with pytest.raises(PrioriteraError) as raised:
        compare(result, model, "alfa", "delta")

    assert [describe(one, language) for one in raised.value.diagnostics] == [expected]
    assert compare(result, model, "alfa", "beta").listed_first == "beta"


def test_what_is_no_need_and_rules_that_forbid_no_comparison_are_compared_as_before(tmp_path: Path) -> None:
    result = run(tmp_path, needs=NEEDS.replace("wait = 2", "wait = 12"))
    _, model = load_model(tmp_path)

    assert compare(result, model, "alfa", "delta").relation == "not-compared"
