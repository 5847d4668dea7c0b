"""Compare: why one need stands before another, and the smallest change of one value or one weight that would turn them.

"Turns" is strictly ahead in the listing; a tie is said too. Needs of different lists are not compared: what separates them is named.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import floor

import attrs

from prioritera.diagnostics import Diagnostic, Related
from prioritera.frozen import FrozenMap
from prioritera.methods.scales import Bins, corners
from prioritera.methods.search import nearest
from prioritera.model.criterion import Criterion
from prioritera.model.explanation import Comparison, Difference, ValueChange, WeightChange
from prioritera.model.need import Need
from prioritera.model.result import Decision, Share, Standing
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Exact
from prioritera.scoring.key import Key, keys
from prioritera.scoring.score import performance

AREA = "area"
# The decision that a changed need would get: assessed and sent again, with the list it would stand in.
Again = Callable[[Decision], Decision]
# A scale without bound is searched only so many steps past its last corner, or past the value now if that is further.
BEYOND = 1


def compare(first: Decision, second: Decision, rules: RuleSet, again: Again) -> Comparison:
    """Say why one need stands before another.

    Args:
        first: a decision of a run with these rules.
        second: another decision of the same run.
        rules: the verified rule set of the run.
        again: judges a decision anew whose need has changed, up to its list.
    """
    apart = _separated(first, second, rules)
    if apart:
        return Comparison(first=first.need_id, second=second.need_id, relation="not-compared", separated_by=apart)
    one, other = _standing(first), _standing(second)
    ahead, behind = (first, second) if _before(first, second) else (second, first)
    return Comparison(
        first=first.need_id,
        second=second.need_id,
        relation=_relation(one, other),
        listed_first=ahead.need_id,
        differences=_differences(first, second),
        value_changes=tuple(_value_changes(ahead, behind, rules, again)),
        weight_changes=tuple(_weight_changes(ahead, behind, rules)),
        tie_breaker=_tie_breaker(one, other, rules),
    )


def incomparable(first: Decision, second: Decision, rules: RuleSet) -> tuple[Diagnostic, ...]:
    """That the framework forbids to compare two needs, with its own ground; nothing where it does not.

    Args:
        first: a decision of a run with these rules.
        second: another decision of the same run.
        rules: the verified rule set of the run.
    """
    barred = rules.not_comparable
    if barred is None or first.need is None or second.need is None:
        return ()
    pairs = {AREA: (first.need.area, second.need.area)}
    one, other = pairs.get(barred.by, (first.values.get(barred.by), second.values.get(barred.by)))
    if one == other:
        return ()
    related = () if barred.span is None else (Related(span=barred.span, role="not-comparable"),)
    params = {"first": first.need_id, "second": second.need_id, "across": barred.by, **barred.grounds}
    return (Diagnostic(code="not-comparable", params=params, related=related),)


def _separated(first: Decision, second: Decision, rules: RuleSet) -> tuple[str, ...]:
    """What keeps two needs from being compared; nothing when they are placed in the same list."""
    fired = [{one.table: one.rule for one in decision.fired} for decision in (first, second)]
    if first.list_id and second.list_id:
        if first.list_id == second.list_id:
            unplaced = next((decision.need_id for decision in (first, second) if not decision.placed), "")
            return ("not-placed", unplaced) if unplaced else ()
        if first.need is not None and second.need is not None and "area" in rules.list_key and first.need.area != second.need.area:
            return "area", first.need.area, second.need.area
    if first.outcome != second.outcome:
        rule = [one.get(rules.triage.id, decision.outcome) for one, decision in zip(fired, (first, second), strict=True)]
        return "outcome", *rule
    if first.destination != second.destination:
        return "destination", first.destination_rule, second.destination_rule
    if first.list_id:
        return "list", first.list_id, second.list_id
    return "not-ranked", first.need_id


def _standing(decision: Decision) -> Standing:
    if decision.standing is None:
        raise ValueError(f"{decision.need_id} has no standing; only placed needs are compared")
    return decision.standing


def _relation(one: Standing, other: Standing) -> str:
    if one.lower > other.upper:
        return "before"
    if other.lower > one.upper:
        return "after"
    return "tie" if one.lower == one.upper == other.lower == other.upper else "open"


def _before(first: Decision, second: Decision) -> bool:
    """Whether the first is listed before the second."""
    one, other = _standing(first), _standing(second)
    if (one.lower, one.upper) != (other.lower, other.upper):
        return (one.lower, one.upper) > (other.lower, other.upper)
    return first.need_id < second.need_id


def _tie_breaker(one: Standing, other: Standing, rules: RuleSet) -> str:
    """The classes, when they tell two needs apart; the tie-breaker that does for needs of equal tier and score; "" when neither does."""
    tiers = {divmod(standing.lower[0], rules.class_count) for standing in (one, other)}
    certain = all(standing.lower[0] == standing.upper[0] for standing in (one, other))
    if rules.classes is not None and certain and len(tiers) > 1 and len({minimum for minimum, _ in tiers}) == 1:
        return rules.classes.field
    if (one.lower[:2], one.upper[:2]) != (other.lower[:2], other.upper[:2]) or one.lower[:2] != one.upper[:2]:
        return ""
    parts = zip(rules.tie_breakers, one.lower[2:], other.lower[2:], strict=True)
    return next((breaker.criterion or breaker.field for breaker, mine, theirs in parts if mine != theirs), "")


def _shares(decision: Decision) -> tuple[Share, ...]:
    return decision.score.shares if decision.score is not None else ()


def _differences(first: Decision, second: Decision) -> tuple[Difference, ...]:
    return tuple(
        Difference(criterion=mine.criterion, first=(mine.low, mine.high), second=(theirs.low, theirs.high))
        for mine, theirs in zip(_shares(first), _shares(second), strict=True)
    )


def _value_changes(ahead: Decision, behind: Decision, rules: RuleSet, again: Again) -> Iterator[ValueChange]:
    """For each criterion and each of the two needs, the smallest change that ties the pair and the smallest that turns it."""
    for share in _shares(behind):
        criterion = rules.criterion(share.criterion)
        if criterion.relative:
            # Another value would change the scale itself, and with it every other need's.
            continue
        for changed, fixed, up in ((behind, ahead, True), (ahead, behind, False)):
            yield from _changes_of(criterion, changed, _keys(fixed, rules), rules, again, up=up)


def _changes_of(
    criterion: Criterion, changed: Decision, fixed: tuple[Key, Key], rules: RuleSet, again: Again, *, up: bool
) -> Iterator[ValueChange]:
    now = performance(criterion, _need(changed).assess.get(criterion.id))
    low, high = _searched(criterion, now)
    start = min(max(now[0] if now[0] is not None else low, low), high)

    def at(x: int) -> Decision:
        return again(_with_value(changed, criterion.id, x))

    def turns(x: int) -> bool:
        moved = _keys(at(x), rules)
        return moved > fixed if up else moved < fixed

    def ties(x: int) -> bool:
        moved = _keys(at(x), rules)
        return moved >= fixed if up else moved <= fixed

    bends = (*corners(criterion.function), *(bend for other in rules.criteria for bend in _cap_corners(other, criterion.id)))
    turning = nearest(start, low, high, bends, turns)
    tying = nearest(start, low, high, bends, ties)
    for x, is_tie in ((tying, True), (turning, False)):
        if x is None or (is_tie and (_keys(at(x), rules) != fixed or x == start)) or at(x).list_id != changed.list_id:
            continue
        exact = now[0] is not None and now[0] == now[1]
        yield ValueChange(
            criterion=criterion.id,
            need=changed.need_id,
            before=start * criterion.step if exact else None,
            after=x * criterion.step,
            steps=_steps(criterion, start, x) if exact else None,
            ties=is_tie,
        )


def _searched(criterion: Criterion, now: tuple[int | None, int | None]) -> tuple[int, int]:
    """The performances that are tried: the declared range, or as far as the function bends where there is no bound."""
    bends = corners(criterion.function)
    known = [bound for bound in now if bound is not None]
    low = criterion.low if criterion.low is not None else min(bends[0] - BEYOND, *known, bends[0])
    high = criterion.high if criterion.high is not None else max(bends[-1] + BEYOND, *known, bends[-1])
    return low, high


def _cap_corners(criterion: Criterion, by: str) -> tuple[int, ...]:
    return corners(criterion.cap.function) if criterion.cap is not None and criterion.cap.by == by else ()


def _steps(criterion: Criterion, before: int, after: int) -> int:
    """How far apart two performances are: in described levels where the scale steps, otherwise in declared steps."""
    if not isinstance(criterion.function, Bins):
        return abs(after - before)
    starts = [start for start, _ in criterion.function.bins]
    return abs(sum(start <= after for start in starts) - sum(start <= before for start in starts))


def _with_value(decision: Decision, criterion: str, x: int) -> Decision:
    need = _need(decision)
    assess = FrozenMap({**need.assess, criterion: Assessment(value=Exact(x))})
    return attrs.evolve(decision, need=attrs.evolve(need, assess=assess))


def _keys(decision: Decision, rules: RuleSet) -> tuple[Key, Key]:
    if decision.score is None:
        raise ValueError(f"{decision.need_id} has no score; assess it before it is compared")
    return keys(decision.score, decision.values, _need(decision).assess, rules)


def _need(decision: Decision) -> Need:
    if decision.need is None:
        raise ValueError(f"{decision.need_id} is no need; only needs are compared")
    return decision.need


def _weight_changes(ahead: Decision, behind: Decision, rules: RuleSet) -> Iterator[WeightChange]:
    """For each criterion, the smallest change of its weight alone that ties the pair and the smallest that turns it."""
    pair = (_keys(ahead, rules), _keys(behind, rules))
    for mine, theirs in zip(_shares(ahead), _shares(behind), strict=True):
        weight = rules.criterion(mine.criterion).weight
        slope = (theirs.low - mine.low) // weight
        if slope == 0:
            continue
        # INVARIANT: the distance between the lower scores is linear in the weight, so it changes sign once, at `crossing`.
        crossing = weight - Fraction(pair[1][0][1] - pair[0][0][1], slope)
        tried = [new for new in range(floor(crossing) - 1, floor(crossing) + 3) if new >= 1 and new != weight]
        moved = {new: _reweighted(pair, mine, theirs, Fraction(new, weight)) for new in tried}
        for is_tie in (True, False):
            wanted = [new for new, (top, bottom) in moved.items() if (bottom == top if is_tie else bottom > top)]
            if wanted:
                after = min(wanted, key=lambda new: (abs(new - weight), new))
                yield WeightChange(criterion=mine.criterion, before=weight, after=after, ties=is_tie)


def _reweighted(
    pair: tuple[tuple[Key, Key], tuple[Key, Key]], mine: Share, theirs: Share, factor: Fraction
) -> tuple[tuple[Key, Key], tuple[Key, Key]]:
    """The keys of both needs when the weight of one criterion is multiplied by a factor that makes it another whole number."""
    (top_low, top_high), (bottom_low, bottom_high) = pair
    grown = factor - 1
    return (
        (_plus(top_low, mine.low * grown), _plus(top_high, mine.high * grown)),
        (_plus(bottom_low, theirs.low * grown), _plus(bottom_high, theirs.high * grown)),
    )


def _plus(key: Key, points: Fraction) -> Key:
    tier, score, *rest = key
    return (tier, score + points.numerator // points.denominator, *rest)
