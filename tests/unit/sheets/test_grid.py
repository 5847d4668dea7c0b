from prioritera.sheets.grid import Grid


def test_a_cell_of_a_workbook_is_named_as_its_formulas_name_it() -> None:
    grid = Grid(file="behov.xlsx", sheet="Behov", rows=[["id"]])

    assert (str(grid.at(1, 28)), str(grid.at(7))) == ("behov.xlsx:Behov!AB1", "behov.xlsx:Behov!7")


def test_a_row_of_a_text_stands_on_the_line_where_it_begins() -> None:
    grid = Grid(file="behov.csv", rows=[["id", "rubrik"], ["n1", "två\nrader"], ["n2", "en"]], starts=[1, 2, 4])

    assert [str(grid.at(row, 1)) for row in (1, 2, 3)] == ["behov.csv:1:1", "behov.csv:2:1", "behov.csv:4:1"]
    assert str(grid.at(9)) == "behov.csv:9:1"
