from fractions import Fraction
from typing import Any

from builders import criterion, rule_set
from prioritera.methods.scales import Bins
from prioritera.model.criterion import Criterion, Minimum
from prioritera.verify.heights import PASSED, WITHOUT, Cell, Heights, cells_of, heights_of
from prioritera.verify.sums import Sums


def _points(how: str, *criteria: Criterion) -> list[set[int]]:
    found = heights_of(rule_set(criteria=criteria), how, lower=False)
    return [{x for x in range(way.of + 1) if (way.mask or 0) >> x & 1} for way in found.ways]


def _gate(name: str, x: int, outcome: str = "inform", **more: Any) -> Criterion:  # noqa: ANN401 -- whatever a criterion may hold
    return criterion(name, minimum=Minimum(x=x, outcome=outcome), **more)


def test_a_cell_goes_from_its_first_point_to_the_one_before_the_next() -> None:
    shares = [Fraction(0), Fraction(1, 3), Fraction(2, 5), Fraction(1)]

    assert cells_of(shares, 6) == (Cell(low=0, high=1), Cell(low=2, high=2), Cell(low=3, high=5), Cell(low=6, high=6))
    assert cells_of([Fraction(0), Fraction(1, 3), Fraction(2, 5)], 3) == (Cell(low=0, high=0), Cell(low=1, high=1), Cell(low=2, high=3))


def test_a_cell_between_two_points_has_none() -> None:
    assert cells_of([Fraction(0), Fraction(4, 10), Fraction(1, 2)], 6)[1] == Cell(low=3, high=2)


def test_needs_past_every_minimum_score_more() -> None:
    criteria = (_gate("impact", 2), criterion("spread", Bins([(0, 0), (1, 1)], 3)))

    assert _points(WITHOUT, *criteria) == [{0, 1, 2, 3, 4}]
    assert _points(PASSED, *criteria) == [{2, 3, 4}]
    assert _points("inform", *criteria) == [{0, 1, 2}]


def test_a_minimum_is_failed_past_the_ones_before_it() -> None:
    criteria = (_gate("impact", 3, "go-on"), _gate("spread", 1))

    assert _points("inform", *criteria) == [{3}]
    assert _points("go-on", *criteria) == [{0, 1, 2, 3, 4, 5}]


def test_two_minimums_with_one_outcome_are_two_ways() -> None:
    assert _points("inform", _gate("impact", 3), _gate("spread", 1)) == [{0, 1, 2, 3, 4, 5}, {3}]


def test_where_nobody_passes_or_fails_there_are_no_needs() -> None:
    assert _points(PASSED, _gate("impact", 4)) == []
    assert _points("inform", _gate("impact", 0)) == []


def test_a_minimum_bounds_what_nobody_has_bounded() -> None:
    assert _points(PASSED, _gate("impact", 2, low=None, high=None)) == [{2, 3}]
    assert _points("inform", _gate("impact", 2, low=None, high=None)) == [{0, 1}]


def test_a_minimum_that_places_in_the_lowest_tier_changes_no_outcome() -> None:
    assert _points(PASSED, criterion("impact", minimum=Minimum(x=2))) == [{0, 1, 2, 3}]


def test_heights_are_those_of_all_ways_together() -> None:
    both = Heights(ways=[Sums(of=9, mask=0b11), Sums(of=9, mask=0b1000010000)])

    assert both.hits(Cell(low=1, high=3)) is True
    assert both.hits(Cell(low=2, high=3)) is False
    assert both.first(Cell(low=1, high=9)) == 1
    assert both.first(Cell(low=2, high=9)) == 4
    assert both.nearest(2, 3) == (1, 4)
    assert both.nearest(0, 1) == (4,)
    assert both.nearest(5, 9) == (4,)


def test_what_one_way_leaves_open_another_may_settle() -> None:
    cell = Cell(low=4, high=5)
    uncounted = Sums(of=9, least=0, most=9, jump=5)

    assert Heights(ways=[uncounted]).hits(cell) is None
    assert Heights(ways=[uncounted, Sums(of=9, mask=1 << 4)]).hits(cell) is True
    assert Heights(ways=[uncounted]).first(cell) == 4
