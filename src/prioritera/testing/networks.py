"""Networks for a rule set: made up, large enough for its measures, with a way there and back for everybody.

Nobody's network looks like these. All ways go by one body in the middle, so that a test of rules is never about a channel.
"""

from collections.abc import Iterable, Iterator

import attrs
from hypothesis import strategies as st

from prioritera.measures.declare import DISTINCT_ORGANISATIONS, DISTINCT_RSS, SHARE_OF_RSS
from prioritera.measures.made import KINDS, made_network
from prioritera.model.field import Origin
from prioritera.model.network import Actor, Channel, Mandate, Network
from prioritera.model.outcome import CONFLICT, FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Target
from prioritera.model.text import Label
from prioritera.tables.chain import cuts_of

# The body in the middle, which holds the rounds.
HUB = "middle"
# Two ordinary structures and two of a single municipality: enough for every level of anchoring.
_SIZES = (3, 1, 3, 1)
# A structure of so many municipalities has every share in whole per cent.
_EVERY_SHARE = 100


def network_for(rules: RuleSet) -> Network:
    """A network in which needs of every region of the rules can be raised and every course can be walked.

    Args:
        rules: whose destinations and waypoints become actors, beside made municipalities and support structures.

    Returns:
        The same network for the same rules; `check_network` finds nothing wrong with it.

    >>> from prioritera import load_rules
    >>> network = network_for(load_rules("prioritera:sbu-four"))
    >>> [name for name in network.actors if network.actors[name].kind == "rss"]
    ['rss-1', 'rss-2', 'rss-3', 'rss-4']
    """
    highest = _highest(rules)
    sizes = [*_SIZES, *[3] * max(0, highest.get(DISTINCT_RSS, 0) - len(_SIZES))]
    if SHARE_OF_RSS in highest:
        sizes.append(_EVERY_SHARE)
    return dressed(made_network(sizes, associations=highest.get(DISTINCT_ORGANISATIONS, 0), homeless=1), rules)


def networks(rules: RuleSet) -> st.SearchStrategy[Network]:
    """Networks of one to four support structures in which every course of the rules can be walked.

    A small network may have nobody who can be in some region of the rules; `network_for` is one where somebody always can.

    >>> from hypothesis import find
    >>> from prioritera import load_rules
    >>> rules = load_rules("prioritera:sbu-four")
    >>> least = find(networks(rules), lambda network: True)
    >>> [name for name in least.actors if name.startswith(("municipality", "rss"))]
    ['municipality-1', 'rss-1']
    """
    sizes = st.lists(st.integers(1, 5), min_size=1, max_size=4)
    return st.builds(
        lambda sizes, associations, homeless: dressed(made_network(sizes, associations=associations, homeless=homeless), rules),
        sizes,
        st.integers(0, 3),
        st.integers(0, 2),
    )


def dressed(made: Network, rules: RuleSet) -> Network:
    """A made network with the actors of the rules' courses, ways by the middle, and mandates for everything."""
    kinds = {**KINDS, **{kind: Label(sv=kind, en=kind) for kind in _kinds(rules) if kind not in KINDS}}
    actors = {**made.actors, HUB: _actor(HUB, "agency")}
    for name in _named(rules):
        actors.setdefault(name, _actor(name, "agency"))
    for kind in _kinds(rules):
        if all(actor.kind != kind for actor in actors.values()):
            actors[f"{kind}-1"] = _actor(f"{kind}-1", kind)
    takes = [name for name, actor in actors.items() if name in _named(rules) or actor.kind in _kinds(rules)]
    outcomes = [*rules.outcomes, FACT_NEEDED, CONFLICT]
    return attrs.evolve(
        made,
        kinds=kinds,
        actors=actors,
        channels=tuple(_channels(actors.values())),
        mandates=[Mandate(actor=name, outcomes=outcomes) for name in takes],
    )


def _highest(rules: RuleSet) -> dict[str, int]:
    """The highest number of each measure that some condition tells from the one below."""
    cuts = cuts_of(rules)
    found: dict[str, int] = {}
    for name, field in rules.fields.items():
        if field.origin is Origin.DERIVED and name in cuts:
            found[field.measure] = max([found.get(field.measure, 0), *(int(cut) for cut in cuts[name] if cut <= field.high)])
    return found


def _targets(rules: RuleSet) -> Iterator[Target]:
    for course in (rule.then for rule in rules.destination.rules if isinstance(rule.then, Course)):
        yield course.to
        yield from (also.target for also in course.also)
        yield from (Target(actor=waypoint.actor) for waypoint in course.via)


def _named(rules: RuleSet) -> dict[str, None]:
    return dict.fromkeys(target.actor for target in _targets(rules) if target.actor)


def _kinds(rules: RuleSet) -> dict[str, None]:
    return dict.fromkeys(target.nearest for target in _targets(rules) if target.nearest)


def _actor(name: str, kind: str) -> Actor:
    return Actor(id=name, label=Label(sv=f"{name} (påhittad)", en=f"{name} (made up)"), kind=kind, level="national", status="made-up")


def _channels(actors: Iterable[Actor]) -> Iterator[Channel]:
    """Everybody to and from the middle; members of a structure to and from it as well, so that it is the nearest."""
    for actor in actors:
        for other in (*actor.member_of, *((HUB,) if actor.id != HUB else ())):
            yield _channel("raises", actor.id, other)
            yield _channel("answers", other, actor.id)
            if actor.level != "local" and other == HUB:
                yield _channel("forwards", HUB, actor.id)
                yield _channel("answers", actor.id, HUB)


def _channel(kind: str, source: str, target: str) -> Channel:
    return Channel(id=f"{kind}/{source}/{target}", kind=kind, source=source, target=target)
