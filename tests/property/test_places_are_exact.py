"""A rank range is the least and the greatest rank over every completion, and a cut never splits a tie."""

from hypothesis import example, given
from hypothesis import strategies as st

from oracles import completions_of, rank_range, side_of_cut
from prioritera.methods.order import Side, rank_ranges, sides_of_cut

Key = tuple[int, ...]
Ranges = list[tuple[Key, Key]]


def ranges(parts: int, *, most: int, width: int) -> st.SearchStrategy[Ranges]:
    """Up to four alternatives, each from a lower to an upper key, part by part."""
    part = st.tuples(st.integers(0, 3), st.integers(0, width)).map(lambda pair: (pair[0], pair[0] + pair[1]))
    one = st.tuples(*[part] * parts).map(lambda ends: (tuple(low for low, _ in ends), tuple(high for _, high in ends)))
    return st.lists(one, min_size=1, max_size=most)


@given(ranges(1, most=4, width=3) | ranges(2, most=3, width=1))
@example([((0,), (3,)), ((3,), (3,)), ((0,), (0,))])
@example([((0, 2), (1, 2)), ((1, 0), (1, 0))])
def test_a_rank_range_is_the_least_and_the_greatest_rank_over_all_completions(drawn: Ranges) -> None:
    lower, upper = [low for low, _ in drawn], [high for _, high in drawn]
    completions = completions_of(lower, upper)

    assert rank_ranges(lower, upper) == [rank_range(completions, who) for who in range(len(drawn))]


@given(ranges(1, most=4, width=3) | ranges(2, most=3, width=1), st.integers(0, 5))
@example([((1,), (1,)), ((1,), (1,)), ((0,), (1,))], 2)
def test_a_side_of_a_cut_is_certain_exactly_when_it_is_so_in_every_completion(drawn: Ranges, k: int) -> None:
    lower, upper = [low for low, _ in drawn], [high for _, high in drawn]
    completions = completions_of(lower, upper)

    assert sides_of_cut(lower, upper, k) == [side_of_cut(completions, who, k) for who in range(len(drawn))]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30), st.integers(0, 31))
def test_no_cut_splits_a_tie_and_no_more_than_k_are_inside(keys: list[int], k: int) -> None:
    sides = sides_of_cut(keys, keys, k)

    for key in keys:
        assert len({side for other, side in zip(keys, sides, strict=True) if other == key}) == 1
    assert sides.count(Side.INSIDE) <= k
    assert sides.count(Side.INSIDE) + sides.count(Side.GREY_ZONE) >= min(k, len(keys))


@given(ranges(1, most=6, width=3).flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(range(len(drawn))))))
def test_the_order_that_alternatives_come_in_does_not_matter(turned: tuple[Ranges, list[int]]) -> None:
    drawn, order = turned

    def places(which: Ranges) -> list[tuple[int, int]]:
        return rank_ranges([low for low, _ in which], [high for _, high in which])

    assert places([drawn[at] for at in order]) == [places(drawn)[at] for at in order]


@given(ranges(1, most=6, width=3), ranges(1, most=1, width=3))
def test_one_more_alternative_reverses_no_two_others(drawn: Ranges, more: Ranges) -> None:
    def certain(which: Ranges) -> list[tuple[int, int]]:
        places = rank_ranges([low for low, _ in which], [high for _, high in which])[: len(drawn)]
        return [(a, b) for a in range(len(drawn)) for b in range(len(drawn)) if places[a][1] < places[b][0]]

    before, after = certain(drawn), certain([*drawn, *more])

    assert not any((b, a) in after for a, b in before)
