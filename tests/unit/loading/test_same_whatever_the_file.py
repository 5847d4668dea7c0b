"""The same rows are the same needs, with the same ids, whatever kind of file they come in."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from broken_files import FIRST, HEAD, SECOND, book, lines, open_document
from old_workbooks import old_workbook
from prioritera.cli.main import main
from prioritera.loading.load import load_model_of, load_round
from prioritera.model.need import Need, Refused
from prioritera.stages.intake import intake
from small_rules import ROUND, changed, write_round

ABOVE: Sequence[str] = ("Behov", "Region Norr")


def csv(encoding: str, between: str = ";") -> Callable[[], bytes]:
    return lambda: lines(HEAD, FIRST, SECOND, between=between).encode(encoding)


FILES: dict[str, Callable[[], bytes]] = {
    "behov.csv": csv("utf-8-sig"),
    "windows/behov.csv": csv("cp1252"),
    "unicode/behov.txt": csv("utf-16", "\t"),
    "tabs/behov.tsv": csv("utf-8", "\t"),
    "behov.xlsx": book(),
    "behov.ods": open_document(),
    "behov.xls": lambda: old_workbook([HEAD, FIRST, SECOND]),
}


def taken(folder: Path, name: str, content: bytes) -> tuple[Need | Refused, ...]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    write_round(folder, round=changed(ROUND, "needs.toml", name))
    (folder / name).write_bytes(content)
    round_ = load_round(folder)
    return intake(round_, *load_model_of(folder, round_))


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_gives_the_same_needs(name: str, tmp_path: Path) -> None:
    expected = taken(tmp_path / "csv", "behov.csv", csv("utf-8")())

    found = taken(tmp_path / "one", name, FILES[name]())

    assert all(isinstance(need, Need) for need in expected)
    assert found == expected


def test_ids_that_are_made_count_rows_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    head, first = HEAD[1:], FIRST[1:]
    text = "sep=;\r\n" + lines(ABOVE, [], head, ['"Fall\nhemma"', *first[1:]], [], first)
    rows = [["Behov", "Region Norr"], [], head, ["Fall\nhemma", *first[1:]], [], first]

    ids = [
        [need.id for need in taken(tmp_path / kind, f"behov.{kind}", content)]
        for kind, content in (("csv", text.encode()), ("xlsx", _plain_book(rows)))
    ]

    assert ids == [["behov-4", "behov-6"]] * 2


def _plain_book(rows: Sequence[Sequence[object]]) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(list(row))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_a_run_says_the_same_of_both(tmp_path: Path) -> None:
    said = []
    for kind in ("csv", "xlsx"):
        taken(tmp_path / kind, f"behov.{kind}", FILES[f"behov.{kind}"]())
        out = io.StringIO()
        assert main([str(tmp_path / kind)], io.StringIO(), out, io.StringIO()) == 0
        said.append(out.getvalue())

    assert said[0] == said[1]
