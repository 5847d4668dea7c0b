import json
from importlib.resources import files

import attrs
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # the library has no types of its own

from prioritera.model.candidate import Candidate
from prioritera.model.text import Label
from prioritera.report.candidates import candidates_book, candidates_document, candidates_json
from prioritera.report.text import to_text
from prioritera.workbooks.comma import to_csv

ONE = Candidate(
    id="m-1",
    wording="=Vi saknar stöd",
    document="m.docx",
    place=Label(sv="stycke 3", en="paragraph 3"),
    heading="Behov",
    why=Label(sv="något saknas (”saknar”)", en="something is lacking (“saknar”)"),
    note="Klart: maj",
)
BARE = Candidate(id="m-2", wording="Hemlöshet", document="m.docx", place=ONE.place, why=Label(sv="i en plan", en="in a plan"))


def test_a_sheet_has_a_row_a_candidate_and_nothing_that_nobody_has_said() -> None:
    book = candidates_book([ONE, BARE], "sv", about=["2 kandidater"])

    assert to_csv(book.pages[0]).split("\r\n") == [
        "behåll;id;formulering;rubrik;verksamhetsområde;avsändare;källa;anteckning;#rubrik i källan;#varför",
        ";m-1;'=Vi saknar stöd;;;;m.docx, stycke 3;Klart: maj;Behov;något saknas (”saknar”)",
        ";m-2;Hemlöshet;;;;m.docx, stycke 3;;;i en plan",
        "",
    ]
    assert book.pages[0].above == ("2 kandidater",)
    assert book.pages[0].columns[0].choices == ("ja", "nej")


def test_the_sheet_is_in_the_language_that_is_asked_for() -> None:
    page = candidates_book([BARE], "en").pages[0]

    assert [column.label for column in page.columns] == [
        "keep",
        "id",
        "wording",
        "title",
        "area of activity",
        "origin",
        "source",
        "note",
        "#heading in the source",
        "#why",
    ]
    assert page.columns[0].choices == ("yes", "no")
    assert page.rows == ((None, "m-2", "Hemlöshet", None, None, None, "m.docx, paragraph 3", None, None, "in a plan"),)


def test_the_candidates_can_be_read() -> None:
    assert to_text(candidates_document([ONE, BARE], "sv", about=["2 kandidater"])).split("\n") == [
        "Kandidater till behov",
        "=====================",
        "",
        "2 kandidater",
        "",
        "1. =Vi saknar stöd",
        "   var: m.docx, stycke 3",
        "   rubrik i källan: Behov",
        "   varför: något saknas (”saknar”)",
        "   anteckning: Klart: maj",
        "",
        "2. Hemlöshet",
        "   var: m.docx, stycke 3",
        "   varför: i en plan",
        "",
    ]


def test_of_no_candidates_there_is_no_list() -> None:
    assert to_text(candidates_document([], "en", about=["none"])) == "Candidates for needs\n====================\n\nnone\n"


def test_the_json_fits_its_schema() -> None:
    schema = json.loads(files("prioritera.report").joinpath("candidates.schema.json").read_text(encoding="utf-8"))
    data = json.loads(candidates_json([ONE, BARE], signs="ours", version="1", status="proposal"))

    Draft202012Validator(schema).validate(data)
    assert data["candidates"][0] == {
        "id": "m-1",
        "wording": "=Vi saknar stöd",
        "document": "m.docx",
        "place": {"sv": "stycke 3", "en": "paragraph 3"},
        "heading": "Behov",
        "why": {"sv": "något saknas (”saknar”)", "en": "something is lacking (“saknar”)"},
        "note": "Klart: maj",
    }


def test_what_the_source_counts_has_columns_of_its_own() -> None:
    counted = attrs.evolve(BARE, figures={"required": "20", "lacking": "3..8"})

    sv, en = (candidates_book([ONE, counted], language).pages[0] for language in ("sv", "en"))

    assert [(column.label, column.help) for column in sv.columns[-2:]] == [
        ("#krav", "Antal som krävs, enligt källan."),
        ("#saknas", "Antal som saknas: krav minus det som finns. 3..8 betyder mellan 3 och 8."),
    ]
    assert [(column.label, column.help) for column in en.columns[-2:]] == [
        ("#required", "How many are required, by the source."),
        ("#lacking", "How many are lacking: what is required less what there is. 3..8 is between 3 and 8."),
    ]
    assert [row[-2:] for row in sv.rows] == [(None, None), ("20", "3..8")]
