from prioritera.graph.build import build, without
from prioritera.model.network import Mandate
from small_networks import actor, channel, network

ACTORS = [actor(name) for name in ("a", "b", "c")]


def names(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [one.id for one in found]


def test_a_layer_holds_the_channels_that_carry_the_outcome_in_the_area() -> None:
    graph = build(
        network(
            ACTORS,
            [
                channel("raises", "a", "b", outcomes=["inform"]),
                channel("raises", "a", "c", areas=["disability"]),
                channel("informs", "b", "a"),
            ],
        )
    )

    assert list(graph.layer(outcome="inform", area="disability").onward) == ["a"]
    assert names(graph.layer(outcome="inform", area="disability").onward["a"]) == ["a>b", "a>c"]
    assert names(graph.layer(outcome="inform", area="other").onward["a"]) == ["a>b"]
    assert names(graph.layer(outcome="await", area="disability").onward["a"]) == ["a>c"]
    assert names(graph.layer(outcome="await", area="other", back=True).onward["b"]) == ["b>a"]


def test_of_several_channels_between_two_actors_the_least_id_is_taken() -> None:
    graph = build(network(ACTORS, [channel("raises", "a", "b", id="two"), channel("forwards", "a", "b", id="one")]))

    assert names(graph.layer(outcome="inform", area="x").onward["a"]) == ["one"]


def test_pairs_of_outcome_and_area_that_carry_the_same_share_a_layer() -> None:
    graph = build(network(ACTORS, [channel("raises", "a", "b", outcomes=["inform"]), channel("raises", "b", "c")]))

    assert graph.layer(outcome="inform", area="x") is graph.layer(outcome="inform", area="y")
    assert graph.layer(outcome="await", area="x") is graph.layer(outcome="pilot", area="y")
    assert graph.layer(outcome="inform", area="x") is not graph.layer(outcome="await", area="x")


def test_hops_are_counted_both_ways() -> None:
    graph = build(network(ACTORS, [channel("raises", "a", "b"), channel("raises", "b", "c")]))
    layer = graph.layer(outcome="inform", area="x")

    assert layer.hops_to(frozenset(["c"])) == {"c": 0, "b": 1, "a": 2}
    assert layer.hops_from(frozenset(["b"])) == {"b": 0, "c": 1}


def test_nobody_is_any_hops_from_an_actor_that_is_not_there() -> None:
    layer = build(network(ACTORS)).layer(outcome="inform", area="x")

    assert layer.hops_to(frozenset(["nowhere"])) == {}


def test_hops_once_counted_are_kept() -> None:
    layer = build(network(ACTORS, [channel("raises", "a", "b")])).layer(outcome="inform", area="x")

    assert layer.hops_to(frozenset(["b"])) is layer.hops_to(frozenset(["b"]))
    assert layer.hops_from(frozenset(["b"])) is layer.hops_from(frozenset(["b"]))


def test_everything_is_the_layer_of_a_direction_whatever_is_carried() -> None:
    graph = build(
        network(ACTORS, [channel("raises", "a", "b", outcomes=["inform"]), channel("raises", "b", "c"), channel("informs", "c", "a")])
    )

    assert {source: names(onward) for source, onward in graph.everything().onward.items()} == {"a": ["a>b"], "b": ["b>c"]}
    assert list(graph.everything(back=True).onward) == ["c"]
    assert graph.everything() is graph.layer(outcome="inform", area="x")


def test_the_channel_that_leads_nearer_is_the_first_by_the_order_of_actors() -> None:
    layer = build(network(ACTORS, [channel("raises", "a", "c"), channel("raises", "a", "b")])).everything()

    assert layer.nearer("a", {"a": 1, "b": 0, "c": 0}).id == "a>b"
    assert layer.nearer("a", {"a": 1, "c": 0}).id == "a>c"


def test_without_an_actor_its_channels_and_mandates_are_gone_too() -> None:
    channels = [channel("raises", *ends) for ends in ("ab", "bc", "ac")]
    graph = build(network(ACTORS, channels, [Mandate(actor=name, outcomes=["inform"]) for name in ("b", "c")]))

    left = without(graph, "b").network

    assert list(left.actors) == ["a", "c"]
    assert [one.id for one in left.channels] == ["a>c"]
    assert [one.actor for one in left.mandates] == ["c"]
    assert len(graph.network.actors) == 3
