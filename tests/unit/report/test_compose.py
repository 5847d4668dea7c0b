from typing import Any

import attrs
import pytest

from prioritera.model.result import FindOutFirst
from prioritera.model.value import Missing, Reason
from prioritera.report.compose import compose, find_out_section
from prioritera.report.document import Document, Paragraph
from prioritera.report.text import to_text
from results import changed, voice, whole


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_record_is_named_in_the_report(language: str) -> None:
    result, model = whole()

    text = to_text(compose(result, model, language))

    assert [one.need_id for one in result.decisions if one.need_id not in text] == []


def test_numbers_are_shown_only_when_they_are_asked_for() -> None:
    result, model = whole()

    assert "Poäng:" not in to_text(compose(result, model, "sv"))
    assert "Poäng: 0,88 av högst 1" in to_text(compose(result, model, "sv", points=True))


def test_a_round_with_nothing_to_find_out_says_nothing_of_it() -> None:
    assert find_out_section(voice(), attrs.evolve(whole()[0], find_out_first=())) is None


def test_many_needs_that_one_thing_helps_are_counted() -> None:
    needs = ("fall", "hot", "natt", "las")
    things = [FindOutFirst(kind="criterion", id="reach", needs=needs, settles="score")]
    named = FindOutFirst(kind="fact", id="causes", needs=("fall", "utan-rubrik"), settles="destination")
    untitled = changed("fall", need_id="utan-rubrik", title="")
    result = attrs.evolve(whole()[0], find_out_first=[*things, named], decisions=[*whole()[0].decisions, untitled])

    section = find_out_section(voice(), result)

    assert section is not None
    assert to_text(Document("T", (section,))).splitlines()[3:] == [
        "Två saker att ta reda på först",
        "------------------------------",
        "",
        "1. Räckvidd. Hur många berörs? Fylls i av analytiker vid RSS eller SKR. Gör",
        "   platsen säkrare för 4 behov.",
        "2. Vad beror det på? Kan ändra mottagaren för ”Fall i hemmet” och ”utan-rubrik”.",
    ]


def test_one_thing_to_find_out_is_one() -> None:
    result = attrs.evolve(whole()[0], find_out_first=whole()[0].find_out_first[:1])

    section = find_out_section(voice("en"), result)

    assert section is not None
    assert section.title == "One thing to find out first"


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        (
            "sv",
            "Att ta reda på",
            "För ”Orsak okänd” räcker inget enskilt svar: börja med det som behöver besvaras, så visar sig nästa fråga.",
        ),
        (
            "en",
            "To find out",
            "For “Orsak okänd” no single answer is enough: begin with what needs an answer, and the next question shows itself.",
        ),
    ],
)
def test_a_need_that_no_single_answer_helps_is_not_forgotten(language: str, title: str, told: str) -> None:
    stuck = changed("orsak-okand", find_out=(), title="Orsak okänd")

    section = find_out_section(voice(language), attrs.evolve(whole()[0], find_out_first=(), decisions=[stuck]))

    assert section is not None
    assert (section.title, section.blocks) == (title, (Paragraph(told),))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"find_out": (), "outcome": "research"},
        {"find_out": (), "ask": ()},
        {"find_out": (), "ask": ("anchoring",)},
        {"find_out": (), "ask": ("score",)},
        {"find_out": (), "values": {"causes": frozenset({"gap"})}},
        {"find_out": (), "values": {"causes": Missing(Reason.NOT_APPLICABLE)}},
    ],
)
def test_only_what_is_worth_asking_and_not_enough_by_itself_is_told_of(changes: dict[str, Any]) -> None:
    decision = changed("orsak-okand", **changes)

    assert find_out_section(voice(), attrs.evolve(whole()[0], find_out_first=(), decisions=[decision])) is None
