"""Which scores occur, of all the points from none to the highest possible."""

from collections.abc import Sequence
from itertools import pairwise

import attrs

from prioritera.methods.scales import Function, Log, value_of, value_range
from prioritera.model.criterion import Criterion
from prioritera.verify.added import all_sums
from prioritera.verify.budget import Budget, Exhausted
from prioritera.verify.stops import place_of, stops

# The most points that are counted one by one, the most shifts of them, and the most 64-bit words that all shifts together may pass over.
POINTS = 1 << 22
SHIFTS = 50_000
WORDS = 1 << 25


@attrs.frozen(kw_only=True)
class Sums:
    """The points that occur, of `of`: bit i of `mask` says whether i do.

    Where they are too many to count, `mask` is None; `least` and `most` are the least and the greatest that occur, None where not even
    that is settled, and from `least` on there is one in every stretch of `jump` points, up to `most`.
    """

    of: int
    mask: int | None = None
    least: int | None = None
    most: int | None = None
    jump: int = 0

    def hits(self, low: int, high: int) -> bool | None:
        """Whether some number of points from `low` to `high`, both included, occurs; None when that is not settled."""
        if self.mask is not None or low > high:
            return self.first(low, high) is not None
        if self.least is None or self.most is None:
            return None
        if high < self.least or low > self.most:
            return False
        is_wide = low <= self.least or high >= self.most or high - low + 1 >= self.jump
        return True if is_wide else None

    def first(self, low: int, high: int) -> int | None:
        """The least number of points from `low` to `high` that is known to occur."""
        if self.mask is None:
            return min((x for x in (self.least, self.most) if x is not None and low <= x <= high), default=None)
        found = self.mask >> low & (1 << max(high - low + 1, 0)) - 1
        return low + (found & -found).bit_length() - 1 if found else None

    def last(self, low: int, high: int) -> int | None:
        """The greatest number of points from `low` to `high` that is known to occur."""
        if self.mask is None:
            return max((x for x in (self.least, self.most) if x is not None and low <= x <= high), default=None)
        found = self.mask >> low & (1 << max(high - low + 1, 0)) - 1
        return low + found.bit_length() - 1 if found else None

    def nearest(self, low: int, high: int) -> tuple[int, ...]:
        """The points that occur next below `low` and next above `high`, as far as they are known."""
        return tuple(x for x in (self.last(0, low - 1), self.first(high + 1, self.of)) if x is not None)


def sums_of(criteria: Sequence[Criterion], scale: int, *, lower: bool = False) -> Sums:
    """The points that needs can score on these criteria, all of them left in.

    Args:
        criteria: sound, no two with one id, and each cap by one of them.
        scale: S, which values are 0 to.
        lower: whether the lower ends of needs of which not all is known count too: a range is read at the least of each function over it,
            so with a cap that falls where its criterion rises they can lie where the score of no known need does.

    Returns:
        Every number of points that occurs, or only what is known of them: when there are more than POINTS, or when adding takes more
        than SHIFTS or WORDS.

    >>> from prioritera.loading.load import load_rules
    >>> rules = load_rules("prioritera:sbu-four")
    >>> sums_of(rules.criteria, rules.scale).hits(0, 1)
    True
    """
    of = sum(criterion.weight for criterion in criteria) * scale
    if of <= POINTS:
        try:
            return Sums(of=of, mask=all_sums(criteria, scale, Budget(min(SHIFTS, WORDS // (1 + of // 64))), lower=lower))
        except Exhausted:
            pass
    least, most = (_end(criteria, scale, greatest=greatest) for greatest in (False, True))
    return Sums(of=of, least=least, most=most, jump=_jump(criteria, scale))


def _end(criteria: Sequence[Criterion], scale: int, *, greatest: bool) -> int | None:
    """The least or the greatest sum, when the criteria's own least or greatest values give it; None where a cap leaves that open."""
    by_id = {criterion.id: criterion for criterion in criteria}
    at = {criterion.id: place_of(criterion.function, criterion, scale, greatest=greatest) for criterion in criteria}
    found = bound = 0
    for criterion in criteria:
        value = limit = value_of(criterion.function, at[criterion.id], scale)
        if criterion.cap is not None:
            other = by_id[criterion.cap.by]
            value = min(value, value_of(criterion.cap.function, at[other.id], scale))
            limit = min(limit, value_range(criterion.cap.function, other.low, other.high, scale)[greatest])
        found += criterion.weight * value
        bound += criterion.weight * limit
    return found if found == bound else None


def _jump(criteria: Sequence[Criterion], scale: int) -> int:
    """The most that the sum can change when one performance goes one step: by such steps every need is on the way to every other."""
    by_id = {criterion.id: criterion for criterion in criteria}
    moved = dict.fromkeys(by_id, 0)
    for criterion in criteria:
        moved[criterion.id] += criterion.weight * _greatest_step(criterion.function, criterion, scale)
        if criterion.cap is not None:
            moved[criterion.cap.by] += criterion.weight * _greatest_step(criterion.cap.function, by_id[criterion.cap.by], scale)
    return max(moved.values())


def _greatest_step(function: Function, criterion: Criterion, scale: int) -> int:
    """The most that the function's value can change from one performance to the next."""
    values = [(x, value_of(function, x, scale)) for x in stops(criterion, function)]
    # Where the first step of a logarithm is the greatest, a later one may be rounded up to one more.
    more = int(isinstance(function, Log))
    return max((-(-abs(after - before) // (y - x)) for (x, before), (y, after) in pairwise(values)), default=0) + more
