from prioritera.graph.build import Layer, build
from prioritera.graph.used import away, between, toward
from prioritera.model.network import Channel
from small_networks import actor, channel, network


def layer(*channels: Channel) -> Layer:
    names = sorted({end for one in channels for end in (one.source, one.target)})
    return build(network([actor(name) for name in names], channels)).everything()


# Two ways from a to d, by b and by c; on from d to e; and a way round from d to a.
NET = layer(*(channel("raises", *ends) for ends in ("ab", "ac", "bd", "cd", "de", "da")))


def test_toward_a_target_each_goes_its_least_way() -> None:
    assert toward(NET, ["a"], ["d"]) == {"a>b", "b>d"}
    assert toward(NET, ["a", "c"], ["d"]) == {"a>b", "b>d", "c>d"}


def test_toward_several_targets_each_goes_to_the_nearest() -> None:
    assert toward(NET, ["a", "d"], ["c", "e"]) == {"a>c", "d>e"}


def test_who_is_there_already_or_has_no_way_goes_by_nothing() -> None:
    assert toward(NET, ["d", "e", "nowhere"], ["d"]) == frozenset()
    assert toward(NET, ["a"], []) == frozenset()


def test_away_from_a_source_the_least_way_leads_to_each_target() -> None:
    assert away(NET, "a", ["e", "c"]) == {"a>b", "b>d", "d>e", "a>c"}
    assert away(NET, "d", ["d"]) == frozenset()
    assert away(NET, "e", ["a", "nowhere"]) == frozenset()


def test_away_goes_by_the_least_sequence_of_ids_and_not_by_the_least_last_step() -> None:
    # To z by a and y, or by b and x: the first step decides.
    crossed = layer(*(channel("raises", *ends) for ends in ("sa", "sb", "ay", "bx", "yz", "xz")))

    assert away(crossed, "s", ["z"]) == {"s>a", "a>y", "y>z"}


def test_between_are_all_channels_on_some_way() -> None:
    assert between(NET, ["a"], ["d"]) == {"a>b", "a>c", "b>d", "c>d", "d>a"}
    assert between(NET, ["e"], ["a"]) == frozenset()
