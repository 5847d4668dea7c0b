from fractions import Fraction
from typing import Any
from unittest import mock

from builders import LEVELS, criterion, rule, rule_set, table, to
from prioritera.loading.load import load_rules
from prioritera.methods.scales import Bins
from prioritera.model.condition import ShareOfScore, Within
from prioritera.model.criterion import Minimum
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Rule
from prioritera.verify import sums
from prioritera.verify.fares import Fare, Found, Unscored, Unsettled, prove_fares


def _rules(*rules: Rule, **more: Any) -> RuleSet:  # noqa: ANN401 -- whatever a rule set may hold
    return rule_set(destination=table("destination", *rules), **more)


def _from(share: str) -> ShareOfScore:
    return ShareOfScore(low=Fraction(share))


def _below(share: str) -> ShareOfScore:
    return ShareOfScore(below=Fraction(share))


def _ways(rules: RuleSet) -> list[tuple[tuple[str, int], ...]]:
    """The rules of each fare, with the points that each sends."""
    found = [one for one in prove_fares(rules) if isinstance(one, Fare)]
    return [tuple((each.id, points) for each, points in zip(one.rules, one.points, strict=True)) for one in found]


def test_a_table_that_does_not_read_the_score_has_nothing_to_prove() -> None:
    assert prove_fares(load_rules("prioritera:sbu-four")) == ()
    assert prove_fares(rule_set()) == ()


def test_two_rules_that_share_the_score_are_a_pair_with_one_need() -> None:
    rules = _rules(rule("top", to("agency"), {"kind": "offer", "score": _from("1/2")}), rule("rest", to()))

    (found,) = prove_fares(rules)

    assert isinstance(found, Fare)
    assert [one.id for one in found.rules] == ["rest", "top"]
    assert (found.points, found.of) == ((0, 3), 6)
    assert found.witness == {"kind": "offer", "score": Fraction(0)}


def test_rules_that_send_to_one_place_are_no_pair() -> None:
    assert prove_fares(_rules(rule("top", to("agency"), {"score": _from("1/2")}), rule("rest", to("agency")))) == ()


def test_rules_that_part_by_something_else_are_no_pair() -> None:
    rules = _rules(
        rule("offers", to("agency"), {"kind": "offer", "score": _from("1/2")}),
        rule("other-offers", to("agency"), {"kind": "offer"}),
        rule("rest", to("rss")),
    )

    assert prove_fares(rules) == ()


def test_what_no_need_can_be_is_no_pair() -> None:
    # The first table concludes "high" from waits of 5 on only, so nothing with a wait of at most 4 comes here with it.
    rules = _rules(rule("top", to("agency"), {"level": "high", "wait": Within(high=4), "score": _from("1/2")}), rule("rest", to()))

    assert prove_fares(rules) == ()


def test_a_place_that_is_left_and_come_back_to_is_one_finding_of_three_rules() -> None:
    rules = _rules(
        rule("top", to("agency"), {"score": _from("2/3")}), rule("mid", to("rss"), {"score": _from("1/3")}), rule("low", to("agency"))
    )

    assert _ways(rules) == [(("low", 0), ("mid", 2), ("top", 4))]


def test_what_a_way_back_does_not_tell_is_told_beside_it() -> None:
    rules = _rules(
        rule("top", to("agency"), {"score": _from("2/3")}),
        rule("upper", to("third"), {"score": _from("1/2")}),
        rule("mid", to("rss"), {"score": _from("1/3")}),
        rule("low", to("agency")),
    )

    assert sorted(_ways(rules)) == [
        (("low", 0), ("mid", 2), ("top", 4)),
        (("low", 0), ("upper", 3), ("top", 4)),
        (("mid", 2), ("upper", 3)),
    ]


def test_a_pair_is_of_scores_that_occur_for_such_needs() -> None:
    # What goes on has passed the minimum, so it has at least 2 of 3 points; what fails it is informed and has at most 1.
    gated = [criterion("impact", minimum=Minimum(x=2, outcome="inform"))]
    ahead = [rule("top", to("agency"), {"outcome": "go-on", "score": _from("1/2")}), rule("rest", to())]
    third = [rule("top", to("agency"), {"outcome": "go-on", "score": _from("1")}), rule("rest", to())]
    informed = [rule("top", to("agency"), {"outcome": "inform", "score": _from("1/3")}), rule("rest", to())]

    assert _ways(_rules(*ahead, criteria=gated)) == []
    assert _ways(_rules(*third, criteria=gated)) == [(("rest", 2), ("top", 3))]
    assert _ways(_rules(*informed, criteria=gated)) == [(("rest", 0), ("top", 1))]


def test_a_rule_between_two_scores_that_occur_never_decides() -> None:
    rules = _rules(rule("gap", to("agency"), {"score": _below("0.5"), "kind": "offer"}), rule("rest", to("agency")))
    between = _rules(
        rule("top", to("agency"), {"score": _from("0.5")}),
        rule("gap", to("agency"), {"score": _from("0.4")}),
        rule("rest", to("agency")),
    )

    assert prove_fares(rules) == ()
    assert prove_fares(between) == (Unscored(rule=between.destination.rules[1], nearest=(2, 3), of=6),)


def test_a_rule_for_scores_that_no_such_need_has_never_decides() -> None:
    gated = [criterion("impact", minimum=Minimum(x=2, outcome="inform"))]
    low = rule("low", to("agency"), {"outcome": "go-on", "score": _below("1/3")})

    assert prove_fares(_rules(low, rule("rest", to("agency")), criteria=gated)) == (Unscored(rule=low, nearest=(2,), of=3),)


def test_a_rule_that_only_a_needed_fact_reaches_is_left_alone() -> None:
    # No need with the outcome that a fact is needed has a score that is settled.
    rules = _rules(rule("open", to("agency"), {"outcome": "fact-needed", "score": _from("1/2")}), rule("rest", to()))

    assert prove_fares(rules) == ()


def test_where_nobody_passes_the_minimums_there_is_nothing_to_send() -> None:
    nobody = [criterion("impact", minimum=Minimum(x=9, outcome="inform"))]
    rules = _rules(rule("top", to("agency"), {"outcome": "go-on", "score": _from("1/2")}), rule("rest", to()), criteria=nobody)

    assert prove_fares(rules) == ()


def test_what_the_budget_does_not_settle_is_unsettled() -> None:
    rules = _rules(rule("top", to("agency"), {"score": _from("1/2")}), rule("rest", to()))

    found: dict[int, tuple[Found, ...]] = {nodes: prove_fares(rules, nodes=nodes) for nodes in range(1, 80)}

    assert found[1] == (Unsettled(),)
    assert prove_fares(rules) == found[79]
    assert all(Unsettled() in each or each == found[79] for each in found.values())


def test_what_too_many_scores_leave_open_is_unsettled() -> None:
    weights = [criterion("impact", Bins([(0, 0), (1, 1)]), weight=4), criterion("spread", Bins([(0, 0), (1, 1)]))]
    between = _rules(
        rule("top", to("agency"), {"score": _from("0.8")}),
        rule("gap", to("agency"), {"score": _from("0.4")}),
        rule("rest", to("agency")),
        criteria=weights,
    )

    counted = prove_fares(between)
    with mock.patch.object(sums, "POINTS", 0):
        uncounted = prove_fares(between)

    assert counted == (Unscored(rule=between.destination.rules[1], nearest=(1, 4), of=5),)
    assert uncounted == (Unsettled(),)


def test_scores_that_are_not_counted_one_by_one_are_shown_by_where_their_cell_begins() -> None:
    fine = [criterion("impact", LEVELS), criterion("spread")]
    rules = _rules(
        rule("top", to("agency"), {"score": _from("2/3")}),
        rule("mid", to("rss"), {"score": _from("1/3")}),
        rule("low", to()),
        criteria=fine,
    )
    with mock.patch.object(sums, "POINTS", 0):
        found = _ways(rules)

    assert sorted(found) == [(("low", 0), ("mid", 2)), (("low", 0), ("top", 6)), (("mid", 2), ("top", 6))]
