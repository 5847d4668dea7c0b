from collections.abc import Sequence

from prioritera.diagnostics import Faults, describe
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import Line, lines_of

COLUMNS = {"first": ["Första"], "second": ["Andra"], "decision": ["Beslut", "Är de samma?"]}
REQUIRED = ("first", "second")


def read(rows: Sequence[Sequence[str]], *, language: str = "en") -> tuple[tuple[Line, ...], str]:
    faults = Faults()
    grid = Grid(file="merge.csv", rows=rows, starts=range(1, len(rows) + 1))
    lines = lines_of(grid, COLUMNS, faults, required=REQUIRED)
    return lines, "\n".join(describe(one, language) for one in faults.all())


def test_rows_are_read_below_the_first_row_with_all_that_are_needed() -> None:
    lines, told = read(
        [["Beslut om samma behov"], [], ["FÖRSTA", " andra ", "Är de  samma?", "#egen"], ["n1", " n2", "ja"], ["", " "], ["n3"]]
    )

    assert told == ""
    assert [(line.number, dict(line.cells)) for line in lines] == [
        (4, {"first": "n1", "second": "n2", "decision": "ja"}),
        (6, {"first": "n3", "second": "", "decision": ""}),
    ]


def test_a_line_knows_where_its_cells_stand() -> None:
    faults = Faults()
    grid = Grid(file="merge.xlsx", sheet="Beslut", rows=[["second", "first"], ["n2", "n1"]])

    (line,) = lines_of(grid, COLUMNS, faults, required=REQUIRED)

    assert (str(line.at("first")), str(line.at("decision")), str(line.at())) == (
        "merge.xlsx:Beslut!B2",
        "merge.xlsx:Beslut!2",
        "merge.xlsx:Beslut!2",
    )
    assert (line.get("first"), line.get("decision")) == ("n1", "")


def test_a_missing_column_is_told_at_the_likeliest_headings() -> None:
    lines, told = read([["Beslut om samma behov"], ["first", "decision"], ["n1", "ja"]])

    assert lines == ()
    assert told == (
        "merge.csv:2:1: error[columns-missing]: merge.csv lacks the column Andra / second\n"
        "    why:  without it a row says nothing\n"
        "    mend: add it to the headings; the row of headings is the first that has all that are needed"
    )


def test_an_empty_table_lacks_every_column() -> None:
    lines, told = read([], language="sv")

    assert lines == ()
    assert told == (
        "merge.csv:1:1: fel[columns-missing]: merge.csv saknar kolumnen Första / first eller Andra / second\n"
        "    varför: utan den säger en rad ingenting\n"
        "    åtgärd: lägg till den bland rubrikerna; raden med rubriker är den första som har alla som behövs"
    )


def test_a_column_that_nobody_reads_is_told_with_the_nearest() -> None:
    lines, told = read([["first", "second", "besslut"], ["n1", "n2", "ja"]])

    assert lines == ()
    assert told == (
        'merge.csv:1:1: error[column-unknown]: there is no column "besslut"\n'
        "    why:  a column that nobody reads would drop out, unseen\n"
        '    mend: did you mean "decision"? A column of your own begins with #'
    )


def test_the_same_column_twice_is_told() -> None:
    lines, told = read([["first", "second", "Första"], ["n1", "n2", "n3"]])

    assert lines == ()
    assert told.splitlines()[0] == 'merge.csv:1:1: error[column-twice]: the column "Första" holds the same as another'
