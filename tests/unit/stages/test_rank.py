"""Rank and select: places in lists, and cuts that never split a tie."""

from fractions import Fraction

from builders import assessed, rule_set, scored
from prioritera.methods.order import Side
from prioritera.model.result import Decision, RankedList, Standing
from prioritera.model.round import Cut, LeftOut
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment
from prioritera.stages.rank import rank
from prioritera.stages.select import select


def ranked(rules: RuleSet, **given: dict[str, Assessment]) -> tuple[dict[str, Decision], tuple[RankedList, ...]]:
    decisions, lists = rank([scored(name, rules, one) for name, one in given.items()], rules)
    return {decision.need_id: decision for decision in decisions}, lists


def places(decisions: dict[str, Decision]) -> dict[str, tuple[int, int]]:
    return {name: (one.standing.best, one.standing.worst) for name, one in decisions.items() if one.standing is not None}


def test_needs_of_a_list_are_placed_by_score_and_equal_scores_share_a_place() -> None:
    decisions, lists = ranked(rule_set(), a=assessed(impact=1, spread=1), b=assessed(impact=3, spread=3), c=assessed(impact=2, spread=0))

    assert places(decisions) == {"a": (2, 2), "b": (1, 1), "c": (2, 2)}
    assert [decisions[name].standing.shared for name in "abc"] == [True, False, True]  # type: ignore[union-attr]  # all three are placed
    assert [(one.id, one.placed) for one in lists] == [("elderly/agency", ("b", "a", "c"))]


def test_what_is_open_widens_the_range_of_both() -> None:
    decisions, _ = ranked(rule_set(), a=assessed(impact=2, spread=(0, 3)), b=assessed(impact=2, spread=2))

    assert places(decisions) == {"a": (1, 2), "b": (1, 2)}


def test_a_need_with_too_little_known_is_not_placed_and_counts_in_nobodys_range() -> None:
    rules = rule_set(min_known=Fraction(2, 3))

    decisions, lists = ranked(rules, a=assessed(impact=3), b=assessed(impact=1, spread=1))

    assert places(decisions) == {"b": (1, 1)}
    assert (lists[0].placed, lists[0].not_placed) == (("b",), ("a",))
    assert (decisions["a"].list_id, decisions["a"].placed) == ("elderly/agency", False)


def test_outcomes_that_are_not_ranked_stand_in_no_list() -> None:
    rules = rule_set()

    decisions, lists = rank([scored("a", rules, {}, outcome="inform")], rules)

    assert (decisions[0].list_id, lists) == ("", ())


def test_a_list_says_which_criteria_are_left_out_for_its_area() -> None:
    rules = rule_set()
    out = [LeftOut(area="elderly", criterion="spread", decided_by="x"), LeftOut(area="disability", criterion="impact", decided_by="x")]

    _, lists = rank([scored("a", rules, assessed(impact=1, spread=1))], rules, out)

    assert lists[0].left_out == ("spread",)


def test_the_list_key_may_read_any_field() -> None:
    rules = rule_set(list_key=("outcome", "causes", "kind"))

    _, lists = rank([scored("a", rules, assessed(impact=1, spread=1))], rules)

    assert dict(lists[0].key) == {"outcome": "go-on", "causes": "gap", "kind": "question"}


def cut(k: int, area: str = "", destination: str = "") -> dict[str, Side | None]:
    rules = rule_set()
    given = {name: assessed(impact=level, spread=0) for name, level in {"a": 3, "b": 2, "c": 2, "d": 1}.items()}
    decisions, lists = rank([scored(name, rules, one) for name, one in given.items()], rules)
    selected, _ = select(decisions, lists, [Cut(k=k, area=area, destination=destination)])
    return {one.need_id: one.standing.side for one in selected if isinstance(one.standing, Standing)}


def test_a_cut_never_splits_a_tie() -> None:
    assert cut(2) == {"a": Side.INSIDE, "b": Side.GREY_ZONE, "c": Side.GREY_ZONE, "d": Side.OUTSIDE}
    assert cut(3) == {"a": Side.INSIDE, "b": Side.INSIDE, "c": Side.INSIDE, "d": Side.OUTSIDE}


def test_a_cut_for_another_area_or_destination_is_not_made_here() -> None:
    assert set(cut(2, area="disability").values()) == {None}
    assert set(cut(2, destination="rss").values()) == {None}


def test_without_a_cut_nobody_has_a_side() -> None:
    rules = rule_set()
    decisions, lists = rank([scored("a", rules, {}, outcome="inform"), scored("b", rules, assessed(impact=1, spread=1))], rules)

    selected, cut_lists = select(decisions, lists)

    assert selected == decisions
    assert [one.k for one in cut_lists] == [None]


def test_a_cut_says_its_k_on_the_list_even_when_nobody_is_placed() -> None:
    rules = rule_set(min_known=Fraction(1))
    decisions, lists = rank([scored("a", rules, {})], rules)

    selected, cut_lists = select(decisions, lists, [Cut(k=1)])

    assert (cut_lists[0].k, selected[0].standing) == (1, None)
