"""How far judges agree: exact figures from their answers. A blank is no answer, and what nobody answered has no figure."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

import attrs

from prioritera.methods.aggregate import mean
from prioritera.methods.finite import check_finite
from prioritera.methods.order import doubled_places

_THIRTY, _SEVENTY = Fraction(30, 100), Fraction(70, 100)
_HALF = Fraction(1, 2)
_SCALE = frozenset(range(1, 10))
# The ratings that the classic rule counts: up to the one, and from the other on.
_LOW_END, _HIGH_END = 3, 7
# How wide the range may be where its middle is 5, and how much wider for each step that the middle lies away from it.
_NARROWEST, _WIDER_BY = Fraction(235, 100), Fraction(3, 2)
# A median between two regions counts as of the higher.
_LOWEST_UNCERTAIN, _LOWEST_APPROPRIATE = Fraction(7, 2), Fraction(13, 2)
_PANELS = range(8, 17)


def average_expert_agreement(answers: Sequence[Sequence[Hashable | None]]) -> Fraction | None:
    """CHNRI's average expert agreement: the mean over the sub-questions of the share who gave the commonest answer.

    Args:
        answers: one sequence a sub-question, one answer a judge; None is a blank and is not counted.

    Returns:
        From 1/n to 1; None when nobody answered anything. A sub-question that nobody answered is left out.

    Raises:
        ValueError: an answer is not finite.

    Source: Rudan et al. (2008), Croatian Medical Journal 49(3), 307-317 (the formula from methods.md, there marked as from memory).

    >>> average_expert_agreement([[1, 1, 0, None], [1, 1, 1, 1]])
    Fraction(5, 6)
    """
    said = [[answer for answer in question if answer is not None] for question in answers]
    counts = [Counter(question) for question in said if question]
    check_finite(answer for question in counts for answer in question)
    parts = [Fraction(max(question.values()), question.total()) for question in counts]
    return mean(parts) if parts else None


def quantile(answers: Sequence[Fraction | int], share: Fraction) -> Fraction:
    """The answer below which a share of the answers lies, exact between two neighbours (linear, "type 7").

    Raises:
        ValueError: there are no answers, one is not finite, or the share is not from 0 to 1.

    Source: Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4).

    >>> quantile([Fraction(1), Fraction(2), Fraction(4)], Fraction(3, 4))
    Fraction(3, 1)
    """
    if not answers or not 0 <= share <= 1:
        raise ValueError(f"{len(answers)} answers and the share {share}; expected at least one answer, and a share from 0 to 1")
    check_finite(answers)
    ordered = sorted(answers)
    below, past = divmod(share.numerator * (len(ordered) - 1), share.denominator)
    above = min(below + 1, len(ordered) - 1)
    return Fraction(ordered[below] * share.denominator + past * (ordered[above] - ordered[below])) / share.denominator


@attrs.frozen(kw_only=True)
class Appropriateness:
    """What the RAND/UCLA method says of one question.

    `low` and `high` are the 30th and 70th percentiles and `allowed` is IPRAS. `disagree` is by the spread; `disagree_by_count` and
    `agree_by_count` are by the classic rule, None for a panel of a size that it does not speak of. Neither is "indeterminate".
    """

    median: Fraction
    low: Fraction
    high: Fraction
    asymmetry: Fraction
    allowed: Fraction
    disagree: bool
    disagree_by_count: bool | None
    agree_by_count: bool | None

    @property
    def verdict(self) -> str:
        """By the median and the spread: "appropriate" (from 6.5), "uncertain" (from 3.5, or with disagreement) or "inappropriate".

        >>> appropriateness([7, 7, 8, 8, 8, 9, 9, 9, 9]).verdict, appropriateness([1, 1, 2, 2, 3, 3, 3, 4, 4]).verdict
        ('appropriate', 'inappropriate')
        """
        if self.disagree or _LOWEST_UNCERTAIN <= self.median < _LOWEST_APPROPRIATE:
            return "uncertain"
        return "appropriate" if self.median >= _LOWEST_APPROPRIATE else "inappropriate"


def appropriateness(ratings: Sequence[int]) -> Appropriateness:
    """RAND/UCLA: the median on the scale 1 to 9, and whether the panel disagrees, by both rules.

    By spread: the panel disagrees when its 30-70 interpercentile range is wider than 2.35 + 1.5 times the asymmetry, which is how far the
    middle of that range lies from 5. By count: when a third of the panel (3 of 8-10, 4 of 11-13, 5 of 14-16) rates 1 to 3 and a third
    7 to 9; it agrees when fewer than a third rate outside the region of the median (1-3, 4-6, 7-9). For other sizes no rule is published,
    and there is none here. Percentiles go linearly between two ratings ("type 7"), as `quantile`.

    Args:
        ratings: one a judge who answered, 1 to 9.

    Raises:
        ValueError: there are no ratings, or one is outside the scale.

    Source: Fitch et al. (2001), The RAND/UCLA Appropriateness Method User's Manual, MR-1269.

    >>> found = appropriateness([4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9])
    >>> found.allowed, found.disagree, found.disagree_by_count
    (Fraction(61, 10), False, False)
    """
    if not ratings or not _SCALE.issuperset(ratings):
        raise ValueError(f"ratings are {list(ratings)}; expected some, each 1 to 9")
    ordered = sorted(ratings)
    low, high = quantile(ordered, _THIRTY), quantile(ordered, _SEVENTY)
    asymmetry = abs((low + high) / 2 - 5)
    allowed = _NARROWEST + _WIDER_BY * asymmetry
    needed = (len(ordered) + 1) // 3
    ends = bisect_right(ordered, _LOW_END), len(ordered) - bisect_left(ordered, _HIGH_END)
    middle = quantile(ordered, _HALF)
    region = 1 if middle < _LOWEST_UNCERTAIN else 4 if middle < _LOWEST_APPROPRIATE else 7
    outside = sum(not region <= rating < region + 3 for rating in ordered)
    return Appropriateness(
        median=middle,
        low=low,
        high=high,
        asymmetry=asymmetry,
        allowed=allowed,
        disagree=high - low > allowed,
        disagree_by_count=min(ends) >= needed if len(ratings) in _PANELS else None,
        agree_by_count=outside < needed if len(ratings) in _PANELS else None,
    )


def concordance(orders: Sequence[Sequence[Fraction | int]]) -> Fraction | None:
    """Kendall's W: how far judges order the same things alike, 0 to 1, corrected for ties.

    Args:
        orders: one a judge, each with one number a thing, the lowest first: ranks, however ties are written (1, 2, 2 or 1, 2.5, 2.5). Only
            their order counts; things that are level share the mean of their places.

    Returns:
        None when there are fewer than two judges or things, or every judge ties everything.

    Raises:
        ValueError: the judges have not ranked the same number of things, or a number is not finite.

    Source: Kendall & Babington Smith (1939), The problem of m rankings; Siegel & Castellan (1988) for ties.

    >>> concordance([[1, 2, 3], [1, 3, 2]])
    Fraction(3, 4)
    >>> concordance([[1, 2, 2], [1, 2, 3]]) == concordance([[2, 5, 5], [2, 4, 6]]) == Fraction(13, 14)
    True
    """
    judges = len(orders)
    things = len(orders[0]) if orders else 0
    if any(len(order) != things for order in orders):
        raise ValueError(f"orders have {[len(order) for order in orders]} things; expected as many in each")
    check_finite(rank for order in orders for rank in order)
    sums = [sum(places) for places in zip(*(doubled_places(order) for order in orders), strict=True)]
    middle = judges * (things + 1)
    spread = sum((total - middle) ** 2 for total in sums)
    ties = sum(count**3 - count for order in orders for count in Counter(order).values())
    most = judges**2 * (things**3 - things) - judges * ties
    # Twice the places, squared, are four times as far apart: 12 / 4.
    return Fraction(3 * spread, most) if judges > 1 and most else None


class Level(StrEnum):
    """What kind of numbers answers are, for how far apart two of them lie."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def krippendorff_alpha(answers: Sequence[Sequence[Fraction | int | None]], level: Level) -> Fraction | None:
    """Krippendorff's alpha: agreement beyond chance, for any number of judges, with blanks.

    Args:
        answers: one sequence a unit, one answer a judge; None is a blank.
        level: how far apart two answers lie.

    Returns:
        1 for perfect agreement, 0 for none beyond chance; None when no unit has two answers, or all answers are the same value.

    Raises:
        ValueError: an answer is not finite, or below 0 on a ratio scale, or the level is none of the four.

    Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability.

    >>> krippendorff_alpha([[1, 1], [2, 2], [1, 2]], Level.NOMINAL)
    Fraction(4, 9)
    """
    level = Level(level)
    units = [Counter([answer for answer in unit if answer is not None]) for unit in answers]
    check_finite(answer for unit in units for answer in unit)
    if level is Level.RATIO and any(answer < 0 for unit in units for answer in unit):
        raise ValueError("an answer is below 0; expected a ratio scale, which has none")
    paired = [(unit, unit.total()) for unit in units if unit.total() > 1]
    counts: Counter[Fraction | int] = Counter()
    # How often two different answers meet, by how many answered: the pairs of a unit weigh 1 / (answers - 1) each.
    # A pair and its reverse are as many and as far apart: each is counted once, in what is observed and in what is expected.
    together: dict[int, Counter[tuple[Fraction | int, Fraction | int]]] = {}
    for unit, many in paired:
        counts.update(unit)
        met = together.setdefault(many, Counter())
        for (one, often), (other, as_often) in combinations(sorted(unit.items()), 2):
            met[one, other] += often * as_often
    total = counts.total()
    apart = {pair: _apart(*pair, counts, level) for pair in combinations(sorted(counts), 2)}
    expected = sum(counts[one] * counts[other] * distance for (one, other), distance in apart.items())
    met_apart = {many: sum(often * apart[pair] for pair, often in met.items()) for many, met in together.items()}
    observed = sum((Fraction(distance) / (many - 1) for many, distance in met_apart.items()), Fraction(0))
    return 1 - (total - 1) * observed / expected if expected else None


def _apart(one: Fraction | int, other: Fraction | int, counts: Mapping[Fraction | int, int], level: Level) -> Fraction | int:
    """The squared distance between two different answers, in a unit of the level's own: only ratios of them are used."""
    if level is Level.NOMINAL:
        return 1
    if level is Level.INTERVAL:
        return (one - other) ** 2
    if level is Level.RATIO:
        return Fraction((one - other) ** 2, (one + other) ** 2)
    low, high = min(one, other), max(one, other)
    between = sum(count for value, count in counts.items() if low <= value <= high)
    # Twice the ranks between them, so that halves are whole.
    return (2 * between - counts[one] - counts[other]) ** 2
