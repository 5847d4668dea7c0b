"""Lists whose weights are tried: what is at the top and whence that is, what holds, and how far each weight can be changed."""

from fractions import Fraction

import attrs
import pytest

from builders import assessed, criterion, label, rule, rule_set, scored, table, to
from prioritera.methods.limits import Limits
from prioritera.methods.order import Side
from prioritera.methods.tops import Often
from prioritera.model.condition import ShareOfScore
from prioritera.model.draws import ANY, ORDER
from prioritera.model.result import Decision, RankedList, Result
from prioritera.model.robustness import Change, Holds, ListHolds, Robustness, Turn, WeightHolds
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.selection import LIST, UNION, Pick, Selected, Selection
from prioritera.stages.rank import rank
from prioritera.stages.robust import alternative_of, robust

RULES = rule_set(criteria=[criterion("impact", weight=2), criterion("spread")])
LIST_ID = "elderly/agency"


def need(name: str, impact: int | tuple[int, int] | None, spread: int | None) -> Decision:
    return scored(name, RULES, assessed(impact=impact, spread=spread))


THREE = [need("a", 3, 0), need("b", 1, 3), need("c", 0, 0)]


def tried(
    decisions: list[Decision], *, k: int | None = None, weights: str = ANY, cut: int | None = None, selections: tuple[Selected, ...] = ()
) -> Robustness:
    ranked, lists = rank(decisions, RULES)
    result = Result(
        round=Round(id="r", label=label("R"), records=[]),
        decisions=ranked,
        lists=[attrs.evolve(one, k=cut) for one in lists],
        selections=selections,
        rules_hash="r",
        network_hash="n",
    )
    return robust(result, RULES, k=k, weights=weights, samples=300, seed=1)


def only(found: Robustness) -> ListHolds:
    (one,) = found.lists
    return one


def selected(selection: Selection, *lists: str) -> Selected:
    picks = [Pick(need=f"n{at}", side=Side.INSIDE, list_id=name, best=1, worst=1) for at, name in enumerate(lists)]
    return Selected(selection=selection, picks=picks)


def test_what_holds_for_all_weights_and_what_hangs_on_them_is_told() -> None:
    found = only(tried(THREE))

    assert [(one.need_id, one.holds) for one in found.needs] == [("a", Holds.HANGS), ("b", Holds.HANGS), ("c", Holds.NEVER)]
    # a is first where 3w > w + 3(1 - w), above 3/5; the standard error is below 0.03.
    assert abs(Fraction(found.needs[0].top.certain, 300) - Fraction(2, 5)) < Fraction(9, 100)
    assert found.needs[0].top == found.needs[0].first
    assert (found.needs[0].best, found.needs[0].worst, found.needs[0].side) == (1, 1, Side.INSIDE)
    assert found.needs[2].central is None
    assert (found.k, found.k_from, found.whole) == (1, "first", 3)


def test_the_smallest_change_of_each_weight_is_exact() -> None:
    found = only(tried(THREE))

    out = [Change(need_id="a", before=Side.INSIDE, after=Side.OUTSIDE), Change(need_id="b", before=Side.OUTSIDE, after=Side.INSIDE)]
    impact = WeightHolds(criterion="impact", weight=2, down=Turn(weight=Fraction(3, 2), changes=out))
    spread = WeightHolds(criterion="spread", weight=1, up=Turn(weight=Fraction(4, 3), changes=out))
    assert found.criteria == (impact, spread)
    assert (impact.nearest, spread.nearest) == (impact.down, spread.up)
    assert WeightHolds(criterion="x", weight=1).nearest is None


def test_weights_in_the_order_of_the_rules_own_are_tried() -> None:
    """With impact weighing most its weight is uniform above 1/2, and a is first above 3/5."""
    found = only(tried(THREE, weights=ORDER))

    assert abs(Fraction(found.needs[0].top.certain, 300) - Fraction(4, 5)) < Fraction(9, 100)
    assert [one.need_id for one in found.that(Holds.NEVER)] == ["c"]


def test_what_is_the_same_in_every_draw_is_proved_or_said_to_be_only_seen() -> None:
    """Nobody is better than c in all, but a or b always is: there is no proof by pairs."""
    needs = [need("a", 3, 0), need("b", 0, 3), need("c", 1, 1), need("d", 3, 3)]

    assert {one.need_id: one.holds.value for one in only(tried(needs, k=1)).needs} == {
        "a": "never",
        "b": "never",
        "c": "never",
        "d": "always",
    }
    assert {one.need_id: one.holds.value for one in only(tried(needs[:3], k=1)).needs} == {"a": "hangs", "b": "hangs", "c": "no-draw"}
    assert {one.need_id: one.holds.value for one in only(tried([need("e", 2, 2), *needs[:2]], k=2)).needs} == {
        "a": "hangs",
        "b": "hangs",
        "e": "every-draw",
    }


def test_what_is_open_for_another_reason_than_weights_is_on_the_line() -> None:
    found = only(tried([need("a", 2, 2), need("b", 2, 2), need("c", None, 0)], k=1))

    assert {one.need_id: one.holds.value for one in found.needs} == {"a": "on-the-line", "b": "on-the-line", "c": "hangs"}
    assert found.needs[0].top == Often(certain=0, possible=300)


@pytest.mark.parametrize(
    ("k", "cut", "selections", "top"),
    [
        (2, 3, (), (2, "asked")),
        (None, 3, (), (3, "cut")),
        (None, None, (), (1, "first")),
        (None, None, (selected(Selection(id="s", size=2), LIST_ID),), (2, "selection")),
        (None, None, (selected(Selection(id="s", size=2), LIST_ID, "other"),), (1, "first")),
        (None, None, (selected(Selection(id="s", size=2), "other"),), (1, "first")),
        (None, None, (selected(Selection(id="s", per=LIST, limits=Limits(most=3)), LIST_ID, "other"),), (3, "selection")),
        (None, None, (selected(Selection(id="s", per=LIST, groups={LIST_ID: Limits(most=2)}), LIST_ID),), (2, "selection")),
        (None, None, (selected(Selection(id="s", kind=UNION, per=LIST, top=2), LIST_ID),), (2, "selection")),
        (None, None, (selected(Selection(id="s", per="area", size=2), LIST_ID),), (1, "first")),
    ],
)
def test_the_top_is_what_is_asked_for_or_the_cut_or_a_selection_of_the_list(
    k: int | None, cut: int | None, selections: tuple[Selected, ...], top: tuple[int, str]
) -> None:
    found = only(tried(THREE, k=k, cut=cut, selections=selections))

    assert (found.k, found.k_from) == top


def test_a_list_without_placed_needs_is_not_tried() -> None:
    ranked = RankedList(id="l", key={"area": "elderly"}, placed=[], not_placed=["a"])
    result = Result(round=Round(id="r", label=label("R"), records=[]), decisions=[], lists=[ranked], rules_hash="r", network_hash="n")

    assert only(robust(result, RULES, k=None, weights=ANY, samples=1, seed=1)) == ListHolds(ranked=ranked, k=1, k_from="first")


@pytest.mark.parametrize("by_score", [True, False])
def test_that_the_score_decides_where_needs_go_is_told(*, by_score: bool) -> None:
    high = rule("high", to("agency"), {"score": ShareOfScore(low=Fraction(1, 2))})
    rules: RuleSet = attrs.evolve(RULES, destination=table("destination", *([high] if by_score else []), rule("back", to())))
    result = Result(round=Round(id="r", label=label("R"), records=[]), decisions=[], rules_hash="r", network_hash="n")

    assert robust(result, rules, k=None, weights=ANY, samples=1, seed=1).by_score is by_score


def test_only_placed_needs_are_tried() -> None:
    placed, _ = rank([need("a", 1, 1)], RULES)

    with pytest.raises(ValueError, match="a has no standing; only placed needs are tried"):
        alternative_of(attrs.evolve(placed[0], standing=None), [2, 1])
    with pytest.raises(ValueError, match="a has no score; only placed needs are tried"):
        alternative_of(attrs.evolve(placed[0], score=None), [2, 1])
