"""The doors of the pipeline: what goes in must have been proved, and what comes out carries what it rests on."""

from datetime import date
from typing import Any

import attrs
import pytest

from builders import network, rule_set
from draws import default_model, round_of
from prioritera.diagnostics import PrioriteraError
from prioritera.loading.load import load_network, load_rules
from prioritera.pipeline import prioritise
from prioritera.questions import explain
from prioritera.verify.network import bind
from prioritera.verify.verify import verify

NEED: dict[str, Any] = {
    "id": "a",
    "title": "Fråga",
    "area": "disability",
    "origins": [{"actor": "k1880", "backing": "individual"}],
    "facts": {"causes": ["research-gap"]},
}


def test_only_proved_rules_are_taken() -> None:
    unproved: Any = rule_set()

    with pytest.raises(TypeError, match=r"^verify takes a RuleSet, not str; load one with load_rules$"):
        verify("rules.toml")  # type: ignore[arg-type]  # the point of the test
    with pytest.raises(TypeError, match=r"^bind takes a VerifiedRuleSet and a Network, not RuleSet and Network; verify the rules first$"):
        bind(unproved, network())
    with pytest.raises(TypeError, match=r"^prioritise takes a Model, not RuleSet; verify the rules and bind them to a network$"):
        prioritise(round_of([NEED]), unproved)


def test_every_decision_carries_the_hash_of_its_rules() -> None:
    result = prioritise(round_of([NEED]), default_model())

    assert {decision.rules_hash for decision in result.decisions} == {default_model().verified.seal} == {result.rules_hash}
    assert result.network_hash == default_model().network_hash


def test_the_date_that_is_given_goes_before_the_rounds_own() -> None:
    own, given = date(2026, 1, 2), date(2026, 3, 4)
    round_ = round_of([NEED], decided_on=own)

    assert prioritise(round_, default_model()).decided_on == own
    assert prioritise(round_, default_model(), decided_on=given).decided_on == given


def test_a_round_that_names_what_is_not_there_is_refused() -> None:
    with pytest.raises(PrioriteraError, match="the rule set has no area"):
        prioritise(round_of([NEED], areas=["nowhere"]), default_model())


def test_a_need_that_the_run_does_not_have_cannot_be_explained() -> None:
    with pytest.raises(KeyError, match="b"):
        explain(prioritise(round_of([NEED]), default_model()), default_model(), "b")


def test_what_is_done_to_a_row_afterwards_changes_nothing() -> None:
    row = {**NEED, "facts": {"causes": ["research-gap"]}, "origins": [dict(NEED["origins"][0])]}
    round_ = round_of([row])
    before = prioritise(round_, default_model())

    row["facts"]["causes"].append("legal")
    row["origins"][0]["backing"] = "all"
    row["title"] = "Annat"

    assert prioritise(round_, default_model()) == before


def test_rules_that_were_changed_after_the_proof_are_refused() -> None:
    proved = verify(load_rules("prioritera:sbu-four"))

    with pytest.raises(ValueError, match=r"^the rules are not the ones that were verified; verify them again$"):
        attrs.evolve(proved, rules=attrs.evolve(proved.rules, bands=()))
    with pytest.raises(ValueError, match=r"^the rules or the network are not the ones that were bound; bind them again$"):
        attrs.evolve(default_model(), network=attrs.evolve(load_network("prioritera:sweden-2018"), channels=()))
