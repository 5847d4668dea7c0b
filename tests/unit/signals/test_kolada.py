"""Indicators in Kolada's shape: exact, by municipality and year; what is missing stays missing."""

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from prioritera.diagnostics import Faults
from prioritera.model.indicator import Spread, spread
from prioritera.sheets.comma import comma_grid
from prioritera.sheets.grid import Grid
from prioritera.signals.kolada import grid_of_json, indicators_of
from small_rules import told

DATA = Path(__file__).parents[3].parent / "shared" / "data" / "kolada_values_sample.csv"
HEAD = ["kpi", "municipality_id", "year", "gender", "value"]


def grid(*rows: Sequence[str], head: Sequence[str] = HEAD) -> Grid:
    return Grid(file="k.csv", rows=[head, *rows], starts=range(1, len(rows) + 2))


@pytest.mark.skipif(not DATA.exists(), reason="the sample stands beside the project, not in it")
def test_the_real_sample_is_read_whole() -> None:
    faults = Faults()
    read = comma_grid(DATA.read_text(encoding="utf-8"), DATA.name, faults)
    assert read is not None

    found = {one.id: one for one in indicators_of(read, faults)}

    assert faults.all() == ()
    assert {one: (min(found[one].years), max(found[one].years)) for one in found} == {
        "N00945": (2000, 2020),
        "N03702": (2012, 2023),
        "N03703": (2012, 2023),
    }
    first = found["N03702"].years[2012]
    assert (len(first), first["0319"], first["2084"]) == (11, Fraction("253.891158"), Fraction("336.796012"))
    assert sum(len(values) for one in found.values() for values in one.years.values()) == len(read.rows) - 1
    assert found["N03702"].latest.known + found["N03702"].latest.missing == 8


def test_missing_is_missing_and_the_last_year_with_a_value_is_told() -> None:
    (found,) = indicators_of(
        grid(["N1", "0114", "2022", "T", "2"], ["N1", "0115", "2022", "T", ""], ["N1", "0114", "2023", "T", ".."]), Faults()
    )

    assert found.years == {2022: {"0114": Fraction(2), "0115": None}, 2023: {"0114": None}}
    assert found.latest == Spread(
        year=2022, known=1, missing=1, least=Fraction(2), lower=Fraction(2), median=Fraction(2), upper=Fraction(2), greatest=Fraction(2)
    )


def test_an_indicator_without_a_single_value_says_so() -> None:
    (found,) = indicators_of(grid(["N1", "0114", "2022", "", ""], ["N1", "0114", "2023", "", ""]), Faults())

    assert found.latest == Spread(year=2023, known=0, missing=1)


def test_only_municipalities_and_totals_are_read() -> None:
    rows = [
        ["N1", "114", "2023", "T", "1", "K"],
        ["N1", "0115", "2023", "K", "9", "K"],
        ["N1", "0001", "2023", "T", "9", "L"],
        ["N1", "0000", "2023", "T", "9", ""],
        ["N1", "1480", "2023", "T", "9", "L"],
        ["N1", "G124", "2023", "T", "9", ""],
    ]

    (found,) = indicators_of(grid(*rows, head=[*HEAD, "municipality_type"]), Faults())

    assert found.years == {2023: {"0114": Fraction(1)}}


def test_a_row_that_cannot_be_read_is_told_and_the_others_are_read() -> None:
    faults = Faults()
    rows = [
        ["N1", "0114", "tjugo", "T", "1"],
        ["N1", "0114", "2023", "T", "många"],
        ["", "0114", "2023", "T", "1"],
        ["N1", "0115", "2023.5", "T", "1"],
        ["N1", "0117", "2023", "T", "1"],
        ["N1", "0117", "2023", "T", "2"],
        ["N1", "0117", "2023", "T", "1"],
    ]

    (found,) = indicators_of(grid(*rows), faults)

    assert found.years == {2023: {"0117": Fraction(1)}}
    assert told(faults.all()) == (
        'k.csv:2:1: error[signal-not-a-number]: the column "year" says "tjugo"; here must be a number\n'
        "    why:  nobody can say what was meant, and nothing is guessed; the row is not counted\n"
        "    mend: write a number, such as 2.5, or leave the cell empty if the value is not known\n"
        'k.csv:3:1: error[signal-not-a-number]: the column "value" says "många"; here must be a number\n'
        "    why:  nobody can say what was meant, and nothing is guessed; the row is not counted\n"
        "    mend: write a number, such as 2.5, or leave the cell empty if the value is not known\n"
        'k.csv:4:1: error[signal-empty]: the column "kpi" is empty\n'
        "    why:  without it the row says nothing; it is not counted\n"
        "    mend: fill in kpi, or take the row away\n"
        'k.csv:5:1: error[signal-not-whole]: the column "year" says "2023.5"; here must be a whole number, zero or more\n'
        "    why:  counts and years have no parts, and nothing is guessed; the row is not counted\n"
        "    mend: write a whole number, such as 3, or leave the cell empty if the count is not known\n"
        "k.csv:7:1: error[indicator-twice]: N1 has two different values for the municipality 0117 in 2023\n"
        "    why:  nobody can say which one holds; the first has been used\n"
        "    mend: keep one of them"
    )
    assert told(faults.all()[-1:], "sv") == (
        "k.csv:7:1: fel[indicator-twice]: N1 har två olika värden för kommunen 0117 år 2023\n"
        "    varför: ingen kan säga vilket som gäller; det första har använts\n"
        "    åtgärd: behåll ett av dem"
    )


def test_both_shapes_of_the_interface_are_read_exactly() -> None:
    nested = {
        "values": [
            {"kpi": "N1", "municipality": "0114", "period": 2023, "values": [{"gender": "T", "value": 0.1}, {"gender": "K", "value": 2}]}
        ]
    }
    flat = {"values": [{"kpi": "N1", "municipality_id": "0114", "year": 2023, "gender": "T", "value": 0.1, "count": 1, "status": ""}]}
    none = {"values": [{"kpi": "N1", "municipality_id": "0114", "year": 2023, "value": None}]}

    for data, value in ((nested, Fraction(1, 10)), (flat, Fraction(1, 10)), (none, None)):
        read = grid_of_json(json.dumps(data), "k.json", Faults())
        assert read is not None
        (found,) = indicators_of(read, Faults())
        assert found.years == {2023: {"0114": value}}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"values": 3}', '{"values": [3]}', '{"values": [{"values": [3]}]}', "[" * 100_000])
def test_what_is_no_answer_is_told(text: str) -> None:
    faults = Faults()

    assert grid_of_json(text, "k.json", faults) is None
    assert told(faults.all()) == (
        "k.json: error[indicators-not-json]: k.json is no answer from Kolada\n"
        '    why:  such a one has a list "values" with kpi, municipality and period\n'
        "    mend: save the answer as it came, or use a CSV file with kpi, municipality_id, year and value"
    )


def test_a_number_of_endless_digits_is_told() -> None:
    read = grid_of_json('{"values": [{"kpi": "N1", "municipality": "0114", "period": 2023, "value": 1e999999}]}', "k.json", Faults())
    faults = Faults()

    assert read is not None
    assert indicators_of(read, faults) == ()
    assert [fault.code for fault in faults.all()] == ["signal-not-a-number"]


def test_quartiles_lie_between_values_exactly() -> None:
    found = spread(2023, {str(code): Fraction(code) for code in range(1, 5)})

    five = [found.least, found.lower, found.median, found.upper, found.greatest]
    assert five == [Fraction(1), Fraction(7, 4), Fraction(5, 2), Fraction(13, 4), Fraction(4)]
