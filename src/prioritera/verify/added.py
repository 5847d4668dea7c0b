"""Weighted values added in every way: sets of sums, each one whole number with a bit for each number of points.

Values at equal distances are added at once, by doubling, so that a scale of a million steps costs twenty shifts. Criteria that caps tie
together are a tree, each under the one whose performance caps it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.methods.scales import Function, Log, value_of
from prioritera.model.criterion import Criterion
from prioritera.verify.budget import Budget
from prioritera.verify.stops import stops, telling

Under = tuple[tuple[Criterion, Function], ...]


@attrs.frozen(kw_only=True)
class _Work:
    """What adding is done by. `under` are the criteria that each one caps, with their caps; a shift spends one node of `budget`."""

    scale: int
    lower: bool
    budget: Budget
    under: FrozenMap[str, Under] = attrs.field(converter=frozen_map)


def all_sums(criteria: Sequence[Criterion], scale: int, budget: Budget, *, lower: bool) -> int:
    """The sums that weighted values can make: bit i says whether i can.

    Args:
        criteria: sound, no two with one id, and each cap by one of them.
        scale: S, which values are 0 to.
        budget: one node is spent a shift, and a performance that is tried.
        lower: whether the least values over ranges of performances count too.

    Raises:
        Exhausted: the budget is spent.
    """
    work = _Work(scale=scale, lower=lower, budget=budget, under=_under(criteria))
    total = 1
    for root in (criterion for criterion in criteria if criterion.cap is None):
        total = _plus(total, _tree(root, scale, work), budget) if work.under[root.id] else _plus_runs(total, root, work)
    return total


def _under(criteria: Sequence[Criterion]) -> Mapping[str, Under]:
    caps = [(criterion, criterion.cap) for criterion in criteria if criterion.cap is not None]
    return {one.id: tuple((criterion, cap.function) for criterion, cap in caps if cap.by == one.id) for one in criteria}


def _plus_runs(total: int, criterion: Criterion, work: _Work) -> int:
    """The sums with each value of a criterion that no cap concerns."""
    found = 0
    for least, step, count in _runs(criterion, work):
        along, have = total, 1
        while have < count:
            work.budget.spend()
            more = min(have, count - have)
            along |= along << more * criterion.weight * step
            have += more
        found |= along << criterion.weight * least
    return found


def _runs(criterion: Criterion, work: _Work) -> Iterator[tuple[int, int, int]]:
    """The values of a criterion in runs: the least, the distance from each to the next, and how many."""
    found = stops(criterion, criterion.function)
    for first, last in (*pairwise(found), (found[-1], found[-1])):
        work.budget.spend()
        one, other = (value_of(criterion.function, x, work.scale) for x in (first, last))
        step, rest = divmod(abs(other - one), max(last - first, 1))
        if one == other or (not rest and not isinstance(criterion.function, Log)):
            # On a straight line whose ends are whole multiples of one distance apart, rounded values are so too.
            yield min(one, other), step, last - first + 1 if step else 1
            continue
        for x in range(first, last + 1):
            work.budget.spend()
            yield value_of(criterion.function, x, work.scale), 0, 1


def _plus(one: int, other: int, budget: Budget) -> int:
    """Every sum of one of each."""
    few, many = sorted((one, other), key=int.bit_count)
    found = 0
    while few:
        budget.spend()
        lowest = few & -few
        found |= many << lowest.bit_length() - 1
        few ^= lowest
    return found


def _tree(root: Criterion, cap: int, work: _Work) -> int:
    """The sums of a criterion whose value may not exceed a cap, together with those that its performance caps."""
    under = work.under[root.id]
    found = 0
    for own, *caps in _together(root, [root.function, *(function for _, function in under)], work):
        part = 1 << root.weight * min(own, cap)
        for (criterion, _), height in zip(under, caps, strict=True):
            part = _plus(part, _tree(criterion, height, work), work.budget)
        found |= part
    return found


def _together(criterion: Criterion, functions: Sequence[Function], work: _Work) -> Iterator[tuple[int, ...]]:
    """The values that some functions have together, at a performance; with `lower`, the least of each over a range too."""
    found: dict[tuple[int, ...], None] = {}
    for x in telling(criterion, *functions):
        work.budget.spend()
        found[tuple(value_of(function, x, work.scale) for function in functions)] = None
    values = list(found)
    yield from values
    if work.lower and not _go_together(values):
        for start, least in enumerate(values):
            for value in values[start + 1 :]:
                work.budget.spend()
                least = tuple(map(min, least, value))  # noqa: PLW2901 -- the range grows by one performance
                yield least


def _go_together(values: Sequence[tuple[int, ...]]) -> bool:
    """Whether no value rises while another falls: then the least values over a range are those at one of its ends."""
    pairs = [list(zip(before, after, strict=True)) for before, after in pairwise(values)]
    rising, falling = (all(a <= b for pair in pairs for a, b in pair), all(a >= b for pair in pairs for a, b in pair))
    return rising or falling
