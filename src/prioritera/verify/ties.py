"""Checks of tie-breakers: that each can break some tie. Only what is certain is told."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from prioritera.diagnostics import Diagnostic, Parameter, Related, Severity
from prioritera.methods.scales import value_of
from prioritera.model.criterion import Criterion
from prioritera.model.field import Kind
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.verify.sound import is_sound
from prioritera.verify.stops import stops
from prioritera.verify.sums import sums_of
from prioritera.verify.world import can_be_open

# The most performances of a criterion between whose values the distances are tried.
VALUES = 64


def check_ties(rules: RuleSet) -> Iterator[Diagnostic]:
    """The tie-breakers that never break a tie, each with the first reason.

    That the score tells apart whatever one criterion does holds with every criterion left in, so that is a warning.
    """
    if not is_sound(rules):
        return
    before = len(rules.orderings) - len(rules.tie_breakers)
    for place, breaker in enumerate(rules.tie_breakers, start=before):
        yield from _idle(breaker, rules.orderings[:place], rules)


def _idle(breaker: TieBreaker, earlier: tuple[TieBreaker, ...], rules: RuleSet) -> Iterator[Diagnostic]:
    name = breaker.field or breaker.criterion
    params: dict[str, Parameter] = {"value": name}
    same = next((one for one in earlier if _same(one, breaker, rules)), None)
    if _is_constant(breaker, rules):
        yield Diagnostic(code="tie-breaker-constant", span=breaker.span, params=params)
    elif same is not None:
        params["first"] = same.field or same.criterion
        related = () if same.span is None else (Related(span=same.span, role="earlier-tie-breaker"),)
        yield Diagnostic(code="tie-breaker-again", span=breaker.span, params=params, related=related)
    elif breaker.field and breaker.field in rules.list_key and not can_be_open(rules.fields[breaker.field]):
        yield Diagnostic(code="tie-breaker-in-list-key", span=breaker.span, params=params)
    elif breaker.criterion and _is_told_by_score(breaker.criterion, rules):
        yield Diagnostic(code="tie-breaker-in-score", severity=Severity.WARNING, span=breaker.span, params=params)


def _is_constant(breaker: TieBreaker, rules: RuleSet) -> bool:
    """Whether every need has the same value, or none."""
    if breaker.criterion:
        low, high = rules.tie_domain(breaker)
        return low == high
    field = rules.fields[breaker.field]
    return (field.kind is Kind.WHOLE and field.low == field.high) or (field.kind is Kind.CHOICE and len(field.terms) == 1)


def _same(one: TieBreaker, other: TieBreaker, rules: RuleSet) -> bool:
    """Whether two tie-breakers ask for one thing, though one of them may prefer less of it. Two fields of one measure have one value."""
    if one.criterion or other.criterion:
        return one.criterion == other.criterion
    first, second = rules.fields[one.field], rules.fields[other.field]
    return first is second or bool(first.measure and first.measure == second.measure)


def _is_told_by_score(name: str, rules: RuleSet) -> bool:
    """Whether needs with one score have one performance on a criterion.

    So it is when each of its performances has a value of its own, and no two of these lie as far apart as two sums of the other criteria
    do. Of rule sets with caps it is not asked: with them, the ends of a range need not be sums.
    """
    criterion = rules.criterion(name)
    if any(other.cap is not None for other in rules.criteria) or not _tells_apart(criterion, rules.scale):
        return False
    others = [other for other in rules.criteria if other is not criterion]
    if not others:
        return True
    low, high = rules.tie_domain(TieBreaker(criterion=name))
    mask = sums_of(others, rules.scale).mask
    if mask is None or high - low >= VALUES:
        return False
    values = [criterion.weight * value_of(criterion.function, x, rules.scale) for x in range(low, high + 1)]
    return not any(mask & mask >> abs(one - other) for one, other in combinations(values, 2))


def _tells_apart(criterion: Criterion, scale: int) -> bool:
    """Whether the value rises, or falls, with every single step."""
    values = [(x, value_of(criterion.function, x, scale)) for x in stops(criterion, criterion.function)]
    steps = [(after - before, y - x) for (x, before), (y, after) in pairwise(values)]
    return all(change >= length for change, length in steps) or all(-change >= length for change, length in steps)
