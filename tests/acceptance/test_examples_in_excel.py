"""The needs of an example in Excel, and as CSV, give what they give in TOML: the same report, the same decisions to the last source."""

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from example_sheets import EXAMPLES, SHEETS, book_of, needs_of
from prioritera.diagnostics import Faults
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.pipeline import load_model, prioritise
from prioritera.report.compose import compose
from prioritera.report.json import result_json
from prioritera.report.text import to_text
from prioritera.workbooks.write import book_bytes


@cache
def told(path: Path) -> tuple[str, dict[str, Any]]:
    """The report of a round in Swedish, and its result as data."""
    round_, model = load_model(path)
    result = prioritise(round_, model)
    assert result.diagnostics == ()
    return to_text(compose(result, model, "sv")), json.loads(result_json(result, model))


@pytest.fixture(params=["csv", "xlsx"])
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def sheet_round(example: str, suffix: str, folder: Path) -> Path:
    """The round of an example with its needs in a sheet: the one that comes with it, or one made from the same book as CSV."""
    if suffix == "xlsx":
        return EXAMPLES / example / "round-excel.toml"
    copied = Path(shutil.copytree(EXAMPLES / example, folder / example))
    (copied / "needs.csv").write_bytes(book_bytes(book_of(needs_of(example)), ".csv"))
    text = (copied / "round.toml").read_text(encoding="utf-8")
    (copied / "round-excel.toml").write_text(text.replace("needs.toml", "needs.csv"), encoding="utf-8")
    return copied / "round-excel.toml"


@pytest.mark.parametrize("example", SHEETS)
def test_the_report_and_the_decisions_are_the_same(example: str, suffix: str, tmp_path: Path) -> None:
    (text, sheet), (right, toml) = (told(path) for path in (sheet_round(example, suffix, tmp_path), EXAMPLES / example))

    assert text == right
    assert {**sheet, "round": {**sheet["round"], "files": []}} == {**toml, "round": {**toml["round"], "files": []}}


@pytest.mark.parametrize("example", SHEETS)
def test_the_workbook_holds_what_the_csv_holds(example: str, tmp_path: Path) -> None:
    (tmp_path / "needs.csv").write_bytes(book_bytes(book_of(needs_of(example)), ".csv"))
    faults = Faults()

    (workbook,) = read_grids(Files(EXAMPLES / example), "needs.xlsx", faults)
    (comma,) = read_grids(Files(tmp_path), "needs.csv", faults)

    assert faults.all() == ()
    assert workbook.rows == comma.rows


@pytest.mark.parametrize("example", SHEETS)
def test_the_sheet_is_the_one_that_its_toml_gives(example: str) -> None:
    assert (EXAMPLES / example / "needs.xlsx").read_bytes() == book_bytes(book_of(needs_of(example)), ".xlsx")


@pytest.mark.parametrize("example", SHEETS)
def test_the_rounds_differ_in_nothing_but_the_file_of_needs(example: str) -> None:
    excel, toml = ((EXAMPLES / example / name).read_text(encoding="utf-8") for name in ("round-excel.toml", "round.toml"))

    assert excel.partition("\n")[2].replace("needs.xlsx", "needs.toml") == toml
