"""Whether the order of two needs can turn from one rule set to another: the keys of every way to assess a need are set side by side."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, pairwise, product

import attrs

from prioritera.frozen import FrozenMap
from prioritera.model.field import Field, Kind
from prioritera.model.result import Score
from prioritera.model.rules_diff import Effect, Example, Placing, Verdict
from prioritera.model.ruleset import RuleSet
from prioritera.scoring.key import Key, keys
from prioritera.scoring.score import band_of
from prioritera.tables.evaluate import Seen
from prioritera.verify.joint import together
from prioritera.verify.trials import MOST, Trial, Trials, same_shares, share_of, steps_of

_NUMBERS = 12
# How many needs that change places are looked at for the two that are most alike.
_CROSSED = 200


@attrs.frozen
class _Tried:
    """A need with its keys by both."""

    trial: Trial
    values: FrozenMap[str, Seen]
    old: Key
    new: Key


def order_of(old: RuleSet, new: RuleSet, trials: Trials) -> Effect:
    """Whether two needs that one list compares can change places, or come to share one or to share none."""
    ranked = [trial for trial in trials.trials if trial.given == ("", "")]
    values, complete = _tie_values(old, new)
    choices = list(islice(product(ranked, values), MOST))
    complete = complete and trials.complete and len(choices) == len(ranked) * len(values)
    tried = [_Tried(trial, known, _key(trial.old, trial, known, old), _key(trial.new, trial, known, new)) for trial, known in choices]
    turned = _turned(tried)
    if turned is None:
        return Effect(about="order", verdict=proved(same=complete or placed_alike(old, new)))
    return Effect(about="order", verdict=Verdict.CHANGED, examples=[_example(one, old, new) for one in turned])


def placed_alike(old: RuleSet, new: RuleSet) -> bool:
    """Whether needs are placed by the same key because it is written alike."""
    return same_shares(old, new) and sorted(minima(old)) == sorted(minima(new)) and _ties(old) == _ties(new)


def _ties(rules: RuleSet) -> list[tuple[str, str, str]]:
    classes = ("", "", "") if rules.classes is None else (rules.classes.field, rules.classes.criterion, rules.classes.prefer)
    return [classes, *((breaker.field, breaker.criterion, breaker.prefer) for breaker in rules.tie_breakers)]


def _tie_values(old: RuleSet, new: RuleSet) -> tuple[list[FrozenMap[str, Seen]], bool]:
    """Every way in which the fields that tell ties apart can be known, and whether that is all of them."""
    names = dict.fromkeys(breaker.field for rules in (old, new) for breaker in rules.orderings if breaker.field)
    found = {name: _domain([rules.fields[name] for rules in (old, new) if name in rules.fields]) for name in names}
    choices = islice(product(*(values for values, _ in found.values())), MOST)
    return [FrozenMap(zip(found, choice, strict=True)) for choice in choices], all(whole for _, whole in found.values())


def _domain(fields: Sequence[Field]) -> tuple[list[Seen], bool]:
    """The values that a field can have by all of these, or the least and the greatest of many; none where they have nothing in common."""
    field: Field | None = fields[0]
    for other in fields[1:]:
        field = None if field is None else together(field, other)
    if field is None:
        return [], False
    if field.kind is Kind.WHOLE:
        numbers: list[Seen] = list(range(field.low, min(field.high, field.low + _NUMBERS) + 1))
        is_whole = len(numbers) == field.high - field.low + 1
        return numbers if is_whole else [*numbers, field.high], is_whole
    return ([False, True], True) if field.kind is Kind.FLAG else (list(field.words), True)


def _key(score: Score, trial: Trial, values: FrozenMap[str, Seen], rules: RuleSet) -> Key:
    known = {name: value for name, value in values.items() if not isinstance(value, Fraction)}
    return keys(score, known, steps_of(rules, trial.performances), rules)[0]


def _turned(tried: Sequence[_Tried]) -> tuple[_Tried, _Tried] | None:
    """Two needs that change places; failing that, two that share a place by one side alone. The two that are most alike."""
    ordered = sorted(tried, key=lambda one: (one.old, one.new))
    found = list(islice(_crossed(ordered), _CROSSED))
    ties = [*_parted(ordered, by_old=True), *_parted(sorted(tried, key=lambda one: (one.new, one.old)), by_old=False)]
    return min(found or ties, key=_differing, default=None)


def _crossed(ordered: Sequence[_Tried]) -> Iterator[tuple[_Tried, _Tried]]:
    """Each need that comes later by the old key and earlier by the new one, with one that it passes."""
    best: _Tried | None = None
    for at, one in enumerate(ordered):
        if best is not None and best.old < one.old and best.new > one.new:
            near = [other for other in ordered[:at] if other.old < one.old and other.new > one.new]
            yield min(((other, one) for other in near), key=_differing)
        if best is None or one.new > best.new:
            best = one


def _parted(ordered: Sequence[_Tried], *, by_old: bool) -> Iterator[tuple[_Tried, _Tried]]:
    """Needs side by side that share a place by the one key and not by the other."""
    for one, other in pairwise(ordered):
        same_old, same_new = one.old == other.old, one.new == other.new
        if same_old != same_new and (same_old if by_old else same_new):
            yield one, other


def _differing(pair: tuple[_Tried, _Tried]) -> int:
    """On how many criteria and fields two needs differ."""
    one, other = pair
    names = {*one.trial.performances, *one.values}
    return sum(_of(one, name) != _of(other, name) for name in names)


def _of(one: _Tried, name: str) -> object:
    return one.trial.performances.get(name), one.values.get(name)


def _example(one: _Tried, old: RuleSet, new: RuleSet) -> Example:
    return Example(
        performances=one.trial.performances,
        values=one.values,
        old=Placing(key=one.old, share=share_of(one.trial.old), band=band(one.trial.old, old)),
        new=Placing(key=one.new, share=share_of(one.trial.new), band=band(one.trial.new, new)),
    )


def band(score: Score, rules: RuleSet) -> str:
    """The group of a score that is known."""
    return band_of(score.low, score.of, rules.bands)


def minima(rules: RuleSet) -> list[tuple[str, Fraction, str]]:
    """The minima in the order in which they are asked: of those that end in a tier the order is free, but they are few."""
    return [(one.id, one.minimum.x * one.step, one.minimum.outcome) for one in rules.criteria if one.minimum is not None]


def proved(*, same: bool) -> Verdict:
    """That nothing differs, or that it is not known."""
    return Verdict.SAME if same else Verdict.UNDECIDED
