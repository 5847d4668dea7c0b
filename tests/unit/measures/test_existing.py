from datetime import date

import pytest

from prioritera.measures.existing import behind, counts, status
from prioritera.model.catalogue import Catalogue, Support
from prioritera.model.need import Need, Origin, SupportMatch
from prioritera.model.text import Label

NEW_YEAR = date(2018, 1, 1)


def entry(status: str, since: date | None = None, name: str = "") -> Support:
    return Support(id=name or status, title=Label(sv="x", en="x"), status=status, since=since)


CATALOGUE = Catalogue(
    entries={
        one.id: one
        for one in (
            *map(entry, ("current", "outdated", "in-production", "under-way", "ended")),
            entry("current", date(2018, 1, 1), "since-new-year"),
            entry("current", name="another-current"),
        )
    }
)


def need(*support: SupportMatch) -> Need:
    return Need(id="n", title="n", area="x", origins=[Origin(unknown=True)], support=support)


def confirmed(name: str) -> SupportMatch:
    return SupportMatch(entry=name, confirmed=True)


def test_nothing_known_is_none() -> None:
    assert status(need(), CATALOGUE, decided_on=None) == "none"


@pytest.mark.parametrize("name", ["current", "outdated", "in-production", "under-way"])
def test_a_confirmed_match_to_the_question_is_the_status_of_its_entry(name: str) -> None:
    assert status(need(confirmed(name)), CATALOGUE, decided_on=None) == name


def test_work_that_has_ended_does_not_count() -> None:
    assert status(need(confirmed("ended")), CATALOGUE, decided_on=None) == "none"
    assert status(need(SupportMatch(entry="ended", covers="area")), CATALOGUE, decided_on=None) == "none"


def test_an_unconfirmed_match_to_the_question_is_a_candidate() -> None:
    assert status(need(SupportMatch(entry="under-way")), CATALOGUE, decided_on=None) == "candidate"


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_support_to_the_area_is_not_support_to_the_question(is_confirmed: bool) -> None:  # noqa: FBT001 -- a case of the test
    match = SupportMatch(entry="current", covers="area", confirmed=is_confirmed)

    assert status(need(match), CATALOGUE, decided_on=None) == "area-only"


def test_the_weightiest_match_decides_whatever_the_order() -> None:
    matches = [SupportMatch(entry="current", covers="area"), confirmed("outdated"), confirmed("current"), confirmed("under-way")]

    assert [status(need(*matches[:length]), CATALOGUE, decided_on=None) for length in (1, 2, 3, 4)] == [
        "area-only",
        "outdated",
        "current",
        "under-way",
    ]
    assert status(need(*reversed(matches)), CATALOGUE, decided_on=None) == "under-way"


def test_an_entry_counts_from_its_date_on() -> None:
    match = need(confirmed("since-new-year"))

    assert status(match, CATALOGUE, decided_on=date(2017, 12, 31)) == "none"
    assert status(match, CATALOGUE, decided_on=NEW_YEAR) == "current"
    assert status(match, CATALOGUE, decided_on=None) == "current"


def test_behind_a_status_stand_its_confirmed_entries_in_order_and_once() -> None:
    found = behind(
        need(
            confirmed("another-current"), confirmed("outdated"), confirmed("current"), SupportMatch(entry="current"), confirmed("current")
        ),
        CATALOGUE,
        decided_on=None,
    )

    assert [support.id for support in found] == ["another-current", "current"]


def test_behind_a_candidate_or_an_area_stands_nothing() -> None:
    assert behind(need(SupportMatch(entry="current")), CATALOGUE, decided_on=None) == ()
    assert behind(need(SupportMatch(entry="current", covers="area", confirmed=True)), CATALOGUE, decided_on=None) == ()
    assert behind(need(), CATALOGUE, decided_on=None) == ()


def test_a_match_to_an_entry_that_is_not_there_is_no_match_but_a_fault() -> None:
    with pytest.raises(KeyError, match="gone"):
        status(need(confirmed("gone")), CATALOGUE, decided_on=None)


def published(status: str, year: int | None, since: date | None = None) -> Support:
    return Support(id="s", title=Label(sv="s", en="s"), status=status, year=year, since=since)


@pytest.mark.parametrize("word", ["current", "outdated"])
def test_what_has_only_a_year_counts_from_that_year_on(word: str) -> None:
    assert not counts(published(word, 2018), date(2017, 12, 31))
    assert counts(published(word, 2018), NEW_YEAR)


@pytest.mark.parametrize("word", ["in-production", "under-way", "ended"])
def test_the_year_of_what_is_not_there_yet_is_when_it_is_expected(word: str) -> None:
    assert counts(published(word, 2027), NEW_YEAR)


def test_the_day_that_is_given_tells_more_than_the_year() -> None:
    assert counts(published("current", 2018, since=date(2017, 11, 1)), date(2017, 12, 1))


def test_what_has_no_date_counts_and_so_does_all_of_it_without_a_day_to_decide() -> None:
    assert counts(published("current", None), NEW_YEAR)
    assert counts(published("current", 2999, since=date(2999, 1, 1)), None)


def test_what_was_confirmed_later_was_a_candidate_then() -> None:
    match = SupportMatch(entry="current", confirmed=True, on=NEW_YEAR)

    assert status(need(match), CATALOGUE, decided_on=date(2017, 12, 31)) == "candidate"
    assert status(need(match), CATALOGUE, decided_on=NEW_YEAR) == "current"
    assert status(need(match), CATALOGUE, decided_on=None) == "current"
