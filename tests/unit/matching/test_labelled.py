"""How the candidates fare on wordings that were labelled before the matcher was written. The figures are what was seen, and no less."""

import pytest

from labelled_needs import HELD, TUNE, Fared, fared, found, labelled
from prioritera.matching import kinship


@pytest.mark.parametrize(
    ("half", "seen", "precision", "recall"),
    [
        (TUNE, Fared(labelled=63, shown=92, right=53), 57, 84),
        (HELD, Fared(labelled=46, shown=59, right=29), 49, 63),
    ],
)
def test_precision_and_recall_at_the_shown_threshold(half: str, seen: Fared, precision: int, recall: int) -> None:
    rows = labelled(half)

    fares = fared(rows, found(rows))

    assert fares == seen
    assert (fares.precision, fares.recall) == (precision, recall)


def test_compounds_taken_apart_find_more(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = labelled(TUNE)
    whole = fared(rows, found(rows))
    for name in ("BEGINS", "ENDS", "ALIKE"):
        monkeypatch.setattr(kinship, name, 0)

    without = fared(rows, found(rows))

    assert (whole.right, without.right) == (53, 41)
