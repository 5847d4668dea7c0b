from fractions import Fraction

import attrs
import pytest

from builders import LEVELS, criterion, label
from prioritera.model.criterion import Level, PanelRule


@pytest.mark.parametrize("weight", [0, -1])
def test_a_weight_is_at_least_1(weight: int) -> None:
    with pytest.raises(ValueError, match="'weight' must be >= 1"):
        criterion(weight=weight)


def test_a_weight_is_a_whole_number() -> None:
    with pytest.raises(TypeError, match=r"^weight is True; expected a whole number$"):
        criterion(weight=True)


def test_a_direction_is_one_of_three() -> None:
    with pytest.raises(ValueError, match=r"^direction is 'max'; expected one of higher-first, lower-first, none$"):
        criterion(direction="max")


def test_a_panel_s_value_is_a_median_or_a_mean_of_at_least_one() -> None:
    with pytest.raises(ValueError, match=r"^statistic is 'mode'; expected one of median, mean$"):
        PanelRule(statistic="mode")
    with pytest.raises(ValueError, match="'min_answers' must be >= 1"):
        PanelRule(min_answers=0)
    assert criterion().panel == PanelRule(statistic="median", min_answers=1)


def test_a_step_is_one_unless_said_otherwise() -> None:
    assert criterion().step == 1
    assert criterion(step=Fraction(1, 2)).step == Fraction(1, 2)


def test_a_performance_has_the_last_level_that_it_reaches() -> None:
    levels = [Level(x=0, label=label("few")), Level(x=10, label=label("many"))]
    scale = criterion(function=LEVELS, levels=levels)

    found = [scale.level_at(x) for x in (-1, 0, 9, 10, 99)]

    assert found == [None, levels[0], levels[0], levels[1], levels[1]]


def test_two_criteria_read_from_different_places_are_the_same() -> None:
    assert criterion() == attrs.evolve(criterion(), span=None)
