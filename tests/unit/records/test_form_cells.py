"""What a sender's form says is kept with the sender."""

from pathlib import Path

import pytest

from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Need, Origin, Refused
from prioritera.stages.intake import intake
from small_rules import NETWORK, ROUND, RULES, changed, told, write_round


def row(folder: Path, language: str = "en", **cells: str) -> Need | str:
    """What intake makes of a row of a form: the need, or what is wrong with it."""
    cells = {"id": "n1", "wording": "Fall", "area": "elderly", "origin": "t1", **cells}
    write_round(folder, rules=RULES, network=NETWORK, round=changed(ROUND, '"needs.toml"', '"needs.csv"'))
    (folder / "needs.csv").write_text(f"{';'.join(cells)}\n{';'.join(cells.values())}\n", encoding="utf-8")
    round_ = load_round(folder)
    found = intake(round_, *load_model_of(folder, round_))[0]
    return told(found.diagnostics, language) if isinstance(found, Refused) else found


def sender(folder: Path, **cells: str) -> Origin:
    found = row(folder, **cells)
    assert isinstance(found, Need), found
    return found.origins[0]


@pytest.mark.parametrize(
    ("written", "bracket"),
    [
        *[
            ("0", "0"),
            ("ingen", "0"),
            ("1–4", "1-4"),
            ("1-4", "1-4"),
            ("5 till 19", "5-19"),
            ("20–99", "20-99"),
            ("100 eller fler", "100-"),
        ],
        *[("3", "1-4"), ("5", "5-19"), ("19", "5-19"), ("99", "20-99"), ("1 200", "100-"), ("0 ", "0")],
    ],
)
def test_a_bracket_is_read_as_people_write_it(tmp_path: Path, written: str, bracket: str) -> None:
    assert sender(tmp_path / "one", persons=written).persons == bracket


@pytest.mark.parametrize("written", ["-3", "2,5", "2026-04-01", "många"])
def test_what_is_no_bracket_is_asked_about(tmp_path: Path, written: str) -> None:
    found = row(tmp_path / "one", persons=written)

    assert isinstance(found, str)
    assert found.splitlines() == [
        f'needs.csv:2:20: error[cell-unknown-word]: the column "persons" says "{written}", which is none of its words',
        "    why:  nobody can tell what was meant, and nothing is guessed",
        "    mend: write none, 1 to 4, 5 to 19, 20 to 99 or at least 100",
    ]


@pytest.mark.parametrize(
    ("column", "written", "mend"),
    [
        ("consequence", "Allvarlig", "skriv liten, måttlig, stor eller mycket stor"),
        ("consequence", "3", "skriv liten, måttlig, stor eller mycket stor"),
        ("consequence", "mycket", "menade du ”mycket stor”? Orden är liten, måttlig, stor eller mycket stor"),
        ("persons", "några", "skriv inga, 1 till 4, 5 till 19, 20 till 99 eller minst 100"),
        ("backing", "kommuner", "menade du ”kommun”? Orden är enskild, verksamhet, kommun, forum eller alla"),
        ("decided", "skri", "skriv inget, minnesanteckningar, beslut, gemensam skrivelse eller ledningsgrupp"),
    ],
)
def test_the_words_to_write_are_those_that_people_use_in_their_order(tmp_path: Path, column: str, written: str, mend: str) -> None:
    found = row(tmp_path / "one", "sv", **{column: written})

    assert isinstance(found, str)
    assert found.splitlines() == [
        f"needs.csv:2:20: fel[cell-unknown-word]: i kolumnen ”{column}” står ”{written}”, som inte är något av dess ord",
        "    varför: ingen kan säga vad som avsågs, och inget gissas",
        f"    åtgärd: {mend}",
    ]


def test_the_rest_of_the_form_stays_with_its_sender(tmp_path: Path) -> None:
    given = {"consequence": "mycket stor", "example": "=1+1", "tried": "SBU", "forum": "nätverket", "backing": "kommunen"}

    assert sender(tmp_path / "one", **given) == Origin(
        actor="t1", consequence="very-great", example="=1+1", tried="SBU", forum="nätverket", backing="municipality"
    )


def test_what_a_sender_does_not_know_is_kept_apart_from_what_is_not_filled_in(tmp_path: Path) -> None:
    found = row(tmp_path / "one", persons="vet ej", context="Vet ej", wished_form="vet inte", backing="ej ifyllt", forum="")

    assert isinstance(found, Need)
    assert found.origins == (Origin(actor="t1", dont_know=("persons", "context", "wished_form")),)
    assert (found.question.context, found.wished_form) == ("", "")


def test_a_number_of_several_senders_is_asked_about(tmp_path: Path) -> None:
    found = [row(tmp_path / language, language, origin="t1|t2", persons="1–4") for language in ("en", "sv")]

    assert found == [
        (
            "needs.csv:2:23: error[persons-of-several]: a number of persons stands in a row with 2 senders\n"
            "    why:  the number is of one sender, and nobody can tell which\n"
            "    mend: write one row a sender, each with its own number"
        ),
        (
            "needs.csv:2:23: fel[persons-of-several]: ett antal personer står på en rad med 2 avsändare\n"
            "    varför: antalet gäller hos en avsändare, och det går inte att veta vilken\n"
            "    åtgärd: skriv en rad för varje avsändare, med dess eget antal"
        ),
    ]


@pytest.mark.parametrize("written", ["gap|support", "gap; support", "gap;support"])
def test_the_words_of_a_set_may_stand_with_semicolons_between(tmp_path: Path, written: str) -> None:
    found = row(tmp_path / "one", causes=f'"{written}"')

    assert isinstance(found, Need)
    assert found.facts["causes"].value == frozenset({"gap", "support"})


def test_a_word_that_nobody_can_be_asked_about_is_told(tmp_path: Path) -> None:
    write_round(tmp_path, rules=RULES, network=NETWORK, round=ROUND)
    text = '[[needs]]\nid = "n1"\ntitle = "Fall"\narea = "elderly"\norigins = [{ actor = "t1", dont_know = ["persons", "backin"] }]\n'
    (tmp_path / "needs.toml").write_text(text, encoding="utf-8")
    round_ = load_round(tmp_path)

    found = intake(round_, *load_model_of(tmp_path, round_))[0]

    assert isinstance(found, Refused)
    assert told(found.diagnostics).splitlines()[0] == (
        'needs.toml:5:52: error[unknown-value]: "dont_know" is "backin", which is none of its words'
    )
