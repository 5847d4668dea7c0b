"""Checks of groups: that some score that occurs falls in each."""

from collections.abc import Iterator
from fractions import Fraction

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.model.ruleset import Band, RuleSet
from prioritera.reading.numbers import decimal_text
from prioritera.verify.sound import is_sound
from prioritera.verify.sums import POINTS, sums_of


def check_groups(rules: RuleSet) -> Iterator[Diagnostic]:
    """The groups that no need can be in because no score that occurs falls there; groups without any whole number of points aside.

    A need is in a group by the lower end of its score, with every criterion left in. Of more points than can be counted it may be that
    nothing is settled: that is said, and stops nothing.
    """
    if not rules.bands or not is_sound(rules):
        return
    sums = sums_of(rules.criteria, rules.scale, lower=True)
    for band, low, high in spans(rules):
        hit = sums.hits(low, high)
        least = decimal_text(band.least)
        if hit is None:
            params = {"band": band.id, "least": least, "points": sums.of, "most": POINTS}
            yield Diagnostic(code="band-undecided", severity=Severity.WARNING, span=rules.span, params=params)
        elif not hit:
            near = tuple(share_text(points, sums.of) for points in sums.nearest(low, high))
            yield Diagnostic(code="band-unreached", span=rules.span, params={"band": band.id, "least": least, "nearest": near})


def spans(rules: RuleSet) -> Iterator[tuple[Band, int, int]]:
    """Each group that has any whole number of points, with the least and the greatest of them."""
    of = rules.weight_sum * rules.scale
    above = of + 1
    # Of groups with the same limit the first is read.
    for band in sorted(rules.bands, key=lambda band: band.least, reverse=True):
        low = -(-band.least.numerator * of // band.least.denominator)
        if low < above:
            yield band, low, above - 1
            above = low


def share_text(points: int, of: int) -> str:
    """A number of points as its share of the highest possible score, for messages.

    >>> share_text(1, 2), share_text(2, 6)
    ('0.5', '1/3')
    """
    return decimal_text(Fraction(points, of))
