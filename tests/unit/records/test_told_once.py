"""A sheet that lacks a column which every need must have is told of once, with the lines that mend it; and they do."""

import io
from pathlib import Path

import pytest

from broken_files import book, lines
from prioritera.cli.main import main
from prioritera.diagnostics import Diagnostic, by_place
from prioritera.loading.load import read_model_of, read_round
from prioritera.model.need import Need, Refused
from prioritera.pipeline import load_model, prioritise
from prioritera.stages.intake import intake
from small_rules import ROUND, changed, told, write_round

NO_AREA = lines(["id", "rubrik", "avsändare"], ["n1", "Fall", "Väsby"], ["n2", "", "Väsby"], ["n3", "Sömn", "Norrby"])
AREA_SV = """\
a.csv:1:1: fel[sheet-without-area]: arket har ingen kolumn för område, så ingen av dess rader kan läsas (antal rader: 3)
    varför: varje behov rangordnas inom sitt område, och inget gissas
    åtgärd: lägg till en kolumn ”område” och skriv på varje rad vilket det är: äldre eller unga; gäller hela arket ett område, säg det en \
gång i round.toml i stället
    till exempel så här, med det som stämmer för arket; har filen redan [[mappings]], skriv raden always där:
        [[mappings]]
        file = "a.csv"
        always = { area = "elderly" }
a.csv:3:1: fel[cell-empty]: kolumnen ”title” är tom, eller finns inte
    varför: den har inget värde av sig själv, och inget gissas
    åtgärd: fyll i title på den här raden"""
AREA_EN = """\
a.csv:1:1: error[sheet-without-area]: the sheet has no column for the area, so none of its rows can be read (rows: 3)
    why:  each need is ranked within its area, and none is guessed
    mend: add a column "area" and write on each row which it is: elderly or youth; where the whole sheet is about one area, say so once in \
round.toml instead
    for example as here, with what is true of the sheet; where the file has its [[mappings]] already, write the line always there:
        [[mappings]]
        file = "a.csv"
        always = { area = "elderly" }
a.csv:3:1: error[cell-empty]: the column "title" is empty, or not there
    why:  it has no value of its own accord, and none is guessed
    mend: fill in title on this row"""


def read(folder: Path, name: str, content: bytes | str, mapping: str = "", areas: str = "") -> tuple[tuple[Diagnostic, ...], list[Need]]:
    """What is said of a round with this file of needs, and the needs that are taken in."""
    said = f"\n[[mappings]]\n{mapping}\n" if mapping else ""
    write_round(folder, round=changed(ROUND, "needs.toml", name).replace("[round]", f"[round]\n{areas}") + said)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    round_, found = read_round(folder)
    assert round_ is not None
    rules, network, _ = read_model_of(folder, round_)
    assert rules is not None
    assert network is not None
    taken = intake(round_, rules, network)
    faults = [fault for record in taken if isinstance(record, Refused) for fault in record.diagnostics]
    return by_place((*found, *faults)), [record for record in taken if isinstance(record, Need)]


def test_a_sheet_without_areas_is_told_of_once(tmp_path: Path) -> None:
    found, needs = read(tmp_path / "one", "a.csv", NO_AREA)

    assert needs == []
    assert told(found, "sv") == AREA_SV
    assert told(found, "en") == AREA_EN


def test_the_lines_that_are_told_mend_it(tmp_path: Path) -> None:
    found, needs = read(tmp_path / "one", "a.csv", NO_AREA, 'file = "a.csv"\nalways = { area = "elderly" }')

    assert [one.code for one in found] == ["cell-empty"]
    assert [(need.id, need.area) for need in needs] == [("n1", "elderly"), ("n3", "elderly")]


def test_what_is_always_the_same_may_be_anything_that_a_column_may_be(tmp_path: Path) -> None:
    text = lines(["rubrik"], ["Fall"])

    _, (need,) = read(
        tmp_path / "one", "a.csv", text, 'file = "a.csv"\nalways = { "område" = "Äldre", "avsändare" = "okänd", impact = "2" }'
    )

    assert (need.id, need.area, need.origins[0].unknown, need.assess["impact"].raw) == ("a-2", "elderly", True, "2")


def test_a_round_about_one_area_needs_no_column(tmp_path: Path) -> None:
    found, needs = read(tmp_path / "one", "a.csv", NO_AREA, areas='areas = ["youth"]')

    assert [one.code for one in found] == ["cell-empty"]
    assert [need.area for need in needs] == ["youth", "youth"]


def test_a_sheet_without_senders_and_areas_is_told_of_once_for_each(tmp_path: Path) -> None:
    content = book()()
    found, needs = read(tmp_path / "one", "a.xlsx", content, 'file = "a.xlsx"\ncolumns = { "område" = "#", "avsändare" = "#" }')

    assert needs == []
    assert [(str(one.span), one.code, one.params["count"]) for one in found] == [
        ("a.xlsx:Behov!A1", "sheet-without-area", 2),
        ("a.xlsx:Behov!A1", "sheet-without-origin", 2),
    ]
    assert told(found[1:], "sv") == (
        "a.xlsx:Behov!A1: fel[sheet-without-origin]: arket har ingen kolumn för avsändare, så ingen av dess rader kan läsas "
        "(antal rader: 2)\n"
        "    varför: inget beslutas utan besked till varje känd avsändare\n"
        "    åtgärd: lägg till en kolumn ”avsändare” och skriv på varje rad vem som står bakom behovet, eller okänd; gäller detsamma hela "
        "arket, säg det en gång i round.toml i stället\n"
        "    till exempel så här, med det som stämmer för arket; har filen redan [[mappings]], skriv raden always där:\n"
        "        [[mappings]]\n"
        '        file = "a.xlsx"\n'
        '        sheet = "Behov"\n'
        '        always = { area = "elderly", origin = "okänd" }'
    )
    assert told(found[1:], "en") == (
        "a.xlsx:Behov!A1: error[sheet-without-origin]: the sheet has no column for the sender, so none of its rows can be read (rows: 2)\n"
        "    why:  nothing is decided without an answer to every known sender\n"
        '    mend: add a column "origin" and write on each row who stands behind the need, or unknown; where the same holds for the whole '
        "sheet, say so once in round.toml instead\n"
        "    for example as here, with what is true of the sheet; where the file has its [[mappings]] already, write "
        "the line always there:\n"
        "        [[mappings]]\n"
        '        file = "a.xlsx"\n'
        '        sheet = "Behov"\n'
        '        always = { area = "elderly", origin = "okänd" }'
    )


def test_an_empty_cell_is_told_where_it_stands_when_there_is_a_column(tmp_path: Path) -> None:
    text = lines(["id", "rubrik", "område", "avsändare"], ["n1", "Fall", "", "Väsby"], ["n2", "Fall", "Äldre", ""])

    found, _ = read(tmp_path / "one", "a.csv", text)

    assert [(str(one.span), one.code) for one in found] == [("a.csv:2:1", "cell-empty"), ("a.csv:3:15", "no-origin")]


def test_of_very_many_rows_each_is_counted(tmp_path: Path) -> None:
    text = lines(["id", "rubrik", "avsändare"], *[[f"n{number}", "Fall", "Väsby"] for number in range(1100)])

    found, _ = read(tmp_path / "one", "a.csv", text)

    assert [(one.code, one.params["count"]) for one in found] == [("sheet-without-area", 1100)]


def test_data_without_headings_is_told_of_row_by_row(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "one", "a.json", '[{"id": "n1", "title": "Fall", "origin": "Väsby"}]')

    assert [one.code for one in found] == ["cell-empty"]


@pytest.mark.parametrize("always", ['area = "elderly"', '"område" = "äldre"', 'Impact = "2"'])
def test_what_is_always_the_same_has_no_column_as_well(always: str, tmp_path: Path) -> None:
    text = lines(["id", "rubrik", "Område", "avsändare", "impact"], ["n1", "Fall", "Äldre", "Väsby", "2"])

    found, needs = read(tmp_path / "one", "a.csv", text, f'file = "a.csv"\nalways = {{ {always} }}')

    assert [one.code for one in found] == ["mapping-always-column"]
    assert needs == []


def test_that_a_column_says_it_too_is_told_where_the_round_says_it(tmp_path: Path) -> None:
    text = lines(["id", "rubrik", "Område", "avsändare"], ["n1", "Fall", "Äldre", "Väsby"])

    found, _ = read(tmp_path / "one", "a.csv", text, 'file = "a.csv"\nalways = { area = "elderly" }')

    assert told(found, "sv") == (
        "round.toml:12:19: fel[mapping-always-column]: ”area” är sagt för hela arket, men arket har också en kolumn för det: ”Område”\n"
        "    varför: de två kan säga olika saker om samma rad, och inget gissas\n"
        "    åtgärd: ta bort area ur always, eller sätt # före rubriken ”Område” så att kolumnen inte läses"
    )
    assert told(found, "en") == (
        'round.toml:12:19: error[mapping-always-column]: "area" is said of the whole sheet, but the sheet has a column for it '
        'as well: "Område"\n'
        "    why:  the two may say different things of the same row, and nothing is guessed\n"
        '    mend: take area out of always, or put # before the heading "Område" so that the column is not read'
    )


def test_a_wrong_word_that_is_always_the_same_is_told_once_where_it_is_written(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "one", "a.csv", NO_AREA, 'file = "a.csv"\nalways = { area = "äldr" }')

    assert [(str(one.span), one.code) for one in found] == [("a.csv:3:1", "cell-empty"), ("round.toml:12:19", "cell-unknown-word")]


def test_a_file_by_itself_keeps_its_rows_under_no_area_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "behov.csv"
    path.write_text(lines(["id", "rubrik", "Kommun"], ["n1", "Fall", "0180"], ["n2", "Sömn", "0184"]), encoding="utf-8")

    round_, model = load_model(path)
    result = prioritise(round_, model)

    assert [decision.need.area if decision.need else "" for decision in result.decisions] == ["not-stated", "not-stated"]
    said = [one for one in round_.faults if one.code == "sheet-area-not-given"]
    assert told(tuple(said), "sv") == (
        "behov.csv:1:1: upplysning[sheet-area-not-given]: arket har ingen kolumn för område; behoven har lästs som ”inte angivet” (antal "
        "rader: 2)\n"
        "    varför: behov rangordnas inom sitt område, så de här jämförs bara med varandra\n"
        "    åtgärd: lägg till en kolumn ”område” och skriv på varje rad vilket det är: barn och unga, funktionshinder, äldreomsorg, "
        "missbruk och beroende, ekonomiskt bistånd, våld i nära relationer, socialpsykiatri, kommunal hälso- och sjukvård, flera områden "
        "eller inte angivet; gäller hela arket ett område, säg det en gång i round.toml i stället\n"
        "    till exempel så här i en fil round.toml i samma mapp, med det som stämmer för arket; kör sedan mappen:\n"
        "        [round]\n"
        '        id = "behov"\n'
        '        label = "behov"\n'
        '        needs = ["behov.csv"]\n'
        "\n"
        "        [[mappings]]\n"
        '        file = "behov.csv"\n'
        '        always = { area = "children-and-youth" }'
    )
    assert told(tuple(said), "en").startswith(
        'behov.csv:1:1: note[sheet-area-not-given]: the sheet has no column for the area; the needs have been read as "not stated" '
        "(rows: 2)\n"
        "    why:  needs are ranked within their area, so these are compared with each other alone\n"
        '    mend: add a column "area" and write on each row which it is: children and youth, disability, elderly care, substance use and '
        "dependency, financial assistance, violence in close relationships, social psychiatry, municipal health care, several areas or not "
        "stated; where the whole sheet is about one area, say so once in round.toml instead\n"
        "    for example as here in a file round.toml in the same folder, with what is true of the sheet; then run the folder:\n"
    )


def test_a_heading_that_is_taken_for_the_area_is_the_area(tmp_path: Path) -> None:
    path = tmp_path / "behov.csv"
    path.write_text(lines(["id", "rubrik", "Kommun", "Verksamhetsområden"], ["n1", "Fall", "0180", "Äldreomsorg"]), encoding="utf-8")

    round_, model = load_model(path)
    (need,) = intake(round_, model.rules, model.network)

    assert isinstance(need, Need)
    assert need.area == "elderly-care"
    assert "sheet-area-not-given" not in {one.code for one in round_.faults}


def test_the_report_tells_it_once_above_the_rows(tmp_path: Path) -> None:
    write_round(tmp_path / "one", round=changed(ROUND, "needs.toml", "a.csv"))
    (tmp_path / "one" / "a.csv").write_text(NO_AREA, encoding="utf-8")
    out = io.StringIO()

    code = main([str(tmp_path / "one")], io.StringIO(), out, io.StringIO())

    assert code == 1
    assert (
        "• a.csv:1:1: arket har ingen kolumn för område, så ingen av dess rader kan läsas\n"
        "  (antal rader: 3)\n\n• Fall (n1)\n\n• n2\n  • a.csv:3:1: kolumnen ”title” är tom, eller finns inte\n\n• Sömn (n3)\n"
    ) in out.getvalue()


def test_a_sheet_read_by_itself_is_not_said_both_to_be_read_without_areas_and_not(tmp_path: Path) -> None:
    path = tmp_path / "behov.csv"
    path.write_text(lines(["id", "rubrik"], ["n1", "Fall"], ["n2", "Sömn"]), encoding="utf-8")

    result = prioritise(*load_model(path))

    codes = [one.code for one in result.diagnostics] + [fault.code for one in result.decisions for fault in one.diagnostics]
    assert sorted(set(codes)) == ["sheet-area-not-given", "sheet-without-origin"]
    (lines_to_paste,) = next(fault for one in result.decisions for fault in one.diagnostics).snippets
    assert lines_to_paste.text.endswith('always = { area = "children-and-youth", origin = "okänd" }')
