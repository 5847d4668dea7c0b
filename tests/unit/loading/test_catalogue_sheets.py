"""Catalogues that are kept in sheets, and several catalogues as one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from prioritera.diagnostics import Diagnostic, Faults
from prioritera.loading.catalogue_sheets import LinePlace, day_in
from prioritera.loading.load import load_catalogue, load_round, read_catalogue, read_round
from prioritera.model.catalogue import Listed, Support
from prioritera.model.text import Label
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import lines_of
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.excel import to_excel
from small_rules import CATALOGUE, ROUND, changed, told, write_round

HEAD = "id;titel;status;område;utgivare;målgrupp;insats;år;räknas från;kontakt;länk;källa"
ROW = "guide;Handboken;aktuell;äldre|unga;Åsas FoU;äldre;samtal;2017;2017-03-01;north;https://x;K18:330"


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    def written(*lines: str, name: str = "våra stöd.csv") -> Path:
        (tmp_path / name).write_text("".join(f"{line}\r\n" for line in lines), encoding="utf-8-sig")
        return tmp_path / name

    return written


def wrong(path: Path, language: str = "en") -> str:
    catalogue, found = read_catalogue(path)
    assert catalogue is None
    return told(found, language)


def test_a_row_is_an_entry_with_everything_it_may_say(sheet: Callable[..., Path]) -> None:
    found = load_catalogue(sheet(HEAD, ROW))

    assert found.entries["guide"] == Support(
        id="guide",
        title=Label(sv="Handboken", en="Handboken"),
        status="current",
        publisher="Åsas FoU",
        areas=["äldre", "unga"],
        target_group="äldre",
        intervention="samtal",
        year=2017,
        since=date(2017, 3, 1),
        contact="north",
        link="https://x",
        source="K18:330",
        catalogue="vara-stod",
    )
    assert found.listed == (Listed(id="vara-stod"),)


def test_what_is_not_filled_in_is_not_said(sheet: Callable[..., Path]) -> None:
    entry = load_catalogue(sheet("id;title;status;year;since", "guide;The guide;under-way;;")).entries["guide"]

    assert (entry.year, entry.since, entry.areas, entry.publisher) == (None, None, (), "")


def test_a_workbook_gives_the_same_entries(sheet: Callable[..., Path], tmp_path: Path) -> None:
    names = HEAD.split(";")
    rows = [[date(2017, 3, 1) if cell == "2017-03-01" else int(cell) if cell == "2017" else cell for cell in ROW.split(";")]]
    kinds = {"år": "whole", "räknas från": "date"}
    page = Page(title="Stöd", columns=[Column(id=name, label=name, kind=kinds.get(name, "text")) for name in names], rows=rows)
    (tmp_path / "våra stöd.xlsx").write_bytes(to_excel(Book(pages=[page])))

    assert load_catalogue(tmp_path / "våra stöd.xlsx") == load_catalogue(sheet(HEAD, ROW))


def test_a_file_whose_name_has_no_letters_has_an_id_all_the_same(sheet: Callable[..., Path]) -> None:
    assert load_catalogue(sheet(HEAD, ROW, name="–.csv")).listed == (Listed(id="catalogue"),)


def test_every_cell_that_is_wrong_is_told_at_its_row(sheet: Callable[..., Path]) -> None:
    path = sheet("id;titel;status;år;räknas från", "Guide;;gäller kanske;tvåtusen;1/3 2017", "guide;Handboken;aktuellt;;2017-02-30")

    assert wrong(path) == (
        'våra stöd.csv:2:1: error[bad-id]: "Guide" cannot be an id\n'
        "    why:  ids are lower-case ASCII, so that they are the same on every computer and in every language\n"
        "    mend: write small letters a to z and digits, with hyphens between words; what people see is the label\n"
        'våra stöd.csv:2:1: error[cell-empty]: the column "title" is empty, or not there\n'
        "    why:  it has no value of its own accord, and none is guessed\n"
        "    mend: fill in title on this row\n"
        'våra stöd.csv:2:1: error[not-a-date]: "since" is "1/3 2017"; a date is expected\n'
        "    why:  a value of another kind cannot be told from a mistake\n"
        "    mend: write a date such as 2026-03-01, without quotation marks and without a time\n"
        'våra stöd.csv:2:1: error[not-a-whole]: "year" is "tvåtusen"; a whole number is expected\n'
        "    why:  a value of another kind cannot be told from a mistake\n"
        "    mend: write a number without decimals and without quotation marks\n"
        'våra stöd.csv:2:1: error[unknown-value]: "status" is "gäller kanske", which is none of its words\n'
        "    why:  a word that is not known would be taken for another, or for none\n"
        "    mend: write current, outdated, in-production, under-way or ended\n"
        'våra stöd.csv:3:1: error[not-a-date]: "since" is "2017-02-30"; a date is expected\n'
        "    why:  a value of another kind cannot be told from a mistake\n"
        "    mend: write a date such as 2026-03-01, without quotation marks and without a time"
    )


def test_a_day_is_read_in_one_form_only() -> None:
    assert [day_in(text) for text in ("2017-02-28", "2017-02-29", "20170228", "")] == [date(2017, 2, 28), None, None, None]


def test_the_same_id_on_two_rows_is_told(sheet: Callable[..., Path]) -> None:
    assert wrong(sheet(HEAD, ROW, ROW)).startswith('våra stöd.csv:3:1: error[duplicate-id]: "guide" is written twice\n')


def test_a_sheet_without_the_columns_that_say_anything_is_told(sheet: Callable[..., Path]) -> None:
    assert "error[columns-missing]" in wrong(sheet("namn;år", "Handboken;2017"))


def names_of(*names: str) -> str:
    return changed(ROUND, '"catalogue.toml"', "[" + ", ".join(f'"{name}"' for name in names) + "]")


def test_several_catalogues_are_one(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=names_of("catalogue.toml", "prioritera:sources", "våra.csv"))
    (folder / "våra.csv").write_text("id;titel;status\nhandbok-2;En till;pågår\n", encoding="utf-8")

    found = load_round(folder).catalogue

    assert [listed.id for listed in found.listed] == ["ours", "sources", "vara"]
    assert {"guide", "barn-med-hog-risk", "handbok-2"} <= found.entries.keys()
    assert "kunskapsguiden" in found.places
    assert found.entries["handbok-2"].catalogue == "vara"


def faults(folder: Path) -> tuple[Diagnostic, ...]:
    round_, found = read_round(folder)
    assert round_ is None
    return found


def test_an_id_that_stands_in_two_catalogues_is_told_with_both_places(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=names_of("catalogue.toml", "second.toml"), second=CATALOGUE)

    (found,) = faults(folder)

    assert told((found,)) == (
        'second.toml:4:1: error[duplicate-id]: "guide" is written twice\n'
        "    catalogue.toml:4:1: first written here\n"
        "    why:  only one of them could count, and nobody could see which\n"
        "    mend: give one of them another id, or take it away"
    )
    assert [str(related.span) for related in found.related] == ["catalogue.toml:4:1"]


def test_a_file_that_is_no_catalogue_is_told(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=names_of("network.toml"))

    assert [found.code for found in faults(folder)] == ["wrong-kind-of-file"]


def test_an_empty_name_is_told(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=names_of("catalogue.toml", " "))

    assert told(faults(folder), "sv").startswith("round.toml:6:32: fel[empty-text]")


@pytest.mark.parametrize("name", ["missing.toml", "missing.csv", "../../x.toml"])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    folder = write_round(tmp_path / "one", round=names_of(name))

    assert {found.code for found in faults(folder)} <= {"file-missing", "path-outside-tree"}


def test_the_name_of_a_part_stands_where_its_cell_does() -> None:
    (line,) = lines_of(Grid(file="a.xlsx", sheet="Stöd", rows=[["id", "år"], ["guide", "2017"]]), {"id": (), "year": ["år"]}, Faults())
    place = LinePlace(line)

    assert [str(place.key(path)) for path in (("year",), ("title",), ())] == ["a.xlsx:Stöd!B2", "a.xlsx:Stöd!2", "a.xlsx:Stöd!2"]
