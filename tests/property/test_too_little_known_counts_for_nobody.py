"""A need of which too little is known is not placed, and counts in nobody's range."""

from collections.abc import Mapping
from fractions import Fraction

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from builders import assessed, criterion, rule_set, scored
from prioritera.model.value import Assessment, Missing
from prioritera.stages.rank import rank
from strategies import performances

RULES = rule_set(criteria=[criterion(name) for name in ("a", "b", "c")], min_known=Fraction(2, 3))
VALUES = performances(0, 3).map(lambda value: Assessment(value=value))
ASSESSED = st.fixed_dictionaries({}, optional={"a": VALUES, "b": VALUES, "c": VALUES})
Given = Mapping[str, Assessment]


@given(st.lists(ASSESSED, min_size=1, max_size=5))
@example([assessed(a=1, b=1), assessed(a=1), assessed(a=1, b=(0, 2), c=None)])
def test_a_need_is_placed_exactly_when_enough_of_its_criteria_are_known(given_: list[Given]) -> None:
    decisions = [scored(f"n{number}", RULES, one) for number, one in enumerate(given_)]

    found, (ranked,) = rank(decisions, RULES)

    enough = [one.need_id for one in decisions if one.score is not None and one.score.known >= Fraction(2, 3)]
    assert sorted(ranked.placed) == enough
    assert sorted((*ranked.placed, *ranked.not_placed)) == [one.need_id for one in decisions]
    assert [one.need_id for one in found if one.placed] == [one.need_id for one in found if one.standing is not None] == enough


@given(st.lists(ASSESSED, min_size=1, max_size=4), st.lists(VALUES, max_size=3))
def test_needs_that_are_not_placed_change_nobody_s_place(given_: list[Given], little: list[Assessment]) -> None:
    decisions = [scored(f"n{number}", RULES, one) for number, one in enumerate(given_)]
    unknown = [scored(f"u{number}", RULES, {"a": one, "b": Assessment(value=Missing())}) for number, one in enumerate(little)]

    alone, (before,) = rank(decisions, RULES)
    together, (after,) = rank([*unknown, *decisions], RULES)

    assert [one.standing for one in together[len(unknown) :]] == [one.standing for one in alone]
    assert after.placed == before.placed
    assert attrs.evolve(after, not_placed=()) == attrs.evolve(before, not_placed=())
