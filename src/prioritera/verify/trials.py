"""Trials: the ways to assess a need that two rule sets can tell apart, each with the score that either of them gives.

A criterion's performances are cut where its value, its minimum or a cap changes, and one stands for each part; where a scale rises step by
step, every step is tried. When there are too many, some are: then what was not found is not proved.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import gcd, lcm, prod

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.methods.scales import Bins, Function, corners, is_rising
from prioritera.model.criterion import Criterion
from prioritera.model.meaning import meaning_hash
from prioritera.model.result import Score
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Exact
from prioritera.scoring.score import passes_minimum, scorer

MOST = 20_000
_STEPS = 64


@attrs.frozen(kw_only=True)
class Trial:
    """A need's performances in each criterion's own unit, the scores of both sides, and the outcome that a failed minimum gives it there.

    A criterion that is not among the performances is left out by a recorded decision.
    """

    performances: FrozenMap[str, Fraction] = attrs.field(converter=frozen_map)
    old: Score
    new: Score
    given: tuple[str, str]


@attrs.frozen(kw_only=True)
class Trials:
    """Every trial when `complete`; otherwise some."""

    trials: tuple[Trial, ...] = attrs.field(converter=frozen_tuple)
    complete: bool


def share_of(score: Score) -> Fraction:
    """A score that is known, as its share of the highest possible."""
    return Fraction(score.low, score.of) if score.of else Fraction(0)


def steps_of(rules: RuleSet, performances: Mapping[str, Fraction]) -> dict[str, Assessment]:
    """Performances as assessments by a rule set's own steps; of its criteria only."""
    known = [criterion for criterion in rules.criteria if criterion.id in performances]
    return {one.id: Assessment(value=Exact(int(performances[one.id] / one.step))) for one in known}


def trials_of(old: RuleSet, new: RuleSet, *, left_out: bool = False, most: int = MOST) -> Trials:
    """The trials of two rule sets.

    Args:
        old: a verified rule set.
        new: another.
        left_out: also with criteria left out, in every way but all of them.
        most: how many are tried.
    """
    names = tuple(dict.fromkeys(criterion.id for rules in (old, new) for criterion in rules.criteria))
    found = [_performances(name, old, new) for name in names]
    scales: list[list[Fraction | None]] = [[*values, *([None] if left_out else [])] for values, _ in found]
    complete = prod(len(scale) for scale in scales) <= most
    choices = product(*scales) if complete else _some(scales, most)
    chosen = [dict(zip(names, choice, strict=True)) for choice in choices if not left_out or any(value is not None for value in choice)]
    sides = _Side(old), _Side(new)
    return Trials(
        trials=[_trial({name: value for name, value in each.items() if value is not None}, *sides) for each in chosen],
        complete=complete and all(whole for _, whole in found) and all(_caps_rise(rules) and _is_fixed(rules) for rules in (old, new)),
    )


class _Side:
    """What one side makes of performances: a scorer for each choice of criteria left out, and each performance read once."""

    def __init__(self, rules: RuleSet) -> None:
        """Begin with nothing read."""
        self.rules = rules
        self._gates = [(one, one.minimum.outcome) for one in rules.criteria if one.minimum is not None and one.minimum.outcome]
        self._scorers: dict[tuple[str, ...], Callable[[Mapping[str, Assessment]], Score]] = {}
        self._read: dict[tuple[str, Fraction], Assessment] = {}

    def judge(self, performances: Mapping[str, Fraction]) -> tuple[Score, str]:
        """The score, and the outcome of the first minimum that fails, "" when all are passed or end in a tier."""
        assessed = {one.id: self._assessment(one, performances[one.id]) for one in self.rules.criteria if one.id in performances}
        left_out = tuple(one.id for one in self.rules.criteria if one.id not in assessed)
        if left_out not in self._scorers:
            self._scorers[left_out] = scorer(self.rules, left_out=left_out)
        failed = (outcome for gate, outcome in self._gates if gate.id in assessed and not passes_minimum(gate, assessed[gate.id]))
        return self._scorers[left_out](assessed), next(failed, "")

    def _assessment(self, criterion: Criterion, performance: Fraction) -> Assessment:
        key = (criterion.id, performance)
        if key not in self._read:
            self._read[key] = Assessment(value=Exact(int(performance / criterion.step)))
        return self._read[key]


def _trial(performances: dict[str, Fraction], old: _Side, new: _Side) -> Trial:
    (before, failed), (after, fails) = old.judge(performances), new.judge(performances)
    return Trial(performances=performances, old=before, new=after, given=(failed, fails))


def _some(scales: Sequence[Sequence[Fraction | None]], most: int) -> Iterator[tuple[Fraction | None, ...]]:
    """Choices in which two criteria vary and the others stand where they begin."""
    tried = 0
    for one, other in combinations(range(len(scales)), 2):
        for pair in product(scales[one], scales[other]):
            if tried >= most:
                return
            tried += 1
            yield tuple(pair[0] if at == one else pair[1] if at == other else scale[0] for at, scale in enumerate(scales))


def _is_fixed(rules: RuleSet) -> bool:
    """Whether no scale is relative to the set: what trials show of such a one holds for no round."""
    return not any(criterion.relative for criterion in rules.criteria)


def _caps_rise(rules: RuleSet) -> bool:
    """Whether what is not known has its least at the least performance of each criterion, caps too: then trials stand for it."""
    return all(criterion.cap is None or is_rising(criterion.cap.function) for criterion in rules.criteria)


def _performances(name: str, old: RuleSet, new: RuleSet) -> tuple[list[Fraction], bool]:
    """The performances that stand for all, and whether they do."""
    pairs = [(rules, criterion) for rules in (old, new) for criterion in rules.criteria if criterion.id == name]
    criteria = [criterion for _, criterion in pairs]
    step = _common_step([criterion.step for criterion in criteria])
    low = max((one.low * one.step for one in criteria if one.low is not None), default=None)
    high = min((one.high * one.step for one in criteria if one.high is not None), default=None)
    functions = [(function, one.step) for rules, one in pairs for function in (one.function, *_caps_by(name, rules))]
    marks = {x * unit for function, unit in functions for x in corners(function)}
    marks |= {one.minimum.x * one.step for one in criteria if one.minimum is not None}
    first, last = min(marks) - step if low is None else low, max(marks) if high is None else high
    named = [breaker.criterion for rules in (old, new) for breaker in rules.tie_breakers]
    if name not in named and all(isinstance(function, Bins) for function, _ in functions):
        return _on_lattice([first, *marks], first, last, step), True
    if (last - first) / step < _STEPS:
        return _on_lattice([first + step * count for count in range(_STEPS)], first, last, step), True
    near = [mark + away for mark in marks for away in (-step, Fraction(0), step)]
    return _on_lattice([first, last, *near], first, last, step), False


def _caps_by(name: str, rules: RuleSet) -> list[Function]:
    return [one.cap.function for one in rules.criteria if one.cap is not None and one.cap.by == name]


def _on_lattice(marks: Sequence[Fraction], first: Fraction, last: Fraction, step: Fraction) -> list[Fraction]:
    """The marks between two ends, each raised to the next whole step of both sides."""
    raised = {-(-mark // step) * step for mark in marks}
    return sorted(mark for mark in raised if first <= mark <= last)


def _common_step(steps: Sequence[Fraction]) -> Fraction:
    """The least step that is whole steps of each."""
    return Fraction(lcm(*(step.numerator for step in steps)), gcd(*(step.denominator for step in steps)))


def same_shares(old: RuleSet, new: RuleSet) -> bool:
    """Whether every need has the same share of the highest score by both, because scales are the same and weights in proportion."""
    if old.scale == new.scale and meaning_hash(old.criteria) == meaning_hash(new.criteria):
        return True
    if not (old.is_exact and new.is_exact) or {one.id for one in old.criteria} != {one.id for one in new.criteria}:
        return False
    return all(_scale(one, old) == _scale(new.criterion(one.id), new) for one in old.criteria)


def _scale(criterion: Criterion, rules: RuleSet) -> object:
    """All that a criterion's share of the score is made of."""
    cap = criterion.cap
    ends = [None if end is None else end * criterion.step for end in (criterion.low, criterion.high, criterion.not_applicable)]
    capped = None if cap is None else (cap.by, _heights(cap.function, rules.criterion(cap.by).step))
    share = Fraction(criterion.weight, rules.weight_sum)
    return share, criterion.step, ends, _heights(criterion.function, criterion.step), capped


def _heights(function: Function, step: Fraction) -> object:
    pairs = function.bins if isinstance(function, Bins) else function.points
    return type(function), [(x * step, Fraction(y, function.top)) for x, y in pairs]
