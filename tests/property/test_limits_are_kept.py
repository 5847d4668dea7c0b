"""Laws of selecting under limits: the same as trying every choice, ties never split, limits kept, the order of input without effect.

The best choice is the one with the most first places, then the most second places, and so on; enumerated here over every set of candidates.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product

import attrs
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prioritera.methods.groups import union_of_tops
from prioritera.methods.limits import Limits, Placed, most_together, shortfalls, sides_of_limits, sides_of_tops
from prioritera.methods.order import Side, rank_ranges

GROUPS = ("a", "b", "c")
Bounds = Mapping[str, Limits]
few = settings(max_examples=40, deadline=None)

bounds = st.tuples(st.integers(0, 2), st.none() | st.integers(0, 2)).map(
    lambda two: Limits(two[0], None if two[1] is None else two[0] + two[1])
)
limits = st.fixed_dictionaries(dict.fromkeys(GROUPS, bounds))
sizes = st.none() | st.integers(1, 5)


def placed(keys: Sequence[tuple[str, str, int, int]]) -> list[Placed]:
    """Candidates of group, ranking, lower and upper key, each with its places in its ranking."""
    found: list[Placed] = []
    for group, ranking, low, high in keys:
        own = [(low_, high_) for _, other, low_, high_ in keys if other == ranking]
        best, worst = rank_ranges([one for one, _ in own], [one for _, one in own])[own.index((low, high))]
        found.append(Placed(group=group, ranking=ranking, lower=(low,), upper=(high,), best=best, worst=worst))
    return found


def drawn(rankings: Sequence[str], width: int, most: int) -> st.SearchStrategy[list[Placed]]:
    key = st.tuples(st.integers(0, 3), st.integers(0, width)).map(lambda two: (two[0], sum(two)))
    one = st.tuples(st.sampled_from(GROUPS), st.sampled_from(rankings), key).map(lambda three: (*three[:2], *three[2]))
    return st.lists(one, max_size=most).map(placed)


exact = drawn(("r", "s"), 0, 6)


def there(candidates: Sequence[Placed]) -> dict[str, int]:
    return {name: sum(one.group == name for one in candidates) for name in GROUPS}


def met(candidates: Sequence[Placed], limit: Bounds, size: int | None) -> tuple[Bounds, int | None]:
    """The limits as they are where they can be met; otherwise with least numbers that there are enough for, and a size that holds them."""
    counts = there(candidates)
    lowered = {name: Limits(min(one.least, counts[name]), one.most) for name, one in limit.items()}
    return lowered, None if size is None else max(size, sum(one.least for one in lowered.values()))


def is_allowed(chosen: Sequence[Placed], limit: Bounds, size: int | None) -> bool:
    counts = there(chosen)
    fits = all(one.least <= counts[name] and (one.most is None or counts[name] <= one.most) for name, one in limit.items())
    return fits and (size is None or len(chosen) <= size)


def best_choices(candidates: Sequence[Placed], limit: Bounds, size: int | None) -> list[frozenset[int]]:
    """Every best choice of all that are allowed: most first places, then most second places, and so on."""
    allowed = [
        frozenset(chosen)
        for number in range(len(candidates) + 1)
        for chosen in combinations(range(len(candidates)), number)
        if is_allowed([candidates[at] for at in chosen], limit, size)
    ]
    worth = {chosen: [sum(candidates[at].best == place for at in chosen) for place in range(1, len(candidates) + 1)] for chosen in allowed}
    best = max(worth.values(), default=[])
    return [chosen for chosen in allowed if worth[chosen] == best]


def by_enumeration(worlds: Sequence[Sequence[frozenset[int]]], who: int) -> Side:
    """Inside when it is in every best choice of every world, outside when it is in none."""
    seen = {who in chosen for choices in worlds for chosen in choices}
    return Side.INSIDE if seen == {True} else Side.OUTSIDE if seen == {False} else Side.GREY_ZONE


@few
@given(exact, limits, sizes)
def test_limits_that_can_be_met_are_those_that_some_choice_meets(candidates: list[Placed], limit: Bounds, size: int | None) -> None:
    choices = best_choices(candidates, limit, size)

    assert bool(shortfalls(there(candidates), limit, size)) == (not choices)


@few
@given(exact, limits, sizes)
@example(placed([("a", "r", 2, 2), ("a", "r", 1, 1), ("b", "r", 0, 0)]), {"a": Limits(), "b": Limits(1), "c": Limits()}, 2)
def test_the_sides_are_those_of_every_best_choice(candidates: list[Placed], limit: Bounds, size: int | None) -> None:
    limit, size = met(candidates, limit, size)
    choices = best_choices(candidates, limit, size)

    found = sides_of_limits(candidates, limit, size)

    assert [one.side for one in found] == [by_enumeration([choices], who) for who in range(len(candidates))]
    assert {len(chosen) for chosen in choices} == {most_together(there(candidates), limit, size)}
    assert all(one.why for one in found if one.side is not Side.INSIDE)
    assert all(one.is_tie for one in found if one.side is Side.GREY_ZONE)


def worlds_of(candidates: Sequence[Placed]) -> list[list[Placed]]:
    """Every way that uncertain keys can turn out, with the places that they then have."""
    each = [range(one.lower[0], one.upper[0] + 1) for one in candidates]
    rows = [(one.group, one.ranking) for one in candidates]
    return [placed([(*row, key, key) for row, key in zip(rows, keys, strict=True)]) for keys in product(*each)]


@few
@given(drawn(("r",), 2, 4), limits, sizes)
def test_in_one_list_a_side_is_certain_exactly_when_it_is_so_however_the_places_turn_out(
    candidates: list[Placed], limit: Bounds, size: int | None
) -> None:
    limit, size = met(candidates, limit, size)
    worlds = [best_choices(world, limit, size) for world in worlds_of(candidates)]

    found = sides_of_limits(candidates, limit, size)

    assert [one.side for one in found] == [by_enumeration(worlds, who) for who in range(len(candidates))]


@few
@given(drawn(("r", "s"), 2, 4), limits, sizes)
def test_over_several_lists_what_is_said_to_be_certain_is(candidates: list[Placed], limit: Bounds, size: int | None) -> None:
    limit, size = met(candidates, limit, size)
    worlds = [best_choices(world, limit, size) for world in worlds_of(candidates)]

    for who, one in enumerate(sides_of_limits(candidates, limit, size)):
        assert one.side in {Side.GREY_ZONE, by_enumeration(worlds, who)}


@few
@given(drawn(("r", "s"), 2, 12), limits, sizes)
def test_limits_are_kept_and_a_tie_is_never_split(candidates: list[Placed], limit: Bounds, size: int | None) -> None:
    limit, size = met(candidates, limit, size)

    found = sides_of_limits(candidates, limit, size)

    inside = [one for one, sided in zip(candidates, found, strict=True) if sided.side is Side.INSIDE]
    assert size is None or len(inside) <= size
    assert all(one.most is None or there(inside)[name] <= one.most for name, one in limit.items())
    for name in GROUPS:
        maybe = [one for one, sided in zip(candidates, found, strict=True) if sided.side is not Side.OUTSIDE and one.group == name]
        assert len(maybe) >= limit[name].least
    alike: dict[Placed, set[Side]] = {}
    for one, sided in zip(candidates, found, strict=True):
        alike.setdefault(one, set()).add(sided.side)
    assert all(len(sides) == 1 for sides in alike.values())


@few
@given(drawn(("r", "s"), 2, 8).flatmap(lambda ones: st.tuples(st.just(ones), st.permutations(range(len(ones))))), limits, sizes)
def test_the_order_that_candidates_come_in_does_not_matter(turned: tuple[list[Placed], list[int]], limit: Bounds, size: int | None) -> None:
    candidates, order = turned
    limit, size = met(candidates, limit, size)

    found = sides_of_limits(candidates, limit, size)

    assert sides_of_limits([candidates[at] for at in order], limit, size) == [found[at] for at in order]
    tops = sides_of_tops(candidates, 2)
    assert sides_of_tops([candidates[at] for at in order], 2) == [tops[at] for at in order]


@few
@given(drawn(("r",), 0, 8), st.integers(1, 4))
def test_tops_are_those_of_the_union(candidates: list[Placed], k: int) -> None:
    # One group a ranking: what the union of tops means.
    own = [attrs.evolve(one, group="a") for one in candidates]

    found = [at for at, side in enumerate(sides_of_tops(own, k)) if side is Side.INSIDE]

    keys = [[Fraction(one.lower[0]) for one in own]]
    assert tuple(found) == union_of_tops(keys, k)
    assert Side.GREY_ZONE not in sides_of_tops(own, k)


@few
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=5), st.integers(0, 4), st.integers(1, 4))
def test_one_more_in_a_group_takes_nobody_out_of_another_groups_top(keys: list[tuple[int, int]], more: int, k: int) -> None:
    rows = [(group, group, low, low + width) for group in ("a", "b") for low, width in keys]

    before = dict(zip(range(len(rows)), sides_of_tops(placed(rows), k), strict=True))
    after = sides_of_tops(placed([*rows, ("b", "b", more, more)]), k)

    assert [after[at] for at, row in enumerate(rows) if row[0] == "a"] == [before[at] for at, row in enumerate(rows) if row[0] == "a"]
