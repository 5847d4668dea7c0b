"""A person's choice in the grey zone of a selection: what it takes in, and what it leaves no room for. Nothing else changes its side."""

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from prioritera.frozen import FrozenMap
from prioritera.methods.limits import Limits, is_within
from prioritera.methods.order import Side
from prioritera.model.selection import Pick
from prioritera.reading.ids import same_id_key

NOT_GREY, TOO_MANY = "not-grey", "too-many"
Refused = FrozenMap[str, tuple[str, ...]]


def choose_grey(
    picks: Sequence[Pick], chosen: Sequence[str], limits: Mapping[str, Limits] | None = None, size: int | None = None
) -> tuple[tuple[Pick, ...], Refused]:
    """The picks as a person has chosen among those in the grey zone.

    Args:
        picks: every need of a selection, as the limits alone place it.
        chosen: the ids of those that were chosen.
        limits: of every group; None in a union, where as many may be chosen as there are.
        size: how many there may be in all.

    Returns:
        The picks, and the ids that cannot be chosen by why; with any such the picks are as they came.
    """
    grey = {same_id_key(pick.need): pick for pick in picks if pick.side is Side.GREY_ZONE}
    wanted = tuple(dict.fromkeys(same_id_key(name) for name in chosen))
    if strange := tuple(name for name in chosen if same_id_key(name) not in grey):
        return tuple(picks), FrozenMap({NOT_GREY: strange})
    taken = Counter(pick.group for pick in picks if pick.side is Side.INSIDE) + Counter(grey[name].group for name in wanted)
    if limits is not None and not is_within(taken, limits, size):
        return tuple(picks), FrozenMap({TOO_MANY: tuple(chosen)})
    found = []
    for pick in picks:
        if pick.side is not Side.GREY_ZONE:
            found.append(pick)
        elif same_id_key(pick.need) in wanted:
            found.append(attrs.evolve(pick, side=Side.INSIDE, by_hand=True))
        elif wanted and limits is not None and not is_within(taken + Counter([pick.group]), limits, size):
            found.append(attrs.evolve(pick, side=Side.OUTSIDE, by_hand=True))
        else:
            found.append(pick)
    return tuple(found), FrozenMap()
