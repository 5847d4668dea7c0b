import io
import json
from importlib.resources import files
from pathlib import Path

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from merge_rounds import write_round
from prioritera.cli.main import main
from prioritera.pipeline import load_model, prioritise
from prioritera.report.jla import COLUMNS, jla_book, jla_json

CATALOGUE = """\
[catalogue]
id = "ours"

[[support]]
id = "guide"
title = { sv = "Handbok", en = "Guide" }
status = "current"
year = 2017
"""
NEEDS = """\
[[needs]]
id = "n1"
title = "Fall"
area = "elderly"
wording = "=Hur undviks fall?"
question = { target_group = "äldre" }

[[needs.origins]]
actor = "t1"
wording = "fallen ökar"

[[needs.support]]
entry = "guide"
confirmed = true
by = "Anna"

[[needs.support]]
entry = "guide"
covers = "area"

[[needs]]
id = "n2"
title = "Fallolyckor"
area = "elderly"

[[needs.origins]]
unknown = true

[[needs.support]]
entry = "guide"
confirmed = true
covers = "area"

[[needs]]
id = "n3"
title = "Golv"
area = "elderly"

[[needs.origins]]
actor = "t2"

[[needs]]
id = "x"
title = "Trasig"
"""
ROWS = "first;second;decision\nn2;n1;same\nn3;n1;part of\n"
MADE_UP = 'illustrative = { sv = "påhittat", en = "made up" }\n'


def written(folder: Path) -> Path:
    write_round(folder, 'merge = "merge.csv"\ncatalogue = "catalogue.toml"\n' + MADE_UP, merge_csv=ROWS, catalogue_toml=CATALOGUE)
    (folder / "needs.toml").write_text(NEEDS, encoding="utf-8")
    return folder


def cells(folder: Path, language: str) -> tuple[list[dict[str, object]], tuple[str, ...]]:
    round_, model = load_model(folder)
    page = jla_book(prioritise(round_, model), model, language).pages[0]
    assert [column.id for column in page.columns] == list(COLUMNS)
    return [dict(zip(COLUMNS, row, strict=True)) for row in page.rows], page.above


def test_a_merged_need_is_one_row_with_every_wording_and_what_was_checked(tmp_path: Path) -> None:
    rows, above = cells(written(tmp_path / "r"), "sv")

    assert [row["id"] for row in rows] == ["n1", "n3"]
    assert rows[0]["question"] == "Fall"
    assert rows[0]["wordings"] == "”=Hur undviks fall?” (Väsby)\n”fallen ökar” (Väsby)\n”Fallolyckor” (okänd avsändare)"
    assert rows[0]["checked"] == (
        "Handbok (2017, aktuellt, guide): bekräftad, gäller just frågan (Anna)\n"
        "Handbok (2017, aktuellt, guide): kandidat, inte bekräftad\n"
        "Handbok (2017, aktuellt, guide): bekräftad, gäller området (ingen angiven)"
    )
    assert (rows[0]["target_group"], rows[0]["intervention"], rows[0]["part-of"]) == ("äldre", "ej angivet", "")
    assert (rows[1]["checked"], rows[1]["part-of"], rows[1]["senders"]) == ("inte kontrollerat", "Fall (n1)", "Norrby")
    assert above == (
        "Frågor, ursprungliga formuleringar och kontrollerat underlag: Prov",
        "OBS! Påhittat exempel. påhittat",
        "Frågor: 2. Poster som ingår i en annan: 1. Poster som inte gick att läsa: 1.",
    )


def test_the_words_of_the_other_language(tmp_path: Path) -> None:
    rows, above = cells(written(tmp_path / "r"), "en")

    assert rows[0]["wordings"] == '"=Hur undviks fall?" (Vasby)\n"fallen ökar" (Vasby)\n"Fallolyckor" (unknown sender)'
    assert rows[0]["checked"] == (
        "Guide (2017, current, guide): confirmed, about this very question (Anna)\n"
        "Guide (2017, current, guide): a candidate, not confirmed\n"
        "Guide (2017, current, guide): confirmed, about the area (nobody is named)"
    )
    assert (rows[1]["checked"], rows[1]["context"]) == ("not checked", "not stated")
    assert above[2] == "Questions: 2. Records that went into another: 1. Records that could not be read: 1."


def test_json_fits_its_schema_and_leaves_open_what_nobody_has_said(tmp_path: Path) -> None:
    round_, model = load_model(written(tmp_path / "r"))
    record = json.loads(jla_json(prioritise(round_, model), model, "en"))

    schema = json.loads(files("prioritera.report").joinpath("questions.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(record)
    assert (record["questions"][1]["checked"], record["questions"][1]["context"], record["questions"][1]["part_of"]) == (
        [],
        None,
        ["Fall (n1)"],
    )


def done(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(words, io.StringIO(), out, err)
    return code, out.getvalue(), err.getvalue()


def test_the_command_writes_a_file_or_shows_the_rows(tmp_path: Path) -> None:
    folder = written(tmp_path / "r").as_posix()
    sheet = tmp_path / "jla.csv"

    code, text, _ = done("export", folder, "jla", "--out", sheet.as_posix())
    shown = done("export", folder, "jla")[1]

    assert code == 1
    assert text == (
        f"skrev {sheet.as_posix()}\nOBS! Påhittat exempel. påhittat\n"
        "Frågor: 2. Poster som ingår i en annan: 1. Poster som inte gick att läsa: 1.\n"
    )
    assert sheet.read_text(encoding="utf-8-sig") == shown
    assert json.loads(done("export", folder, "jla", "--format", "json")[1])["language"] == "sv"
    assert done("export", folder, "jla", "--out", (tmp_path / "jla.txt").as_posix())[:2] == (2, "")
