"""How often each alternative is among the first k, and first, when the weights are drawn: whole numbers, and what is open stays open.

Nothing unknown is given a distribution: in each draw an alternative is certainly in, or may be in, by its least and its greatest key.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from operator import mul

import attrs

from prioritera.frozen import frozen_tuple

# What a key is by the weights: an offset, and what each weight counts for.
Line = tuple[int, tuple[int, ...]]


@attrs.frozen(kw_only=True)
class Alternative:
    """What an alternative is placed by: least and greatest values on the criteria, and what its keys have before and after the score."""

    low: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    high: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    before: tuple[int, int] = (0, 0)
    after: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())


@attrs.frozen(kw_only=True)
class Often:
    """In how many draws something is certain, and in how many it is possible."""

    certain: int
    possible: int


@attrs.frozen(kw_only=True)
class Tops:
    """For each alternative, how often it is among the first k and how often first; of `samples` draws.

    Among the first k it is certainly, when fewer than k others can be level with it or above, and possibly, when fewer than k others are
    certainly above: a tie at the cut is not settled. First it is when no other is above, alone or sharing the place. `central` are the mean
    weights, shares of 1, with which it is certainly first; None where it never is.
    """

    top: tuple[Often, ...] = attrs.field(converter=frozen_tuple)
    first: tuple[Often, ...] = attrs.field(converter=frozen_tuple)
    central: tuple[tuple[Fraction, ...] | None, ...] = attrs.field(converter=frozen_tuple)
    samples: int


def tops(alternatives: Sequence[Alternative], draws: Iterable[Sequence[int]], k: int) -> Tops:
    """Count over the draws.

    Args:
        alternatives: one or more, with as many values each.
        draws: whole weights, one a criterion, with the same sum in every draw.
        k: how many places are the top, 1 or more.

    Raises:
        ValueError: there are no alternatives, or k is below 1.

    Source: Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3); the ranges of places are ours.

    >>> sure, open_ = Alternative(low=[2, 2], high=[2, 2]), Alternative(low=[1, 1], high=[3, 1])
    >>> found = tops([sure, open_], [(3, 1), (1, 3)], 1)
    >>> found.top
    (Often(certain=1, possible=2), Often(certain=0, possible=1))
    """
    if not alternatives or k < 1:
        raise ValueError(f"the first {k} of {len(alternatives)} alternatives; expected one or more of each")
    count = len(alternatives)
    inside, possible, first, maybe = ([0] * count for _ in range(4))
    sums: dict[int, list[int]] = {}
    samples = whole = 0
    lows: list[Line] = []
    highs: dict[int, Line] = {}
    for weights in draws:
        samples += 1
        if sum(weights) != whole:
            whole = sum(weights)
            lows, highs = _lines(alternatives, whole)
        least = [offset + sum(map(mul, weights, row)) for offset, row in lows]
        most = list(least)
        for at, (offset, row) in highs.items():
            most[at] = offset + sum(map(mul, weights, row))
        best, top = sorted(least, reverse=True), sorted(most, reverse=True)
        _count(inside, range(count) if count <= k else _above(least, top[k]))
        _count(possible, range(count) if count <= k else _from(most, best[k - 1]))
        _count(maybe, _from(most, best[0]))
        # Nobody else is above: the next greatest is the most that another can be, for the one that can be greatest of all.
        for at in _from(least, top[1]) if count > 1 else [0]:
            if most[at] == top[0]:
                first[at] += 1
                sums[at] = [total + weight for total, weight in zip(sums.get(at, [0] * len(weights)), weights, strict=True)]
    return Tops(
        top=[Often(certain=sure, possible=open_) for sure, open_ in zip(inside, possible, strict=True)],
        first=[Often(certain=sure, possible=open_) for sure, open_ in zip(first, maybe, strict=True)],
        central=[tuple(Fraction(total, whole * first[at]) for total in sums[at]) if at in sums else None for at in range(count)],
        samples=samples,
    )


def _lines(alternatives: Sequence[Alternative], whole: int) -> tuple[list[Line], dict[int, Line]]:
    """The least key of each alternative as one whole number, linear in weights with this sum; and the greatest, where it is another."""
    order = {after: code for code, after in enumerate(sorted({after for one in alternatives for after in one.after}))}
    greatest = max((value for one in alternatives for value in one.high), default=0)
    # INVARIANT: a score is at most `whole` times the greatest value, so what comes before it weighs more than all that follows.
    step = len(order) * (whole * greatest + 1)
    lows = [(one.before[0] * step + order[one.after[0]], tuple(len(order) * value for value in one.low)) for one in alternatives]
    highs = [(one.before[1] * step + order[one.after[1]], tuple(len(order) * value for value in one.high)) for one in alternatives]
    return lows, {at: high for at, (low, high) in enumerate(zip(lows, highs, strict=True)) if low != high}


def _above(keys: Sequence[int], limit: int) -> list[int]:
    return [at for at, key in enumerate(keys) if key > limit]


def _from(keys: Sequence[int], limit: int) -> list[int]:
    return [at for at, key in enumerate(keys) if key >= limit]


def _count(counts: list[int], found: Iterable[int]) -> None:
    for at in found:
        counts[at] += 1
