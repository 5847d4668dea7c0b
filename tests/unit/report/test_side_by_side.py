"""Methods side by side in words and as data: lists that say little, orders that tell nothing apart, and orders that are opposite."""

import json
from fractions import Fraction
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from builders import label, model
from prioritera.methods.correlation import Correlation
from prioritera.methods.many import MANY, Method
from prioritera.methods.outrank import Preference, Shape
from prioritera.model.result import Decision, RankedList, Result
from prioritera.model.round import Round
from prioritera.model.side_by_side import Agreement, Column, ListBeside, NoOrder, Open, SideBySide
from prioritera.report.side_by_side import side_by_side_document
from prioritera.report.side_by_side_json import side_by_side_json
from prioritera.report.text import to_text

SCHEMA = Draft202012Validator(json.loads(files("prioritera.report").joinpath("side-by-side.schema.json").read_text(encoding="utf-8")))
RESULT = Result(
    round=Round(id="r", label=label("R"), records=[]),
    decisions=[Decision(need_id=name, title=name.upper(), outcome="go-on") for name in ("a", "b")],
    rules_hash="r",
    network_hash="n",
)
LIST = RankedList(id="l", key={"area": "elderly"}, placed=["a", "b"], not_placed=[])
COLUMNS = [
    Column(method="rules", scores=[Fraction(1), Fraction(0)], ranks=[1, 2]),
    Column(method="topsis", scores=[-1e-12, 0.5], ranks=[2, 1], exact=False),
]


def text_of(found: SideBySide, language: str = "en") -> str:
    return to_text(side_by_side_document(found, RESULT, model(), language))


def compared(tau: Correlation | None) -> SideBySide:
    agreement = Agreement(first="rules", second="topsis", tau=tau, rho=tau)
    beside = ListBeside(ranked=LIST, alike=True, top=1, needs=["a", "b"], columns=COLUMNS, agreements=[agreement])
    return SideBySide(methods=[MANY["topsis"]], lists=[beside])


def test_without_a_list_that_is_said() -> None:
    assert "Ingen lista är rangordnad, så det finns inget att jämföra.\n" in text_of(SideBySide(methods=[MANY["borda"]], lists=[]), "sv")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "Behoven är inte bedömda på samma kriterier, eller inte på några alls. De jämförs inte."),
        ("en", "The needs are not judged on the same criteria, or on none at all. They are not compared."),
    ],
)
def test_needs_that_cannot_be_compared_are_said_to_be_so(language: str, said: str) -> None:
    found = SideBySide(methods=[MANY["borda"]], lists=[ListBeside(ranked=LIST, alike=False, top=1)])

    assert said in text_of(found, language).replace("\n", " ")


def test_a_place_that_is_open_is_told() -> None:
    beside = ListBeside(ranked=LIST, alike=True, top=1, needs=["a"], open=[Open(need_id="b", criteria=[])])
    found = SideBySide(methods=[MANY["borda"]], lists=[beside])

    assert "• B (b)\n  Open: its place, by the rule set's classes, minimums or tie-breakers\n" in text_of(found)
    assert "• B (b)\n  Öppet: platsen, enligt modellens klasser, minimikrav eller särskiljning\n" in text_of(found, "sv")


def test_opposite_orders_and_orders_without_a_correlation_are_told() -> None:
    opposite, nothing = compared(Correlation(over=-1, squared=1)), compared(None)

    assert ["TOPSIS", "−1.00", "−1.00"] in [line.split() for line in text_of(opposite).splitlines()]
    assert ["TOPSIS", "saknas", "saknas"] in [line.split() for line in text_of(nothing, "sv").splitlines()]
    assert "No need is first by all.\n\nEvery need is first by some.\n" in text_of(nothing)


def test_they_are_data_that_fits_its_schema() -> None:
    record = json.loads(side_by_side_json(compared(None), RESULT, model()))

    SCHEMA.validate(record)
    assert record["lists"][0]["orders"][1]["scores"] == ["0.000000", "0.500000"]
    assert record["lists"][0]["agreements"] == [{"first": "rules", "second": "topsis", "tau_b": None, "rho": None}]
    negative = json.loads(side_by_side_json(compared(Correlation(over=-1, squared=3)), RESULT, model()))
    SCHEMA.validate(negative)
    assert negative["lists"][0]["agreements"][0]["rho"] == {"num": -577350 // 50, "den": 1000000 // 50}


def through(name: str, note: str = "", *, reverses: bool = True) -> Method:
    return Method(id=name, scores=lambda _rows, _weights: [], reverses=reverses, exact=False, library="pymcdm 1", note=note)


def test_methods_of_other_libraries_are_named_warned_for_and_said_to_give_no_order() -> None:
    beside = ListBeside(
        ranked=LIST,
        alike=True,
        top=1,
        needs=["a", "b"],
        columns=[COLUMNS[0]],
        without=[NoOrder(method="pymcdm:WSM", reason="zeros", criteria=["impact"]), NoOrder(method="pymcdm:EDAS", reason="best-behind")],
    )
    methods = [through("pymcdm:WSM"), through("pymcdm:EDAS"), through("pymcdm:SPOTIS", "bounded", reverses=False)]
    found = SideBySide(methods=methods, lists=[beside])
    english, swedish = text_of(found), text_of(found, "sv")

    assert "B: WSM (pymcdm 1)\nC: EDAS (pymcdm 1)\n" in english
    assert ["Need", "A"] in [line.split() for line in english.splitlines()]
    assert (
        "Methods that give no order of the list:\n\n"
        "• WSM (pymcdm 1): it cannot do with the value 0, and there is one on impact.\n"
        "• EDAS (pymcdm 1): a need came behind one that it is at least as good as in\n  everything.\n"
    ) in english
    assert "• WSM (pymcdm 1): den klarar inte värdet 0, som finns på impact.\n" in swedish
    assert "• WSM (pymcdm 1) and EDAS (pymcdm 1): the libraries set values against those of\n  the whole list.\n" in english
    assert "• WSM (pymcdm 1) och EDAS (pymcdm 1): biblioteken ställer värden mot dem i hela\n  listan.\n" in swedish
    assert "• SPOTIS (pymcdm 1): the bounds are the ends of the scales.\n" in english
    assert "• Andra biblioteks metoder går så som biblioteket har dem från början." in swedish
    record = json.loads(side_by_side_json(found, RESULT, model()))
    SCHEMA.validate(record)
    assert record["methods"][0] == {"id": "pymcdm:WSM", "library": "pymcdm 1", "reverses": True, "exact": False}
    assert [(one["method"], one["reason"], [name["id"] for name in one["criteria"]]) for one in record["lists"][0]["without"]] == [
        ("pymcdm:WSM", "zeros", ["impact"]),
        ("pymcdm:EDAS", "best-behind", []),
    ]


def test_preference_functions_that_somebody_has_given_are_told_with_their_thresholds() -> None:
    linear = Preference(shape=Shape.LINEAR, indifference=Fraction(1, 10), preference=Fraction(1, 2))
    found = SideBySide(methods=[MANY["promethee2"]], lists=[], preferences={"impact": linear, "spread": Preference()})

    english, swedish = (" ".join(text_of(found, language).split()) for language in ("en", "sv"))

    assert "has given (impact V-shape with indifference q 0.1 p 0.5 and spread usual); the usual one on other criteria." in english
    assert "har angett (impact V-form med likgiltighet q 0,1 p 0,5 och spread vanlig); den vanliga på övriga kriterier." in swedish
    record = json.loads(side_by_side_json(found, RESULT, model()))
    SCHEMA.validate(record)
    assert record["preferences"][0]["function"] == "v-shape-with-indifference"
    assert [record["preferences"][0][key] for key in ("q", "p", "s")] == [
        {"num": 1, "den": 10},
        {"num": 1, "den": 2},
        {"num": 0, "den": 1},
    ]


def test_columns_past_z_go_on_as_in_a_spreadsheet() -> None:
    found = SideBySide(methods=[through(f"pymcdm:M{place}") for place in range(27)], lists=[])

    assert "Z: M24 (pymcdm 1)\nAA: M25 (pymcdm 1)\nAB: M26 (pymcdm 1)\n" in text_of(found)
