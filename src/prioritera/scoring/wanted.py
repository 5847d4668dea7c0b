"""Assessments with a wanted score: from a range of shares, and what minimums must come to, to a performance on each criterion.

Criteria are searched apart, those that cap each other together; their sums are put together with a budget. Only performances that can be
written as decimals are tried: the corners of each scale, what lies beside a minimum, and for a narrow range every step between.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

import attrs

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.methods.scales import corners
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Exact
from prioritera.reading.numbers import decimal_text
from prioritera.scoring.score import scorer

# So many sums are kept, and so many performances of a criterion tried, before it is given up.
SUMS: Final = 20_000
STEPS: Final = 2_000

Steps = Mapping[str, int]


@attrs.frozen(kw_only=True)
class WantedScore:
    """A share of the highest score from `low` up to, but not including, `below` (None: no bound), and the performances that are let in.

    `at_least` and `below_minimum` are the least performance, and the one that must not be reached, of criteria that a minimum is about.
    """

    low: Fraction = Fraction(0)
    below: Fraction | None = None
    at_least: FrozenMap[str, int] = attrs.field(converter=frozen_map, factory=FrozenMap)
    below_minimum: FrozenMap[str, int] = attrs.field(converter=frozen_map, factory=FrozenMap)

    def lets_in(self, criterion: Criterion, x: int) -> bool:
        """Whether a criterion may have this performance."""
        least, most = self.at_least.get(criterion.id), self.below_minimum.get(criterion.id)
        return (least is None or x >= least) and (most is None or x < most)


def assessments_with(wanted: WantedScore, rules: RuleSet) -> dict[str, Assessment] | None:
    """An exact value on every criterion, so that the score lies in the range; None when the search finds none.

    >>> from prioritera.loading.load import load_rules
    >>> rules = load_rules("prioritera:sbu-four")
    >>> found = assessments_with(WantedScore(low=Fraction(2, 3), below=Fraction(3, 4)), rules)
    >>> {name: assessment.raw for name, assessment in found.items()}
    {'prevalence': '50', 'impact': '3', 'economic-consequences': '50', 'practice-variation': '0'}
    """
    for finer in (None, *(criterion.id for criterion in rules.criteria)):
        groups = [_group(group, wanted, rules, finer) for group in _groups(rules.criteria)]
        steps = _sum_to(groups, _in_range(wanted, rules))
        if steps is not None:
            return {c.id: exactly(c, steps[c.id]) for c in rules.criteria}
    return None


def exactly(criterion: Criterion, x: int) -> Assessment:
    """The assessment of a performance, as it would be written.

    >>> from prioritera.loading.load import load_rules
    >>> exactly(load_rules("prioritera:sbu-four").criterion("impact"), 3).raw
    '1.5'
    """
    return Assessment(value=Exact(x), raw=decimal_text(x * criterion.step))


def can_be_written(criterion: Criterion, x: int) -> bool:
    """Whether a performance is a decimal: a third of something cannot be written in a file."""
    return "/" not in decimal_text(x * criterion.step)


def worth_trying(criterion: Criterion) -> list[int]:
    """The performances where a criterion's value bends or steps, and those on both sides of its minimum, that can be written.

    >>> from prioritera.loading.load import load_rules
    >>> worth_trying(load_rules("prioritera:sbu-four").criterion("impact"))
    [0, 2, 4, 6]
    """
    beside = () if criterion.minimum is None else (criterion.minimum.x - 1, criterion.minimum.x)
    capped = () if criterion.low is None or criterion.high is None else (criterion.low, criterion.high)
    return _possible(criterion, sorted({*corners(criterion.function), *beside, *capped}))


def _possible(criterion: Criterion, steps: Iterable[int]) -> list[int]:
    low, high = criterion.low, criterion.high
    inside = (x for x in steps if (low is None or low <= x) and (high is None or x <= high))
    return [x for x in inside if can_be_written(criterion, x)]


def _finely(criterion: Criterion) -> list[int]:
    """Every performance between the corners, while they are not too many."""
    at = corners(criterion.function)
    first, last = at[0] - 1, at[-1] + 1
    return sorted({*worth_trying(criterion), *_possible(criterion, range(first, min(last, first + STEPS) + 1))})


def _groups(criteria: Sequence[Criterion]) -> list[list[Criterion]]:
    """The criteria apart, but each with those that cap it or that it caps."""
    groups: list[list[Criterion]] = []
    for criterion in criteria:
        touching = [group for group in groups if any(_linked(criterion, other) for other in group)]
        joined = [other for group in touching for other in group] + [criterion]
        groups = [*(group for group in groups if group not in touching), joined]
    return groups


def _linked(one: Criterion, other: Criterion) -> bool:
    return any(first.cap is not None and first.cap.by == second.id for first, second in ((one, other), (other, one)))


def _group(group: Sequence[Criterion], wanted: WantedScore, rules: RuleSet, finer: str | None) -> dict[int, Steps]:
    """The points that a group can come to, each with performances that give them."""
    names = [criterion.id for criterion in group]
    points = scorer(rules, left_out=[c.id for c in rules.criteria if c.id not in names])
    tried = [[x for x in (_finely(c) if c.id == finer else worth_trying(c)) if wanted.lets_in(c, x)] for c in group]
    found: dict[int, Steps] = {}
    for _, choice in zip(range(SUMS), product(*tried), strict=False):
        steps = dict(zip(names, choice, strict=True))
        found.setdefault(points({c.id: exactly(c, steps[c.id]) for c in group}).low, steps)
    return found


def _sum_to(groups: Sequence[Mapping[int, Steps]], fits: Callable[[int], bool]) -> dict[str, int] | None:
    """One choice a group whose points add up to something that fits, the least sum first."""
    sums: dict[int, dict[str, int]] = {0: {}}
    for group in groups:
        more: dict[int, dict[str, int]] = {}
        for total, before, points, steps in _pairs(sums, group):
            if len(more) >= SUMS:
                break
            more.setdefault(total + points, {**before, **steps})
        sums = more
    return next((sums[total] for total in sorted(sums) if fits(total)), None)


def _pairs(sums: Mapping[int, dict[str, int]], group: Mapping[int, Steps]) -> Iterator[tuple[int, dict[str, int], int, Steps]]:
    for points, steps in group.items():
        for total, before in sums.items():
            yield total, before, points, steps


def _in_range(wanted: WantedScore, rules: RuleSet) -> Callable[[int], bool]:
    of = rules.weight_sum * rules.scale or 1
    return lambda total: wanted.low <= Fraction(total, of) and (wanted.below is None or Fraction(total, of) < wanted.below)
