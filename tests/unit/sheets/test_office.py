from prioritera.sheets.office import _Cells


def test_a_cell_that_is_opened_and_closed_with_nothing_in_it_tells_nothing() -> None:
    cells = _Cells(b"<row r='1'><c r='A1' t='e'></c><c r='B1' t='e'><v>#REF!</v></c></row>")

    assert (cells.errors, cells.unsaved, cells.last) == ({(1, 2): "#REF!"}, set(), (1, 2))
