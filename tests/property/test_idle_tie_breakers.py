"""A tie-breaker that is said never to break a tie never does, whatever is known of two needs; one that is not said to may be idle."""

from itertools import product

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.model.ruleset import RuleSet
from prioritera.verify.ties import check_ties
from score_draws import capped_sets, keys_of, needs
from strategies import by_criterion


@st.composite
def told_apart(draw: st.DrawFn) -> RuleSet:
    """A rule set of few performances with tie-breakers by its criteria."""
    rules = draw(capped_sets(most=3))
    breakers = by_criterion([one.id for one in rules.criteria])
    return attrs.evolve(rules, tie_breakers=draw(st.lists(breakers, min_size=1, max_size=3)))


@given(told_apart())
def test_an_idle_tie_breaker_sets_no_need_before_another(rules: RuleSet) -> None:
    idle = {breaker for found in check_ties(rules) for breaker in rules.tie_breakers if breaker.criterion == found.params["value"]}
    last = rules.tie_breakers[-1]
    whole = [keys_of(rules, need) for need in needs(rules, exact=False)]

    broken = any(low > high and low[:-1] == high[:-1] for (low, _), (_, high) in product(whole, whole))

    assert not (broken and last in idle and len([one for one in rules.tie_breakers if one.criterion == last.criterion]) == 1)


@given(told_apart())
def test_a_tie_breaker_asked_again_sets_no_need_before_another(rules: RuleSet) -> None:
    again = attrs.evolve(rules, tie_breakers=[*rules.tie_breakers, attrs.evolve(rules.tie_breakers[0], prefer="less")])
    whole = [keys_of(again, need) for need in needs(again, exact=False)]

    broken = any(low > high and low[:-1] == high[:-1] for (low, _), (_, high) in product(whole, whole))

    assert not broken
    assert any(found.params["value"] == rules.tie_breakers[0].criterion for found in check_ties(again))


@given(capped_sets(most=3), st.data())
def test_the_only_criteria_without_caps_that_are_told_by_the_score_are_found(rules: RuleSet, data: st.DataObject) -> None:
    plain = attrs.evolve(rules, criteria=[attrs.evolve(one, cap=None) for one in rules.criteria])
    breaker = data.draw(by_criterion([one.id for one in plain.criteria]))
    asked = attrs.evolve(plain, tie_breakers=[breaker])
    whole = [keys_of(asked, need)[0] for need in needs(asked, exact=True)]

    found = {one.code for one in check_ties(asked)}

    broken = any(one[:-1] == other[:-1] and one != other for one, other in product(whole, whole))
    low, high = asked.tie_domain(breaker)
    values = [
        keys_of(asked, {one.id: (x, x) if one.id == breaker.criterion else (0, 0) for one in asked.criteria}) for x in range(low, high + 1)
    ]
    scores = [key[0][1] for key in values]
    assert not (found and broken)
    # A function that rises and falls is not asked about; where it only rises, or only falls, the answer is exact.
    one_way = scores in (sorted(scores), sorted(scores, reverse=True))
    assert broken or found or not one_way
