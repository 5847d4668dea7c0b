"""The smallest change of one weight that changes who is among the first k, exactly: how far evenly growing keys keep their sides."""

from collections.abc import Sequence
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.methods.order import Side, sides_of_cut


@attrs.frozen(kw_only=True)
class Rising:
    """A key whose score changes evenly: `score` now, and `slope` more for each step; what comes before and after it stays."""

    before: int = 0
    score: int
    slope: int
    after: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Turned:
    """After how many steps somebody changes sides, and the sides just past it, one an alternative."""

    steps: Fraction
    sides: tuple[Side, ...] = attrs.field(converter=frozen_tuple)


def turned(lower: Sequence[Rising], upper: Sequence[Rising], k: int, within: int | None = None) -> Turned | None:
    """The least number of steps past which some alternative stands on another side of the cut; None where that never is.

    Args:
        lower: the least key of each alternative.
        upper: the greatest key of each, not below its least in all steps that are followed.
        k: where the cut is, as `sides_of_cut` has it.
        within: only so many steps are followed, that one not included; no bound when None.

    A tie that the cut goes through now is settled by any change: then it is 0 steps.

    >>> lines = [Rising(score=4, slope=1), Rising(score=1, slope=3)]
    >>> turned(lines, lines, 1)
    Turned(steps=Fraction(3, 2), sides=(<Side.OUTSIDE: 'outside'>, <Side.INSIDE: 'inside'>))
    """
    now = sides_of_cut([_key(one) for one in lower], [_key(one) for one in upper], k)
    steps = Fraction(0)
    while True:
        lows, highs = ([_past(one, steps) for one in keys] for keys in (lower, upper))
        sides = sides_of_cut(lows, highs, k)
        if sides != now:
            return Turned(steps=steps, sides=sides)
        following = _kept_until(lower, upper, _Seen(lows, highs, sides), k)
        if following is None or (within is not None and following >= within):
            return None
        steps = following


Past = tuple[int, int, int, tuple[int, ...]]


@attrs.frozen
class _Seen:
    """The keys just past some steps, and the sides there."""

    lows: tuple[Past, ...] = attrs.field(converter=frozen_tuple)
    highs: tuple[Past, ...] = attrs.field(converter=frozen_tuple)
    sides: tuple[Side, ...] = attrs.field(converter=frozen_tuple)


def _key(one: Rising) -> tuple[int, int, tuple[int, ...]]:
    return one.before, one.score, one.after


def _past(one: Rising, steps: Fraction) -> Past:
    """The key just past some steps: of equal scores the one that rises more is the greater."""
    return one.before, _at(one, steps), one.slope, one.after


def _kept_until(lower: Sequence[Rising], upper: Sequence[Rising], seen: _Seen, k: int) -> Fraction | None:
    """Until when what shows the sides holds: who is inside, above all but k; who may be in, not below k.

    Where it breaks off the sides may still be as they were, by other witnesses.
    """
    by_low = sorted(range(len(lower)), key=lambda at: seen.lows[at], reverse=True)
    by_high = sorted(range(len(upper)), key=lambda at: seen.highs[at], reverse=True)
    inside = [at for at in by_low if seen.sides[at] is Side.INSIDE]
    others = [at for at in by_low if seen.sides[at] is not Side.INSIDE]
    possible = [at for at in by_high if seen.sides[at] is not Side.OUTSIDE]
    outside = [at for at in by_high if seen.sides[at] is Side.OUTSIDE]
    meetings = [
        _meeting([lower[at] for at in inside], [upper[at] for at in by_high[k:]]),
        _meeting([upper[at] for at in by_high[: k + 1]], [lower[at] for at in others]),
        _meeting([upper[at] for at in possible], [lower[at] for at in by_low[k - 1 :]]),
        _meeting([lower[at] for at in by_low[:k]], [upper[at] for at in outside]),
    ]
    return min((one for one in meetings if one is not None), default=None)


def _meeting(ahead: Sequence[Rising], behind: Sequence[Rising]) -> Fraction | None:
    """When the first of those ahead is met by one behind; None when none ever is."""
    tiers = {one.before for one in ahead} & {one.before for one in behind}
    found = [_met([one for one in ahead if one.before == tier], [one for one in behind if one.before == tier]) for tier in sorted(tiers)]
    return min((one for one in found if one is not None), default=None)


def _met(ahead: Sequence[Rising], behind: Sequence[Rising]) -> Fraction | None:
    # INVARIANT: the least of straight lines less the greatest of straight lines only bends downwards, so stepping back from a meeting
    # to that of the pair which is furthest apart there comes to the first meeting of all.
    first, second = min(ahead, key=lambda one: one.slope), max(behind, key=lambda one: one.slope)
    if first.slope >= second.slope:
        return None
    while True:
        at = Fraction(first.score - second.score, second.slope - first.slope)
        first, second = min(ahead, key=lambda one: _at(one, at)), max(behind, key=lambda one: _at(one, at))
        if _at(first, at) >= _at(second, at):
            return at


def _at(one: Rising, steps: Fraction) -> int:
    """The score after some steps, times the steps' denominator, which is the same for all."""
    return one.score * steps.denominator + one.slope * steps.numerator
