from typing import Any

import pytest

from prioritera.measures.bodies import bodies
from prioritera.measures.senders import Sender, backings, senders, standing, stands_for
from prioritera.measures.standing import Standing, exactly
from prioritera.model.need import Origin
from small_networks import GR, HALLAND, actor, network, sweden

KNOWN = bodies(sweden())
MEMBERS = KNOWN.members["rss-gr"]
NOBODY = frozenset[str]()


def of(backing: str, **more: Any) -> Standing:  # noqa: ANN401 -- whatever a sender may hold
    return standing(Sender(backing=backing, **more), backing, KNOWN)


def only(*names: str) -> Standing:
    return exactly(frozenset(names))


def test_senders_that_differ_only_in_wording_are_alike() -> None:
    first, second = senders([Origin(actor="gr-1", wording="ett", forum="x"), Origin(actor="gr-1", wording="två", forum="y")])

    assert first == second == Sender(actor="gr-1", from_forum=True)


def test_a_need_that_says_nothing_of_its_senders_has_an_unknown_one() -> None:
    assert senders([]) == (Sender(),)


def test_a_recorded_backing_is_the_only_possible_one() -> None:
    assert backings(Sender(actor="gr-1", backing="all"), KNOWN) == ("all",)


def test_a_municipality_without_a_recorded_backing_is_at_most_a_municipality() -> None:
    assert backings(Sender(actor="gr-1"), KNOWN) == ("individual", "unit", "municipality")


@pytest.mark.parametrize("sender", [Sender(actor="gr-1", present=3), Sender(actor="gr-1", covers="all"), Sender(actor="rss-gr"), Sender()])
def test_one_that_may_have_spoken_for_others_can_have_any_backing(sender: Sender) -> None:
    assert backings(sender, KNOWN) == ("individual", "unit", "municipality", "forum", "all")


@pytest.mark.parametrize("backing", ["individual", "unit", "municipality"])
def test_an_administration_stands_for_its_municipality(backing: str) -> None:
    assert of(backing, actor="goteborg-social") == only("goteborg")


@pytest.mark.parametrize("backing", ["individual", "unit"])
def test_one_representative_of_a_structure_stands_for_the_structure_alone(backing: str) -> None:
    assert of(backing, actor="rss-gr", covers="all", present=("gr-1", "gr-2")) == only("rss-gr")


def test_one_municipality_behind_a_structure_is_some_member_of_it() -> None:
    assert of("municipality", actor="rss-gr") == Standing(NOBODY, 1, 1, MEMBERS)


def test_one_municipality_behind_a_national_group_or_an_unknown_sender_is_any_municipality() -> None:
    anyone = Standing(NOBODY, 1, 1, KNOWN.municipal)

    assert of("municipality", actor="nsk-s") == anyone
    assert of("municipality") == anyone


def test_one_municipality_behind_a_structure_without_any_is_the_structure() -> None:
    lone = bodies(network([actor("rss-empty", "rss", level="regional")]))

    assert standing(Sender(actor="rss-empty"), "municipality", lone) == only("rss-empty")


def test_only_those_present_count_however_many_the_forum_covers() -> None:
    assert of("forum", actor="rss-gr", covers=13, present=("gr-1", "goteborg-social", "goteborg")) == only("gr-1", "goteborg")


def test_a_local_sender_stands_beside_those_present() -> None:
    assert of("forum", actor="gr-1", present=("gr-2",)) == only("gr-1", "gr-2")


def test_a_forum_where_nobody_was_present_is_counted_as_itself() -> None:
    assert of("forum", actor="rss-gr", present=()) == only("rss-gr")
    assert of("forum", actor="rss-gr", present=0) == only("rss-gr")


def test_a_number_present_is_of_those_the_sender_speaks_for() -> None:
    assert of("forum", actor="rss-gr", present=5) == Standing(NOBODY, 5, 5, MEMBERS)
    assert of("forum", actor="gr-1", present=5) == Standing(frozenset(["gr-1"]), 5, 5, MEMBERS)


def test_as_many_present_as_there_are_is_all_of_them() -> None:
    assert of("forum", actor="rss-gr", present=13) == exactly(MEMBERS)
    assert of("forum", actor="rss-island", present=3) == only("island")


def test_a_number_present_of_those_named_as_covered() -> None:
    assert of("forum", actor="rss-gr", covers=HALLAND, present=2) == Standing(NOBODY, 2, 2, frozenset(HALLAND))


def test_a_forum_of_which_nothing_is_recorded_has_somebody_present() -> None:
    assert of("forum", actor="rss-gr") == Standing(NOBODY, 1, 13, MEMBERS)
    assert of("forum", actor="rss-gr", covers=6) == Standing(NOBODY, 1, 6, MEMBERS)
    assert of("forum", actor="nsk-s") == Standing(NOBODY, 1, 1000, None)
    assert of("forum", covers=6) == Standing(NOBODY, 1, 6, None)
    assert of("forum", present=6) == Standing(NOBODY, 6, 6, None)


def test_all_is_every_municipality_of_the_structure() -> None:
    assert of("all", actor="directors-gr") == exactly(MEMBERS)
    assert of("all", actor="directors-gr", covers="all") == exactly(MEMBERS)
    assert of("all", actor="gr-1", covers="all") == exactly(MEMBERS)


def test_all_of_those_covered_is_no_more_than_those_covered() -> None:
    assert of("all", actor="directors-gr", covers=("gr-1", "gr-2")) == only("gr-1", "gr-2")
    assert of("all", actor="directors-gr", covers=4) == Standing(NOBODY, 4, 4, MEMBERS)
    assert of("all", actor="directors-gr", covers=13) == exactly(MEMBERS)


def test_all_of_nobody_knows_whom_is_somebody() -> None:
    assert of("all") == Standing(NOBODY, 1, 1000, None)


def test_all_of_a_structure_without_municipalities_is_itself() -> None:
    lone = bodies(network([actor("rss-empty", "rss", level="regional")]))

    assert standing(Sender(actor="rss-empty"), "all", lone) == only("rss-empty")


def test_at_least_so_many_are_of_their_kind_and_body() -> None:
    assert of("municipality", at_least=5, of="municipality", within="rss-gr") == Standing(NOBODY, 5, 13, MEMBERS)
    assert of("municipality", at_least=13, of="municipality", within="rss-gr") == exactly(frozenset(GR))


def test_at_least_so_many_administrations_of_a_city_are_one_organisation() -> None:
    assert of("unit", at_least=3, of="administration", within="goteborg") == only("goteborg")


def test_at_least_so_many_actors_may_share_organisations() -> None:
    assert of("unit", at_least=2, of="administration") == Standing(NOBODY, 1, 2, frozenset(["goteborg", "island"]))


def test_more_than_the_network_has_may_be_anybody() -> None:
    assert of("unit", at_least=9, of="administration", within="rss-gr") == Standing(NOBODY, 1, 1000, None)


def test_at_least_so_many_structures_speak_for_others_than_themselves() -> None:
    assert of("forum", at_least=2, of="rss") == Standing(NOBODY, 1, 1000, None)
    assert of("unit", at_least=2, of="rss", within="") == Standing(
        NOBODY, 2, 6, frozenset(["rss-gr", "rss-orebro", "rss-halland", "rss-pair", "rss-island", "rss-network"])
    )


def test_a_sender_without_backing_stands_for_what_all_its_backings_have_in_common() -> None:
    assert stands_for(Sender(actor="gr-1"), KNOWN) == only("gr-1")
    assert stands_for(Sender(actor="rss-gr"), KNOWN) == Standing(NOBODY, 1, 13, MEMBERS | {"rss-gr"})
    assert stands_for(Sender(), KNOWN) == Standing(NOBODY, 1, 1000, None)
