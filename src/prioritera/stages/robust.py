"""Robust: how often each placed need is among the first, when the weights are drawn; and which change of a weight alone changes who is.

Only the weights change. Values that are open stay open, and what does not hang on weights stays as it was decided: outcomes and routes,
classes, minimums, tie-breakers, the criteria that are left out.
"""

from collections.abc import Sequence
from itertools import groupby

from prioritera.methods.ahead import always_in, never_in
from prioritera.methods.drawn import drawn
from prioritera.methods.order import Side, sides_of_cut
from prioritera.methods.tops import Alternative, Often, tops
from prioritera.methods.turning import Rising, turned
from prioritera.model.condition import SCORE
from prioritera.model.result import Decision, RankedList, Result, Score, Standing
from prioritera.model.robustness import (
    ASKED,
    CUT,
    FIRST,
    ORDER,
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
    by_id = {decision.need_id: decision for decision in result.decisions}
    lists = []
    for ranked in result.lists:
        at_top, k_from = _top(ranked, k, result.selections)
        members = [by_id[need] for need in ranked.placed]
        lists.append(_list(ranked, members, rules, at_top, k_from, weights, samples, seed))
    by_score = SCORE in rules.destination.reads
    return Robustness(weights=weights, samples=samples, seed=seed, by_score=by_score, lists=lists)


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


def _list(
    ranked: RankedList, members: Sequence[Decision], rules: RuleSet, k: int, k_from: str, weights: str, samples: int, seed: int
) -> ListHolds:
    if not members:
        return ListHolds(ranked=ranked, k=k, k_from=k_from)
    own = [rules.criterion(share.criterion).weight for share in _score(members[0]).shares]
    groups = groups_of(own) if weights == ORDER else [range(len(own))]
    alternatives = [alternative_of(member, own) for member in members]
    found = tops(alternatives, drawn(groups, samples=samples, seed=seed), k)
    standings = [_standing(member) for member in members]
    sides = sides_of_cut([one.lower for one in standings], [one.upper for one in standings], k)
    needs = [
        NeedHolds(
            need_id=member.need_id,
            best=standing.best,
            worst=standing.worst,
            side=side,
            top=found.top[at],
            first=found.first[at],
            holds=_holds(alternatives, at, k, groups, found.top[at], samples),
            central=found.central[at],
        )
        for at, (member, standing, side) in enumerate(zip(members, standings, sides, strict=True))
    ]
    names = [share.criterion for share in _score(members[0]).shares]
    criteria = [_weight(name, at, members, alternatives, own, sides, k) for at, name in enumerate(names)]
    return ListHolds(ranked=ranked, k=k, k_from=k_from, needs=needs, criteria=criteria)


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


def _holds(alternatives: Sequence[Alternative], at: int, k: int, groups: Groups, top: Often, samples: int) -> Holds:
    """What is shown for all weights, and what is only seen in the draws, are told apart."""
    if top.certain == samples:
        return Holds.ALWAYS if always_in(alternatives, at, k, groups) else Holds.EVERY_DRAW
    if top.possible == 0:
        return Holds.NEVER if never_in(alternatives, at, k, groups) else Holds.NO_DRAW
    return Holds.ON_THE_LINE if top == Often(certain=0, possible=samples) else Holds.HANGS


def _weight(
    name: str, at: int, members: Sequence[Decision], alternatives: Sequence[Alternative], own: Sequence[int], sides: Sequence[Side], k: int
) -> WeightHolds:
    turns = [_turn(at, sign, members, alternatives, own, sides, k) for sign in (-1, 1)]
    return WeightHolds(criterion=name, weight=own[at], down=turns[0], up=turns[1])


def _turn(
    at: int,
    sign: int,
    members: Sequence[Decision],
    alternatives: Sequence[Alternative],
    own: Sequence[int],
    sides: Sequence[Side],
    k: int,
) -> Turn | None:
    """How far one weight can be lowered or raised, the others fixed. A weight is above 0."""
    standings = [_standing(member) for member in members]
    lower = [
        Rising(before=one.lower[0], score=one.lower[1], slope=sign * has.low[at], after=one.lower[2:])
        for one, has in zip(standings, alternatives, strict=True)
    ]
    upper = [
        Rising(before=one.upper[0], score=one.upper[1], slope=sign * has.high[at], after=one.upper[2:])
        for one, has in zip(standings, alternatives, strict=True)
    ]
    found = turned(lower, upper, k, own[at] if sign < 0 else None)
    if found is None:
        return None
    changes = [
        Change(need_id=member.need_id, before=before, after=after)
        for member, before, after in zip(members, sides, found.sides, strict=True)
        if before is not after
    ]
    return Turn(weight=own[at] + sign * found.steps, changes=changes)
