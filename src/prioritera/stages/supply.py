"""Supply against needs: who could take each need by area, place and kind of support, where nobody can, and where several do the same.

Nothing is guessed: an offer that does not say its areas or whom it serves is "not said", and is shown apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from prioritera.measures.bodies import MUNICIPALITY, RSS, Bodies, bodies
from prioritera.measures.places import Places, places_of, served_by
from prioritera.model.network import Network
from prioritera.model.offers import Offer, Offers
from prioritera.model.result import Decision, Result
from prioritera.model.supply import MANY, Crowd, Fits, Match, NeedSupply, Supply, Turn

DIRECTORS = "directors-network"


def supply(result: Result, network: Network) -> Supply:
    """Who could take each need of a run.

    Args:
        result: of a round with offers; without any, only mandates are told of.
        network: the one that the round was judged by.

    Returns:
        One entry a need that is its own; records that were set aside or merged are named apart. An actor that was not there on the day
        of the decision takes nothing.
    """
    offers = result.round.offers
    there = {offer.id: _is_there(offer, network, result.decided_on) for offer in offers.offers}
    open_offers = [offer for offer in offers.offers if there[offer.id]]
    counted = bodies(network)
    own = [decision for decision in result.decisions if decision.need is not None and not decision.merged_into]
    where = {decision.need_id: places_of(decision.need.origins, counted) for decision in own if decision.need is not None}
    found = [_need(decision, where[decision.need_id], offers, open_offers, counted) for decision in own]
    return Supply(
        needs=found,
        crowds=_crowds(open_offers),
        turns=_turns(frozenset().union(*(one.municipalities for one in where.values())), open_offers, counted),
        not_said=[offer for offer in open_offers if None in (offer.areas, offer.serves, offer.kinds)],
        gone=[offer for offer in offers.offers if not there[offer.id]],
        left_out=[decision.need_id for decision in result.decisions if decision not in own],
    )


def _is_there(offer: Offer, network: Network, on: date | None) -> bool:
    return on is None or network.actors[offer.actor].was_there_on(on)


def _need(decision: Decision, where: Places, offers: Offers, listed: Iterable[Offer], counted: Bodies) -> NeedSupply:
    area = decision.need.area if decision.need is not None else ""
    matches = [
        Match(
            offer=offer,
            area=_area(offer, area, offers),
            place=_place(served_by(offer, counted), where, everybody=offer.serves == "all"),
            kind=_kind(offer, decision, offers),
        )
        for offer in listed
    ]
    mandated, others = _mandated(decision, area, where, counted)
    return NeedSupply(
        need_id=decision.need_id,
        title=decision.title,
        area=area,
        outcome=decision.outcome,
        mandated=mandated,
        others_mandated=others,
        can=[match for match in matches if match.can],
        may=[match for match in matches if match.may],
    )


def _area(offer: Offer, area: str, offers: Offers) -> Fits:
    if offer.areas is None:
        return Fits.NOT_SAID
    if area in offer.areas:
        return Fits.YES
    return Fits.NOT_KNOWN if area in offers.open_areas else Fits.NO


def _place(served: frozenset[str] | None, where: Places, *, everybody: bool) -> Fits:
    if served is None:
        return Fits.NOT_SAID
    if everybody or (where.municipalities <= served and not where.open):
        return Fits.YES
    if where.municipalities & served:
        return Fits.PART
    return Fits.NOT_KNOWN if where.open else Fits.NO


def _kind(offer: Offer, decision: Decision, offers: Offers) -> Fits:
    """Whether one of the offer's kinds answers to what is known of the need. One that is not said to answer to anything tells nothing."""
    if offer.kinds is None:
        return Fits.NOT_SAID
    asked = [_meets(offers.kinds[kind].meets, decision) for kind in offer.kinds]
    return next((fits for fits in (Fits.YES, Fits.NOT_KNOWN) if fits in asked), Fits.NO)


def _meets(meets: Mapping[str, tuple[str, ...]], decision: Decision) -> Fits:
    words = {field: _words(decision, field) for field in meets}
    if any(set(meets[field]) & said for field, said in words.items()):
        return Fits.YES
    return Fits.NO if meets and all(words.values()) else Fits.NOT_KNOWN


def _words(decision: Decision, field: str) -> frozenset[str]:
    """What a need says of a field, as words; none where it says nothing."""
    value = decision.values.get(field)
    if isinstance(value, str):
        return frozenset([value])
    return value if isinstance(value, frozenset) else frozenset()


def _mandated(decision: Decision, area: str, where: Places, counted: Bodies) -> tuple[tuple[str, ...], int]:
    """The actors with a mandate; of the support structures only those of the need's senders, and how many others there are."""
    network = counted.network
    mandated = [actor for actor in network.actors.values() if network.has_mandate(actor.id, decision.outcome, area)]
    homes = {counted.home[one] for one in where.municipalities if one in counted.home}
    near = tuple(actor.id for actor in mandated if actor.kind != RSS or actor.id in homes)
    return near, len(mandated) - len(near)


def _crowds(offers: Iterable[Offer]) -> Iterator[Crowd]:
    """The areas and kinds of support that several actors offer."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for offer in offers:
        for area in offer.areas or ():
            for kind in offer.kinds or ("",):
                found.setdefault((area, kind), {})[offer.actor] = None
    return (Crowd(area=area, kind=kind, actors=actors) for (area, kind), actors in sorted(found.items()) if len(actors) >= MANY)


def _turns(municipalities: frozenset[str], offers: Iterable[Offer], counted: Bodies) -> list[Turn]:
    """Where each municipality turns; those with the same answer together, in the order of the network."""
    network = counted.network
    served = [(offer, served_by(offer, counted)) for offer in offers]
    by_structure: dict[str, tuple[str, ...]] = {}
    for actor in network.actors.values():
        if actor.kind == DIRECTORS:
            for structure in actor.member_of:
                by_structure[structure] = (*by_structure.get(structure, ()), actor.id)
    together: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for actor in network.actors.values():
        organisation = counted.organisation[actor.id]
        if organisation in municipalities and actor.kind == MUNICIPALITY:
            structures = counted.structures_of(actor.id)
            offered = tuple(offer.id for offer, whom in served if whom is not None and organisation in whom)
            together.setdefault((structures, offered), []).append(actor.id)
    by_id = {offer.id: offer for offer, _ in served}
    return [
        Turn(
            municipalities=names,
            structures=structures,
            networks=[name for structure in structures for name in by_structure.get(structure, ())],
            offers=[by_id[ident] for ident in offered],
        )
        for (structures, offered), names in together.items()
    ]
