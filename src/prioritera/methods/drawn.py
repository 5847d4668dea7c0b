"""Weights that nobody has decided, drawn: whole numbers that are shares of a whole, uniformly, freely or in a given order."""

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

# The sum of the weights of a draw. A power of two, so that a floating number below 1 times it is exact before it is cut to a whole number.
GRID: Final = 2**30


def drawn(groups: Sequence[Sequence[int]], *, samples: int, seed: int) -> Iterator[tuple[int, ...]]:
    """Weights drawn uniformly among those that keep an order, one tuple a draw; each sums to GRID.

    Args:
        groups: the criteria by their places 0, 1, …, those that matter most first. Inside a group nothing is said of the order, so one
            group of all is every weight there is.
        samples: how many draws.
        seed: the same seed gives the same draws.

    Source: Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3), for all weights and for ordinal information on them.

    >>> sum(next(drawn([[0, 1, 2]], samples=1, seed=1))) == GRID
    True
    >>> all(second >= first for first, second in drawn([[1], [0]], samples=100, seed=1))
    True
    """
    count = sum(len(group) for group in groups)
    draw = random.Random(seed)  # noqa: S311 -- a sample, no secret
    for _ in range(samples):
        # The gaps between uniform cuts are uniform among all shares. Only `random` is promised to give the same in later versions.
        cuts = sorted(int(draw.random() * GRID) for _ in range(count - 1))
        yield _in_order([high - low for low, high in pairwise((0, *cuts, GRID))], groups)


def _in_order(parts: Sequence[int], groups: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The same parts, the greatest to the first group; inside a group they stand to each other as they were drawn."""
    if len(groups) == 1:
        return tuple(parts)
    greatest_first = iter(sorted(parts, reverse=True))
    found = list(parts)
    for group in groups:
        # As drawn, the order of the parts says nothing of how great they are: every order inside a group is equally likely.
        for criterion in sorted(group, key=lambda one: parts[one], reverse=True):
            found[criterion] = next(greatest_first)
    return tuple(found)
