"""What is hidden in a sheet and read all the same is said, and which comments go with no need."""

from prioritera.diagnostics import Faults
from prioritera.loading.needs_sheets import records_of
from prioritera.sheets.grid import Grid
from small_rules import told

ROWS = [
    ["", "Inventering"],
    ["id", "rubrik", "", "# min"],
    ["n1", "Fall", ""],
    [],
    ["n2", "", "", "x"],
    *([f"n{n}", "Sömn"] for n in range(3, 60)),
]


def said(grid: Grid, language: str = "sv") -> str:
    faults = Faults()
    records_of([grid], "behov.xlsx", faults)
    return told(tuple(one for one in faults.all() if one.code != "rows-above"), language)


def test_nothing_is_said_where_nothing_is_read_that_is_hidden() -> None:
    # A blank row, the headings, what stands above them, a column without a name, one of the writer's own, and one beyond all others.
    assert said(Grid(file="behov.xlsx", sheet="Behov", rows=ROWS[:3], hidden_rows=[1, 2, 4], hidden_columns=[3, 4, 9])) == ""


def test_a_hidden_column_without_a_value_is_not_told_of() -> None:
    rows = [["id", "rubrik", "källa"], ["n1", "Fall"], ["n2", "Sömn", " "]]

    assert said(Grid(file="behov.xlsx", sheet="Behov", rows=rows, hidden_columns=[3])) == ""


def test_of_many_hidden_rows_the_first_are_told() -> None:
    faults = Faults()

    records_of([Grid(file="behov.xlsx", sheet="Behov", rows=ROWS, hidden_rows=range(6, 62, 2))], "behov.xlsx", faults)

    (found,) = [one for one in faults.all() if one.code == "rows-hidden"]
    assert (found.params["count"], found.params["hidden_rows"]) == (28, ", ".join([*map(str, range(6, 46, 2)), "…"]))


def test_a_comment_on_a_row_of_a_need_is_kept_and_told_of_nowhere() -> None:
    grid = Grid(file="behov.xlsx", sheet="Behov", rows=ROWS[:3], notes={(3, 9): "Ring"})
    faults = Faults()

    (record,) = records_of([grid], "behov.xlsx", faults)

    assert record.data["note"] == "I3: Ring"
    assert [one.code for one in faults.all()] == ["rows-above"]


def test_comments_above_the_needs_and_between_them_are_told_of() -> None:
    grid = Grid(file="behov.xlsx", sheet="Behov", rows=ROWS[:6], notes={(2, 2): "Högst en mening", (4, 1): "Tom", (6, 1): "Ring"})

    assert said(grid, "en") == (
        "behov.xlsx:Behov!B2: note[comments-not-read]: comments outside the rows of needs have not been read: B2, A4\n"
        "    why:  a comment goes with the need of its row, and what one in a heading says may hold for all needs\n"
        '    mend: nothing, if they explain how the sheet is filled in; if they are about the needs, write it in a column "note"'
    )
