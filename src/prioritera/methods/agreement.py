"""How far judges agree: exact figures from their answers. A blank is no answer, and what nobody answered has no figure."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

import attrs

from prioritera.methods.aggregate import mean

_THIRTY, _SEVENTY = Fraction(30, 100), Fraction(70, 100)
_HALF = Fraction(1, 2)
_SCALE = frozenset(range(1, 10))
# The ratings that the classic rule counts: up to the one, and from the other on.
_LOW_END, _HIGH_END = 3, 7
# How wide the range may be where its middle is 5, and how much wider for each step that the middle lies away from it.
_NARROWEST, _WIDER_BY = Fraction(235, 100), Fraction(3, 2)
_PANELS = range(8, 17)


def average_expert_agreement(answers: Sequence[Sequence[Hashable | None]]) -> Fraction | None:
    """CHNRI's average expert agreement: the mean over the sub-questions of the share who gave the commonest answer.

    Args:
        answers: one sequence a sub-question, one answer a judge; None is a blank and is not counted.

    Returns:
        From 1/n to 1; None when nobody answered anything. A sub-question that nobody answered is left out.

    Source: Rudan et al. (2008), Croatian Medical Journal 49(3), 307-317 (the formula from methods.md, there marked as from memory).

    >>> average_expert_agreement([[1, 1, 0, None], [1, 1, 1, 1]])
    Fraction(5, 6)
    """
    said = [[answer for answer in question if answer is not None] for question in answers]
    parts = [Fraction(max(Counter(question).values()), len(question)) for question in said if question]
    return mean(parts) if parts else None


def quantile(answers: Sequence[Fraction | int], share: Fraction) -> Fraction:
    """The answer below which a share of the answers lies, exact between two neighbours (linear, "type 7").

    Raises:
        ValueError: there are no answers.

    Source: Hyndman & Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4).

    >>> quantile([Fraction(1), Fraction(2), Fraction(4)], Fraction(3, 4))
    Fraction(3, 1)
    """
    if not answers:
        raise ValueError("no answers; expected at least one")
    ordered = sorted(answers)
    below, past = divmod(share.numerator * (len(ordered) - 1), share.denominator)
    above = min(below + 1, len(ordered) - 1)
    return Fraction(ordered[below] * share.denominator + past * (ordered[above] - ordered[below]), share.denominator)


@attrs.frozen(kw_only=True)
class Appropriateness:
    """What the RAND/UCLA method says of one question. `disagree` is by the spread (IPRAS); `disagree_by_count` by the classic rule."""

    median: Fraction
    low: Fraction
    high: Fraction
    asymmetry: Fraction
    allowed: Fraction
    disagree: bool
    disagree_by_count: bool | None


def appropriateness(ratings: Sequence[int]) -> Appropriateness:
    """RAND/UCLA: the median on the scale 1 to 9, and whether the panel disagrees, by both rules.

    By spread: the panel disagrees when its 30-70 interpercentile range is wider than 2.35 + 1.5 times the asymmetry, which is how far the
    middle of that range lies from 5. By count: when a third of the panel (3 of 8-10, 4 of 11-13, 5 of 14-16) rates 1 to 3 and a third
    7 to 9; for other sizes no rule is published, and there is none here.

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
    return Appropriateness(
        median=quantile(ordered, _HALF),
        low=low,
        high=high,
        asymmetry=asymmetry,
        allowed=allowed,
        disagree=high - low > allowed,
        disagree_by_count=min(ends) >= needed if len(ratings) in _PANELS else None,
    )


def concordance(orders: Sequence[Sequence[Fraction | int]], *, unit: int = 1) -> Fraction | None:
    """Kendall's W: how far judges order the same things alike, 0 to 1, corrected for ties.

    Args:
        orders: one a judge, each with one rank a thing; tied things share the mean of their places.
        unit: what one place is written as; 2 lets shared places be whole numbers.

    Returns:
        None when there are fewer than two judges or things, or every judge ties everything.

    Raises:
        ValueError: the judges have not ranked the same number of things.

    Source: Kendall & Babington Smith (1939), The problem of m rankings; Siegel & Castellan (1988) for ties.

    >>> concordance([[Fraction(1), Fraction(2), Fraction(3)], [Fraction(1), Fraction(3), Fraction(2)]])
    Fraction(3, 4)
    >>> concordance([[2, 5, 5], [2, 4, 6]], unit=2)
    Fraction(13, 14)
    """
    judges = len(orders)
    things = len(orders[0]) if orders else 0
    if any(len(order) != things for order in orders):
        raise ValueError(f"orders have {[len(order) for order in orders]} things; expected as many in each")
    ties = sum(count**3 - count for order in orders for count in Counter(order).values())
    most = judges**2 * (things**3 - things) - judges * ties
    if judges <= 1 or not most:
        return None
    sums = [sum(ranks) for ranks in zip(*orders, strict=True)]
    # The sum of (total - mean)^2 times the number of things, in squares of the unit: of whole numbers a whole number.
    spread = things * sum(total * total for total in sums) - sum(sums) ** 2
    return Fraction(12 * spread, most * things * unit**2)


class Level(StrEnum):
    """What kind of numbers answers are, for how far apart two of them lie."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


def krippendorff_alpha(answers: Sequence[Sequence[int | None]], level: Level) -> Fraction | None:
    """Krippendorff's alpha: agreement beyond chance, for any number of judges, with blanks.

    Args:
        answers: one sequence a unit, one answer a judge; None is a blank.
        level: how far apart two answers lie.

    Returns:
        1 for perfect agreement, 0 for none beyond chance; None when no unit has two answers, or all answers are the same value.

    Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability.

    >>> krippendorff_alpha([[1, 1], [2, 2], [1, 2]], Level.NOMINAL)
    Fraction(4, 9)
    """
    units = [Counter([answer for answer in unit if answer is not None]) for unit in answers]
    paired = [(unit, unit.total()) for unit in units if unit.total() > 1]
    counts: Counter[int] = Counter()
    # How often two different answers meet, by how many answered: the pairs of a unit weigh 1 / (answers - 1) each.
    # A pair and its reverse are as many and as far apart: each is counted once, in what is observed and in what is expected.
    together: dict[int, Counter[tuple[int, int]]] = {}
    for unit, many in paired:
        counts.update(unit)
        met = together.setdefault(many, Counter())
        for (one, often), (other, as_often) in combinations(sorted(unit.items()), 2):
            met[one, other] += often * as_often
    total = counts.total()
    apart = {pair: _apart(*pair, counts, level) for pair in combinations(sorted(counts), 2)}
    expected = sum(counts[one] * counts[other] * distance for (one, other), distance in apart.items())
    met_apart = {many: sum(often * apart[pair] for pair, often in met.items()) for many, met in together.items()}
    observed = sum((Fraction(distance, many - 1) for many, distance in met_apart.items()), Fraction(0))
    return 1 - (total - 1) * observed / expected if expected else None


def _apart(one: int, other: int, counts: Mapping[int, int], level: Level) -> int:
    """The squared distance between two different answers, in a unit of the level's own: only ratios of them are used."""
    if level is Level.NOMINAL:
        return 1
    if level is Level.INTERVAL:
        return (one - other) ** 2
    low, high = min(one, other), max(one, other)
    between = sum(count for value, count in counts.items() if low <= value <= high)
    # Twice the ranks between them, so that halves are whole.
    return (2 * between - counts[one] - counts[other]) ** 2
