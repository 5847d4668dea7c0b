"""Sheets of needs: rows, cells and their places, and what is said of a file that cannot be taken apart."""

import pytest

from prioritera.diagnostics import Faults, Span
from prioritera.loading.mappings import SheetMapping
from prioritera.loading.needs_sheets import records_of
from prioritera.model.round import Record
from prioritera.sheets.comma import cell_starts, comma_grid, delimiter_of
from small_rules import told

SHEET = 'id;title;wording\nn1;"Fall ""hemma""";"rad ett\nrad två; tre"\n\nn2;å;x\n'


def read_csv(text: str, name: str, faults: Faults) -> tuple[Record, ...]:
    grid = comma_grid(text, name, faults)
    return () if grid is None else records_of([grid], name, faults)


def test_a_row_is_a_record_of_texts() -> None:
    faults = Faults()

    records = read_csv(SHEET, "a.csv", faults)

    assert [dict(record.data) for record in records] == [
        {"id": "n1", "title": 'Fall "hemma"', "wording": "rad ett\nrad två; tre"},
        {"id": "n2", "title": "å", "wording": "x"},
    ]
    assert all(record.text for record in records)
    assert faults.all() == ()


def test_every_cell_has_its_place_after_quotes_and_line_breaks() -> None:
    first, second = read_csv(SHEET, "a.csv", Faults())

    assert first.place.value((*first.path, "wording")) == Span("a.csv", 2, 21)
    assert second.place.value((*second.path, "wording")) == Span("a.csv", 5, 6)
    assert second.place.key((*second.path, "wording")) == Span("a.csv", 1, 10)
    assert second.place.value(second.path) == Span("a.csv", 5, 1)
    assert second.place.key((*second.path, "no")) == Span("a.csv", 5, 1)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("id,title\nn1,x\n", ["n1"]),
        ("id;title\r\nn1;x\r\n", ["n1"]),
        ("sep=,\nid,title;x\nn1,x\n", ["n1"]),
        ("\n \nid;title\nn1;x\n", ["n1"]),
        ("id;title\n;\n  ;  \nn1;x", ["n1"]),
        ("ID;title\nn1;x\n", ["n1"]),
    ],
    ids=["commas", "windows", "excel", "blank first", "blank rows", "upper case"],
)
def test_sheets_come_in_many_shapes(text: str, ids: list[str]) -> None:
    records = read_csv(text, "a.csv", Faults())

    assert [record.data.get("id", record.data.get("ID")) for record in records] == ids


@pytest.mark.parametrize("text", ["sep=;\n", "id;title\n", "id;title\n;\n"])
def test_a_sheet_without_needs_is_a_warning(text: str) -> None:
    faults = Faults()

    assert read_csv(text, "a.csv", faults) == ()
    assert told(faults.all()) == (
        "a.csv:1:1: warning[no-needs]: the file has no needs\n"
        "    why:  a list without needs is easily mistaken for one where all is well\n"
        "    mend: write the needs, or take away the line that names the file"
    )


def test_ids_are_made_from_the_file_and_the_line_where_there_are_none() -> None:
    records = read_csv("title\nx\n\ny\n", "sub/Behov 2018.csv", Faults())

    assert [record.data["id"] for record in records] == ["Behov 2018-2", "Behov 2018-4"]


def test_a_cell_longer_than_any_text_is_told_where_it_stands() -> None:
    faults = Faults()

    records = read_csv(f"id;title;note\nn1;x;y\nn2;{'x' * 140_000};z\n", "a.csv", faults)

    assert records == ()
    assert told(faults.all(), "sv") == (
        "a.csv:3:4: fel[csv-cell-too-long]: en cell här är längre än 131072 tecken\n"
        "    varför: ett avslutande citattecken saknas, eller så innehåller cellen ett helt dokument\n"
        "    åtgärd: avsluta texten med citattecken, eller korta den"
    )


def test_a_last_cell_longer_than_any_text_is_told_where_it_stands() -> None:
    faults = Faults()

    read_csv(f"id;title\nn1;{'x' * 140_000}\n", "a.csv", faults)

    assert [str(fault.span) for fault in faults.all()] == ["a.csv:2:4"]


def test_a_column_of_the_writers_own_is_left_out() -> None:
    (record,) = read_csv("id;#mine;#mine;\nn1;x;y;\n", "a.csv", Faults())

    assert dict(record.data) == {"id": "n1"}


@pytest.mark.parametrize(("header", "delimiter"), [("a,b;c;d", ";"), ('"a;b;c",d', ","), ("a", ";"), ("a;b,c", ";")])
def test_the_delimiter_is_the_one_that_stands_oftenest_in_the_header(header: str, delimiter: str) -> None:
    assert delimiter_of([header]) == delimiter


@pytest.mark.parametrize(
    ("text", "starts"), [("a;b;c", [0, 2, 4]), (";;", [0, 1, 2]), ('"a;""b";c', [0, 8]), ('a;"b', [0, 2]), ("a\nb;c", [0])]
)
def test_cells_begin_after_each_delimiter(text: str, starts: list[int]) -> None:
    assert cell_starts(text, 0, ";", 9) == starts


def test_a_row_that_cannot_be_taken_apart_is_a_record_with_what_is_wrong() -> None:
    faults = Faults()
    grid = comma_grid('title;wording\nFall;x\n"Oro;y\nSömn;z\n', "a.csv", faults, keep=True)
    assert grid is not None

    records = records_of([grid], "a.csv", faults)

    assert [(dict(one.data), [fault.code for fault in one.faults]) for one in records] == [
        ({"id": "a-2", "title": "Fall", "wording": "x"}, []),
        ({"id": "a-3", "title": "", "wording": ""}, ["csv-quote-not-closed"]),
        ({"id": "a-4", "title": "Sömn", "wording": "z"}, []),
    ]


def test_a_row_above_the_headings_that_cannot_be_taken_apart_is_told_and_stops_nothing() -> None:
    faults = Faults()
    grid = comma_grid('Behov;2026\n"Obs;!\nid;title\nn1;x\n', "a.csv", faults, keep=True)
    assert grid is not None

    records = records_of([grid], "a.csv", faults)

    assert [record.data["id"] for record in records] == ["n1"]
    assert [one.code for one in faults.all()] == ["rows-above", "csv-quote-not-closed"]


def test_without_headings_that_can_be_taken_apart_there_are_no_records() -> None:
    faults = Faults()
    grid = comma_grid('Behov;2026\nid;"title\nn1;x\n', "a.csv", faults, keep=True)
    assert grid is not None

    records = records_of([grid], "a.csv", faults, [SheetMapping(file="a.csv", heading_row=2)])

    assert records == ()
    assert [one.code for one in faults.all()] == ["csv-quote-not-closed"]
