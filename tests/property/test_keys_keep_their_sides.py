"""Keys: the lower is never above the upper, a missing tie-breaker only widens, and every code stays in its declared domain."""

from collections.abc import Mapping

import attrs
from hypothesis import given
from hypothesis import strategies as st

from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Between, FactValue, Missing
from prioritera.scoring.key import Key, keys
from prioritera.scoring.score import Assessments, scorer
from strategies import FIELDS, assessments, known_values, ranges_of, rule_sets

Values = Mapping[str, FactValue | Between]


@st.composite
def drawn_needs(draw: st.DrawFn) -> tuple[RuleSet, Assessments, Values]:
    rules = draw(rule_sets())
    opened = draw(st.fixed_dictionaries({}, optional={name: ranges_of(FIELDS[name]) for name in ("reach", "place")}))
    return rules, draw(assessments(rules)), {**draw(known_values()), **opened}


NEEDS = drawn_needs()


def keyed(rules: RuleSet, known: Assessments, values: Values) -> tuple[Key, Key]:
    return keys(scorer(rules)(known), values, known, rules)


@given(NEEDS)
def test_the_lower_key_is_never_above_the_upper(drawn: tuple[RuleSet, Assessments, Values]) -> None:
    rules, known, values = drawn

    lower, upper = keyed(rules, known, values)

    assert len(lower) == len(upper) == 2 + len(rules.tie_breakers)
    assert all(low <= high for low, high in zip(lower, upper, strict=True))


@given(NEEDS)
def test_every_part_of_a_key_is_inside_what_the_engine_s_key_has_room_for(drawn: tuple[RuleSet, Assessments, Values]) -> None:
    rules, known, values = drawn
    room = [rules.tiers, rules.weight_sum * rules.scale + 1]
    for breaker in rules.tie_breakers:
        low, high = rules.tie_domain(breaker)
        room.append(high - low + 1)

    lower, upper = keyed(rules, known, values)

    assert all(0 <= low <= high < size for low, high, size in zip(lower, upper, room, strict=True))


@given(NEEDS)
def test_a_missing_tie_breaker_only_widens(drawn: tuple[RuleSet, Assessments, Values]) -> None:
    rules, known, values = drawn
    lower, upper = keyed(rules, known, values)

    for place, breaker in enumerate(rules.tie_breakers, 2):
        forgotten: Values = {**values, breaker.field: Missing()} if breaker.field else values
        unjudged = {**known, breaker.criterion: Assessment(value=Missing())} if breaker.criterion else known
        low, high = keyed(rules, unjudged, forgotten)
        least, most = rules.tie_domain(breaker)
        assert low[place] == 0 <= lower[place]
        assert high[place] == most - least >= upper[place]


@given(NEEDS)
def test_preferring_less_turns_the_code_around(drawn: tuple[RuleSet, Assessments, Values]) -> None:
    rules, known, values = drawn
    turned = [attrs.evolve(one, prefer="less" if one.prefer == "more" else "more") for one in rules.tie_breakers]
    other = attrs.evolve(rules, tie_breakers=turned)

    lower, upper = keyed(rules, known, values)
    low, high = keyed(other, known, values)

    for place, breaker in enumerate(rules.tie_breakers, 2):
        least, most = rules.tie_domain(breaker)
        assert (low[place], high[place]) == (most - least - upper[place], most - least - lower[place])
    assert (low[:2], high[:2]) == (lower[:2], upper[:2])
