"""A record with the id of an earlier one is set aside, and takes neither that one's place nor its name.

Other libraries take two rows of one name for two alternatives, or one for the other.
"""

from pathlib import Path

import pytest

from judged_rounds import judged, run, voted, write_judged
from prioritera.model.by_id import by_id
from prioritera.model.result import Decision
from prioritera.questions import compare_methods

AGAIN = '[[needs]]\nid = "A"\ntitle = "Another thing"\narea = "care"\n[[needs.origins]]\nunknown = true\n'
SHEET = "voter;ranked list\nv1;a > b > c\nv2;Behov a > c > b\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A round of three needs, a cut and a change by hand, and a fourth record that has the id of the first."""
    folder = write_judged(tmp_path, voted('from = "ballots", combine = "borda"'), {"ballots.csv": SHEET}, more=AGAIN.replace('"A"', '"a"'))
    with (folder / "round.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[cuts]]\nk = 1\n\n[[overrides]]\nneed = "a"\noutcome = "ranked"\nbecause = "x"\nby = "y"\non = 2026-01-01\n')
    return folder


def test_it_is_an_error_and_stays_one(folder: Path) -> None:
    result = run(folder)

    assert [(one.need_id, one.title, one.outcome, one.placed) for one in result.decisions] == [
        ("a", "Behov a", "ranked", True),
        ("b", "Behov b", "ranked", True),
        ("c", "Behov c", "ranked", True),
        ("a", "Another thing", "error", False),
    ]
    assert [one.code for one in result.diagnostics if one.severity == "error"] == ["duplicate-need-id"]
    assert [ranked.placed for ranked in result.lists] == [("a", "b", "c")]


def test_votes_by_its_title_are_not_the_first_one_s(folder: Path) -> None:
    (folder / "ballots.csv").write_text("voter;ranked list\nv1;a > b > c\nv2;Another thing > c > b\n", encoding="utf-8")

    assert judged(run(folder), "a").answered == 2
    assert judged(run(folder), "a").chosen == 1


def test_it_is_not_compared_by_other_methods(folder: Path) -> None:
    found = compare_methods(run(folder), ["topsis"])

    assert [(one.needs, [column.ranks for column in one.columns]) for one in found.lists] == [(("a", "b", "c"), [(1, 2, 2), (1, 2, 2)])]


def test_ids_answer_to_the_first() -> None:
    first, later = Decision(need_id="a", title="first", outcome=""), Decision(need_id="A", title="again", outcome="error")

    assert by_id([first, later]) == {"a": first, "A": later}
    assert by_id([first, later], str.casefold) == {"a": first}
