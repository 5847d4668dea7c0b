import pytest

from prioritera.diagnostics import Faults, describe
from prioritera.sheets.comma import comma_grid
from prioritera.sheets.grid import Grid


def read(text: str) -> tuple[Grid | None, str]:
    faults = Faults()
    return comma_grid(text, "x.csv", faults), "\n".join(describe(one, "en") for one in faults.all())


@pytest.mark.parametrize("text", ["a;b\n1;2,5\n", 'a;b\r\n1;"2,5"\r\n', "\na;b\n1;2,5\n", "sep=;\na;b\n1;2,5", "a\tb\n1\t2,5\n"])
def test_the_delimiter_is_that_of_the_first_line_with_anything_on_it(text: str) -> None:
    grid, told = read(text)

    assert told == ""
    assert grid is not None
    assert [row for row in grid.rows if row] == [("a", "b"), ("1", "2,5")]


def test_a_row_over_several_lines_begins_on_its_first() -> None:
    grid, _ = read('a;b\n"1\n1";2\n3;4\n')

    assert grid is not None
    assert (grid.rows, grid.starts) == ((("a", "b"), ("1\n1", "2"), ("3", "4")), (1, 2, 4))


def test_an_empty_text_has_no_rows() -> None:
    grid, told = read("")

    assert told == ""
    assert grid is not None
    assert grid.rows == ()


def test_text_kept_from_being_a_formula_is_the_text_it_was() -> None:
    grid, _ = read("'=1+1;'-3;'tis;''x;plain\n")

    assert grid is not None
    assert grid.rows == (("=1+1", "-3", "'tis", "'x", "plain"),)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('a;b\n"1;2\n', "x.csv:2:1: error[csv-quote-not-closed]: a cell begins with a quotation mark here and is never closed"),
        ('a;b\n"1"x;2\n', "x.csv:2:1: error[csv-quote-inside]: a quotation mark stands inside a cell here, and text after it"),
        (f"a;b\n{'x' * 200_000};2\n", "x.csv:2:1: error[csv-cell-too-long]: a cell here is longer than 131072 characters"),
    ],
)
def test_a_row_that_cannot_be_taken_apart_is_told(text: str, first: str) -> None:
    grid, told = read(text)

    assert grid is None
    assert told.splitlines()[0] == first
