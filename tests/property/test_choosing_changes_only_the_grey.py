"""A choice by hand changes the side of needs in the grey zone alone, keeps every limit, and is taken whole or not at all."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from prioritera.methods.limits import Limits, Placed, is_within, shortfalls, sides_of_limits
from prioritera.methods.order import Side
from prioritera.model.selection import Pick
from prioritera.scoring.chosen import choose_grey

PLACED = st.lists(st.tuples(st.sampled_from("gh"), st.integers(1, 3)), min_size=1, max_size=7)
LIMITS = st.builds(
    lambda least, more: Limits(least, None if more is None else least + more), st.integers(0, 2), st.none() | st.integers(0, 2)
)


@given(PLACED, LIMITS, LIMITS, st.none() | st.integers(1, 6), st.sets(st.integers(0, 6), max_size=4))
def test_choosing_changes_only_sides_of_grey_needs(
    placed: list[tuple[str, int]], of_g: Limits, of_h: Limits, size: int | None, wanted: set[int]
) -> None:
    limits = {"g": of_g, "h": of_h}
    candidates = [Placed(group=group, ranking="r", lower=(-place,), upper=(-place,), best=place, worst=place) for group, place in placed]
    if shortfalls(Counter(group for group, _ in placed), limits, size):
        return
    sided = sides_of_limits(candidates, limits, size)
    before = [
        Pick(need=f"n{at}", side=one.side, list_id="r", best=place, worst=place, group=group)
        for at, ((group, place), one) in enumerate(zip(placed, sided, strict=True))
    ]
    after, refused = choose_grey(before, [f"n{at}" for at in sorted(wanted)], limits, size)

    assert [one.need for one in after] == [one.need for one in before]
    assert all(was.side is Side.GREY_ZONE for was, now in zip(before, after, strict=True) if was != now)
    assert not refused or list(after) == before
    taken = Counter(one.group for one in after if one.side is Side.INSIDE)
    assert is_within(taken, limits, size)
    if not refused:
        assert {one.need for one in after if one.by_hand and one.side is Side.INSIDE} == {f"n{at}" for at in wanted}
        open_ones = [one for one in after if wanted and one.side is Side.GREY_ZONE]
        assert all(is_within(taken + Counter([one.group]), limits, size) for one in open_ones)
