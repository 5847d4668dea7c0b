"""Ballots and the orders of small groups become one value a need: points, position points, ranks summed, Borda, Copeland, Kemeny."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm

import attrs

from prioritera.judging.voices import Voices, groups_of, weights
from prioritera.methods.groups import position_points
from prioritera.methods.order import doubled_places
from prioritera.methods.votes import Kemeny, Unranked, borda, copeland, kemeny, pairwise
from prioritera.model.judged import (
    AS_THEY_ARE,
    BALLOTS,
    BELOW,
    BORDA,
    COPELAND,
    EQUAL,
    KEMENY,
    POINTS,
    POSITION_POINTS,
    SUM_OF_RANKS,
    JudgedBy,
)
from prioritera.model.judgement import Judgement, Orders, Votes

Totals = Sequence[Fraction | None]
Ranks = tuple[int | None, ...]


def judged_orders(orders: Orders, rule: JudgedBy, populations: Mapping[str, int]) -> tuple[dict[str, Judgement], Votes | None]:
    """What the orders come to for each candidate, and what there is to say of them all where they are voted on in pairs.

    Args:
        orders: of one round.
        rule: how they become one.
        populations: the inhabitants of organisations, for the voice that counts them.

    >>> from prioritera.model.judgement import Judge
    >>> said = Orders(judges=[Judge("a"), Judge("b")], candidates=["n", "m"], ranks=[[1, 2], [2, 1]])
    >>> found, _ = judged_orders(said, JudgedBy(source="orders", combine="sum-of-ranks"), {})
    >>> [str(found[need].value) for need in ("n", "m")]
    ['3', '3']
    """
    cast = [index for index, ranks in enumerate(orders.ranks) if any(rank is not None for rank in ranks)]
    voting = attrs.evolve(orders, judges=[orders.judges[at] for at in cast], ranks=[orders.ranks[at] for at in cast])
    first, *others = (Voices(voice=voice, groups=rule.groups, populations=populations) for voice in rule.voices)
    enough = len(cast) >= rule.min_answers
    nothing: Totals = [None] * len(orders.candidates)
    totals, votes = _totals(voting, rule, first) if enough else (nothing, None)
    beside = {voices.voice: _totals(voting, rule, voices)[0] if enough else nothing for voices in others}
    by_group = _by_group(voting, rule, first)
    ends = _ends(votes, orders.candidates)
    found = {}
    for at, candidate in enumerate(orders.candidates):
        ranked = sum(ranks[at] is not None for ranks in voting.ranks)
        low, high = ends.get(candidate, (None, None))
        found[candidate] = Judgement(
            value=totals[at] if votes is None or _has_all(votes) else None,
            low=low,
            high=high,
            answered=len(cast) if rule.source == BALLOTS else ranked,
            asked=len(orders.judges),
            chosen=ranked if rule.source == BALLOTS else None,
            beside={voice: values[at] for voice, values in beside.items()},
            by_group={name: (values[at], many) for name, (values, many) in by_group.items()},
        )
    return found, None if votes is None else _named(votes, orders.candidates)


def _totals(orders: Orders, rule: JudgedBy, voices: Voices) -> tuple[Totals, Kemeny | None]:
    """One value a candidate; with Kemeny's orders where these are sought."""
    if rule.combine == POSITION_POINTS:
        within = attrs.evolve(voices, groups=AS_THEY_ARE)
        parts = groups_of(orders.judges).values() if voices.groups == EQUAL else [range(len(orders.judges))]
        placed = [position_points(_points(_some(orders, members), rule, within)) for members in parts]
        return [sum(points, Fraction(0)) for points in zip(*placed, strict=True)], None
    if rule.combine == POINTS:
        return _points(orders, rule, voices), None
    if rule.combine == SUM_OF_RANKS:
        return _rank_sums(orders, voices), None
    own = weights(orders.judges, voices)
    unit = lcm(*(weight.denominator for weight in own))
    counts = [int(weight * unit) for weight in own]
    ballots = [_filled(ranks) for ranks in orders.ranks] if rule.unchosen == BELOW else orders.ranks
    if rule.combine == BORDA:
        return [points / unit for points in borda(ballots, counts, unranked=Unranked.NOTHING)], None
    table = pairwise(ballots, counts)
    return _COMPARED[rule.combine](table)


def _by_copeland(table: Sequence[Sequence[int]]) -> tuple[Totals, Kemeny | None]:
    return copeland(table), None


def _by_kemeny(table: Sequence[Sequence[int]]) -> tuple[Totals, Kemeny | None]:
    """How many candidates stand below each, in the mean of the best orders."""
    found = kemeny(table)
    below = [sum(len(table) - 1 - order.index(at) for order in found.orders) for at in range(len(table))]
    return [Fraction(total, len(found.orders)) for total in below], found


_COMPARED: Mapping[str, Callable[[Sequence[Sequence[int]]], tuple[Totals, Kemeny | None]]] = {COPELAND: _by_copeland, KEMENY: _by_kemeny}


def _points(orders: Orders, rule: JudgedBy, voices: Voices) -> list[Fraction]:
    """The points of ballots: what each place gives, as many times as the voter's voice."""
    # Voters of equal voice are summed in whole numbers.
    by_weight: dict[Fraction, list[int]] = {}
    for ranks, weight in zip(orders.ranks, weights(orders.judges, voices), strict=True):
        totals = by_weight.setdefault(weight, [0] * len(orders.candidates))
        for at, rank in enumerate(ranks):
            if rank is not None:
                totals[at] += rule.points[rank - 1]
    return [sum((weight * totals[at] for weight, totals in by_weight.items()), Fraction(0)) for at in range(len(orders.candidates))]


def _rank_sums(orders: Orders, voices: Voices) -> Totals:
    """The sum of the ranks of each candidate; none for one that an order leaves out, which is no low rank.

    A rank is the place among what the order has, those that share one having the mean of their places. An order that leaves something out
    keeps the gap that it left for it (2 and 3 with the first taken away are still 2 and 3): a blank changes nobody else's rank.
    """
    own = weights(orders.judges, voices)
    placed = [_places(ranks) for ranks in orders.ranks]
    columns = [[places[at] for places in placed] for at in range(len(orders.candidates))]
    known = [[rank for rank in column if rank is not None] for column in columns]
    return [
        sum((weight * rank for weight, rank in zip(own, ranks, strict=True)), Fraction(0)) if len(ranks) == len(own) else None
        for ranks in known
    ]


def _places(ranks: Ranks) -> Sequence[Fraction | None]:
    said = [rank for rank in ranks if rank is not None]
    doubled = doubled_places(said)
    are_means = all(2 * rank == twice for rank, twice in zip(said, doubled, strict=True))
    if len(said) < len(ranks) and not are_means:
        sharing = Counter(said)
        doubled = [max(twice, 2 * rank + sharing[rank] - 1) for rank, twice in zip(said, doubled, strict=True)]
    each = iter(doubled)
    return [None if rank is None else Fraction(next(each), 2) for rank in ranks]


def _filled(ranks: Ranks) -> Ranks:
    """A ballot with what it does not choose below all that it does, side by side."""
    below = max((rank for rank in ranks if rank is not None), default=0) + 1
    return tuple(below if rank is None else rank for rank in ranks)


def _by_group(orders: Orders, rule: JudgedBy, voices: Voices) -> dict[str, tuple[Totals, int]]:
    """What each group alone comes to, and how many of it voted; nothing where there is one group, or where groups are not summed."""
    groups = groups_of(orders.judges)
    if len(groups) < len(("one", "another")) or rule.combine in _COMPARED:
        return {}
    return {name: (_totals(_some(orders, members), rule, voices)[0], len(members)) for name, members in groups.items()}


def _some(orders: Orders, members: Sequence[int]) -> Orders:
    return attrs.evolve(orders, judges=[orders.judges[at] for at in members], ranks=[orders.ranks[at] for at in members])


def _ends(votes: Kemeny | None, candidates: Sequence[str]) -> dict[str, tuple[Fraction, Fraction]]:
    """How low and how high each candidate stands: in the best orders, or anywhere in its knot where not all of these are known."""
    if votes is None:
        return {}
    if _has_all(votes):
        places = [[order.index(at) for order in votes.orders] for at in range(len(candidates))]
    else:
        places = [[] for _ in candidates]
        before = 0
        for knot in votes.knots:
            for at in knot:
                places[at] = [before, before + len(knot) - 1]
            before += len(knot)
    last = len(candidates) - 1
    return {name: (Fraction(last - max(places[at])), Fraction(last - min(places[at]))) for at, name in enumerate(candidates)}


def _has_all(votes: Kemeny) -> bool:
    """Whether every best order is known."""
    return votes.exact and not votes.cut


def _named(votes: Kemeny, candidates: Sequence[str]) -> Votes:
    return Votes(
        cycles=[[candidates[at] for at in cycle] for cycle in votes.cycle],
        orders=[[candidates[at] for at in order] for order in votes.orders],
        exact=votes.exact,
        cut=votes.cut,
    )
