import pytest

from builders import criterion, rule_set
from prioritera.methods.scales import Bins
from prioritera.model.criterion import Cap, Criterion
from prioritera.model.ruleset import TieBreaker
from prioritera.verify.sound import is_sound


def _capped(name: str, by: str) -> Criterion:
    return criterion(name, cap=Cap(by=by, function=Bins([(0, 0), (1, 3)])))


def test_criteria_with_bounds_caps_and_tie_breakers_that_fit_are_sound() -> None:
    caps = [criterion("impact"), _capped("spread", "impact"), _capped("third", "spread"), _capped("fourth", "impact")]

    assert is_sound(rule_set())
    assert is_sound(rule_set(criteria=caps, tie_breakers=[TieBreaker(criterion="third"), TieBreaker(field="wait")]))
    assert is_sound(rule_set(criteria=[criterion(low=None), criterion("spread", high=None)]))


@pytest.mark.parametrize(
    "criteria",
    [
        [],
        [criterion(), criterion()],
        [criterion(low=2, high=1)],
        [_capped("impact", "nothing")],
        [_capped("impact", "impact")],
        [_capped("impact", "spread"), _capped("spread", "impact")],
        [_capped("before", "impact"), _capped("impact", "spread"), _capped("spread", "impact")],
    ],
)
def test_criteria_that_cannot_be_reckoned_with_are_not(criteria: list[Criterion]) -> None:
    assert not is_sound(rule_set(criteria=criteria))


def test_a_tie_breaker_that_does_not_fit_is_not_sound() -> None:
    assert not is_sound(rule_set(tie_breakers=[TieBreaker(field="causes")]))
