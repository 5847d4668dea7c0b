from fractions import Fraction

import pytest

from prioritera.model.value import Between, Exact, Interval, Missing, Panel, Reason


def test_an_interval_is_not_empty() -> None:
    assert Interval(2, 2).low == 2
    with pytest.raises(ValueError, match=r"^the interval is 3 to 2; expected low not above high$"):
        Interval(3, 2)


def test_a_range_is_not_empty() -> None:
    assert Between(2, 2).high == 2
    with pytest.raises(ValueError, match=r"^the range is 3 to 2; expected low not above high$"):
        Between(3, 2)


@pytest.mark.parametrize("value", [True, 1.5, "1", None, Fraction(1)])
def test_performances_and_ranges_are_whole_numbers(value: int) -> None:
    for make in (lambda: Exact(value), lambda: Interval(value, 3), lambda: Interval(0, value), lambda: Between(value, 3)):
        with pytest.raises(TypeError, match="expected a whole number"):
            make()


def test_there_are_five_ways_to_be_missing_and_they_differ() -> None:
    assert len({Missing(reason) for reason in Reason}) == 5
    assert Missing() == Missing(Reason.NOT_FILLED_IN)


def test_missing_is_not_0() -> None:
    values: list[object] = [Missing(), Exact(0), Interval(0, 3), 0, None]

    assert [value == Missing() for value in values] == [True, False, False, False, False]


def test_an_interval_remembers_why_it_is_one() -> None:
    assert Interval(0, 2, Reason.VARIES) != Interval(0, 2)


def test_the_judges_who_answered_are_counted() -> None:
    panel = Panel([Fraction(2), Missing(Reason.DONT_KNOW), Fraction(3)], x=None)

    assert panel.answered == 2
    assert panel.answers[1] == Missing(Reason.DONT_KNOW)
