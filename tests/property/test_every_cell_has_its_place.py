"""Law: whatever stands in a sheet, its cells are read as they were written, and each stands where it is said to stand."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from prioritera.diagnostics import Faults
from prioritera.loading.needs_sheets import records_of
from prioritera.model.round import Record
from prioritera.sheets.comma import comma_grid, unsafe

CELLS = st.text("abåäö😀 \";,\n'", max_size=8).filter(lambda cell: cell.strip() != "")
COLUMNS = ("id", "title", "note")


def read_csv(text: str, name: str, faults: Faults) -> tuple[Record, ...]:
    grid = comma_grid(text, name, faults)
    return () if grid is None else records_of([grid], name, faults)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5), st.sampled_from(";,"), st.sampled_from(["\n", "\r\n"]))
def test_cells_are_read_as_written_and_stand_where_they_are_said_to(rows: list[tuple[str, ...]], delimiter: str, ending: str) -> None:
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=delimiter, lineterminator=ending)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    text = sheet.getvalue()
    faults = Faults()

    records = read_csv(text, "a.csv", faults)

    # A title that looks like several is asked about, and read as it stands.
    assert {one.code for one in faults.all()} <= {"cell-several-parts"}
    assert [tuple(record.data.values()) for record in records] == [tuple(unsafe(cell) for cell in row) for row in rows]
    lines = list(io.StringIO(text, newline=""))
    for record, row in zip(records, rows, strict=True):
        for column, cell in zip(COLUMNS, row, strict=True):
            place = record.place.value((*record.path, column))
            rest = lines[place.line - 1][place.column - 1 :] + "".join(lines[place.line :])
            assert next(csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter))[0] == cell
