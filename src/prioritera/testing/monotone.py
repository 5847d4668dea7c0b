"""Assert that better never scores lower: what the direction of each criterion claims, proved over its whole scale."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise, product
from typing import Final

from prioritera.methods.scales import corners
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Exact
from prioritera.reading.numbers import decimal_text
from prioritera.scoring.score import scorer

# So many ways that the criteria it is capped with can be are tried; enough for any that people make.
_TRIED: Final = 10_000

HIGHER, NONE = "higher-first", "none"


def assert_monotone(rules: RuleSet, criterion: str | None = None) -> None:
    """Assert that a need that is better on a criterion never stands lower for it, by tier and then by score.

    Proved at every corner of the value function and of the caps that it is in; between corners functions are straight or level. It is
    about points: where a need then goes is not an order.

    Args:
        rules: a rule set, verified or not.
        criterion: the id of one; every criterion that claims a direction when None.

    Raises:
        AssertionError: with the first pair of performances of each criterion that is not monotone, and their points.
        KeyError: there is no such criterion.
        ValueError: the criterion claims no direction.

    >>> from prioritera import load_rules
    >>> assert_monotone(load_rules("prioritera:sbu-four"))
    """
    asked = [one for one in rules.criteria if one.direction != NONE] if criterion is None else [rules.criterion(criterion)]
    if any(one.direction == NONE for one in asked):
        raise ValueError(f"criterion {criterion} claims no direction, so there is nothing to hold")
    faults = [fault for one in asked if (fault := next(_falls(one, rules), ""))]
    if faults:
        raise AssertionError("\n".join(faults))


def _falls(one: Criterion, rules: RuleSet) -> Iterator[str]:
    """The pairs of neighbouring corners where better stands lower."""
    linked = [other for other in rules.criteria if other is not one and _is_linked(one, other)]
    points = scorer(rules, left_out=[other.id for other in rules.criteria if other is not one and other not in linked])
    at = _corners(one, rules)
    pairs = list(pairwise(at)) if one.direction == HIGHER else list(pairwise(at[::-1]))
    for fixed in islice(product(*(_corners(other, rules) for other in linked)), _TRIED):
        others = {other.id: _at(x) for other, x in zip(linked, fixed, strict=True)}
        for worse, better in pairs:
            before, after = (points({**others, one.id: _at(x)}) for x in (worse, better))
            if (after.tier_low, after.low) < (before.tier_low, before.low):
                yield _said(one, (worse, better), (before.low, after.low), before.of, dict(zip(linked, fixed, strict=True)))


def _said(one: Criterion, pair: tuple[int, int], points: tuple[int, int], of: int, others: Mapping[Criterion, int]) -> str:
    place = f"{one.span}: " if one.span is not None else ""
    beside = ", ".join(f"{other.id} = {decimal_text(x * other.step)}" for other, x in others.items())
    worse, better = (f"{one.id} = {decimal_text(x * one.step)}" for x in pair)
    return "\n".join(
        [
            f"{place}criterion {one.id} ({one.direction}): better stands lower{f', with {beside}' if beside else ''}",
            f"    {worse} gives {points[0]} of {of} points",
            f"    {better}, which is better, gives {points[1]}",
        ]
    )


def _is_linked(one: Criterion, other: Criterion) -> bool:
    return (one.cap is not None and one.cap.by == other.id) or (other.cap is not None and other.cap.by == one.id)


def _corners(one: Criterion, rules: RuleSet) -> list[int]:
    """Where anything about the criterion changes its course, inside its scale."""
    found = {*corners(one.function)}
    found.update(x for other in rules.criteria if other.cap is not None and other.cap.by == one.id for x in corners(other.cap.function))
    if one.minimum is not None:
        found.update((one.minimum.x - 1, one.minimum.x))
    # A step function is level up to its next corner, so the last step before each corner counts too.
    found.update([x - 1 for x in found])
    low, high = one.low, one.high
    ends = {end for end in (low, high) if end is not None}
    return sorted({x for x in found | ends if (low is None or low <= x) and (high is None or x <= high)})


def _at(x: int) -> Assessment:
    return Assessment(value=Exact(x))
