"""Additive points from trade-offs: answers to which of two rises is worth more, each on a criterion of its own. Exact."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, pairwise

import attrs

from prioritera.frozen import frozen_rows
from prioritera.methods.evenest import Evenest, evenest

# How many sets of answers are tried before the search for the smallest that contradicts itself is given up.
MOST_TRIED = 2_000


@attrs.frozen
class Rise:
    """A rise on a criterion, from one of its levels to a higher; criteria and levels are counted from 0, the lowest."""

    criterion: int
    low: int
    high: int


@attrs.frozen
class Trade:
    """An answer: going up by `one` against going up by `other`. `says` is 1 when the first is worth more, -1 the second, 0 as much."""

    one: Rise
    other: Rise
    says: int


@attrs.frozen(kw_only=True)
class Tradeoffs:
    """What the answers come to: points for the levels of each criterion, or the answers that contradict each other.

    `points` are from 0 for a criterion's lowest level to its weight for its highest; the weights are 1 in all. They are empty when answers
    contradict each other: `contradictions` then holds sets of answers by their places, no answer in two of them, and all answers outside
    them agree. Within a set, taking any answer away leaves answers that agree. `fewest` is whether the first set was shown to be as small
    as there is.
    """

    points: tuple[tuple[Fraction, ...], ...] = attrs.field(converter=frozen_rows, default=())
    contradictions: tuple[tuple[int, ...], ...] = attrs.field(converter=frozen_rows, default=())
    fewest: bool = True


def tradeoffs(levels: Sequence[int], answers: Sequence[Trade], most_tried: int = MOST_TRIED) -> Tradeoffs:
    """The points that agree with all answers, and of those the ones whose least difference is the greatest.

    Every level is to be worth more than the one below it, and what is said to be worth more is to be so. Of the points that agree, the one
    answer is given where the least of all these differences is as great as it can be, then the next least, and so on: that choice is ours.

    Args:
        levels: how many levels each criterion has, at least two.
        answers: what was said; the order does not matter to the points.
        most_tried: how many sets of answers may be tried for being the smallest that contradicts itself.

    Raises:
        ValueError: a criterion has no two levels, or an answer is not of two rises on two of the criteria.

    Source: the kind of question is that of PAPRIKA (Hansen & Ombler 2008, Journal of Multi-Criteria Decision Analysis 15(3-4)).

    >>> found = tradeoffs([2, 2], [Trade(Rise(0, 0, 1), Rise(1, 0, 1), 1)])
    >>> [str(points[-1]) for points in found.points]
    ['2/3', '1/3']
    """
    _check(levels, answers)
    steps = [sum(levels[:index]) - index for index in range(len(levels) + 1)]
    rows = [_row(answer, steps) for answer in answers]
    found = _evenest(rows, answers, range(len(answers)), steps[-1])
    if found is not None and found.shares:
        return Tradeoffs(points=[_points(found.shares[start:end]) for start, end in pairwise(steps)])
    sets: list[tuple[int, ...]] = []
    fewest, left = True, list(range(len(answers)))
    while (core := _core(rows, answers, left, steps[-1])) is not None:
        smallest, shown = _smallest(rows, answers, left, core, most_tried) if not sets else (core, True)
        fewest = fewest and shown
        sets.append(smallest)
        left = [index for index in left if index not in smallest]
    return Tradeoffs(contradictions=sets, fewest=fewest)


def _check(levels: Sequence[int], answers: Sequence[Trade]) -> None:
    if not levels or min(levels) <= 1:
        raise ValueError(f"the criteria have {list(levels)} levels; expected at least two each")
    for answer in answers:
        rises = (answer.one, answer.other)
        fits = all(0 <= rise.criterion < len(levels) and 0 <= rise.low < rise.high < levels[rise.criterion] for rise in rises)
        if not fits or answer.one.criterion == answer.other.criterion:
            raise ValueError(f"{answer} is not of two rises on two criteria with {list(levels)} levels")


def _row(answer: Trade, steps: Sequence[int]) -> tuple[int, ...]:
    """How many times each step from a level to the next counts in what is worth more, less what is worth less."""
    row = [0] * steps[-1]
    sign = answer.says or 1
    for rise, way in ((answer.one, sign), (answer.other, -sign)):
        for step in range(rise.low, rise.high):
            row[steps[rise.criterion] + step] = way
    return tuple(row)


def _evenest(rows: Sequence[tuple[int, ...]], answers: Sequence[Trade], chosen: Sequence[int], count: int) -> Evenest | None:
    alone = [tuple(int(step == other) for other in range(count)) for step in range(count)]
    strict = [rows[index] for index in chosen if answers[index].says]
    return evenest([*alone, *strict], [rows[index] for index in chosen if not answers[index].says], count)


def _agree(rows: Sequence[tuple[int, ...]], answers: Sequence[Trade], chosen: Sequence[int]) -> bool:
    """Whether some points agree with the chosen answers; only the steps that they name need be looked at."""
    used = [step for step in range(len(rows[0])) if any(rows[index][step] for index in chosen)]
    narrow = {index: tuple(rows[index][step] for step in used) for index in chosen}
    found = _evenest([narrow.get(index, ()) for index in range(len(rows))], answers, chosen, len(used))
    return found is not None and found.least > 0


def _core(rows: Sequence[tuple[int, ...]], answers: Sequence[Trade], left: Sequence[int], count: int) -> tuple[int, ...] | None:
    """Answers among those that are left that contradict each other, none of them idle; None when all of them agree."""
    found = _evenest(rows, answers, left, count)
    if found is not None and found.least > 0:
        return None
    core = list(left)
    if found is not None:
        strict = [index for index in left if answers[index].says]
        binding = {strict[row - count] for row in found.binding if row >= count}
        core = [index for index in left if index in binding or not answers[index].says]
    for index in tuple(core):
        without = [other for other in core if other != index]
        if without and not _agree(rows, answers, without):
            core = without
    return tuple(core)


def _smallest(
    rows: Sequence[tuple[int, ...]], answers: Sequence[Trade], left: Sequence[int], core: tuple[int, ...], most_tried: int
) -> tuple[tuple[int, ...], bool]:
    """A set as small as was found that contradicts itself, and whether every smaller one was ruled out."""
    tried = 0
    for size in range(2, len(core)):
        for chosen in combinations(left, size):
            if not _may_contradict(answers, chosen):
                continue
            tried += 1
            if tried > most_tried:
                return core, False
            if not _agree(rows, answers, chosen):
                return chosen, True
    return core, True


def _may_contradict(answers: Sequence[Trade], chosen: Sequence[int]) -> bool:
    """Whether every criterion that some answer puts up is put down by another: where one is not, its rise can be worth enough for all."""
    up, down = set[int](), set[int]()
    for index in chosen:
        answer = answers[index]
        ends = (answer.one.criterion, answer.other.criterion)
        up.update(ends if not answer.says else ends[:: answer.says][:1])
        down.update(ends if not answer.says else ends[:: answer.says][1:])
    return up <= down


def _points(rises: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The points of the levels, from 0: the sums of the steps up to each."""
    return tuple(sum(rises[:index], Fraction(0)) for index in range(len(rises) + 1))
