"""What a need says of who looked for what exists, and of the gap that SBU asks about: in TOML and in a sheet."""

from datetime import date
from pathlib import Path

import pytest

from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Check, Need, Question, Refused, SupportMatch
from prioritera.stages.intake import intake
from small_rules import NEEDS, ROUND, changed, told, write_round


def one(folder: Path) -> Need | Refused:
    round_ = load_round(folder)
    (found,) = intake(round_, *load_model_of(folder, round_))
    return found


def of_toml(folder: Path, more: str) -> Need | Refused:
    return one(write_round(folder / "one", needs=changed(NEEDS, 'area = "elderly"\n', f'area = "elderly"\n{more}\n')))


def of_sheet(folder: Path, **cells: str) -> Need | Refused:
    row = {"id": "n1", "title": "Fallskador", "area": "elderly", "avsändare": "t1", **cells}
    write_round(folder / "one", round=changed(ROUND, '"needs.toml"', '"needs.csv"'))
    (folder / "one" / "needs.csv").write_text(";".join(row) + "\n" + ";".join(row.values()) + "\n", encoding="utf-8")
    return one(folder / "one")


def need(found: Need | Refused) -> Need:
    assert isinstance(found, Need), told(found.diagnostics)
    return found


def wrong(found: Need | Refused, language: str = "en") -> str:
    assert isinstance(found, Refused)
    return told(found.diagnostics, language)


def test_a_check_says_where_who_when_and_what(tmp_path: Path) -> None:
    more = 'checked = [{ where = "SBU", found = "nothing", by = "Åsa", on = 2026-05-01, source = "p. 3" }]'

    assert need(of_toml(tmp_path, more)).checked == (Check(where=["SBU"], found="nothing", by="Åsa", on=date(2026, 5, 1), source="p. 3"),)


def test_an_established_gap_may_name_its_source_in_place_of_where(tmp_path: Path) -> None:
    more = 'checked = [{ found = "gap", source = "K18:330" }]'

    assert need(of_toml(tmp_path, more)).checked == (Check(found="gap", source="K18:330"),)


@pytest.mark.parametrize("check", ['{ found = "gap" }', '{ found = "nothing", source = "K18" }'])
def test_a_check_must_say_where(check: str, tmp_path: Path) -> None:
    assert wrong(of_toml(tmp_path, f"checked = [{check}]")) == (
        'needs.toml:5:12: error[missing-key]: "where" is missing\n'
        "    why:  it has no value of its own accord, and none is guessed\n"
        "    mend: add where = …"
    )


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ('{ where = [], found = "nothing" }', "list-empty"),
        ('{ where = ["SBU", " "], found = "nothing" }', "empty-text"),
        ('{ where = 3, found = "nothing" }', "not-a-texts"),
        ('{ where = "SBU", found = "inget" }', "unknown-value"),
        ('{ where = "SBU" }', "missing-key"),
        ('{ where = "SBU", found = "nothing", when = 2026-05-01 }', "unknown-key"),
    ],
)
def test_a_check_that_cannot_be_read_sets_the_need_aside(check: str, code: str, tmp_path: Path) -> None:
    found = of_toml(tmp_path, f"checked = [{check}]")

    assert isinstance(found, Refused)
    assert [one.code for one in found.diagnostics] == [code]


def test_a_match_says_when_it_was_confirmed(tmp_path: Path) -> None:
    more = 'support = [{ entry = "guide", confirmed = true, by = "Åsa", on = 2026-05-01 }]'

    assert need(of_toml(tmp_path, more)).support == (SupportMatch(entry="guide", confirmed=True, by="Åsa", on=date(2026, 5, 1)),)


def test_a_question_says_what_sbu_asks(tmp_path: Path) -> None:
    more = 'question = { comparison = "inget", outcome = "fall", use_in_sweden = "soon", gap_type = "no-review" }'

    assert need(of_toml(tmp_path, more)).question == Question(
        comparison="inget", outcome="fall", use_in_sweden="soon", gap_type="no-review"
    )


def test_a_word_that_sbu_does_not_have_is_told(tmp_path: Path) -> None:
    more = 'question = { use_in_sweden = "sometimes", gap_type = "no-revew" }'

    assert wrong(of_toml(tmp_path, more), "sv") == (
        "needs.toml:5:30: fel[unknown-value]: ”use_in_sweden” är ”sometimes”, som inte är något av dess ord\n"
        "    varför: ett okänt ord skulle tas för ett annat, eller för inget\n"
        "    åtgärd: skriv used, soon eller unknown\n"
        "needs.toml:5:54: fel[unknown-value]: ”gap_type” är ”no-revew”, som inte är något av dess ord\n"
        "    varför: ett okänt ord skulle tas för ett annat, eller för inget\n"
        "    åtgärd: menade du ”no-review”? Orden är no-review, outdated-review eller primary-studies"
    )


def test_the_parts_of_a_gap_are_columns_in_either_language(tmp_path: Path) -> None:
    cells = {"jämförelse": "inget", "utfallsmått": "fall", "används i Sverige": "Vet ej", "type of gap": "primärstudier behövs"}

    assert need(of_sheet(tmp_path, **cells)).question == Question(
        comparison="inget", outcome="fall", use_in_sweden="unknown", gap_type="primary-studies"
    )


def test_a_word_in_a_cell_that_nobody_knows_is_asked_about(tmp_path: Path) -> None:
    found = of_sheet(tmp_path, **{"används i Sverige": "ibland", "typ av lucka": "stor"})

    assert isinstance(found, Refused)
    assert [one.code for one in found.diagnostics] == ["cell-unknown-word", "cell-unknown-word"]
