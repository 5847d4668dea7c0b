"""Hypothesis strategies for the proofs of scores: criteria of few performances, of every direction, capped in trees, with minimums."""

from collections.abc import Iterator, Mapping
from itertools import product

import attrs
from hypothesis import strategies as st

from builders import criterion, rule_set
from oracles import rational_value
from prioritera.methods.scales import Bins, Function, Points
from prioritera.model.criterion import Cap, Criterion, Minimum
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Interval
from prioritera.scoring.key import Key, keys
from prioritera.scoring.score import scorer
from strategies import by_criterion, pairs

NAMES = ("one", "two", "three")
DIRECTIONS = ("higher-first", "lower-first", "none")
LOW, HIGH = -2, 4
# The least and the greatest performance of a need on each criterion.
Need = dict[str, tuple[int, int]]


@st.composite
def functions(draw: st.DrawFn, *, ordered: str = "", whole: int = 5) -> Function:
    """Points or bins, with heights on a scale of `whole`."""
    if draw(st.booleans()):
        return Points(draw(pairs(ordered=ordered)), whole)
    return Bins(draw(pairs(least=1, ordered=ordered)), whole)


@st.composite
def criteria(draw: st.DrawFn, name: str, *, ordered: bool = False, most: int = 5) -> Criterion:
    """A criterion of at most so many performances; with `ordered`, its function does what its direction claims."""
    direction = draw(st.sampled_from(DIRECTIONS))
    along = {"higher-first": "rising", "lower-first": "falling", "none": ""}[direction] if ordered else ""
    ends = sorted(draw(st.tuples(st.integers(LOW, HIGH), st.integers(LOW, HIGH))))
    low, high = ends[0], min(ends[1], ends[0] + most - 1)
    return criterion(name, draw(functions(ordered=along)), weight=draw(st.integers(1, 4)), low=low, high=high, direction=direction)


@st.composite
def capped_sets(draw: st.DrawFn, *, ordered: bool = False, most: int = 5) -> RuleSet:
    """One to three criteria, some of them capped by an earlier one."""
    found: list[Criterion] = []
    for name in NAMES[: draw(st.integers(1, 3))]:
        one = draw(criteria(name, ordered=ordered, most=most))
        by = draw(st.sampled_from([None, *found]))
        cap = None if by is None else Cap(by=by.id, function=draw(functions()))
        found.append(attrs.evolve(one, cap=cap))
    return rule_set(criteria=draw(st.permutations(found)))


@st.composite
def keyed_sets(draw: st.DrawFn) -> RuleSet:
    """As `capped_sets`, with functions that do what the directions claim, minimums for the tier, and tie-breakers by criteria."""
    rules = draw(capped_sets(ordered=True))
    found = []
    for one in rules.criteria:
        least = draw(st.none() | st.integers(LOW, HIGH))
        found.append(attrs.evolve(one, minimum=None if least is None else Minimum(x=least)))
    breakers = draw(st.lists(by_criterion([one.id for one in found]), max_size=2))
    return attrs.evolve(rules, criteria=found, tie_breakers=breakers)


def needs(rules: RuleSet, *, exact: bool) -> Iterator[Need]:
    """Every need there can be: each performance, or each range of them, on each criterion."""
    ranges = [list(_ranges(one, exact=exact)) for one in rules.criteria]
    for chosen in product(*ranges):
        yield dict(zip((one.id for one in rules.criteria), chosen, strict=True))


def _ranges(one: Criterion, *, exact: bool) -> Iterator[tuple[int, int]]:
    assert one.low is not None
    assert one.high is not None
    for low in range(one.low, one.high + 1):
        yield from ((low, high) for high in range(low, low + 1 if exact else one.high + 1))


def keys_of(rules: RuleSet, found: Mapping[str, tuple[int, int]]) -> tuple[Key, Key]:
    """The lower and the upper key of a need, fields unknown."""
    given = {name: Assessment(value=Interval(*ends)) for name, ends in found.items()}
    return keys(scorer(rules)(given), {}, given, rules)


def points(rules: RuleSet, *, exact: bool) -> set[int]:
    """The lower ends of the scores of every need, by exact fractions and not by the scorer."""
    found = set()
    for need in needs(rules, exact=exact):
        total = 0
        for one in rules.criteria:
            low, high = need[one.id]
            value = min(rational_value(one.function, x) for x in range(low, high + 1))
            if one.cap is not None:
                least, most = need[one.cap.by]
                value = min(value, *(rational_value(one.cap.function, x) for x in range(least, most + 1)))
            total += one.weight * int(value * rules.scale)
        found.add(total)
    return found


def better(criterion: Criterion, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the second range is at least as good at both ends, by the criterion's direction; without one, whether it is the same."""
    if criterion.direction == "none":
        return one == other
    if criterion.direction == "higher-first":
        return one[0] <= other[0] and one[1] <= other[1]
    return one[0] >= other[0] and one[1] >= other[1]
