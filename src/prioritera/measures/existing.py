"""What exists already on a need's question: a need's matches in the catalogue, weighed into one word and the entries behind it."""

from datetime import date

from prioritera.measures.declare import CATALOGUE_STATUS, MEASURES
from prioritera.model.catalogue import Catalogue, Support
from prioritera.model.need import Need, SupportMatch

# From nothing known to work under way: what stands last weighs most.
STATUSES = MEASURES[CATALOGUE_STATUS].words
NONE, AREA_ONLY, CANDIDATE = STATUSES[:3]
_PUBLISHED = ("current", "outdated")


def status(need: Need, catalogue: Catalogue, *, decided_on: date | None) -> str:
    """The weightiest of what the need's matches say: one of the words of the measure.

    A confirmed match to the question counts as its entry's status; an unconfirmed one as a candidate; a match to the area alone as that.
    Work that has ended does not count, nor what begins to count only after `decided_on`; None reads all of the catalogue. What was
    confirmed only after that day was a candidate then.

    Raises:
        KeyError: a match names no entry of the catalogue; such a need is set aside before it is derived from.
    """
    return max((_says(match, catalogue, decided_on) for match in need.support), key=STATUSES.index, default=NONE)


def behind(need: Need, catalogue: Catalogue, *, decided_on: date | None) -> tuple[Support, ...]:
    """The entries that give the status, in the order of the need's matches: confirmed ones on its very question, or none."""
    weightiest = status(need, catalogue, decided_on=decided_on)
    if weightiest in (NONE, AREA_ONLY, CANDIDATE):
        return ()
    return tuple(
        dict.fromkeys(catalogue.entries[match.entry] for match in need.support if _says(match, catalogue, decided_on) == weightiest)
    )


def counts(entry: Support, decided_on: date | None) -> bool:
    """Whether an entry counts on a day: from its own date on, and what has only a year from that year on.

    Without any date, its own or that of the decision, it counts. The year of what is not there yet is when it is expected.

    >>> from prioritera.model.text import Label
    >>> counts(Support(id="s", title=Label(sv="s", en="s"), status="current", since=date(2021, 1, 1)), date(2020, 12, 31))
    False
    """
    if decided_on is None:
        return True
    if entry.since is None and entry.year is not None and entry.status in _PUBLISHED:
        return entry.year <= decided_on.year
    return entry.since is None or entry.since <= decided_on


def _says(match: SupportMatch, catalogue: Catalogue, decided_on: date | None) -> str:
    entry = catalogue.entries[match.entry]
    if not counts(entry, decided_on) or entry.status not in STATUSES:
        return NONE
    if match.covers == "area":
        return AREA_ONLY
    confirmed = match.confirmed and (match.on is None or decided_on is None or match.on <= decided_on)
    return entry.status if confirmed else CANDIDATE
