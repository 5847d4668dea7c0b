"""The methods that a list is set beside, each against a case worked out by hand, and the published ones against their figures."""

from fractions import Fraction

import pytest

from prioritera.methods.many import MANY, places

# Three needs on two criteria of weights 3 and 1: the first is best on the heavy one, the second on the light one.
ROWS = [[Fraction(1), Fraction(0)], [Fraction(1, 2), Fraction(1)], [Fraction(0), Fraction(1, 2)]]
WEIGHTS = [3, 1]


@pytest.mark.parametrize(
    ("method", "scores"),
    [
        ("equal-weights", [Fraction(1, 2), Fraction(3, 4), Fraction(1, 4)]),
        ("roc", [Fraction(3, 4), Fraction(5, 8), Fraction(1, 8)]),
        ("lexicographic", [2, 1, 0]),
        ("relative-range", [Fraction(3, 4), Fraction(5, 8), Fraction(1, 8)]),
        ("borda", [6, 5, 1]),
        ("copeland", [2, 1, 0]),
    ],
)
def test_exact_methods_give_what_the_hand_gives(method: str, scores: list[Fraction]) -> None:
    assert list(MANY[method].scores(ROWS, WEIGHTS)) == scores
    assert MANY[method].exact


def test_promethee_gives_what_the_hand_gives() -> None:
    # The first is before both by 3/4 and behind both by 1/4; the second is before the first by 1/4 and the third by 1.
    assert MANY["promethee2"].scores(ROWS, WEIGHTS) == pytest.approx([1 / 2, 1 / 4, -3 / 4])


def test_topsis_agrees_with_its_formula() -> None:
    # Both criteria have the norm sqrt(5)/2, so distances are those of the weighted values themselves, 3 and 1.
    best, worst = (3, 1), (0, 0)
    near = [
        (((a - worst[0]) ** 2 + (b - worst[1]) ** 2) ** 0.5, ((a - best[0]) ** 2 + (b - best[1]) ** 2) ** 0.5)
        for a, b in [(3, 0), (1.5, 1), (0, 0.5)]
    ]

    assert MANY["topsis"].scores(ROWS, WEIGHTS) == pytest.approx([low / (low + high) for low, high in near])


def test_criteria_of_equal_weight_settle_it_together() -> None:
    assert MANY["lexicographic"].scores(ROWS, [2, 2]) == [1, 2, 0]


def test_a_third_need_turns_two_on_a_relative_scale_and_not_on_a_fixed_one() -> None:
    """The fault that reversing methods are warned for, and that the rule set's own sum cannot have."""
    two = [[Fraction(1, 2), Fraction(1)], [Fraction(1), Fraction(3, 5)]]
    third = [[Fraction(1, 2), Fraction(0)]]

    def first_two(method: str, *, with_third: bool) -> tuple[int, ...]:
        return places(MANY[method].scores([*two, *third] if with_third else two, [1, 1]))[:2]

    assert (first_two("relative-range", with_third=False), first_two("relative-range", with_third=True)) == ((1, 1), (2, 1))
    assert first_two("equal-weights", with_third=False) == first_two("equal-weights", with_third=True) == (2, 1)


def test_floating_point_ties_are_ties() -> None:
    assert places([0.1 + 0.2, 0.3], exact=False) == (1, 1)
    assert places([0.1 + 0.2, 0.3]) == (1, 2)
    assert places([0.0, 0.5, 0.5, 0.25], exact=False) == (4, 1, 1, 3)


def test_nobody_has_no_place() -> None:
    assert places([]) == ()
