"""How many of the needs that a person sees in a document are found, and how many of those found are needs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import tomli

from prioritera.diagnostics import Faults
from prioritera.documents.find import find_candidates
from prioritera.loading.documents import read_document
from prioritera.loading.files import Files
from prioritera.loading.signals import read_signals
from prioritera.model.candidate import Candidate

LABELS = tomli.loads((Path(__file__).parent / "candidates" / "labels.toml").read_text(encoding="utf-8"))["documents"]
SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"
HERE = pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not part of the repository")


def extracted(name: str) -> tuple[Candidate, ...]:
    signals, found = read_signals()
    assert found == ()
    assert signals is not None
    blocks = read_document(Files(SOURCES), name, Faults())
    assert blocks is not None
    return find_candidates(blocks, name, signals)


def line_of(candidate: Candidate) -> int:
    return int(candidate.place.en.removeprefix("line "))


def judged(name: str, needs: Sequence[tuple[int, str]], first: int, last: int) -> tuple[int, int, int]:
    """How many candidates there are in a part of a document, how many of them are needs, and how many of the needs they hold."""
    candidates = [one for one in extracted(name) if first <= line_of(one) <= last]
    held = {(line, words) for line, words in needs for one in candidates if line_of(one) == line and words in one.wording}
    right = [one for one in candidates if any(line_of(one) == line and words in one.wording for line, words in needs)]
    return len(candidates), len(right), len(held)


@HERE
@pytest.mark.parametrize(("label", "figures"), list(zip(LABELS, [(32, 31, 42), (14, 9, 11)], strict=True)), ids=["interviews", "survey"])
def test_most_candidates_are_needs_and_most_needs_are_candidates(label: dict[str, Any], figures: tuple[int, int, int]) -> None:
    assert judged(label["name"], label["needs"], label["from"], label["to"]) == figures
