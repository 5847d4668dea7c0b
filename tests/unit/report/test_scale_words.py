"""What a criterion is judged on, in words."""

from fractions import Fraction
from typing import Any

import attrs
import pytest

from prioritera.methods.scales import Log, Points
from prioritera.model.criterion import Cap, Criterion, Minimum
from prioritera.model.text import Label
from prioritera.report.scale_words import scale_rows, scale_words
from results import voice

PEOPLE = Label(sv="personer", en="persons")


def criterion(**said: Any) -> Criterion:  # noqa: ANN401 -- whatever a criterion holds
    """A criterion of the whole round, changed."""
    plain: dict[str, Any] = {
        "levels": (),
        "step": Fraction(1),
        "unit": None,
        "low": None,
        "high": None,
        "function": Points([(0, 0), (40, 4)]),
    }
    return attrs.evolve(voice().rules.criteria[0], **{**plain, **said})


@pytest.mark.parametrize(
    ("said", "swedish", "english"),
    [
        ({}, "från 0 till 40", "from 0 to 40"),
        ({"low": 2, "high": 60, "unit": PEOPLE}, "från 2 till 60; personer", "from 2 to 60; persons"),
        ({"function": Log([(1, 0), (9, 1)])}, "från 1 till 9; efter logaritmen", "from 1 to 9; by the logarithm"),
        (
            {"relative": "rank", "direction": "lower-first"},
            "från 0 till 40; relativ: beror på vilka andra behov som finns i omgången; lägst först",
            "from 0 to 40; relative: depends on which other needs are in the round; lowest first",
        ),
    ],
)
def test_a_scale_says_its_ends_and_what_is_unusual(said: dict[str, Any], swedish: str, english: str) -> None:
    assert scale_words(voice("sv"), criterion(**said)) == swedish
    assert scale_words(voice("en"), criterion(**said)) == english


def test_a_least_level_says_what_becomes_of_those_that_do_not_reach_it() -> None:
    last, out = (dict(scale_rows(voice("en"), criterion(minimum=Minimum(x=3, outcome=outcome)))) for outcome in ("", "inform"))

    assert last["Least level"] == "3; what does not reach it stands last"
    assert out["Least level"] == "3; what does not reach it gets the outcome inform"


def test_a_cap_says_what_sets_it() -> None:
    other = voice().rules.criteria[1]

    rows = dict(scale_rows(voice("sv"), criterion(cap=Cap(by=other.id, function=Points([(0, 0), (2, 4)])), question=None)))

    assert rows == {"Skala": "från 0 till 40", "Tak": f"sätts av {other.label.sv}"}
