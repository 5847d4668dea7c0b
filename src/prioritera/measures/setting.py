"""Settings: from wanted measures to what a need would say to have them, with the network and the catalogue that it is read against."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import islice
from typing import Final

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.measures.beside import Ranges
from prioritera.measures.built import OF_SENDERS, has, senders_in, written
from prioritera.measures.cores import MANY, WHOLE
from prioritera.measures.declare import ANCHORING_LEVEL, DISTINCT_ORGANISATIONS, DISTINCT_RSS, MEASURES, PARTS_PRESENT, SHARE_OF_RSS
from prioritera.measures.existing import AREA_ONLY, CANDIDATE, NONE, STATUSES, status
from prioritera.measures.implied import raised
from prioritera.measures.made import ORDINARY, made_network, without_unused
from prioritera.model.catalogue import Catalogue, Support
from prioritera.model.need import FINDINGS, Check, Need, Origin, Question, SupportMatch
from prioritera.model.network import Network
from prioritera.model.text import Label

# A made structure has no more municipalities than this.
LARGEST: Final = 300
# So many made networks are tried, the plainest first, and then it is given up.
_TRIED: Final = 24
_MADE_WHOLE: Final = ("exempel", "exempel", "exempel")


@attrs.frozen(kw_only=True)
class Setting:
    """What a need would say of its senders, its question and what exists already; and what it is read against."""

    origins: tuple[Origin, ...] = attrs.field(converter=frozen_tuple)
    support: tuple[SupportMatch, ...] = attrs.field(converter=frozen_tuple, default=())
    question: Question = attrs.field(factory=Question)
    network: Network
    catalogue: Catalogue = attrs.field(factory=Catalogue)


def made_setting(
    wanted: Ranges,
    *,
    existing: str = NONE,
    parts: Collection[str] = (),
    network: Network | None = None,
    catalogue: Catalogue | None = None,
    decided_on: date | None = None,
) -> Setting | None:
    """A setting in which a need has the wanted measures.

    Args:
        wanted: the least and the greatest of each measure of senders; one that is not named may be anything.
        existing: the word of the measure catalogue-status.
        parts: the words of the measure parts-present.
        network: whose actors are the senders; placeholders when None.
        catalogue: whose entries are matched; a placeholder when None.
        decided_on: the date that the catalogue is read at; None reads all of it.

    Returns:
        The setting, or None when none was found.

    >>> setting = made_setting({"anchoring-level": (3, 3)}, existing="current")
    >>> setting.origins[0].present, [entry.status for entry in setting.catalogue.entries.values()]
    (('municipality-1', 'municipality-2', 'municipality-3'), ['current'])
    """
    matched = matches_for(existing, catalogue, decided_on=decided_on)
    found = _placed(wanted, network)
    if matched is None or found is None:
        return None
    origins, where = found
    return Setting(
        origins=origins,
        support=matched[0],
        question=question_of(parts),
        network=where,
        catalogue=matched[1],
    )


def checks_for(checked: str) -> tuple[Check, ...]:
    """Checks that give a word of the measure existing-checked; none where nobody has looked.

    >>> checks_for("unchecked"), checks_for("gap")[0].found
    ((), 'gap')
    """
    return (Check(where=_MADE_WHOLE[:1], found=checked),) if checked in FINDINGS else ()


def question_of(parts: Collection[str]) -> Question:
    """A question that states these parts and no others.

    >>> question_of(["context"]).context
    'exempel'
    """
    names = ("target_group", "intervention", "context")
    words = MEASURES[PARTS_PRESENT].words
    return Question(**{name: text for name, word, text in zip(names, words, _MADE_WHOLE, strict=True) if word in parts})


def matches_for(
    existing: str, catalogue: Catalogue | None = None, *, decided_on: date | None = None
) -> tuple[tuple[SupportMatch, ...], Catalogue] | None:
    """Matches that give the status, with the catalogue that they match; None when none of its entries does.

    Args:
        existing: a word of the measure catalogue-status.
        catalogue: the entries there are; a placeholder of the right status when None.
        decided_on: the date that the catalogue is read at.

    >>> matches_for("area-only")[0][0].covers
    'area'
    """
    given = Catalogue() if catalogue is None else catalogue
    if existing == NONE:
        return (), given
    if existing not in STATUSES:
        return None
    entries = _placeholder(existing) if catalogue is None else given
    for entry in entries.entries.values():
        covers = "area" if existing == AREA_ONLY else "question"
        match = SupportMatch(entry=entry.id, covers=covers, confirmed=existing not in (AREA_ONLY, CANDIDATE))
        need = Need(id="built", title="built", area="built", origins=(), support=[match])
        if status(need, entries, decided_on=decided_on) == existing:
            return (match,), entries
    return None


def _placeholder(existing: str) -> Catalogue:
    word = "current" if existing in (AREA_ONLY, CANDIDATE) else existing
    label = Label(sv="Kunskapsstöd 1 (påhittat)", en="Support 1 (made up)")
    return Catalogue(entries={"support-1": Support(id="support-1", title=label, status=word)})


def _placed(wanted: Ranges, network: Network | None) -> tuple[tuple[Origin, ...], Network] | None:
    if not wanted.keys() <= set(OF_SENDERS):
        raise ValueError(f"{sorted(wanted.keys() - set(OF_SENDERS))} are no measures of senders")
    if network is not None:
        found = senders_in(wanted, network)
        return None if found is None else (found, network)
    for made in islice(_networks(wanted), _TRIED):
        found = senders_in(wanted, made)
        if found is not None:
            return _shorter(found, wanted, made)
    return None


def _shorter(origins: tuple[Origin, ...], wanted: Ranges, made: Network) -> tuple[tuple[Origin, ...], Network]:
    """The same with only the bodies that are there for something, so that many of a kind can be written as a number."""
    used = {name for origin in origins for name in (origin.actor, *_named(origin.present), *_named(origin.covers))}
    fewer = without_unused(made, used)
    single = [origin.actor for origin in origins if origin.actor and origin.present is None and origin.backing in ("individual", "unit")]
    kept = [origin for origin in origins if origin.actor not in single or origin.present is not None]
    backing = next((origin.backing for origin in origins if origin.actor in single), "")
    grouped = (*kept, *written(single, fewer, backing=backing))
    return next(found for found in (grouped, origins) if has(found, wanted, fewer)), fewer


def _named(who: tuple[str, ...] | int | str | None) -> tuple[str, ...]:
    return who if isinstance(who, tuple) else ()


def _networks(wanted: Ranges) -> Iterator[Network]:
    """Made networks in which there might be such senders, those of ordinary structures first."""
    least = raised(
        {name: low for name, (low, _) in wanted.items() if name in (ANCHORING_LEVEL, DISTINCT_ORGANISATIONS, DISTINCT_RSS, SHARE_OF_RSS)}
    )
    structures = max(1, least[DISTINCT_RSS])
    extra = {"associations": least[DISTINCT_ORGANISATIONS], "homeless": 1}
    for first in _sizes(wanted):
        yield from (
            made_network(sizes, **extra)
            for sizes in dict.fromkeys((first, *[others] * (structures - 1)) for others in (ORDINARY, first, 1))
        )


def _sizes(wanted: Ranges) -> Iterator[int]:
    """How many municipalities the first structure may have so that some number of them is the share wanted."""
    if SHARE_OF_RSS not in wanted:
        yield from (ORDINARY, 1, ORDINARY + 1)
        return
    low, high = wanted[SHARE_OF_RSS]
    most = wanted.get(DISTINCT_ORGANISATIONS, (0, LARGEST))[1]
    least, last = wanted.get(ANCHORING_LEVEL, (0, 0))
    sizes = (ORDINARY, 1, 2, *range(ORDINARY + 1, LARGEST + 1))
    for size in sizes:
        needed = min(_needed(level, size) for level in range(least, last + 1))
        # The fewest municipalities of which the share is not too small; then it must not be too large.
        count = max(needed, -(-low * size // 100))
        if count <= min(most, size) and 100 * count // size <= high:
            yield size


def _needed(level: int, size: int) -> int:
    """How many municipalities of a structure it takes, at least, for a need to be anchored at a level; of a small one its own is enough."""
    if level < MANY or size < ORDINARY:
        return int(level >= MANY)
    return (size + 1) // 2 if level == WHOLE else ORDINARY
