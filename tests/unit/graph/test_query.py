from prioritera.graph.build import Graph, build
from prioritera.graph.query import can_raise, lead_time, nearest, reached, reaches, touched, way
from prioritera.model.network import Channel
from prioritera.model.way import LeadTime
from small_networks import actor, channel, network


def graph(*channels: Channel, kinds: dict[str, str] | None = None) -> Graph:
    names = sorted({end for one in channels for end in (one.source, one.target)} | set(kinds or {}))
    return build(network([actor(name, (kinds or {}).get(name, "body")) for name in names], channels))


def along(found: tuple[Channel, ...] | None) -> list[str] | None:
    return None if found is None else [one.id for one in found]


def test_the_way_to_oneself_is_no_way_at_all() -> None:
    assert way(graph(channel("raises", "a", "b")), "a", "a", outcome="inform", area="x") == ()


def test_there_may_be_no_way() -> None:
    assert way(graph(channel("raises", "a", "b")), "b", "a", outcome="inform", area="x") is None


def test_an_actor_that_is_not_there_has_no_way_and_none_leads_to_it() -> None:
    small = graph(channel("raises", "a", "b"))

    assert way(small, "nowhere", "a", outcome="inform", area="x") is None
    assert way(small, "a", "nowhere", outcome="inform", area="x") is None


def test_fewer_channels_come_before_lesser_ids() -> None:
    small = graph(
        channel("raises", "a", "b"),
        channel("raises", "b", "c"),
        channel("raises", "c", "z"),
        channel("raises", "a", "y"),
        channel("raises", "y", "z"),
    )

    assert along(way(small, "a", "z", outcome="inform", area="x")) == ["a>y", "y>z"]


def test_among_the_shortest_the_least_sequence_of_ids_is_taken() -> None:
    small = graph(*(channel("raises", *ends) for ends in (("a", "c"), ("c", "d"), ("a", "b"), ("b", "e"), ("d", "z"), ("e", "z"))))

    assert along(way(small, "a", "z", outcome="inform", area="x")) == ["a>b", "b>e", "e>z"]


def test_questions_go_forward_and_answers_go_back() -> None:
    small = graph(channel("represents", "a", "b"), channel("answers", "b", "a"))

    assert along(way(small, "a", "b", outcome="inform", area="x")) == ["a>b"]
    assert along(way(small, "b", "a", outcome="inform", area="x", back=True)) == ["b>a"]
    assert way(small, "a", "b", outcome="inform", area="x", back=True) is None


def test_a_channel_that_does_not_carry_the_outcome_or_the_area_is_gone_round() -> None:
    small = graph(
        channel("raises", "a", "z", outcomes=["await"]),
        channel("raises", "a", "b", areas=["x"]),
        channel("raises", "b", "z"),
    )

    assert along(way(small, "a", "z", outcome="await", area="x")) == ["a>z"]
    assert along(way(small, "a", "z", outcome="inform", area="x")) == ["a>b", "b>z"]
    assert way(small, "a", "z", outcome="inform", area="y") is None


def test_the_nearest_of_a_kind_is_oneself_if_one_is_of_it() -> None:
    small = graph(channel("raises", "a", "b"), kinds={"a": "rss", "b": "rss"})

    assert nearest(small, "a", "rss", outcome="inform", area="x") == "a"


def test_the_nearest_of_a_kind_is_by_hops_and_then_by_the_order_of_ways() -> None:
    small = graph(
        *(channel("raises", *ends) for ends in (("m", "b"), ("m", "a"), ("a", "rss-2"), ("b", "rss-1"), ("rss-2", "rss-0"))),
        kinds={"rss-0": "rss", "rss-1": "rss", "rss-2": "rss"},
    )

    assert nearest(small, "m", "rss", outcome="inform", area="x") == "rss-2"


def test_there_may_be_none_of_the_kind_within_reach() -> None:
    small = graph(channel("raises", "rss", "a"), kinds={"rss": "rss"})

    assert nearest(small, "a", "rss", outcome="inform", area="x") is None
    assert nearest(small, "a", "fou", outcome="inform", area="x") is None


def test_who_reaches_whom_over_either_kind_of_channels() -> None:
    small = graph(channel("raises", "a", "b"), channel("forwards", "b", "c"), channel("answers", "c", "b"), kinds={"d": "body"})

    assert reaches(small, "inform", "x", ["c"]) == {"a", "b", "c"}
    assert reaches(small, "inform", "x", ["a", "d"]) == {"a", "d"}
    assert reaches(small, "inform", "x", ["b"], back=True) == {"b", "c"}
    assert reached(small, "inform", "x", ["b"]) == {"b", "c"}
    assert reached(small, "inform", "x", ["c"], back=True) == {"b", "c"}


def test_those_who_raise_or_represent_bring_needs_in() -> None:
    small = graph(channel("raises", "c", "x"), channel("represents", "b", "x"), channel("forwards", "a", "x"), channel("answers", "x", "d"))

    assert can_raise(small) == ("b", "c")


def test_in_an_area_those_bring_needs_in_whose_channels_carry_it_whatever_outcomes() -> None:
    small = graph(
        channel("raises", "a", "x", areas=["youth"]), channel("raises", "b", "x", outcomes=["inform"]), channel("represents", "c", "x")
    )

    assert can_raise(small, "youth") == ("a", "b", "c")
    assert can_raise(small, "elderly") == ("b", "c")


def test_touched_are_those_who_raise_are_asked_and_are_then_answered() -> None:
    small = graph(
        channel("raises", "a", "b", areas=["youth"]),
        channel("forwards", "b", "c", outcomes=["inform"]),
        channel("informs", "c", "d"),
        channel("answers", "d", "e"),
        channel("forwards", "e", "f"),
        channel("informs", "g", "a"),
    )

    assert touched(small) == {"a", "b", "c", "d", "e"}


def test_lead_time_is_known_days_and_unknown_stops() -> None:
    assert lead_time([channel("raises", "a", "b", days=0), channel("raises", "b", "c"), channel("raises", "c", "d", days=9)]) == LeadTime(
        days=9, unknown_stops=1
    )
    assert lead_time([]) == LeadTime(days=0, unknown_stops=0)
