"""Settings: wanted measures become senders, question and matches that have them."""

from datetime import date

import pytest

from prioritera.measures.compute import derive
from prioritera.measures.declare import MEASURES
from prioritera.measures.existing import STATUSES, status
from prioritera.measures.setting import Setting, made_setting, matches_for, question_of
from prioritera.model.catalogue import Catalogue, Support
from prioritera.model.need import Need, Origin, SupportMatch
from prioritera.model.text import Label
from prioritera.model.value import Known
from small_networks import sweden

ORGANISATIONS, RSS, SHARE = "distinct-organisations", "distinct-rss", "share-of-rss-municipalities"
LEVEL, ANCHORING = "highest-level", "anchoring-level"


def measured(setting: Setting | None) -> dict[str, object]:
    """Every measure of the setting that is certain."""
    assert setting is not None
    need = Need(id="n", title="n", area="a", origins=setting.origins, support=setting.support, question=setting.question)
    found = derive(need, setting.network, setting.catalogue, tuple(MEASURES), decided_on=None)
    return {name: value.value for name, value in found.items() if isinstance(value, Known)}


@pytest.mark.parametrize("existing", STATUSES)
def test_every_status_of_the_catalogue_can_be_had(existing: str) -> None:
    setting = made_setting({}, existing=existing)

    assert measured(setting)["catalogue-status"] == existing


@pytest.mark.parametrize("parts", [(), ("context",), ("target-group", "intervention"), ("target-group", "intervention", "context")])
def test_every_part_of_a_question_can_be_had(parts: tuple[str, ...]) -> None:
    setting = made_setting({}, parts=parts)

    assert measured(setting)["parts-present"] == frozenset(parts)


@pytest.mark.parametrize("level", range(6))
@pytest.mark.parametrize("highest", range(4))
def test_every_level_of_anchoring_goes_with_every_highest_level(level: int, highest: int) -> None:
    setting = made_setting({ANCHORING: (level, level), LEVEL: (highest, highest)})

    found = measured(setting)

    assert (found[ANCHORING], found[LEVEL]) == (level, MEASURES[LEVEL].words[highest])


@pytest.mark.parametrize(
    "wanted",
    [
        {ORGANISATIONS: 1, RSS: 0},
        {ORGANISATIONS: 1, RSS: 1, LEVEL: 3},
        {ORGANISATIONS: 12, RSS: 2, ANCHORING: 3},
        {ORGANISATIONS: 290, ANCHORING: 0},
        {ORGANISATIONS: 1, RSS: 1, ANCHORING: 4},
        {ORGANISATIONS: 2, RSS: 2, ANCHORING: 5},
        {ORGANISATIONS: 2, RSS: 1, SHARE: 66, ANCHORING: 4},
        {ORGANISATIONS: 3, RSS: 3, SHARE: 0},
        {RSS: 21, ANCHORING: 0},
        {SHARE: 99, ANCHORING: 1},
        {SHARE: 34, ANCHORING: 3, LEVEL: 0},
        {SHARE: 75, ANCHORING: 4, LEVEL: 0},
        {SHARE: 1, ANCHORING: 5, LEVEL: 2},
        {RSS: 0, ANCHORING: 2, LEVEL: 3},
    ],
)
def test_measures_can_be_had_together(wanted: dict[str, int]) -> None:
    setting = made_setting({name: (value, value) for name, value in wanted.items()})

    found = measured(setting)

    expected = {name: MEASURES[name].words[value] if name == LEVEL else value for name, value in wanted.items()}
    assert {name: found[name] for name in wanted} == expected


@pytest.mark.parametrize(
    "wanted",
    [
        {ORGANISATIONS: 2, ANCHORING: 3},
        {SHARE: 34, ANCHORING: 4},
        {ORGANISATIONS: 1, SHARE: 34},
        {ORGANISATIONS: 1, RSS: 2},
        {ORGANISATIONS: 2, SHARE: 75, RSS: 2},
    ],
)
def test_what_nobody_can_be_is_not_built(wanted: dict[str, int]) -> None:
    assert made_setting({name: (value, value) for name, value in wanted.items()}) is None


def test_many_senders_of_a_kind_are_written_as_a_number() -> None:
    setting = made_setting({ORGANISATIONS: (290, 290), ANCHORING: (1, 1)})

    assert setting is not None
    assert setting.origins == (Origin(at_least=290, of="association", backing="unit"),)


def test_so_many_senders_are_a_number_of_bodies_in_the_network_that_they_stand_on() -> None:
    setting = made_setting({ORGANISATIONS: (12, 12), ANCHORING: (3, 3)})

    found = measured(setting)

    assert (found[ORGANISATIONS], found[ANCHORING]) == (12, 3)
    assert setting is not None
    assert [(origin.actor, origin.at_least) for origin in setting.origins] == [("rss-1", 0), ("", 9)]


def test_few_senders_are_written_one_by_one() -> None:
    setting = made_setting({ORGANISATIONS: (2, 2), RSS: (2, 2), ANCHORING: (0, 0)})

    assert setting is not None
    assert [origin.actor for origin in setting.origins] == ["association-1", "association-2"]


def test_with_nothing_wanted_the_sender_is_a_municipality() -> None:
    setting = made_setting({})

    assert setting is not None
    assert setting.origins == (Origin(actor="municipality-1", backing="municipality", decided="minutes"),)


def test_the_actors_of_a_given_network_are_the_senders() -> None:
    setting = made_setting({ANCHORING: (3, 3)}, network=sweden())

    assert setting is not None
    assert setting.origins == (Origin(actor="rss-gr", backing="forum", decided="minutes", present=("gr-1", "gr-2", "gr-3")),)
    assert setting.network.id == "small"


@pytest.mark.parametrize("level", range(6))
def test_every_level_of_anchoring_is_found_in_a_given_network(level: int) -> None:
    setting = made_setting({ANCHORING: (level, level)}, network=sweden())

    assert measured(setting)[ANCHORING] == level


def test_a_given_network_without_such_senders_gives_nothing() -> None:
    assert made_setting({RSS: (40, 40)}, network=sweden()) is None


def test_entries_of_a_given_catalogue_are_matched() -> None:
    given = Catalogue(
        entries={
            name: Support(id=name, title=Label(sv="x", en="x"), status=word, since=since)
            for name, word, since in (("old", "ended", None), ("next", "current", date(2030, 1, 1)), ("guide", "current", None))
        }
    )

    found = matches_for("current", given, decided_on=date(2026, 1, 1))

    assert found == ((SupportMatch(entry="guide", confirmed=True),), given)
    assert status(Need(id="n", title="n", area="a", origins=(), support=found[0]), given, decided_on=None) == "current"


def test_a_given_catalogue_without_such_an_entry_gives_nothing() -> None:
    assert matches_for("outdated", Catalogue()) is None
    assert made_setting({}, existing="outdated", catalogue=Catalogue()) is None


def test_a_word_that_is_no_status_gives_nothing() -> None:
    assert matches_for("lost") is None


def test_a_measure_that_is_not_of_senders_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\['parts-present'\] are no measures of senders"):
        made_setting({"parts-present": (1, 1)})


def test_a_question_states_only_the_parts_asked_for() -> None:
    assert question_of([]).target_group == ""
    assert question_of(["target-group"]).target_group == "exempel"
