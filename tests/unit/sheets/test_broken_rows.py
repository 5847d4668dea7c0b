"""A row of a CSV text that cannot be taken apart is set aside, and the rows after it are read."""

import pytest

from prioritera.diagnostics import Diagnostic, Faults, describe
from prioritera.sheets.broken_rows import MOST_BROKEN, next_whole
from prioritera.sheets.comma import comma_grid


def read(text: str) -> tuple[list[tuple[int, tuple[str, ...]]], dict[int, tuple[Diagnostic, ...]]]:
    """The rows with the lines that they begin on, and those that are broken."""
    faults = Faults()
    grid = comma_grid(text, "x.csv", faults, keep=True)
    assert grid is not None
    assert faults.all() == ()
    return list(zip(grid.starts, grid.rows, strict=True)), dict(grid.broken)


def test_rows_after_a_quotation_mark_that_is_not_closed_are_read() -> None:
    rows, broken = read('id;b;c\n1;"x;y\n2;z;w\n')

    assert rows == [(1, ("id", "b", "c")), (2, ("1",)), (3, ("2", "z", "w"))]
    assert [(number, [one.code for one in told]) for number, told in broken.items()] == [(2, ["csv-quote-not-closed"])]


def test_a_mark_that_a_later_row_closes_takes_no_row_with_it() -> None:
    rows, broken = read('id;b\n1;"x\n2;y\n3;"z; w"\n4;v\n')

    assert rows == [(1, ("id", "b")), (2, ("1",)), (3, ("2", "y")), (4, ("3", "z; w")), (5, ("4", "v"))]
    assert list(broken) == [2]


def test_lines_that_are_no_rows_are_taken_for_part_of_the_row_and_told() -> None:
    rows, broken = read('id;b\n1;"x\nmore\nand more\n2;"y\ny"\n')

    assert rows == [(1, ("id", "b")), (2, ("1",)), (5, ("2", "y\ny"))]
    assert [describe(one, "sv") for one in broken[2]][1] == (
        "x.csv:3:1: fel[csv-lines-set-aside]: raderna till och med rad 4 har tagits för en fortsättning på rad 2, som inte gick att läsa\n"
        "    varför: de har inte så många celler som en rad ska ha, och ett citattecken som saknas kan göra flera rader till en cell\n"
        "    åtgärd: rätta rad 2; är de här raderna egna rader, ge dem lika många celler som de andra"
    )
    assert [describe(one, "en") for one in broken[2]][1] == (
        "x.csv:3:1: error[csv-lines-set-aside]: the lines up to and including line 4 have been taken for a continuation of line 2, which "
        "could not be read\n"
        "    why:  they do not have as many cells as a row should, and a missing quotation mark may make several lines one cell\n"
        "    mend: mend line 2; if these lines are rows of their own, give them as many cells as the others"
    )


def test_where_no_row_follows_all_lines_are_part_of_the_row() -> None:
    rows, broken = read('id;b\n1;"x\nmore\n')

    assert len(rows) == 2
    assert [one.params.get("last_line") for one in broken[2]] == [None, 3]


def test_a_row_with_the_mark_in_its_first_cell_has_no_cells() -> None:
    rows, _ = read('id;b\n"1;x\n2;y\n')

    assert rows == [(1, ("id", "b")), (2, ()), (3, ("2", "y"))]


def test_a_cell_that_is_too_long_is_a_row_alone() -> None:
    rows, broken = read(f"id;b\n1;{'x' * 140_000}\n2;y\n")

    assert rows == [(1, ("id", "b")), (2, ("1",)), (3, ("2", "y"))]
    assert [one.code for one in broken[2]] == ["csv-cell-too-long"]


@pytest.mark.parametrize(
    ("text", "told"),
    [('"id;b\n1;x\n', 1), ("id;b\n" + '1;"x"y\n' * MOST_BROKEN, 0), ("id;b\n" + '1;"x"y\n' * (MOST_BROKEN + 1), MOST_BROKEN + 1)],
)
def test_a_text_is_not_read_when_its_first_row_or_very_many_are_broken(text: str, told: int) -> None:
    faults = Faults()

    grid = comma_grid(text, "x.csv", faults, keep=True)

    assert (grid is None, len(faults.all())) == (told > 0, told)


def test_a_row_that_has_its_own_fault_is_a_row() -> None:
    assert next_whole(["a;b\n", '1;"x\n', '2;"y"z\n', "3;w\n"], 2, 2, ";") == 3


def test_a_line_that_is_no_row_and_cannot_be_taken_apart_is_passed_by() -> None:
    assert next_whole(["a;b\n", '1;"x\n', '"y"z\n', "3;w\n"], 2, 2, ";") == 4
