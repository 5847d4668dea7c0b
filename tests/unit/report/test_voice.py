from datetime import date
from fractions import Fraction

import attrs

from prioritera.model.field import Field, Kind, Origin
from prioritera.model.text import Label
from prioritera.model.value import Between, Missing, Reason
from prioritera.report.voice import (
    actor_name,
    area_name,
    date_words,
    destination_name,
    kind_name,
    number_words,
    outcome_name,
    place_words,
    question_of,
    rule_of,
    thing_name,
    value_words,
)
from results import voice, whole

FIELDS = whole()[1].rules.fields


def test_outcomes_of_the_rule_set_and_of_the_engine_have_names() -> None:
    assert [outcome_name(voice(), name) for name in ("research", "merged", "fact-needed")] == [
        "ny forskning",
        "sammanfört behov",
        "en uppgift behövs",
    ]


def test_what_is_not_known_by_name_is_shown_by_id() -> None:
    assert area_name(voice(), "x") == actor_name(voice(), "x") == kind_name(voice(), "x") == thing_name(voice(), "x") == "x"


def test_destinations_are_named_as_decisions_name_them() -> None:
    names = ["agency", "nearest:rss", "origin", "contact"]

    assert [destination_name(voice(), name) for name in names] == ["Myndigheten", "närmaste RSS", "avsändaren", "den som håller i arbetet"]
    assert [destination_name(voice("en"), name) for name in names] == [
        "the Agency",
        "the nearest RSS",
        "the sender",
        "whoever leads the work",
    ]


def test_fields_criteria_and_the_score_are_things() -> None:
    assert [thing_name(voice(), name) for name in ("causes", "reach", "score")] == ["orsak", "Räckvidd", "poängen"]


def test_a_thing_without_a_question_is_asked_for_by_name() -> None:
    assert [question_of(voice(), name) for name in ("causes", "reach", "spread", "units", "x")] == [
        "Vad beror det på?",
        "Hur många berörs?",
        "Variation?",
        "Antal enheter?",
        "X?",
    ]


def test_values_are_said_in_words() -> None:
    swedish = voice()

    assert value_words(swedish, FIELDS["causes"], frozenset({"law", "gap"})) == "kunskap saknas och juridisk fråga"
    assert value_words(swedish, FIELDS["causes"], frozenset()) == "inget"
    assert value_words(swedish, FIELDS["urgent"], value=True) == "ja"
    assert value_words(swedish, FIELDS["urgent"], value=False) == "nej"
    assert value_words(swedish, FIELDS["units"], 7) == "7"
    assert value_words(swedish, FIELDS["anchoring"], 4) == "hela RSS:en"
    assert value_words(swedish, FIELDS["anchoring"], Between(0, 5)) == "från en person till flera RSS:er"
    assert value_words(swedish, FIELDS["size"], "large") == "stor"
    assert value_words(swedish, None, "research") == "ny forskning"
    assert value_words(swedish, None, "fact-needed") == "en uppgift behövs"
    assert value_words(swedish, None, "okänt ord") == "okänt ord"


def test_each_of_the_five_missing_states_has_words_of_its_own() -> None:
    swedish = [value_words(voice(), None, Missing(reason)) for reason in Reason]
    english = [value_words(voice("en"), None, Missing(reason)) for reason in Reason]

    assert swedish == ["ej ifyllt", "vet ej", "ej bedömt", "varierar", "ej tillämpligt"]
    assert english == ["blank", "don't know", "not yet judged", "varies", "not applicable"]


def test_a_place_in_an_ordered_choice_is_its_word() -> None:
    terms = attrs.evolve(FIELDS["size"], ordered=True).terms
    field = Field(id="size", kind=Kind.CHOICE, ordered=True, terms=terms, label=Label(sv="storlek", en="size"))

    assert place_words(voice(), field, 1) == "stor"


def test_a_place_outside_the_words_is_a_number() -> None:
    assert place_words(voice(), FIELDS["anchoring"], 9) == "9"


def test_numbers_have_the_decimal_mark_of_the_language() -> None:
    assert number_words(voice(), Fraction(3, 2)) == "1,5"
    assert number_words(voice("en"), Fraction(3, 2)) == "1.5"


def test_dates_are_written_in_one_way() -> None:
    assert date_words(date(2026, 5, 4)) == "2026-05-04"


def test_a_rule_is_found_by_table_and_id() -> None:
    rules = whole()[1].rules

    found = rule_of(rules, "triage", "legal")

    assert found is not None
    assert found.then == "nearby"
    assert rule_of(rules, "triage", "x") is None


def test_a_count_that_nothing_known_bounds_is_at_least_so_many() -> None:
    behind = Field(
        id="behind", kind=Kind.WHOLE, origin=Origin.DERIVED, label=Label(sv="x", en="x"), high=1000, measure="distinct-organisations"
    )

    assert value_words(voice(), behind, Between(3, 1000)) == "minst 3"
    assert value_words(voice("en"), behind, Between(3, 1000)) == "at least 3"
    assert value_words(voice(), behind, Between(3, 9)) == "från 3 till 9"
    assert value_words(voice(), behind, Between(0, 1000)) == "från 0 till 1000"
