"""The row of the headings is found below what is written above, and the sheet with needs among the others."""

import pytest

from prioritera.loading.headings import heading_row, likely_row
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
