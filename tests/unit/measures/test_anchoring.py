from typing import Any

import attrs

from prioritera.measures.anchoring import anchoring
from prioritera.measures.bodies import bodies
from prioritera.measures.senders import Sender
from small_networks import GR, HALLAND, ISLAND, OREBRO, PAIR, actor, actors, network, sweden

KNOWN = bodies(sweden())


def level(*senders: Sender) -> tuple[int, int]:
    return anchoring(senders, KNOWN)


def each(names: tuple[str, ...], backing: str, **more: Any) -> tuple[Sender, ...]:  # noqa: ANN401 -- whatever a sender may hold
    return tuple(Sender(actor=name, backing=backing, **more) for name in names)


def test_one_person_is_level_0_wherever_it_speaks() -> None:
    assert level(Sender(actor="gr-1", backing="individual")) == (0, 0)
    assert level(Sender(actor="rss-gr", backing="individual", covers="all", decided="joint-letter")) == (0, 0)
    assert level(Sender(backing="individual", from_forum=True)) == (0, 0)


def test_a_unit_is_level_1_and_a_municipality_level_2() -> None:
    assert level(Sender(actor="goteborg-social", backing="unit")) == (1, 1)
    assert level(Sender(actor="goteborg", backing="municipality")) == (2, 2)


def test_an_unknown_unit_is_a_unit() -> None:
    assert level(Sender(backing="unit")) == (1, 1)


def test_three_municipalities_of_one_structure_are_level_3() -> None:
    assert level(*each(("gr-1", "gr-2"), "municipality")) == (2, 2)
    assert level(*each(("gr-1", "gr-2", "kungsbacka"), "municipality")) == (3, 3)


def test_three_municipalities_of_different_structures_are_level_2() -> None:
    assert level(*each(("gr-1", "gr-2", "halland-1"), "municipality")) == (2, 2)


def test_administrations_of_a_city_are_its_municipality_counted_once() -> None:
    assert level(*each(("goteborg-social", "goteborg-elderly", "goteborg-hisingen", "gr-1"), "municipality")) == (2, 2)


def test_units_of_many_municipalities_are_still_units() -> None:
    assert level(*each(GR, "unit")) == (1, 1)


def test_all_social_directors_of_a_county_in_a_joint_letter_are_level_4() -> None:
    assert level(Sender(actor="directors-orebro", backing="all", decided="joint-letter", covers="all", from_forum=True)) == (4, 4)


def test_all_without_a_letter_or_a_decision_are_level_3() -> None:
    assert level(Sender(actor="directors-orebro", backing="all", decided="minutes", covers="all")) == (3, 3)
    assert level(Sender(actor="directors-orebro", backing="all", decided="none")) == (3, 3)


def test_whether_all_have_decided_may_not_be_known() -> None:
    assert level(Sender(actor="directors-orebro", backing="all")) == (3, 4)


def test_every_municipality_by_itself_in_a_joint_letter_is_all_of_them() -> None:
    assert level(*each(OREBRO, "municipality", decided="joint-letter")) == (4, 4)
    assert level(*each(OREBRO[1:], "municipality", decided="joint-letter")) == (3, 3)


def test_five_named_of_the_thirteen_of_gr_are_level_3() -> None:
    present = (*GR[:4], "kungsbacka")

    assert level(Sender(actor="rss-gr", backing="forum", covers=13, present=present, decided="decision")) == (3, 3)


def test_all_present_are_level_4_when_half_of_the_municipalities_were_there() -> None:
    meeting = Sender(actor="rss-gr", backing="forum", covers="all", decided="decision")

    assert level(attrs.evolve(meeting, present=GR[:7])) == (4, 4)
    assert level(attrs.evolve(meeting, present=GR[:6])) == (3, 3)
    assert level(attrs.evolve(meeting, present=7)) == (4, 4)
    assert level(attrs.evolve(meeting, present=7, decided="minutes")) == (3, 3)


def test_a_forum_that_covers_a_part_of_the_structure_is_not_all_of_it() -> None:
    meeting = Sender(actor="rss-gr", backing="forum", decided="decision", present=GR[:7])

    assert level(attrs.evolve(meeting, covers=GR[:8])) == (3, 3)
    assert level(attrs.evolve(meeting, covers=8)) == (3, 3)
    assert level(attrs.evolve(meeting, covers=GR)) == (4, 4)
    assert level(attrs.evolve(meeting, covers=13)) == (4, 4)


def test_a_forum_that_nobody_says_whom_it_covers_may_be_all_of_the_structure() -> None:
    assert level(Sender(actor="rss-gr", backing="forum", decided="decision", present=GR[:7])) == (3, 4)


def test_a_forum_of_which_nothing_is_recorded_is_at_least_a_municipality() -> None:
    assert level(Sender(actor="rss-gr", backing="forum")) == (2, 4)


def test_a_forum_where_no_municipality_was_present_is_a_unit() -> None:
    assert level(Sender(actor="nsk-s", backing="forum", present=("sbu", "fou"))) == (1, 1)


def test_a_network_of_two_structures_that_covers_as_many_as_one_may_be_all_of_that_one() -> None:
    assert level(Sender(actor="directors-west", backing="all", covers=3, decided="decision", present=HALLAND[:2])) == (2, 4)
    assert level(Sender(actor="directors-west", backing="all", covers=16, decided="decision", present=HALLAND[:2])) == (4, 4)


def test_a_number_present_in_a_named_forum_is_enough_for_several_municipalities() -> None:
    assert level(Sender(actor="rss-gr", backing="forum", present=3, decided="none")) == (3, 3)
    assert level(Sender(at_least=3, of="municipality", within="rss-gr", backing="municipality", from_forum=True, decided="none")) == (3, 3)


def test_a_number_of_municipalities_that_nobody_names_is_not_yet_several() -> None:
    assert level(Sender(at_least=3, of="municipality", within="rss-gr", backing="municipality", decided="none")) == (2, 3)
    assert level(Sender(at_least=3, of="municipality", within="rss-gr", backing="municipality")) == (2, 4)


def test_two_structures_at_level_3_are_level_5() -> None:
    assert level(*each((*GR[:3], *HALLAND), "municipality")) == (5, 5)
    assert level(*each(("directors-gr", "directors-orebro"), "all", decided="joint-letter")) == (5, 5)


def test_one_forum_of_two_structures_has_not_found_it_independently() -> None:
    assert level(Sender(actor="nsk-s", backing="forum", present=(*GR[:3], *HALLAND), decided="none")) == (3, 3)
    assert level(Sender(actor="directors-west", backing="all", decided="joint-letter")) == (4, 4)


def test_an_unknown_sender_may_be_anybody() -> None:
    assert level(Sender()) == (0, 5)
    assert level(Sender(backing="forum")) == (1, 5)
    assert level(Sender(backing="all", decided="joint-letter")) == (2, 5)


def test_a_missing_backing_is_bounded_by_what_the_sender_can_be_at_most() -> None:
    assert level(Sender(actor="goteborg-social")) == (0, 2)
    assert level(Sender(actor="gr-1")) == (0, 2)
    assert level(Sender(actor="gr-1", present=("gr-2", "gr-3"), decided="none")) == (0, 3)
    assert level(Sender(actor="directors-gr")) == (0, 4)
    assert level(Sender(actor="nsk-s")) == (0, 4)


def test_unknown_municipalities_may_be_of_one_structure() -> None:
    unknown = Sender(backing="municipality", decided="none")

    assert level(unknown, unknown) == (2, 2)
    assert level(unknown, unknown, unknown) == (2, 3)
    assert level(*[unknown] * 6) == (2, 5)
    assert level(*each((*GR[:2], *HALLAND[:2]), "municipality", decided="none"), unknown) == (2, 3)
    assert level(*each((*GR[:2], *HALLAND[:2]), "municipality", decided="none"), unknown, unknown) == (2, 5)


def test_an_island_is_not_all_of_its_structure_on_one_signature() -> None:
    assert level(Sender(actor="island-municipality", backing="all", covers="all", decided="joint-letter")) == (2, 2)
    assert level(Sender(actor="rss-island", backing="all", covers="all", decided="decision")) == (2, 2)


def test_an_island_whose_three_bodies_decide_in_top_management_is_level_4() -> None:
    assert level(*each(ISLAND, "unit", decided="top-management")) == (4, 4)
    assert level(Sender(actor="rss-island", backing="forum", present=ISLAND, decided="top-management")) == (4, 4)


def test_an_island_needs_three_bodies_and_that_they_decide_in_top_management() -> None:
    assert level(*each(ISLAND[:2], "unit", decided="top-management")) == (1, 1)
    assert level(*each(ISLAND, "unit", decided="decision")) == (1, 1)
    assert level(*each(ISLAND, "individual", decided="top-management")) == (0, 0)


def test_a_body_that_holds_another_is_not_counted_beside_it() -> None:
    assert level(*each(("island-municipality", "island-social", "island-health"), "unit", decided="top-management")) == (1, 1)


def test_an_island_needs_another_authority() -> None:
    more = bodies(network([*actors(), *(actor(name, "administration", part_of="island-municipality") for name in ("x", "y"))]))
    deciding = each(("island-social", "x", "y"), "unit", decided="top-management")

    assert anchoring(deciding, more) == (1, 1)
    assert anchoring((*deciding, Sender(actor="users", backing="unit", decided="top-management")), more) == (4, 4)


def test_others_authorities_without_the_municipality_are_not_its_structure() -> None:
    more = bodies(network([*actors(), *(actor(name, "organisation", other_authority=True) for name in ("x", "y"))]))

    assert anchoring(each(("users", "x", "y"), "unit", decided="top-management"), more) == (1, 1)


def test_a_structure_of_two_municipalities_goes_by_the_rule_of_the_island() -> None:
    assert level(*each(PAIR, "all", covers="all", decided="joint-letter")) == (2, 2)
    assert level(*each((*PAIR, "users"), "municipality", decided="top-management")) == (4, 4)


def test_bodies_that_nobody_names_may_have_decided_in_top_management() -> None:
    meeting = Sender(actor="rss-island", backing="forum", decided="top-management")

    assert level(attrs.evolve(meeting, present=3)) == (2, 4)
    assert level(attrs.evolve(meeting, present=2)) == (2, 2)
    assert level(meeting) == (2, 4)
    assert level(attrs.evolve(meeting, decided="")) == (2, 4)
    assert level(attrs.evolve(meeting, decided="decision")) == (2, 2)


def test_one_unknown_body_may_be_the_third() -> None:
    unknown = Sender(backing="unit", decided="top-management")

    assert level(*each(ISLAND[:2], "unit", decided="top-management"), unknown) == (1, 4)
    assert level(*each(ISLAND[:1], "unit", decided="top-management"), unknown) == (1, 1)


def test_a_number_of_bodies_may_have_decided_where_they_are() -> None:
    assert level(Sender(at_least=2, of="administration", within="island-municipality", backing="unit", decided="top-management")) == (1, 4)
    assert level(Sender(at_least=2, of="administration", within="goteborg", backing="unit", decided="top-management")) == (1, 1)
