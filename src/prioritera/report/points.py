"""Scores as numbers, for those who ask for them: decimals of the highest possible, with as many digits as tell different scores apart."""

from collections.abc import Collection, Iterable
from fractions import Fraction
from math import gcd

from prioritera.methods.scales import exact_scale
from prioritera.model.result import Decision, Score
from prioritera.model.ruleset import RuleSet
from prioritera.report.voice import Voice, number_words

LEAST_DIGITS = 2
_MOST_DIGITS = 40
# On a scale of more points than this they are shown as shares of one criterion of weight 1: nobody reads numbers of that length.
_MOST_POINTS = 1_000_000
_SHARE_DIGITS = 4
_LONGEST = 6


def digits_apart(shares: Collection[Fraction]) -> int:
    """The least number of decimals, two or more, with which different shares are shown differently.

    >>> digits_apart([Fraction(1, 3), Fraction(333, 1000)])
    4
    """
    different = len(set(shares))
    return next(
        (digits for digits in range(LEAST_DIGITS, _MOST_DIGITS) if len({rounded(share, digits) for share in shares}) == different),
        _MOST_DIGITS,
    )


def rounded(share: Fraction, digits: int) -> str:
    """A share that is not negative as a decimal, the last digit rounded half up.

    >>> rounded(Fraction(2, 3), 2), rounded(Fraction(1), 2)
    ('0.67', '1.00')
    """
    scaled = (2 * share.numerator * 10**digits + share.denominator) // (2 * share.denominator)
    whole = str(scaled).rjust(digits + 1, "0")
    return f"{whole[:-digits]}.{whole[-digits:]}"


def unit_of(rules: RuleSet) -> int:
    """The greatest number that divides every number of points there can be: the unit they are shown in. 1 where they are rounded.

    With levels worth 91, 192, 268 and 343 of a weight of 343 the points shown are 91, 192, 268 and 343.
    """
    if not rules.is_exact:
        return 1
    functions = [[one.function, *([one.cap.function] if one.cap is not None else [])] for one in rules.criteria]
    return gcd(*(one.weight * (rules.scale // exact_scale(of)) for one, of in zip(rules.criteria, functions, strict=True))) or 1


def digits_for(decisions: Iterable[Decision]) -> int:
    """The decimals that tell all the scores of these decisions apart."""
    scores = [decision.score for decision in decisions if decision.score is not None and decision.score.of]
    return digits_apart({Fraction(points, score.of) for score in scores for points in (score.low, score.high)})


def score_words(voice: Voice, score: Score, digits: int) -> str:
    """A score as a share of the highest possible, or between which two shares it lies."""
    low, high = (share_words(voice, points, score.of, digits) for points in (score.low, score.high))
    return voice.say("points.exact", low=low) if low == high else voice.say("points.range", low=low, high=high)


def share_words(voice: Voice, points: int, of: int, digits: int) -> str:
    """Points of the highest possible as a decimal."""
    return rounded(Fraction(points, of or 1), digits).replace(".", voice.term("decimal.mark"))


def points_words(voice: Voice, low: int | None, high: int | None) -> str:
    """Points, exact or from the least to the greatest."""
    unit = unit_of(voice.rules)
    first, last = _counted(voice, low or 0, unit), _counted(voice, high or 0, unit)
    return first if low == high else f"{first}–{last}"


def _counted(voice: Voice, points: int, unit: int) -> str:
    """Points in the greatest unit that holds them all; where even those are long, as shares of one criterion of weight 1."""
    if voice.rules.scale <= _MOST_POINTS * unit:
        return str(points // unit)
    if points % voice.rules.scale == 0:
        return str(points // voice.rules.scale)
    return share_words(voice, points, voice.rules.scale, _SHARE_DIGITS)


def near_words(voice: Voice, number: Fraction) -> str:
    """A number that judges' answers come to: a short decimal as it is, otherwise about how much."""
    written = number_words(voice, number)
    if len(written) <= _LONGEST and "/" not in written:
        return written
    near = share_words(voice, abs(number.numerator), number.denominator, _SHARE_DIGITS)
    return voice.say("judged.near", value=f"−{near}" if number < 0 else near)
