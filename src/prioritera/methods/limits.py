"""Choosing under limits: at least and at most so many of each group, and at most so many in all, with ties never split.

The best choice is the one with the most first places, then the most second places, and so on: places in each one's own ranking, for
rankings are compared in no other way. What may be chosen together is a matroid (seats are kept for the groups' least numbers), so the best
choices are those that go through the candidates from the first place and take each that there is still room for. A candidate is left out of
some best choice only if those beside it and before it leave no room, and out of every best choice if those before it leave none.

Source: Edmonds (1971), Matroids and the greedy algorithm.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence

import attrs
from attrs import validators

from prioritera.frozen import frozen_tuple
from prioritera.methods.order import Side

# What keeps a candidate out: its group's greatest number, the whole's, or the seats that are kept for other groups' least numbers.
MOST, SIZE, KEPT = WHY_OUT = ("max", "size", "kept")


@attrs.frozen
class Limits:
    """At least and at most how many of a group; None is no limit."""

    least: int = attrs.field(default=0, validator=validators.ge(0))
    most: int | None = attrs.field(default=None, validator=validators.optional(validators.ge(0)))

    def __attrs_post_init__(self) -> None:
        """Refuse limits that no number is within."""
        if self.most is not None and self.most < self.least:
            raise ValueError(f"at least {self.least} and at most {self.most}; expected the least not above the most")


@attrs.frozen(kw_only=True)
class Placed:
    """A candidate: its group, and where it stands in its own ranking; 1 is first, and more is better in the keys."""

    group: str
    ranking: str
    lower: tuple[int, ...]
    upper: tuple[int, ...]
    best: int
    worst: int

    @property
    def is_exact(self) -> bool:
        """Whether it has one place only."""
        return self.best == self.worst


@attrs.frozen(kw_only=True)
class Shortfall:
    """A limit that cannot be met: `group` asks for at least `asked` and has `there`; None for the size, which the groups ask for."""

    group: str | None = None
    asked: int
    there: int


@attrs.frozen(kw_only=True)
class Sided:
    """On which side of the limits a candidate stands.

    `why` is what keeps it out, or would keep it out if it comes last of those that it is level with. `is_tie` says of one in the grey zone
    that it is there because of equal places alone, not because a place is uncertain. `by_least` says of one inside that only its group's
    least number makes that certain.
    """

    side: Side
    why: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    is_tie: bool = False
    by_least: bool = False


def shortfalls(there: Mapping[str, int], limits: Mapping[str, Limits], size: int | None = None) -> tuple[Shortfall, ...]:
    """The limits that cannot be met, each with how much was asked for and how much there is.

    >>> [str(one.asked - one.there) for one in shortfalls({"a": 1}, {"a": Limits(2), "b": Limits(1)}, 2)]
    ['1', '1', '1']
    """
    found = [Shortfall(group=name, asked=one.least, there=there.get(name, 0)) for name, one in limits.items()]
    asked = sum(one.least for one in limits.values())
    whole = [Shortfall(asked=asked, there=size)] if size is not None else []
    return tuple(one for one in (*found, *whole) if one.there < one.asked)


def most_together(there: Mapping[str, int], limits: Mapping[str, Limits], size: int | None = None) -> int:
    """How many can be chosen together of so many in each group; seats kept for a group are used by no other.

    >>> most_together({"a": 5, "b": 1}, {"a": Limits(0, 3), "b": Limits(1)}, 3)
    3
    """
    kept = sum(min(there.get(name, 0), one.least) for name, one in limits.items())
    free = _beyond(there, limits)
    return kept + (free if size is None else min(free, size - sum(one.least for one in limits.values())))


def is_within(chosen: Mapping[str, int], limits: Mapping[str, Limits], size: int | None = None) -> bool:
    """Whether so many of each group may be chosen together, with the seats kept that the least numbers of the groups ask for.

    >>> is_within({"a": 2}, {"a": Limits(), "b": Limits(1)}, 3), is_within({"a": 3}, {"a": Limits(), "b": Limits(1)}, 3)
    (True, False)
    """
    are_few = all(one.most is None or chosen.get(name, 0) <= one.most for name, one in limits.items())
    return are_few and (size is None or sum(max(chosen.get(name, 0), one.least) for name, one in limits.items()) <= size)


def sides_of_limits(candidates: Sequence[Placed], limits: Mapping[str, Limits], size: int | None = None) -> list[Sided]:
    """Where each candidate stands to limits that can be met.

    Inside: in every best choice, whatever the uncertain places turn out to be. Outside: in none. Otherwise in the grey zone: a person
    decides. Within one ranking both are exact; over several, one may be in the grey zone that a closer look would place.

    Args:
        candidates: what may be chosen, in any order.
        limits: of every group of a candidate.
        size: how many there may be in all.

    Raises:
        ValueError: some limit cannot be met.

    >>> def at(group, place): return Placed(group=group, ranking="r", lower=(-place,), upper=(-place,), best=place, worst=place)
    >>> found = sides_of_limits([at("a", 1), at("a", 2), at("b", 3), at("b", 3)], {"a": Limits(0, 1), "b": Limits(1)}, 2)
    >>> [(one.side.value, one.why) for one in found][1:3]
    [('outside', ('max', 'kept')), ('grey-zone', ('size',))]
    """
    whole = _Index(candidates)
    if shortfalls({name: whole.size(name) for name in limits}, limits, size):
        raise ValueError("the limits cannot be met; expected limits without shortfalls")
    unsettled = _Index([one for one in candidates if not one.is_exact])
    free = {name: Limits(0, one.most) for name, one in limits.items()}
    found = []
    for one in candidates:
        beside = whole.at_or_above(one)
        beside[one.group] -= 1
        before = whole.above(one)
        if not _keeps_out(one.group, beside, limits, size):
            found.append(Sided(side=Side.INSIDE, by_least=bool(_keeps_out(one.group, beside, free, size))))
            continue
        out = _why(one.group, before, limits, free, size)
        # Without a size, what other groups have takes no room from this one.
        matters = set(limits) if size is not None else {one.group}
        is_tie = one.is_exact and _of(matters, unsettled.at_or_above(one)) == _of(matters, unsettled.above(one))
        grey = Sided(side=Side.GREY_ZONE, why=_why(one.group, beside, limits, free, size), is_tie=is_tie)
        found.append(Sided(side=Side.OUTSIDE, why=out) if out else grey)
    return found


def sides_of_tops(candidates: Sequence[Placed], k: int) -> list[Side]:
    """Where each candidate stands to the k first of its group: all that are level with the k-th are inside.

    >>> def at(place): return Placed(group="a", ranking="r", lower=(-place,), upper=(-place,), best=place, worst=place)
    >>> [side.value for side in sides_of_tops([at(1), at(2), at(2), at(4)], 2)]
    ['inside', 'inside', 'inside', 'outside']
    """
    index = _Index(candidates)
    sides = []
    for one in candidates:
        may_be_before = index.may_be_above(one).get(one.group, 0)
        before = index.above(one).get(one.group, 0)
        sides.append(Side.INSIDE if may_be_before < k else Side.OUTSIDE if before >= k else Side.GREY_ZONE)
    return sides


def _why(
    group: str, above: Mapping[str, int], limits: Mapping[str, Limits], free: Mapping[str, Limits], size: int | None
) -> tuple[str, ...]:
    """What leaves no room after those above; seats kept for other groups are told apart from a size that is full without them."""
    found = _keeps_out(group, above, limits, size)
    is_full = SIZE in _keeps_out(group, above, free, size)
    return tuple(KEPT if why == SIZE and not is_full else why for why in found)


def _keeps_out(group: str, above: Mapping[str, int], limits: Mapping[str, Limits], size: int | None) -> tuple[str, ...]:
    """The limits that leave no room for one more of the group after those above."""
    here, limit = above.get(group, 0), limits[group]
    is_most = limit.most is not None and here >= limit.most
    kept = sum(one.least for one in limits.values())
    is_size = size is not None and here >= limit.least and _beyond(above, limits) >= size - kept
    return (*((MOST,) if is_most else ()), *((SIZE,) if is_size else ()))


def _of(groups: Collection[str], numbers: Mapping[str, int]) -> dict[str, int]:
    return {name: number for name, number in numbers.items() if name in groups}


def _beyond(there: Mapping[str, int], limits: Mapping[str, Limits]) -> int:
    """How many there is a use for beyond the least numbers."""
    found = 0
    for name, limit in limits.items():
        number = there.get(name, 0)
        found += (number if limit.most is None else min(number, limit.most)) - min(number, limit.least)
    return found


class _Index:
    """The candidates of each group and ranking, sorted, so that those above one are counted and not gone through."""

    def __init__(self, candidates: Sequence[Placed]) -> None:
        members: dict[tuple[str, str], list[Placed]] = {}
        for one in candidates:
            members.setdefault((one.group, one.ranking), []).append(one)
        self._lowers = {key: sorted(one.lower for one in ones) for key, ones in members.items()}
        self._uppers = {key: sorted(one.upper for one in ones) for key, ones in members.items()}
        self._bests = {key: sorted(one.best for one in ones) for key, ones in members.items()}
        self._worsts = {key: sorted(one.worst for one in ones) for key, ones in members.items()}

    def size(self, group: str) -> int:
        return sum(len(ones) for (name, _), ones in self._bests.items() if name == group)

    def at_or_above(self, one: Placed) -> dict[str, int]:
        """By group, those that may be level with it or before it, itself among them."""
        found: dict[str, int] = {}
        for key, bests in self._bests.items():
            uppers = self._uppers[key]
            is_own = key[1] == one.ranking
            number = len(uppers) - bisect_left(uppers, one.lower) if is_own else bisect_right(bests, one.worst)
            found[key[0]] = found.get(key[0], 0) + number
        return found

    def may_be_above(self, one: Placed) -> dict[str, int]:
        """By group, those that may be before it."""
        found: dict[str, int] = {}
        for key, bests in self._bests.items():
            uppers = self._uppers[key]
            is_own = key[1] == one.ranking
            itself = 1 if is_own and key[0] == one.group and one.lower < one.upper else 0
            number = len(uppers) - bisect_right(uppers, one.lower) - itself if is_own else bisect_left(bests, one.worst)
            found[key[0]] = found.get(key[0], 0) + number
        return found

    def above(self, one: Placed) -> dict[str, int]:
        """By group, those that are before it whatever the places turn out to be."""
        found: dict[str, int] = {}
        for key, worsts in self._worsts.items():
            lowers = self._lowers[key]
            is_own = key[1] == one.ranking
            number = len(lowers) - bisect_right(lowers, one.upper) if is_own else bisect_left(worsts, one.best)
            found[key[0]] = found.get(key[0], 0) + number
        return found
