"""What holds for all weights there are, free or in a given order: proved by whole numbers, not sampled."""

from collections.abc import Sequence
from itertools import islice

from prioritera.methods.tops import Alternative

Groups = Sequence[Sequence[int]]


def is_ahead(one: Alternative, other: Alternative, groups: Groups) -> bool:
    """Whether the first is strictly ahead of the second at its least and the other's greatest, for all weights above 0 that keep the order.

    Args:
        one: seen at its least.
        other: seen at its greatest.
        groups: the criteria by their places, those that matter most first, as `drawn` has them.

    >>> good, bad = Alternative(low=[2, 0], high=[2, 0]), Alternative(low=[0, 1], high=[0, 1])
    >>> is_ahead(good, bad, [[0, 1]]), is_ahead(good, bad, [[0], [1]])
    (False, True)
    """
    if one.before[0] != other.before[1]:
        return one.before[0] > other.before[1]
    apart = [mine - theirs for mine, theirs in zip(one.low, other.high, strict=True)]
    if not any(apart):
        return one.after[0] > other.after[1]
    # INVARIANT: weights that keep an order are sums of parts shared by all criteria of the groups before, and some of the next. The sum of
    # the weighted differences is not negative for all of them when none of these parts makes it so; some weight is above 0 everywhere.
    before = 0
    for group in groups:
        if before + sum(min(apart[criterion], 0) for criterion in group) < 0:
            return False
        before += sum(apart[criterion] for criterion in group)
    return True


def always_in(alternatives: Sequence[Alternative], at: int, k: int, groups: Groups) -> bool:
    """Whether one alternative is certainly among the first k for all weights, because fewer than k others can ever be level or above.

    That it is not shown so is no proof that it is not so: the others may be above at different weights.
    """
    one = alternatives[at]
    rivals = (place for place, other in enumerate(alternatives) if place != at and not is_ahead(one, other, groups))
    return len(list(islice(rivals, k))) < k


def never_in(alternatives: Sequence[Alternative], at: int, k: int, groups: Groups) -> bool:
    """Whether one alternative is never among the first k for any weights, because k others or more are ahead of it for all of them."""
    one = alternatives[at]
    ahead = (place for place, other in enumerate(alternatives) if place != at and is_ahead(other, one, groups))
    return len(list(islice(ahead, k))) == k
