"""Where functions over a criterion's performances bend or step: what holds at these places, and between neighbours, holds throughout."""

from itertools import pairwise

from prioritera.methods.scales import Bins, Function, Log, corners, value_of
from prioritera.model.criterion import Criterion


def stops(criterion: Criterion, *functions: Function) -> tuple[int, ...]:
    """The performances, from the least, between which each of the functions is one straight line, or goes one way by the logarithm.

    A bin's height changes from the step before its start to the start, so that both are stops; a logarithm changes most in its first step.
    Where nobody has bounded the criterion, the first or the last corner is the end: beyond it the functions are level.

    Args:
        criterion: with bounds that leave something between them.
        functions: at least one.
    """
    places = [x for function in functions for x in corners(function)]
    low = min(places if criterion.high is None else (*places, criterion.high)) if criterion.low is None else criterion.low
    high = max(*places, low) if criterion.high is None else criterion.high
    before = [x - 1 for function in functions if isinstance(function, Bins) for x in corners(function)]
    after = [x + 1 for function in functions if isinstance(function, Log) for x in corners(function)]
    return tuple(sorted({low, high, *(x for x in (*places, *before, *after) if low <= x <= high)}))


def telling(criterion: Criterion, *functions: Function) -> tuple[int, ...]:
    """Performances that together show every value that the functions have, from the least; where one slopes, every step."""
    found = stops(criterion, *functions)
    if all(isinstance(function, Bins) for function in functions):
        return found
    places = [x for function in functions for x in corners(function)]
    low, high = max(found[0], min(places)), min(found[-1], max(places))
    return tuple(range(low, high + 1)) or (found[0],)


def better_steps(criterion: Criterion, *functions: Function) -> tuple[tuple[int, int], ...]:
    """Each stop with the next one that the criterion's direction, which is not "none", claims to be better."""
    found = stops(criterion, *functions)
    return tuple(pairwise(found if criterion.direction == "higher-first" else found[::-1]))


def place_of(function: Function, criterion: Criterion, scale: int, *, greatest: bool = False) -> int:
    """A performance at which a function over the criterion has its least value, or its greatest."""
    pick = max if greatest else min
    return pick(stops(criterion, function), key=lambda x: value_of(function, x, scale))
