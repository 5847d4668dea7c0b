"""Answers against the round: needs and actors found by any of their names, and nobody's answer chosen for them."""

from prioritera.diagnostics import Faults, Span, describe
from prioritera.model.agreement import Check, Missed
from prioritera.records.checks import OnePlace, resolved, resolved_missed
from small_networks import actor, network

NETWORK = network([actor("ale", code="1440"), actor("berg"), actor("rss-a", "rss", level="regional")])


def check(row: int, need: str, who: str, answer: str = "agrees", comment: str = "") -> Check:
    """A row of a sheet."""
    spans = [Span("ark.csv", row, column) for column in (3, 1, 2)]
    return Check(need=need, actor=who, answer=answer, comment=comment, span=spans[0], need_at=spans[1], actor_at=spans[2])


def told(*checks: Check) -> tuple[list[tuple[str, str, str]], list[str]]:
    """The rows that are known, and what is wrong with the others."""
    faults = Faults()
    found = resolved(checks, ["fall", "Örat"], NETWORK, faults)
    return [(one.need, one.actor, one.answer) for one in found], [describe(one, "sv").partition("\n")[0] for one in faults.all()]


def test_a_need_is_found_whatever_its_letters_and_an_actor_by_its_code() -> None:
    assert told(check(2, "FALL", "1440"), check(3, "o\u0308rat", "Berg")) == ([("fall", "ale", "agrees"), ("Örat", "berg", "agrees")], [])


def test_a_row_of_an_unknown_need_or_actor_is_set_aside_with_its_place() -> None:
    found, said = told(check(2, "fal", "ale"), check(3, "fall", "brg"), check(4, "fall", "ale"))

    assert found == [("fall", "ale", "agrees")]
    assert said == [
        "ark.csv:2:1: fel[round-need-unknown]: omgången har inget behov ”fal”",
        "ark.csv:3:2: fel[unknown-sender]: ingen aktör i nätverket heter ”brg”",
    ]


def test_two_different_answers_of_one_actor_are_told_and_neither_is_counted() -> None:
    found, said = told(check(2, "fall", "ale"), check(3, "fall", "1440", "disagrees"), check(4, "fall", "berg"))

    assert found == [("fall", "ale", ""), ("fall", "ale", ""), ("fall", "berg", "agrees")]
    assert said == ["ark.csv:3:3: fel[check-twice]: ”ale” har två olika svar om behovet ”fall”"]


def test_the_same_answer_twice_and_an_empty_row_beside_an_answer_are_no_fault() -> None:
    found, said = told(check(2, "fall", "ale", ""), check(3, "fall", "ale"), check(4, "fall", "ale"))

    assert said == []
    assert [answer for _, _, answer in found] == ["", "agrees", "agrees"]


def test_rows_without_places_are_told_too() -> None:
    faults = Faults()
    rows = [Check(need="fall", actor="ale", answer=answer) for answer in ("agrees", "partly")]

    found = resolved([*rows, Check(need="fall", actor="x")], ["fall"], NETWORK, faults)

    assert [one.answer for one in found] == ["", ""]
    assert [one.code for one in faults.all()] == ["check-twice", "unknown-sender"]


def test_who_missed_something_is_found_by_name_unless_the_row_is_a_need_already() -> None:
    faults = Faults()
    missed = [Missed(text="a", actor="1440"), Missed(text="b", actor="x"), Missed(text="c"), Missed(text="d", actor="y", kept_as="d-1")]

    found = resolved_missed(missed, NETWORK, faults)

    assert [one.actor for one in found] == ["ale", "x", "", "y"]
    assert [one.code for one in faults.all()] == ["unknown-sender"]


def test_a_cell_has_one_place() -> None:
    assert OnePlace(Span("ark.csv", 2, 1)).key(("x",)) == Span("ark.csv", 2, 1)
    assert OnePlace(None).value(()) == Span("")
