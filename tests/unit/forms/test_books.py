"""What the forms hold: the questions, what helps to answer them, and what they were made for."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
import tomli

from prioritera import load_model, load_rules, prioritise
from prioritera.forms.analyst import analyst_book
from prioritera.forms.as_toml import analyst_toml, form_toml, questions_toml
from prioritera.forms.form import asked_facts, form_book
from prioritera.forms.questions import QUESTIONS, questions_book
from prioritera.loading.examples import is_example
from prioritera.model.meaning import meaning_hash
from prioritera.model.ruleset import RuleSet
from prioritera.records.columns import columns_of
from prioritera.records.context import Context
from prioritera.records.form_marks import SCHEMA
from prioritera.words.catalogue import LANGUAGES
from prioritera.workbooks.book import Book
from prioritera.workbooks.excel import to_excel

RULES = load_rules("prioritera:sbu-four")


def opened(book: Book) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(to_excel(book)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_of_the_form_is_read_back_for_what_it_asks(language: str) -> None:
    round_, model = load_model("examples/illustrative")
    columns = form_book(RULES, language).pages[0].columns

    known = columns_of([column.label for column in columns[1:]], Context(round_, model.rules, model.network))

    assert [known.known[column.label].id for column in columns[1:]] == [column.id for column in columns[1:]]
    assert [column.id for column in columns] == [
        *("#", "wording", "target_group", "context", "consequence", "example", "persons", "searched", "tried", "wished_form"),
        *("backing", "forum", "decided", "origin", "area"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_begins_with_its_question_and_an_example_that_is_marked(language: str) -> None:
    page = form_book(RULES, language).pages[0]

    assert page.above[0].startswith({"sv": "Vad saknar ni kunskap om?", "en": "What do you lack knowledge of?"}[language])
    assert page.columns[1].label in page.above[0]
    assert is_example([column.label for column in page.columns], [str(cell) for cell in page.rows[0]])
    assert all(page.rows[0])
    assert page.rows[0][-1] == {"sv": "äldreomsorg", "en": "elderly care"}[language]
    assert page.examples == len(page.rows) == 1


def test_a_form_offers_the_rule_set_s_own_words_and_refuses_others_where_only_they_make_sense() -> None:
    columns = {column.id: column for column in form_book(RULES, "sv").pages[0].columns}

    assert columns["area"].choices == tuple(area.label.sv for area in RULES.areas)
    assert columns["persons"].choices == ("0", "1–4", "5–19", "20–99", "100 eller fler", "vet ej")
    assert columns["consequence"].choices == ("liten", "måttlig", "stor", "mycket stor", "vet ej")
    assert columns["searched"].choices == ("inget", "Kunskapsguiden", "SBU", "Socialstyrelsen", "RSS", "annat", "vet ej")
    assert columns["wished_form"].choices == ("manual", "vägledning", "utbildning", "någon att ringa", "annat", "vet ej")
    assert [ident for ident, column in columns.items() if column.strict] == ["consequence", "persons", "backing", "decided", "area"]
    assert [ident for ident, column in columns.items() if column.required] == ["wording", "origin"]
    assert "semikolon" in columns["searched"].help


def test_the_workbook_helps_marks_protects_and_says_hidden_what_it_is_for() -> None:
    book = opened(form_book(RULES, "sv"))
    sheet = book["Behov"]

    assert {one.title: one.sheet_state for one in book} == {
        "Behov": "visible",
        "Så fyller ni i": "visible",
        "prioritera": "hidden",
        "listor": "hidden",
    }
    assert sheet.protection.sheet
    assert not sheet.protection.password
    heading = next(row for row in sheet.iter_rows() if row[0].value == "#")
    first = heading[0].row
    assert all(cell.protection.locked for cell in heading)
    assert [cell.protection.locked for cell in sheet[first + 2]] == [True] + [False] * 14
    assert all(cell.protection.locked for cell in sheet[first + 1])
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize), sheet.print_title_rows) == (
        "landscape",
        "9",
        f"${first}:${first}",
    )
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.oddFooter.right.text == "&P (&N)"
    assert {rule.formula[0] for part in sheet.conditional_formatting for rule in part.rules} == {
        f'AND(COUNTA($A{first + 2}:$O{first + 2})>0,$B{first + 2}="")',
        f'AND(COUNTA($A{first + 2}:$O{first + 2})>0,$N{first + 2}="")',
    }
    asked = sheet.data_validations.dataValidation
    assert {one.promptTitle for one in asked} >= {"Vad saknar ni kunskap om?", "Ungefär hur många hos er?"}
    assert all(len(one.prompt) <= 255 and len(one.promptTitle) <= 32 for one in asked)
    assert [row[:2] for row in book["prioritera"].iter_rows(values_only=True)][1:7] == [
        *[("schema", SCHEMA), ("kind", "form"), ("rules", "sbu-four"), ("version", "0.1.0")],
        *[("hash", meaning_hash(RULES)), ("read", "Behov")],
    ]


def test_a_list_may_hold_commas_and_be_long() -> None:
    round_, model = load_model("examples/illustrative")
    book = opened(analyst_book(prioritise(round_, model).decisions, model.rules, model.network, "sv"))
    lists = list(book["listor"].iter_cols(values_only=True))

    assert any("ja, med hjälp" in column for column in lists)
    assert sum(len(str(cell)) for column in lists for cell in column if cell and "kunskapsstöd saknas" in column) > 255


def test_a_title_that_is_taken_is_not_taken_for_the_lists() -> None:
    page = form_book(RULES, "sv").pages[0]
    book = opened(Book(pages=[page.__class__(title="Listor", columns=page.columns, empty=1)]))

    assert book.sheetnames == ["Listor", "listor1"]


def test_a_rule_set_without_areas_or_questions_for_municipalities_has_a_shorter_form() -> None:
    import attrs  # noqa: PLC0415 -- only this test changes rules

    fields = {name: attrs.evolve(field, filled_by="") for name, field in RULES.fields.items()}
    bare: RuleSet = attrs.evolve(RULES, areas=(), fields=fields, status="")
    page = form_book(bare, "en").pages[0]

    assert asked_facts(bare) == ()
    assert len(page.columns) == 14
    assert page.rows[0][-1] == ""
    assert page.above[-1] == "The answers belong to the rule set SBU's four criteria, version 0.1.0."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_question_has_a_source_or_is_a_proposal(kind: str, language: str) -> None:
    rows = questions_book(kind, language).pages[0].rows

    assert len(rows) >= 5
    assert all(bool(source) != bool(status) for _, _, _, source, status, _ in rows)
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))


def test_the_five_questions_of_2014_are_answered_by_county() -> None:
    pages = questions_book("questions-2014", "sv").pages

    assert [row[3] for row in pages[0].rows] == ["K18:300"] * 5
    assert [column.label for column in pages[1].columns][:3] == [
        *("Länets RSS", "Problem eller behov", "Är det en sådan fråga om kunskapsutveckling som NSK-S ska arbeta med?"),
    ]
    assert [len(questions_book(kind, "sv").pages) for kind in QUESTIONS] == [1, 1, 1, 1, 2]


def uncommented(text: str) -> str:
    """A form as TOML with every answer written out."""

    def lines() -> Iterator[str]:
        for line in text.splitlines():
            is_answer = line.startswith("#") and line[1:2] not in {" ", ":"}
            yield line[1:] if is_answer else line

    return "\n".join(lines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_as_toml_says_nothing_until_it_is_written_out(language: str) -> None:
    text = form_toml(RULES, language)

    assert tomli.loads(text) == {}
    (need,) = tomli.loads(uncommented(text))["needs"]
    assert set(need) == {"id", "wording", "area", "question", "origins", "facts"}
    assert need["origins"][0]["persons"] == "100-"
    assert set(need["facts"]) == {"searched"}


def test_the_analyst_s_sheet_as_toml_holds_what_is_known() -> None:
    round_, model = load_model("examples/illustrative")
    text = analyst_toml(prioritise(round_, model).decisions, model.rules, "en")

    needs = {need["id"]: need for need in tomli.loads(text)["needs"]}
    assert needs["anhorigstod"]["assess"]["prevalence"] == 55
    assert needs["dokumentation"]["assess"] == {}
    assert "#impact = " in text
    assert tomli.loads(questions_toml("questions-deviations", "sv"))["questions"][0]["status"] == "proposal"
