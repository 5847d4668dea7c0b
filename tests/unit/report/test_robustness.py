"""What hangs on weights in words and as data: small shares, weights that are no short decimals, and lists that say little."""

import json
from fractions import Fraction
from importlib.resources import files

import attrs
import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from builders import criterion, label, model, rule_set
from prioritera.methods.order import Side
from prioritera.methods.tops import Often
from prioritera.model.result import Decision, RankedList, Result
from prioritera.model.robustness import Change, Holds, ListHolds, NeedHolds, Robustness, Turn, WeightHolds
from prioritera.model.round import Round
from prioritera.report.robustness import robustness_document
from prioritera.report.robustness_json import robustness_json
from prioritera.report.text import to_text

SCHEMA = Draft202012Validator(json.loads(files("prioritera.report").joinpath("robustness.schema.json").read_text(encoding="utf-8")))
RESULT = Result(
    round=Round(id="r", label=label("R"), records=[]),
    decisions=[Decision(need_id=name, title=name.upper(), outcome="go-on") for name in ("a", "b")],
    rules_hash="r",
    network_hash="n",
)
RANKED = RankedList(id="l", key={"area": "elderly"}, placed=["a", "b"], not_placed=["c"])
NEEDS = [
    NeedHolds(
        need_id="a",
        best=1,
        worst=1,
        side=Side.INSIDE,
        top=Often(certain=9999, possible=10_000),
        first=Often(certain=9999, possible=9999),
        holds=Holds.HANGS,
        central=(Fraction(2, 3), Fraction(1, 3)),
    ),
    NeedHolds(
        need_id="b",
        best=1,
        worst=2,
        side=Side.OUTSIDE,
        top=Often(certain=1, possible=4000),
        first=Often(certain=0, possible=0),
        holds=Holds.HANGS,
    ),
]
TURN = Turn(
    weight=Fraction(4, 3),
    changes=[Change(need_id="a", before=Side.INSIDE, after=Side.GREY_ZONE), Change(need_id="b", before=Side.OUTSIDE, after=Side.GREY_ZONE)],
)
CRITERIA = [WeightHolds(criterion="impact", weight=1, up=TURN), WeightHolds(criterion="spread", weight=1)]
LIST = ListHolds(ranked=RANKED, k=1, k_from="cut", needs=NEEDS, criteria=CRITERIA)


def found(*lists: ListHolds, weights: str = "any", by_score: bool = False) -> Robustness:
    return Robustness(weights=weights, samples=10_000, seed=1, by_score=by_score, lists=lists)


def text_of(one: Robustness, language: str = "en") -> str:
    return to_text(robustness_document(one, RESULT, model(), language), columns=400)


def test_shares_near_none_and_all_are_not_said_to_be_so() -> None:
    lines = [line.replace("\u00a0", " ").split() for line in text_of(found(LIST)).splitlines()]

    assert ["A", "1", ">99–100", "%", ">99", "%"] in lines
    assert ["B", "1–2", "<1–40", "%", "0", "%"] in lines


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "• impact: vikt 1 av 2 (50,0 %)\n  Höjd förbi ca 1,33 (57,1 %): blir gränsfall: ”A” och ”B”\n"),
        ("en", "• impact: weight 1 of 2 (50.0 %)\n  Raised past about 1.33 (57.1 %): on the line: “A” and “B”\n"),
    ],
)
def test_a_weight_that_is_no_short_decimal_is_rounded_and_said_to_be(language: str, said: str) -> None:
    assert said in text_of(found(LIST), language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Ingen ändring av vikten ensam ändrar något: spread."),
        ("en", "No change of the weight alone changes anything: spread."),
        ("sv", "1 behov är inte placerat, för underlag saknas. Det räknas inte."),
        ("en", "1 need is not placed, for too little is known. It is not counted."),
        ("sv", "Felmarginal: högst 1,0 procentenheter, nitton gånger av tjugo"),
        ("en", "Margin of error: at most 1.0 percentage points, nineteen times of twenty"),
    ],
)
def test_what_else_a_list_is_told(language: str, said: str) -> None:
    assert said in text_of(found(LIST), language)


def test_a_single_draw_has_the_margin_of_all() -> None:
    one = attrs.evolve(found(), samples=1)

    assert "Margin of error: at most 100.0 percentage points" in text_of(one)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Ingen ändring av en enda vikt ändrar vem som är ensam först.\n"),
        ("en", "No change of a single weight changes who is alone first.\n"),
    ],
)
def test_that_no_weight_changes_anything_is_told(language: str, said: str) -> None:
    steady = attrs.evolve(LIST, criteria=CRITERIA[1:])

    assert said in text_of(found(steady), language)


def test_with_no_more_needs_than_places_nothing_hangs_on_weights() -> None:
    text = text_of(found(attrs.evolve(LIST, k=2)))

    assert "There are no more than 2 needs in the list, so all are in whatever the weights.\n" in text
    assert "One weight at a time" not in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Inget behov är placerat, så det finns ingen ordning att pröva.\n"),
        ("en", "No need is placed, so there is no order to try.\n"),
    ],
)
def test_a_list_with_nothing_placed_says_so(language: str, said: str) -> None:
    assert said in text_of(found(ListHolds(ranked=RANKED, k=1, k_from="first")), language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Ingen lista är rangordnad, så det finns ingen ordning att pröva.\n"),
        ("en", "No list is ranked, so there is no order to try.\n"),
    ],
)
def test_without_a_list_that_is_said(language: str, said: str) -> None:
    assert said in text_of(found(), language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Med andra vikter kunde listorna ha haft andra behov; här har de dem som beslutades.\n"),
        ("en", "With other weights the lists could have had other needs; here they have those that were decided.\n"),
    ],
)
def test_that_the_score_decides_routes_is_told(language: str, said: str) -> None:
    assert said in text_of(found(by_score=True), language)
    assert said not in text_of(found(), language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Modellens vikter är lika stora, så de har ingen ordning att hålla. Vilka vikter som helst prövas.\n"),
        ("en", "The rule set's weights are equal, so they have no order to keep. Any weights are tried.\n"),
    ],
)
def test_that_equal_weights_have_no_order_is_told(language: str, said: str) -> None:
    unequal = model(rule_set(criteria=[criterion("impact", weight=2), criterion("spread")]))

    assert said in text_of(found(weights="order"), language)
    assert said not in text_of(found(), language)
    assert said not in to_text(robustness_document(found(weights="order"), RESULT, unequal, language), columns=400)


@pytest.mark.parametrize(
    ("holds", "sv", "en"),
    [
        (
            Holds.ALWAYS,
            ("Ensam först vilka vikterna än är (bevisat):", "Ensam först med alla vikter i modellens ordning (bevisat):"),
            ("Alone first whatever the weights (proved):", "Alone first with all weights in the rule set's order (proved):"),
        ),
        (
            Holds.EVERY_DRAW,
            (
                "Ensam först i varje dragning, fast det inte är bevisat för alla vikter:",
                "Ensam först i varje dragning, fast det inte är bevisat för alla vikter i modellens ordning:",
            ),
            (
                "Alone first in every draw, though it is not proved for all weights:",
                "Alone first in every draw, though it is not proved for all weights in the rule set's order:",
            ),
        ),
        (
            Holds.NO_DRAW,
            (
                "Inte först i någon dragning, fast det inte är bevisat för alla vikter:",
                "Inte först i någon dragning, fast det inte är bevisat för alla vikter i modellens ordning:",
            ),
            (
                "Not first in any draw, though it is not proved for all weights:",
                "Not first in any draw, though it is not proved for all weights in the rule set's order:",
            ),
        ),
        (
            Holds.NEVER,
            ("Aldrig först, vilka vikterna än är (bevisat):", "Aldrig först med vikter i modellens ordning (bevisat):"),
            ("Never first, whatever the weights (proved):", "Never first with weights in the rule set's order (proved):"),
        ),
        (
            Holds.HANGS,
            ("På den enda platsen eller inte, beroende på vikterna:",) * 2,
            ("In the one place or not, depending on the weights:",) * 2,
        ),
    ],
)
def test_what_is_proved_for_an_order_is_not_said_of_all_weights(holds: Holds, sv: tuple[str, str], en: tuple[str, str]) -> None:
    equal = attrs.evolve(LIST, needs=[attrs.evolve(one, holds=holds) for one in NEEDS])
    unequal = attrs.evolve(equal, criteria=[attrs.evolve(CRITERIA[0], weight=2), CRITERIA[1]])

    for language, (of_all, of_order) in (("sv", sv), ("en", en)):
        said = [
            [line for line in text_of(found(one, weights=weights), language).splitlines() if line in {of_all, of_order}]
            for one, weights in ((unequal, "any"), (unequal, "order"), (equal, "order"))
        ]
        assert said == [[of_all], [of_order], [of_all]]


@pytest.mark.parametrize(
    ("language", "head", "line"),
    [
        (
            "sv",
            "Enda platsen",
            (
                "Kan vara på den enda platsen i varje dragning, men aldrig säkert: "
                "det hänger på något okänt eller en delad plats, inte på vikterna:"
            ),
        ),
        (
            "en",
            "The one place",
            (
                "May be in the one place in every draw, and never certainly: "
                "it hangs on something unknown or a shared place, not on the weights:"
            ),
        ),
    ],
)
def test_needs_that_share_the_first_place_are_not_said_to_be_alone(language: str, head: str, line: str) -> None:
    often = Often(certain=0, possible=10_000)
    first = Often(certain=10_000, possible=10_000)
    shared = [attrs.evolve(one, side=Side.GREY_ZONE, top=often, first=first, holds=Holds.ON_THE_LINE) for one in NEEDS]

    text = text_of(found(attrs.evolve(LIST, needs=shared, criteria=CRITERIA[1:])), language)

    lines = text.splitlines()
    assert any(head in one for one in lines)
    assert line in lines
    assert ["A", "1", "0–100", "%", "100", "%"] in [one.replace("\u00a0", " ").split() for one in lines]


def test_the_weight_whose_share_need_change_least_is_at_the_top() -> None:
    # Of two weights of 1: down past 1/2 and up past 31/20 change the share by 0.167 and 0.108, up past 41/25 by 0.121.
    down, nearer, farther = (attrs.evolve(TURN, weight=weight) for weight in (Fraction(1, 2), Fraction(31, 20), Fraction(41, 25)))
    criteria = [WeightHolds(criterion="spread", weight=1, up=farther), WeightHolds(criterion="impact", weight=1, down=down, up=nearer)]

    lines = text_of(found(attrs.evolve(LIST, criteria=criteria))).splitlines()

    assert [line.split(":")[0] for line in lines if ": weight 1 of 2" in line] == ["• impact", "• spread"]


def test_as_data_it_is_exact_and_fits_its_schema() -> None:
    record = json.loads(robustness_json(found(LIST), RESULT, model()))

    SCHEMA.validate(record)
    (one,) = record["lists"]
    assert one["criteria"][0]["up"]["share"] == {"num": 4, "den": 7}
    assert one["criteria"][0]["up"]["changes"][0] == {"id": "a", "before": "inside", "after": "grey-zone"}
    assert one["needs"][0]["central"] == [{"num": 666_667, "den": 1_000_000}, {"num": 333_333, "den": 1_000_000}]
    assert one["needs"][1]["central"] is None
