"""Leaving out is proposed, decided by people, and shown both ways."""

from fractions import Fraction

import attrs

from builders import assessed, criterion, need, rule_set, scored, values
from prioritera.model.result import LeaveOutProposal, RankedList
from prioritera.model.round import LeftOut
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment
from prioritera.scoring.score import scorer
from prioritera.stages.leave_out import leave_out
from prioritera.stages.rank import rank

RULES = rule_set(propose_leaving_out_above=Fraction(1, 3))


def proposed(
    rules: RuleSet, given: dict[str, dict[str, Assessment]], out: list[LeftOut] | None = None
) -> tuple[tuple[LeaveOutProposal, ...], tuple[RankedList, ...]]:
    names = [one.criterion for one in out or []]
    score = scorer(rules, left_out=names)
    decisions = [attrs.evolve(scored(name, rules, one), score=score(one)) for name, one in given.items()]
    ranked, lists = rank(decisions, rules, out or [])
    return leave_out(ranked, lists, rules, out or [])


def test_a_criterion_unknown_for_more_than_a_third_is_proposed_with_both_orders() -> None:
    given = {
        "a": assessed(impact=1, spread=3),
        "b": assessed(impact=2),
        "c": assessed(impact=3),
    }

    proposals, _ = proposed(RULES, given)

    assert proposals == (
        LeaveOutProposal(
            area="elderly", criterion="spread", unknown=2, of=3, orders=[("elderly/agency", ("a", "c", "b"), ("c", "b", "a"))]
        ),
    )


def test_a_third_is_not_more_than_a_third() -> None:
    given = {"a": assessed(impact=1, spread=3), "b": assessed(impact=2, spread=1), "c": assessed(impact=3)}

    assert proposed(RULES, given)[0] == ()


def test_what_is_left_out_already_is_not_proposed_and_the_list_shows_the_order_with_it() -> None:
    given = {"a": assessed(impact=1, spread=3), "b": assessed(impact=2)}
    out = [LeftOut(area="elderly", criterion="spread", decided_by="the board")]

    proposals, lists = proposed(RULES, given, out)

    assert proposals == ()
    assert (lists[0].placed, lists[0].order_with) == (("b", "a"), ("a", "b"))


def test_a_proposal_takes_what_is_left_out_already_for_granted() -> None:
    rules = rule_set(criteria=[*RULES.criteria, criterion("cost")], propose_leaving_out_above=Fraction(1, 3))
    given = {"a": assessed(impact=1, spread=3), "b": assessed(impact=2, spread=0)}
    out = [LeftOut(area="elderly", criterion="spread", decided_by="the board")]

    proposals, _ = proposed(rules, given, out)

    assert [(one.criterion, one.orders[0][2]) for one in proposals] == [("cost", ("b", "a"))]


def test_where_nothing_has_been_assessed_nothing_is_proposed() -> None:
    assert proposed(RULES, {"a": {}, "b": assessed(impact=(0, 3))})[0] == ()


def test_needs_outside_the_lists_do_not_count() -> None:
    decisions = [scored("a", RULES, {}, outcome="inform")]

    assert leave_out(decisions, [], RULES) == ((), ())


def test_lists_of_other_areas_are_no_part_of_a_proposal() -> None:
    elsewhere = need("x", area="disability", assess=assessed(impact=1, spread=1))
    there = attrs.evolve(scored("x", RULES, elsewhere.assess), values=values(area="disability"), need=elsewhere)
    decisions, lists = rank([scored("a", RULES, assessed(impact=1)), there], RULES)

    proposals, _ = leave_out(decisions, lists, RULES)

    assert [one.id for one in lists] == ["elderly/agency", "disability/agency"]
    assert [order[0] for one in proposals for order in one.orders] == ["elderly/agency"]


def test_areas_come_in_the_order_that_the_rule_set_declares_them() -> None:
    elsewhere = need("x", area="disability", assess=assessed(impact=1))
    there = attrs.evolve(scored("x", RULES, elsewhere.assess), values=values(area="disability"), need=elsewhere)
    decisions, lists = rank([there, scored("a", RULES, assessed(impact=1))], RULES)

    proposals, _ = leave_out(decisions, lists, RULES)

    assert [(one.area, one.criterion) for one in proposals] == [("elderly", "spread"), ("disability", "spread")]
