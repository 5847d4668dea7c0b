"""A panel changes what it said and is asked to reconsider: the whole report, and why one need stands where it does."""

import io
from pathlib import Path

import pytest

from prioritera.cli.main import main
from results import without_hashes

FOLDER = Path(__file__).parent / "by-hand"


def run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(words, io.StringIO(), out, err), out.getvalue(), err.getvalue()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("name", "words"), [("report", ["run"]), ("explained", ["explain", "c"])])
def test_what_is_changed_by_hand_is_told_to_the_letter(name: str, words: list[str], language: str) -> None:
    command, *need = words

    code, out, err = run(command, str(FOLDER), *need, "--lang", language)

    expected = (FOLDER / f"{name}-{language}.txt").read_text(encoding="utf-8")
    assert (code, without_hashes(out), err) == (0, expected, "")
