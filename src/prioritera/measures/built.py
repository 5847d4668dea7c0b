"""Senders with wanted measures: from how many there shall be, of which structures, how well anchored, to origins that a need can have.

The search proposes, and the measures themselves confirm: what is given has exactly what was wanted.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from prioritera.measures.beside import Ranges, bodies_beside
from prioritera.measures.bodies import bodies
from prioritera.measures.compute import derive
from prioritera.measures.cores import LOCAL, REGIONAL, Limits, cores
from prioritera.measures.declare import ANCHORING_LEVEL, DISTINCT_ORGANISATIONS, DISTINCT_RSS, HIGHEST_LEVEL, MEASURES, SHARE_OF_RSS
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need, Origin
from prioritera.model.network import LEVELS, Network
from prioritera.model.value import Between, Known

OF_SENDERS: Final = (DISTINCT_ORGANISATIONS, DISTINCT_RSS, SHARE_OF_RSS, HIGHEST_LEVEL, ANCHORING_LEVEL)
# More senders of one kind than this are written as a number, where the network has no others of that kind.
FEW: Final = 3
# A municipality, when nothing is wanted of the anchoring; nobody in particular, when that does not do.
_PLAIN = (2, 0)
_UNIT = 1
# So many cores are tried a level, and then it is given up.
_TRIED: Final = 64


def senders_in(wanted: Ranges, network: Network) -> tuple[Origin, ...] | None:
    """Senders of a network whose measures lie in the wanted ranges, each of them certain.

    Args:
        wanted: ranges of measures of senders; one that is not named may be anything.
        network: who there is.

    Returns:
        The senders, or None when the search finds none; there may be some all the same.

    >>> from prioritera.measures.made import made_network
    >>> [origin.actor for origin in senders_in({"anchoring-level": (2, 2), "distinct-rss": (1, 1)}, made_network([3]))]
    ['municipality-1']
    """
    known = bodies(network)
    share = wanted.get(SHARE_OF_RSS, (0, 100))
    most = wanted.get(DISTINCT_ORGANISATIONS, (1, MEASURES[DISTINCT_ORGANISATIONS].high))[1]
    limits = Limits(share=share, levels=_levels(wanted), most=most)
    low, high = wanted.get(ANCHORING_LEVEL, (0, -1))
    for level in range(low, high + 1) or _PLAIN:
        for core in islice(cores(level, limits, known), _TRIED):
            beside = bodies_beside(core, wanted, known)
            if beside is not None:
                found = (*core.origins, *written(beside, network, backing="unit" if level == _UNIT else "individual"))
                if has(found, wanted, network):
                    return found
    return None


def has(origins: Sequence[Origin], wanted: Ranges, network: Network) -> bool:
    """Whether a need with these senders has every wanted measure, for certain."""
    need = Need(id="built", title="built", area="built", origins=origins)
    found = derive(need, network, Catalogue(), tuple(wanted), decided_on=None)
    return all(low <= _place(found[name]) <= high for name, (low, high) in wanted.items())


def _place(value: Known | Between) -> int:
    """The number, or the place of the level; -1 of what is not certain."""
    if isinstance(value, Between):
        return -1
    return LEVELS.index(value.value) if isinstance(value.value, str) else int(str(value.value))


def written(voices: Sequence[str], network: Network, *, backing: str) -> list[Origin]:
    """The senders of some bodies: each by itself, or as many of a kind where they are all that there are."""
    by_kind: dict[str, list[str]] = {}
    for name in voices:
        by_kind.setdefault(network.actors[name].kind, []).append(name)
    found = []
    for kind, names in by_kind.items():
        every = sum(actor.kind == kind for actor in network.actors.values())
        if len(names) > FEW and len(names) == every and kind in network.kinds:
            found.append(Origin(at_least=every, of=kind, backing=backing))
        else:
            found.extend(Origin(actor=name, backing=backing) for name in names)
    return found


def _levels(wanted: Ranges) -> tuple[int, ...]:
    """The levels that senders may be of besides local ones, those first that are worth trying first."""
    if HIGHEST_LEVEL not in wanted:
        return (REGIONAL,)
    low, high = wanted[HIGHEST_LEVEL]
    return tuple(level for level in range(low, high + 1) if level != LOCAL)
