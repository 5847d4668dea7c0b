"""What people have decided about what exists already, in the needs it was decided for."""

from datetime import date

import attrs

from builders import need
from prioritera.model.catalogue import Catalogue, Listed
from prioritera.model.need import Check, Need, Refused, SupportMatch
from prioritera.model.round import Round, SupportDecision
from prioritera.model.text import Label
from prioritera.records.decided_support import with_decided_support
from small_rules import told


def round_of(*rows: SupportDecision) -> Round:
    listed = [Listed(id="ours"), Listed(id="sources")]
    return Round(id="r", label=Label(sv="r", en="r"), records=(), existing=rows, catalogue=Catalogue(listed=listed))


def decided(entry: str, decision: str, on: date | None = None, *, need_id: str = "n1", by: str = "Åsa") -> SupportDecision:
    return SupportDecision(need=need_id, entry=entry, decision=decision, by=by if decision else "", on=on)


def one(record: Need | Refused, *rows: SupportDecision) -> Need:
    (found,) = with_decided_support([record], round_of(*rows))
    assert isinstance(found, Need)
    return found


def test_what_is_confirmed_becomes_a_match_with_who_and_when() -> None:
    found = one(need(), decided("guide", "yes", date(2026, 5, 1)), decided("book", "partly"))

    assert found.support == (
        SupportMatch(entry="guide", covers="question", confirmed=True, by="Åsa", on=date(2026, 5, 1)),
        SupportMatch(entry="book", covers="area", confirmed=True, by="Åsa"),
    )


def test_what_is_rejected_is_no_match_and_no_candidate_of_the_need_either() -> None:
    before = need(support=[SupportMatch(entry="guide"), SupportMatch(entry="other")])

    assert one(before, decided("guide", "no")).support == (SupportMatch(entry="other"),)


def test_a_need_that_says_the_same_keeps_its_own_match() -> None:
    own = SupportMatch(entry="guide", confirmed=True, by="Bo")

    assert one(need(support=[own]), decided("guide", "yes")).support == (own,)


def test_a_need_that_says_otherwise_is_set_aside() -> None:
    own = [SupportMatch(entry="guide", confirmed=True), SupportMatch(entry="book", covers="area", confirmed=True)]

    (found,) = with_decided_support([need(support=own)], round_of(decided("guide", "no"), decided("book", "yes")))

    assert isinstance(found, Refused)
    assert (found.id, found.title) == ("n1", need().title)
    assert told(found.diagnostics) == (
        "error[support-disagrees]: “n1” says itself that “guide” is confirmed, and the sheet says otherwise\n"
        "    why:  which of them holds decides where the need goes, and that is not guessed\n"
        "    mend: change one of them, so that both say the same\n"
        "error[support-disagrees]: “n1” says itself that “book” is confirmed, and the sheet says otherwise\n"
        "    why:  which of them holds decides where the need goes, and that is not guessed\n"
        "    mend: change one of them, so that both say the same"
    )


def test_a_need_whose_every_row_is_decided_is_checked() -> None:
    rows = [decided("guide", "no", date(2026, 5, 1)), decided("book", "partly", date(2026, 5, 3), by="Bo")]

    assert one(need(), *rows).checked == (Check(where=["ours", "sources"], found="nothing", by="Åsa, Bo", on=date(2026, 5, 3)),)


def test_that_an_entry_answers_the_question_is_something_found() -> None:
    assert [check.found for check in one(need(), decided("guide", "yes")).checked] == ["something"]


def test_the_day_of_a_check_is_not_known_when_one_row_has_none() -> None:
    assert one(need(), decided("guide", "no", date(2026, 5, 1)), decided("book", "no")).checked[0].on is None


def test_that_nothing_was_proposed_and_somebody_looked_is_a_check() -> None:
    assert [check.found for check in one(need(), decided("", "no")).checked] == ["nothing"]


def test_a_need_with_a_row_left_is_not_checked() -> None:
    found = one(need(), decided("guide", "no"), decided("book", ""))

    assert (found.support, found.checked) == ((), ())


def test_nothing_is_said_of_a_need_without_decisions_or_of_a_record_set_aside() -> None:
    refused = Refused(id="n1", diagnostics=[])

    assert one(need(), decided("guide", "")) == need()
    assert one(need(), decided("guide", "yes", need_id="n2")) == need()
    assert with_decided_support([refused], round_of(decided("guide", "yes"))) == (refused,)


def test_the_need_is_found_whatever_its_letter_case() -> None:
    assert one(attrs.evolve(need(), id="Fall"), decided("guide", "yes", need_id="fall")).support[0].entry == "guide"
