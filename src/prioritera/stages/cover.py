"""Cover: how complete a round is. Every municipality that could have been asked is in exactly one state, or nothing is recorded of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from prioritera.frozen import FrozenMap
from prioritera.measures.bodies import MUNICIPALITY, Bodies, bodies
from prioritera.measures.senders import senders, stands_for
from prioritera.measures.spread import spread
from prioritera.model.coverage import DRIVER, NO_ANSWER, REPRESENTED, SENT, UNRECORDED, Coverage, InStates, SizeClass, Sources
from prioritera.model.need import Need, Origin
from prioritera.model.network import Actor, Network
from prioritera.model.outcome import ERROR, MERGED
from prioritera.model.result import Decision, Result
from prioritera.model.round import COUNTED_STATES, GROUPS, Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Missing


def cover(result: Result, rules: RuleSet, network: Network, own: str = "") -> Coverage:
    """How complete a round is.

    Args:
        result: a run.
        rules: the areas, the criteria and the field `driver`, where there is one.
        network: the municipalities and their support structures, with populations where they are known.
        own: the support structure that it is told to: its silent municipalities are named. Told to nobody in particular, none is.
    """
    round_, known = result.round, bodies(network)
    kept = [one for one in result.decisions if one.need is not None and one.outcome not in {MERGED, ERROR}]
    needs = [one.need for one in kept if one.need is not None]
    scope = _scope(round_, known, own)
    states = _states(round_, needs, known)
    structures = [_in_structure(rss, round_, states, known) for rss in scope]
    reached = {one.group for one in round_.reached}
    inside = frozenset().union(*(known.members[rss] for rss in scope))
    sizes, without = _sizes(round_, network, inside, states)
    return Coverage(
        own=own,
        whole=_together(structures),
        structures=structures,
        other_structures=len(known.members) - len(structures) if round_.compilations and not own else 0,
        silent=_silent(own, states, known) if own else (),
        areas=_areas(round_, rules, needs),
        kinds=_kinds(needs, network),
        sizes=sizes,
        without_size=without,
        sources=[_sources(need) for need in needs],
        alone=[one.need_id for one in kept if one.need is not None and _is_alone(one, one.need, known)],
        drivers=_drivers(needs) if DRIVER in rules.fields else None,
        reached=round_.reached,
        unrecorded_groups=[group for group in GROUPS if group not in reached],
    )


def _scope(round_: Round, known: Bodies, own: str) -> tuple[str, ...]:
    """The structures whose municipalities it is about: the one it is told to, the holder, those that have sent a compilation, or all."""
    one = own or round_.holder
    compiled = {compilation.rss for compilation in round_.compilations}
    return (one,) if one in known.members else tuple(rss for rss in known.members if rss in compiled or not compiled)


def _states(round_: Round, needs: Sequence[Need], known: Bodies) -> dict[str, str]:
    """The state of each municipality of which something is recorded. Who has sent a need has answered, whatever else is written."""
    found: dict[str, str] = {}
    for origin in (origin for need in needs for origin in need.origins):
        for organisation in _covered(origin, known):
            found.setdefault(organisation, REPRESENTED)
    for response in round_.responses:
        found[known.organisation[response.actor]] = response.state
    for need in needs:
        for sender in senders(need.origins):
            found.update(dict.fromkeys(stands_for(sender, known).named, SENT))
    return {organisation: state for organisation, state in found.items() if organisation in known.municipal}


def _covered(origin: Origin, known: Bodies) -> frozenset[str]:
    """The municipalities that a sender's forum covers: they are represented, though they may not have been there."""
    if isinstance(origin.covers, tuple):
        return known.organisations(origin.covers)
    return (known.speaks_for(origin.actor) or frozenset()) if origin.covers == "all" and origin.actor else frozenset()


def _in_structure(rss: str, round_: Round, states: Mapping[str, str], known: Bodies) -> InStates:
    """A structure's municipalities by state: as its own compilation counts them, otherwise as they are recorded here."""
    counted = [one.municipalities for one in round_.compilations if one.rss == rss and one.municipalities]
    if len(counted) == 1:
        return InStates(rss=rss, counts={state: counted[0].get(state, 0) for state in COUNTED_STATES})
    counts = Counter(states.get(organisation, UNRECORDED) for organisation in known.members[rss])
    return InStates(rss=rss, counts={state: counts[state] for state in COUNTED_STATES})


def _together(structures: Sequence[InStates]) -> InStates:
    return InStates(rss="", counts={state: sum(one.of(state) for one in structures) for state in COUNTED_STATES})


def _silent(own: str, states: Mapping[str, str], known: Bodies) -> list[str]:
    """The structure's municipalities that have not answered, in the order of the network."""
    members = known.members[own]
    found = [actor for actor in known.network.actors.values() if actor.kind == MUNICIPALITY and known.organisation[actor.id] in members]
    return [actor.id for actor in found if states.get(known.organisation[actor.id]) == NO_ANSWER]


def _areas(round_: Round, rules: RuleSet, needs: Sequence[Need]) -> dict[str, int]:
    areas = round_.areas or [area.id for area in rules.areas]
    counts = Counter(need.area for need in needs)
    return {area: counts[area] for area in (*areas, *(area for area in counts if area not in areas))}


def _kinds(needs: Sequence[Need], network: Network) -> dict[str, int]:
    """The senders a kind of actor, each counted once, in the order of the network's kinds."""
    actors = {origin.actor for need in needs for origin in need.origins if origin.actor}
    counts = Counter(network.actors[actor].kind for actor in actors)
    return {kind: counts[kind] for kind in sorted(counts)}


def _sizes(round_: Round, network: Network, inside: frozenset[str], states: Mapping[str, str]) -> tuple[list[SizeClass], int]:
    """The round's size classes, and how many municipalities have no known population. Without limits there are no classes."""
    known = bodies(network)
    people = {
        known.organisation[actor.id]: _population(actor)
        for actor in network.actors.values()
        if actor.kind == MUNICIPALITY and known.organisation[actor.id] in inside
    }
    if not round_.size_limits:
        return [], 0
    lows, highs = (0, *round_.size_limits), (*round_.size_limits, None)
    found = []
    for low, high in zip(lows, highs, strict=True):
        those = [one for one, persons in people.items() if persons is not None and low <= persons and (high is None or persons < high)]
        found.append(SizeClass(low=low, high=high, of=len(those), sent=sum(states.get(one) == SENT for one in those)))
    return found, sum(persons is None for persons in people.values())


def _population(actor: Actor) -> int | None:
    """How many live in a municipality, where the network says."""
    return None if actor.population is None else actor.population.persons


def _sources(need: Need) -> Sources:
    documents = [text for text in (*(one.document for one in need.origins), *(one.document for one in need.evidence)) if text]
    kinds = [*(one.kind for one in need.evidence), *(one.method for one in need.origins if one.method)]
    return Sources(need=need.id, documents=dict.fromkeys(documents), kinds=dict.fromkeys(kinds))


def _is_alone(decision: Decision, need: Need, known: Bodies) -> bool:
    """Whether a need has all of a criterion's points, and comes from a single organisation: a mean of all would hide it (PWC:319)."""
    top = decision.score is not None and any(share.of and share.low == share.of for share in decision.score.shares)
    return top and spread(need, known).high == 1


def _drivers(needs: Sequence[Need]) -> FrozenMap[str, int]:
    """The needs by what drives them, "" for those of which nobody has said."""
    said = [need.facts[DRIVER].value if DRIVER in need.facts else Missing() for need in needs]
    counts = Counter("" if isinstance(value, Missing) else str(value) for value in said)
    return FrozenMap((word, counts[word]) for word in sorted(counts))
