"""Checks of what needs are placed by: bands, tie-breakers, the list key, shares, and whether the arithmetic fits."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.methods.scales import Log
from prioritera.model.condition import SCORE
from prioritera.model.criterion import Criterion
from prioritera.model.field import Kind
from prioritera.model.ruleset import MOST, ROUNDED_SCALE, RuleSet, TieBreaker
from prioritera.reading.close import closest, shortened
from prioritera.reading.numbers import decimal_text
from prioritera.tables.chain import OUTCOME
from prioritera.verify.axes import AREA

# What hangs on the score, and so cannot say which needs are compared.
SCORED = (SCORE, "band", "tier", "rank")
PLACES = (AREA, OUTCOME, "destination")


def check_keys(rules: RuleSet) -> Iterator[Diagnostic]:
    """Everything wrong with how needs are placed."""
    yield from _shares(rules)
    yield from _list_key(rules)
    unfit = [breaker for breaker in rules.orderings if not is_fit(breaker, rules)]
    for breaker in unfit:
        yield Diagnostic(code="tie-breaker-unfit", span=breaker.span, params={"value": breaker.field or breaker.criterion})
    if not unfit and rules.criteria:
        yield from _bands(rules)
        yield from _arithmetic(rules)


def _shares(rules: RuleSet) -> Iterator[Diagnostic]:
    for key, share in (("min_known", rules.min_known), ("propose_leaving_out_above", rules.propose_leaving_out_above)):
        if not 0 <= share <= 1:
            yield Diagnostic(code="share-outside", span=rules.span, params={"key": key, "value": decimal_text(share)})


def _list_key(rules: RuleSet) -> Iterator[Diagnostic]:
    """Every part is a field with one word a need, or the outcome, or where it goes."""
    fit = [name for name, field in rules.fields.items() if field.kind in {Kind.CHOICE, Kind.FLAG}]
    known = tuple(dict.fromkeys([*PLACES, *fit]))
    for part in rules.list_key:
        if part in SCORED and part not in rules.fields:
            yield Diagnostic(code="list-key-score", span=rules.span, params={"value": part})
        elif part not in known:
            params = {"value": part, "known": shortened(known), "close": closest(part, known)}
            yield Diagnostic(code="list-key-unknown", span=rules.span, params=params)


def is_fit(breaker: TieBreaker, rules: RuleSet) -> bool:
    """Whether a tie-breaker names one thing, and that has an order and bounds."""
    if bool(breaker.field) is bool(breaker.criterion):
        return False
    if breaker.field:
        field = rules.fields.get(breaker.field)
        return field is not None and (field.kind in {Kind.WHOLE, Kind.FLAG} or (field.kind is Kind.CHOICE and field.ordered))
    found = [criterion for criterion in rules.criteria if criterion.id == breaker.criterion]
    return any(criterion.low is not None and criterion.high is not None for criterion in found)


def _bands(rules: RuleSet) -> Iterator[Diagnostic]:
    """Bands from the highest limit down, each with some whole number of points in it, the lowest from 0."""
    for above, below in pairwise(rules.bands):
        if above.least < below.least:
            params = {"band": below.id, "least": decimal_text(below.least), "before": above.id, "limit": decimal_text(above.least)}
            yield Diagnostic(code="band-rises", span=rules.span, params=params)
    of = rules.weight_sum * rules.scale
    down = sorted(rules.bands, key=lambda band: band.least, reverse=True)
    # Of bands with the same limit the first is read; the others are as empty as one whose next limit up is its own.
    limits: list[Fraction] = [Fraction(of + 1, of)]
    for band in down:
        if -(-band.least * of // 1) >= limits[-1] * of:
            yield Diagnostic(code="band-empty", span=rules.span, params={"band": band.id, "least": decimal_text(band.least)})
        limits.append(min(limits[-1], band.least))
    if down and down[-1].least > 0:
        params = {"band": down[-1].id, "least": decimal_text(down[-1].least)}
        yield Diagnostic(code="band-none-lowest", span=rules.span, params=params)


def _arithmetic(rules: RuleSet) -> Iterator[Diagnostic]:
    """Whether keys fit: exactly, whatever they would be when rounded; or at least when values are rounded."""
    for criterion in (criterion for criterion in rules.criteria if criterion.relative):
        params = {"criterion": criterion.id, "relative": criterion.relative}
        yield Diagnostic(code="scale-relative", severity=Severity.WARNING, span=criterion.span, params=params)
    if rules.is_exact:
        return
    if rules.key_bound(ROUNDED_SCALE) > MOST:
        yield Diagnostic(code="key-too-long", span=rules.span, params={"keys": str(rules.key_bound(ROUNDED_SCALE)), "most": str(MOST)})
    elif logs := [criterion for criterion in rules.criteria if _is_log(criterion)]:
        for criterion in logs:
            of = {"criterion": criterion.id, "scale": str(ROUNDED_SCALE)}
            yield Diagnostic(code="log-rounded", severity=Severity.WARNING, span=criterion.span, params=of)
    elif not any(criterion.relative for criterion in rules.criteria):
        yield Diagnostic(code="score-rounded", severity=Severity.WARNING, span=rules.span, params={"scale": ROUNDED_SCALE})


def _is_log(criterion: Criterion) -> bool:
    """Whether the criterion's value, or what caps it, goes by the logarithm."""
    return isinstance(criterion.function, Log) or (criterion.cap is not None and isinstance(criterion.cap.function, Log))
