"""What is told of two rule sets that differ in nearly everything: the whole text, in both languages."""

from pathlib import Path

import pytest

from diffs import rules_diff
from prioritera.report.rules_diff import rules_diff_document
from prioritera.report.text import to_text

EXPECTED = Path(__file__).parent / "diff" / "expected"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_whole_of_what_changes_is_told(language: str) -> None:
    text = to_text(rules_diff_document(rules_diff(), language, roots=("old", "new")))

    assert text == (EXPECTED / f"rules-{language}.txt").read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 80
