"""In every small network the way is the least of all ways, by hops, then by ids: held against a listing of all simple ways."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drawn_networks import NAMES, networks
from network_oracles import simple_ways
from prioritera.graph.build import build
from prioritera.graph.query import nearest, reached, reaches, way
from prioritera.model.network import Channel, Network
from small_networks import network


def cost(found: tuple[Channel, ...]) -> tuple[int, list[str], list[str]]:
    return len(found), [one.target for one in found], [one.id for one in found]


CARRIED = st.fixed_dictionaries({"outcome": st.sampled_from(["one", "two", "x"]), "area": st.sampled_from(["one", "two", "x"])})
OVER = st.tuples(CARRIED, st.booleans()).map(lambda drawn: {**drawn[0], "back": drawn[1]})


@given(networks(), st.sampled_from(NAMES), st.sampled_from(NAMES), OVER)
def test_the_way_is_the_least_of_all_ways(held: Network, source: str, target: str, over: dict[str, Any]) -> None:
    found = way(build(held), source, target, **over)

    assert found == min(simple_ways(held, source, {target}, **over), key=cost, default=None)


@given(networks(), st.sampled_from(NAMES), CARRIED)
def test_the_nearest_is_at_the_end_of_the_least_way_to_any_of_the_kind(held: Network, source: str, over: dict[str, str]) -> None:
    of_kind = {one.id for one in held.actors.values() if one.kind == "rss"}
    least = min(simple_ways(held, source, of_kind, back=False, **over), key=cost, default=None)

    found = nearest(build(held), source, "rss", **over)

    assert found == (None if least is None else least[-1].target if least else source)


@given(networks(), st.sets(st.sampled_from(NAMES)), OVER)
def test_who_reaches_is_who_has_a_way(held: Network, ends: set[str], over: dict[str, Any]) -> None:
    graph = build(held)

    def has_way(source: str, targets: set[str]) -> bool:
        return next(simple_ways(held, source, targets, **over), None) is not None

    assert reaches(graph, targets=ends, **over) == {name for name in NAMES if has_way(name, ends)}
    assert reached(graph, sources=ends, **over) == {name for name in NAMES if any(has_way(end, {name}) for end in ends)}


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_channels_in_the_file_does_not_matter(held: Network, random: Any) -> None:  # noqa: ANN401 -- as drawn
    mixed = list(held.channels)
    random.shuffle(mixed)
    first, second = build(held), build(network(reversed(list(held.actors.values())), mixed))

    for source in NAMES:
        for target in NAMES:
            assert way(first, source, target, outcome="one", area="one") == way(second, source, target, outcome="one", area="one")
