"""The row of the headings is found below what is written above, and the sheet with needs among the others."""

import pytest

from prioritera.diagnostics import Faults
from prioritera.loading.headings import chosen, heading_row, likely_row
from prioritera.sheets.grid import Grid


def grid(*rows: list[str]) -> Grid:
    return Grid(file="a.xlsx", sheet="Behov", rows=rows)


HEADINGS = ["id", "rubrik", "område"]


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ([HEADINGS], 1),
        ([["Stöd"], [], HEADINGS], 3),
        ([["Anna Ek", "2026"], HEADINGS], 2),
        ([["Rubrik"], ["x"]], 1),
        ([["rubrik", "x", "y"]], 0),
        ([["x"], ["y"]], 0),
        ([["x"]] * 45 + [HEADINGS], 0),
    ],
)
def test_headings_are_the_first_row_with_two_that_are_known(rows: list[list[str]], row: int) -> None:
    assert heading_row(grid(*rows), None, guess=False) == row


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ([["Behov i länet"], ["Beskrivning", "Kommun"]], 2),
        ([["Formuleringar", "avsändar"]], 1),
        ([["x" * 61, "Beskrivningar"]], 0),
    ],
)
def test_headings_that_are_like_known_ones_are_found_where_they_may_be_guessed(rows: list[list[str]], row: int) -> None:
    assert heading_row(grid(*rows), None, guess=True) == row
    assert heading_row(grid(*rows), None, guess=False) == 0


@pytest.mark.parametrize(("rows", "row"), [([["x"], ["y", "rubrik", "z"]], 2), ([["x"], ["y", "z"]], 2), ([[""], ["y"], ["z"]], 2)])
def test_where_no_headings_can_be_told_the_likeliest_row_is_taken(rows: list[list[str]], row: int) -> None:
    assert likely_row(grid(*rows)) == row


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("in/Behov 26.xlsx", '[round]\nid = "behov-26"\nlabel = "Behov 26"\nneeds = ["Behov 26.xlsx"]\n\n'),
        ("–.xlsx", '[round]\nid = "needs"\n'),
    ],
)
def test_where_several_sheets_may_hold_the_needs_lines_name_each(name: str, head: str) -> None:
    grids = [Grid(file=name, sheet=sheet, rows=[["id", "rubrik"], ["n1", "Fall"]]) for sheet in ("Äldre", 'B"U')]
    alone, within = Faults(), Faults()

    assert chosen(grids, (), name, alone, guess=True) == chosen(grids, (), name, within, guess=False) == ()

    (one,), (other,) = alone.all()[0].snippets, within.all()[0].snippets
    file = name.rsplit("/", 1)[-1]
    each = f'[[mappings]]\nfile = "{file}"\nsheet = "Äldre"\n\n[[mappings]]\nfile = "{file}"\nsheet = "B\\"U"'
    assert (other.role, other.text) == ("sheets", each)
    assert one.role == "round-sheets"
    assert one.text.startswith(head)
    assert one.text.endswith(f"\n\n{each}")
