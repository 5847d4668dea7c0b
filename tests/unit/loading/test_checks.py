"""Filled-in sheets of step two: answers in either language, what is missing, and each fault with its place."""

from pathlib import Path

import pytest

from prioritera.diagnostics import Faults, describe
from prioritera.loading.checks import Checked, LinePlace, read_check_file, read_checks
from prioritera.loading.document import document_of
from prioritera.loading.files import Files
from prioritera.sheets.grid import Grid
from prioritera.sheets.tables import lines_of
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.excel import to_excel

HEAD = "behov;rubrik;ursprungliga formuleringar;kommun;svar;kommentar\n"
MISSED = "det som saknas;område;kommun;kommentar;behåll\n"


def read(folder: Path, text: str) -> tuple[Checked, list[str]]:
    """What a sheet holds, and everything that is wrong with it, in Swedish."""
    (folder / "ark.csv").write_text(text, encoding="utf-8")
    faults = Faults()
    found = read_check_file(Files(folder), "ark.csv", faults)
    return found, [describe(one, "sv") for one in faults.all()]


def test_answers_are_read_in_either_language_and_the_empty_are_kept_apart_from_dont_know(tmp_path: Path) -> None:
    rows = [
        "n1;;;Ale;stämmer;",
        "n1;;;Tjörn; Stämmer Delvis ;Mest hos oss",
        "n1;;;Mark;does not agree;",
        "n1;;;Orust;vet ej;",
        "n1;;;Öckerö;;",
    ]

    found, said = read(tmp_path, HEAD + "\n".join(rows))

    assert said == []
    assert [(one.need, one.actor, one.answer, one.comment) for one in found.checks] == [
        ("n1", "Ale", "agrees", ""),
        ("n1", "Tjörn", "partly", "Mest hos oss"),
        ("n1", "Mark", "disagrees", ""),
        ("n1", "Orust", "dont-know", ""),
        ("n1", "Öckerö", "", ""),
    ]


def test_a_row_that_asks_nobody_of_nothing_says_nothing(tmp_path: Path) -> None:
    found, said = read(tmp_path, f"{HEAD}n1;Fall;Vi vet inte;;;\n;;;Ale;;\n")

    assert (found.checks, said) == ((), [])


@pytest.mark.parametrize(
    ("row", "line", "column"), [(";;;Ale;stämmer;", 2, "behov"), ("n1;;;;stämmer;", 2, "kommun"), ("n1;;;;;Fel grupp", 2, "kommun")]
)
def test_what_is_said_by_nobody_or_of_nothing_is_asked_about(row: str, line: int, column: str, tmp_path: Path) -> None:
    found, said = read(tmp_path, f"{HEAD}{row}\nn1;;;Tjörn;stämmer;\n")

    assert [one.actor for one in found.checks] == ["Tjörn"]
    assert said == [
        (
            f"ark.csv:{line}:1: fel[cell-empty]: kolumnen ”{column}” är tom, eller finns inte\n"
            "    varför: den har inget värde av sig själv, och inget gissas\n"
            f"    åtgärd: fyll i {column} på den här raden"
        )
    ]


def test_an_answer_that_is_none_is_told_and_its_municipality_was_asked(tmp_path: Path) -> None:
    found, said = read(tmp_path, f"{HEAD}n1;;;Ale;stämer;\nn1;;;Mark;se ovan;Inte oss\nn1;;;Tjörn;stämmer;\n")

    assert [(one.actor, one.answer, one.comment) for one in found.checks] == [
        *[("Ale", "", ""), ("Mark", "", "Inte oss"), ("Tjörn", "agrees", "")]
    ]
    assert said == [
        (
            "ark.csv:2:1: fel[check-answer-unknown]: ”stämer” är inget av svaren i en avstämning\n"
            "    varför: ingen kan säga vad som avsågs; kommunen räknas som tillfrågad, inte som att den har svarat\n"
            "    åtgärd: menade du ”stämmer”?"
        ),
        (
            "ark.csv:3:1: fel[check-answer-unknown]: ”se ovan” är inget av svaren i en avstämning\n"
            "    varför: ingen kan säga vad som avsågs; kommunen räknas som tillfrågad, inte som att den har svarat\n"
            "    åtgärd: skriv stämmer, stämmer delvis, stämmer inte eller vet ej, eller lämna cellen tom"
        ),
    ]


def test_a_row_that_is_kept_becomes_a_need_and_the_others_stay_candidates(tmp_path: Path) -> None:
    found, said = read(tmp_path, f"{MISSED}Stöd till syskon;funktionshinder;Ale;Flera;ja\nFler platser;;Mark;;nej\nEnsamhet;;;;\n")

    assert said == []
    assert [(one.text, one.actor, one.area, one.comment, one.kept_as) for one in found.missed] == [
        ("Stöd till syskon", "Ale", "funktionshinder", "Flera", "ark-saknas-2"),
        ("Fler platser", "Mark", "", "", ""),
        ("Ensamhet", "", "", "", ""),
    ]
    assert [dict(record.data) for record in found.records] == [
        {
            "id": "ark-saknas-2",
            "title": "Stöd till syskon",
            "wording": "Stöd till syskon",
            "area": "funktionshinder",
            "origin": "Ale",
            "note": "Flera",
            "source": "ark.csv",
        }
    ]


def test_a_row_without_words_and_a_choice_that_is_none_are_told(tmp_path: Path) -> None:
    found, said = read(tmp_path, f"{MISSED};;Ale;;ja\nFler platser;;Mark;;kanske\n")

    assert [(one.text, one.kept_as) for one in found.missed] == [("Fler platser", "")]
    assert found.records == ()
    assert said == [
        (
            "ark.csv:2:1: fel[cell-empty]: kolumnen ”det som saknas” är tom, eller finns inte\n"
            "    varför: den har inget värde av sig själv, och inget gissas\n"
            "    åtgärd: fyll i det som saknas på den här raden"
        ),
        (
            "ark.csv:3:1: fel[check-keep-unknown]: i kolumnen behåll står ”kanske”; där ska det stå ja eller nej\n"
            "    varför: bara ett ja gör raden till ett behov; den står kvar som kandidat\n"
            "    åtgärd: skriv ja eller nej, eller lämna cellen tom"
        ),
    ]


def test_a_file_that_is_no_such_sheet_says_which_columns_it_lacks(tmp_path: Path) -> None:
    found, said = read(tmp_path, "namn;ort\nx;y\n")

    assert found == Checked()
    assert [one.partition("\n")[0] for one in said] == [
        "ark.csv:1:1: fel[columns-missing]: ark.csv saknar kolumnen behov / need, kommun / municipality / actor eller svar / answer"
    ]


def test_a_file_that_is_not_there_has_nothing(tmp_path: Path) -> None:
    faults = Faults()

    assert read_check_file(Files(tmp_path), "ark.csv", faults) == Checked()
    assert [one.code for one in faults.all()] == ["file-missing"]


@pytest.mark.parametrize(
    "text", ["\u202esvar;behov;kommun\n", "svar;behov;kommun\n=1+1;n1;Ale\n", f"svar;behov;kommun\n{'x' * 40000};n1;Ale\n"]
)
def test_whatever_people_write_is_told_and_never_a_traceback(text: str, tmp_path: Path) -> None:
    found, said = read(tmp_path, text)

    assert {one.answer for one in found.checks} <= {""}
    assert len(said) == 1


def test_a_part_of_a_kept_need_stands_in_its_cell() -> None:
    grid = Grid(file="ark.csv", sheet="Saknas", rows=[["missing", "actor", "area"], ["Ensamhet", "Ale", ""]])
    line = lines_of(grid, {"missing": (), "actor": (), "area": ()}, Faults())[0]
    place = LinePlace(line)

    assert str(place.value(("origin",))) == "ark.csv:Saknas!B2"
    assert str(place.key(("title",))) == "ark.csv:Saknas!A2"
    assert str(place.value(())) == "ark.csv:Saknas!2"


def test_a_workbook_may_have_sheets_of_its_own_beside(tmp_path: Path) -> None:
    columns = {"need": "behov", "actor": "kommun", "answer": "svar"}
    check = Page(title="A", columns=[Column(id=key, label=label) for key, label in columns.items()], rows=[["n1", "Ale", "stämmer"]])
    own = Page(title="B", columns=[Column(id="x", label="anteckningar")], rows=[["-"]])
    (tmp_path / "ark.xlsx").write_bytes(to_excel(Book(pages=[own, check])))
    faults = Faults()

    found = read_check_file(Files(tmp_path), "ark.xlsx", faults)

    assert faults.all() == ()
    assert [(one.need, str(one.span)) for one in found.checks] == [("n1", "ark.xlsx:A!C2")]


def test_a_sheet_outside_the_tree_is_told_where_it_is_named(tmp_path: Path) -> None:
    faults = Faults()
    document = document_of('[round]\nchecks = "/ark.csv"\n', "round.toml", Files(tmp_path), faults)
    assert document is not None
    head = document.cursor(faults).table("round")
    assert head is not None

    assert read_checks(document, head, faults) == Checked()
    assert [f"{one.span}: {one.code}" for one in faults.all()] == ["round.toml:2:10: path-not-relative"]
