"""What is told of a network equals what trying everything tells: who comes all the way, who stops everybody, what is never used."""

from hypothesis import given
from hypothesis import strategies as st

from drawn_networks import NAMES, networks
from network_oracles import answered_by, carrying, closed, lacking, reaching
from prioritera.graph.build import build
from prioritera.graph.query import can_raise, nearest, touched, way
from prioritera.model.network import BACK, FORWARD, Channel, Network
from prioritera.model.table import Course, Rule, Target, Waypoint
from prioritera.verify.channels import used_by
from prioritera.verify.errands import Errand
from prioritera.verify.journeys import Journey
from prioritera.verify.stand_ins import actors_without_stand_in
from prioritera.verify.ways import Ground, kept
from small_networks import channel, network

AREA = "one"
TARGETS = [*(Target(actor=name) for name in NAMES), Target(nearest="rss"), Target(origin=True)]
COURSES = st.builds(
    Course,
    to=st.sampled_from(TARGETS),
    via=st.lists(st.builds(Waypoint, actor=st.sampled_from(NAMES), answer=st.booleans()), max_size=2),
)
OUTCOMES = st.sampled_from(["one", "two"])
# Ways along which most are walked all the way; now and then one of them is not drawn.
USUAL = [channel("raises", *ends) for ends in ("ac", "bc", "cd", "de")]
USUAL_BACK = [channel("answers", *ends) for ends in ("ed", "dc", "ca", "cb")]


@st.composite
def held(draw: st.DrawFn) -> Network:
    """A drawn network on top of the usual ways."""
    drawn = draw(networks())
    usual = [one for one in (*USUAL, *USUAL_BACK) if draw(st.integers(0, 9))]
    return network(drawn.actors.values(), [*usual, *drawn.channels], drawn.mandates)


def ground_of(net: Network, outcome: str) -> Ground:
    graph = build(net)
    return Ground(graph=graph, raisers=can_raise(graph, AREA), outcome=outcome, area=AREA)


@given(networks())
def test_those_whom_nothing_comes_to_are_those_whom_no_steps_lead_to(net: Network) -> None:
    forward, back = ({(one.source, one.target) for one in net.channels if one.kind in kinds} for kinds in (FORWARD, BACK))
    raising = {one.source for one in net.channels if one.kind in ("raises", "represents")}
    asked = {end for start, end in closed(forward, set(NAMES)) if start in raising}
    answered = {end for start, end in closed(back, set(NAMES)) if start in asked}

    assert touched(build(net)) == asked | answered


@given(held(), COURSES, OUTCOMES)
def test_those_who_are_kept_are_those_whose_every_step_leads_on(net: Network, course: Course, outcome: str) -> None:
    ground = ground_of(net, outcome)
    without_end = course.to.origin and not course.via

    found = kept(course, ground)

    sources = {sender: answered_by(net, course, sender, outcome=outcome, area=AREA) for sender in ground.raisers}
    assert found == ({} if without_end else {sender: source for sender, source in sources.items() if source is not None})


@given(held(), st.lists(st.tuples(OUTCOMES, COURSES), min_size=1, max_size=3))
def test_those_who_stop_everything_are_those_without_whom_nobody_comes_all_the_way(net: Network, sent: list[tuple[str, Course]]) -> None:
    journeys = []
    for number, (outcome, course) in enumerate(sent):
        rule = Rule(id=f"r{number}", then=course)
        errands = [Errand(rule=rule, course=course, outcome=outcome, area=AREA)]
        journeys.append(Journey(rule=rule, course=course, ground=ground_of(net, outcome), errands=errands))

    found = list(actors_without_stand_in(journeys, build(net)))

    told = {(actor, outcome) for one in found for actor in one.params["actors"] for outcome in one.params["outcomes"]}  # type: ignore[union-attr]  # both are lists of words
    assert told == {(actor, outcome) for outcome in dict(sent) for actor in NAMES if stops(net, actor, outcome, sent)}


def stops(net: Network, actor: str, outcome: str, sent: list[tuple[str, Course]]) -> bool:
    """Whether somebody else's need with the outcome comes to somebody else and is answered, and nobody's without the actor."""
    courses = [course for its, course in sent if its == outcome]
    if any(course.to.origin and not course.via for course in courses):
        return False

    def pairs(there: Network) -> list[tuple[str, str]]:
        senders = [sender for sender in can_raise(build(net), AREA) if sender in there.actors]
        ends = [(sender, answered_by(there, course, sender, outcome=outcome, area=AREA)) for course in courses for sender in senders]
        return [(sender, source) for sender, source in ends if source is not None]

    return any(actor not in pair for pair in pairs(net)) and not pairs(lacking(net, actor))


@given(held(), COURSES, OUTCOMES)
def test_the_channels_that_are_used_are_those_of_each_way_by_itself(net: Network, course: Course, outcome: str) -> None:
    ground = ground_of(net, outcome)

    assert set(used_by(course, ground)) == {one.id for one in used_one_by_one(net, course, ground)}


def used_one_by_one(net: Network, course: Course, ground: Ground) -> list[Channel]:
    graph, outcome, area = build(net), ground.outcome, ground.area
    asked = {end for start, end in reaching(net, outcome=outcome, area=area, back=False) if start in ground.raisers}
    found: list[Channel] = []

    def target_of(start: str) -> str:
        return course.to.actor or (nearest(graph, start, course.to.nearest, outcome=outcome, area=area) if course.to.nearest else "") or ""

    def go(here: str, there: str, *, back: bool = False) -> None:
        found.extend(way(graph, here, there, outcome=outcome, area=area, back=back) or ())

    for start in asked:
        here, target = start, target_of(start)
        stops = [(waypoint.actor, waypoint.answer) for waypoint in course.via] + ([(target, False)] if target else [])
        for stop, back in stops:
            go(here, stop, back=back)
            here = stop
        if start in ground.raisers and (target or (course.to.origin and course.via)):
            go(here, start, back=True)
    if course.to.origin and not course.via:
        found.extend(from_any_holder(net, asked, ground))
    return found


def from_any_holder(net: Network, holders: set[str], ground: Ground) -> list[Channel]:
    """Of the channels on some way from a holder to a sender, the least of those between the same two actors."""
    home = reaching(net, outcome=ground.outcome, area=ground.area, back=True)
    least: dict[tuple[str, str], Channel] = {}
    carried = carrying(net, outcome=ground.outcome, area=ground.area, back=True)
    for one in sorted(carried, key=lambda one: one.id, reverse=True):
        least[one.source, one.target] = one
    return [
        one
        for one in least.values()
        if any((holder, one.source) in home for holder in holders) and any((one.target, sender) in home for sender in ground.raisers)
    ]
