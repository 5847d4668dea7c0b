from fractions import Fraction

import attrs
import pytest

from prioritera.model.criterion import Criterion
from prioritera.model.value import Assessment, Interval, Missing, Panel, Reason
from prioritera.report.assessed import assessment_words, performance_words
from results import voice, whole

REACH, IMPACT, SPREAD = whole()[1].rules.criteria


@pytest.mark.parametrize(
    ("criterion", "x", "words"),
    [
        (REACH, 25, "många (12,5 personer per 10 000)"),
        (IMPACT, 4, "stor"),
        (IMPACT, 3, "mellan måttlig och stor"),
        (SPREAD, 1, "någon"),
        (attrs.evolve(REACH, levels=()), 25, "12,5 personer per 10 000"),
        (attrs.evolve(SPREAD, levels=()), 1, "1"),
    ],
)
def test_a_performance_is_the_described_level_and_its_number_where_there_is_a_unit(criterion: Criterion, x: int, words: str) -> None:
    assert performance_words(voice(), criterion, x) == words


def test_a_performance_past_the_last_level_is_that_level() -> None:
    assert performance_words(voice(), IMPACT, 9) == "stor"


def test_the_unit_can_be_left_out() -> None:
    assert performance_words(voice(), REACH, 25, unit=False) == "många (12,5)"


def test_nothing_said_is_not_filled_in() -> None:
    assert assessment_words(voice(), REACH, None) == "ej ifyllt"


def test_an_interval_says_from_what_to_what_and_why() -> None:
    assert assessment_words(voice(), SPREAD, Assessment(value=Interval(0, 2))) == "från ingen till stor"
    assert assessment_words(voice(), SPREAD, Assessment(value=Interval(0, 2, Reason.VARIES))) == "varierar, från ingen till stor"


def test_a_missing_value_says_how_it_is_missing() -> None:
    assert assessment_words(voice("en"), SPREAD, Assessment(value=Missing(Reason.NOT_APPLICABLE))) == "not applicable"


def test_a_panel_says_how_many_answered_and_how_far_apart() -> None:
    apart = Panel(answers=(Fraction(1), Fraction(2), Missing(Reason.DONT_KNOW)), x=3)
    agreed = Panel(answers=(Fraction(2), Fraction(2)), x=4)

    assert assessment_words(voice(), IMPACT, Assessment(value=apart)) == "mellan måttlig och stor; 2 av 3 svarade, 1–2"
    assert assessment_words(voice("en"), IMPACT, Assessment(value=agreed)) == "great; 2 of 2 answered, 2"


def test_a_panel_of_too_few_answers_says_how_many_are_needed() -> None:
    few = Panel(answers=(Fraction(1), Missing(Reason.DONT_KNOW)), x=None)

    assert assessment_words(voice(), IMPACT, Assessment(value=few)) == "för få svar: 1 av 2, minst 2 behövs"
