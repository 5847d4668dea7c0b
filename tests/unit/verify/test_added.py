import pytest

from builders import LEVELS, criterion
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap, Criterion
from prioritera.verify.added import all_sums
from prioritera.verify.budget import Budget, Exhausted

YES_NO = Bins([(0, 0), (1, 1)])


def _sums(*criteria: Criterion, scale: int, lower: bool = False) -> set[int]:
    mask = all_sums(criteria, scale, Budget(), lower=lower)
    return {x for x in range(mask.bit_length()) if mask >> x & 1}


def test_weighted_values_are_added_in_every_way() -> None:
    assert _sums(criterion("one", YES_NO, weight=2), criterion("two", YES_NO, weight=3), scale=1) == {0, 2, 3, 5}


def test_a_line_gives_every_value_at_equal_distances() -> None:
    line = criterion("one", Points([(0, 0), (5, 5)]), weight=3)
    falling = criterion("one", Points([(0, 5), (5, 0)]), weight=3)

    assert _sums(line, scale=5) == {0, 3, 6, 9, 12, 15}
    assert _sums(falling, scale=5) == _sums(line, scale=5)


def test_a_long_line_costs_few_nodes() -> None:
    line = criterion("one", Points([(0, 0), (100_000, 1)]))

    mask = all_sums([line], 100_000, Budget(40), lower=False)

    assert mask == (1 << 100_001) - 1


def test_a_line_that_is_rounded_gives_each_of_its_values() -> None:
    line = criterion("one", Points([(0, 0), (4, 1)]))

    assert _sums(line, scale=10) == {0, 3, 5, 8, 10}


def test_a_level_line_gives_one_value() -> None:
    assert _sums(criterion("one", Points([(0, 2), (4, 2)], 3)), scale=3) == {2}


def test_a_cap_ties_two_criteria_together() -> None:
    # What "two" is capped by is the performance of "one" itself: with "one" at 0 or 1, "two" counts at most 1.
    one = criterion("one", LEVELS)
    two = criterion("two", YES_NO, weight=10, cap=Cap(by="one", function=Bins([(0, 1), (2, 3)], 3)))

    assert _sums(two, one, scale=3) == {0, 1, 2, 3, 10, 11, 32, 33}


def test_the_lower_end_of_a_range_may_lie_where_no_known_need_does() -> None:
    # A range over the whole of "one" has its least value, 0, and the least cap, 0, though no performance has both.
    one = criterion("one", YES_NO)
    two = criterion("two", YES_NO, cap=Cap(by="one", function=Bins([(0, 1), (1, 0)])))

    assert _sums(one, two, scale=1) == {0, 1}
    assert _sums(one, attrs_capped(two, low=1), scale=1) == {1}
    assert _sums(one, attrs_capped(two, low=1), scale=1, lower=True) == {0, 1}


def attrs_capped(one: Criterion, **changes: int) -> Criterion:
    return criterion(one.id, one.function, cap=one.cap, **changes)


@pytest.mark.parametrize("nodes", range(8))
def test_the_budget_ends_what_takes_too_long(nodes: int) -> None:
    one = criterion("one", LEVELS)
    two = criterion("two", LEVELS, cap=Cap(by="one", function=Points([(0, 0), (3, 3)])))

    with pytest.raises(Exhausted):
        all_sums([one, two], 3, Budget(nodes), lower=True)
