"""What somebody found when they looked for what exists already, in one word."""

from datetime import date

import pytest

from prioritera.measures.checked import checked
from prioritera.model.need import Check, Need, Origin

NEW_YEAR = date(2018, 1, 1)


def need(*checks: Check) -> Need:
    return Need(id="n", title="n", area="x", origins=[Origin(unknown=True)], checked=checks)


def found(word: str, on: date | None = None) -> Check:
    return Check(where=["SBU"], found=word, on=on)


def test_nobody_has_looked_until_somebody_says_so() -> None:
    assert checked(need(), decided_on=None) == "unchecked"


@pytest.mark.parametrize("word", ["nothing", "something", "gap"])
def test_a_check_says_what_it_found(word: str) -> None:
    assert checked(need(found(word)), decided_on=NEW_YEAR) == word


def test_something_found_is_not_undone_by_nothing_found_elsewhere() -> None:
    assert checked(need(found("nothing"), found("something"), found("nothing")), decided_on=None) == "something"


def test_an_established_gap_outweighs_what_was_found() -> None:
    assert checked(need(found("something"), found("gap")), decided_on=None) == "gap"


def test_a_check_counts_from_its_own_day_on() -> None:
    assert checked(need(found("gap", NEW_YEAR)), decided_on=NEW_YEAR) == "gap"
    assert checked(need(found("gap", NEW_YEAR)), decided_on=date(2017, 12, 31)) == "unchecked"
    assert checked(need(found("gap", NEW_YEAR)), decided_on=None) == "gap"
