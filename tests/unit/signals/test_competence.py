"""Gaps of competence are summed exactly from unit to region; what is not said is not 0."""

from collections.abc import Sequence

import pytest

from prioritera.diagnostics import Faults
from prioritera.sheets.grid import Grid
from prioritera.signals.competence import Gap, candidates_of, gaps_of
from small_rules import told

HEAD = ["enhet", "överordnad", "kompetens", "krav", "har"]


def grid(*rows: Sequence[str]) -> Grid:
    return Grid(file="k.csv", rows=[HEAD, *rows], starts=range(1, len(rows) + 2))


def gap(unit: str, parent: str, required: int, actual: int | None, lacking: tuple[int, int], unknown: int = 0) -> Gap:
    low, high = lacking
    return Gap(unit=unit, parent=parent, competence="AKK", required=required, actual=actual, low=low, high=high, unknown=unknown)


def test_gaps_are_summed_from_unit_to_region() -> None:
    faults = Faults()

    found = gaps_of(grid(["A", "LSS", "AKK", "6", "4"], ["B", "LSS", "AKK", "5", ""], ["LSS", "Region", "AKK", "1", "3"]), faults)

    assert faults.all() == ()
    assert found == (
        gap("A", "LSS", 6, 4, (2, 2)),
        gap("B", "LSS", 5, None, (0, 5), 1),
        gap("LSS", "Region", 12, 7, (2, 7), 1),
        gap("Region", "", 12, 7, (2, 7), 1),
    )


def test_a_surplus_in_one_unit_fills_no_lack_in_another() -> None:
    *_, top = gaps_of(grid(["A", "R", "AKK", "2", "9"], ["B", "R", "AKK", "3", "1"]), Faults())

    assert (top.low, top.high, top.required, top.actual) == (2, 2, 5, 10)


def test_a_candidate_is_what_a_topmost_unit_lacks_or_may_lack() -> None:
    rows = [["A", "R", "AKK", "2", "1"], ["A", "R", "KBT", "2", "2"], ["A", "R", "MI", "3", "vet ej"]]

    found = candidates_of(gaps_of(grid(*rows), Faults()), "mapp/k.csv")

    assert [(one.id, one.wording, one.why.sv, one.why.en) for one in found] == [
        ("competence-k-1", "", "R: 1 saknas av 2 som krävs i AKK", "R: 1 lacking of 2 required in AKK"),
        (
            "competence-k-2",
            "",
            "R: mellan 0 och 3 saknas av 3 som krävs i MI (rader utan uppgift: 1)",
            "R: between 0 and 3 lacking of 3 required in MI (rows that do not say: 1)",
        ),
    ]


def test_a_candidate_has_its_figures_as_a_sheet_holds_them() -> None:
    rows = [["A", "R", "AKK", "2", "1"], ["A", "R", "MI", "3", "vet ej"], ["B", "R", "MI", "2", "1"]]

    found = candidates_of(gaps_of(grid(*rows), Faults()), "k.csv")

    assert [dict(one.figures) for one in found] == [{"required": "2", "lacking": "1"}, {"required": "5", "lacking": "1..4"}]


def test_a_row_may_say_no_more_than_where_a_unit_belongs() -> None:
    faults = Faults()

    found = gaps_of(grid(["A", "LSS", "AKK", "6", "4"], ["LSS", "Region", "", "", ""]), faults)

    assert faults.all() == ()
    assert found == (gap("A", "LSS", 6, 4, (2, 2)), gap("LSS", "Region", 6, 4, (2, 2)), gap("Region", "", 6, 4, (2, 2)))


def test_units_in_two_places_or_in_themselves_are_told_and_nothing_is_summed() -> None:
    faults = Faults()

    found = gaps_of(
        grid(["A", "B", "AKK", "2", "1"], ["A", "C", "AKK", "2", "1"], ["D", "E", "AKK", "1", "1"], ["E", "D", "AKK", "1", "1"]), faults
    )

    assert found == ()
    assert told(faults.all()) == (
        'k.csv:3:1: error[unit-in-two-places]: the unit "A" belongs to both "B" and "C"\n'
        "    why:  what it lacks would be counted twice; nothing is summed\n"
        "    mend: let it belong to one of them, or give the units different names\n"
        'k.csv:4:1: error[unit-in-itself]: the unit "D" belongs to itself, directly or by way of others\n'
        "    why:  then there is none at the top to sum to\n"
        "    mend: write what it belongs to, or leave the column empty if it is at the top\n"
        'k.csv:5:1: error[unit-in-itself]: the unit "E" belongs to itself, directly or by way of others\n'
        "    why:  then there is none at the top to sum to\n"
        "    mend: write what it belongs to, or leave the column empty if it is at the top"
    )
    assert told(faults.all()[:2], "sv") == (
        "k.csv:3:1: fel[unit-in-two-places]: enheten ”A” hör till både ”B” och ”C”\n"
        "    varför: det den saknar skulle räknas två gånger; inget summeras\n"
        "    åtgärd: låt den höra till en av dem, eller ge enheterna olika namn\n"
        "k.csv:4:1: fel[unit-in-itself]: enheten ”D” hör till sig själv, direkt eller genom andra\n"
        "    varför: då finns ingen överst att summera till\n"
        "    åtgärd: skriv vad den hör till, eller lämna kolumnen tom om den är överst"
    )


def test_a_unit_in_itself_alone_is_told() -> None:
    faults = Faults()

    assert gaps_of(grid(["A", "A", "AKK", "2", "1"]), faults) == ()
    assert [fault.code for fault in faults.all()] == ["unit-in-itself"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["A", "R", "AKK", "", "1"], "signal-empty"),
        (["A", "R", "AKK", "", ""], "signal-empty"),
        (["A", "R", "AKK", "två", "1"], "signal-not-a-number"),
        (["A", "R", "AKK", "2", "-1"], "signal-not-whole"),
        (["A", "R", "Anna 070-123 45 67", "2", "1"], "personal-data-in-row"),
    ],
)
def test_a_row_that_cannot_be_read_stops_the_sums(row: Sequence[str], code: str) -> None:
    faults = Faults()

    assert gaps_of(grid(row, ["B", "R", "AKK", "1", "0"]), faults) == ()
    assert [fault.code for fault in faults.all()] == [code]


def test_no_rows_are_no_gaps() -> None:
    assert gaps_of(grid(), Faults()) == ()


def test_a_row_that_counts_something_that_is_not_named_is_no_row_of_a_place() -> None:
    faults = Faults()

    assert gaps_of(grid(["A", "R", "", "", "1"]), faults) == ()
    assert [(fault.code, fault.params["column"]) for fault in faults.all()] == [
        ("signal-empty", "competence"),
        ("signal-empty", "required"),
    ]
