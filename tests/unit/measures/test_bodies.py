import attrs

from prioritera.measures.bodies import bodies
from small_networks import actor, actors, network, sweden


def test_an_administration_counts_as_its_municipality() -> None:
    found = bodies(sweden())

    assert found.organisation["goteborg-social"] == "goteborg"
    assert found.organisation["goteborg-hisingen"] == "goteborg"


def test_municipality_region_and_administrations_of_an_island_are_one_organisation() -> None:
    found = bodies(sweden())

    assert found.organisations(["island-municipality", "island-region", "island-health", "island-school"]) == {"island"}
    assert found.members["rss-island"] == {"island"}


def test_the_national_network_of_support_structures_is_not_one_itself() -> None:
    found = bodies(sweden())

    assert found.structures == {"rss-gr", "rss-orebro", "rss-halland", "rss-pair", "rss-island"}
    assert found.structures_of("rss-network") == ()


def test_a_municipality_is_a_member_across_the_county_border() -> None:
    found = bodies(sweden())

    assert len(found.members["rss-gr"]) == 13
    assert "kungsbacka" in found.members["rss-gr"]
    assert "kungsbacka" not in found.members["rss-halland"]


def test_an_organisation_that_names_two_structures_is_counted_in_the_first() -> None:
    both = network([*actors(), actor("both", member_of=["rss-halland", "rss-gr"])])

    found = bodies(both)

    assert found.home["both"] == "rss-halland"
    assert "both" in found.members["rss-halland"]
    assert "both" not in found.members["rss-gr"]


def test_a_district_belongs_to_the_structure_of_the_body_it_is_part_of() -> None:
    found = bodies(sweden())

    assert found.structures_of("goteborg-hisingen") == ("rss-gr",)
    assert found.bodies_over("goteborg-hisingen") == ("goteborg-social", "goteborg")


def test_a_network_speaks_for_every_structure_it_names_and_a_national_body_for_anybody() -> None:
    found = bodies(sweden())

    assert found.speaks_for("directors-west") == found.members["rss-gr"] | found.members["rss-halland"]
    assert found.speaks_for("nsk-s") is None


def test_a_structure_without_municipalities_speaks_for_nobody() -> None:
    empty = network([actor("rss-empty", "rss", level="regional")])

    assert bodies(empty).speaks_for("rss-empty") == frozenset()


def test_a_municipality_without_a_structure_is_a_member_of_none() -> None:
    lone = network([actor("lone")])

    found = bodies(lone)

    assert found.municipal == {"lone"}
    assert dict(found.members) == {}


def test_inside_is_part_of_a_body_or_a_member_of_it_at_any_height() -> None:
    found = bodies(sweden())

    assert found.is_inside("goteborg-hisingen", "goteborg")
    assert found.is_inside("goteborg-hisingen", "rss-gr")
    assert not found.is_inside("goteborg", "rss-halland")


def test_bodies_that_are_part_of_each_other_in_a_circle_are_gone_round_once() -> None:
    circle = network([actor("a", part_of="b"), actor("b", part_of="a")])

    assert bodies(circle).bodies_over("a") == ("b",)


def test_the_same_network_is_looked_through_once_and_an_equal_one_anew() -> None:
    one = sweden()

    assert bodies(one) is bodies(one)
    assert bodies(one) is not bodies(attrs.evolve(one))
