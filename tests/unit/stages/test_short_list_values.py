"""What comes of a selection, held whole, without any file: what is barred, refused, short and open, and what is told of it."""

from collections.abc import Mapping
from fractions import Fraction

import attrs
import pytest

from builders import assessed, criterion, label, rule_set, scored, values
from prioritera.diagnostics import Diagnostic, Span
from prioritera.methods.limits import Limits, Shortfall
from prioritera.methods.order import Side
from prioritera.model.judged import JudgedBy
from prioritera.model.judgement import Judgement
from prioritera.model.result import Decision
from prioritera.model.ruleset import NotComparable, RuleSet
from prioritera.model.selection import JUDGES, LIST, UNION, Pick, Selected, Selection, Share, Top
from prioritera.stages.rank import rank
from prioritera.stages.short_list import short_list

AT = Span("round.toml", 9, 1)
RULES = rule_set()
LIST_ID, OTHER_ID = "elderly/agency", "disability/agency"


def need(name: str, impact: int, area: str = "elderly") -> Decision:
    return scored(name, RULES, assessed(impact=impact, spread=0), values=values(area=area))


def selected(
    decisions: list[Decision], selection: Selection, rules: RuleSet = RULES, *, apart: str = ""
) -> tuple[Selected, tuple[Diagnostic, ...]]:
    ranked, lists = rank(decisions, rules)
    more = [Decision(need_id=apart, title="", outcome="go-on", values=values())] if apart else []
    lists = tuple(attrs.evolve(one, not_placed=[apart] if apart and one is lists[0] else []) for one in lists)
    (found,), told = short_list([*ranked, *more], lists, [selection], rules)
    return found, told


def judged(name: str, given: Mapping[str, int], criterion_id: str = "impact") -> Decision:
    """A need to which groups of judges have given values."""
    made = need(name, 1)
    assert made.need is not None
    said = Judgement(value=None, answered=1, asked=1, by_group={group: (Fraction(value), 1) for group, value in given.items()})
    assess = {**made.need.assess, criterion_id: attrs.evolve(made.need.assess[criterion_id], judged=said)}
    return attrs.evolve(made, need=attrs.evolve(made.need, assess=assess))


def of_judges(direction: str, combine: str = "sum-of-ranks") -> RuleSet:
    by = JudgedBy(source="orders", combine=combine)
    return rule_set(criteria=[criterion("impact", judged=by, direction=direction), criterion("spread")])


def test_a_selection_that_the_rules_bar_keeps_what_is_not_placed_and_says_that_lists_are_held_together() -> None:
    rules = rule_set(not_comparable=NotComparable(by="area", because=label("Each by itself.")))
    size = Selection(id="x", size=1, span=AT)

    found, told = selected([need("a", 3), need("b", 2, "disability")], size, rules, apart="u")

    assert found == Selected(selection=size, not_placed=["u"], is_across=True, barred=["disability", "elderly"])
    said = {"id": "x", "across": "area", "values": "disability, elderly", "ground_sv": "Each by itself", "ground_en": "Each by itself"}
    assert told == (Diagnostic(code="selection-not-comparable", span=AT, params=said),)


def test_a_size_in_all_has_one_group_without_a_name() -> None:
    size = Selection(id="x", size=1)

    assert selected([need("a", 3), need("b", 2)], size) == (
        Selected(
            selection=size,
            picks=[
                Pick(need="a", side=Side.INSIDE, list_id=LIST_ID, best=1, worst=1),
                Pick(need="b", side=Side.OUTSIDE, list_id=LIST_ID, best=2, worst=2, why=["size"]),
            ],
            groups=[Share(group="", limits=Limits(), of=2, inside=1, grey=0)],
        ),
        (),
    )


def test_there_is_room_for_what_the_groups_most_leaves_beside_those_inside() -> None:
    needs = [need("a", 3), need("b", 2), need("c", 2), *(need(name, 2, "disability") for name in "def")]

    found, _ = selected(needs, Selection(id="x", per="area", limits=Limits(most=2)))

    assert found.groups == (
        Share(group="disability", limits=Limits(most=2), of=3, inside=0, grey=3, room=2),
        Share(group="elderly", limits=Limits(most=2), of=3, inside=1, grey=2, room=1),
    )
    assert found.open == 3


def test_a_size_that_the_least_of_the_groups_do_not_fit_in_is_no_groups_fault() -> None:
    asks = Selection(id="x", per="area", size=1, limits=Limits(least=1), span=AT)

    found, told = selected([need("a", 3), need("b", 2, "disability")], asks)

    assert found.shortfalls == (Shortfall(asked=2, there=1),)
    params = {"id": "x", "group": "", "wanted": 2, "there": 1, "lacking": 1}
    assert told == (Diagnostic(code="selection-size-short", span=AT, params=params),)


def test_a_choice_that_a_union_has_settled_is_told_and_changes_nothing() -> None:
    union = Selection(id="x", kind=UNION, per=LIST, top=1, chosen=["a"], span=AT)

    found, told = selected([need("a", 3), need("b", 2, "disability")], union)

    def first(name: str, list_id: str) -> Pick:
        return Pick(
            need=name, side=Side.INSIDE, list_id=list_id, best=1, worst=1, tops=[Top(group=list_id, best=1, worst=1, side=Side.INSIDE)]
        )

    assert found == Selected(
        selection=union,
        picks=[first("b", OTHER_ID), first("a", LIST_ID)],
        groups=[Share(group=list_id, limits=Limits(), of=1, inside=1, grey=0) for list_id in (OTHER_ID, LIST_ID)],
        refused={"not-grey": ("a",)},
    )
    assert told == (Diagnostic(code="chosen-not-open", span=AT, params={"id": "x", "needs": "a"}),)


@pytest.mark.parametrize(
    ("direction", "combine", "first"),
    [
        ("none", "sum-of-ranks", "b"),
        ("none", "kemeny", "b"),
        ("none", "borda", "a"),
        ("higher-first", "borda", "a"),
        ("lower-first", "borda", "b"),
    ],
)
def test_places_are_better_the_less_they_are_whatever_the_criterion_claims(direction: str, combine: str, first: str) -> None:
    union = Selection(id="x", kind=UNION, per=JUDGES, criterion="impact", top=1)
    needs = [judged("a", {"users": 3}), judged("b", {"users": 1}), judged("c", {"users": 2})]

    found, _ = selected(needs, union, of_judges(direction, combine))

    assert [pick.need for pick in found.picks if pick.side is Side.INSIDE] == [first]


def test_what_nobody_has_judged_has_no_place_among_the_judges_and_that_is_told() -> None:
    union = Selection(id="x", kind=UNION, per=JUDGES, criterion="impact", top=1, span=AT)

    found, told = selected([need("a", 3)], union)

    assert found == Selected(selection=union, picks=[Pick(need="a", side=Side.OUTSIDE, list_id=LIST_ID, best=1, worst=1)])
    assert told == (Diagnostic(code="selection-no-groups", span=AT, params={"id": "x", "criterion": "impact"}),)


def test_a_decision_without_its_need_has_no_judges_either() -> None:
    ranked, lists = rank([judged("a", {"users": 3}), need("b", 2)], RULES)
    union = Selection(id="x", kind=UNION, per=JUDGES, criterion="impact", top=1)

    (found,), _ = short_list([ranked[0], attrs.evolve(ranked[1], need=None)], lists, [union], RULES)

    assert {pick.need: pick.side for pick in found.picks} == {"a": Side.INSIDE, "b": Side.OUTSIDE}


@pytest.mark.parametrize(
    "selection",
    [
        Selection(id="x", size=1),
        Selection(id="x", kind=UNION, per=LIST, top=1),
        Selection(id="x", kind=UNION, per=JUDGES, criterion="impact", top=1),
    ],
)
def test_a_list_that_places_a_need_without_a_standing_is_refused_before_places_are_given_to_others(selection: Selection) -> None:
    ranked, lists = rank([need("a", 3), need("b", 2)], RULES)
    without: list[Decision] = [ranked[0], attrs.evolve(ranked[1], standing=None)]

    with pytest.raises(ValueError, match=r"zip\(\) argument 2 is shorter than argument 1"):
        short_list(without, lists, [selection], RULES)


def test_the_first_none_of_each_list_are_nobody() -> None:
    found, _ = selected([need("a", 3), need("b", 2)], Selection(id="x", kind=UNION, per=LIST, top=0))

    assert [(pick.need, pick.side) for pick in found.picks] == [("a", Side.OUTSIDE), ("b", Side.OUTSIDE)]
