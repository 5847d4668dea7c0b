"""Derive: what follows from a need, its senders, the network and the catalogue. Known where it is certain, otherwise between two ends."""

from collections.abc import Callable, Collection
from datetime import date
from functools import lru_cache

import attrs

from prioritera.frozen import FrozenMap
from prioritera.measures.anchoring import anchoring
from prioritera.measures.bodies import Bodies, bodies
from prioritera.measures.checked import checked
from prioritera.measures.declare import (
    ANCHORING_LEVEL,
    CATALOGUE_STATUS,
    DISTINCT_ORGANISATIONS,
    DISTINCT_RSS,
    EXISTING_CHECKED,
    HIGHEST_LEVEL,
    MEASURES,
    PARTS_PRESENT,
    SHARE_OF_RSS,
)
from prioritera.measures.existing import status
from prioritera.measures.senders import Sender, senders, stands_for
from prioritera.measures.standing import Standing, count_all, count_homes, count_within
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need
from prioritera.model.network import LEVELS, Network
from prioritera.model.value import Between, Known


@attrs.frozen(kw_only=True)
class _Seen:
    """What the measures look at."""

    need: Need
    senders: tuple[Sender, ...]
    bodies: Bodies
    catalogue: Catalogue
    decided_on: date | None

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Whom each sender stands for."""
        return tuple(stands_for(sender, self.bodies) for sender in self.senders)


def derive(
    need: Need, network: Network, catalogue: Catalogue, names: Collection[str], *, decided_on: date | None
) -> FrozenMap[str, Known | Between]:
    """The values of some measures for a need.

    Args:
        need: with senders that the network has, and matches that the catalogue has.
        network: who is part of what.
        catalogue: what exists already.
        names: measures of `MEASURES`.
        decided_on: the date that the catalogue is read at; None reads all of it.

    Returns:
        A value a name, in the order of the names: a count, or the place of a word in an ordered choice, may lie between two ends.

    Raises:
        KeyError: a name is no measure; or a sender or a match is not there, and should have been refused when the need was read.

    >>> from prioritera.model.need import Origin
    >>> from prioritera.model.text import Label
    >>> empty = Network(id="empty", label=Label(sv="tomt", en="empty"), actors={}, channels=())
    >>> need = Need(id="n", title="n", area="disability", origins=[Origin(unknown=True, backing="individual")])
    >>> derive(need, empty, Catalogue(), ["anchoring-level", "highest-level"], decided_on=None)
    FrozenMap({'anchoring-level': Known(value=0), 'highest-level': Between(low=0, high=3)})
    """
    seen = _Seen(need=need, senders=senders(need.origins), bodies=bodies(network), catalogue=catalogue, decided_on=decided_on)
    return FrozenMap((name, COMPUTE[name](seen)) for name in names)


def _organisations(seen: _Seen) -> Known | Between:
    low, high = count_all(seen.standings, seen.bodies.home)
    return _whole(DISTINCT_ORGANISATIONS, low, MEASURES[DISTINCT_ORGANISATIONS].high if high is None else high)


def _rss(seen: _Seen) -> Known | Between:
    return _whole(DISTINCT_RSS, *count_homes(seen.standings, seen.bodies.home, seen.bodies.structures))


def _share(seen: _Seen) -> Known | Between:
    return _whole(SHARE_OF_RSS, *_largest_share(seen.standings, seen.bodies))


@lru_cache(maxsize=4096)
def _largest_share(standings: tuple[Standing, ...], known: Bodies) -> tuple[int, int]:
    counts = [(count_within(standings, members), len(members)) for members in known.members.values()]
    return max((100 * low // of for (low, _), of in counts), default=0), max((100 * high // of for (_, high), of in counts), default=0)


def _parts(seen: _Seen) -> Known | Between:
    question = seen.need.question
    stated = (question.target_group, question.intervention, question.context)
    return Known(frozenset(word for word, text in zip(MEASURES[PARTS_PRESENT].words, stated, strict=True) if text))


def _highest(seen: _Seen) -> Known | Between:
    places = [_levels(sender, seen.bodies) for sender in seen.senders]
    low, high = max(low for low, _ in places), max(high for _, high in places)
    return Known(LEVELS[low]) if low == high else Between(low, high)


def _levels(sender: Sender, known: Bodies) -> tuple[int, int]:
    """The lowest and the highest level that a sender can be of."""
    actors = known.network.actors
    if sender.actor:
        level = LEVELS.index(actors[sender.actor].level)
        return level, level
    of_kind = [LEVELS.index(actor.level) for actor in actors.values() if sender.at_least and sender.of in ("", actor.kind)]
    return min(of_kind, default=0), max(of_kind, default=len(LEVELS) - 1)


def _existing(seen: _Seen) -> Known | Between:
    return Known(status(seen.need, seen.catalogue, decided_on=seen.decided_on))


def _checked(seen: _Seen) -> Known | Between:
    return Known(checked(seen.need, decided_on=seen.decided_on))


def _anchoring(seen: _Seen) -> Known | Between:
    return _whole(ANCHORING_LEVEL, *anchoring(seen.senders, seen.bodies))


def _whole(name: str, low: int, high: int) -> Known | Between:
    """A count, inside the bounds that the measure declares."""
    bound = MEASURES[name].high
    low, high = min(low, bound), min(high, bound)
    return Known(low) if low == high else Between(low, high)


COMPUTE: FrozenMap[str, Callable[[_Seen], Known | Between]] = FrozenMap(
    {
        DISTINCT_ORGANISATIONS: _organisations,
        DISTINCT_RSS: _rss,
        SHARE_OF_RSS: _share,
        PARTS_PRESENT: _parts,
        HIGHEST_LEVEL: _highest,
        CATALOGUE_STATUS: _existing,
        EXISTING_CHECKED: _checked,
        ANCHORING_LEVEL: _anchoring,
    }
)
