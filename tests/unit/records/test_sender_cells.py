"""Senders in a sheet: numbers without names, what is said of each or of all, sources; what cannot be told is asked about."""

from datetime import date
from pathlib import Path

import pytest

from prioritera.diagnostics import describe
from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Need, Origin, Refused
from prioritera.stages.intake import intake
from small_rules import ROUND, changed, write_round


def row(folder: Path, **cells: str) -> Need | Refused:
    """What intake makes of one row with these cells."""
    write_round(folder, round=changed(ROUND, "needs.toml", "needs.csv"))
    cells = {"id": "n1", "title": "t", "area": "elderly", **cells}
    names = [name.replace("__", ".").replace("_", "-") for name in cells]
    (folder / "needs.csv").write_text(f"{';'.join(names)}\n{';'.join(cells.values())}\n", encoding="utf-8")
    round_ = load_round(folder)
    (found,) = intake(round_, *load_model_of(folder, round_))
    return found


def origins(folder: Path, **cells: str) -> tuple[Origin, ...]:
    found = row(folder, **cells)
    assert isinstance(found, Need), found
    return found.origins


def asked(folder: Path, language: str, **cells: str) -> str:
    found = row(folder, **cells)
    assert isinstance(found, Refused)
    return "\n".join(describe(one, language) for one in found.diagnostics)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("t1", Origin(actor="t1")),
        ("okänd", Origin(unknown=True)),
        ("minst 2 town", Origin(at_least=2, of="town")),
        ("Minst 2 kommun i north", Origin(at_least=2, of="town", within="north")),
        ("at least 12 town in RSS North", Origin(at_least=12, of="town", within="north")),
        ("minst 1 town inom RSS Norr", Origin(at_least=1, of="town", within="north")),
    ],
)
def test_a_sender_is_named_unknown_or_a_number(text: str, origin: Origin, tmp_path: Path) -> None:
    assert origins(tmp_path, origin=text) == (origin,)


def test_a_number_of_what_is_no_kind_is_asked_about(tmp_path: Path) -> None:
    assert asked(tmp_path, "en", origin="minst 2 tonw i north").splitlines()[0] == (
        'needs.csv:2:14: error[unknown-kind]: there is no kind of actor "tonw"'
    )


def test_one_value_is_said_of_all_and_as_many_as_there_are_senders_of_each(tmp_path: Path) -> None:
    found = origins(
        tmp_path,
        origin="t1|t2|okänd",
        forum="möte",
        method="survey||dialogue",
        backing="unit|kommun|",
        covers="alla|13|t1, t2",
        present="2||t1",
        on="2018-05-01",
        origin__source="s. 1|s. 2|s. 3",
    )

    day = date(2018, 5, 1)
    assert found == (
        Origin(actor="t1", forum="möte", method="survey", backing="unit", covers="all", present=2, on=day, source="s. 1"),
        Origin(actor="t2", forum="möte", backing="municipality", covers=13, on=day, source="s. 2"),
        Origin(unknown=True, forum="möte", method="dialogue", covers=("t1", "t2"), present=("t1",), on=day, source="s. 3"),
    )


def test_a_forum_of_one_sender_may_hold_the_mark_that_parts_senders(tmp_path: Path) -> None:
    assert origins(tmp_path, origin="t1", forum="a|b") == (Origin(actor="t1", forum="a|b"),)


def test_two_values_for_three_senders_are_asked_about(tmp_path: Path) -> None:
    cells = {"origin": "t1|t2|okänd", "forum": "a|b"}

    assert asked(tmp_path, "sv", **cells) == (
        "needs.csv:2:26: fel[cell-not-one-each]: cellen i kolumnen ”forum” har 2 värden, men raden har 3 avsändare\n"
        "    varför: det går inte att veta vilket värde som är vems\n"
        "    åtgärd: skriv ett värde för alla, eller ett för varje avsändare med | emellan"
    )
    assert asked(tmp_path, "en", **cells) == (
        'needs.csv:2:26: error[cell-not-one-each]: the cell in the column "forum" has 2 values, but the row has 3 senders\n'
        "    why:  nobody can know which value is whose\n"
        "    mend: write one value for all, or one for each sender with | between"
    )


def test_a_day_that_is_none_is_asked_about(tmp_path: Path) -> None:
    assert asked(tmp_path, "sv", origin="t1", on="1/5") == (
        "needs.csv:2:17: fel[cell-not-a-date]: ”1/5” i kolumnen ”on” är inget datum\n"
        "    varför: en dag som ingen kan vara säker på gissas inte\n"
        "    åtgärd: skriv datumet som 2026-05-31"
    )
    assert asked(tmp_path, "en", origin="t1", on="1/5") == (
        'needs.csv:2:17: error[cell-not-a-date]: "1/5" in the column "on" is no date\n'
        "    why:  a day that nobody can be sure of is not guessed\n"
        "    mend: write the date as 2026-05-31"
    )


def test_facts_support_and_checks_say_where_they_are_written(tmp_path: Path) -> None:
    found = row(
        tmp_path,
        origin="t1",
        causes="gap",
        causes__source="K18:330",
        wait="vet ej",
        wait__source="K18:331",
        support="guide!",
        support__source="K18:332",
        checked="granskat, kunskap saknas",
        checked__source="K18:333",
    )

    assert isinstance(found, Need)
    assert {name: fact.source for name, fact in found.facts.items()} == {"causes": "K18:330", "wait": "K18:331"}
    assert [(one.entry, one.confirmed, one.source) for one in found.support] == [("guide", True, "K18:332")]
    assert [(one.found, one.source) for one in found.checked] == [("gap", "K18:333")]


def test_a_source_without_what_it_is_of_is_told(tmp_path: Path) -> None:
    assert asked(tmp_path, "sv", origin="t1", causes__source="K18:330") == (
        "needs.csv:2:17: fel[cell-source-alone]: kolumnen ”causes.source” har en källa, men ”causes” är inte ifyllt på raden\n"
        "    varför: en källa till ingenting skulle försvinna, utan att någon såg det\n"
        "    åtgärd: fyll i det som källan gäller, eller ta bort källan"
    )
    assert asked(tmp_path, "en", origin="t1", checked__source="K18:330") == (
        'needs.csv:2:17: error[cell-source-alone]: the column "checked.source" has a source, but "checked" is not filled in on the row\n'
        "    why:  a source of nothing would be lost, unseen\n"
        "    mend: fill in what the source is of, or take the source away"
    )


@pytest.mark.parametrize("name", ["title__source", "x__source", "causes__sourse", "impact__source"])
def test_a_source_of_what_can_have_none_is_no_column(name: str, tmp_path: Path) -> None:
    assert "error[column-unknown]" in asked(tmp_path, "en", origin="t1", **{name: "s"})


def test_a_sender_above_is_asked_about(tmp_path: Path) -> None:
    assert asked(tmp_path, "en", origin="se ovan").splitlines()[0] == (
        'needs.csv:2:14: error[cell-unclear]: the column "origin" says "se ovan"'
    )
