"""Weights from people: the order of people and criteria does not matter, and what is said consistently is given back."""

from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asked_weights import criterion, group
from prioritera.elicitation.said import Elicited
from prioritera.elicitation.together import whole_weights
from prioritera.methods.ahp import ahp, consistent
from prioritera.methods.tradeoffs import Rise, Trade, Tradeoffs, tradeoffs
from prioritera.methods.weights import rank_order_centroid

z3 = pytest.importorskip("z3", reason="z3-solver is a tool of development (the extra dev)")

FOUR = tuple(criterion(name) for name in "abcd")
POINTS = st.lists(st.integers(1, 9), min_size=4, max_size=4)
PEOPLE = st.lists(st.tuples(st.sampled_from("xyz"), POINTS), min_size=1, max_size=5)


def sheet(people: list[tuple[str, list[int]]], names: str = "abcd") -> str:
    """People's points as a file, with the criteria's columns in an order."""
    rows = [
        f"{number};{of};points;" + ";".join(str(points["abcd".index(name)]) for name in names) for number, (of, points) in people_of(people)
    ]
    return f"person;group;method;{';'.join(names)}\n" + "".join(f"{row}\n" for row in rows)


def people_of(people: list[tuple[str, list[int]]]) -> list[tuple[int, tuple[str, list[int]]]]:
    """Each person with a number that stays whatever order the rows come in."""
    return list(enumerate(people, start=100))


@given(PEOPLE, st.permutations("abcd"), st.randoms(use_true_random=False), st.sampled_from(["person", "group"]))
def test_neither_the_order_of_people_nor_that_of_criteria_matters(
    people: list[tuple[str, list[int]]],
    names: list[str],
    random: Any,  # noqa: ANN401 -- Hypothesis hands out its own kind
    voices: str,
) -> None:
    head, *rows = sheet(people, "".join(names)).splitlines(keepends=True)
    random.shuffle(rows)

    found = group(sheet(people), FOUR, voices=voices)
    other = group(head + "".join(rows), [FOUR["abcd".index(name)] for name in names], voices=voices)

    assert by_id(other) == by_id(found)
    assert [one.person for one in other.people] == [one.person for one in found.people]


def by_id(found: Elicited) -> dict[str, object]:
    numbers = zip(found.criteria, found.shares, found.weights, found.spreads, strict=True)
    return {one.id: (share, weight, spread) for one, share, weight, spread in numbers}


@given(PEOPLE, st.sampled_from("xyz"))
def test_a_group_as_large_again_has_no_more_voice(people: list[tuple[str, list[int]]], grown: str) -> None:
    twice = [*people, *((of, points) for of, points in people if of == grown)]

    assert group(sheet(twice), FOUR, voices="group").shares == group(sheet(people), FOUR, voices="group").shares


@given(st.lists(st.fractions(Fraction(1, 10_000), 1, max_denominator=10_000), min_size=1, max_size=6))
def test_whole_weights_keep_the_order_and_the_ties(parts: list[Fraction]) -> None:
    shares = [part / sum(parts) for part in parts]

    weights, rounded_to = whole_weights(shares)

    assert min(weights) > 0
    for (one, first), (other, second) in combinations(zip(shares, weights, strict=True), 2):
        assert (first - second) * (one - other) >= 0
        assert one != other or first == second
    if not rounded_to:
        assert [Fraction(weight, sum(weights)) for weight in weights] == shares


@given(st.integers(1, 9))
def test_the_centroid_is_the_mean_of_the_corners(count: int) -> None:
    """All weights that agree with an order are mixtures of its corners: equal weights of the first k, none of the others."""
    corners = [[Fraction(1, k) if place < k else Fraction(0) for place in range(count)] for k in range(1, count + 1)]

    mean = tuple(sum(of, Fraction(0)) / count for of in zip(*corners, strict=True))

    assert rank_order_centroid(range(1, count + 1)) == mean


@given(st.lists(st.integers(1, 9), min_size=2, max_size=6), st.data())
def test_consistent_judgements_give_their_weights_back(weights: list[int], data: st.DataObject) -> None:
    pairs = list(combinations(range(len(weights)), 2))
    chain = set(pairwise(range(len(weights))))
    kept = [pair for pair in pairs if pair in chain or data.draw(st.booleans())]
    judged = {(one, other): Fraction(weights[one], weights[other]) for one, other in kept}
    truth = [Fraction(weight, sum(weights)) for weight in weights]

    assert consistent(len(weights), judged) == tuple(truth)
    assert ahp(len(weights), judged).weights == pytest.approx([float(share) for share in truth], abs=1e-9)


@st.composite
def trades(draw: st.DrawFn) -> tuple[list[int], list[Trade]]:
    """Criteria with two to four levels, and answers of any kind, no question twice."""
    levels = draw(st.lists(st.integers(2, 4), min_size=2, max_size=4))
    rises = [Rise(index, low, high) for index, many in enumerate(levels) for low, high in combinations(range(many), 2)]
    questions = [(one, other) for one, other in combinations(rises, 2) if one.criterion < other.criterion]
    asked = draw(st.lists(st.sampled_from(questions), max_size=8, unique=True))
    return levels, [Trade(one, other, draw(st.sampled_from([1, 0, -1]))) for one, other in asked]


def worth(points: list[list[int]] | tuple[tuple[Fraction, ...], ...], rise: Rise) -> Fraction:
    return Fraction(points[rise.criterion][rise.high] - points[rise.criterion][rise.low])


def sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def said(points: list[list[int]] | tuple[tuple[Fraction, ...], ...], answer: Trade) -> int:
    return sign(worth(points, answer.one) - worth(points, answer.other))


@given(trades(), st.data())
def test_trade_offs_that_agree_with_additive_points_are_honoured(drawn: tuple[list[int], list[Trade]], data: st.DataObject) -> None:
    levels, answers = drawn
    truth = [sorted(data.draw(st.lists(st.integers(0, 20), min_size=count, max_size=count, unique=True))) for count in levels]
    answers = [attrs.evolve(answer, says=said(truth, answer)) for answer in answers]

    found = tradeoffs(levels, answers)

    assert found.contradictions == ()
    assert [said(found.points, answer) for answer in answers] == [answer.says for answer in answers]
    assert all(low < high for of in found.points for low, high in pairwise(of))
    assert sum(of[-1] for of in found.points) == 1


@given(trades(), st.randoms(use_true_random=False))
def test_points_do_not_hang_on_the_order_of_answers_or_criteria(
    drawn: tuple[list[int], list[Trade]],
    random: Any,  # noqa: ANN401 -- Hypothesis hands out its own kind
) -> None:
    levels, answers = drawn
    order = list(range(len(levels)))
    random.shuffle(order)
    moved = {old: new for new, old in enumerate(order)}
    turned = [Trade(at(answer.other, moved), at(answer.one, moved), -answer.says) for answer in answers]
    random.shuffle(turned)

    found, other = tradeoffs(levels, answers), tradeoffs([levels[index] for index in order], turned)

    assert (found.contradictions == ()) == (other.contradictions == ())
    assert tuple(found.points[index] for index in order if found.points) == other.points


def at(rise: Rise, moved: dict[int, int]) -> Rise:
    return attrs.evolve(rise, criterion=moved[rise.criterion])


def agrees(levels: list[int], answers: list[Trade]) -> bool:
    """Whether there are points, by another way than our own."""
    names = [[z3.Real(f"{index}.{level}") for level in range(count)] for index, count in enumerate(levels)]
    solver = z3.Solver()
    solver.add([low < high for of in names for low, high in pairwise(of)])
    for answer in answers:
        one, other = (names[rise.criterion][rise.high] - names[rise.criterion][rise.low] for rise in (answer.one, answer.other))
        solver.add(one == other if not answer.says else one > other if answer.says > 0 else one < other)
    return bool(solver.check() == z3.sat)


@given(trades())
@settings(max_examples=40)
def test_contradictions_are_those_that_z3_finds_and_no_smaller_set_has_one(drawn: tuple[list[int], list[Trade]]) -> None:
    levels, answers = drawn

    found = tradeoffs(levels, answers)

    assert (found.contradictions == ()) == agrees(levels, answers)
    for chosen in found.contradictions:
        assert not agrees(levels, [answers[index] for index in chosen])
        for left in chosen:
            assert agrees(levels, [answers[index] for index in chosen if index != left])
    if found.contradictions:
        outside = {index for chosen in found.contradictions for index in chosen}
        assert agrees(levels, [answer for index, answer in enumerate(answers) if index not in outside])
        assert found.fewest
        assert is_smallest(levels, answers, found)


def is_smallest(levels: list[int], answers: list[Trade], found: Tradeoffs) -> bool:
    smaller = range(1, len(found.contradictions[0]))
    return all(agrees(levels, list(chosen)) for size in smaller for chosen in combinations(answers, size))
