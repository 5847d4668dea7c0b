"""Spread: how many municipalities of each support structure stand behind a need, as far as it is known."""

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.measures.bodies import Bodies
from prioritera.measures.declare import DISTINCT_ORGANISATIONS, MEASURES
from prioritera.measures.senders import senders, stands_for
from prioritera.measures.standing import count_all, count_within
from prioritera.model.need import Need

_MANY = MEASURES[DISTINCT_ORGANISATIONS].high


@attrs.frozen(kw_only=True)
class InStructure:
    """The municipalities of one structure that stand behind a need: the least and the most, of all that it has."""

    rss: str
    low: int
    high: int
    of: int


@attrs.frozen(kw_only=True)
class Spread:
    """Distinct organisations from `low` to `high`, None when nothing bounds them; and the structures that may have any of them."""

    low: int
    high: int | None
    structures: tuple[InStructure, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def certain(self) -> int:
        """How many structures that certainly stand behind it by some municipality."""
        return sum(one.low > 0 for one in self.structures)


def spread(need: Need, bodies: Bodies) -> Spread:
    """Who stands behind a need, counted as organisations, never as persons and never as counties.

    Args:
        need: with senders that the network has.
        bodies: who counts as whom.
    """
    standings = [stands_for(sender, bodies) for sender in senders(need.origins)]
    low, most_of_all = count_all(standings, bodies.home)
    # A number that no bound was found for is as large as the measures can count, and says nothing.
    high = None if most_of_all is None or most_of_all >= _MANY else most_of_all
    found = []
    for rss, members in bodies.members.items():
        least, most = count_within(standings, members)
        # A sender that nobody knows may be in any of them, which says nothing of this one.
        if least or (most and high is not None):
            found.append(InStructure(rss=rss, low=least, high=most, of=len(members)))
    return Spread(low=low, high=high, structures=found)
