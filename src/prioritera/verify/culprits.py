"""Culprits: the smallest set of earlier rules that together take every need of a rule.

A set of rules takes every need when no need is left outside them, and each need that some set leaves must be taken by one rule of the
right set. So a smallest set that hits the rules of every such need is either right, or leaves a need that none so far has shown. (The
implicit hitting set method; exact, and quick where few rules are to blame.)
"""

from collections.abc import Sequence

from prioritera.verify.budget import Budget
from prioritera.verify.laid import Laid


def culprits(place: int, laid: Laid, budget: Budget) -> tuple[int, ...]:
    """The places of the fewest rules before a rule that leave none of its needs.

    Args:
        place: where a rule stands that never decides.
        laid: its table.
        budget: one node is spent a piece, and one a set that is tried.

    Raises:
        Exhausted: the budget is spent.
    """
    region = laid.regions[place]
    blamed: tuple[int, ...] = ()
    takers: list[tuple[int, ...]] = []
    while True:
        taken = [box for one in blamed for box in laid.regions[one]]
        left = laid.some_need(region, taken, budget)
        if left is None:
            return blamed
        need = laid.point(left)
        takers.append(tuple(one for one in range(place) if any(need & box == need for box in laid.regions[one])))
        blamed = _fewest(takers, budget)


def _fewest(sets: Sequence[tuple[int, ...]], budget: Budget) -> tuple[int, ...]:
    """A smallest set with a member in each of these."""
    size = 1
    while True:
        found = _hitting(sets, size, budget)
        if found is not None:
            return tuple(sorted(found))
        size += 1


def _hitting(sets: Sequence[tuple[int, ...]], size: int, budget: Budget) -> tuple[int, ...] | None:
    """A set of at most so many with a member in each of these, or None."""
    budget.spend()
    if not sets:
        return ()
    if not size:
        return None
    for member in sets[0]:
        rest = _hitting([one for one in sets if member not in one], size - 1, budget)
        if rest is not None:
            return (member, *rest)
    return None
