"""Select: after ranking, how many of each list may be proposed. A tie is never split by a cut; what could be on either side is said."""

from collections.abc import Sequence

import attrs

from prioritera.methods.order import Side, sides_of_cut
from prioritera.model.by_id import by_id as first_of
from prioritera.model.result import Decision, RankedList
from prioritera.model.round import Cut


def select(
    decisions: Sequence[Decision], lists: Sequence[RankedList], cuts: Sequence[Cut] = ()
) -> tuple[tuple[Decision, ...], tuple[RankedList, ...]]:
    """Say of each placed need on which side of its list's cut it stands.

    Args:
        decisions: one a record, ranked.
        lists: the ranked lists.
        cuts: the round's cuts; of those that fit a list, the first one written counts.

    Returns:
        The decisions with their side of the cut, and the lists with the cut's k.
    """
    by_id = first_of(decisions)
    sides: dict[str, Side] = {}
    cut_lists = []
    for ranked in lists:
        k = next((cut.k for cut in cuts if _fits(cut, by_id, ranked)), None)
        if k is not None:
            standing = [one for one in (by_id[need].standing for need in ranked.placed) if one is not None]
            cut_sides = sides_of_cut([one.lower for one in standing], [one.upper for one in standing], k)
            sides.update(zip(ranked.placed, cut_sides, strict=True))
        cut_lists.append(attrs.evolve(ranked, k=k))
    return tuple(_on_side(decision, sides.get(decision.need_id)) for decision in decisions), tuple(cut_lists)


def _fits(cut: Cut, by_id: dict[str, Decision], ranked: RankedList) -> bool:
    first = by_id[(*ranked.placed, *ranked.not_placed)[0]]
    area = first.need.area if first.need is not None else ""
    return cut.area in {"", area} and cut.destination in {"", first.destination}


def _on_side(decision: Decision, side: Side | None) -> Decision:
    if side is None or decision.standing is None:
        return decision
    return attrs.evolve(decision, standing=attrs.evolve(decision.standing, side=side))
