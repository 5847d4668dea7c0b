"""A reported change turns the pair, a smaller one of the same value or weight does not, and where none is reported none turns it."""

from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from builders import assessed, criterion, rule_set, scored
from prioritera.methods.scales import Bins, Function, Points
from prioritera.model.explanation import Comparison
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.scoring.score import scorer
from prioritera.stages.compare import compare
from prioritera.stages.rank import rank

NAMES = ("one", "two", "three")
FUNCTIONS: list[Function] = [Bins([(0, 0), (2, 1), (5, 3)]), Points([(0, 0), (6, 6)]), Points([(0, 4), (3, 1), (6, 2)])]

Levels = tuple[int, int, int]


def judged(rules: RuleSet, need: str, levels: Levels) -> Decision:
    return scored(need, rules, assessed(**dict(zip(NAMES, levels, strict=True))))


def order(rules: RuleSet, levels: tuple[Levels, Levels]) -> int:
    """1 when "b" has more points than "a", -1 when it has fewer, 0 when they tie: by doing the whole thing again."""
    scores = [scorer(rules)(assessed(**dict(zip(NAMES, one, strict=True)))).low for one in levels]
    return (scores[1] > scores[0]) - (scores[1] < scores[0])


def compared(rules: RuleSet, levels: tuple[Levels, Levels]) -> Comparison:
    first, second = rank([judged(rules, "a", levels[0]), judged(rules, "b", levels[1])], rules)[0]

    def again(decision: Decision) -> Decision:
        assert decision.need is not None
        changed = attrs.evolve(decision, score=scorer(rules)(decision.need.assess), standing=None, list_id="", placed=False)
        return rank([changed], rules)[0][0]

    return compare(first, second, rules, again)


def replaced(levels: tuple[Levels, Levels], need: str, at: int, x: int) -> tuple[Levels, Levels]:
    changed = [list(one) for one in levels]
    changed["ab".index(need)][at] = x
    (a, b) = changed
    return (a[0], a[1], a[2]), (b[0], b[1], b[2])


def drawn_levels() -> st.SearchStrategy[Levels]:
    return st.tuples(*[st.integers(0, 6)] * 3)


@given(st.tuples(*[st.integers(1, 4)] * 3), drawn_levels(), drawn_levels())
def test_the_smallest_change_of_a_value_turns_the_pair_and_no_smaller_does(weights: Levels, a: Levels, b: Levels) -> None:
    criteria = [
        criterion(*pair, weight=weight, low=0, high=6) for pair, weight in zip(zip(NAMES, FUNCTIONS, strict=True), weights, strict=True)
    ]
    rules = rule_set(criteria=criteria)
    levels = (a, b)

    found = compared(rules, levels)

    behind = -1 if found.listed_first == "a" else 1
    for need in "ab":
        for at, name in enumerate(NAMES):
            outcomes = {x: order(rules, replaced(levels, need, at, x)) * -behind for x in range(7)}
            start = levels["ab".index(need)][at]
            turning = [x for x, side in outcomes.items() if side > 0]
            tying = [x for x, side in outcomes.items() if side == 0 and x != start]
            told = {one.ties: one.after for one in found.value_changes if (one.need, one.criterion) == (need, name)}
            assert (False in told) == bool(turning)
            if turning:
                assert abs(told[False] - start) == min(abs(x - start) for x in turning)
                assert told[False] in [Fraction(x) for x in turning]
            if True in told:
                assert told[True] in [Fraction(x) for x in tying]


@given(st.tuples(*[st.integers(1, 6)] * 3), drawn_levels(), drawn_levels())
def test_the_smallest_change_of_a_weight_turns_the_pair_and_no_smaller_does(weights: Levels, a: Levels, b: Levels) -> None:
    def rules_with(given_weights: tuple[int, ...]) -> RuleSet:
        pairs = zip(NAMES, FUNCTIONS, given_weights, strict=True)
        return rule_set(criteria=[criterion(name, function, weight=weight, low=0, high=6) for name, function, weight in pairs])

    found = compared(rules_with(weights), (a, b))

    behind = -1 if found.listed_first == "a" else 1
    for at, name in enumerate(NAMES):
        told = {one.ties: one.after for one in found.weight_changes if one.criterion == name}
        reach = max(40, *told.values()) if told else 40
        others = {new: (*weights[:at], new, *weights[at + 1 :]) for new in range(1, reach + 1) if new != weights[at]}
        outcomes = {new: order(rules_with(one), (a, b)) * -behind for new, one in others.items()}
        turning = [new for new, side in outcomes.items() if side > 0]
        tying = [new for new, side in outcomes.items() if side == 0]
        assert (False in told) == bool(turning)
        if turning:
            assert abs(told[False] - weights[at]) == min(abs(new - weights[at]) for new in turning)
        if True in told:
            assert told[True] in tying
