"""Files of judgements: how they are named, their headings, and everything that is said of what is wrong in them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli

from judged_rounds import CHNRI, FINAL, INTERIM, RATED, judged, run, voted, write_judged
from prioritera.diagnostics import PrioriteraError
from prioritera.loading.load import load_round, read_round
from prioritera.workbooks.book import Book, Column, Page
from prioritera.workbooks.excel import to_excel
from small_rules import told

WRONG = tomli.loads((Path(__file__).parents[2] / "wrong" / "judgements.toml").read_text(encoding="utf-8"))
CRITERIA = {"chnri": CHNRI, "interim": INTERIM, "final": FINAL, "rated": RATED}


@pytest.mark.parametrize("case", WRONG.values(), ids=list(WRONG))
def test_what_is_wrong_in_a_sheet_is_told_and_the_rest_is_taken_in(case: Mapping[str, Any], tmp_path: Path) -> None:
    more = {key: case[key] for key in ("needs", "named", "more") if key in case}
    folder = write_judged(tmp_path, CRITERIA.get(case["criteria"], case["criteria"]), case["files"], **more)

    diagnostics = run(folder).diagnostics

    assert told(diagnostics) == case["en"].strip("\n")
    assert told(diagnostics, "sv") == case["sv"].strip("\n")


def test_what_is_wrong_with_how_a_file_is_named_stops_the_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = '[[judgements]]\nfile = "x.csv"\nkind = "score"\nround = 0\n\n[[judgements]]\nfile = " "\nkind = "scores"\njugde = "a"\n'
    write_judged(tmp_path, CHNRI, {}, named=named)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(PrioriteraError) as caught:
        load_round("round.toml")

    assert told(caught.value.diagnostics) == (
        'round.toml:10:8: error[unknown-value]: "kind" is "score", which is none of its words\n'
        "    why:  a word that is not known would be taken for another, or for none\n"
        '    mend: did you mean "scores"? The words are scores, ballots or orders\n'
        'round.toml:11:9: error[number-too-small]: "round" is 0; at least 1 is expected\n'
        "    why:  a smaller number has no meaning here\n"
        "    mend: write 1 or more\n"
        'round.toml:14:8: error[empty-text]: "file" is blank\n'
        "    why:  a blank is not an answer, and nobody could tell that it was meant\n"
        "    mend: write the text, or take the line away\n"
        'round.toml:16:1: error[unknown-key]: "jugde" means nothing here\n'
        "    why:  a key that nobody reads would have no effect, unseen\n"
        '    mend: did you mean "judge"?'
    )


def test_a_file_may_be_one_judges_own(tmp_path: Path) -> None:
    named = "".join(f'[[judgements]]\nfile = "{who}.csv"\nkind = "scores"\njudge = "{who}"\ngroup = "g"\n\n' for who in ("anna", "bo"))
    files = {"anna.csv": "fråga;q1;q2;q3\na;ja;;\n", "bo.csv": "fråga;q1;q2;q3\na;nej;;\n"}

    (sheet, _) = load_round(write_judged(tmp_path, CHNRI, files, named=named)).judgements
    found = judged(run(tmp_path), "a", "answerable")

    assert dict(sheet.given) == {"judge": "anna", "group": "g"}
    assert (str(found.value), found.answered, found.asked) == ("1/2", 2, 2)


def test_the_sheets_of_a_workbook_that_have_the_columns_are_read(tmp_path: Path) -> None:
    columns = [Column(id=name, label=name) for name in ("judge", "need", "choice")]
    pages = [
        Page(title="Läs mig", columns=[Column(id="text", label="text")], rows=[("så här gör du",)]),
        Page(title="Svar", columns=columns, rows=[("j1", "a", 7), ("j2", "a", "åtta")]),
    ]
    folder = write_judged(tmp_path, RATED, {}, named='[[judgements]]\nfile = "s.xlsx"\nkind = "scores"\n')
    (folder / "s.xlsx").write_bytes(to_excel(Book(pages=pages)))

    result = run(folder)

    assert judged(result, "a").value == 7
    assert [str(one.span) for one in result.diagnostics] == ["s.xlsx:Svar!C3"]


def test_a_ranked_list_may_stand_in_one_column(tmp_path: Path) -> None:
    files = {"ballots.csv": "voter;ranked list\nv1;b | a\nv2;b\nv3;\n"}

    result = run(write_judged(tmp_path, INTERIM, files))

    assert [str(judged(result, need).value) for need in "abc"] == ["2", "3", "1"]
    assert (judged(result, "a").answered, judged(result, "a").asked, judged(result, "a").chosen) == (2, 3, 1)


def test_notes_above_the_headings_and_blank_rows_are_passed_by(tmp_path: Path) -> None:
    files = {"scores.csv": "Panelens svar;;\n;;\nJUDGE ;Need;choice\n ;;\nj1;a;7\n"}

    result = run(write_judged(tmp_path, RATED, files))

    assert [judged(result, "a").value, result.diagnostics] == [7, ()]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    folder = write_judged(tmp_path, RATED, {}, named='[[judgements]]\nfile = "no.csv"\nkind = "scores"\n')

    found, diagnostics = read_round(folder)

    assert found is not None
    assert [(one.code, str(one.span)) for one in diagnostics] == [("file-missing", "round.toml:9:8")]


def test_a_choice_left_blank_leaves_the_others_their_places(tmp_path: Path) -> None:
    criterion = voted('from = "ballots", combine = "points", points = [3, 2]')

    result = run(write_judged(tmp_path, criterion, {"ballots.csv": "voter;choice 1;choice 2\nv1;;b\n"}))

    assert [str(judged(result, need).value) for need in "abc"] == ["0", "2", "0"]
