"""What the round says of a sheet: where the needs stand, what headings mean, how cells are divided."""

from pathlib import Path

import pytest

from broken_files import book, lines
from prioritera.diagnostics import Diagnostic, by_place
from prioritera.loading.load import read_model_of, read_round
from prioritera.model.need import Need, Refused
from prioritera.stages.intake import intake
from small_rules import ROUND, changed, told, write_round

SURVEY = lines(
    ["Svar 2026-03-01"],
    ["id", "Vad saknar ni?", "Verksamhet", "Vem?", "Telefon"],
    ["n1", "Fall", "äldre", "Väsby, Norrby", "08-1"],
)
COLUMNS = 'columns = { "Vad saknar ni?" = "wording", "verksamhet" = "area", "Vem?" = "avsändare", "Telefon" = "#" }'


def read(folder: Path, name: str, content: bytes | str, *mappings: str) -> tuple[tuple[Diagnostic, ...], list[Need]]:
    """What is said of a round with this file of needs and these mappings, and the needs that are taken in."""
    said = "".join(f"\n[[mappings]]\n{mapping}\n" for mapping in mappings)
    write_round(folder, round=changed(ROUND, "needs.toml", name) + said)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    round_, found = read_round(folder)
    if round_ is None:
        return found, []
    rules, network, _ = read_model_of(folder, round_)
    assert rules is not None
    assert network is not None
    taken = intake(round_, rules, network)
    faults = [fault for record in taken if isinstance(record, Refused) for fault in record.diagnostics]
    return by_place((*found, *faults)), [record for record in taken if isinstance(record, Need)]


def test_headings_are_read_as_the_round_says(tmp_path: Path) -> None:
    found, (need,) = read(tmp_path / "one", "a.csv", SURVEY, f'file = "a.csv"\n{COLUMNS}\nsplit = {{ "Vem?" = "," }}')

    assert [one.code for one in found] == ["rows-above"]
    assert (need.id, need.title, need.area, [origin.actor for origin in need.origins]) == ("n1", "Fall", "elderly", ["t1", "t2"])


def test_a_column_may_be_divided_by_the_part_that_it_holds(tmp_path: Path) -> None:
    _, (need,) = read(tmp_path / "one", "a.csv", SURVEY, f'file = "a.csv"\n{COLUMNS}\nsplit = {{ origin = "," }}')

    assert [origin.actor for origin in need.origins] == ["t1", "t2"]


def test_the_row_of_the_headings_may_be_named(tmp_path: Path) -> None:
    text = lines(["id", "rubrik", "område", "avsändare"], ["id", "rubrik", "område", "avsändare"], ["n1", "Fall", "äldre", "Väsby"])

    found, needs = read(tmp_path / "one", "a.csv", text, 'file = "a.csv"\nheading_row = 2')

    assert found == ()
    assert [need.id for need in needs] == ["n1"]


def test_a_row_of_headings_below_all_rows_has_no_needs(tmp_path: Path) -> None:
    found, needs = read(tmp_path / "one", "a.xlsx", book()(), 'file = "a.xlsx"\nheading_row = 9')

    assert [(str(one.span), one.code) for one in found] == [("a.xlsx:Behov!9", "no-needs")]
    assert needs == []


def test_several_needs_in_a_cell_become_rows_where_the_round_says_so(tmp_path: Path) -> None:
    text = lines(
        ["id", "formulering", "område", "avsändare"], ["n1", '"- Fall\n\n- Sömn"', "äldre", "Väsby"], ["n2", "Ett", "äldre", "Väsby"]
    )

    found, needs = read(tmp_path / "one", "a.csv", text, 'file = "a.csv"\nsplit = { wording = "\\n" }')

    assert found == ()
    assert [(need.id, need.wordings[0].text) for need in needs] == [("n1-1", "Fall"), ("n1-2", "Sömn"), ("n2", "Ett")]


def test_ids_that_are_made_tell_the_needs_of_a_cell_apart(tmp_path: Path) -> None:
    text = lines(["rubrik", "område", "avsändare"], ["Fall/Sömn", "äldre", "Väsby"], ["", "äldre", "Väsby"])

    found, needs = read(tmp_path / "one", "a.csv", text, 'file = "a.csv"\nsplit = { title = "/" }')

    assert [one.code for one in found] == ["ids-from-rows", "cell-empty"]
    assert [(need.id, need.title) for need in needs] == [("a-2-1", "Fall"), ("a-2-2", "Sömn")]


def test_several_sheets_are_read_when_each_is_named(tmp_path: Path) -> None:
    def second(sheet: object) -> None:
        other = sheet.parent.create_sheet("Fler")  # type: ignore[attr-defined]  # openpyxl comes without types
        for row in (["rubrik", "område", "avsändare"], ["Stöd", "äldre", "Väsby"]):
            other.append(row)

    found, needs = read(
        tmp_path / "one", "a.xlsx", book(change=second)(), 'file = "a.xlsx"\nsheet = "behov"', 'file = "a.xlsx"\nsheet = "Fler"'
    )

    assert [one.code for one in found] == ["ids-from-rows"]
    assert [need.id for need in needs] == ["n1", "n2", "a-Fler-2"]


def test_a_mapping_of_a_file_that_is_not_read_is_told(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "one", "a.csv", lines(["id", "rubrik"]), 'file = "b.csv"')

    assert told(found, "sv").splitlines()[-3:] == [
        "round.toml:9:1: fel[mapping-file-unknown]: [[mappings]] gäller ”b.csv”, som inte är någon av omgångens behovsfiler",
        "    varför: den skulle vara utan verkan, utan att någon såg det",
        "    åtgärd: menade du ”a.csv”?",
    ]


def test_a_word_of_the_round_that_nobody_knows_is_told_at_the_heading(tmp_path: Path) -> None:
    text = lines(["id", "Vad?", "område", "avsändare"], ["n1", "Fall", "äldre", "Väsby"])

    found, needs = read(tmp_path / "one", "a.csv", text, 'file = "a.csv"\ncolumns = { "Vad?" = "wordin" }')

    assert needs == []
    assert told(found) == (
        'a.csv:1:4: error[column-unknown]: there is no column "wordin"\n'
        "    why:  a column that nobody reads would drop out, unseen\n"
        '    mend: did you mean "wording"? A column of your own begins with #'
    )


@pytest.mark.parametrize(
    ("mapping", "codes"),
    [
        ("heading_row = 1", ["missing-key"]),
        ('file = "a.csv"\nheading_row = 0', ["number-too-small"]),
        ('file = "a.csv"\nsplit = { origin = "" }', ["empty-text"]),
        ('file = "a.csv"\nsplit = { origin = 3 }', ["not-a-text"]),
        ('file = "a.csv"\nrow = 3', ["unknown-key"]),
    ],
)
def test_what_is_wrong_with_a_mapping_is_told(tmp_path: Path, mapping: str, codes: list[str]) -> None:
    found, _ = read(tmp_path / "one", "a.csv", lines(["id", "rubrik"], ["n1", "x"]), mapping)

    assert [one.code for one in found if one.span is not None and one.span.file == "round.toml"] == codes


def test_without_the_extra_for_workbooks_it_is_told_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)

    found, needs = read(tmp_path / "one", "a.xlsx", book()())

    assert needs == []
    assert told(found, "sv").splitlines() == [
        "round.toml:7:10: fel[extra-missing]: det som behövs för detta är inte installerat: python_calamine",
        "    varför: det följer inte med från början, för alla behöver det inte",
        "    åtgärd: installera det med: pip install 'prioritera[excel]'",
    ]


def test_a_column_of_the_writers_own_is_read_where_the_round_says_what_it_means(tmp_path: Path) -> None:
    text = lines(["id", "#fritext", "#annat", "område", "avsändare"], ["n1", "Fall", "x", "äldre", "Väsby"])

    found, (need,) = read(tmp_path / "one", "a.csv", text, 'file = "a.csv"\ncolumns = { "#fritext" = "wording" }')

    assert found == ()
    assert (need.title, need.wordings[0].text) == ("Fall", "Fall")
