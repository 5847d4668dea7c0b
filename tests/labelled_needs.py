"""The labelled set of wordings as needs, and how candidates fare against its labels. How it was made: labelled/README.md."""

import csv
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import attrs

from prioritera.matching.lexicon import swedish
from prioritera.matching.likeness import Candidate
from prioritera.matching.search import candidates
from prioritera.matching.voices import spoken
from prioritera.model.need import Need, Origin, Question, Wording

FILE = Path(__file__).parent / "labelled" / "needs.csv"
TUNE, HELD = "tune", "held"
SAME, PART = "same", "part"


@attrs.frozen(kw_only=True)
class Fared:
    """How many pairs are labelled as the same or as parts, how many are shown, and how many of those are labelled."""

    labelled: int
    shown: int
    right: int

    @property
    def precision(self) -> int:
        """Of a hundred pairs that are shown, how many are labelled: whole, rounded down."""
        return 100 * self.right // self.shown

    @property
    def recall(self) -> int:
        """Of a hundred labelled pairs, how many are shown: whole, rounded down."""
        return 100 * self.right // self.labelled


def labelled(half: str) -> dict[str, dict[str, str]]:
    """The rows of a half, by the id that they have as needs."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = enumerate(csv.DictReader(file, delimiter=";"), start=2)
        return {f"row-{number:03}": row for number, row in rows if row["half"] == half}


def as_needs(rows: dict[str, dict[str, str]]) -> list[Need]:
    """The rows as the needs that a sheet of them would be."""
    return [
        Need(
            id=ident,
            title=row["wording"],
            area=row["area"],
            wordings=[Wording(need=ident, text=row["wording"])],
            origins=[Origin(unknown=True)],
            question=Question(target_group=row["target_group"], intervention=row["intervention"]),
        )
        for ident, row in rows.items()
    ]


def label_of(first: dict[str, str], second: dict[str, str]) -> str:
    """What two rows are to each other: the same, one a part of the other, or "" for neither."""
    if first["area"] != second["area"]:
        return ""
    if first["group"] == second["group"]:
        return SAME
    return PART if first["part_of"] == second["group"] or second["part_of"] == first["group"] else ""


def found(rows: dict[str, dict[str, str]]) -> tuple[Candidate, ...]:
    """The candidates that are shown."""
    return candidates([spoken(need, swedish()) for need in as_needs(rows)], swedish())


def fared(rows: dict[str, dict[str, str]], shown: Iterable[Candidate]) -> Fared:
    """How the candidates fare against the labels."""
    given = tuple(shown)
    right = sum(bool(label_of(rows[one.first], rows[one.second])) for one in given)
    return Fared(labelled=sum(bool(label_of(a, b)) for a, b in combinations(rows.values(), 2)), shown=len(given), right=right)
