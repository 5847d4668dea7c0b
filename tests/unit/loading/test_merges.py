"""The sheet of decisions about pairs of needs, read back: every fault with its cell, and the good rows kept."""

from datetime import date
from pathlib import Path

import pytest

from merge_rounds import write_round
from prioritera.diagnostics import Faults, describe
from prioritera.loading.files import Files
from prioritera.loading.load import load_round, read_round
from prioritera.loading.merges import read_merges
from prioritera.model.merge import DIFFERENT, PART_OF, SAME, PairDecision
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.excel import to_excel

HEAD = "first;second;decision;by;when;because\n"


def read(folder: Path, text: str, name: str = "merge.csv") -> tuple[tuple[PairDecision, ...], list[str], list[str]]:
    (folder / name).write_text(text, encoding="utf-8")
    faults = Faults()
    found = read_merges(Files(folder), name, faults)
    return found, [describe(one, "en") for one in faults.all()], [describe(one, "sv") for one in faults.all()]


def test_a_row_is_a_decision_with_whose_and_when(tmp_path: Path) -> None:
    found, english, _ = read(tmp_path, HEAD + "n1;n2;same;Anna;2026-05-31;the same place\n")

    assert found == (PairDecision(first="n1", second="n2", verdict=SAME, by="Anna", on=date(2026, 5, 31), because="the same place"),)
    assert str(found[0].span) == "merge.csv:2:1"
    assert english == []


@pytest.mark.parametrize(
    ("word", "verdict", "first"),
    [
        ("samma", SAME, "n1"),
        ("Samma  behov", SAME, "n1"),
        ("OLIKA", DIFFERENT, "n1"),
        ("different needs", DIFFERENT, "n1"),
        ("del av", PART_OF, "n1"),
        ("part-of", PART_OF, "n1"),
        ("omfattar", PART_OF, "n2"),
        ("includes", PART_OF, "n2"),
    ],
)
def test_a_decision_is_written_in_either_language(tmp_path: Path, word: str, verdict: str, first: str) -> None:
    found, _, _ = read(tmp_path, f"Första behovet;Second need;Beslut;first-wording;Andra formuleringen\nn1;n2;{word};one;two\n")

    assert [(one.verdict, one.first, one.first_wording) for one in found] == [(verdict, first, "one" if first == "n1" else "two")]


def test_what_is_wrong_with_a_row_is_told_and_the_others_are_kept(tmp_path: Path) -> None:
    rows = ["n1;;same;;", "n1;N1;same;;", "n1;n2;sama;;", "n1;n2;zzz;;", "n1;n2;same;;2026-02-30", "n3;n4;same;;"]

    found, english, swedish = read(tmp_path, HEAD.replace(";because", "") + "\n".join(rows) + "\n")

    assert [(one.first, one.second) for one in found] == [("n3", "n4")]
    assert english == [
        (
            "merge.csv:2:1: error[merge-id-missing]: the row does not say which two needs it is about\n"
            "    why:  a decision without both needs cannot be followed\n"
            "    mend: write the id in the cell, or take the row away"
        ),
        (
            'merge.csv:3:1: error[merge-with-itself]: the row sets the need "n1" against itself\n'
            "    why:  a decision is about two different needs\n"
            "    mend: write the id of the other need, or take the row away"
        ),
        (
            'merge.csv:4:1: error[merge-word-unknown]: "sama" is none of the decisions\n'
            "    why:  what cannot be read with certainty is not guessed: the needs go on by themselves\n"
            '    mend: did you mean "samma"?'
        ),
        (
            'merge.csv:5:1: error[merge-word-unknown]: "zzz" is none of the decisions\n'
            "    why:  what cannot be read with certainty is not guessed: the needs go on by themselves\n"
            "    mend: write samma, olika, del av, omfattar, same, different, part of or includes"
        ),
        (
            'merge.csv:6:1: error[merge-date]: "2026-02-30" is no date\n'
            "    why:  a decision must be possible to trace to its day\n"
            "    mend: write year, month and day, for example 2026-05-31, or leave the cell empty"
        ),
    ]
    assert swedish[0] == (
        "merge.csv:2:1: fel[merge-id-missing]: raden säger inte vilka två behov den gäller\n"
        "    varför: ett beslut utan båda behoven går inte att följa\n"
        "    åtgärd: skriv id:t i cellen, eller ta bort raden"
    )
    assert swedish[1] == (
        "merge.csv:3:1: fel[merge-with-itself]: raden ställer behovet ”n1” mot sig självt\n"
        "    varför: ett beslut gäller två olika behov\n"
        "    åtgärd: skriv det andra behovets id, eller ta bort raden"
    )
    assert swedish[2] == (
        "merge.csv:4:1: fel[merge-word-unknown]: ”sama” är inget av besluten\n"
        "    varför: det som inte går att läsa säkert gissas inte: behoven går vidare var för sig\n"
        "    åtgärd: menade du ”samma”?"
    )
    assert swedish[4] == (
        "merge.csv:6:1: fel[merge-date]: ”2026-02-30” är inget datum\n"
        "    varför: ett beslut ska kunna spåras till sin dag\n"
        "    åtgärd: skriv år, månad och dag, till exempel 2026-05-31, eller lämna cellen tom"
    )


def test_the_same_decision_twice_is_one_and_is_told(tmp_path: Path) -> None:
    found, english, swedish = read(tmp_path, HEAD + "n1;n2;same;;;\nN2;n1;samma;;;\n")

    assert len(found) == 1
    assert english == [
        (
            'merge.csv:3:1: warning[merge-pair-twice]: the pair "n1" and "n2" stands in two rows with the same decision\n'
            "    merge.csv:2:1: first written here\n"
            "    why:  the decision holds, but whoever changes one of the rows does not change the other\n"
            "    mend: take one of the rows away"
        )
    ]
    assert swedish == [
        (
            "merge.csv:3:1: varning[merge-pair-twice]: paret ”n1” och ”n2” står på två rader med samma beslut\n"
            "    merge.csv:2:1: skrevs först här\n"
            "    varför: beslutet gäller, men den som ändrar en av raderna ändrar inte den andra\n"
            "    åtgärd: ta bort en av raderna"
        )
    ]


@pytest.mark.parametrize("rows", ["n1;n2;same;;;\nn2;n1;different;;;\n", "n1;n2;part of;;;\nn2;n1;part of;;;\n"])
def test_rows_that_disagree_about_a_pair_are_told_and_neither_holds(tmp_path: Path, rows: str) -> None:
    found, english, swedish = read(tmp_path, HEAD + rows)

    assert found == ()
    assert english == [
        (
            'merge.csv:3:1: error[merge-pair-disagrees]: the pair "n1" and "n2" has different decisions in two rows\n'
            "    merge.csv:2:1: first written here\n"
            "    why:  nobody can say which holds: neither is followed, and the needs go on by themselves\n"
            "    mend: keep the decision that holds; mind which need comes first where one is a part of the other"
        )
    ]
    assert swedish == [
        (
            "merge.csv:3:1: fel[merge-pair-disagrees]: paret ”n1” och ”n2” har olika beslut på två rader\n"
            "    merge.csv:2:1: skrevs först här\n"
            "    varför: ingen kan säga vilket som gäller: inget av dem följs, och behoven går vidare var för sig\n"
            "    åtgärd: behåll det beslut som gäller; tänk på vilket behov som står först när det ena är en del av det andra"
        )
    ]


def test_part_of_one_way_and_includes_the_other_agree(tmp_path: Path) -> None:
    found, english, _ = read(tmp_path, HEAD + "n1;n2;part of;;;\nn2;n1;includes;;;\n")

    assert [(one.first, one.second) for one in found] == [("n1", "n2")]
    assert ["merge-pair-twice" in one for one in english] == [True]


def test_pairs_that_wait_are_counted(tmp_path: Path) -> None:
    found, english, swedish = read(tmp_path, HEAD + "n1;n2;;;;\n;;;;;\nn1;n3;;;;\n")

    assert found == ()
    assert english == [
        (
            "merge.csv: note[merge-undecided]: pairs that wait for a decision: 2\n"
            "    why:  nothing is merged by itself\n"
            "    mend: fill in the column for decisions, or let the rows wait"
        )
    ]
    assert swedish == [
        (
            "merge.csv: upplysning[merge-undecided]: par som väntar på ett beslut: 2\n"
            "    varför: inget förs samman av sig självt\n"
            "    åtgärd: fyll i kolumnen för beslut, eller låt raderna vänta"
        )
    ]


def test_a_workbook_is_read_by_its_first_sheet_and_a_fault_names_the_cell(tmp_path: Path) -> None:
    columns = [Column(id=name, label=name) for name in ("first", "second", "decision")]
    pages = [Page(title="Par", columns=columns, rows=[("n1", "n2", "samma"), ("n1", "n3", "kanske")]), Page(title="Mer", columns=columns)]
    (tmp_path / "merge.xlsx").write_bytes(to_excel(Book(pages=pages)))
    faults = Faults()

    found = read_merges(Files(tmp_path), "merge.xlsx", faults)

    assert [one.verdict for one in found] == [SAME]
    assert [str(one.span) for one in faults.all()] == ["merge.xlsx:Par!C3"]


def test_a_round_reads_its_sheet_and_names_it_among_its_files(tmp_path: Path) -> None:
    folder = write_round(tmp_path / "r", 'merge = "merge.csv"\nmerge_identical = true\n', merge_csv=HEAD + "n1;n2;same;;;\n")

    found = load_round(folder)

    assert [(one.first, one.carried) for one in found.pairs] == [("n1", False)]
    assert (found.merge_identical, found.merge_name) == (True, "merge.csv")
    assert "merge.csv" in {file.name for file in found.files}


def test_decisions_of_the_round_before_come_along(tmp_path: Path) -> None:
    write_round(tmp_path / "old", 'merge = "merge.csv"\n', merge_csv=HEAD + "n1;n2;different;;;\nn1;n3;;;;\n")

    found, told = read_round(write_round(tmp_path / "new", 'previous_round = "../old"\n'))

    assert found is not None
    assert [(one.first, one.carried, str(one.span)) for one in found.pairs] == [("n1", True, "../old/merge.csv:2:1")]
    assert "../old/merge.csv" in {file.name for file in found.files}
    assert (found.merge_name, told) == ("", ())


def test_a_round_before_without_a_sheet_brings_nothing(tmp_path: Path) -> None:
    write_round(tmp_path / "old")
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "round.toml").write_text("round = 1\n", encoding="utf-8")

    assert load_round(write_round(tmp_path / "new", 'previous_round = "../old"\n')).pairs == ()
    assert load_round(write_round(tmp_path / "new", 'previous_round = "../older"\n')).pairs == ()


def test_a_faulty_sheet_of_the_round_before_is_told(tmp_path: Path) -> None:
    write_round(tmp_path / "old", 'merge = "merge.csv"\n', merge_csv=HEAD + "n1;n2;different;;;\nn1;n3;zzz;;;\n")

    found, told = read_round(write_round(tmp_path / "new", 'previous_round = "../old"\n'))

    assert found is not None
    assert len(found.pairs) == 1
    assert [describe(one, "en") for one in told] == [
        (
            'round.toml:7:18: warning[merge-before-faulty]: the sheet of the round before, "../old/merge.csv", has faults\n'
            "    why:  decisions in rows with faults do not come with it into this round\n"
            "    mend: check the round before with prioritera check, and mend the sheet"
        )
    ]
    assert [describe(one, "sv") for one in told] == [
        (
            "round.toml:7:18: varning[merge-before-faulty]: förra omgångens blad ”../old/merge.csv” har fel\n"
            "    varför: beslut på rader med fel följer inte med till den här omgången\n"
            "    åtgärd: pröva förra omgången med prioritera check, och rätta bladet"
        )
    ]


def test_a_sheet_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    found, told = read_round(write_round(tmp_path / "r", 'merge = "/merge.csv"\n'))

    assert (found, [one.code for one in told]) == (None, ["path-not-relative"])
