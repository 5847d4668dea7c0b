"""Which municipalities stand behind a need, and which an offer serves. A municipality that is a region too is one organisation."""

from collections.abc import Iterable, Sequence

import attrs

from prioritera.measures.bodies import Bodies
from prioritera.model.need import Origin
from prioritera.model.offers import Offer

Municipalities = frozenset[str]


@attrs.frozen
class Places:
    """The organisations of the municipalities that a need comes from, or may come from.

    `open` says that it may come from elsewhere too: a sender is unknown, or speaks for no municipality in particular.
    """

    municipalities: Municipalities
    open: bool


def places_of(origins: Sequence[Origin], bodies: Bodies) -> Places:
    """Where a need comes from, by its senders. Of "at least two of a support structure" it may come from any of its members.

    A forum counts as those who were present where they are named, otherwise those it covers, otherwise all its sender speaks for.
    """
    found = [_of(origin, bodies) for origin in origins]
    known = [one for one in found if one is not None]
    return Places(frozenset().union(*known), not known or len(known) < len(found))


def _of(origin: Origin, bodies: Bodies) -> Municipalities | None:
    named = next((who for who in (origin.present, origin.covers) if isinstance(who, tuple)), ())
    if named:
        return municipalities_of(named, bodies)
    sender = origin.actor or origin.within
    return (municipalities_of([sender], bodies) or None) if sender else None


def served_by(offer: Offer, bodies: Bodies) -> Municipalities | None:
    """The municipalities that an offer serves; None when it does not say."""
    if offer.serves is None:
        return None
    return bodies.municipal if offer.serves == "all" else municipalities_of(offer.serves, bodies)


def municipalities_of(actors: Iterable[str], bodies: Bodies) -> Municipalities:
    """The municipalities that some actors are, or speak for: a support structure and its networks for its members, others for nobody."""
    found: set[str] = set()
    for actor in actors:
        organisation = bodies.organisation[actor]
        own = {organisation} if organisation in bodies.municipal else bodies.speaks_for(actor)
        found.update(own or ())
    return frozenset(found)
