"""Sheets of judgements in the layouts that survey tools and walls give: each gives the values that one row a need would."""

from pathlib import Path

import pytest

from judged_rounds import CHNRI, FINAL, INTERIM, judged, run, voted, write_judged
from prioritera.diagnostics import PrioriteraError
from prioritera.loading.load import load_round
from small_rules import told

PLAIN = "judge;group;need;q1;q2;q3\nanna;g;a;ja;nej;osäker\nanna;g;b;nej;;ja\nbo;h;a;nej;nej;ja\nbo;h;b;ja;ja;vet ej\n"
LAYOUTS = {
    "a column a need and item": (
        (
            "när;Namn;grupp;a [q1];A [Går den att besvara?];a [q3];b [q1];b [q2];Behov b [SQ3]\n"
            "mars;anna;g;ja;nej;osäker;nej;;ja\nmars;bo;h;nej;nej;ja;ja;ja;vet ej\n"
        ),
        'headings = "{need} [{item}]"\ncolumns = { "Namn" = "bedömare", "SQ3" = "q3", "när" = "#" }',
    ),
    "a column a judge": (
        (
            "fråga;delfråga;svar från anna;svar från bo\n"
            "a;q1;ja;nej\na;q2;nej;nej\na;q3;osäker;ja\nb;q1;nej;ja\nb;q2;;ja\nb;q3;ja;vet ej\n;;;\n"
        ),
        'headings = "svar från {judge}"',
    ),
    "a row an answer": (
        (
            "judge;need;item;answer\nanna;a;q1;ja\nanna;a;q2;nej\nanna;a;q3;osäker\nanna;b;q1;nej\nanna;b;q2;\nanna;b;q3;ja\n"
            "bo;a;q1;nej\nbo;a;q2;nej\nbo;a;q3;ja\nbo;b;q1;ja\nbo;b;q2;ja\nbo;b;q3;vet ej\n"
        ),
        "",
    ),
    "a column an item, in a file of its own headings": (
        "Namn;Option;SQ1;SQ2;SQ3\nanna;a;ja;nej;osäker\nanna;b;nej;;ja\nbo;a;nej;nej;ja\nbo;b;ja;ja;vet ej\n",
        'columns = { "Namn" = "judge", "Option" = "need", "SQ1" = "q1", "SQ2" = "q2", "SQ3" = "q3" }',
    ),
}


def named(kind: str, more: str) -> str:
    return f'[[judgements]]\nfile = "s.csv"\nkind = "{kind}"\n{more}\n'


def values(folder: Path, sheet: str, more: str) -> list[tuple[str, int, int]]:
    result = run(write_judged(folder, CHNRI, {"s.csv": sheet}, needs="ab", named=named("scores", more)))
    assert [one.code for one in result.diagnostics] == []
    found = [judged(result, need, "answerable") for need in "ab"]
    return [(str(one.value), one.answered, one.asked) for one in found]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_same_values(name: str, tmp_path: Path) -> None:
    assert values(tmp_path, *LAYOUTS[name]) == values(tmp_path / "plain", PLAIN, "") == [("5/12", 2, 2), ("3/4", 2, 2)]


HEADED = 'headings = "{need}"'
ORDERS = {
    "a column a group": ("Fråga;Grupp röd;Grupp gul\na;1;2\nBehov b;2;1\nc. Behov c;3;3\n", 'headings = "grupp {group}"'),
    "a column a need": ("grupp;a;b;c\nröd;1;2;3\ngul;2;1;3\n", 'headings = "{need}"'),
}


@pytest.mark.parametrize("name", ORDERS)
def test_orders_may_stand_as_on_the_wall(name: str, tmp_path: Path) -> None:
    sheet, more = ORDERS[name]

    result = run(write_judged(tmp_path, FINAL, {"s.csv": sheet}, named=named("orders", more)))

    assert [str(judged(result, need).value) for need in "abc"] == ["3", "3", "6"]


BALLOTS = {
    "a column a choice": ("voter;group;choice 1;choice 2\nr1;g;b;a\nr2;h;c;\nr3;h;a;\n", ""),
    "places in a column a question": (
        "Tid;voter;group;a. Behov a;Behov b;c\ni dag;r1;g;2;1;\ni dag;r2;h;0;nej;1\ni dag;r3;h;1;–\n",
        'headings = "{need}"\ncolumns = { "Tid" = "#" }',
    ),
    "words in a column a question": (
        (
            "voter;group;Frågan [a];Frågan [b];Frågan [c];e-post\nr1;g;Andra valet;Första valet;;\nr2;h;Valdes ej;;Första valet;\n"
            "r3;h;Första valet;N/A;Valdes ej;\n"
        ),
        'headings = "Frågan [{need}]"\nanswers = { "Första valet" = "1", "andra valet" = "2", "Valdes ej" = "blank", "N/A" = "blank" }',
    ),
    "a number in the heading": (
        "voter;group;Rangordna [Rank 1];Rangordna [Rank 2];Rangordna [annat]\nr1;g;b;a;x\nr2;h;c;;x\nr3;h;a;;x\n",
        'headings = "Rangordna [{choice}]"',
    ),
    "a list in a cell": ("voter;group;list\nr1;g;b, Behov a\nr2;h;c,\nr3;h;a\n", ""),
}


@pytest.mark.parametrize("name", BALLOTS)
def test_every_layout_of_ballots_gives_the_same_first_choices(name: str, tmp_path: Path) -> None:
    sheet, more = BALLOTS[name]

    result = run(write_judged(tmp_path, INTERIM, {"s.csv": sheet}, named=named("ballots", more)))

    assert [one.code for one in result.diagnostics if one.code != "judgement-columns-not-read"] == []
    assert [(str(found.value), found.chosen) for need in "ab" for found in [judged(result, need)]] == [("9/2", 2), ("4", 1)]


@pytest.mark.parametrize("counted", ['combine = "points", points = [1, 1]', 'combine = "borda"', 'combine = "copeland"'])
def test_marks_count_where_no_order_is_asked_for(counted: str, tmp_path: Path) -> None:
    sheet = "voter;a;b;c\nr1;x;Ja;\nr2;X;nej;yes\nr3;1;;\nr4;✓\n"

    result = run(write_judged(tmp_path, voted(f'from = "ballots", {counted}'), {"s.csv": sheet}, named=named("ballots", HEADED)))

    assert [judged(result, need).chosen for need in "abc"] == [4, 1, 1]
    assert result.diagnostics == ()


def test_more_marks_than_count_are_told(tmp_path: Path) -> None:
    sheet = "voter;a;b;c\nr1;x;x;x\nr2;x;x;\n"
    counted = voted('from = "ballots", combine = "points", points = [1, 1]')

    result = run(write_judged(tmp_path, counted, {"s.csv": sheet}, named=named("ballots", HEADED)))

    assert [(one.code, str(one.span)) for one in result.diagnostics] == [("ballot-too-long", "s.csv:2:8")]
    assert [str(judged(result, need).value) for need in "abc"] == ["1", "1", "0"]


def test_titles_with_commas_are_found_in_a_list_with_commas(tmp_path: Path) -> None:
    sheet = 'voter;list\nr1;"Sömn, men inte alltid, Behov a,  b"\nr2;"c,Sömn, och värk"\n'
    more = '\n[[needs]]\nid = "s"\ntitle = "Sömn, men inte alltid"\narea = "care"\n[[needs.origins]]\nunknown = true\n'

    result = run(write_judged(tmp_path, INTERIM, {"ballots.csv": sheet}, more=more))

    assert [judged(result, need).chosen for need in "sabc"] == [1, 1, 1, 1]
    assert [(one.code, one.params["value"]) for one in result.diagnostics] == [
        ("round-need-unknown", "Sömn"),
        ("round-need-unknown", "och värk"),
    ]


def test_words_of_a_survey_stand_for_answers_where_the_round_says_so(tmp_path: Path) -> None:
    plain_sheet = "judge;need;q1;q2;q3\nj;a;ja;nej;\nk;a;vet ej;;ja\n"
    own = "judge;need;q1;q2;q3\nj;a;Stämmer;Stämmer INTE;N/A\nk;a;vet ej;n/a;stämmer \n"
    more = 'answers = { "stämmer" = "ja", "Stämmer inte" = "nej", "N/A" = "Blank" }'

    one, other = (
        run(write_judged(tmp_path / str(at), CHNRI, {"s.csv": sheet}, named=named("scores", said)))
        for at, (sheet, said) in enumerate([(plain_sheet, ""), (own, more)])
    )

    assert judged(one, "a", "answerable") == judged(other, "a", "answerable")
    assert one.diagnostics == other.diagnostics == ()


def test_words_have_no_meaning_of_their_own_in_orders(tmp_path: Path) -> None:
    write_judged(tmp_path, FINAL, {"s.csv": "group;need;rank\ng;a;1\n"}, named=named("orders", 'answers = { "x" = "1" }'))

    with pytest.raises(PrioriteraError) as caught:
        load_round(tmp_path)

    assert [one.code for one in caught.value.diagnostics] == ["unknown-key"]


def test_choices_may_be_called_by_headings_of_the_tool_and_by_titles(tmp_path: Path) -> None:
    sheet = "Svar;Plats 1;Plats 2\nr1;a. Behov a;Behov b\nr2;BEHOV B;\nr3;c) Behov c;\n"
    more = 'columns = { "Svar" = "röstande", "Plats" = "val" }'

    result = run(
        write_judged(
            tmp_path, voted('from = "ballots", combine = "points", points = [2, 1]'), {"s.csv": sheet}, named=named("ballots", more)
        )
    )

    assert [str(judged(result, need).value) for need in "abc"] == ["2", "3", "2"]
    assert result.diagnostics == ()


def test_a_need_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    sheet = "judge;x [q1];x [q2];a [q1];a [q2];a [q3]\nj;ja;ja;ja;ja;ja\nk;ja;ja;ja;ja;ja\n"
    long = "judge;need;item;answer\n" + "".join(f"j;{need};q{item};ja\n" for need in "xa" for item in (1, 2, 3))

    result = run(write_judged(tmp_path, CHNRI, {"s.csv": sheet}, named=named("scores", 'headings = "{need} [{item}]"')))

    rows = run(write_judged(tmp_path / "long", CHNRI, {"s.csv": long}, named=named("scores", "")))

    assert [(one.code, str(one.span)) for one in result.diagnostics] == [("judgement-heading", "s.csv:1:7")]
    assert [(one.code, str(one.span)) for one in rows.diagnostics] == [("round-need-unknown", "s.csv:2:3")]


def test_a_heading_that_is_there_twice_and_one_that_is_made_otherwise_are_told(tmp_path: Path) -> None:
    sheet = "judge;e-post;a [q1];a [q1];a [q2];a [q3]\nj;;ja;nej;ja;ja\n"

    result = run(write_judged(tmp_path, CHNRI, {"s.csv": sheet}, named=named("scores", 'headings = "{need} [{item}]"')))

    assert [(one.code, str(one.span)) for one in result.diagnostics] == [
        ("judgement-columns-not-read", "s.csv:1:7"),
        ("column-twice", "s.csv:1:21"),
    ]
    assert str(judged(result, "a", "answerable").value) == "1"


def test_an_answer_to_no_item_is_told(tmp_path: Path) -> None:
    sheet = "judge;need;item;answer;när\nj;a;q1;ja;nu\nj;a;;ja;\n ;;;\nj;a;q2;ja\nj;a;q3\n"

    result = run(write_judged(tmp_path, CHNRI, {"s.csv": sheet}, named=named("scores", "")))

    assert [(one.code, str(one.span)) for one in result.diagnostics] == [
        ("judgement-columns-not-read", "s.csv:1:24"),
        ("cell-empty", "s.csv:3:5"),
    ]


@pytest.mark.parametrize("sheet", ["judge;need;answer\nj;a;ja\n", "judge;a [q1]\nj;ja\n", "need;item;answer\na;q1;ja\n"])
def test_a_sheet_that_lacks_a_column_is_told_of_the_layouts(sheet: str, tmp_path: Path) -> None:
    result = run(write_judged(tmp_path, CHNRI, {"s.csv": sheet}, named=named("scores", "")))

    assert [one.code for one in result.diagnostics] == ["judgement-columns"]


@pytest.mark.parametrize("headings", ["{need}", "{need} – {item}"])
def test_headings_that_do_not_say_everything_are_told(headings: str, tmp_path: Path) -> None:
    files = {"s.csv": "judge;a;b\nj;ja;nej\n"}

    result = run(write_judged(tmp_path, CHNRI, files, named=named("scores", f'headings = "{headings}"')))

    assert [one.code for one in result.diagnostics] == ["judgement-columns"]


@pytest.mark.parametrize(
    ("kind", "headings", "code"),
    [
        ("scores", "x", "judgement-headings"),
        ("scores", "{need} {need}", "judgement-headings"),
        ("scores", "{group}", "judgement-headings"),
        ("orders", "{item}", "judgement-headings"),
        ("ballots", "{need} {choice}", "judgement-headings"),
    ],
)
def test_headings_that_say_nothing_are_told(kind: str, headings: str, code: str, tmp_path: Path) -> None:
    write_judged(tmp_path, INTERIM, {"s.csv": "a\nb\n"}, named=named(kind, f'headings = "{headings}"'))

    with pytest.raises(PrioriteraError) as caught:
        load_round(tmp_path)

    assert [one.code for one in caught.value.diagnostics] == [code]


def test_one_without_a_group_is_told_where_groups_weigh_the_same(tmp_path: Path) -> None:
    sheet = "voter;group;choice 1\nv1;g;a\nv2;;b\nv3;;c\n"

    result = run(write_judged(tmp_path, INTERIM, {"ballots.csv": sheet}))
    nobody = run(write_judged(tmp_path / "nobody", INTERIM, {"ballots.csv": "voter;choice 1\nv1;a\nv2;b\n"}))

    assert told(result.diagnostics, "sv") == (
        "ballots.csv:3:4: varning[judge-without-group]: 2 av dem som har svarat har ingen grupp, och räknas som en grupp för sig\n"
        "    varför: grupperna väger lika, så hur få de än är får de en lika stark röst som var och en av de andra grupperna\n"
        "    åtgärd: skriv vilken grupp de hör till, eller ta bort raderna"
    )
    assert told(result.diagnostics) == (
        "ballots.csv:3:4: warning[judge-without-group]: 2 of those who answered have no group, and count as a group of their own\n"
        "    why:  groups weigh the same, so however few they are, their voice is as loud as that of each other group\n"
        "    mend: write which group they are of, or take the rows away"
    )
    assert nobody.diagnostics == ()
