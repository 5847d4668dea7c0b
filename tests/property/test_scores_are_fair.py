"""Scores: shares sum to the score, better is never lower, caps and ranges keep their side, and the order of criteria is free."""

from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from oracles import rational_value
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Exact, Interval, Missing, Reason
from prioritera.scoring.score import Assessments, performance, scorer
from strategies import assessments, rule_sets

ANY = rule_sets().flatmap(lambda rules: st.tuples(st.just(rules), assessments(rules)))
DIRECTED = rule_sets(directed=True).flatmap(lambda rules: st.tuples(st.just(rules), assessments(rules), assessments(rules)))
Drawn = tuple[RuleSet, Assessments]


def ends(criterion: Criterion, given_: Assessments) -> tuple[int, int]:
    """The performances that are possible: every drawn scale has bounds."""
    low, high = performance(criterion, given_.get(criterion.id))
    assert low is not None
    assert high is not None
    return low, high


@given(ANY)
def test_shares_sum_to_the_score_and_stay_on_the_scale(drawn: Drawn) -> None:
    rules, known = drawn

    score = scorer(rules)(known)

    assert score.low == sum(share.low for share in score.shares)
    assert score.high == sum(share.high for share in score.shares)
    assert score.of == sum(share.of for share in score.shares) == rules.weight_sum * rules.scale
    for share, criterion in zip(score.shares, rules.criteria, strict=True):
        assert 0 <= share.low <= share.high <= share.of == criterion.weight * rules.scale


@given(ANY)
def test_a_score_is_the_least_and_the_greatest_over_all_performances(drawn: Drawn) -> None:
    rules, known = drawn
    by_id = {criterion.id: criterion for criterion in rules.criteria}

    score = scorer(rules)(known)

    for share in score.shares:
        criterion = by_id[share.criterion]
        low, high = ends(criterion, known)
        values = [rational_value(criterion.function, x) for x in range(low, high + 1)]
        caps = [Fraction(1)]
        if criterion.cap is not None:
            least, most = ends(by_id[criterion.cap.by], known)
            caps = [rational_value(criterion.cap.function, x) for x in range(least, most + 1)]
        assert Fraction(share.low, share.of) == min(min(cap, value) for value in values for cap in caps)
        assert Fraction(share.high, share.of) == max(min(cap, value) for value in values for cap in caps)


@given(ANY)
def test_each_share_passes_its_minimum_when_every_performance_does_and_may_when_one_does(drawn: Drawn) -> None:
    rules, known = drawn

    score = scorer(rules)(known)

    passes = []
    for share, criterion in zip(score.shares, rules.criteria, strict=True):
        low, high = ends(criterion, known)
        least = criterion.minimum.x if criterion.minimum is not None else low
        each = [x >= least for x in range(low, high + 1)]
        assert (share.tier_low, share.tier_high) == (int(all(each)), int(any(each)))
        passes += [(all(each), any(each))] if criterion.minimum is not None else []
    assert score.tier_low == int(bool(passes) and all(sure for sure, _ in passes))
    assert score.tier_high == int(bool(passes) and all(maybe for _, maybe in passes))


def better(rules: RuleSet, one: Assessments, other: Assessments) -> dict[str, Assessment]:
    """Of two assessments the better end of each range, criterion by criterion."""
    found = {}
    for criterion in rules.criteria:
        lows, highs = zip(ends(criterion, one), ends(criterion, other), strict=True)
        pick = max if criterion.direction == "higher-first" else min
        found[criterion.id] = Assessment(value=Interval(pick(lows), pick(highs)))
    return found


@given(DIRECTED)
def test_better_on_every_directed_criterion_never_lowers_a_score(drawn: tuple[RuleSet, Assessments, Assessments]) -> None:
    rules, one, other = drawn
    score = scorer(rules)

    above, below = score(better(rules, one, other)), score(one)

    assert above.low >= below.low
    assert above.high >= below.high
    assert above.tier_low >= below.tier_low
    assert above.tier_high >= below.tier_high


@given(ANY)
def test_the_order_of_criteria_does_not_matter(drawn: Drawn) -> None:
    rules, known = drawn
    turned = attrs.evolve(rules, criteria=rules.criteria[::-1])

    one, other = scorer(rules)(known), scorer(turned)(known)

    assert attrs.evolve(one, shares=()) == attrs.evolve(other, shares=())
    assert one.shares == other.shares[::-1]


@given(ANY, st.data())
def test_leaving_out_changes_the_whole_and_nothing_else(drawn: Drawn, data: st.DataObject) -> None:
    rules, known = drawn
    out = data.draw(st.sampled_from([criterion.id for criterion in rules.criteria]))

    whole, rest = scorer(rules)(known), scorer(rules, left_out=[out])(known)

    assert rest.shares == tuple(share for share in whole.shares if share.criterion != out)
    assert rest.of == whole.of - rules.criterion(out).weight * rules.scale
    assert rest.low == sum(share.low for share in rest.shares)
    assert rest.known == Fraction(sum(share.known for share in rest.shares), len(rest.shares) or 1)


@given(ANY)
def test_a_cap_never_raises_a_score(drawn: Drawn) -> None:
    rules, known = drawn
    free = attrs.evolve(rules, criteria=[attrs.evolve(criterion, cap=None) for criterion in rules.criteria])

    with_cap, without = scorer(rules)(known), scorer(free)(known)

    assert Fraction(with_cap.low, with_cap.of) <= Fraction(without.low, without.of)
    assert Fraction(with_cap.high, with_cap.of) <= Fraction(without.high, without.of)
    assert with_cap.known == without.known


@given(ANY)
def test_the_known_share_counts_what_is_exact_or_narrower_than_the_scale(drawn: Drawn) -> None:
    rules, known = drawn

    score = scorer(rules)(known)

    expected = 0
    for criterion in rules.criteria:
        low, high = ends(criterion, known)
        whole = {rational_value(criterion.function, x) for x in range(-7, 10)}
        possible = {rational_value(criterion.function, x) for x in range(low, high + 1)}
        expected += low == high or (min(possible), max(possible)) != (min(whole), max(whole))
    assert score.known == Fraction(expected, len(rules.criteria))


@given(ANY, st.data())
def test_knowing_more_only_narrows(drawn: Drawn, data: st.DataObject) -> None:
    rules, known = drawn
    criterion = data.draw(st.sampled_from(rules.criteria))
    x = data.draw(st.integers(*ends(criterion, known)))

    wide, narrow = scorer(rules)(known), scorer(rules)({**known, criterion.id: Assessment(value=Exact(x))})

    assert wide.low <= narrow.low <= narrow.high <= wide.high
    assert wide.tier_low <= narrow.tier_low <= narrow.tier_high <= wide.tier_high


@given(ANY)
def test_every_way_to_be_missing_scores_alike_but_what_does_not_apply(drawn: Drawn) -> None:
    rules, known = drawn
    score = scorer(rules)

    found = {reason: score({**known, "one": Assessment(value=Missing(reason))}) for reason in Reason if reason is not Reason.NOT_APPLICABLE}

    without = {name: assessment for name, assessment in known.items() if name != "one"}
    assert set(found.values()) == {score(without)}
