"""Robust: how often each placed need is among the first, when the weights are drawn; and which change of a weight alone changes who is.

Only the weights change. Values that are open stay open, and what does not hang on weights stays as it was decided: outcomes and routes,
classes, minimums, tie-breakers, the criteria that are left out.
"""

from collections.abc import Sequence
from itertools import groupby

import attrs

from prioritera.methods.ahead import always_in, never_in
from prioritera.methods.drawn import drawn
from prioritera.methods.order import Side, sides_of_cut
from prioritera.methods.tops import Alternative, Often, tops
from prioritera.methods.turning import Rising, turned
from prioritera.model.by_id import by_id
from prioritera.model.condition import SCORE
from prioritera.model.draws import ORDER
from prioritera.model.result import Decision, RankedList, Result, Score, Standing
from prioritera.model.robustness import (
    ASKED,
    CUT,
    FIRST,
    SELECTION,
    Change,
    Holds,
    ListHolds,
    NeedHolds,
    Robustness,
    Turn,
    WeightHolds,
)
from prioritera.model.ruleset import RuleSet
from prioritera.model.selection import LIMITS, LIST, Selected
from prioritera.scoring.key import Key

Groups = Sequence[Sequence[int]]


def robust(result: Result, rules: RuleSet, *, k: int | None, weights: str, samples: int, seed: int) -> Robustness:
    """Try the weights of every ranked list.

    Args:
        result: a run with these rules.
        rules: the verified rule set of the run, of two criteria or more.
        k: how many places are the top; each list's own when None.
        weights: ANY, or ORDER for those that keep the order of the rules' own.
        samples: how many times they are drawn.
        seed: the same seed gives the same draws; a list's draws hang on no other list.
    """
    decisions = by_id(result.decisions)
    by_score = SCORE in rules.destination.reads
    asked = Robustness(weights=weights, samples=samples, seed=seed, by_score=by_score, lists=())
    lists = []
    for ranked in result.lists:
        at_top, k_from = _top(ranked, k, result.selections)
        members = [decisions[need] for need in ranked.placed]
        lists.append(_list(ListHolds(ranked=ranked, k=at_top, k_from=k_from), members, rules, asked))
    return attrs.evolve(asked, lists=lists)


def _top(ranked: RankedList, k: int | None, selections: Sequence[Selected]) -> tuple[int, str]:
    """How many places are the top, and whence that is: the first of what was asked for, the cut, a selection about this list alone."""
    if k is not None:
        return k, ASKED
    if ranked.k is not None:
        return ranked.k, CUT
    selected = next((most for one in selections if (most := _most(one, ranked.id))), None)
    return (selected, SELECTION) if selected is not None else (1, FIRST)


def _most(selected: Selected, list_id: str) -> int | None:
    """How many of one list a selection takes; None where it says that of no list, or holds several together."""
    selection = selected.selection
    if list_id not in {pick.list_id for pick in selected.picks}:
        return None
    if selection.per == LIST:
        return selection.groups.get(list_id, selection.limits).most if selection.kind == LIMITS else selection.top
    alone = selection.per == "" and all(pick.list_id == list_id for pick in selected.picks)
    return selection.size if alone else None


@attrs.frozen
class _Tried:
    """The placed needs of one list, by what they are placed, and on which side of the cut they stand."""

    needs: list[str]
    standings: list[Standing]
    alternatives: list[Alternative]
    sides: list[Side]
    k: int


def _list(one: ListHolds, members: Sequence[Decision], rules: RuleSet, asked: Robustness) -> ListHolds:
    if not members:
        return one
    names = [share.criterion for share in _score(members[0]).shares]
    own = [rules.criterion(name).weight for name in names]
    groups = groups_of(own) if asked.weights == ORDER else [range(len(own))]
    standings = [_standing(member) for member in members]
    tried = _Tried(
        needs=[member.need_id for member in members],
        standings=standings,
        alternatives=[alternative_of(member, own) for member in members],
        sides=sides_of_cut([each.lower for each in standings], [each.upper for each in standings], one.k),
        k=one.k,
    )
    found = tops(tried.alternatives, drawn(groups, samples=asked.samples, seed=asked.seed), one.k)
    needs = [
        NeedHolds(
            need_id=tried.needs[at],
            best=standing.best,
            worst=standing.worst,
            side=tried.sides[at],
            top=found.top[at],
            first=found.first[at],
            holds=_holds(tried, at, groups, found.top[at], asked.samples),
            central=found.central[at],
        )
        for at, standing in enumerate(standings)
    ]
    criteria = [
        WeightHolds(criterion=name, weight=weight, down=_turn(tried, at, weight, -1), up=_turn(tried, at, weight, 1))
        for at, (name, weight) in enumerate(zip(names, own, strict=True))
    ]
    return attrs.evolve(one, needs=needs, criteria=criteria)


def groups_of(weights: Sequence[int]) -> list[list[int]]:
    """The places of the weights, the greatest first; equal ones together.

    >>> groups_of([2, 5, 2])
    [[1], [0, 2]]
    """
    best_first = sorted(range(len(weights)), key=lambda at: -weights[at])
    return [list(group) for _, group in groupby(best_first, key=lambda at: weights[at])]


def alternative_of(decision: Decision, weights: Sequence[int]) -> Alternative:
    """What a placed need is placed by, with the weights taken out of its score.

    Args:
        decision: with score and standing.
        weights: of the criteria of the score, in their order.
    """
    standing, shares = _standing(decision), _score(decision).shares
    return Alternative(
        low=[share.low // weight for share, weight in zip(shares, weights, strict=True)],
        high=[share.high // weight for share, weight in zip(shares, weights, strict=True)],
        before=(standing.lower[0], standing.upper[0]),
        after=(standing.lower[2:], standing.upper[2:]),
    )


def _score(decision: Decision) -> Score:
    if decision.score is None:
        raise ValueError(f"{decision.need_id} has no score; only placed needs are tried")
    return decision.score


def _standing(decision: Decision) -> Standing:
    if decision.standing is None:
        raise ValueError(f"{decision.need_id} has no standing; only placed needs are tried")
    return decision.standing


def _holds(tried: _Tried, at: int, groups: Groups, top: Often, samples: int) -> Holds:
    """What is shown for all weights, and what is only seen in the draws, are told apart."""
    if top.certain == samples:
        return Holds.ALWAYS if always_in(tried.alternatives, at, tried.k, groups) else Holds.EVERY_DRAW
    if top.possible == 0:
        return Holds.NEVER if never_in(tried.alternatives, at, tried.k, groups) else Holds.NO_DRAW
    return Holds.ON_THE_LINE if top == Often(certain=0, possible=samples) else Holds.HANGS


def _turn(tried: _Tried, at: int, weight: int, sign: int) -> Turn | None:
    """How far one weight can be lowered or raised, the others fixed. A weight is above 0."""
    both = list(zip(tried.standings, tried.alternatives, strict=True))
    lower = [_rising(standing.lower, sign * one.low[at]) for standing, one in both]
    upper = [_rising(standing.upper, sign * one.high[at]) for standing, one in both]
    found = turned(lower, upper, tried.k, weight if sign < 0 else None)
    if found is None:
        return None
    sides = zip(tried.needs, tried.sides, found.sides, strict=True)
    changes = [Change(need_id=need, before=before, after=after) for need, before, after in sides if before is not after]
    return Turn(weight=weight + sign * found.steps, changes=changes)


def _rising(key: Key, slope: int) -> Rising:
    before, score, *after = key
    return Rising(before=before, score=score, slope=slope, after=after)
