"""Bodies beside a core: whoever else must be counted so that there are enough organisations, structures, municipalities and levels."""

from collections.abc import Iterable, Mapping

import attrs

from prioritera.measures.bodies import Bodies
from prioritera.measures.cores import LOCAL, NATIONAL, Core
from prioritera.measures.declare import ANCHORING_LEVEL, DISTINCT_ORGANISATIONS, DISTINCT_RSS, HIGHEST_LEVEL, MEASURES, SHARE_OF_RSS
from prioritera.model.network import LEVELS

# The least and the greatest wanted of each measure, both ends included; of ordered words, their places.
Ranges = Mapping[str, tuple[int, int]]


@attrs.frozen(kw_only=True)
class _Voice:
    """One body that may be counted beside a core."""

    actor: str
    organisation: str
    home: str
    level: int
    is_municipal: bool


def bodies_beside(core: Core, wanted: Ranges, known: Bodies) -> list[str] | None:
    """Bodies to count beside a core so that there are enough of everything, or None when there are not."""
    tally = _Tally(core, wanted, known)
    for step in (_reach_level, _reach_share, _reach_structures, _reach_organisations):
        if not step(tally):
            return None
    return tally.taken


class _Tally:
    """What is counted so far, and what may still be taken. Each body taken stands for one organisation more."""

    def __init__(self, core: Core, wanted: Ranges, known: Bodies) -> None:
        """Begin with a core."""
        self.known, self.taken, self.organisations = known, list[str](), set(core.organisations)
        # The structures that are counted.
        self.homes = {known.home[one] for one in core.organisations if one in known.home}
        actors = known.network.actors
        self.level = max((LEVELS.index(actors[origin.actor].level) for origin in core.origins), default=-1)
        self.share = wanted.get(SHARE_OF_RSS, (0, 100))
        self.levels = wanted.get(HIGHEST_LEVEL, (0, NATIONAL))
        least, self.most = wanted.get(DISTINCT_ORGANISATIONS, (1, MEASURES[DISTINCT_ORGANISATIONS].high))
        self.least = max(1, least)
        self.structures = wanted.get(DISTINCT_RSS, (0, MEASURES[DISTINCT_RSS].high))
        plain = SHARE_OF_RSS not in wanted and HIGHEST_LEVEL not in wanted and (ANCHORING_LEVEL not in wanted)
        self.voices = _voices(known, municipal_first=plain)

    def share_of(self, structure: str, more: int = 0) -> int:
        """The share of a structure's municipalities, in whole per cent, with so many more."""
        members = self.known.members.get(structure, frozenset())
        return 100 * (len(members & self.organisations) + more) // len(members) if members else 0

    def may_take(self, voice: _Voice) -> bool:
        """Whether a body can be counted without anything becoming too much."""
        return (
            voice.organisation not in self.organisations
            and len(self.organisations) < self.most
            and voice.level <= self.levels[1]
            and (not voice.home or voice.home in self.homes or len(self.homes) < self.structures[1])
            and not (voice.is_municipal and self.share_of(voice.home, 1) > self.share[1])
        )

    def take(self, voices: Iterable[_Voice]) -> bool:
        """Count the first of these that can be counted."""
        found = next((voice for voice in voices if self.may_take(voice)), None)
        if found is not None:
            self.taken.append(found.actor)
            self.organisations.add(found.organisation)
            self.homes.update([found.home] if found.home else [])
            self.level = max(self.level, found.level)
        return found is not None


def _voices(known: Bodies, *, municipal_first: bool) -> list[_Voice]:
    found = [
        _Voice(
            actor=name,
            organisation=organisation,
            home=(home := known.home.get(organisation, "")),
            level=LEVELS.index(actor.level),
            is_municipal=organisation in known.members.get(home, ()),
        )
        for name, actor in known.network.actors.items()
        for organisation in (known.organisation[name],)
    ]
    return sorted(found, key=lambda voice: (voice.level, voice.is_municipal is not municipal_first))


def _reach_level(tally: _Tally) -> bool:
    """Somebody of the highest level wanted: of a new structure where structures are lacking, otherwise of an old one or of none."""
    low = tally.levels[0]
    if tally.level >= low or low == LOCAL:
        return True
    fit = [voice for voice in tally.voices if voice.level >= low]
    lacking = len(tally.homes) < tally.structures[0]
    return tally.take(sorted(fit, key=lambda voice: (voice.home not in tally.homes and bool(voice.home)) is not lacking))


def _reach_share(tally: _Tally) -> bool:
    """As many municipalities of one structure as make the share wanted, the fewest that do."""
    low, high = tally.share
    if not low or any(tally.share_of(structure) >= low for structure in tally.known.members):
        return True
    by_more = sorted(
        (more, structure not in tally.homes, structure)
        for structure, members in tally.known.members.items()
        for more in range(1, len(members) + 1)
        if low <= tally.share_of(structure, more) <= high
    )
    for more, is_new, structure in by_more:
        if len(tally.organisations) + more <= tally.most and not (is_new and len(tally.homes) >= tally.structures[1]):
            inside = [voice for voice in tally.voices if voice.is_municipal and voice.home == structure]
            return all(tally.take(inside) for _ in range(more))
    return False


def _reach_structures(tally: _Tally) -> bool:
    while len(tally.homes) < tally.structures[0]:
        if not tally.take(voice for voice in tally.voices if voice.home and voice.home not in tally.homes):
            return False
    return True


def _reach_organisations(tally: _Tally) -> bool:
    """As many more as are lacking: of old structures or of none, and then of new ones."""
    for voice in sorted(tally.voices, key=lambda voice: bool(voice.home) and voice.home not in tally.homes):
        if len(tally.organisations) >= tally.least:
            break
        tally.take([voice])
    return len(tally.organisations) >= tally.least
