"""A network is bound to a rule set just when the walk of every need that can be raised in it finds its way there and back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import label, need, rule, rule_set, table
from prioritera.diagnostics import Severity
from prioritera.graph.build import build
from prioritera.graph.query import can_raise
from prioritera.model.need import Origin
from prioritera.model.network import BACK, FORWARD, Actor, Channel, Mandate, Network
from prioritera.model.outcome import ERROR
from prioritera.model.result import Decision
from prioritera.model.round import Round
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Course, Target, Waypoint
from prioritera.stages.walk import walk
from prioritera.verify.network import check_network

ACTORS = ("a", "b", "c", "d", "e")
KINDS = {"a": "town", "b": "town", "c": "rss", "d": "rss", "e": "agency"}
AREAS = ("elderly", "disability")
# Channels over which most courses can be walked; now and then one of them is not drawn.
USUAL = [("raises", "a", "c"), ("raises", "b", "d"), ("forwards", "c", "e"), ("forwards", "d", "e")]
USUAL_BACK = [("answers", "e", "c"), ("answers", "e", "d"), ("informs", "c", "a"), ("informs", "d", "b")]


@st.composite
def _networks(draw: st.DrawFn) -> Network:
    actors = {name: Actor(id=name, label=label(name), kind=KINDS[name], level="local") for name in ACTORS}
    ends = st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)).filter(lambda pair: pair[0] != pair[1])
    areas = st.sampled_from([(), (), (), ("elderly",), ("disability",)])
    one = st.tuples(st.sampled_from((*FORWARD, *BACK)), ends, areas)
    usual = [(kind, (source, target), ()) for kind, source, target in (*USUAL, *USUAL_BACK) if draw(st.integers(0, 15))]
    channels = [
        Channel(id=f"c{number}", kind=kind, source=source, target=target, areas=carried)
        for number, (kind, (source, target), carried) in enumerate([*usual, *draw(st.lists(one, max_size=4))])
    ]
    mandates = [Mandate(actor=name, outcomes=["go-on"], areas=draw(areas)) for name in draw(st.sets(st.sampled_from(ACTORS), min_size=4))]
    return Network(id="drawn", label=label(), actors=actors, channels=channels, mandates=mandates)


@st.composite
def _courses(draw: st.DrawFn) -> Course:
    to = draw(st.sampled_from([Target(actor="e"), Target(actor="c"), Target(nearest="rss"), Target(nearest="agency"), Target(origin=True)]))
    via = draw(st.lists(st.builds(Waypoint, actor=st.sampled_from(ACTORS), answer=st.booleans()), max_size=2))
    return Course(to=to, via=via)


def _rules(course: Course) -> RuleSet:
    """Every need goes on, and takes this course."""
    return rule_set(triage=table("outcome", rule("all", "go-on")), destination=table("destination", rule("all", course)))


def _walks(course: Course, network: Network) -> list[Decision]:
    """A need in each area from everybody who can raise one there, walked."""
    graph = build(network)
    sent = [
        Decision(
            need_id=f"{actor}-{area}",
            title="",
            outcome="go-on",
            need=need(f"{actor}-{area}", area=area, origins=[Origin(actor=actor)]),
            course=course,
            destination_rule="all",
        )
        for area in AREAS
        for actor in can_raise(graph, area)
    ]
    return list(walk(sent, Round(id="drawn", label=label(), records=()), network))


@settings(max_examples=150)
@given(_networks(), _courses())
def test_proofs_and_walks_agree(network: Network, course: Course) -> None:
    walked = _walks(course, network)

    found = [one for one in check_network(_rules(course), network) if one.severity is Severity.ERROR]

    stopped = [decision for decision in walked if decision.outcome == ERROR]
    assert bool(found) == bool(stopped or not walked)
