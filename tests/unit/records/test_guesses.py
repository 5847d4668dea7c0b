"""A single file of needs is read with guesses, and each of them is said."""

import io
from pathlib import Path

from broken_files import lines
from prioritera.cli.main import main
from prioritera.model.need import Need
from prioritera.pipeline import load_model, prioritise
from prioritera.stages.intake import intake
from small_rules import told

TEXT = lines(
    ["Behov 2026"],
    [
        "Nr",
        "Vad saknar ni kunskap om?",
        "Verksamhetsområden",
        "Kommun",
        "Orsaker",
        "Betydelse för den enskilda",
        "Betydelse för den enskilde",
        "Tel",
    ],
    ["7", "Fall i hemmet", "Äldreomsorg", "0180", "vet ej", "2", "3", "08"],
)


def test_columns_are_taken_for_what_they_are_most_like_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "behov.csv"
    path.write_text(TEXT, encoding="utf-8")

    round_, model = load_model(path)
    (need,) = intake(round_, model.rules, model.network)

    assert isinstance(need, Need)
    assert (need.id, need.title, need.area, need.origins[0].actor) == ("behov-3", "Fall i hemmet", "elderly-care", "k0180")
    assert set(need.facts) == {"causes"}
    assert need.assess["impact"].raw == "3"
    said = told(tuple(one for one in round_.faults if one.code in {"column-guessed", "column-not-read"}), "sv")
    assert [line.split("]: ")[1] for line in said.splitlines() if line.startswith("behov")] == [
        "kolumnen ”Verksamhetsområden” har lästs som ”verksamhetsområde” (area)",
        "kolumnen ”Kommun” har lästs som ”avsändare” (origin)",
        "kolumnen ”Orsaker” har lästs som ”orsak” (causes)",
        "kolumnen ”Nr” är inte läst",
        "kolumnen ”Betydelse för den enskilda” är inte läst",
        "kolumnen ”Tel” är inte läst",
    ]


def test_a_guess_is_said_in_a_run_and_changes_no_exit_code(tmp_path: Path) -> None:
    path = tmp_path / "behov.csv"
    path.write_text(lines(["id", "Behov", "område", "Kommun"], ["n1", "Fall", "Äldreomsorg", "0180"]), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()

    code = main(["check", str(path)], io.StringIO(), out, err)

    assert code == 0
    assert out.getvalue().count("column-guessed") == 2


def test_in_a_round_nothing_is_guessed(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "round.toml").write_text('[round]\nid = "r"\nlabel = "r"\nneeds = ["a.csv"]\n', encoding="utf-8")
    (folder / "a.csv").write_text(lines(["id", "Behov", "område", "avsändare"], ["n1", "Fall", "Äldreomsorg", "0180"]), encoding="utf-8")

    result = prioritise(*load_model(folder))

    assert [(one.outcome, [fault.code for fault in one.diagnostics]) for one in result.decisions] == [("error", ["column-unknown"])]


def test_how_many_there_are_is_no_share_of_the_inhabitants(tmp_path: Path) -> None:
    path = tmp_path / "behov.csv"
    path.write_text(lines(["id", "Behov", "område", "Kommun", "Hur många berörs?"], ["n1", "Fall", "Äldreomsorg", "0180", "450"]))

    round_, model = load_model(path)
    (need,) = intake(round_, model.rules, model.network)

    assert isinstance(need, Need)
    assert (dict(need.assess), need.origins[0].persons) == ({}, "100-")
    assert told(tuple(one for one in round_.faults if one.params.get("column") == "persons"), "sv").splitlines() == [
        "behov.csv:1:24: upplysning[column-guessed]: kolumnen ”Hur många berörs?” har lästs som ”antal” (persons)",
        "    varför: rubriken är okänd, och detta är den som liknar mest; en gissning ska kunna rättas",
        "    åtgärd: kalla kolumnen ”persons” om det stämmer, annars något av de rätta namnen, eller sätt # före",
    ]


def test_a_row_with_a_withheld_cell_tells_nothing_of_its_sheet(tmp_path: Path) -> None:
    path = tmp_path / "behov.csv"
    rows = [["n1", "Fall", "Vad hjälper?", "Äldreomsorg", "0180"], ["n2", "Ring 070-123 45 67", "Hur?", "Äldreomsorg", "0180"]]
    path.write_text(lines(["id", "formulering", "Beskrivning", "område", "Kommun"], *rows))

    round_ = load_model(path)[0]

    said = told(tuple(one for one in round_.faults if one.code in {"column-guessed", "column-not-read"}), "sv")
    assert [line.split("]: ")[1] for line in said.splitlines() if line.startswith("behov")] == [
        "kolumnen ”Kommun” har lästs som ”avsändare” (origin)",
        "kolumnen ”Beskrivning” är inte läst",
    ]


def test_in_a_round_the_guess_is_asked_about(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "round.toml").write_text('[round]\nid = "r"\nlabel = "r"\nneeds = ["a.csv"]\n', encoding="utf-8")
    columns = ["id", "rubrik", "område", "Kommun", "Hur många berörs?", "Municipality", "Ämne"]
    (folder / "a.csv").write_text(lines(columns, ["n1", "Fall", "Äldreomsorg", "0180", "40", "Ale", "Fall"]), encoding="utf-8")

    (refused,) = prioritise(*load_model(folder)).decisions

    assert [line for line in told(refused.diagnostics, "sv").splitlines() if "varför" not in line] == [
        "a.csv:1:18: fel[column-unknown]: kolumnen ”Kommun” finns inte",
        "    åtgärd: menade du ”avsändare”? En egen kolumn börjar med #",
        "a.csv:1:25: fel[column-unknown]: kolumnen ”Hur många berörs?” finns inte",
        "    åtgärd: menade du ”antal”? En egen kolumn börjar med #",
        "a.csv:1:43: fel[column-unknown]: kolumnen ”Municipality” finns inte",
        "    åtgärd: menade du ”origin”? En egen kolumn börjar med #",
        "a.csv:1:56: fel[column-unknown]: kolumnen ”Ämne” finns inte",
        (
            "    åtgärd: skriv area, backing, benefit, checked, comparison, consequence, context, covers, decided, document, example, "
            "forum, gap_type, id, indicators, intervention, method, note, on, origin eller …; en egen kolumn börjar med #"
        ),
    ]


def read_alone(path: Path, *rows: list[str]) -> tuple[list[str], list[str]]:
    """What is said of a single file, by place and code, and the ids of its needs."""
    path.write_text(lines(*rows), encoding="utf-8")
    round_, model = load_model(path)
    found = [f"{one.span}: {one.severity.value}[{one.code}]" for one in round_.faults if one.code != "column-guessed"]
    return found, [one.id for one in intake(round_, model.rules, model.network) if isinstance(one, Need)]


def test_a_column_without_a_name_is_said_not_to_be_read_and_stops_no_row(tmp_path: Path) -> None:
    found, kept = read_alone(
        tmp_path / "behov.csv",
        ["id", "", "rubrik", "område", "avsändare"],
        ["n1", "", "Fall", "Äldreomsorg", "Ale"],
        ["n2", "viktig", "Sömn", "Äldreomsorg", "Ale"],
    )

    assert found == ["behov.csv:3:4: note[csv-column-unnamed]"]
    assert kept == ["n1", "n2"]


def test_a_question_of_a_survey_names_the_sender_or_the_area_by_its_plain_word(tmp_path: Path) -> None:
    found, kept = read_alone(
        tmp_path / "behov.csv",
        ["id", "Rubrik (kort)", "Vilken kommun arbetar du i?", "Vilket verksamhetsområde gäller det?", "Hur länge har kommunen vetat"],
        ["n1", "Fall", "Ale kn", '"Äldreomsorg;"', "länge"],
    )

    assert found == ["behov.csv:1:83: note[column-not-read]"]
    assert kept == ["n1"]
