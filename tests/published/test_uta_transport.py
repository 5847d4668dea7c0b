"""A published value model, reckoned exactly.

The additive model with piecewise linear value functions of the transport problem in Siskos, Grigoroudis and Matsatsinis, UTA methods,
in Figueira et al. (eds), Multiple Criteria Decision Analysis (Springer 2005), with the partial values that the R package MCDA (Meyer and
Bigaret) tests in applyPiecewiseLinearValueFunctionsOnPerformanceTable.R. There METRO1 and METRO2 are equal only within a tolerance, for
0.075 + 0.025 + 0.0125 and 0.0875 + 0.025 are different sums of floats; here they tie.
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import gcd, lcm
from pathlib import Path
from typing import Any

import pytest
import tomli

from builders import assessed, criterion, rule_set, scored
from prioritera.methods.scales import Points
from prioritera.model.result import Score
from prioritera.model.ruleset import RuleSet
from prioritera.scoring.listing import listing, standings
from prioritera.scoring.score import scorer

CASE = Path(__file__).parents[2].parent / "shared" / "cases" / "methods" / "02_pwl_uta_transport.toml"

pytestmark = pytest.mark.skipif(not CASE.is_file(), reason="the published cases (shared/cases/methods) are not beside the repository")


@cache
def case() -> dict[str, Any]:
    return tomli.loads(CASE.read_text(encoding="utf-8"), parse_float=Decimal)


@cache
def model() -> RuleSet:
    """Each function's heights as whole numbers; its greatest height is the criterion's weight."""
    breakpoints = {name: [(int(x), Fraction(y)) for x, y in pairs] for name, pairs in case()["input"]["breakpoints"].items()}
    unit = lcm(*(y.denominator for pairs in breakpoints.values() for _, y in pairs))
    whole = {name: [(x, int(y * unit)) for x, y in pairs] for name, pairs in breakpoints.items()}
    least = gcd(*(y for pairs in whole.values() for _, y in pairs))
    criteria = [criterion(name, Points(pairs), weight=max(y for _, y in pairs) // least, direction="none") for name, pairs in whole.items()]
    return rule_set(criteria=criteria)


@cache
def scores() -> dict[str, Score]:
    names = case()["input"]["criteria"]
    rows = dict(zip(case()["input"]["alternatives"], case()["input"]["performance"], strict=True))
    return {alternative: scorer(model())(assessed(**dict(zip(names, row, strict=True)))) for alternative, row in rows.items()}


def test_the_weights_are_the_greatest_heights_as_whole_numbers() -> None:
    assert [one.weight for one in model().criteria] == [7, 72, 1]
    assert model().is_exact


def test_every_partial_value_is_the_published_one_exactly() -> None:
    published = [[Fraction(value) for value in row] for row in case()["expected"]["partial"]]

    found = [[Fraction(share.low, score.of) for share in score.shares] for score in scores().values()]

    assert found == published


def test_every_value_is_the_published_one_exactly() -> None:
    published = [Fraction(value) for value in case()["expected"]["value"]]

    assert [Fraction(score.low, score.of) for score in scores().values()] == published


def test_the_two_metros_tie_and_the_ranks_are_the_published_ones() -> None:
    names = case()["input"]["criteria"]
    rows = dict(zip(case()["input"]["alternatives"], case()["input"]["performance"], strict=True))
    decisions = [scored(name, model(), assessed(**dict(zip(names, row, strict=True)))) for name, row in rows.items()]

    standing = standings(decisions, model())

    assert [standing[name].best for name in rows] == case()["expected"]["rank_min"]
    assert all(one.best == one.worst for one in standing.values())
    assert [name for name, one in standing.items() if one.shared] == ["METRO1", "METRO2"]
    assert listing(standing) == ("RER", "METRO1", "METRO2", "BUS", "TAXI")


def test_as_floats_the_two_metros_differ() -> None:
    assert 0.075 + 0.025 + 0.0125 != 0.0875 + 0.025
