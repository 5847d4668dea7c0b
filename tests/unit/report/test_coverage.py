"""Coverage in words and as data: what should make a reader careful, what cannot be told, and nobody's silence."""

import json
from importlib.resources import files

import attrs
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from pilot import judged
from prioritera.frozen import FrozenMap
from prioritera.model.coverage import Coverage, InStates, SizeClass, Sources
from prioritera.model.field import Field, Kind, Term
from prioritera.model.round import Reached
from prioritera.model.text import Label
from prioritera.questions import coverage
from prioritera.report.coverage import coverage_document, rate_words, size_words, warnings
from prioritera.report.coverage_json import coverage_json
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from results import model_of

NOTHING = Coverage(whole=InStates(rss="", counts={}), areas={}, kinds={})


def voice(language: str = "sv") -> Voice:
    """The voice of the story."""
    _, model = judged("gr")
    return Voice(language, model.rules, model.network)


def text_of(found: Coverage, language: str = "sv") -> str:
    """The whole text of a coverage."""
    return to_text(coverage_document(found, *judged("gr"), language))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"sent": 8, "no-answer": 5}, "Response rate: 8 of 13 asked."),
        ({"not-asked": 5}, "The response rate cannot be reckoned: it is not recorded that anybody was asked."),
        (
            {"sent": 8, "no-answer": 2, "unrecorded": 3},
            (
                "Response rate: between 8/13 and 11/13. Municipalities of which nothing is recorded: 3. "
                "They may not have been asked, have answered or not have answered."
            ),
        ),
    ],
)
def test_a_rate_is_exact_between_two_or_none(counts: dict[str, int], said: str) -> None:
    assert rate_words(voice("en"), InStates(rss="", counts=counts)) == said


def test_everything_that_should_make_a_reader_careful_is_said() -> None:
    sizes = [
        SizeClass(low=0, high=15_000, of=3, sent=0),
        SizeClass(low=15_000, high=50_000, of=3, sent=0),
        SizeClass(low=50_000, high=None, of=0, sent=0),
    ]
    reached = [Reached(group="users", state="missed"), Reached(group="profession", name="arbetsterapeuter", state="missed")]
    sources = [Sources(need="a", documents=["Enkät"]), Sources(need="b")]
    found = attrs.evolve(NOTHING, areas={"disability": 0, "x": 1}, sizes=sizes, reached=reached, alone=["n"], sources=sources)

    assert warnings(voice(), found) == (
        "Inga behov har kommit in om funktionshinder.",
        "Behov som vilar på ett enda dokument: 1. Det är en källas bild.",
        "Behov utan angivet dokument: 1. Det går inte att se vad de vilar på.",
        "Ingen kommun med under 15000 eller 15000–49999 invånare har skickat behov.",
        "Nåddes inte: brukare, klienter och anhöriga och arbetsterapeuter.",
        "Behov med stor betydelse på ett enda ställe: 1.",
    )
    assert size_words(voice(), sizes[2]) == "50000 eller fler"
    assert warnings(voice("en"), NOTHING) == (
        "Nothing that can be counted suggests that the material is skewed. What nobody has recorded is not seen here.",
    )


def test_a_round_of_which_nothing_is_known_says_so() -> None:
    text = text_of(NOTHING)

    assert "Inga behov har kommit in." in text
    assert "Svarsandelen går inte att beräkna: ingen uppgift finns om att någon har\ntillfrågats." in text
    assert "Avsändare" not in text
    assert "--for" not in text


def test_ones_own_structure_is_told_that_nobody_is_silent() -> None:
    assert "Ingen kommun har låtit bli att svara, så vitt det är känt." in text_of(attrs.evolve(NOTHING, own="rss-gr"))


def test_structures_of_which_nothing_is_recorded_are_counted_together() -> None:
    known, unknown = InStates(rss="rss-gr", counts={"sent": 3}), InStates(rss="rss-orebro", counts={"unrecorded": 12})

    text = text_of(attrs.evolve(NOTHING, structures=[known, unknown]), "en")

    assert [line.split() for line in text.splitlines() if line.endswith((" 3", " 12"))] == [
        ["RSS", "Göteborgsregionen", "(GR)", "3", "3"],
        ["other", "RSS,", "of", "which", "nothing", "is", "recorded", "0", "12"],
    ]
    assert "other RSS" not in text_of(attrs.evolve(NOTHING, structures=[known, known]), "en")


def test_sizes_with_known_populations_say_nothing_of_unknown_ones() -> None:
    text = text_of(attrs.evolve(NOTHING, sizes=[SizeClass(low=0, high=None, of=1, sent=1)]))

    assert "Kommuner vars invånarantal" not in text
    assert "0 eller fler" in text


def test_what_drives_needs_and_what_is_alone_are_told() -> None:
    result, model = judged("gr")
    driver = Field(
        id="driver",
        kind=Kind.CHOICE,
        label=Label(sv="drivkraft", en="driver"),
        terms=[Term(id="grant", label=Label(sv="statsbidrag", en="grant"))],
    )
    rules = attrs.evolve(model.rules, fields={**model.rules.fields, "driver": driver})
    found = attrs.evolve(NOTHING, drivers=FrozenMap({"": 2, "grant": 1}), alone=["vald-lss"])

    text = to_text(coverage_document(found, result, model_of(rules, model.network), "sv"))

    assert [line.split() for line in text.splitlines() if line.endswith((" 2", " 1"))] == [["ingen", "uppgift", "2"], ["statsbidrag", "1"]]
    assert "• Hur upptäcks våld i bostad med särskild service? (vald-lss)" in text


def test_all_groups_recorded_leaves_nothing_to_say_of_the_others() -> None:
    assert "Ingen uppgift om" not in text_of(attrs.evolve(NOTHING, reached=[Reached(group="users", state="reached")]))


@pytest.mark.parametrize(("name", "own"), [("gr", "rss-gr"), ("gr", ""), ("national", "")])
def test_the_data_fits_its_schema(name: str, own: str) -> None:
    schema = json.loads(files("prioritera.report").joinpath("coverage.schema.json").read_text(encoding="utf-8"))
    result, model = judged(name)

    data = json.loads(coverage_json(coverage(result, model, own=own), result, model))

    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert (data["silent"] is None) is not bool(own)
