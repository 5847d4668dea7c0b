"""What the analyst is shown: what is known, what senders answered, and what their brackets come to."""

from fractions import Fraction

import pytest

from builders import criterion, fields, label, need
from prioritera import load_network, load_rules
from prioritera.forms.known import assessment_text, fact_text
from prioritera.forms.proposed import proposal_text
from prioritera.forms.said import said_lines
from prioritera.measures.affected import affected
from prioritera.model.need import Origin
from prioritera.model.network import Actor, Network, Population
from prioritera.model.value import Assessment, Exact, Fact, FactValue, Interval, Missing, Panel, Reason, Value
from prioritera.report.voice import Voice

RULES = load_rules("prioritera:sbu-four")
NETWORK = Network(
    id="n",
    label=label(),
    actors={
        name.lower(): Actor(
            id=name.lower(), label=label(name), kind="town", level="local", population=Population(persons=persons, year=year)
        )
        for name, persons, year in (("Ale", 31_000, 2023), ("Tjorn", 16_000, 2024))
    }
    | {"x": Actor(id="x", label=label("X"), kind="town", level="local")},
    channels=[],
)
VOICES = {language: Voice(language, RULES, NETWORK) for language in ("sv", "en")}


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("kind", "offer", "offer"),
        ("causes", frozenset({"support", "gap"}), "gap; support"),
        ("wait", 3, "3"),
        ("urgent", True, "ja"),
        ("urgent", False, "nej"),
        ("urgent", Missing(Reason.DONT_KNOW), "vet ej"),
        ("urgent", Missing(Reason.NOT_FILLED_IN), ""),
    ],
)
def test_a_fact_is_shown_as_it_would_be_written(name: str, value: FactValue, shown: str) -> None:
    assert fact_text(Fact(value=value), fields()[name], "sv") == shown


@pytest.mark.parametrize(
    ("value", "step", "shown"),
    [
        (Exact(3), Fraction(1, 2), "1,5"),
        (Exact(1), Fraction(1, 3), ""),
        (Interval(1, 3), Fraction(1), "1..3"),
        (Interval(1, 3, Reason.VARIES), Fraction(1), ""),
        (Missing(Reason.NOT_YET_JUDGED), Fraction(1), "ej bedömt"),
        (Panel(answers=[Fraction(2), Fraction(5, 2), Missing(Reason.DONT_KNOW)], x=2), Fraction(1), "2 | 2,5 | vet ej"),
        (Panel(answers=[Fraction(2)], x=2), Fraction(1), ""),
    ],
)
def test_a_value_is_shown_as_it_would_be_written_and_not_at_all_where_no_cell_can_say_it(value: Value, step: Fraction, shown: str) -> None:
    assert assessment_text(Assessment(value=value, source="K18:1"), criterion("impact", step=step), "sv") == (shown, "K18:1")


def test_what_is_not_known_is_an_empty_cell() -> None:
    assert fact_text(None, fields()["wait"], "sv") == ""
    assert assessment_text(None, criterion("impact"), "sv") == ("", "")


def test_each_sender_s_answers_are_told_as_its_own() -> None:
    origins = [
        Origin(actor="ale", persons="1-4", consequence="great", example="ett fall", tried="SBU", wished_form="manual"),
        Origin(actor="tjorn", consequence="small", dont_know=("persons", "context")),
        Origin(unknown=True, example="bara ett exempel"),
    ]

    assert list(said_lines(need(origins=origins), VOICES["sv"])) == [
        "Ale: färre än 5 personer",
        "Ale: stor för den enskilde (ett fall)",
        "Ale har provat: SBU",
        "Ale önskar: manual",
        "Tjorn: liten för den enskilde",
        "Tjorn: vet ej (Ungefär hur många hos er?, I vilken situation, eller vid vilken insats?)",
        "okänd avsändare: ett exempel (bara ett exempel)",
    ]


def test_the_round_says_how_few_persons_are_shown_of_a_sender() -> None:
    origins = [Origin(actor=actor, persons=persons) for actor, persons in (("ale", "5-19"), ("tjorn", "20-99"), ("x", "100-"))]

    assert list(said_lines(need(origins=origins), VOICES["en"], 10)) == [
        "Ale: fewer than 20 persons",
        "Tjorn: 20–99 persons",
        "X: 100 or more persons",
    ]
    assert list(said_lines(need(origins=origins), VOICES["en"], 200))[2:] == []


@pytest.mark.parametrize(
    ("given", "language", "told"),
    [
        (
            [("ale", "1-4"), ("tjorn", "5-19")],
            "sv",
            (
                "1,27–4,9 per 10 000 invånare och år\n"
                "(1–4) + (5–19) = 6–23 personer bland 47\N{NO-BREAK SPACE}000 invånare i Ale och Tjorn (2023, 2024), de som har svarat\n"
                "Förslag ur intervallen; avgörs av er. Källa: intervall från formulär."
            ),
        ),
        (
            [("ale", "0"), ("tjorn", "100-")],
            "en",
            (
                "at least 21.27 per 10 000 inhabitants and year, no upper end\n"
                "(0) + (100 or more) = at least 100 persons among 47\N{NO-BREAK SPACE}000 inhabitants of Ale and Tjorn (2023, 2024), "
                "those that have answered\n"
                "Proposed from the brackets; you decide. Source: brackets from forms."
            ),
        ),
        (
            [("ale", "1-4"), ("ale", "5-19")],
            "sv",
            (
                "1,61–7,42 per 10 000 invånare och år\n"
                "(5–23) = 5–23 personer bland 31\N{NO-BREAK SPACE}000 invånare i Ale (2023), de som har svarat\n"
                "Förslag ur intervallen; avgörs av er. Källa: intervall från formulär."
            ),
        ),
        (
            [("ale", "0")],
            "sv",
            (
                "0–0 per 10 000 invånare och år\n"
                "(0) = 0 personer bland 31\N{NO-BREAK SPACE}000 invånare i Ale (2023), de som har svarat\n"
                "Förslag ur intervallen; avgörs av er. Källa: intervall från formulär."
            ),
        ),
        ([("x", "0"), ("ale", "0")], "sv", "går inte att räkna: folkmängden är inte känd för X"),
        ([("", "0")], "en", "cannot be reckoned: a number comes from a sender without a name"),
        ([("ale", "")], "sv", ""),
    ],
)
def test_the_proposal_shows_its_arithmetic(given: list[tuple[str, str]], language: str, told: str) -> None:
    origins = [Origin(actor=actor, unknown=not actor, persons=persons) for actor, persons in given]

    assert proposal_text(affected(origins, NETWORK), VOICES[language]) == told


def test_a_proposal_inside_another_says_whose() -> None:
    network = load_network("prioritera:sweden-2018")
    inside = next(actor for actor in network.actors.values() if actor.member_of)
    found = affected([Origin(actor=inside.id, persons="0")], network)

    assert found is not None
    assert found.lacking == "no-population"
