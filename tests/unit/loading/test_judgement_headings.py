"""Headings of judgement sheets on two rows, those that are not read, and words that stand for no answer: each is told how to mend it."""

from pathlib import Path

import pytest

from judged_rounds import CHNRI, INTERIM, judged, run, write_judged
from small_rules import told

ABOVE = "judge;a;;b;\n;q1;q2;q1;q2\nj;ja;nej;ja;ja\n"
TWO_ROWS = {
    "judges in the upper row": (ABOVE, (1, 2)),
    "the same again in the upper row": ("x;a;a;b;b\njudge;q1;q2;q1;q2\nj;ja;nej;ja;ja\n", (1, 2)),
    "in a sheet that has the columns": ("Panelen;;a;;b;\njudge;need;q1;q2;q1;q2\nj;a;ja;nej;ja;ja\n", (1, 2)),
    "below a title": (f"Vår panel\n\n{ABOVE}", (3, 4)),
}


def named(kind: str, more: str = "") -> str:
    return f'[[judgements]]\nfile = "s.csv"\nkind = "{kind}"\n{more}\n'


def said_of(folder: Path, sheet: str, more: str = "") -> tuple[str, str]:
    result = run(write_judged(folder, CHNRI, {"s.csv": sheet}, named=named("scores", more)))
    return told(result.diagnostics, "sv"), told(result.diagnostics)


@pytest.mark.parametrize("name", TWO_ROWS)
def test_headings_on_two_rows_are_told_with_the_row_that_they_would_be(name: str, tmp_path: Path) -> None:
    sheet, (first, second) = TWO_ROWS[name]

    swedish, english = said_of(tmp_path / "one", sheet)

    assert swedish == (
        f"s.csv:{first}:1: fel[judgement-two-headings]: s.csv har rubriker på två rader, {first} och {second}\n"
        "    varför: en kolumn känns igen på en enda rubrik, och ingen gissar hur två hör ihop\n"
        "    åtgärd: gör en rad av de två: skriv ”a [q1]” där ”a” står över ”q1”, och så i varje kolumn; skriv sedan i omgången "
        'headings = "{need} [{item}]", eller headings = "{item} [{need}]" om delfrågan står överst'
    )
    assert english == (
        f"s.csv:{first}:1: error[judgement-two-headings]: s.csv has headings on two rows, {first} and {second}\n"
        "    why:  a column is known by one heading, and nobody guesses how two belong together\n"
        "    mend: make one row of the two: write “a [q1]” where “a” stands above “q1”, and so in each column; then write in the round "
        'headings = "{need} [{item}]", or headings = "{item} [{need}]" where the item stands above'
    )


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        ("judge;a;b;c\nj;ja;ja;nej\n", "judgement-columns"),
        ("judge;a;;b\nj;ja;ja;nej\n", "judgement-columns"),
        ("judge;a;;b;\nj;1;1;1;1\n", "judgement-columns"),
        ("judge;need;q1;q1\nj;a;ja;ja\n", "column-twice"),
    ],
)
def test_a_row_of_answers_is_no_row_of_headings(sheet: str, code: str, tmp_path: Path) -> None:
    assert f"error[{code}]" in said_of(tmp_path / "one", sheet)[1]
    assert "judgement-two-headings" not in said_of(tmp_path / "two", sheet)[1]


def test_columns_that_are_not_read_are_one_note_a_sheet(tmp_path: Path) -> None:
    swedish, english = said_of(tmp_path / "one", "när;judge;need;item;answer;E-post\nnu;j;a;q1;ja;\nnu;j;a;q2;ja;\nnu;j;a;q3;ja;\n")

    assert swedish == (
        's.csv:1:1: upplysning[judgement-columns-not-read]: kolumner som inte är lästa: "när", "E-post"\n'
        "    varför: deras rubriker är ingen av dem som bedömningar har, och inte gjorda så som omgången säger\n"
        '    åtgärd: behövs inte om de handlar om något annat; columns = { "när" = "#" } i omgången säger det om en rubrik, som då inte '
        'nämns mer. Är en rubrik en delfråga eller en kolumn för bedömningar med andra ord, skriv vilken i stället för "#"'
    )
    assert english == (
        's.csv:1:1: note[judgement-columns-not-read]: columns that have not been read: "när", "E-post"\n'
        "    why:  their headings are none of those that judgements have, and not made as the round says\n"
        '    mend: nothing, if they are about something else; columns = { "när" = "#" } in the round says that of a heading, and it is not '
        'told of again. If a heading is a sub-question or a column of judgements in other words, write which in the place of "#"'
    )


def test_a_word_that_stands_for_no_answer_is_told_once_where_the_round_says_so(tmp_path: Path) -> None:
    sheet = "judge;need;q1;q2;q3\nj;a;N/A;n/a;ja\nk;a;kanske;ja;ja\n"
    folder = write_judged(
        tmp_path / "one", CHNRI, {"s.csv": sheet}, named=named("scores", 'answers = { "N/A" = "blnk", "kanske" = "7,5" }')
    )
    line = 1 + (folder / "round.toml").read_text(encoding="utf-8").splitlines().index('answers = { "N/A" = "blnk", "kanske" = "7,5" }')

    found = run(folder)

    assert told(found.diagnostics, "sv") == (
        f"round.toml:{line}:21: fel[judgement-answers-target]: ”N/A” ska stå för ”blnk”, som inte är något svar\n"
        "    varför: de celler där ordet står räknas inte som svar\n"
        "    åtgärd: menade du ”blank”? Svaren är ja, nej, osäker, vet ej eller blank\n"
        f"round.toml:{line}:40: fel[judgement-answers-target]: ”kanske” ska stå för ”7,5”, som inte är något svar\n"
        "    varför: de celler där ordet står räknas inte som svar\n"
        "    åtgärd: skriv ja, nej, osäker, vet ej eller blank"
    )
    assert told(found.diagnostics[:1]) == (
        f"round.toml:{line}:21: error[judgement-answers-target]: “N/A” is to stand for “blnk”, which is no answer\n"
        "    why:  the cells where the word stands are not counted as answers\n"
        "    mend: did you mean “blank”? The answers are ja, nej, osäker, vet ej or blank"
    )
    assert str(judged(found, "a", "answerable").value) == "1"


RATED_SCALE = """\
[criteria.choice]
label = { sv = "lämplighet", en = "appropriateness" }
step = "1/2"
points = [{ at = 1, value = 0 }, { at = 9, value = 8 }]
judged = { from = "scores", combine = "median" }
"""


def test_a_word_that_stands_outside_the_scale_is_told_of_the_scale(tmp_path: Path) -> None:
    more = named("scores", 'answers = { "toppen" = "10" }')

    found = run(write_judged(tmp_path / "one", RATED_SCALE, {"s.csv": "judge;need;choice\nj;a;toppen\nk;a;9\n"}, named=more))

    assert [one.code for one in found.diagnostics] == ["judgement-answers-target"]
    assert told(found.diagnostics).splitlines()[-1] == "    mend: write 1–9 or blank"
    assert str(judged(found, "a").value) == "9"


def test_a_word_of_a_ballot_that_stands_for_no_place_is_told_where_the_round_says_so(tmp_path: Path) -> None:
    more = named("ballots", 'headings = "{need}"\nanswers = { "First" = "et" }')

    found = run(write_judged(tmp_path / "one", INTERIM, {"s.csv": "voter;group;a;b\nr;g;First;2\n"}, named=more))

    assert [(one.code, one.span.file if one.span else "") for one in found.diagnostics] == [("judgement-answers-target", "round.toml")]
    assert told(found.diagnostics, "sv").splitlines()[-1] == "    åtgärd: skriv 1, 2, 3, x eller blank"
