"""The sheet of what exists already, filled in and read back."""

from datetime import date
from pathlib import Path

import pytest

from prioritera.diagnostics import Faults
from prioritera.loading.existing import read_existing
from prioritera.loading.files import Files
from prioritera.loading.load import load_round, read_round
from prioritera.model.round import SupportDecision
from small_rules import ROUND, changed, told, write_round

HEAD = "behov;post;beslut;av;när"


def read(folder: Path, *lines: str) -> tuple[tuple[SupportDecision, ...], Faults]:
    (folder / "exists.csv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    faults = Faults()
    return read_existing(Files(folder), "exists.csv", Faults(), faults), faults


@pytest.mark.parametrize(("said", "meant"), [("ja", "yes"), ("Nej", "no"), ("delvis", "partly"), ("yes", "yes"), ("", "")])
def test_a_decision_is_read_in_either_language(said: str, meant: str, tmp_path: Path) -> None:
    (row,), faults = read(tmp_path, HEAD, f"fall-1;guide;{said};Åsa;2026-05-31")

    assert faults.all() == ()
    assert row == SupportDecision(need="fall-1", entry="guide", decision=meant, by="Åsa", on=date(2026, 5, 31))
    assert str(row.span) == "exists.csv:2:1"


def test_a_row_that_nobody_has_decided_needs_no_name(tmp_path: Path) -> None:
    (row,), faults = read(tmp_path, HEAD, "fall-1;guide;;;")

    assert (row.decision, row.by, row.on, faults.all()) == ("", "", None, ())


def test_that_nothing_was_found_names_no_entry(tmp_path: Path) -> None:
    (row,), faults = read(tmp_path, HEAD, "fall-1;;nej;Åsa;")

    assert (row.entry, row.decision, faults.all()) == ("", "no", ())


def test_everything_that_is_wrong_is_told(tmp_path: Path) -> None:
    _, faults = read(tmp_path, HEAD, "fall;guide;kanske;Åsa;", "fall;guide;ja;Åsa;", ";guide;nej;Åsa;", "n;;ja;;31 maj", "m;b;jaa;Bo;")

    assert told(faults.all()) == (
        "exists.csv:2:1: error[existing-decision-unclear]: “kanske” is no decision\n"
        "    why:  a word that may mean two things would change an outcome\n"
        "    mend: write yes, no or partly, or leave the cell empty\n"
        "exists.csv:3:1: error[existing-twice]: the pair “fall” and “guide” stands on two rows\n"
        "    exists.csv:2:1: first written here\n"
        "    why:  only one of them could hold, and nobody would see which\n"
        "    mend: take one of the rows away\n"
        'exists.csv:4:1: error[cell-empty]: the column "need" is empty, or not there\n'
        "    why:  it has no value of its own accord, and none is guessed\n"
        "    mend: fill in need on this row\n"
        "exists.csv:5:1: error[existing-by-nobody]: the decision for “n” does not say who made it\n"
        "    why:  only what a person has confirmed counts, and it must be possible to ask that person\n"
        "    mend: write who in the column “by”\n"
        "exists.csv:5:1: error[existing-not-a-date]: “31 maj” is no date\n"
        "    why:  from which day the decision counts must be seen, and a day that may be read in several ways is not guessed\n"
        "    mend: write year, month and day in the column “on”, for example 2026-05-31, or leave the cell empty\n"
        "exists.csv:5:1: error[existing-nothing-to-confirm]: the row for “n” says “ja” but names no entry\n"
        "    why:  what is confirmed must stand in a catalogue, so that the sender can be told what it is\n"
        "    mend: put the support into a catalogue and write its id in the column “entry”, or write no\n"
        "exists.csv:6:1: error[existing-decision-unclear]: “jaa” is no decision\n"
        "    why:  a word that may mean two things would change an outcome\n"
        "    mend: did you mean “ja”? Write yes, no or partly, or leave the cell empty"
    )


def test_the_same_is_told_in_swedish(tmp_path: Path) -> None:
    _, faults = read(tmp_path, HEAD, "fall;guide;kanske;Åsa;", "n;;delvis;;")

    assert told(faults.all(), "sv") == (
        "exists.csv:2:1: fel[existing-decision-unclear]: ”kanske” är inget beslut\n"
        "    varför: ett ord som kan betyda två saker skulle ändra ett utfall\n"
        "    åtgärd: skriv ja, nej eller delvis, eller lämna cellen tom\n"
        "exists.csv:3:1: fel[existing-by-nobody]: beslutet för ”n” säger inte vem som har fattat det\n"
        "    varför: bara det som en människa har bekräftat räknas, och det ska gå att fråga henne\n"
        "    åtgärd: skriv vem i kolumnen ”av”\n"
        "exists.csv:3:1: fel[existing-nothing-to-confirm]: raden för ”n” säger ”delvis” men nämner ingen post\n"
        "    varför: det som bekräftas måste stå i en katalog, så att avsändaren kan få veta vad det är\n"
        "    åtgärd: lägg in stödet i en katalog och skriv dess id i kolumnen ”post”, eller skriv nej"
    )


def with_sheet(folder: Path, name: str = "exists.csv", *lines: str) -> Path:
    write_round(folder, round=changed(ROUND, "needs = ", f'existing = "{name}"\nneeds = '))
    (folder / "exists.csv").write_text("".join(f"{line}\n" for line in (HEAD, *lines)), encoding="utf-8")
    return folder


def test_a_round_names_its_sheet(tmp_path: Path) -> None:
    round_ = load_round(with_sheet(tmp_path / "one", "exists.csv", "n1;guide;ja;Åsa;"))

    assert [(row.need, row.entry, row.decision) for row in round_.existing] == [("n1", "guide", "yes")]
    assert "exists.csv" in [file.name for file in round_.files]


@pytest.mark.parametrize(("name", "code"), [("no.csv", "file-missing"), (" ", "empty-text"), ("../../x.csv", "path-outside-tree")])
def test_a_sheet_that_is_not_there_is_told(name: str, code: str, tmp_path: Path) -> None:
    round_, found = read_round(with_sheet(tmp_path / "one", name))

    assert round_ is None
    assert [one.code for one in found] == [code]


def test_a_row_with_a_fault_decides_nothing_and_stops_no_other(tmp_path: Path) -> None:
    rows, faults = read(tmp_path, HEAD, "n1;guide;ja;Åsa;2026-05-01", "n1;other;kanske;Åsa;", "n2;guide;ja;;", "n2;other;ja;Bo;1/5 2026")

    assert [(row.need, row.entry, row.decision, row.by) for row in rows] == [
        *(("n1", "guide", "yes", "Åsa"), ("n1", "other", "", "")),
        *(("n2", "guide", "", ""), ("n2", "other", "", "")),
    ]
    assert [one.code for one in faults.all()] == ["existing-decision-unclear", "existing-by-nobody", "existing-not-a-date"]
    assert told(faults.all()[2:], "sv") == (
        "exists.csv:5:1: fel[existing-not-a-date]: ”1/5 2026” är inget datum\n"
        "    varför: från vilken dag beslutet räknas ska gå att se, och en dag som kan läsas på flera sätt gissas inte\n"
        "    åtgärd: skriv år, månad och dag i kolumnen ”när”, till exempel 2026-05-31, eller lämna cellen tom"
    )


def test_of_two_rows_about_a_pair_neither_decides(tmp_path: Path) -> None:
    rows, faults = read(tmp_path, HEAD, "n1;guide;ja;Åsa;", "N1;guide;nej;Bo;")

    assert [(row.entry, row.decision) for row in rows] == [("guide", "")]
    assert [one.code for one in faults.all()] == ["existing-twice"]


def test_a_round_with_a_faulty_row_is_judged_without_it(tmp_path: Path) -> None:
    round_, found = read_round(with_sheet(tmp_path / "one", "exists.csv", "n1;guide;kanske;Åsa;", "n2;guide;nej;Åsa;"))

    assert round_ is not None
    assert [(row.need, row.decision) for row in round_.existing] == [("n1", ""), ("n2", "no")]
    assert [one.code for one in found] == ["existing-decision-unclear"]
