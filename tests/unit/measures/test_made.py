"""Made networks: placeholders that say so."""

from prioritera.measures.bodies import bodies
from prioritera.measures.made import made_network, without_unused


def test_a_small_structure_has_other_authorities_that_share_the_organisation_of_its_municipality() -> None:
    network = made_network([1])

    assert [actor.id for actor in network.actors.values() if actor.other_authority] == ["school-1", "health-care-1"]
    assert bodies(network).organisations(["municipality-1", "school-1", "health-care-1"]) == {"municipality-1"}


def test_without_structures_nobody_belongs_to_one() -> None:
    network = made_network([], associations=1, homeless=2)

    assert list(network.actors) == ["association-1", "municipality-1", "municipality-2", "joint-body-1", "joint-body-2", "agency-1"]
    assert not any(actor.member_of for actor in network.actors.values())


def test_every_actor_says_that_it_is_made_up() -> None:
    network = made_network([3, 1], associations=2, homeless=1)

    assert {actor.status for actor in network.actors.values()} == {"made-up"}
    assert network.actors["municipality-4"].label.en == "municipality 4 (made up)"
    assert network.actors["municipality-4"].label.sv == "kommun 4 (påhittad)"


def test_those_that_are_counted_stay_when_the_unused_go() -> None:
    network = without_unused(made_network([3], associations=2), ["association-2"])

    assert list(network.actors) == ["municipality-1", "municipality-2", "municipality-3", "rss-1", "association-2"]
