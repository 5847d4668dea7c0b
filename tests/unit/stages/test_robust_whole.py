"""What comes of trying the weights of a list, held whole: tiers, tie-breakers and one need alone, and how far a weight can be changed."""

from fractions import Fraction

import pytest

from builders import assessed, criterion, label, rule_set, scored, values
from prioritera.methods.drawn import drawn
from prioritera.methods.order import Side
from prioritera.methods.tops import Alternative, Often, tops
from prioritera.model.criterion import Minimum
from prioritera.model.draws import ANY, ORDER
from prioritera.model.result import Decision, Result
from prioritera.model.robustness import Change, Holds, ListHolds, NeedHolds, Robustness, Turn, WeightHolds
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet, TieBreaker
from prioritera.stages.rank import rank
from prioritera.stages.robust import alternative_of, robust

RULES = rule_set(criteria=[criterion("impact", weight=2), criterion("spread")])
# A need of less than 2 in impact stands below the others, whatever its score; of equal scores the longer wait, then the greater reach.
TIERED = rule_set(
    criteria=[criterion("impact", weight=2, minimum=Minimum(x=2)), criterion("spread")],
    tie_breakers=[TieBreaker(field="wait"), TieBreaker(field="reach")],
)
SAMPLES, SEED = 40, 7
Given = tuple[str, int, int] | tuple[str, int, int, int]


def placed(rules: RuleSet, *given: Given) -> tuple[Result, tuple[Decision, ...]]:
    """A run of needs: name, impact, spread and wait."""
    needs = [
        scored(name, rules, assessed(impact=impact, spread=spread), values=values(wait=wait[0] if wait else 4))
        for name, impact, spread, *wait in given
    ]
    ranked, lists = rank(needs, rules)
    round_ = Round(id="r", label=label("R"), records=[])
    return Result(round=round_, decisions=ranked, lists=lists, rules_hash="r", network_hash="n"), ranked


def tried(rules: RuleSet, *given: Given, weights: str = ANY) -> Robustness:
    return robust(placed(rules, *given)[0], rules, k=1, weights=weights, samples=SAMPLES, seed=SEED)


def turns(rules: RuleSet, *given: Given) -> dict[str, tuple[Turn | None, Turn | None]]:
    (found,) = tried(rules, *given).lists
    return {one.criterion: (one.down, one.up) for one in found.criteria}


def exact(*row: int) -> Alternative:
    return Alternative(low=row, high=row)


@pytest.mark.parametrize(("weights", "groups"), [(ANY, [[0, 1]]), (ORDER, [[0], [1]])])
def test_all_that_is_told_of_a_list_is_what_its_draws_come_to(weights: str, groups: list[list[int]]) -> None:
    result, _ = placed(RULES, ("a", 3, 0), ("b", 1, 3))
    counted = tops([exact(3, 0), exact(1, 3)], drawn(groups, samples=SAMPLES, seed=SEED), 1)

    found = robust(result, RULES, k=1, weights=weights, samples=SAMPLES, seed=SEED)

    needs = [
        NeedHolds(
            need_id=name,
            best=place,
            worst=place,
            side=side,
            top=counted.top[at],
            first=counted.first[at],
            holds=Holds.HANGS,
            central=counted.central[at],
        )
        for at, (name, place, side) in enumerate([("a", 1, Side.INSIDE), ("b", 2, Side.OUTSIDE)])
    ]
    out = [Change(need_id="a", before=Side.INSIDE, after=Side.OUTSIDE), Change(need_id="b", before=Side.OUTSIDE, after=Side.INSIDE)]
    criteria = [
        WeightHolds(criterion="impact", weight=2, down=Turn(weight=Fraction(3, 2), changes=out)),
        WeightHolds(criterion="spread", weight=1, up=Turn(weight=Fraction(4, 3), changes=out)),
    ]
    told = ListHolds(ranked=result.lists[0], k=1, k_from="asked", needs=needs, criteria=criteria)
    assert counted.central[0] != counted.central[1]
    assert found == Robustness(weights=weights, samples=SAMPLES, seed=SEED, lists=[told])


def test_a_need_alone_in_its_list_is_always_first() -> None:
    (found,) = tried(RULES, ("a", 3, 0)).lists

    every = Often(certain=SAMPLES, possible=SAMPLES)
    assert [(one.need_id, one.top, one.first, one.holds) for one in found.needs] == [("a", every, every, Holds.ALWAYS)]
    assert found.criteria == (WeightHolds(criterion="impact", weight=2), WeightHolds(criterion="spread", weight=1))


def test_a_need_is_placed_by_its_tier_its_values_and_every_tie_breaker() -> None:
    given = values(wait=7, reach=2)
    needs = [scored("a", TIERED, assessed(impact=(1, 3), spread=1), values=given)]
    ranked, _ = rank(needs, TIERED)

    assert alternative_of(ranked[0], [2, 1]) == Alternative(low=[1, 1], high=[3, 1], before=(0, 1), after=((7, 2), (7, 2)))


def test_a_weight_is_not_lowered_past_nothing() -> None:
    """The lines of a and b meet where spread weighs -2/3, which is no weight."""
    assert turns(RULES, ("a", 1, 3), ("b", 0, 0)) == {"impact": (None, None), "spread": (None, None)}


def test_a_weight_may_be_raised_by_more_than_itself() -> None:
    out = [Change(need_id="a", before=Side.INSIDE, after=Side.OUTSIDE), Change(need_id="b", before=Side.OUTSIDE, after=Side.INSIDE)]

    assert turns(RULES, ("a", 3, 0), ("b", 0, 1)) == {
        "impact": (Turn(weight=Fraction(1, 3), changes=out), None),
        "spread": (None, Turn(weight=Fraction(6), changes=out)),
    }


def test_no_weight_brings_a_need_past_one_of_a_higher_tier() -> None:
    """With spread weighing more b would pass a, had it not missed the least impact."""
    assert turns(TIERED, ("a", 2, 0), ("b", 1, 3)) == {"impact": (None, None), "spread": (None, None)}


def test_a_tie_breaker_parts_those_whose_scores_stay_equal_at_every_weight() -> None:
    assert turns(TIERED, ("a", 2, 1, 5), ("b", 2, 1, 3)) == {"impact": (None, None), "spread": (None, None)}
    assert [one.holds for one in tried(TIERED, ("a", 2, 1, 5), ("b", 2, 1, 3)).lists[0].needs] == [Holds.ALWAYS, Holds.NEVER]


def test_a_tie_breaker_tells_which_of_those_that_pass_together_is_in() -> None:
    out = [Change(need_id="c", before=Side.INSIDE, after=Side.OUTSIDE), Change(need_id="a", before=Side.OUTSIDE, after=Side.INSIDE)]

    assert turns(TIERED, ("a", 2, 1, 5), ("b", 2, 1, 3), ("c", 3, 0)) == {
        "impact": (Turn(weight=Fraction(1), changes=out), None),
        "spread": (None, Turn(weight=Fraction(2), changes=out)),
    }
