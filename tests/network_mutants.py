"""Mutants of a network: one thing changed in it, at random; and what becomes of each: caught, shown different, or proved equal.

Two networks are equal for a rule set when every errand that its rules can send takes the same ways, there and back, from every actor, and
when everybody counts as the same.
"""

from collections.abc import Callable, Iterator
from itertools import combinations
from random import Random
from typing import Any

import attrs

from prioritera.diagnostics import Severity
from prioritera.graph.build import Graph, build
from prioritera.graph.query import nearest, way
from prioritera.measures.bodies import Bodies, bodies
from prioritera.measures.compute import derive
from prioritera.measures.declare import HIGHEST_LEVEL
from prioritera.model.catalogue import Catalogue
from prioritera.model.need import Need, Origin
from prioritera.model.network import LEVELS, Actor, Channel, Network
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course
from prioritera.verify.errands import Errand, chart, errands, occurs
from prioritera.verify.network import check_network
from rule_mutants_judged import CAUGHT, DIFFERENT, EQUAL, UNDECIDED

DECIDED = ("joint-letter", "top-management")
_NEAR = 12

Mutate = Callable[[Network, Random], Network]
# Every way of an errand from an actor: the approach, the course and the way back, each channel with all that people are told of it.
Ways = dict[tuple[str, str], object]


def network_mutants(network: Network, number: int, seed: int) -> list[tuple[str, Network]]:
    """So many mutants, each different from the network; the same seed gives the same ones."""
    random = Random(seed)  # noqa: S311 -- no secrets: mutants that are the same each time
    found: list[tuple[str, Network]] = []
    while len(found) < number:
        mutate = random.choice(MUTATIONS)
        mutant = mutate(network, random)
        if mutant != network:
            found.append((mutate.__name__.strip("_"), mutant))
    return found


def _some_actor(network: Network, random: Random) -> Actor:
    """An actor, the more channels it has the more often."""
    return network.actors[random.choice([channel.source for channel in network.channels])]


def _actor_unplugged(network: Network, random: Random) -> Network:
    ident = _some_actor(network, random).id
    return attrs.evolve(network, channels=[one for one in network.channels if ident not in {one.source, one.target}])


def _channel(network: Network, random: Random, change: Callable[[Channel], Channel | None]) -> Network:
    """One channel changed, or taken away; those that few others are like are chosen as often as those that many are."""
    kinds = sorted({(one.kind, network.actors[one.source].kind, network.actors[one.target].kind) for one in network.channels})
    chosen = random.choice(kinds)
    alike = [one for one in network.channels if (one.kind, network.actors[one.source].kind, network.actors[one.target].kind) == chosen]
    victim = random.choice(alike)
    channels = [(change(one) if one is victim else one) for one in network.channels]
    return attrs.evolve(network, channels=[one for one in channels if one is not None])


def _channel_removed(network: Network, random: Random) -> Network:
    return _channel(network, random, lambda _: None)


def _channel_reversed(network: Network, random: Random) -> Network:
    return _channel(network, random, lambda one: attrs.evolve(one, source=one.target, target=one.source))


def _channel_narrowed(network: Network, random: Random) -> Network:
    return _channel(network, random, lambda one: attrs.evolve(one, outcomes=sorted(one.outcomes)[1:] or ["new-research"]))


def _channel_timed(network: Network, random: Random) -> Network:
    return _channel(network, random, lambda one: attrs.evolve(one, days=(one.days or 0) + random.randint(1, 30)))


def _channel_freed(network: Network, random: Random) -> Network:
    return _channel(network, random, lambda one: attrs.evolve(one, subject_to="" if one.subject_to else "nsk-s-au"))


def _mandate_removed(network: Network, random: Random) -> Network:
    at = random.randrange(len(network.mandates))
    return attrs.evolve(network, mandates=[*network.mandates[:at], *network.mandates[at + 1 :]])


def _mandate_narrowed(network: Network, random: Random) -> Network:
    at = random.randrange(len(network.mandates))
    mandate = network.mandates[at]
    kept = sorted(mandate.outcomes)
    kept.pop(random.randrange(len(kept)))
    return attrs.evolve(network, mandates=[*network.mandates[:at], attrs.evolve(mandate, outcomes=kept), *network.mandates[at + 1 :]])


def _actor(network: Network, random: Random, change: Callable[[Actor], Actor]) -> Network:
    victim = random.choice(list(network.actors.values()))
    return attrs.evolve(network, actors={**network.actors, victim.id: change(victim)})


def _member_moved(network: Network, random: Random) -> Network:
    structures = [actor.id for actor in network.actors.values() if actor.kind == "rss"]
    return _actor(network, random, lambda one: attrs.evolve(one, member_of=random.choice([(), (random.choice(structures),)])))


def _level_changed(network: Network, random: Random) -> Network:
    return _actor(network, random, lambda one: attrs.evolve(one, level=random.choice(LEVELS)))


def _organisation_changed(network: Network, random: Random) -> Network:
    return _actor(network, random, lambda one: attrs.evolve(one, organisation=random.choice(["", *network.actors])))


MUTATIONS: tuple[Mutate, ...] = (
    *(3 * (_actor_unplugged, _channel_removed, _mandate_removed)),
    _channel_reversed,
    _channel_narrowed,
    _channel_timed,
    _channel_freed,
    _mandate_narrowed,
    _member_moved,
    _level_changed,
    _organisation_changed,
)


@attrs.frozen(eq=False)
class Mapped:
    """A network as a rule set sees it: the ways of all its errands, and who counts as whom."""

    rules: RuleSet
    sent: tuple[Errand, ...]
    network: Network
    ways: Ways
    measures: frozenset[str]
    counted: object


def mapped(rules: RuleSet, network: Network) -> Mapped:
    """The ways of every errand that some need is sent on."""
    charted = chart(rules)
    sent = tuple(errand for errand in errands(charted) if occurs(errand, charted))
    measures = frozenset(field.measure for field in rules.fields.values() if field.measure)
    return Mapped(rules, sent, network, _ways(sent, network), measures, _counted(bodies(network), measures))


def network_fate(old: Mapped, mutant: Network) -> str:
    """What becomes of a mutant."""
    if any(one.severity is Severity.ERROR for one in check_network(old.rules, mutant)):
        return CAUGHT
    if _ways(old.sent, mutant) != old.ways:
        return DIFFERENT
    if _counted(bodies(mutant), old.measures) == old.counted:
        return EQUAL
    return DIFFERENT if _measured_otherwise(old, mutant) else UNDECIDED


def _ways(sent: tuple[Errand, ...], network: Network) -> Ways:
    graph = build(network)
    found: Ways = {}
    asked: dict[object, object] = {}
    for errand in sent:
        layers = tuple(id(graph.layer(outcome=errand.outcome, area=errand.area, back=back)) for back in (False, True))
        key = (errand.course, layers)
        if key not in asked:
            asked[key] = tuple(tuple(_walk(actor, errand, graph)) for actor in network.actors)
        found[errand.rule.id, f"{errand.outcome} {errand.area}"] = asked[key]
    return found


def _walk(actor: str, errand: Errand, graph: Graph) -> Iterator[object]:
    """The approach, the course and the way back of one sender."""
    course, on = errand.course, {"outcome": errand.outcome, "area": errand.area}
    target = _target(actor, course, errand, graph)
    stops = [(waypoint.actor, waypoint.answer) for waypoint in course.via] + ([(target, False)] if target and not course.to.origin else [])
    here = actor
    for onward, answer in stops:
        yield way(graph, here, onward, outcome=on["outcome"], area=on["area"], back=answer)
        here = onward
    source = target if target and not course.to.origin else course.via[-1].actor if course.via else ""
    yield way(graph, source, actor, outcome=on["outcome"], area=on["area"], back=True) if source else None
    for also in course.also:
        if also.target.nearest:
            yield nearest(graph, actor, also.target.nearest, outcome=errand.outcome, area=errand.area)


def _target(actor: str, course: Course, errand: Errand, graph: Graph) -> str:
    if course.to.nearest:
        return nearest(graph, actor, course.to.nearest, outcome=errand.outcome, area=errand.area) or ""
    return course.to.actor or (actor if course.to.origin else "")


def _counted(known: Bodies, measures: frozenset[str]) -> object:
    """Who counts as whom, is part of whom, and is of which kind: all that the measures of the rules ask a network."""
    told = {one.id: _told(one, measures) for one in known.network.actors.values()}
    return known.structures, known.organisation, known.home, known.members, known.municipal, told


def _told(actor: Actor, measures: frozenset[str]) -> object:
    level = actor.level if HIGHEST_LEVEL in measures else ""
    return actor.kind, level, actor.part_of, actor.member_of, actor.other_authority


def _measured_otherwise(old: Mapped, mutant: Network) -> bool:
    """Whether some need of one sender, or of an actor that is otherwise with one or two others, has another measure."""
    networks = old.network, mutant
    for origins in _senders(*networks):
        need = Need(id="n", title="", area=old.rules.areas[0].id, origins=origins)
        one, other = (dict(derive(need, network, Catalogue(), sorted(old.measures), decided_on=None)) for network in networks)
        if one != other:
            return True
    return False


def _senders(old: Network, new: Network) -> Iterator[list[Origin]]:
    """Senders that an actor's change may show in: itself, its neighbours, all of either structure."""
    homes = [{ident: known.home.get(org, "") for ident, org in known.organisation.items()} for known in (bodies(old), bodies(new))]
    changed = [ident for ident in old.actors if old.actors[ident] != new.actors[ident] or homes[0][ident] != homes[1][ident]]
    near = {
        other
        for ident in changed
        for network in (old, new)
        for home in (*network.actors[ident].member_of, network.actors[ident].organisation, network.actors[ident].part_of)
        for other in (one.id for one in network.actors.values() if home and home in {*one.member_of, one.organisation, one.part_of, one.id})
    }
    # Who stands behind a need in a small structure decides together with another authority.
    others = [one.id for one in old.actors.values() if one.other_authority]
    ways: list[dict[str, Any]] = [{"backing": "municipality"}]
    ways += [{"backing": backing, "decided": decided, "covers": "all"} for backing in ("municipality", "all") for decided in DECIDED]
    for way_ in ways:
        yield from ([Origin(actor=ident, **way_)] for ident in sorted({*changed, *near}))
        for ident in changed:
            for first, second in combinations(sorted({*near, *others} - {ident})[:_NEAR], 2):
                yield [Origin(actor=name, **way_) for name in (ident, first, second)]
