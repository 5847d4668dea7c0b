"""Many orders to one: Borda, Copeland and Kemeny. Cycles and ties are part of the answer.

A ballot is an order with ties: one rank a candidate, 1 the best; None is a candidate that the ballot does not rank, which says nothing of
it. Ballots may carry a weight, such as how many cast it.
"""

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

import attrs

from prioritera.methods.finite import check_finite

Ballot = Sequence[int | None]
# Beyond so many candidates in one knot the exact order is not sought, and that is said.
MOST_EXACT = 15
_HALF = Fraction(1, 2)


class Unranked(StrEnum):
    """What Borda does with a ballot that leaves candidates out.

    "nothing" (truncated, pessimistic): they get nothing, and the ranked stand before all of them. "shared" (averaged): they share the
    places that are left. "modified" (the modified Borda count): they get nothing, and the ranked get points for those ranked below alone,
    and one each for having been ranked, so that a longer ballot says more.
    """

    NOTHING = "nothing"
    SHARED = "shared"
    MODIFIED = "modified"


def pairwise(ballots: Sequence[Ballot], weights: Sequence[int] | None = None) -> tuple[tuple[int, ...], ...]:
    """How many voters put each candidate strictly before each other. A ballot compares only candidates that it ranks, both of them.

    Args:
        ballots: all of as many candidates.
        weights: how many cast each ballot; one each when None.

    Raises:
        ValueError: the ballots are of different lengths, a rank is not finite, or a weight is below 0 or not finite.

    >>> pairwise([[1, 2], [1, 2], [2, 1], [1, None]])
    ((0, 2), (1, 0))
    """
    counts = _weights(ballots, weights)
    many = range(len(ballots[0]) if ballots else 0)
    table = [[0] * len(many) for _ in many]
    for ballot, count in zip(ballots, counts, strict=True):
        ranked = [(rank, candidate) for candidate, rank in enumerate(ballot) if rank is not None]
        for (rank, one), (other_rank, other) in combinations(ranked, 2):
            if rank != other_rank:
                first, second = (one, other) if rank < other_rank else (other, one)
                table[first][second] += count
    return tuple(tuple(row) for row in table)


def borda(
    ballots: Sequence[Ballot], weights: Sequence[int] | None = None, *, unranked: Unranked = Unranked.NOTHING
) -> tuple[Fraction, ...]:
    """Borda points: on each ballot, how many candidates stand below, those beside counting half (n - 1 to 0; the tournament count of ties).

    Args:
        ballots: all of as many candidates.
        weights: how many cast each ballot.
        unranked: what is done with a ballot that leaves candidates out.

    Raises as `pairwise`, and where `unranked` is none of its words.

    Source: Borda (1784); for incomplete ballots Emerson (2013), The original Borda count and partial voting, Social Choice and Welfare 40.

    >>> borda([[1, 2, 3], [1, 3, 2], [2, 1, None]])
    (Fraction(5, 1), Fraction(3, 1), Fraction(1, 1))
    """
    counts, unranked = _weights(ballots, weights), Unranked(unranked)
    points = [Fraction(0)] * (len(ballots[0]) if ballots else 0)
    for ballot, count in zip(ballots, counts, strict=True):
        left = [candidate for candidate, rank in enumerate(ballot) if rank is None]
        for candidate, rank in enumerate(ballot):
            if rank is None:
                given = Fraction(len(left) - 1, 2) if unranked is Unranked.SHARED else Fraction(0)
            else:
                others = [other for index, other in enumerate(ballot) if other is not None and index != candidate]
                below = sum(other > rank for other in others) + (1 if unranked is Unranked.MODIFIED else len(left))
                given = below + Fraction(sum(other == rank for other in others), 2)
            points[candidate] += given * count
    return tuple(points)


def dowdall(ballots: Sequence[Ballot], weights: Sequence[int] | None = None) -> tuple[Fraction, ...]:
    """Dowdall points (Nauru): 1 for the first place of a ballot, 1/2 for the second, 1/3 for the third and so on.

    Those who share a rank share the points of the places that they take; a candidate that a ballot leaves out gets nothing of it.
    Args and raises as `pairwise`.

    Source: Fraenkel & Grofman (2014), The Borda count and its real-world alternatives, Australian Journal of Political Science 49(2).

    >>> dowdall([[1, 2, 3], [2, 1, None]])
    (Fraction(3, 2), Fraction(3, 2), Fraction(1, 3))
    """
    points = [Fraction(0)] * (len(ballots[0]) if ballots else 0)
    for ballot, count in zip(ballots, _weights(ballots, weights), strict=True):
        ranked = [rank for rank in ballot if rank is not None]
        for candidate, rank in enumerate(ballot):
            if rank is not None:
                before, beside = sum(other < rank for other in ranked), ranked.count(rank)
                shared = sum((Fraction(1, place) for place in range(before + 1, before + beside + 1)), Fraction(0))
                points[candidate] += shared * count / beside
    return tuple(points)


def copeland(table: Sequence[Sequence[int]], *, draw: Fraction = _HALF) -> tuple[Fraction, ...]:
    """Copeland scores: one a candidate beaten by a majority, half one for a draw.

    Args:
        table: as `pairwise` gives it.
        draw: what a draw counts as, 0 to 1: 1/2 is Copeland's own order (wins less losses come to the same), 0 counts wins alone, and 1 is
            Llull's count.

    Raises:
        ValueError: the table is not of as many rows as columns, a number of it is not finite, or a draw is not 0 to 1.

    Source: Copeland (1951), A reasonable social welfare function; Faliszewski et al. (2009), Llull and Copeland voting, JAIR 35, for the
    family.

    >>> copeland(((0, 3, 1), (1, 0, 2), (1, 2, 0)))
    (Fraction(3, 2), Fraction(1, 2), Fraction(1, 1))
    >>> copeland(((0, 3, 1), (1, 0, 2), (1, 2, 0)), draw=Fraction(0))
    (Fraction(1, 1), Fraction(0, 1), Fraction(0, 1))
    """
    _check_table(table)
    if not 0 <= draw <= 1:
        raise ValueError(f"a draw counts as {draw}; expected 0 to 1")
    others = [[other for other in range(len(table)) if other != one] for one in range(len(table))]
    won = [sum(table[one][other] > table[other][one] for other in others[one]) for one in range(len(table))]
    drawn = [sum(table[one][other] == table[other][one] for other in others[one]) for one in range(len(table))]
    return tuple(wins + draw * draws for wins, draws in zip(won, drawn, strict=True))


@attrs.frozen(kw_only=True)
class Kemeny:
    """The orders with the most support: `support` is how many single preferences agree with one. `exact` says whether none is missed.

    `orders` are candidates by index, the best first, in lexicographic order; at most `most` of them are kept, and `cut` says that there
    are more. `cycle` holds the candidates of every majority cycle, and `knots` all candidates in the groups that every best order takes one
    after the other.
    """

    support: int
    orders: tuple[tuple[int, ...], ...]
    exact: bool
    cut: bool
    cycle: tuple[tuple[int, ...], ...]
    knots: tuple[tuple[int, ...], ...] = ()


def kemeny(table: Sequence[Sequence[int]], *, most: int = 20) -> Kemeny:
    """The orders that agree with the most preferences.

    Candidates are parted into knots that no majority cycle joins; every best order goes knot by knot where the majorities between them are
    strict (Truchon 1998, extended Condorcet), and each knot is solved exactly up to MOST_EXACT candidates by dynamic programming over
    subsets. A larger knot is ordered by Copeland and improved by single moves, and the answer is not exact.

    Args:
        table: as `pairwise` gives it.
        most: how many best orders are kept.

    Raises:
        ValueError: the table is not of as many rows as columns, or a number of it is not finite.

    Source: Kemeny (1959), Mathematics without numbers; Young (1988), Condorcet's theory of voting.

    >>> kemeny(((0, 33, 25), (27, 0, 42), (35, 18, 0))).orders
    ((1, 2, 0),)
    """
    _check_table(table)
    knots = _knots(table)
    solved = [_solved(knot, table, most) for knot in knots]
    orders: list[tuple[int, ...]] = [()]
    cut = any(more for _, _, more in solved)
    for found, _, _ in solved:
        orders = [(*before, *order) for before in orders for order in found]
        cut = cut or len(orders) > most
        orders = orders[:most]
    return Kemeny(
        support=_support(orders[0], table),
        orders=tuple(sorted(orders)),
        exact=all(exact for _, exact, _ in solved),
        cut=cut,
        cycle=tuple(knot for knot in knots if len(knot) > 2 and _has_cycle(knot, table)),  # noqa: PLR2004 -- two cannot make a cycle
        knots=tuple(knots),
    )


def _weights(ballots: Sequence[Ballot], weights: Sequence[int] | None) -> Sequence[int]:
    if len({len(ballot) for ballot in ballots}) > 1:
        raise ValueError(f"ballots are of {sorted({len(ballot) for ballot in ballots})} candidates; expected as many on each")
    counts = weights if weights is not None else [1] * len(ballots)
    check_finite([*counts, *(rank for ballot in ballots for rank in ballot)])
    if any(count < 0 for count in counts):
        raise ValueError(f"weights are {list(counts)}; expected none below 0")
    return counts


def _check_table(table: Sequence[Sequence[int]]) -> None:
    if any(len(row) != len(table) for row in table):
        raise ValueError(f"rows are of {[len(row) for row in table]} candidates; expected {len(table)} in each")
    check_finite(number for row in table for number in row)


def _support(order: Sequence[int], table: Sequence[Sequence[int]]) -> int:
    return sum(table[one][other] for one, other in combinations(order, 2))


def _has_cycle(knot: Sequence[int], table: Sequence[Sequence[int]]) -> bool:
    """Whether strict majorities alone lead round inside a knot."""
    left = set(knot)
    while free := {one for one in left if not any(table[other][one] > table[one][other] for other in left)}:
        left -= free
    return bool(left)


def _knots(table: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """The candidates in groups, the best first: in each pair of groups every candidate of the first beats every one of the second."""
    left = list(range(len(table)))
    knots = []
    while left:
        # The least set that beats all outside it: grown from one who beats most, by whoever is not beaten by all in it.
        knot = {max(left, key=lambda one: (sum(table[one][other] > table[other][one] for other in left), -one))}
        while more := {other for other in left if other not in knot and any(table[one][other] <= table[other][one] for one in knot)}:
            knot |= more
        knots.append(tuple(sorted(knot)))
        left = [one for one in left if one not in knot]
    return knots


def _solved(knot: Sequence[int], table: Sequence[Sequence[int]], most: int) -> tuple[list[tuple[int, ...]], bool, bool]:
    """The best orders of a knot, whether they are exact, and whether there are more than are kept."""
    if len(knot) > MOST_EXACT:
        return [_improved(knot, table)], False, False
    many = len(knot)
    gain = [[table[one][other] for other in knot] for one in knot]
    best = [0] * (1 << many)
    # best[S]: the most support that the candidates of S can have among themselves; the last of them is beaten by all others in S.
    for members in range(1, 1 << many):
        inside = [index for index in range(many) if members >> index & 1]
        best[members] = max(best[members & ~(1 << last)] + sum(gain[one][last] for one in inside) for last in inside)
    orders: list[tuple[int, ...]] = []
    waiting: list[tuple[int, tuple[int, ...]]] = [((1 << many) - 1, ())]
    while waiting and len(orders) <= most:
        members, after = waiting.pop()
        inside = [index for index in range(many) if members >> index & 1]
        if not inside:
            orders.append(tuple(knot[index] for index in after))
            continue
        for last in inside:
            rest = members & ~(1 << last)
            if best[rest] + sum(gain[one][last] for one in inside) == best[members]:
                waiting.append((rest, (last, *after)))
    return sorted(orders[:most]), True, len(orders) > most


def _improved(knot: Sequence[int], table: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """A good order of a large knot: by Copeland, then every single move that gains is made until none does."""
    inner = [[table[one][other] for other in knot] for one in knot]
    scores = copeland(inner)
    order = [knot[index] for index in sorted(range(len(knot)), key=lambda index: (-scores[index], index))]
    moved = True
    while moved:
        moved = False
        for start in range(len(order)):
            one = order[start]
            rest = order[:start] + order[start + 1 :]
            places = range(len(rest) + 1)
            best = max(places, key=lambda place: (_at(one, place, rest, table), -abs(place - start)))
            if _at(one, best, rest, table) > _at(one, start, rest, table):
                order = [*rest[:best], one, *rest[best:]]
                moved = True
    return tuple(order)


def _at(one: int, place: int, rest: Sequence[int], table: Sequence[Sequence[int]]) -> int:
    """The support of one candidate at a place among the others."""
    return sum(table[other][one] for other in rest[:place]) + sum(table[one][other] for other in rest[place:])
