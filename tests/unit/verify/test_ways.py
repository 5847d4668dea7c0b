import attrs

from builders import network
from prioritera.graph.build import build
from prioritera.graph.query import can_raise
from prioritera.model.network import Network
from prioritera.model.table import Course, Target, Waypoint
from prioritera.verify.ways import Fault, Ground, faults_of, kept, targets_of
from small_networks import actor, channel
from small_networks import network as of


def _ground(net: Network) -> Ground:
    graph = build(net)
    return Ground(graph=graph, raisers=can_raise(graph), outcome="go-on", area="elderly")


def _faults(net: Network, course: Course) -> list[Fault]:
    return list(faults_of(course, _ground(net)))


def _course(actor_id: str = "", *via: Waypoint, nearest: str = "") -> Course:
    return Course(to=Target(actor=actor_id, nearest=nearest, origin=not actor_id and not nearest), via=via)


# Two towns raise to the RSS, which forwards to the board; the board forwards to the agency. The island raises to nobody who leads on.
NET = of(
    [actor("town-a"), actor("town-b"), actor("island"), actor("rss", "rss"), actor("harbour", "office"), actor("board"), actor("agency")],
    [
        channel("raises", "town-a", "rss"),
        channel("raises", "town-b", "rss"),
        channel("raises", "island", "harbour"),
        channel("forwards", "rss", "board"),
        channel("forwards", "board", "agency"),
        channel("answers", "agency", "board"),
        channel("answers", "board", "rss"),
        channel("informs", "rss", "town-a"),
    ],
)


def test_a_course_that_everybody_can_walk_has_no_faults() -> None:
    assert _faults(network(), _course("agency")) == []


def test_those_who_cannot_reach_the_target_are_told_and_those_who_get_no_answer() -> None:
    assert _faults(NET, _course("agency")) == [
        Fault(code="course-out-of-reach", target="agency", actors=["island"]),
        Fault(code="course-without-answer", source="agency", actors=["island", "town-b"]),
    ]


def test_those_who_cannot_reach_the_first_waypoint_are_told() -> None:
    assert _faults(NET, _course("agency", Waypoint(actor="rss")))[0] == Fault(code="course-out-of-reach", target="rss", actors=["island"])


def test_a_first_waypoint_may_be_reached_by_an_answer() -> None:
    assert _faults(NET, _course("agency", Waypoint(actor="rss", answer=True)))[0] == Fault(
        code="course-out-of-reach", target="rss", actors=["island", "town-a", "town-b"]
    )


def test_a_course_may_break_off_between_waypoints_and_before_its_target() -> None:
    course = _course("agency", Waypoint(actor="board"), Waypoint(actor="rss"), Waypoint(actor="board"), Waypoint(actor="rss", answer=True))
    broken = [fault for fault in _faults(NET, course) if fault.code == "course-breaks-off"]

    assert broken == [Fault(code="course-breaks-off", source="board", target="rss")]
    assert Fault(code="course-breaks-off", source="agency", target="board") in _faults(NET, _course("board", Waypoint(actor="agency")))


def test_the_nearest_of_a_kind_is_each_ones_own() -> None:
    course = _course(nearest="rss")

    assert targets_of(course.to, _ground(NET)) == {"town-a": "rss", "town-b": "rss"}
    assert _faults(NET, course) == [
        Fault(code="course-without-nearest", target="rss", actors=["island"]),
        Fault(code="course-without-answer", source="rss", actors=["town-b"]),
    ]


def test_back_to_the_sender_needs_no_way_there() -> None:
    assert _faults(NET, _course()) == []


def test_back_to_the_sender_by_way_of_others_needs_an_answer_from_the_last_of_them() -> None:
    assert _faults(NET, _course("", Waypoint(actor="rss"))) == [
        Fault(code="course-out-of-reach", target="rss", actors=["island"]),
        Fault(code="course-without-answer", source="rss", actors=["island", "town-b"]),
    ]


def test_a_contact_that_each_need_names_is_not_asked_about() -> None:
    assert _faults(NET, Course(to=Target(contact_of_support=True))) == []


def test_ways_lead_over_channels_that_carry_the_outcome_in_the_area() -> None:
    ends = {"rss-agency", "agency-rss", "town-rss"}
    carrying = [attrs.evolve(one, outcomes={"go-on"}, areas={"elderly"}) if one.id in ends else one for one in network().channels]
    other = [attrs.evolve(one, outcomes={"inform"}) if one.id in ends else one for one in network().channels]
    elsewhere = [attrs.evolve(one, areas={"disability"}) if one.id in ends else one for one in network().channels]

    for course in (_course("agency"), _course(nearest="agency")):
        assert _faults(attrs.evolve(network(), channels=carrying), course) == []
        assert _faults(attrs.evolve(network(), channels=other), course) != []
        assert _faults(attrs.evolve(network(), channels=elsewhere), course) != []


def test_an_answer_comes_back_over_back_channels_only() -> None:
    forward_only = of(NET.actors.values(), [one for one in NET.channels if one.is_forward] + [channel("forwards", "agency", "town-a")])

    assert _faults(forward_only, _course("agency"))[-1] == Fault(
        code="course-without-answer", source="agency", actors=["island", "town-a", "town-b"]
    )


def test_kept_are_those_whose_way_leads_all_the_way_there_and_back() -> None:
    assert kept(_course("agency"), _ground(NET)) == {"town-a": "agency"}
    assert kept(_course(nearest="rss"), _ground(NET)) == {"town-a": "rss"}
    assert kept(_course("agency", Waypoint(actor="rss")), _ground(NET)) == {"town-a": "agency"}
    assert kept(_course("", Waypoint(actor="rss")), _ground(NET)) == {"town-a": "rss"}


def test_nobody_is_kept_where_the_course_breaks_off() -> None:
    onward = Waypoint(actor="board")

    assert kept(_course("agency", onward, Waypoint(actor="rss")), _ground(NET)) == {}
    assert kept(_course("rss", onward), _ground(NET)) == {}
    assert kept(_course("", onward, Waypoint(actor="rss")), _ground(NET)) == {}


def test_of_several_targets_only_those_beyond_the_break_are_lost() -> None:
    net = of(
        [actor("town-a"), actor("town-b"), actor("rss-a", "rss"), actor("rss-b", "rss"), actor("board")],
        [
            *(channel("raises", *ends) for ends in (("town-a", "rss-a"), ("town-b", "rss-b"), ("rss-a", "board"), ("rss-b", "board"))),
            *(channel("answers", *ends) for ends in (("rss-a", "town-a"), ("rss-b", "town-b"))),
            channel("forwards", "board", "rss-a"),
        ],
    )

    kept_to = kept(_course("", Waypoint(actor="board"), nearest="rss"), _ground(net))

    assert kept_to == {"rss-a": "rss-a", "town-a": "rss-a"}


def test_to_a_contact_that_each_need_names_nobody_is_known_to_come() -> None:
    assert kept(Course(to=Target(contact_of_support=True)), _ground(NET)) == {}


def test_a_need_can_begin_or_be_held_with_whoever_can_raise_one_or_be_asked() -> None:
    assert _ground(NET).starts == {"town-a", "town-b", "island", "rss", "harbour", "board", "agency"}
    assert _ground(of([actor("a"), actor("b"), actor("c")], [channel("raises", "a", "b"), channel("informs", "b", "c")])).starts == {
        "a",
        "b",
    }
