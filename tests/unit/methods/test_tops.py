"""How often among the first: ties at the cut are open, what is unknown is a range, and two criteria give intervals of a weight."""

from fractions import Fraction

import pytest

from prioritera.methods.drawn import GRID, drawn
from prioritera.methods.tops import Alternative, Often, tops


def exact(*values: int) -> Alternative:
    return Alternative(low=values, high=values)


@pytest.mark.parametrize(("alternatives", "k"), [([], 1), ([exact(1)], 0)])
def test_what_cannot_be_counted_is_refused(alternatives: list[Alternative], k: int) -> None:
    with pytest.raises(ValueError, match=rf"the first {k} of {len(alternatives)} alternatives; expected one or more of each"):
        tops(alternatives, [(1,)], k)


def test_equal_ones_share_the_first_place_and_the_cut_between_them_is_open() -> None:
    found = tops([exact(2, 1), exact(2, 1), exact(0, 0)], drawn([[0, 1]], samples=50, seed=3), 1)

    assert found.top == (Often(certain=0, possible=50), Often(certain=0, possible=50), Often(certain=0, possible=0))
    assert found.first == (Often(certain=50, possible=50), Often(certain=50, possible=50), Often(certain=0, possible=0))
    assert found.central[0] == found.central[1]
    assert found.central[2] is None
    assert found.samples == 50


@pytest.mark.parametrize("k", [2, 3, 9])
def test_no_more_alternatives_than_places_are_all_in(k: int) -> None:
    found = tops([exact(0), exact(1)], [(1,)], k)

    assert found.top == (Often(certain=1, possible=1), Often(certain=1, possible=1))
    assert found.first == (Often(certain=0, possible=0), Often(certain=1, possible=1))


def test_one_alone_is_first() -> None:
    assert tops([exact(0)], [(1,), (1,)], 1).first == (Often(certain=2, possible=2),)


def test_what_is_open_is_counted_as_certain_and_as_possible() -> None:
    sure, wide = exact(2, 2), Alternative(low=[1, 1], high=[3, 1])

    found = tops([sure, wide], [(3, 1), (1, 3), (2, 2)], 1)

    assert found.top == (Often(certain=1, possible=3), Often(certain=0, possible=2))
    assert found.first == (Often(certain=2, possible=3), Often(certain=0, possible=2))
    assert found.central == ((Fraction(3, 8), Fraction(5, 8)), None)


def test_the_one_that_can_be_greatest_is_first_when_its_least_is_above_all_others() -> None:
    found = tops([Alternative(low=[3], high=[9]), Alternative(low=[1], high=[3])], [(1,)], 1)

    assert found.first == (Often(certain=1, possible=1), Often(certain=0, possible=1))
    assert found.top == (Often(certain=0, possible=1), Often(certain=0, possible=1))


def test_what_comes_before_the_score_decides_whatever_the_weights() -> None:
    low_tier, high_tier = Alternative(low=[9, 9], high=[9, 9]), Alternative(low=[0, 0], high=[0, 0], before=(1, 1))

    assert [often.certain for often in tops([low_tier, high_tier], drawn([[0, 1]], samples=20, seed=1), 1).top] == [0, 20]


def test_what_comes_after_the_score_decides_between_equal_scores_only() -> None:
    early, late = Alternative(low=[1, 0], high=[1, 0], after=((2,), (2,))), Alternative(low=[0, 1], high=[0, 1], after=((1,), (3,)))

    found = tops([early, late], [(1, 1), (2, 0), (0, 2)], 1)

    assert found.top == (Often(certain=1, possible=2), Often(certain=1, possible=2))


def test_the_one_that_comes_first_after_equal_scores_is_in() -> None:
    early, late = Alternative(low=[1], high=[1], after=((2,), (2,))), Alternative(low=[1], high=[1], after=((1,), (1,)))

    found = tops([late, early], [(1,), (1,)], 1)

    assert found.top == found.first == (Often(certain=0, possible=0), Often(certain=2, possible=2))


def test_what_may_come_before_the_others_is_in_possibly_and_not_certainly() -> None:
    maybe = Alternative(low=[0], high=[0], before=(0, 1))

    found = tops([maybe, exact(9)], [(1,)], 1)

    assert found.top == found.first == (Often(certain=0, possible=1), Often(certain=0, possible=1))


def test_draws_of_another_number_of_weights_are_not_added_up() -> None:
    with pytest.raises(ValueError, match=r"zip\(\) argument 2 is shorter than argument 1"):
        tops([exact(1, 1)], [(1, 1), (2,)], 1)


@pytest.mark.parametrize(
    ("k", "of_a", "of_b", "of_c"),
    [(1, Fraction(2, 5), Fraction(2, 5), Fraction(1, 5)), (2, Fraction(1, 2), Fraction(1, 2), Fraction(1))],
)
def test_two_criteria_give_intervals_of_the_weight(k: int, of_a: Fraction, of_b: Fraction, of_c: Fraction) -> None:
    """With the weight w on the first criterion a has 5w, b 5(1 - w) and c 3, so a is first above 3/5, b below 2/5 and c between."""
    found = tops([exact(5, 0), exact(0, 5), exact(3, 3)], drawn([[0, 1]], samples=4000, seed=1), k)

    # Three standard errors of a share of 4 000 draws are below 0.024.
    assert [
        abs(Fraction(often.certain, 4000) - share) < Fraction(24, 1000) for often, share in zip(found.top, (of_a, of_b, of_c), strict=True)
    ] == [True] * 3
    assert all(often.certain == often.possible for often in found.top)


def test_two_criteria_in_order_give_intervals_of_the_greater_half() -> None:
    """With the first weighing at least as much as the second, w is uniform on 1/2 to 1: a is first above 3/5, c below."""
    found = tops([exact(5, 0), exact(0, 5), exact(3, 3)], drawn([[0], [1]], samples=4000, seed=1), 1)

    assert abs(Fraction(found.top[0].certain, 4000) - Fraction(4, 5)) < Fraction(2, 100)
    assert found.top[1] == Often(certain=0, possible=0)
    assert abs(found.central[0][0] - Fraction(4, 5)) < Fraction(1, 100)  # type: ignore[index]  # the first is first in most draws


def test_draws_of_another_sum_are_counted_by_their_own() -> None:
    found = tops([exact(1, 0), exact(0, 1)], [(2, 1), (GRID - 1, 1)], 1)

    assert found.top[0] == Often(certain=2, possible=2)
