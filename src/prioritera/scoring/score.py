"""Scores: each criterion's value in a rule set's whole numbers, from the least to the greatest that is possible, and their weighted sum."""

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction

from prioritera.methods.aggregate import weighted_sum
from prioritera.methods.scales import value_range
from prioritera.model.criterion import Criterion
from prioritera.model.result import Score, Share
from prioritera.model.ruleset import Band, RuleSet
from prioritera.model.value import Assessment, Exact, Interval, Missing, Panel, Reason, Value

Assessments = Mapping[str, Assessment]
# The performances that are possible, in steps; None is no bound on that side.
Performance = tuple[int | None, int | None]


def performance(criterion: Criterion, assessment: Assessment | None) -> Performance:
    """The least and the greatest performance that is possible: the whole scale when nothing is known.

    "Not applicable" is the performance that the criterion says it counts as, if it says one.
    """
    value: Value = Missing() if assessment is None else assessment.value
    if isinstance(value, Exact):
        return value.x, value.x
    if isinstance(value, Interval):
        return value.low, value.high
    if isinstance(value, Panel) and value.x is not None:
        return value.x, value.x
    if isinstance(value, Missing) and value.reason is Reason.NOT_APPLICABLE and criterion.not_applicable is not None:
        return criterion.not_applicable, criterion.not_applicable
    return criterion.low, criterion.high


def scorer(rules: RuleSet, *, left_out: Collection[str] = ()) -> Callable[[Assessments], Score]:
    """The function that scores a need by these rules.

    Args:
        rules: criteria, scales and weights.
        left_out: the criteria that a recorded decision leaves out.

    Returns:
        A function from a need's assessments to its score, 0 to W * S points with W and S of the criteria that are left in.
    """
    scale = rules.scale
    criteria = [criterion for criterion in rules.criteria if criterion.id not in left_out]
    by_id = {criterion.id: criterion for criterion in rules.criteria}
    of = sum(criterion.weight for criterion in criteria) * scale
    whole = {criterion.id: value_range(criterion.function, criterion.low, criterion.high, scale) for criterion in criteria}
    ranges: dict[tuple[str, Performance], tuple[int, int]] = {}

    def value(criterion: Criterion, at: Performance) -> tuple[int, int]:
        found = ranges.get((criterion.id, at))
        if found is None:
            found = ranges[criterion.id, at] = value_range(criterion.function, *at, scale)
        return found

    def share(criterion: Criterion, assessments: Assessments) -> Share:
        at = performance(criterion, assessments.get(criterion.id))
        low, high = value(criterion, at)
        exact = at[0] is not None and at[0] == at[1]
        known = exact or (low, high) != whole[criterion.id]
        if criterion.cap is not None:
            other = performance(by_id[criterion.cap.by], assessments.get(criterion.cap.by))
            cap_low, cap_high = value_range(criterion.cap.function, *other, scale)
            low, high = min(low, cap_low), min(high, cap_high)
        tier_low, tier_high = _passes(criterion, at)
        weight = criterion.weight
        return Share(
            criterion=criterion.id,
            low=weight * low,
            high=weight * high,
            of=weight * scale,
            known=known,
            exact=exact,
            tier_low=tier_low,
            tier_high=tier_high,
        )

    def score(assessments: Assessments) -> Score:
        shares = [share(criterion, assessments) for criterion in criteria]
        tiered = [s for s, c in zip(shares, criteria, strict=True) if c.minimum is not None and not c.minimum.outcome]
        ones = [1] * len(shares)
        return Score(
            low=weighted_sum([s.low for s in shares], ones),
            high=weighted_sum([s.high for s in shares], ones),
            of=of,
            shares=shares,
            known=Fraction(sum(s.known for s in shares), len(shares) or 1),
            tier_low=min((s.tier_low for s in tiered), default=0),
            tier_high=min((s.tier_high for s in tiered), default=0),
        )

    return score


def _passes(criterion: Criterion, at: Performance) -> tuple[int, int]:
    """Whether the minimum is passed at the least and at the greatest performance, 1 or 0; 1 where there is no minimum."""
    if criterion.minimum is None:
        return 1, 1
    least = criterion.minimum.x
    low, high = at
    return int(low is not None and low >= least), int(high is None or high >= least)


def passes_minimum(criterion: Criterion, assessment: Assessment | None) -> bool | None:
    """Whether a criterion's minimum is passed; None when what is known leaves it open. One without a minimum is passed."""
    least, most = _passes(criterion, performance(criterion, assessment))
    return bool(least) if least == most else None


def band_of(points: int, of: int, bands: Collection[Band]) -> str:
    """The band that a score falls in: the one with the highest limit that it reaches; "" when it reaches none.

    >>> band_of(16, 24, [Band(id="a", least=Fraction(2, 3)), Band(id="b", least=Fraction(1, 3))])
    'a'
    """
    reached = [band for band in bands if points * band.least.denominator >= band.least.numerator * of]
    return max(reached, key=lambda band: band.least).id if reached else ""
