"""Senders of a network with wanted measures."""

from prioritera.measures.built import has, senders_in, written
from prioritera.measures.made import made_network
from prioritera.model.need import Origin
from small_networks import actor, network, sweden

ORGANISATIONS, RSS, SHARE, LEVEL, ANCHORING = (
    "distinct-organisations",
    "distinct-rss",
    "share-of-rss-municipalities",
    "highest-level",
    "anchoring-level",
)


def test_a_forum_is_held_by_the_structure_when_nothing_is_said_of_levels() -> None:
    (origin,) = senders_in({ANCHORING: (4, 4)}, made_network([3])) or ()

    assert (origin.actor, origin.decided, origin.present) == ("rss-1", "joint-letter", ("municipality-1", "municipality-2"))
    assert origin.covers == ("municipality-1", "municipality-2", "municipality-3")


def test_a_forum_is_held_by_a_municipality_when_all_must_be_local() -> None:
    (origin,) = senders_in({ANCHORING: (3, 3), LEVEL: (0, 0)}, made_network([3])) or ()

    assert (origin.actor, origin.backing) == ("municipality-1", "forum")


def test_a_small_structure_is_carried_by_bodies_that_decide_together() -> None:
    (origin,) = senders_in({ANCHORING: (4, 4)}, made_network([1])) or ()

    assert (origin.decided, origin.present) == ("top-management", ("municipality-1", "school-1", "health-care-1"))


def test_bodies_without_another_authority_do_not_carry_a_small_structure() -> None:
    three = network(
        [
            actor("rss-a", "rss", level="regional"),
            *(actor(name, "administration", member_of=["rss-a"]) for name in ("one", "other", "third")),
            actor("town", member_of=["rss-a"]),
        ]
    )

    assert senders_in({ANCHORING: (4, 4)}, three) is None


def test_a_share_is_reached_in_a_new_structure_where_an_old_one_has_too_many() -> None:
    found = senders_in({SHARE: (50, 60), ANCHORING: (0, 0)}, made_network([1, 2])) or ()

    assert [origin.actor for origin in found] == ["municipality-2"]


def test_a_share_that_no_structure_can_have_is_not_found() -> None:
    assert senders_in({SHARE: (40, 60)}, made_network([3])) is None


def test_a_share_of_more_organisations_than_there_may_be_is_not_found() -> None:
    assert senders_in({SHARE: (60, 70), ORGANISATIONS: (1, 1), ANCHORING: (0, 0)}, made_network([3])) is None


def test_a_level_that_nobody_has_is_not_found() -> None:
    assert senders_in({LEVEL: (1, 1), ANCHORING: (0, 0)}, sweden()) is None


def test_of_a_higher_level_is_somebody_of_a_structure_where_structures_are_lacking() -> None:
    found = senders_in({LEVEL: (3, 3), RSS: (1, 1), ORGANISATIONS: (1, 1), ANCHORING: (0, 0)}, made_network([3])) or ()

    assert [origin.actor for origin in found] == ["agency-2"]


def test_more_structures_than_there_are_are_not_found() -> None:
    assert senders_in({RSS: (2, 2)}, made_network([3])) is None


def test_more_organisations_than_there_are_are_not_found() -> None:
    assert senders_in({ORGANISATIONS: (50, 50)}, made_network([3])) is None


def test_what_is_not_certain_is_not_had() -> None:
    assert not has([Origin(unknown=True)], {ORGANISATIONS: (1, 1)}, made_network([3]))
    assert has([Origin(actor="municipality-1", backing="individual")], {ORGANISATIONS: (1, 1), LEVEL: (0, 0)}, made_network([3]))


def test_all_of_a_kind_are_written_as_a_number_and_some_of_it_by_name() -> None:
    found = made_network([], associations=5)
    names = [f"association-{number}" for number in range(1, 6)]

    assert written(names, found, backing="individual") == [Origin(at_least=5, of="association", backing="individual")]
    assert len(written(names[:4], found, backing="individual")) == 4


def test_a_kind_that_the_network_has_no_word_for_is_written_by_name() -> None:
    towns = network([actor(f"town-{number}") for number in range(5)])

    assert len(written(list(towns.actors), towns, backing="unit")) == 5
