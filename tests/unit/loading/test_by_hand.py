"""What is changed by hand and what is appealed against, as round.toml says it: every part is written, or it is told."""

from datetime import date
from typing import Any

import pytest

from prioritera.diagnostics import Faults
from prioritera.loading.by_hand import read_appeals, read_overrides
from prioritera.model.by_hand import Appeal, Override
from prioritera.reading.cursor import Cursor
from prioritera.reading.place import NoFile

DAY = date(2026, 5, 31)
OVERRIDE = {"need": " fall ", "outcome": "inform", "by": "RSS", "on": DAY, "because": "Utredning pågår."}
APPEAL = {"need": "fall", "by": "Väsby", "on": DAY, "because": "Vi har inte hörts."}


def rows(faults: Faults, *data: dict[str, Any]) -> list[Cursor]:
    return [Cursor(one, ("rows", number), NoFile("round"), faults) for number, one in enumerate(data)]


def without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


@pytest.mark.parametrize(
    ("said", "thing", "to"),
    [({}, "outcome", "inform"), ({"class": 3}, "class", 3), ({"class": "high"}, "class", "high"), ({"class": True}, "class", True)],
)
def test_a_change_is_of_one_thing(said: dict[str, Any], thing: str, to: str | int) -> None:
    faults = Faults()
    data = {**OVERRIDE, **said} if not said else {**without(OVERRIDE, "outcome"), **said}

    found = read_overrides(rows(faults, data))

    assert found == (Override(need="fall", thing=thing, to=to, by="RSS", on=DAY, because="Utredning pågår."),)
    assert type(found[0].to) is type(to)
    assert faults.all() == ()


@pytest.mark.parametrize("key", ["need", "by", "on", "because"])
def test_who_which_day_and_why_must_be_written(key: str) -> None:
    faults, of_appeals = Faults(), Faults()

    assert read_overrides(rows(faults, without(OVERRIDE, key))) == ()
    assert read_appeals(rows(of_appeals, without(APPEAL, key))) == ()
    assert [(one.code, one.params["key"]) for one in (*faults.all(), *of_appeals.all())] == [("missing-key", key)] * 2


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"class": 3}, "override-not-one-thing"),
        ({"outcome": ""}, "empty-text"),
        ({"because": " "}, "empty-text"),
        ({"on": "2026-05-31"}, "not-a-date"),
        ({"to": "inform"}, "unknown-key"),
    ],
)
def test_a_change_that_says_something_else_is_told(said: dict[str, Any], code: str) -> None:
    faults = Faults()

    assert read_overrides(rows(faults, {**OVERRIDE, **said})) == ()
    assert [one.code for one in faults.all()] == [code]


@pytest.mark.parametrize(("value", "code"), [(2.5, "class-of-no-kind"), (10**1000, "number-too-long"), ("", "empty-text")])
def test_a_class_is_a_word_a_number_or_a_truth_value(value: object, code: str) -> None:
    faults = Faults()

    assert read_overrides(rows(faults, {**without(OVERRIDE, "outcome"), "class": value})) == ()
    assert [one.code for one in faults.all()] == [code]


def test_a_second_change_of_the_same_thing_is_told_and_one_of_another_is_not() -> None:
    faults = Faults()
    other = {**without(OVERRIDE, "outcome"), "class": 2}

    found = read_overrides(rows(faults, OVERRIDE, other, {**OVERRIDE, "need": "FALL", "outcome": "go-on"}))

    assert [(one.thing, one.to) for one in found] == [("outcome", "inform"), ("class", 2)]
    assert [(one.code, one.params["thing"]) for one in faults.all()] == [("override-twice", "outcome")]


def test_an_appeal_may_be_answered_the_same_day() -> None:
    faults = Faults()

    found = read_appeals(rows(faults, APPEAL, {**APPEAL, "answer": "Nej.", "answered_on": DAY, "source": "protokoll 3"}))

    open_one = Appeal(need="fall", by="Väsby", on=DAY, because="Vi har inte hörts.")
    answered = Appeal(need="fall", by="Väsby", on=DAY, because="Vi har inte hörts.", answer="Nej.", answered_on=DAY, source="protokoll 3")
    assert found == (open_one, answered)
    assert faults.all() == ()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"answer": "Nej."}, "appeal-answered-half"),
        ({"answered_on": DAY}, "appeal-answered-half"),
        ({"answer": "Nej.", "answered_on": date(2026, 5, 30)}, "appeal-answered-before"),
        ({"outcome": "inform"}, "unknown-key"),
    ],
)
def test_an_answer_stands_with_its_day_and_not_before_the_appeal(said: dict[str, Any], code: str) -> None:
    faults = Faults()

    assert read_appeals(rows(faults, {**APPEAL, **said})) == ()
    assert [one.code for one in faults.all()] == [code]


def test_an_answer_to_an_appeal_without_a_day_is_told_of_the_day_alone() -> None:
    faults = Faults()

    assert read_appeals(rows(faults, {**without(APPEAL, "on"), "answer": "Nej.", "answered_on": DAY})) == ()
    assert [one.code for one in faults.all()] == ["missing-key"]
