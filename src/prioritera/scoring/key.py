"""Keys: what a need is placed by, most significant part first, as the least and the greatest it can be; more is better."""

from collections.abc import Mapping

from prioritera.model.field import Field, Kind
from prioritera.model.result import Score
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.value import Between, FactValue, Missing
from prioritera.scoring.score import Assessments, performance

Key = tuple[int, ...]


def keys(score: Score, values: Mapping[str, FactValue | Between], assessments: Assessments, rules: RuleSet) -> tuple[Key, Key]:
    """The lower and the upper key of a need: (tier, score, tie-breakers …), each part coded from 0 so that more is better.

    A tier is the class inside whether every minimum is passed. A missing class or tie-breaker is 0 in the lower key and its greatest code
    in the upper: it settles nothing and widens the range.
    """
    codes = [_codes(breaker, values, assessments, rules) for breaker in rules.tie_breakers]
    worst, best = (0, 0) if rules.classes is None else _codes(rules.classes, values, assessments, rules)
    lower = (score.tier_low * rules.class_count + worst, score.low, *(low for low, _ in codes))
    upper = (score.tier_high * rules.class_count + best, score.high, *(high for _, high in codes))
    return lower, upper


def _codes(breaker: TieBreaker, values: Mapping[str, FactValue | Between], assessments: Assessments, rules: RuleSet) -> tuple[int, int]:
    least, greatest = rules.tie_domain(breaker)
    if breaker.criterion:
        low, high = performance(rules.criterion(breaker.criterion), assessments.get(breaker.criterion))
    else:
        low, high = _places(values.get(breaker.field, Missing()), rules.fields[breaker.field])
    first = least if low is None else low
    last = greatest if high is None else high
    return (first - least, last - least) if breaker.prefer == "more" else (greatest - last, greatest - first)


def _places(value: FactValue | Between, field: Field) -> tuple[int | None, int | None]:
    if isinstance(value, Between):
        return value.low, value.high
    if isinstance(value, Missing):
        return None, None
    if field.kind is Kind.CHOICE and isinstance(value, str):
        return field.words.index(value), field.words.index(value)
    if isinstance(value, int):
        return int(value), int(value)
    raise TypeError(f"{field.id} is {value!r}, which has no place in an order")
