"""Catalogues from their files, and all that is said of what is wrong."""

from datetime import date
from pathlib import Path

from prioritera.diagnostics import Diagnostic, Span
from prioritera.loading.load import load_catalogue, read_catalogue
from prioritera.model.catalogue import Support
from prioritera.model.text import Label
from small_rules import CATALOGUE, changed
from wrong_cases import Case, assert_told, cases


def write(folder: Path, text: str) -> Path:
    (folder / "catalogue.toml").write_text(text, encoding="utf-8")
    return folder / "catalogue.toml"


@cases("catalogue")
def test_what_is_wrong_is_said_with_place_reason_and_remedy(case: Case, tmp_path: Path) -> None:
    def found() -> tuple[Diagnostic, ...]:
        catalogue, diagnostics = read_catalogue(write(tmp_path, case.of(CATALOGUE)))
        assert catalogue is None
        return diagnostics

    assert_told(case, found)


def test_entries_are_read_with_everything_they_may_say(tmp_path: Path) -> None:
    more = (
        'year = 2017\nsince = 2017-03-01\nareas = ["elderly"]\npublisher = "P"\ntarget_group = "T"\ncontact = "c"\nlink = "l"\nsource = "s"'
    )

    entry = load_catalogue(write(tmp_path, changed(CATALOGUE, "year = 2017", more))).entries["guide"]

    assert entry == Support(
        id="guide",
        title=Label(sv="Handboken", en="The guide"),
        status="current",
        publisher="P",
        areas=["elderly"],
        target_group="T",
        year=2017,
        since=date(2017, 3, 1),
        contact="c",
        link="l",
        source="s",
        catalogue="ours",
    )
    assert entry.span == Span("catalogue.toml", 4, 1)
