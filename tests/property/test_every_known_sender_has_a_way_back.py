"""A decision that has gone its way has brought each known sender there and back; every other one is an error that says why."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drawn_networks import NAMES, networks
from prioritera.model.need import Need, Origin
from prioritera.model.network import BACK, FORWARD, Network
from prioritera.model.result import Decision
from prioritera.model.round import Round
from prioritera.model.table import Course, Target, Waypoint
from prioritera.model.text import Label
from prioritera.model.way import Leg
from prioritera.stages.walk import walk

Draw = Callable[[st.SearchStrategy[Any]], Any]
ROUND = Round(id="r", label=Label(sv="r", en="r"), records=[], holder="a")


@st.composite
def decisions(draw: Draw) -> Decision:
    """A decision with up to three senders, some unknown, and a course with up to three waypoints."""
    known = st.sampled_from(NAMES).map(lambda name: Origin(actor=name))
    unknown = st.sampled_from(["", *NAMES]).map(lambda name: Origin(unknown=True, forum=name))
    origins = draw(st.lists(st.one_of(known, known, unknown), min_size=1, max_size=3))
    to = draw(st.sampled_from([Target(nearest="rss"), Target(origin=True), *(Target(actor=name) for name in NAMES)]))
    via = draw(st.lists(st.builds(Waypoint, actor=st.sampled_from(NAMES), answer=st.booleans()), max_size=3))
    need = Need(id=draw(st.sampled_from(["m", "n"])), title="n", area=draw(st.sampled_from(["one", "two"])), origins=origins)
    return Decision(need_id=need.id, title="n", outcome="one", need=need, destination_rule="r", course=Course(to=to, via=via))


def is_joined(legs: Sequence[Leg]) -> bool:
    return all(one.target == other.source for one, other in pairwise(legs))


@given(networks(), decisions())
def test_every_known_sender_is_brought_there_and_back_or_the_decision_is_an_error(network: Network, decision: Decision) -> None:
    assert decision.need is not None
    assert decision.course is not None
    answers = {waypoint.actor for waypoint in decision.course.via if waypoint.answer}

    (found,) = walk([decision], ROUND, network)

    if found.outcome == "error":
        assert found.diagnostics
        assert found.walks == ()
        return
    assert {origin.actor for origin in decision.need.origins} == {one.origin for one in found.walks}
    for one in found.walks:
        there, end = (*one.approach, *one.course), "" if decision.course.to.origin else one.target
        assert is_joined(there)
        assert is_joined(one.back)
        assert all(leg.kind in BACK for leg in one.back)
        assert all(leg.kind in FORWARD for leg in there) or answers
        assert not end or not there or there[-1].target == end
        if one.origin:
            assert not there or there[0].source == one.origin
            assert not one.back or one.back[-1].target == one.origin
            assert not end or one.origin == end or (one.back and one.back[0].source == end)


@given(networks(), st.lists(decisions(), max_size=4), st.randoms(use_true_random=False))
def test_what_becomes_of_a_need_does_not_hang_on_the_others(network: Network, found: list[Decision], random: Any) -> None:  # noqa: ANN401 -- as drawn
    mixed = list(found)
    random.shuffle(mixed)

    alone = [walk([decision], ROUND, network)[0] for decision in mixed]

    assert list(walk(mixed, ROUND, network)) == alone
