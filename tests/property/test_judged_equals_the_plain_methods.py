"""What judging works out in whole numbers and by weight is what the plain methods say of the same ballots, orders and answers."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from prioritera.judging.orders import judged_orders
from prioritera.judging.scores import judged_scores
from prioritera.methods.groups import equal_voices, mean_of_answers, mean_of_means, points_of_ballots, sum_of_ranks
from prioritera.model.judged import JudgedBy
from prioritera.model.judgement import Judge, Orders, Scores

POINTS = (5, 3, 1)
NEEDS = ("a", "b", "c", "d")
GROUPS = ("users", "staff", "kin")
choices = st.permutations(range(len(NEEDS))).flatmap(lambda order: st.integers(0, 3).map(lambda many: order[:many]))
ballots = st.lists(st.tuples(st.sampled_from(GROUPS), choices), min_size=1, max_size=8)
answer = st.none() | st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)])


def cast(said: Sequence[tuple[str, Sequence[int]]]) -> Orders:
    """Ballots as judging has them: the rank that each voter gives each need."""
    ranks = [[choice.index(need) + 1 if need in choice else None for need in range(len(NEEDS))] for _, choice in said]
    return Orders(judges=[Judge(f"v{at}", group) for at, (group, _) in enumerate(said)], candidates=NEEDS, ranks=ranks)


def values(orders: Orders, rule: JudgedBy) -> list[Fraction | None]:
    found, _ = judged_orders(orders, rule, {})
    return [found[need].value for need in NEEDS]


@given(ballots)
def test_points_are_those_of_the_ballots(said: Sequence[tuple[str, Sequence[int]]]) -> None:
    found = values(cast(said), JudgedBy(source="ballots", combine="points", points=POINTS, min_answers=1))

    plain = points_of_ballots([choice for _, choice in said], POINTS, len(NEEDS))
    assert found == ([None] * len(NEEDS) if not any(choice for _, choice in said) else list(plain))


@given(ballots)
def test_groups_of_equal_voice_are_their_position_points_together(said: Sequence[tuple[str, Sequence[int]]]) -> None:
    found = values(cast(said), JudgedBy(source="ballots", combine="position-points", points=POINTS, groups="equal"))

    voting = [(group, choice) for group, choice in said if choice]
    of_groups = [[choice for own, choice in voting if own == group] for group in {own for own, _ in voting}]
    totals = [points_of_ballots(cast_there, POINTS, len(NEEDS)) for cast_there in of_groups]
    plain = equal_voices([[Fraction(points) for points in group] for group in totals])
    assert found == (list(plain) if voting else [None] * len(NEEDS))


@given(st.lists(st.permutations(range(1, len(NEEDS) + 1)), min_size=1, max_size=6))
def test_ranks_are_summed_over_the_small_groups(orders: Sequence[Sequence[int]]) -> None:
    said = Orders(judges=[Judge(f"g{at}") for at in range(len(orders))], candidates=NEEDS, ranks=orders)

    assert values(said, JudgedBy(source="orders", combine="sum-of-ranks")) == list(sum_of_ranks(orders))


@given(st.lists(st.lists(answer, min_size=3, max_size=3), min_size=1, max_size=6))
def test_the_mean_of_items_is_the_mean_of_their_means(rows: Sequence[Sequence[Fraction | None]]) -> None:
    items = ("p", "q", "r")
    codes = {Fraction(0): 0, Fraction(1, 2): 1, Fraction(1): 2}
    answers = {
        ("a", item): [(judge, codes[one]) for judge, one in enumerate(row[at] for row in rows) if one is not None]
        for at, item in enumerate(items)
    }
    said = Scores(judges=[Judge(f"j{at}") for at in range(len(rows))], values=[0, 1, 2], unit=2, items=items, answers=answers)

    found = judged_scores(said, JudgedBy(source="scores", combine="mean-of-items"), ["a"], {}, is_rated=False)["a"]

    columns = [[row[at] for row in rows] for at in range(len(items))]
    assert found.value == mean_of_means([[column] for column in columns], [Fraction(1)] * len(items))
    assert found.answered == len([row for row in rows if any(one is not None for one in row)])
    flat = judged_scores(said, JudgedBy(source="scores", combine="mean"), ["a"], {}, is_rated=False)["a"]
    assert flat.value == mean_of_answers([one for column in columns for one in column]).value
