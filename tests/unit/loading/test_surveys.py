import pytest

from prioritera.diagnostics import Faults, describe
from prioritera.frozen import FrozenMap
from prioritera.loading.document import document_of
from prioritera.loading.surveys import Answers, Survey, answers_in, read_survey
from prioritera.reading.cursor import Cursor
from prioritera.sheets.grid import Grid

COLUMNS = {
    "1. vad saknar ni kunskap om?": "wording",
    "2. vad beror det på?": "causes",
    "4_1 kompetens saknas": "causes:competence",
    "4_2 forskning saknas": "causes:research-gap",
}


def made(rows: list[list[str]], survey: Survey, *, header: int = 1, split: dict[str, str] | None = None) -> tuple[Answers, list[str]]:
    faults = Faults()
    answers = answers_in(Grid(file="enkat.csv", rows=rows, starts=range(1, len(rows) + 1)), header, COLUMNS, split or {}, survey, faults)
    return answers, [describe(one, "en").split("\n")[0] for one in faults.all()]


def test_ticks_of_several_columns_stand_in_the_first_of_them() -> None:
    rows = [
        ["Svarsid", "1. Vad saknar  ni kunskap om?", "4_1 Kompetens saknas", "Starttid", "4_2 Forskning saknas", "Ort"],
        ["1", "Hemlöshet", "X", "09:00", "1", "Väsby"],
        ["2", "Våld", "", "09:05", "Forskning saknas", ""],
        ["3", "Fall", "Nej", "", "0"],
        ["4", "Spel", "kanske", "", "ja", "", "utanför"],
    ]

    answers, said = made(rows, Survey(ignore=["svarsid", "Start*"]))

    assert [list(row) for row in answers.grid.rows] == [
        ["#Svarsid", "1. Vad saknar ni kunskap om?", "causes", "#Starttid", "#4_2 Forskning saknas", "Ort"],
        ["1", "Hemlöshet", "competence|research-gap", "09:00", "1", "Väsby"],
        ["2", "Våld", "research-gap", "09:05", "Forskning saknas", ""],
        ["3", "Fall", "", "", "0"],
        ["4", "Spel", "kanske|research-gap", "", "ja", "", "utanför"],
    ]
    assert answers.columns == FrozenMap({"1. vad saknar ni kunskap om?": "wording", "2. vad beror det på?": "causes"})
    assert answers.evidence == ()
    assert said == ["enkat.csv:1:1: note[survey-answers]: 4 have answered the survey, and 4 of them have written a need"]


def test_what_stands_between_answers_stands_between_ticks_too() -> None:
    rows = [["1. Vad saknar ni kunskap om?", "4_1 Kompetens saknas", "4_2 Forskning saknas"], ["Våld", "x", "x"]]

    answers, _ = made(rows, Survey(), split={"causes": ";"})

    assert answers.grid.rows[1] == ("Våld", "competence;research-gap", "x")


def test_answers_are_the_words_that_the_mapping_says() -> None:
    choices = {"causes": FrozenMap({"personalen kan för lite": "competence"})}
    rows = [
        ["1. Vad saknar ni kunskap om?", "2. Vad beror det på?"],
        ["Våld", "Personalen kan för lite; Annat"],
        ["Fall", "personalen KAN för lite"],
    ]

    split, _ = made(rows, Survey(choices=choices), split={"2. Vad beror det på?": ";"})
    whole, _ = made(rows, Survey(choices=choices))

    assert [row[1] for row in split.grid.rows[1:]] == ["competence;Annat", "competence"]
    assert [row[1] for row in whole.grid.rows[1:]] == ["Personalen kan för lite; Annat", "competence"]


def test_who_has_answered_without_a_need_is_counted_and_no_row() -> None:
    rows = [
        ["Svarsid", "1. Vad saknar ni kunskap om?", "4_1 Kompetens saknas"],
        ["1", "Våld", ""],
        ["2", " ", "x"],
        ["3", "", "0"],
        ["4", "Fall", ""],
    ]

    answers, said = made(rows, Survey(ignore=["Svarsid"], asked=49, document="Enkät 2026"))

    assert [list(row) for row in answers.grid.rows[1:]] == [["1", "Våld", ""], ["", "", ""], ["", "", ""], ["4", "Fall", ""]]
    assert answers.evidence == ({"kind": "survey", "asked": 49, "answered": 3, "document": "Enkät 2026"},)
    assert said == ["enkat.csv:1:1: note[survey-answers-of]: 3 of 49 have answered the survey, and 2 have written a need"]


def test_more_answers_than_were_asked_for_are_told_of_and_no_evidence() -> None:
    rows = [["1. Vad saknar ni kunskap om?"], ["Våld"], ["Fall"]]

    answers, said = made(rows, Survey(asked=1))

    assert answers.evidence == ()
    assert said == ["error[survey-asked-too-few]: 2 have answered the survey, but it is said to have gone to only 1"]
    assert made(rows, Survey(asked=2))[0].evidence == ({"kind": "survey", "asked": 2, "answered": 2},)


@pytest.mark.parametrize("header", [1, 2])
def test_a_row_of_questions_above_the_choices_is_joined_with_them(header: int) -> None:
    columns = {"vad beror det på? / forskning": "causes:research-gap", "vad beror det på? / kompetens": "causes:competence"}
    rows = [["Behov", "Vad beror det på?", "", "Ort"], ["", "Forskning", "Kompetens"], ["Våld", "x", "Kompetens", "Väsby"]]

    answers = answers_in(Grid(file="e.csv", rows=rows[2 - header :]), header, columns, {}, Survey(headings=2), Faults())

    assert (
        answers.grid.rows[:header]
        == {1: (("", "Forskning", "Kompetens"),), 2: ((), ("Behov", "causes", "#Vad beror det på? / Kompetens", "Ort"))}[header]
    )


def test_a_need_is_found_under_a_heading_that_needs_no_mapping() -> None:
    faults = Faults()
    grid = Grid(file="e.csv", rows=[["Ursprunglig formulering"], ["Våld"]], starts=[1, 2])

    assert answers_in(grid, 1, {}, {}, Survey(), faults).grid.rows[1] == ("Våld",)


def read(text: str) -> tuple[Survey, list[str]]:
    faults = Faults()
    document = document_of(text, "round.toml", None, faults)
    assert document is not None
    survey = read_survey(Cursor(document.data, (), document.place, faults))
    return survey, [describe(one, "en").split("\n")[0] for one in faults.all()]


def test_a_survey_is_read_from_its_mapping() -> None:
    survey, said = read(
        'asked = 49\ndocument = "Enkät"\nignore = ["Svarsid"]\nheadings = 3\n[choices.causes]\n"Brist på  STÖD" = "support"\n'
    )

    assert said == []
    assert survey == Survey(
        asked=49, document="Enkät", ignore=["Svarsid"], headings=2, choices={"causes": FrozenMap({"brist på stöd": "support"})}
    )


def test_a_survey_may_say_nothing_more() -> None:
    assert read("") == (Survey(), [])


def test_what_is_wrong_with_a_survey_is_told() -> None:
    survey, said = read('asked = 0\nanswered = 3\nchoices = { causes = "x" }\n')

    assert survey.choices == FrozenMap()
    assert said == [
        'round.toml:1:9: error[number-too-small]: "asked" is 0; at least 1 is expected',
        'round.toml:2:1: error[unknown-key]: "answered" means nothing here',
        'round.toml:3:22: error[not-a-table]: "causes" is "x"; a table is expected',
    ]
