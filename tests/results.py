"""A run with every kind of need in it, for tests of what is shown: the round in `acceptance/whole-report`, and ways to change it."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from prioritera.model.meaning import meaning_hash
from prioritera.model.network import Network
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import Model, RuleSet, VerifiedRuleSet, model_seal
from prioritera.pipeline import load_model, prioritise
from prioritera.report.voice import Voice

WHOLE = Path(__file__).parent / "acceptance" / "whole-report"


@cache
def whole() -> tuple[Result, Model]:
    """The run, and what it was run with."""
    round_, model = load_model(WHOLE)
    return prioritise(round_, model), model


def voice(language: str = "sv") -> Voice:
    """The voice of the run's model."""
    _, model = whole()
    return Voice(language, model.rules, model.network)


def decision(need: str) -> Decision:
    """The decision on one need of the run."""
    return whole()[0].decision(need)


def changed(need: str, /, **changes: Any) -> Decision:  # noqa: ANN401 -- whatever a decision holds
    """The decision on one need, changed."""
    return attrs.evolve(decision(need), **changes)


def with_decision(need: str, /, **changes: Any) -> Result:  # noqa: ANN401 -- whatever a decision holds
    """The run with one decision changed."""
    result, _ = whole()
    decisions = [changed(need, **changes) if one.need_id == need else one for one in result.decisions]
    return attrs.evolve(result, decisions=decisions)


def model_of(rules: RuleSet, network: Network) -> Model:
    """A model of rules that a test has changed, sealed as they are."""
    verified = VerifiedRuleSet(rules=rules, seal=meaning_hash(rules))
    return Model(verified=verified, network=network, seal=model_seal(verified, network))


def without_hashes(text: str) -> str:
    """The text with every hash masked, so that a whole text can be asserted."""
    return re.sub(r"\b[0-9a-f]{12}\b|\b[0-9a-f]{64}\b", lambda found: "#" * len(found[0]), text)
