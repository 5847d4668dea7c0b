"""Weights that are drawn: laws that hold of every list, and the round's own places when its own weights are the only draw."""

from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from builders import assessed, criterion, rule_set, scored
from prioritera.methods.acceptability import acceptability
from prioritera.methods.ahead import always_in, is_ahead, never_in
from prioritera.methods.drawn import drawn
from prioritera.methods.order import Side, sides_of_cut
from prioritera.methods.tops import Alternative, tops
from prioritera.methods.turning import Rising, turned
from prioritera.model.criterion import Minimum
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.scoring.listing import standings
from prioritera.stages.robust import alternative_of, groups_of

Rows = list[Alternative]
Lines = tuple[list[Rising], list[Rising], int, int | None]
GROUPS = {1: [[[0]]], 2: [[[0, 1]], [[1], [0]]], 3: [[[0, 1, 2]], [[1], [0, 2]], [[0, 1], [2]], [[2], [0], [1]]]}


@st.composite
def lists(draw: st.DrawFn) -> tuple[Rows, list[list[int]], int]:
    """One to five alternatives on one to three criteria, some values open; an order of the weights; and how many are the top."""
    width = draw(st.integers(1, 3))
    value = st.integers(0, 3)
    ends = st.lists(st.tuples(value, st.sampled_from([0, 0, 0, 1, 3])), min_size=width, max_size=width)
    tier = st.sampled_from([(0, 0), (0, 0), (1, 1), (0, 1)])
    after = st.sampled_from([((0,), (0,)), ((1,), (1,)), ((0,), (1,))])
    rows = [
        Alternative(low=[low for low, _ in row], high=[low + more for low, more in row], before=draw(tier), after=draw(after))
        for row in draw(st.lists(ends, min_size=1, max_size=5))
    ]
    return rows, draw(st.sampled_from(GROUPS[width])), draw(st.integers(1, 5))


@given(lists())
def test_what_is_certain_is_possible_and_what_is_proved_is_seen(given_: tuple[Rows, list[list[int]], int]) -> None:
    rows, groups, k = given_
    found = tops(rows, drawn(groups, samples=20, seed=1), k)

    for at, (top, first) in enumerate(zip(found.top, found.first, strict=True)):
        assert 0 <= top.certain <= top.possible <= 20
        assert 0 <= first.certain <= first.possible <= 20
        assert (found.central[at] is None) == (first.certain == 0)
        assert top.certain == 20 or not always_in(rows, at, k, groups)
        assert top.possible == 0 or not never_in(rows, at, k, groups)


@given(lists())
def test_one_that_is_ahead_for_all_weights_is_never_less_often_at_the_top(given_: tuple[Rows, list[list[int]], int]) -> None:
    rows, groups, k = given_
    found = tops(rows, drawn(groups, samples=20, seed=1), k)

    for one, mine in zip(rows, found.top, strict=True):
        for other, theirs in zip(rows, found.top, strict=True):
            if is_ahead(one, other, groups):
                assert mine.certain >= theirs.certain
                assert mine.possible >= theirs.possible


@given(lists())
def test_the_order_of_the_needs_decides_nothing(given_: tuple[Rows, list[list[int]], int]) -> None:
    rows, groups, k = given_
    found = tops(rows, drawn(groups, samples=10, seed=1), k)
    back = tops(rows[::-1], drawn(groups, samples=10, seed=1), k)

    assert (back.top[::-1], back.first[::-1], back.central[::-1]) == (found.top, found.first, found.central)


@given(st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=2, max_size=4))
def test_the_shares_are_near_those_of_the_method_in_floating_point(values: list[list[int]]) -> None:
    samples = 400
    whole = tops([Alternative(low=row, high=row) for row in values], drawn([[0, 1, 2]], samples=samples, seed=1), 1)
    floating = acceptability(values, samples=samples, seed=1)

    # Two samples of 400 each: five standard errors of their difference are below 0.18.
    assert all(abs(often.possible / samples - shares[0]) < 0.18 for often, shares in zip(whole.first, floating.shares, strict=True))


BREAKERS = [(), (TieBreaker(field="wait"),), (TieBreaker(criterion="spread", prefer="less"),)]


@st.composite
def rounds(draw: st.DrawFn) -> tuple[RuleSet, list[Decision]]:
    """Rules with weights, at times a minimum and a tie-breaker, and placed needs with values that may be open."""
    minimum = draw(st.sampled_from([None, Minimum(x=2)]))
    criteria = [criterion("impact", weight=draw(st.integers(1, 4)), minimum=minimum), criterion("spread", weight=draw(st.integers(1, 4)))]
    rules = rule_set(criteria=criteria, tie_breakers=draw(st.sampled_from(BREAKERS)))
    value = st.one_of(st.integers(0, 3), st.sampled_from([(0, 2), (1, 3), None]))
    given_ = draw(st.lists(st.tuples(value, value), min_size=1, max_size=5))
    needs = [scored(f"n{at}", rules, assessed(impact=one, spread=other)) for at, (one, other) in enumerate(given_)]
    placed = standings(needs, rules)
    return rules, [attrs.evolve(need, standing=placed[need.need_id]) for need in needs]


@given(rounds(), st.integers(1, 5))
def test_the_own_weights_as_the_only_draw_give_the_rounds_own_places(drawn_: tuple[RuleSet, list[Decision]], k: int) -> None:
    rules, needs = drawn_
    own = [one.weight for one in rules.criteria]
    rows = [alternative_of(need, own) for need in needs]
    places = [need.standing for need in needs if need.standing is not None]

    found = tops(rows, [own], k)

    sides = sides_of_cut([one.lower for one in places], [one.upper for one in places], k)
    assert [bool(often.certain) for often in found.top] == [side is Side.INSIDE for side in sides]
    assert [bool(often.possible) for often in found.top] == [side is not Side.OUTSIDE for side in sides]
    assert [bool(often.possible) for often in found.top] == [one.best <= k for one in places]
    assert [(bool(often.certain), bool(often.possible)) for often in found.first] == [(one.worst == 1, one.best == 1) for one in places]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=5))
def test_groups_hold_every_weight_once_from_the_greatest(weights: list[int]) -> None:
    found = groups_of(weights)

    assert sorted(at for group in found for at in group) == list(range(len(weights)))
    assert [{weights[at] for at in group} for group in found] == [{weight} for weight in sorted(set(weights), reverse=True)]


@st.composite
def lines(draw: st.DrawFn) -> Lines:
    """Least and greatest keys that change evenly, the greatest never below the least, and where the cut is."""
    falls = draw(st.booleans())
    weight = draw(st.integers(1, 4))
    lower: list[Rising] = []
    upper: list[Rising] = []
    small = st.integers(0, 3)
    each = st.tuples(small, st.integers(0, 2), st.integers(0, 6), small, st.integers(0, 1), st.integers(0, 1))
    for low, more, rest, gap, tier, after in draw(st.lists(each, min_size=1, max_size=5)):
        for keys, value, base in ((lower, low, rest), (upper, low + more, rest + gap)):
            keys.append(Rising(before=tier, score=base + weight * value, slope=-value if falls else value, after=(after,)))
    return lower, upper, draw(st.integers(1, 5)), weight if falls else None


@given(lines())
def test_the_smallest_change_is_the_first_of_all_where_somebody_changes_sides(
    drawn_: tuple[list[Rising], list[Rising], int, int | None],
) -> None:
    lower, upper, k, within = drawn_

    def sides(steps: Fraction) -> list[Side]:
        keys = [[(one.before, one.score + one.slope * steps, one.after) for one in each] for each in (lower, upper)]
        return sides_of_cut(keys[0], keys[1], k)

    meetings = {Fraction(a.score - b.score, b.slope - a.slope) for a in (*lower, *upper) for b in (*lower, *upper) if a.slope != b.slope}
    at = sorted({Fraction(0), *(one for one in meetings if one > 0 and (within is None or one < within))})
    between = [(start, (start + end) / 2) for start, end in zip(at, [*at[1:], Fraction(within) if within else at[-1] + 2], strict=True)]
    first = next(((start, tuple(sides(middle))) for start, middle in between if sides(middle) != sides(Fraction(0))), None)

    found = turned(lower, upper, k, within)

    assert first == (None if found is None else (found.steps, found.sides))
