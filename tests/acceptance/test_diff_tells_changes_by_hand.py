"""Two runs of a round, one with changes by hand: the difference says that people made it, and no fact is told to be written otherwise."""

import io
from pathlib import Path

import pytest

from by_hand_rounds import change, written
from prioritera.cli.main import main

SWEDISH = """\
• Alfa (alfa)
  Plats: 1 → 2 (andra behov har tillkommit, utgått eller flyttats)

• Beta (beta)
  Plats: 2 → 1 (det är ändrat för hand på annat sätt)

• Gamma (gamma)
  Utfall: informera → går vidare (det är ändrat för hand på annat sätt)
"""
ENGLISH = """\
• Alfa (alfa)
  Place: 1 → 2 (other needs came, went or moved)

• Beta (beta)
  Place: 2 → 1 (it is changed by hand otherwise)

• Gamma (gamma)
  Outcome: inform → goes on (it is changed by hand otherwise)
"""


@pytest.mark.parametrize(("language", "expected"), [("sv", SWEDISH), ("en", ENGLISH)])
def test_changes_by_hand_are_named_as_the_cause(tmp_path: Path, language: str, expected: str) -> None:
    old = written(tmp_path / "old")
    new = written(tmp_path / "new", change("beta", "class = 1") + change("gamma", 'outcome = "go-on"'))
    out = io.StringIO()

    main(["diff", str(old), str(new), "--lang", language], io.StringIO(), out, io.StringIO())

    assert expected in out.getvalue()
    assert "wait" not in out.getvalue()
