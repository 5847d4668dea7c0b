"""Compare: why one stands before another, and the smallest change that turns them."""

from collections.abc import Callable
from fractions import Fraction

import attrs
import pytest

from builders import MISSING, assessed, criterion, need, rule_set, scored, values
from prioritera.methods.scales import Bins, Points
from prioritera.model.criterion import Cap, Minimum
from prioritera.model.explanation import Comparison, Difference, ValueChange, WeightChange
from prioritera.model.result import Decision, Fired
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.model.value import Assessment
from prioritera.scoring.score import scorer
from prioritera.stages.compare import compare
from prioritera.stages.rank import rank


def again(rules: RuleSet) -> Callable[[Decision], Decision]:
    def judged(decision: Decision) -> Decision:
        assert decision.need is not None
        changed = attrs.evolve(decision, score=scorer(rules)(decision.need.assess), standing=None, list_id="", placed=False)
        return rank([changed], rules)[0][0]

    return judged


def pair(rules: RuleSet, a: dict[str, Assessment], b: dict[str, Assessment]) -> Comparison:
    first, second = rank([scored("a", rules, a), scored("b", rules, b)], rules)[0]
    return compare(first, second, rules, again(rules))


def test_the_one_with_more_points_is_before_and_every_criterion_says_its_part() -> None:
    found = pair(rule_set(), assessed(impact=3, spread=1), assessed(impact=1, spread=2))

    assert (found.relation, found.listed_first) == ("before", "a")
    assert found.differences == (
        Difference(criterion="impact", first=(3, 3), second=(1, 1)),
        Difference(criterion="spread", first=(1, 1), second=(2, 2)),
    )
    assert pair(rule_set(), assessed(impact=0, spread=1), assessed(impact=1, spread=2)).relation == "after"


def test_the_smallest_change_of_each_value_ties_or_turns_the_pair() -> None:
    found = pair(rule_set(), assessed(impact=3, spread=1), assessed(impact=1, spread=2))

    assert found.value_changes == (
        ValueChange(criterion="impact", need="b", before=Fraction(1), after=Fraction(2), steps=1, ties=True),
        ValueChange(criterion="impact", need="b", before=Fraction(1), after=Fraction(3), steps=2),
        ValueChange(criterion="impact", need="a", before=Fraction(3), after=Fraction(2), steps=1, ties=True),
        ValueChange(criterion="impact", need="a", before=Fraction(3), after=Fraction(1), steps=2),
        ValueChange(criterion="spread", need="b", before=Fraction(2), after=Fraction(3), steps=1, ties=True),
        ValueChange(criterion="spread", need="a", before=Fraction(1), after=Fraction(0), steps=1, ties=True),
    )


def test_the_smallest_change_of_each_weight_ties_or_turns_the_pair() -> None:
    found = pair(rule_set(), assessed(impact=3, spread=1), assessed(impact=1, spread=2))

    assert found.weight_changes == (
        WeightChange(criterion="spread", before=1, after=2, ties=True),
        WeightChange(criterion="spread", before=1, after=3),
    )


def test_equal_and_certain_needs_are_a_tie_that_any_step_turns() -> None:
    found = pair(rule_set(), assessed(impact=2, spread=1), assessed(impact=1, spread=2))

    assert (found.relation, found.listed_first, found.tie_breaker) == ("tie", "a", "")
    assert [(one.need, one.criterion, one.after) for one in found.value_changes] == [
        ("b", "impact", Fraction(2)),
        ("a", "impact", Fraction(1)),
        ("b", "spread", Fraction(3)),
        ("a", "spread", Fraction(0)),
    ]
    assert [(one.criterion, one.after) for one in found.weight_changes] == [("spread", 2)]


def test_what_hangs_on_an_unknown_is_open_and_says_which_is_listed_first() -> None:
    found = pair(rule_set(), assessed(impact=1, spread=(0, 3)), assessed(impact=1, spread=1))

    assert (found.relation, found.listed_first) == ("open", "b")
    assert [one for one in found.value_changes if one.need == "a" and one.criterion == "spread"] == [
        ValueChange(criterion="spread", need="a", before=None, after=Fraction(1), steps=None, ties=True),
        ValueChange(criterion="spread", need="a", before=None, after=Fraction(2), steps=None),
    ]


def test_the_listing_goes_by_the_upper_key_where_the_lower_is_equal() -> None:
    assert pair(rule_set(), assessed(impact=1, spread=1), assessed(impact=1, spread=(1, 2))).listed_first == "b"


def test_a_tie_breaker_that_decides_is_named() -> None:
    rules = rule_set(tie_breakers=[TieBreaker(field="wait"), TieBreaker(criterion="spread")])

    found = pair(rules, assessed(impact=2, spread=1), assessed(impact=1, spread=2))

    assert (found.relation, found.tie_breaker) == ("after", "spread")


def test_levels_are_counted_as_levels_and_other_scales_as_steps() -> None:
    persons = criterion("persons", Bins([(0, 0), (100, 1), (1000, 2)]), step=Fraction(1, 100), low=0, high=None)
    share = criterion("share", Points([(0, 0), (10, 10)]), step=Fraction(1, 2))
    rules = rule_set(criteria=[persons, share])

    found = pair(rules, assessed(persons=5, share=9), assessed(persons=50, share=2))

    changes = {(one.criterion, one.need): (one.after, one.steps) for one in found.value_changes if not one.ties}
    assert changes == {("persons", "b"): (Fraction(10), 2), ("share", "b"): (Fraction(5), 8), ("share", "a"): (Fraction(1, 2), 8)}


def test_a_cap_that_falls_with_another_criterion_is_followed() -> None:
    capped = criterion("impact", cap=Cap(by="spread", function=Bins([(0, 0), (2, 3)], 3)))
    rules = rule_set(criteria=[capped, criterion("spread")])

    found = pair(rules, assessed(impact=3, spread=2), assessed(impact=3, spread=1))

    turning = [one for one in found.value_changes if (one.need, one.criterion) == ("a", "spread")]
    assert turning == [
        ValueChange(criterion="spread", need="a", before=Fraction(2), after=Fraction(1), steps=1, ties=True),
        ValueChange(criterion="spread", need="a", before=Fraction(2), after=Fraction(0), steps=2),
    ]


def apart(first: Decision, second: Decision, rules: RuleSet | None = None) -> tuple[str, ...]:
    found = compare(first, second, rules or rule_set(), again(rules or rule_set()))
    assert (found.relation, found.differences, found.value_changes) == ("not-compared", (), ())
    return found.separated_by


def test_needs_of_different_outcomes_are_separated_by_the_rules_of_triage() -> None:
    one = Decision(need_id="a", title="", outcome="inform", fired=[Fired(table="outcome", rule="offers")])
    other = Decision(need_id="b", title="", outcome="error")

    assert apart(one, other) == ("outcome", "offers", "error")


def test_needs_of_different_areas_are_separated_by_their_areas() -> None:
    rules = rule_set()
    there = attrs.evolve(scored("b", rules, {}), need=need("b", area="disability"), values=values(area="disability"))
    first, second = rank([scored("a", rules, {}), there], rules)[0]

    assert apart(first, second) == ("area", "elderly", "disability")


def test_needs_of_different_destinations_are_separated_by_the_rules_that_send_them() -> None:
    rules = rule_set()
    decisions = [scored("a", rules, {}, destination_rule="ahead"), scored("b", rules, {}, destination="rss", destination_rule="other")]
    first, second = rank(decisions, rules)[0]

    assert apart(first, second) == ("destination", "ahead", "other")


def test_needs_of_lists_with_another_key_are_separated_by_their_lists() -> None:
    rules = rule_set(list_key=("kind",))
    first, second = rank([scored("a", rules, {}), scored("b", rules, {}, values=values(kind="other"))], rules)[0]

    assert apart(first, second, rules) == ("list", "question", "other")


def test_a_need_that_is_not_placed_is_named() -> None:
    rules = rule_set(min_known=Fraction(1))
    first, second = rank([scored("a", rules, assessed(impact=1, spread=1)), scored("b", rules, {})], rules)[0]

    assert apart(first, second, rules) == ("not-placed", "b")


def test_needs_that_are_not_ranked_are_not_compared() -> None:
    one, other = (Decision(need_id=name, title="", outcome="inform") for name in "ab")

    assert apart(one, other) == ("not-ranked", "a")


def test_what_has_not_been_judged_cannot_be_compared() -> None:
    rules = rule_set()
    first, second = rank([scored("a", rules, assessed(impact=3)), scored("b", rules, {})], rules)[0]

    with pytest.raises(ValueError, match=r"^a has no standing; only placed needs are compared$"):
        compare(attrs.evolve(first, standing=None), second, rules, again(rules))
    with pytest.raises(ValueError, match=r"^b has no score; assess it before it is compared$"):
        compare(first, second, rules, lambda decision: attrs.evolve(decision, score=None))
    with pytest.raises(ValueError, match=r"^b is no need; only needs are compared$"):
        compare(first, attrs.evolve(second, need=None), rules, again(rules))


def classed(rules: RuleSet, one: dict[str, object], other: dict[str, object]) -> Comparison:
    known = [assessed(impact=3, spread=1), assessed(impact=1, spread=1)]
    first, second = (
        scored(name, rules, judged, values={**values(), **seen}) for name, judged, seen in zip("ab", known, (one, other), strict=True)
    )
    first, second = rank([first, second], rules)[0]
    return compare(first, second, rules, again(rules))


def test_the_classes_decide_where_both_are_known_and_both_pass_or_fail_every_minimum() -> None:
    rules = rule_set(classes=TieBreaker(field="place"))

    found = classed(rules, {"place": "local"}, {"place": "national"})

    assert (found.relation, found.tie_breaker) == ("after", "place")
    assert (found.value_changes, found.weight_changes) == ((), ())
    assert classed(rules, {"place": "local"}, {"place": "local"}).tie_breaker == ""
    assert classed(rules, {"place": MISSING}, {"place": "national"}).tie_breaker == ""


def test_a_minimum_that_one_fails_decides_before_the_classes() -> None:
    rules = rule_set(criteria=[criterion("impact", minimum=Minimum(x=2)), criterion("spread")], classes=TieBreaker(field="place"))

    found = classed(rules, {"place": "local"}, {"place": "national"})

    assert (found.relation, found.tie_breaker) == ("before", "")


def test_no_change_of_a_value_is_told_on_a_scale_that_it_would_change() -> None:
    rules = rule_set(criteria=[criterion("impact", relative="range"), criterion("spread")])

    found = pair(rules, assessed(impact=3, spread=1), assessed(impact=1, spread=2))

    assert {change.criterion for change in found.value_changes} == {"spread"}
