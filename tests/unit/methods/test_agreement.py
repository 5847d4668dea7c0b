from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.agreement import Level, appropriateness, average_expert_agreement, concordance, krippendorff_alpha, quantile


def test_a_question_that_nobody_answered_is_left_out_of_the_agreement() -> None:
    assert average_expert_agreement([[1, 1, 0], [None, None, None]]) == Fraction(2, 3)
    assert average_expert_agreement([[None]]) is None
    assert average_expert_agreement([]) is None


def test_a_quantile_lies_between_its_neighbours() -> None:
    ordered = [Fraction(value) for value in (1, 2, 4, 8)]

    assert [quantile(ordered, Fraction(share, 10)) for share in (0, 3, 5, 10)] == [1, Fraction(19, 10), 3, 8]
    with pytest.raises(ValueError, match="0 answers and the share 1/2; expected at least one answer"):
        quantile([], Fraction(1, 2))


@pytest.mark.parametrize("ratings", [[], [0], [10, 5]])
def test_ratings_off_the_scale_are_refused(ratings: list[int]) -> None:
    with pytest.raises(ValueError, match="expected some, each 1 to 9"):
        appropriateness(ratings)


@pytest.mark.parametrize("size", range(8, 17))
def test_a_third_of_each_size_of_panel_at_both_ends_is_disagreement(size: int) -> None:
    needed = {8: 3, 9: 3, 10: 3, 11: 4, 12: 4, 13: 4, 14: 5, 15: 5, 16: 5}[size]
    enough, short = ([1] * low + [4] * (size - low - needed) + [9] * needed for low in (needed, needed - 1))

    assert (appropriateness(enough).disagree_by_count, appropriateness(short).disagree_by_count) == (True, False)
    assert appropriateness(short).median == quantile(sorted(short), Fraction(1, 2))


def test_a_spread_as_wide_as_allowed_is_no_disagreement() -> None:
    found = appropriateness([1, 1, 3, 3, 6, 6, 6])

    assert (found.low, found.high, found.allowed, found.disagree) == (Fraction(13, 5), Fraction(6), Fraction(17, 5), False)


@pytest.mark.parametrize(
    ("ratings", "by_count"),
    [
        ([1, 2, 3, 5, 5, 5, 7, 8, 9], True),
        ([1, 2, 5, 5, 5, 5, 7, 8, 9], False),
        ([1] * 4 + [5] * 3 + [9] * 4, True),
        ([1] * 3 + [5] * 4 + [9] * 4, False),
        ([1] * 5 + [5] * 5 + [9] * 5, True),
        ([1, 9] * 10, None),
        ([1, 9], None),
    ],
)
def test_a_panel_disagrees_by_count_when_a_third_stands_at_each_end(ratings: list[int], by_count: bool | None) -> None:  # noqa: FBT001 -- a case
    assert appropriateness(ratings).disagree_by_count is by_count


def test_a_panel_disagrees_by_spread_when_its_middle_is_wide() -> None:
    found = appropriateness([1, 1, 1, 1, 5, 9, 9, 9, 9])

    assert (found.low, found.high, found.asymmetry) == (Fraction(1), Fraction(9), Fraction(0))
    assert (found.allowed, found.disagree) == (Fraction(235, 100), True)


def _w_by_definition(orders: list[list[int]]) -> Fraction:
    judges, things = len(orders), len(orders[0])
    sums = [sum(ranks) for ranks in zip(*orders, strict=True)]
    middle = Fraction(sum(sums), things)
    return 12 * sum(((total - middle) ** 2 for total in sums), Fraction(0)) / (judges**2 * (things**3 - things))


@given(st.lists(st.permutations([1, 2, 3, 4]), min_size=2, max_size=5))
def test_without_ties_concordance_is_kendall_s_formula(orders: list[list[int]]) -> None:
    assert concordance([[Fraction(rank) for rank in order] for order in orders]) == _w_by_definition(orders)


def test_judges_who_agree_with_ties_agree_wholly() -> None:
    tied = [Fraction(3, 2), Fraction(3, 2), Fraction(3)]

    assert concordance([tied, tied]) == 1


@pytest.mark.parametrize("orders", [[], [[Fraction(1), Fraction(2)]], [[Fraction(1)], [Fraction(1)]], [[Fraction(2)] * 3] * 2])
def test_with_nothing_to_compare_there_is_no_concordance(orders: list[list[Fraction]]) -> None:
    assert concordance(orders) is None


def test_orders_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match=r"orders have \[1, 2\] things"):
        concordance([[Fraction(1)], [Fraction(1), Fraction(2)]])


# Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: four observers, twelve units, with missing data.
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


@pytest.mark.parametrize(("level", "published"), [(Level.NOMINAL, 0.743), (Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849)])
def test_alpha_is_krippendorff_s_own_example(level: Level, published: float) -> None:
    found = krippendorff_alpha([list(unit) for unit in zip(*OBSERVERS, strict=True)], level)

    assert found is not None
    assert float(found) == pytest.approx(published, abs=5e-4)


@given(st.lists(st.lists(st.sampled_from([1, 2, 3, None]), min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from(Level))
def test_alpha_knows_no_order_of_judges(units: list[list[int | None]], level: Level) -> None:
    turned = [[unit[place] for place in (2, 0, 1)] for unit in units]

    assert krippendorff_alpha(units, level) == krippendorff_alpha(turned, level)


@given(st.lists(st.lists(st.integers(1, 3), min_size=2, max_size=3), min_size=1, max_size=4))
def test_alpha_is_disagreement_within_units_against_that_among_all(units: list[list[int]]) -> None:
    """By the definition: the mean squared distance of pairs within units over that of pairs of all values, for interval data."""
    values = [value for unit in units for value in unit]
    within = sum(
        (Fraction((one - other) ** 2, len(unit) - 1) for unit in units for one, other in permutations(unit, 2)), Fraction(0)
    ) / len(values)
    among = Fraction(sum((one - other) ** 2 for one, other in permutations(values, 2)), len(values) * (len(values) - 1))

    found = krippendorff_alpha(units, Level.INTERVAL)

    assert found == (1 - within / among if among else None)
