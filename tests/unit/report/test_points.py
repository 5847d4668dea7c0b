from fractions import Fraction

import attrs

from builders import criterion, rule_set
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap
from prioritera.report.points import digits_apart, digits_for, rounded, score_words, unit_of
from results import decision, voice


def test_two_digits_are_enough_for_few_scores() -> None:
    assert digits_apart([Fraction(1, 3), Fraction(2, 3)]) == 2


def test_as_many_digits_are_shown_as_tell_different_scores_apart() -> None:
    assert digits_apart([Fraction(1, 3), Fraction(333, 1000), Fraction(333, 1000)]) == 4


def test_scores_that_no_number_of_digits_tells_apart_get_the_most() -> None:
    assert digits_apart([Fraction(1, 10**60), Fraction(2, 10**60)]) == 40


def test_the_last_digit_is_rounded_half_up() -> None:
    assert [rounded(Fraction(1, 8), 2), rounded(Fraction(999, 1000), 2), rounded(Fraction(0), 2)] == ["0.13", "1.00", "0.00"]


def test_needs_without_a_score_ask_for_no_digits() -> None:
    assert digits_for([decision("fall-2")]) == 2


def test_an_open_score_is_shown_from_the_least_to_the_greatest() -> None:
    score = decision("nutrition").score

    assert score is not None
    assert score_words(voice(), score, 2) == "mellan 0,50 och 0,75 av högst 1"
    assert score_words(voice("en"), score, 3) == "between 0.500 and 0.750 of at most 1"


def test_points_are_shown_in_the_greatest_unit_that_holds_them_all() -> None:
    coarse = criterion("impact", Bins([(0, 0), (1, 91), (2, 343)]), weight=343)
    fine = criterion("spread", Points([(0, 0), (4, 1)]), weight=2)

    assert unit_of(rule_set(criteria=[coarse])) == 343
    assert unit_of(rule_set(criteria=[coarse, attrs.evolve(coarse, id="spread", weight=2 * 343)])) == 343
    assert unit_of(rule_set(criteria=[fine])) == 2


def test_a_cap_has_points_too() -> None:
    capped = criterion("impact", Bins([(0, 0), (1, 2)]), weight=6, cap=Cap(by="spread", function=Points([(0, 0), (3, 2)], 2)))

    assert unit_of(rule_set(criteria=[capped, criterion("spread", Bins([(0, 0), (1, 1)]), weight=6)])) == 6


def test_rounded_points_are_shown_as_they_are() -> None:
    relative = rule_set(criteria=[criterion("impact", weight=6, relative="range")])

    assert (unit_of(relative), unit_of(rule_set(criteria=()))) == (1, 1)
