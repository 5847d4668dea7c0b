"""Compilations as records: ids told apart, senders with whom they came through, faults with their places."""

import json
from pathlib import Path
from typing import Any

import pytest

from prioritera.diagnostics import Faults, describe
from prioritera.loading.compilations import read_compilations
from prioritera.loading.document import document_of
from prioritera.loading.files import Files
from prioritera.model.round import Compilation, Record

NEED: dict[str, Any] = {
    "id": "n1",
    "title": "Fall",
    "same_as": "n2",
    "origins": [{"actor": "ale", "on": "2026-01-02"}, {"actor": "berg", "through": ["rss-x"], "record": "x:n9", "on": "i går"}, "x"],
    "checked": [{"where": ["SBU"], "found": "nothing", "on": "2026-01-03"}, 1],
    "compiled": {
        "merged": ["n3"],
        "wordings": [{"need": "n1", "text": "Hjälp"}, 1],
        "checks": [{"need": "n1", "asked": 3, "through": ["rss-x"]}, {"need": "n1", "asked": 3, "through": 1}],
    },
}


def read(folder: Path, name: str, text: str | None = None) -> tuple[tuple[Compilation, ...], tuple[Record, ...], list[str]]:
    """What a round takes in from one file, and what is said of it in English."""
    if text is not None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    faults, inside = Faults(), Faults()
    files = Files(folder)
    document = document_of(f'[[compilations]]\nrss = "rss-a"\nfile = "{name}"\n', "round.toml", files, faults)
    assert document is not None
    top = document.cursor(faults)
    compilations, records = read_compilations(document, top, faults, inside)
    return compilations, records, [describe(one, "en").partition("\n")[0] for one in (*faults.all(), *inside.all())]


def test_every_id_is_told_apart_and_every_sender_has_the_structure_it_came_through(tmp_path: Path) -> None:
    head = {"round": "gr", "rss": "rss-a", "municipalities": {"sent": 4, "no-answer": 1}}
    text = json.dumps({"schema": "prioritera/compilation/1", "compilation": head, "needs": [NEED]})

    compilations, records, said = read(tmp_path, "a.json", text)

    assert said == ['round.toml:1:1: note[ids-prefixed]: the needs of a.json have got "rss-a:" before their ids, such as "rss-a:n1"']
    assert [(one.rss, one.round_id, dict(one.municipalities), one.needs) for one in compilations] == [
        ("rss-a", "gr", {"sent": 4, "no-answer": 1}, 1)
    ]
    data: Any = records[0].data
    assert (data["id"], data["same_as"]) == ("rss-a:n1", "rss-a:n2")
    first, second, third = data["origins"]
    assert (first["through"], first["record"], str(first["on"])) == (("rss-a",), "rss-a:n1", "2026-01-02")
    assert (second["through"], second["record"], second["on"], third) == (("rss-a", "rss-x"), "rss-a:x:n9", "i går", "x")
    assert [str(data["checked"][0]["on"]), data["checked"][1]] == ["2026-01-03", 1]
    compiled = data["compiled"]
    assert (compiled["merged"], compiled["wordings"][0]["need"], compiled["wordings"][1]) == (("rss-a:n3",), "rss-a:n1", 1)
    assert [check["through"] for check in compiled["checks"]] == [("rss-a", "rss-x"), 1]


def test_numbers_are_ids_and_odd_parts_are_left_to_reading(tmp_path: Path) -> None:
    needs = [{"id": 7, "origins": 1, "compiled": 2}, {"id": [], "origins": [{"through": 5}], "compiled": {"merged": 1, "checks": 2}}, 3]

    _, records, said = read(tmp_path, "a.json", json.dumps({"needs": needs}))

    assert [record.data["id"] for record in records] == ["rss-a:7", ()]
    assert records[1].data["origins"] == ({"through": 5, "record": ()},)
    assert said == ['a.json needs.2: error[not-a-table]: "needs" is 3; a table is expected']


def test_a_plain_sheet_of_needs_is_a_compilation_too(tmp_path: Path) -> None:
    compilations, records, said = read(tmp_path, "a.csv", "ID;rubrik;samma som\nn1;Fall;\nn2;Trappor;n1\n")

    assert [(record.data["ID"], record.data["samma som"]) for record in records] == [("rss-a:n1", ""), ("rss-a:n2", "rss-a:n1")]
    assert compilations[0].needs == 2
    assert len(said) == 1


def test_of_a_folder_the_compilation_in_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "gr").mkdir()
    (tmp_path / "gr" / "needs.toml").write_text('[[needs]]\nid = "n1"\n', encoding="utf-8")

    compilations, records, _ = read(tmp_path, "gr")

    assert (compilations[0].file, records[0].data["id"]) == ("gr/needs.toml", "rss-a:n1")
    assert str(records[0].place.value(("needs", 0, "id"))) == "gr/needs.toml:2:6"


@pytest.mark.parametrize(
    ("name", "text", "place", "code"),
    [
        ("a.json", "[1]", "a.json:1:1", "compilation-not-json"),
        ("a.json", "{", "a.json:1:1", "compilation-not-json"),
        ("a.json", "[" * 100_000, "a.json:1:1", "compilation-not-json"),
        ("a.toml", "x = ", "a.toml:1:5", "toml-value-missing"),
        ("a.toml", "needs = 1\n", "a.toml:1:9", "not-a-tables"),
        ("a.toml", "[compilation]\n", "a.toml:1:1", "missing-key"),
        ("a.json", None, "round.toml:3:8", "file-missing"),
        ("../../a.json", None, "round.toml:3:8", "path-outside-tree"),
        ("/a.json", None, "round.toml:3:8", "path-not-relative"),
    ],
)
def test_a_file_that_is_no_compilation_is_told_and_gives_no_needs(
    name: str, text: str | None, place: str, code: str, tmp_path: Path
) -> None:
    _, records, found = read(tmp_path, name, text)

    assert records == ()
    assert [one.partition("]")[0] for one in found] == [f"{place}: error[{code}"]
