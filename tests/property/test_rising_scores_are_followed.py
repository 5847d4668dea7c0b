"""What the proofs say of needs whose score rises is what trying every need and every performance says; the evaluator confirms each."""

import itertools
from fractions import Fraction

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import to
from fare_oracles import moves, target, unscored
from prioritera.model.condition import SCORE, Condition, ShareOfScore
from prioritera.model.criterion import Minimum
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit
from prioritera.tables.evaluate import decide
from prioritera.verify.fares import Fare, Unscored, Unsettled, prove_fares
from score_draws import HIGH, LOW, capped_sets
from table_draws import SHARES, rule_sets

# Enumeration takes its time: half the budget of other laws.
HALF = settings(max_examples=settings().max_examples // 2)


def _shares() -> st.SearchStrategy[ShareOfScore]:
    """From or below one of the shares that other conditions are drawn from."""
    return st.sampled_from([ShareOfScore(low=share) for share in SHARES] + [ShareOfScore(below=share) for share in SHARES])


@st.composite
def scored_tables(draw: st.DrawFn) -> RuleSet:
    """A rule set whose destination table reads the score, with three places to go and minimums that give outcomes."""
    rules = draw(rule_sets())
    courses = st.sampled_from([to("agency"), to("rss"), to()])
    first, *rest = rules.destination.rules
    asked = (*(one for one in first.when if one.field != SCORE), Condition(field=SCORE, test=draw(_shares())))
    sent = [attrs.evolve(rule, then=draw(courses)) for rule in (attrs.evolve(first, when=asked), *rest)]
    gates = st.none() | st.builds(Minimum, x=st.integers(LOW, HIGH), outcome=st.sampled_from(["go-on", "inform"]))
    criteria = [attrs.evolve(one, minimum=draw(gates)) for one in draw(capped_sets(most=3)).criteria]
    return attrs.evolve(rules, destination=attrs.evolve(rules.destination, rules=sent), criteria=criteria)


@HALF
@given(scored_tables())
def test_the_proofs_follow_a_rising_score_as_enumeration_does(rules: RuleSet) -> None:
    pairs, back = moves(rules)

    found = [one for one in prove_fares(rules) if isinstance(one, Fare)]

    ways = [tuple(rule.id for rule in one.rules) for one in found]
    assert len(ways) == len(set(ways))
    assert {way[1] for way in ways if len(way) == 3} == back
    assert {(one, other) for way in ways for one, other in itertools.pairwise(way)} == pairs


@HALF
@given(scored_tables())
def test_a_rule_is_unscored_when_no_score_that_occurs_reaches_it(rules: RuleSet) -> None:
    expected = unscored(rules)

    found = [one for one in prove_fares(rules) if isinstance(one, Unscored)]

    assert {one.rule.id for one in found} == expected
    assert len(found) == len(expected)


@HALF
@given(scored_tables())
def test_every_need_that_is_shown_is_sent_as_it_says(rules: RuleSet) -> None:
    first = attrs.evolve(rules.destination, hit=Hit.FIRST)

    for fare in (one for one in prove_fares(rules) if isinstance(one, Fare)):
        assert list(fare.points) == sorted(set(fare.points))
        assert all(target(one) != target(other) for one, other in zip(fare.rules, fare.rules[1:], strict=False))
        assert len(fare.rules) == 2 or target(fare.rules[0]) == target(fare.rules[2])
        assert fare.witness[SCORE] == Fraction(fare.points[0], fare.of)
        for rule, points in zip(fare.rules, fare.points, strict=True):
            assert decide(first, {**fare.witness, SCORE: Fraction(points, fare.of)}, rules.fields) == rule


@HALF
@given(scored_tables(), st.integers(1, 30))
def test_with_a_small_budget_the_answer_is_the_same_or_unsettled(rules: RuleSet, nodes: int) -> None:
    full = prove_fares(rules)

    small = prove_fares(rules, nodes=nodes)

    assert Unsettled() not in full
    assert Unsettled() in small or small == full
