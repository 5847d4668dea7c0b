"""Lists beside other methods: who is compared, who is left out and why, and who is always or never at the top."""

from fractions import Fraction

import attrs
import pytest

from builders import assessed, criterion, label, rule_set, scored
from prioritera.methods.correlation import Correlation
from prioritera.methods.many import MANY, Method, UnfitError
from prioritera.methods.outrank import Preference, Shape
from prioritera.model.result import Decision, RankedList, Result
from prioritera.model.round import Round
from prioritera.model.ruleset import TieBreaker
from prioritera.model.side_by_side import ListBeside, NoOrder, Open
from prioritera.stages.rank import rank
from prioritera.stages.side_by_side import side_by_side

RULES = rule_set(criteria=[criterion("impact", weight=2), criterion("spread")])


def beside(decisions: list[Decision], *methods: str, top: int | None = None, k: int | None = None) -> ListBeside:
    ranked, lists = rank(decisions, RULES)
    return of_lists(ranked, [attrs.evolve(one, k=k) for one in lists], *methods, top=top)


def of_lists(decisions: tuple[Decision, ...], lists: list[RankedList], *methods: str, top: int | None = None) -> ListBeside:
    result = Result(round=Round(id="r", label=label("R"), records=[]), decisions=decisions, lists=lists, rules_hash="r", network_hash="n")
    (found,) = side_by_side(result, [MANY[method] for method in methods], top).lists
    return found


def need(name: str, impact: int | tuple[int, int] | None, spread: int | None) -> Decision:
    return scored(name, RULES, assessed(impact=impact, spread=spread))


def test_every_method_ranks_the_same_needs_by_the_values_of_the_rules() -> None:
    found = beside([need("a", 3, 0), need("b", 1, 3), need("c", 0, 0)], "equal-weights", "lexicographic")

    assert found.needs == ("a", "b", "c")
    assert [(column.method, column.ranks) for column in found.columns] == [
        ("rules", (1, 2, 3)),
        ("equal-weights", (2, 1, 3)),
        ("lexicographic", (1, 2, 3)),
    ]
    assert list(found.columns[0].scores) == [Fraction(6, 9), Fraction(5, 9), 0]
    assert [(one.first, one.second, one.tau) for one in found.agreements] == [
        ("rules", "equal-weights", Correlation(over=1, squared=9)),
        ("rules", "lexicographic", Correlation(over=3, squared=9)),
        ("equal-weights", "lexicographic", Correlation(over=1, squared=9)),
    ]
    assert (found.top, found.always, found.never) == (1, (), ("c",))


@pytest.mark.parametrize(("top", "k", "least"), [(None, None, 1), (None, 2, 2), (3, 2, 3)])
def test_the_top_is_what_is_asked_for_or_the_cut_or_the_first_place(top: int | None, k: int | None, least: int) -> None:
    found = beside([need("a", 3, 0), need("b", 1, 3), need("c", 0, 0)], "equal-weights", top=top, k=k)

    assert (found.top, len(found.always), len(found.never)) == (least, {1: 0, 2: 2, 3: 3}[least], {1: 1, 2: 1, 3: 0}[least])


def test_needs_of_which_something_is_open_are_in_no_method_and_are_told() -> None:
    found = beside([need("a", 3, 0), need("b", (1, 2), 3), need("c", 0, 0), need("d", None, None)], "topsis")

    assert found.needs == ("a", "c")
    assert found.open == (Open(need_id="b", criteria=["impact"]), Open(need_id="d", criteria=["impact", "spread"]))
    assert found.columns[1].exact is False


def test_one_need_alone_has_no_order() -> None:
    found = beside([need("a", 3, 0), need("b", None, 3)], "topsis")

    assert (found.is_compared, found.alike, found.needs, found.columns, len(found.open)) == (False, True, ("a",), (), 1)


def test_a_place_that_is_open_leaves_a_need_out() -> None:
    """The tie-breaker of one need is not known: no order with it is the rules' own."""
    rules = rule_set(criteria=RULES.criteria, tie_breakers=[TieBreaker(field="wait", prefer="more")])
    one, other, third = (need(name, 3, 0) for name in ("a", "b", "c"))
    decisions, lists = rank([one, other, attrs.evolve(third, values={"area": "elderly"})], rules)

    found = of_lists(decisions, list(lists), "borda")

    assert (found.needs, found.open) == (("a", "b"), (Open(need_id="c", criteria=[]),))


def test_needs_judged_on_other_criteria_are_not_compared() -> None:
    less = rule_set(criteria=[criterion("impact", weight=2)])
    found = beside([need("a", 3, 0), scored("b", less, assessed(impact=3))], "topsis")

    assert (found.alike, found.needs, found.open, found.is_compared) == (False, (), (), False)


def test_a_need_in_a_list_has_a_score() -> None:
    with pytest.raises(ValueError, match="a is in a list and has no score; rank what has been assessed"):
        of_lists((attrs.evolve(need("a", 3, 0), score=None),), [RankedList(id="l", key={}, placed=["a"], not_placed=[])])


def test_a_method_that_gives_no_order_is_left_out_of_the_table_and_told() -> None:
    def unfit(_rows: object, _weights: object) -> list[float]:
        raise UnfitError("zeros", [1])

    result = result_of([need("a", 3, 0), need("b", 1, 3)])
    (found,) = side_by_side(result, [Method(id="pymcdm:WSM", scores=unfit, library="pymcdm 1")], 1).lists

    assert [column.method for column in found.columns] == ["rules"]
    assert found.without == (NoOrder(method="pymcdm:WSM", reason="zeros", criteria=["spread"]),)


def test_promethee_goes_by_the_preferences_that_are_given_and_by_the_usual_one_otherwise() -> None:
    result = result_of([need("a", 3, 0), need("b", 2, 3), need("c", 0, 3)])
    level = Preference(shape=Shape.LEVEL, indifference=Fraction(1, 3), preference=Fraction(2, 3))
    gaussian = Preference(shape=Shape.GAUSSIAN, spread=Fraction(1, 2))

    exact = side_by_side(result, [MANY["promethee2"]], preferences={"impact": level})
    floating = side_by_side(result, [MANY["promethee2"], MANY["borda"]], preferences={"impact": gaussian})

    # The step from 2 to 3 is a third of the scale, which the indifference holds to be nothing; spread decides between a and b.
    assert dict(zip(exact.lists[0].needs, exact.lists[0].columns[1].scores, strict=True)) == {
        "a": 0,
        "b": Fraction(1, 3),
        "c": Fraction(-1, 3),
    }
    assert [method.exact for method in (*exact.methods, *floating.methods)] == [True, False, True]
    assert not floating.lists[0].columns[1].exact
    assert floating.preferences == {"impact": gaussian}


def result_of(decisions: list[Decision]) -> Result:
    ranked, lists = rank(decisions, RULES)
    return Result(round=Round(id="r", label=label("R"), records=[]), decisions=ranked, lists=lists, rules_hash="r", network_hash="n")
