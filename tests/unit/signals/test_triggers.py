"""A trend is a signal by a rule that people wrote, and by no other."""

from fractions import Fraction

import pytest

from prioritera.diagnostics import Faults
from prioritera.frozen import FrozenMap
from prioritera.loading.toml_text import parse_toml
from prioritera.model.indicator import Indicator
from prioritera.reading.cursor import Cursor
from prioritera.signals.triggers import Trigger, candidates_of, read_triggers
from small_rules import told


def indicator(**years: dict[str, str | None]) -> Indicator:
    values = {
        int(year[1:]): FrozenMap({code: None if value is None else Fraction(value) for code, value in by.items()})
        for year, by in years.items()
    }
    return Indicator(id="N1", years=values, source="k.csv")


SERIES = indicator(y2020={"0114": "10", "0115": "20", "0117": None}, y2023={"0114": "12.1", "0115": "21", "0120": "1"})


def read(text: str) -> tuple[tuple[Trigger, ...], Faults]:
    faults = Faults()
    parsed = parse_toml(text, "r.toml", faults)
    assert parsed is not None
    data, place = parsed
    return read_triggers(Cursor(data, (), place, faults)), faults


def rule(**parts: object) -> Trigger:
    return Trigger(**{"indicator": "N1", "direction": "rising", "years": 3, "of": "each", "share": Fraction(1, 10), **parts})  # type: ignore[arg-type]  # any part may be changed


@pytest.mark.parametrize(
    ("trigger", "why"),
    [
        (rule(), "N1 har stigit i 1 av 2 kommuner från 2020 till 2023"),
        (rule(share=Fraction(1, 20)), "N1 har stigit i 2 av 2 kommuner från 2020 till 2023"),
        (rule(direction="falling", share=None, change=Fraction(1)), ""),
        (
            rule(of="median", direction="falling", share=None, change=Fraction(2)),
            "N1 har sjunkit från 15 (2020) till 12,1 (2023), medianen av kommunerna",
        ),
        (rule(of="median", direction="falling", share=None, change=Fraction(3)), ""),
        (rule(share=Fraction(0), direction="falling"), ""),
    ],
)
def test_a_rule_is_met_exactly_or_not(trigger: Trigger, why: str) -> None:
    found = candidates_of([trigger], {"N1": SERIES}, Faults())

    assert [one.why.sv for one in found] == ([why] if why else [])


def test_nothing_that_stands_still_is_a_trend() -> None:
    assert not rule(share=None, change=Fraction(0)).fires(Fraction(1), Fraction(1))


def test_candidates_are_numbered_and_say_where_they_are_from() -> None:
    found = candidates_of([rule(), rule(of="median", direction="falling", share=Fraction(0))], {"N1": SERIES}, Faults())

    assert [(one.id, one.document, one.place.sv, one.wording) for one in found] == [
        ("trend-k-1", "k.csv", "N1", ""),
        ("trend-k-2", "k.csv", "N1", ""),
    ]


def test_a_rule_that_cannot_be_tried_is_told() -> None:
    triggers, faults = read('[[triggers]]\nindicator = "N2"\ndirection = "rising"\nyears = 3\nshare = "1/10"\nof = "median"\n')
    more, _ = read('[[triggers]]\nindicator = "N1"\ndirection = "rising"\nyears = 5\nchange = 2\nof = "each"\n')

    assert candidates_of([*triggers, *more], {"N1": SERIES}, faults) == ()
    assert told(faults.all()) == (
        'r.toml:1:1: error[trigger-indicator-unknown]: the indicator "N2" is not in the files\n'
        "    why:  the rule cannot be tried\n"
        "    mend: give a file that has it as well\n"
        "r.toml:1:1: warning[trigger-without-values]: N1 has no values for 2018 or 2023\n"
        "    why:  a value that is missing is not zero, so nobody can say whether it has changed\n"
        "    mend: choose a number of years that there are values for"
    )
    assert told(faults.all(), "sv") == (
        "r.toml:1:1: fel[trigger-indicator-unknown]: indikatorn ”N2” finns inte i filerna\n"
        "    varför: regeln kan inte prövas\n"
        "    åtgärd: ta med en fil som har den\n"
        "r.toml:1:1: varning[trigger-without-values]: N1 saknar värden för 2018 eller 2023\n"
        "    varför: ett värde som saknas är inte noll, så ingen kan säga om den har ändrats\n"
        "    åtgärd: välj ett antal år som det finns värden för"
    )


def test_a_misspelt_indicator_is_told_with_the_nearest() -> None:
    faults = Faults()

    candidates_of([rule(indicator="N0370")], {"N03702": SERIES}, faults)

    assert told(faults.all(), "sv").endswith("åtgärd: menade du ”N03702”?")
    assert told(faults.all()).endswith('mend: did you mean "N03702"?')


def test_a_median_without_values_is_not_judged() -> None:
    faults = Faults()
    series = indicator(y2020={"0114": None}, y2023={"0114": "1"})

    assert candidates_of([rule(of="median")], {"N1": series}, faults) == ()
    assert [fault.code for fault in faults.all()] == ["trigger-without-values"]


@pytest.mark.parametrize("parts", ["", 'share = "1/10"\nchange = 3\n'])
def test_a_rule_says_in_one_way_how_large_the_change_must_be(parts: str) -> None:
    triggers, faults = read(f'[[triggers]]\nindicator = "N1"\ndirection = "rising"\nyears = 3\nof = "each"\n{parts}')

    assert triggers == ()
    assert told(faults.all()) == (
        "r.toml:1:1: error[trigger-not-one-change]: the rule does not say in one way how large the change must be\n"
        "    why:  there is no threshold that holds when none is written\n"
        "    mend: write change, in the indicator's unit, or share, of the first value: one of them"
    )
    assert told(faults.all(), "sv") == (
        "r.toml:1:1: fel[trigger-not-one-change]: regeln säger inte på ett sätt hur stor ändringen ska vara\n"
        "    varför: det finns ingen gräns som gäller när ingen är skriven\n"
        "    åtgärd: skriv change, i indikatorns enhet, eller share, som del av det första värdet: ett av dem"
    )


def test_nothing_of_a_rule_is_guessed() -> None:
    triggers, faults = read("[[triggers]]\nyear = 3\nshare = 2\n")

    assert triggers == ()
    assert [fault.code for fault in faults.all()] == [
        "missing-key",
        "missing-key",
        "missing-key",
        "missing-key",
        "unknown-key",
        "bad-share",
    ]
