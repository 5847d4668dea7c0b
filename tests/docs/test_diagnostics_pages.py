"""Every diagnostic has a page; its examples do what it says, and say what it shows."""

import re

import pytest

from diagnostics_pages import INDEX, index, refreshed
from prioritera.cli.codes import codes
from prioritera.loading.pages import FILE, Page, page_of, pages_folder

# Codes whose pages are still to be written: `tests/diagnostics_pages.py` says how. Empty when all is well.
NOT_YET: tuple[str, ...] = ()
WIDEST = 100
PAGES = {code: page for code in codes() if (page := page_of(code)) is not None}


def page_ids(page: Page) -> str:
    return page.code


def test_every_code_has_a_page() -> None:
    without = [code for code in codes() if code not in PAGES and code not in NOT_YET]

    assert without == [], "begin docs/diagnostics/CODE.md as tests/diagnostics_pages.py says; nox -s pages writes the rest"


def test_no_page_is_still_waited_for_that_is_there() -> None:
    assert [code for code in NOT_YET if code in PAGES or code not in codes()] == []


def test_every_page_is_of_a_code() -> None:
    assert sorted({path.stem for path in pages_folder().glob("*.md")} - {"README"} - set(codes())) == []


@pytest.mark.parametrize("page", PAGES.values(), ids=page_ids)
def test_a_page_fails_and_passes_as_it_shows(page: Page) -> None:
    text, fails, passes = refreshed(page)

    assert (pages_folder() / f"{page.code}.md").read_text(encoding="utf-8") == text, "nox -s pages writes it again"
    assert fails
    assert [one.text for one in fails if f"[{page.code}]" not in one.text] == []
    assert [one.text for one in passes if f"[{page.code}]" in one.text or one.code not in {0, None}] == []
    assert passes


@pytest.mark.parametrize("page", PAGES.values(), ids=page_ids)
def test_a_page_is_short_enough_for_a_screen(page: Page) -> None:
    texts = [part.text for part in (*page.fails, *page.passes) if part.kind == FILE]

    assert [line for text in texts for line in text.split("\n") if len(line) > WIDEST] == []


def test_what_stands_beside_an_example_is_used() -> None:
    beside = {place for page in PAGES.values() for place in page.beside.values()}

    assert {path.relative_to(pages_folder()).as_posix() for path in (pages_folder() / "with").rglob("*.*")} == beside


def test_the_index_lists_every_page() -> None:
    text = (pages_folder() / INDEX).read_text(encoding="utf-8")

    assert text == index(), "nox -s pages writes it again"
    assert sorted(re.findall(r"\]\(([a-z0-9-]+)\.md\)", text)) == sorted(codes())
