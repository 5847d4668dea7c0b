"""A form that comes back is known by its hidden sheet, and one that was made for other rules is told of."""

from pathlib import Path

import attrs
import pytest

from prioritera import load_model, load_rules, prioritise
from prioritera.diagnostics import Faults
from prioritera.forms.form import form_book
from prioritera.loading.files import Files
from prioritera.loading.form_marks import of_form, read_mark
from prioritera.model.round import FormMark
from prioritera.model.ruleset import RuleSet
from prioritera.records.form_marks import form_faults
from prioritera.sheets.grid import Grid
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.write import write_book
from small_rules import told

RULES = load_rules("prioritera:sbu-four")


def mark_of(folder: Path, rules: RuleSet = RULES) -> FormMark:
    """The mark of a form that was made for some rules."""
    write_book(form_book(rules, "sv"), folder / "form.xlsx", Faults())
    mark = read_mark(Files(folder), "form.xlsx")
    assert mark is not None
    return mark


def faults(mark: FormMark, rules: RuleSet, language: str = "en") -> str:
    return told(tuple(form_faults([mark], rules)), language)


def test_a_form_is_known_and_a_form_for_these_rules_is_not_told_of(tmp_path: Path) -> None:
    mark = mark_of(tmp_path)

    assert (mark.kind, mark.rules, mark.version, mark.read, tuple(mark.asked)) == ("form", "sbu-four", "0.1.0", ("Behov",), ("searched",))
    assert faults(mark, RULES) == ""


def test_a_form_for_rules_that_ask_the_same_is_a_warning(tmp_path: Path) -> None:
    mark = mark_of(tmp_path, attrs.evolve(RULES, version="0.0.9"))

    assert [faults(mark, RULES, language) for language in ("en", "sv")] == [
        (
            "form.xlsx: warning[form-of-other-rules]: the form was made for sbu-four 0.0.9, but the round is read by sbu-four 0.1.0\n"
            "    why:  what the form asks means the same in both, but the rules differ elsewhere\n"
            "    mend: nothing is needed if it is meant so; otherwise name the same rule set in round.toml"
        ),
        (
            "form.xlsx: varning[form-of-other-rules]: formuläret gjordes för sbu-four 0.0.9, men omgången läses med sbu-four 0.1.0\n"
            "    varför: det som formuläret frågar om betyder detsamma i båda, men i övrigt skiljer sig reglerna\n"
            "    åtgärd: inget behövs om det är meningen; annars, ange samma modell i round.toml"
        ),
    ]


def test_a_form_whose_words_mean_something_else_now_is_an_error_that_names_them(tmp_path: Path) -> None:
    searched = RULES.fields["searched"]
    before = attrs.evolve(RULES, version="0.0.9", fields={**RULES.fields, "searched": attrs.evolve(searched, terms=searched.terms[:-1])})
    mark = mark_of(tmp_path, before)

    assert [faults(mark, RULES, language) for language in ("en", "sv")] == [
        (
            "form.xlsx: error[form-means-other]: the form was made for sbu-four 0.0.9; in sbu-four 0.1.0 "
            "this means something else: searched\n"
            "    why:  answers to two different questions would be compared as if they were to one\n"
            "    mend: read the round by the rule set that the form was made for, or ask again with a new form"
        ),
        (
            "form.xlsx: fel[form-means-other]: formuläret gjordes för sbu-four 0.0.9; i sbu-four 0.1.0 "
            "betyder detta något annat: searched\n"
            "    varför: svar på två olika frågor skulle jämföras som om de vore på samma fråga\n"
            "    åtgärd: läs omgången med den modell som formuläret gjordes för, eller fråga på nytt med ett nytt formulär"
        ),
    ]


def test_a_form_of_another_edition_is_told() -> None:
    mark = FormMark(schema="prioritera/form/9")

    assert [faults(mark, RULES, language) for language in ("en", "sv")] == [
        (
            "error[form-schema-unknown]: the form is of the edition “prioritera/form/9”\n"
            "    why:  only prioritera/form/1 is read here, and another edition may mean something else\n"
            "    mend: make a new form with prioritera template, and move the answers there"
        ),
        (
            "fel[form-schema-unknown]: formuläret har utgåvan ”prioritera/form/9”\n"
            "    varför: här läses bara prioritera/form/1, och en annan utgåva kan mena något annat\n"
            "    åtgärd: gör ett nytt formulär med prioritera template, och flytta över svaren"
        ),
    ]


@pytest.mark.parametrize("name", ["needs.toml", "missing.xlsx", "broken.xlsx", "plain.xlsx"])
def test_other_files_have_no_mark(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04")
    write_book(Book(pages=[Page(title="prioritera", columns=[Column(id="a", label="A")])]), tmp_path / "plain.xlsx", Faults())

    assert read_mark(Files(tmp_path), name) is None


def test_only_the_sheets_that_are_filled_in_are_read() -> None:
    grids = [Grid(file="a.xlsx", sheet=name, rows=[]) for name in ("Behov", "Hjälp")]

    assert of_form(grids, FormMark(schema="", read=["Behov"])) == (grids[0],)
    assert of_form(grids, FormMark(schema="")) == of_form(grids, None) == tuple(grids)


def test_a_round_tells_of_the_forms_among_its_files(tmp_path: Path) -> None:
    write_book(form_book(attrs.evolve(RULES, version="0.0.9"), "sv"), tmp_path / "form.xlsx", Faults())
    (tmp_path / "round.toml").write_text(
        '[round]\nid = "r"\nlabel = { sv = "r", en = "r" }\nneeds = []\nanalyst = ["form.xlsx"]\n', encoding="utf-8"
    )

    assert [one.code for one in prioritise(*load_model(tmp_path)).diagnostics] == ["columns-missing", "form-of-other-rules"]
