"""Which sheets a round's step two needs: for each support structure, the needs that concern it and the actors to ask."""

from collections.abc import Iterator

from prioritera.diagnostics import Faults
from prioritera.forms.check import AskedOf, check_book
from prioritera.measures.bodies import MUNICIPALITY, Bodies, bodies
from prioritera.model.need import Need, Origin
from prioritera.model.network import Network
from prioritera.model.outcome import ERROR, MERGED
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.records.actors import ActorNames
from prioritera.records.checks import find_actor
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book


def concerned(result: Result, model: Model) -> tuple[str, ...]:
    """The support structures that some need of the round concerns, in the order of the network."""
    return tuple(rss for rss in bodies(model.network).members if asked_of(result, model, rss))


def check_sheet(result: Result, model: Model, rss: str, language: str) -> Book:
    """The sheet of one support structure, filled with the round's needs.

    Args:
        result: a run: merged needs, with all their wordings.
        model: what it was run with.
        rss: the support structure that documents the meeting.
        language: "sv" or "en".
    """
    round_ = result.round
    above = [
        say(language, "steptwo.above.title", rss=model.network.actors[rss].label.say(language)),
        say(language, "steptwo.above.round", round=round_.label.say(language)),
    ]
    if round_.illustrative is not None:
        above.append(say(language, "steptwo.above.illustrative", text=round_.illustrative.say(language)))
    areas = [area.label.say(language) for area in model.rules.areas if not round_.areas or area.id in round_.areas]
    return check_book(asked_of(result, model, rss, language), above, language, areas=areas)


def asked_of(result: Result, model: Model, rss: str, language: str = "sv") -> tuple[AskedOf, ...]:
    """The needs that concern a support structure, and the actors that are asked of each, by name.

    A municipality is asked once; by its administrations, where some of them have sent needs to the round.
    """
    known = bodies(model.network)
    needs = [one.need for one in result.decisions if one.need is not None and one.outcome not in {MERGED, ERROR}]
    concerning = [need for need in needs if result.round.holder == rss or concerns(need, rss, known)]
    senders = {origin.actor for need in needs for origin in need.origins if origin.actor}
    names = ActorNames(model.network)
    actors = [_name(actor, names, model.network, language) for actor in _asked(rss, senders, known)]
    return tuple(
        AskedOf(need=need.id, title=need.title, wordings=[one.text for one in need.wordings], actors=actors) for need in concerning
    )


def concerns(need: Need, rss: str, known: Bodies) -> bool:
    """Whether somebody within a support structure stands behind a need, or it has come through that structure."""
    return any(rss in origin.through or rss in _structures(origin, known) for origin in need.origins)


def _structures(origin: Origin, known: Bodies) -> set[str]:
    groups = [group for group in (origin.covers, origin.present) if isinstance(group, tuple)]
    actors = [origin.actor, origin.within, *(actor for group in groups for actor in group)]
    return {structure for actor in actors if actor for structure in known.structures_of(actor)}


def _asked(rss: str, senders: set[str], known: Bodies) -> Iterator[str]:
    """The municipalities of a support structure, in the order of the network; the parts of one that have sent needs, in its place."""
    actors = known.network.actors.values()
    for actor in actors:
        if actor.kind == MUNICIPALITY and known.organisation[actor.id] in known.members.get(rss, ()):
            parts = [part.id for part in actors if part.id in senders and actor.id in known.bodies_over(part.id)]
            yield from parts or [actor.id]


def _name(actor: str, names: ActorNames, network: Network, language: str) -> str:
    """What people call an actor, if it means nobody else; its id otherwise."""
    label = network.actors[actor].label.say(language)
    return label if find_actor(names, label, None, Faults()) == actor else actor
