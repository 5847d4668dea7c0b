"""Checks of criteria: that each scale does what its direction says, that each can matter and may be used, caps and minima."""

from collections.abc import Iterator
from itertools import pairwise

from prioritera.diagnostics import Diagnostic, Parameter, Related
from prioritera.methods.scales import corners, exact_scale, value_of, value_range
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.reading.close import closest, shortened
from prioritera.reading.numbers import decimal_text


def check_weights(rules: RuleSet) -> Iterator[Diagnostic]:
    """Everything wrong with the criteria, each by itself and together."""
    if not rules.criteria and (rules.classes is None or rules.bands):
        yield Diagnostic(code="criteria-none", span=rules.span)
    total = rules.weights_total
    if total is not None and total != rules.weight_sum:
        yield Diagnostic(code="weights-not-total", span=rules.span, params={"total": total, "sum": rules.weight_sum})
    yield from _twice(rules)
    yield from _barred_fields(rules)
    for criterion in rules.criteria:
        for check in (_domain, _direction, _power, _bars, _cap, _minimum):
            yield from check(criterion, rules)


def _found(code: str, criterion: Criterion, **params: Parameter) -> Diagnostic:
    return Diagnostic(code=code, span=criterion.span, params={"criterion": criterion.id, **params})


def _twice(rules: RuleSet) -> Iterator[Diagnostic]:
    first: dict[str, Criterion] = {}
    for criterion in rules.criteria:
        before = first.setdefault(criterion.id, criterion)
        if before is not criterion:
            related = () if before.span is None else (Related(span=before.span, role="first"),)
            yield Diagnostic(code="criterion-twice", span=criterion.span, params={"criterion": criterion.id}, related=related)


def _domain(criterion: Criterion, _rules: RuleSet) -> Iterator[Diagnostic]:
    """Bounds that leave something between them, with what "not applicable" counts as among it."""
    low, high, other = criterion.low, criterion.high, criterion.not_applicable
    if low is not None and high is not None and low > high:
        yield _found("criterion-empty", criterion, low=_shown(low, criterion), high=_shown(high, criterion))
    elif other is not None and not ((low is None or low <= other) and (high is None or other <= high)):
        yield _found("not-applicable-outside", criterion, value=_shown(other, criterion), domain=_bounds(criterion))


def _direction(criterion: Criterion, _rules: RuleSet) -> Iterator[Diagnostic]:
    """The first step that goes against what the direction claims."""
    if criterion.direction == "none":
        return
    scale = exact_scale([criterion.function])
    rising = criterion.direction == "higher-first"
    for x, y in pairwise(_stops(criterion)):
        before, after = value_of(criterion.function, x, scale), value_of(criterion.function, y, scale)
        if before != after and (before < after) is not rising:
            yield _found(
                "scale-against-direction",
                criterion,
                direction=criterion.direction,
                first=_shown(x, criterion),
                second=_shown(y, criterion),
                before=f"{before}/{scale}",
                after=f"{after}/{scale}",
            )
            return


def _stops(criterion: Criterion) -> list[int]:
    """The performances between which the function neither bends nor steps, from the least to the greatest that there can be."""
    low, high = criterion.low, criterion.high
    xs = corners(criterion.function)
    inside = [x for x in xs if (low is None or low <= x) and (high is None or x <= high)]
    return sorted({*inside, *(end for end in (low, high) if end is not None)})


def _power(criterion: Criterion, rules: RuleSet) -> Iterator[Diagnostic]:
    """A criterion whose value, after its cap, is one whatever the performance; or a cap that always decides it, or never.

    A criterion can matter exactly when its value can differ: two needs that are equal on all others are then told apart, however small
    its weight, for weights are at least 1 and sums are exact.
    """
    if criterion.low is not None and criterion.high is not None and criterion.low > criterion.high:
        return
    cap = criterion.cap
    scale = exact_scale([criterion.function, *([] if cap is None else [cap.function])])
    least, most = value_range(criterion.function, criterion.low, criterion.high, scale)
    by = None if cap is None else next((other for other in rules.criteria if other.id == cap.by), None)
    lowest, highest = (scale, scale) if cap is None or by is None else value_range(cap.function, by.low, by.high, scale)
    if min(least, lowest) == min(most, highest):
        yield _found("criterion-powerless", criterion, value=f"{min(least, lowest)}/{scale}", domain=_bounds(criterion))
    elif by is not None and highest <= least:
        yield _found("criterion-always-capped", criterion, by=by.id, cap=f"{highest}/{scale}", least=f"{least}/{scale}")
    elif by is not None and lowest >= most:
        yield _found("cap-never-acts", criterion, by=by.id, cap=f"{lowest}/{scale}", most=f"{most}/{scale}")


def _bars(criterion: Criterion, rules: RuleSet) -> Iterator[Diagnostic]:
    for bar in criterion.bars:
        if (bar.object, bar.domain) == (rules.object, rules.domain):
            ground = {"ground_sv": bar.ground.sv, "ground_en": bar.ground.en}
            yield _found("criterion-barred", criterion, object=bar.object, domain=bar.domain, **ground)


def _barred_fields(rules: RuleSet) -> Iterator[Diagnostic]:
    for field in rules.fields.values():
        for bar in field.bars:
            if (bar.object, bar.domain) == (rules.object, rules.domain):
                params = {
                    "field": field.id,
                    "object": bar.object,
                    "domain": bar.domain,
                    "ground_sv": bar.ground.sv,
                    "ground_en": bar.ground.en,
                }
                yield Diagnostic(code="field-barred", span=field.span, params=params)


def _cap(criterion: Criterion, rules: RuleSet) -> Iterator[Diagnostic]:
    caps = {other.id: other.cap.by for other in rules.criteria if other.cap is not None}
    known = tuple(other.id for other in rules.criteria)
    by = caps.get(criterion.id)
    if by is None:
        return
    if by not in known:
        yield _found("cap-unknown", criterion, value=by, known=shortened(known), close=closest(by, known))
    passed: list[str] = []
    while by is not None and by not in passed:
        passed.append(by)
        by = caps.get(by)
    if criterion.id in passed:
        yield _found("cap-circle", criterion, circle=" → ".join([criterion.id, *passed]))


def _minimum(criterion: Criterion, rules: RuleSet) -> Iterator[Diagnostic]:
    minimum = criterion.minimum
    if minimum is None:
        return
    at = {"value": _shown(minimum.x, criterion), "domain": _bounds(criterion)}
    if criterion.low is not None and minimum.x <= criterion.low:
        yield _found("minimum-all-pass", criterion, **at)
    if criterion.high is not None and minimum.x > criterion.high:
        yield _found("minimum-none-pass", criterion, **at)
    known = tuple(rules.outcomes)
    if minimum.outcome and minimum.outcome not in known:
        close = closest(minimum.outcome, known)
        yield _found("minimum-outcome-unknown", criterion, value=minimum.outcome, known=shortened(known), close=close)


def _shown(x: int, criterion: Criterion) -> str:
    """A performance in the criterion's own unit."""
    return decimal_text(x * criterion.step)


def _bounds(criterion: Criterion) -> str:
    """The declared domain; an end that nobody has bounded is left open."""
    return "–".join("" if end is None else _shown(end, criterion) for end in (criterion.low, criterion.high))
