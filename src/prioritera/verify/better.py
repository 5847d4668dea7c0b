"""Proofs that better is never lower: a need that is better on every criterion with a direction keeps its score, its tier and its place.

Each finding shows two needs that differ on one criterion, where the one that is better comes after. The reference scorer has confirmed it.
"""

from collections.abc import Iterator, Mapping

import attrs

from prioritera.diagnostics import Diagnostic, Parameter, Related, Severity
from prioritera.frozen import FrozenMap, frozen_map
from prioritera.methods.scales import value_of
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.value import Assessment, Interval
from prioritera.reading.numbers import decimal_text
from prioritera.scoring.key import Key, keys
from prioritera.scoring.score import scorer
from prioritera.verify.sound import is_sound
from prioritera.verify.stops import better_steps, place_of

# The least and the greatest performance of a need on each criterion, in steps.
Performances = Mapping[str, tuple[int, int]]


@attrs.frozen(kw_only=True)
class Pair:
    """Two needs, alike but that `better` is at least as good at both ends on every criterion and better on one; it has the lower key."""

    worse: FrozenMap[str, tuple[int, int]] = attrs.field(converter=frozen_map)
    better: FrozenMap[str, tuple[int, int]] = attrs.field(converter=frozen_map)

    @property
    def is_exact(self) -> bool:
        """Whether everything is known of both."""
        return all(low == high for low, high in self.better.values())


def check_better(rules: RuleSet) -> Iterator[Diagnostic]:
    """Everything that lets a better need come after.

    It is enough to try needs that differ by one step on one criterion: every other pair is a chain of such steps. Of a need of which all is
    known nothing can be missing, so that `min_known` sets none of these aside.
    """
    if not is_sound(rules):
        return
    for criterion in rules.criteria:
        yield from _cap(criterion, rules)
        yield from _minimum(criterion, rules)
    yield from _gates(rules)
    asked: set[str] = set()
    for place, breaker in enumerate(rules.tie_breakers):
        if breaker.criterion and breaker.criterion not in asked:
            asked.add(breaker.criterion)
            yield from _tie_breaker(breaker, attrs.evolve(rules, tie_breakers=rules.tie_breakers[: place + 1]))


def key_of(need: Performances, rules: RuleSet) -> tuple[Key, Key]:
    """The lower and the upper key of a need, by the reference; of the fields that break ties nothing is known."""
    given = {name: Assessment(value=Interval(*ends)) for name, ends in need.items()}
    return keys(scorer(rules)(given), {}, given, rules)


def _cap(criterion: Criterion, rules: RuleSet) -> Iterator[Diagnostic]:
    """A cap that falls while the criterion that it is by gets better."""
    pair = None if criterion.cap is None else falling(criterion, rules)
    if criterion.cap is None or pair is None:
        return
    by = rules.criterion(criterion.cap.by)
    before, after = (key_of(need, rules)[0][1] for need in (pair.worse, pair.better))
    yield Diagnostic(
        code="cap-against-direction",
        severity=Severity.ERROR if pair.is_exact else Severity.WARNING,
        span=criterion.span,
        params={
            **_shown(pair, by, rules),
            "criterion": criterion.id,
            "by": by.id,
            "direction": by.direction,
            "before": before,
            "after": after,
            "of": rules.weight_sum * rules.scale,
        },
        related=() if by.span is None else (Related(span=by.span, role="capping-criterion"),),
    )


def falling(criterion: Criterion, rules: RuleSet) -> Pair | None:
    """Two needs of which the one that is better on what caps a criterion has the lower score; None when there are no such needs.

    Where a fall of the cap is made up for by what the other criterion itself gives, the pair is one of which not all is known: a range is
    read at the least of each function over it.
    """
    if criterion.cap is None:
        return None
    cap, by = criterion.cap.function, rules.criterion(criterion.cap.by)
    if by.direction == "none":
        return None
    most = value_of(criterion.function, place_of(criterion.function, criterion, rules.scale, greatest=True), rules.scale)
    over = [by.function, *(other.cap.function for other in rules.criteria if other.cap is not None and other.cap.by == by.id)]
    open_pair = None
    for before, after in better_steps(by, *over):
        if min(most, value_of(cap, after, rules.scale)) >= min(most, value_of(cap, before, rules.scale)):
            continue
        for worse, better in ((before, after), *_last_steps(before, after)[:1]):
            pair = _pair(by, worse, better, rules)
            if key_of(pair.better, rules)[0][1] < key_of(pair.worse, rules)[0][1]:
                return pair
        exact = _pair(by, before, after, rules)
        both = (min(before, after), max(before, after))
        open_pair = open_pair or attrs.evolve(exact, better={**exact.better, by.id: both})
    return open_pair


def _last_steps(before: int, after: int) -> list[tuple[int, int]]:
    """The last two single steps on the way. The functions are straight there, and a cap bends them only downwards: the last helps least."""
    step = 1 if before < after else -1
    return [(x, x + step) for x in range(after - step, before - step, -step)[:2]]


def _pair(by: Criterion, worse: int, better: int, rules: RuleSet) -> Pair:
    """Two needs that differ on one criterion, with such performances on the others that the difference helps the better one least."""
    scale = rules.scale
    at: dict[str, int] = {}
    for other in rules.criteria:
        greatest = False
        if other.cap is not None and other.cap.by == by.id:
            greatest = value_of(other.cap.function, better, scale) < value_of(other.cap.function, worse, scale)
        at[other.id] = place_of(other.function, other, scale, greatest=greatest)
    if by.cap is not None:
        at[by.cap.by] = place_of(by.cap.function, rules.criterion(by.cap.by), scale)
    same = {name: (x, x) for name, x in at.items()}
    return Pair(worse={**same, by.id: (worse, worse)}, better={**same, by.id: (better, better)})


def _minimum(criterion: Criterion, rules: RuleSet) -> Iterator[Diagnostic]:
    """A minimum that the better performances fail. The lowest tier is no lower where nobody is above it, which `check_weights` tells."""
    minimum = criterion.minimum
    if minimum is None or criterion.direction != "lower-first" or not _divides(criterion):
        return
    params = {"criterion": criterion.id, "value": _in_unit(minimum.x, criterion), "below": _in_unit(minimum.x - 1, criterion)}
    if not minimum.outcome and all(_can_pass(other) for other in rules.criteria if not (other.minimum and other.minimum.outcome)):
        yield Diagnostic(code="minimum-against-direction", span=criterion.span, params=params)
    elif minimum.outcome and not _is_ranked(minimum.outcome, rules):
        params["outcome"] = minimum.outcome
        yield Diagnostic(code="minimum-unranks-better", severity=Severity.WARNING, span=criterion.span, params=params)


def _gates(rules: RuleSet) -> Iterator[Diagnostic]:
    """A minimum whose failure is ranked, asked before one whose failure is not: a need that gets past the first leaves the ranking."""
    ranked: list[tuple[Criterion, str]] = []
    for later in rules.criteria:
        outcome = "" if later.minimum is None else later.minimum.outcome
        if not outcome or not _divides(later):
            continue
        if _is_ranked(outcome, rules):
            ranked += [(later, outcome)] if later.direction == "higher-first" else []
        elif ranked:
            first, instead = ranked[0]
            params = {"criterion": later.id, "outcome": outcome, "first": first.id, "ranked": instead}
            related = () if first.span is None else (Related(span=first.span, role="earlier-minimum"),)
            yield Diagnostic(code="minimum-order", severity=Severity.WARNING, span=later.span, params=params, related=related)


def _divides(criterion: Criterion) -> bool:
    """Whether some performance passes the criterion's minimum and some fails it."""
    minimum, low = criterion.minimum, criterion.low
    return minimum is not None and (low is None or low < minimum.x) and _can_pass(criterion)


def _can_pass(criterion: Criterion) -> bool:
    return criterion.minimum is None or criterion.high is None or criterion.minimum.x <= criterion.high


def _is_ranked(outcome: str, rules: RuleSet) -> bool:
    return outcome in rules.outcomes and rules.outcomes[outcome].ranked


def _tie_breaker(breaker: TieBreaker, rules: RuleSet) -> Iterator[Diagnostic]:
    """A tie-breaker that prefers the worse of two performances that count alike in the score."""
    criterion = rules.criterion(breaker.criterion)
    pair = None if (criterion.direction, breaker.prefer) in _ALONG else _tied(criterion, rules)
    if pair is not None:
        params = {**_shown(pair, criterion, rules), "criterion": criterion.id, "direction": criterion.direction, "prefer": breaker.prefer}
        related = () if criterion.span is None else (Related(span=criterion.span, role="criterion"),)
        yield Diagnostic(code="tie-breaker-against-direction", span=breaker.span, params=params, related=related)


_ALONG = {("higher-first", "more"), ("lower-first", "less"), ("none", "more"), ("none", "less")}


def _tied(criterion: Criterion, rules: RuleSet) -> Pair | None:
    """Two needs with one score, of which the last tie-breaker sets the better after the worse."""
    over = [criterion.function, *(other.cap.function for other in rules.criteria if other.cap is not None and other.cap.by == criterion.id)]
    steps = [step for before, after in better_steps(criterion, *over) for step in _last_steps(before, after)]
    for worse, better in steps:
        pair = _pair(criterion, worse, better, rules)
        if key_of(pair.better, rules)[0] < key_of(pair.worse, rules)[0] and _same_before_last(pair, rules):
            return pair
    return None


def _same_before_last(pair: Pair, rules: RuleSet) -> bool:
    better, worse = (key_of(need, rules)[0][:-1] for need in (pair.better, pair.worse))
    return better == worse


def _shown(pair: Pair, criterion: Criterion, rules: RuleSet) -> dict[str, Parameter]:
    """The two needs as their assessments would be written, what differs first."""
    names = [criterion.id, *(name for name in pair.worse if name != criterion.id)]
    written = (", ".join(f"{name} = {_written(need[name], rules.criterion(name))}" for name in names) for need in (pair.worse, pair.better))
    return dict(zip(("worse", "better"), written, strict=True))


def _written(ends: tuple[int, int], criterion: Criterion) -> str:
    low, high = (_in_unit(x, criterion) for x in ends)
    return low if low == high else f"{{ low = {low}, high = {high} }}"


def _in_unit(x: int, criterion: Criterion) -> str:
    return decimal_text(x * criterion.step)
