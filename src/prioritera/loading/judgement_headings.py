"""Headings of judgement sheets that cannot be read as they stand: those on two rows, and those that are nobody's."""

import re
from collections.abc import Mapping, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity
from prioritera.sheets.grid import Grid

# A heading is words; what is in the cells under it may be numbers.
_NUMBER = re.compile(r"[\d.,]*")


@attrs.frozen
class Doubled:
    """Two rows of headings: the number of the upper, and what one column is called in each."""

    row: int
    upper: str
    lower: str

    def note(self, grid: Grid, faults: Faults) -> None:
        """Tell of them, with what one row would say."""
        faults.add(
            "judgement-two-headings",
            grid.at(self.row),
            file=grid.file,
            first=self.row,
            second=self.row + 1,
            above=self.upper,
            below=self.lower,
            example=f"{self.upper} [{self.lower}]",
        )


def doubled(grid: Grid, at: int) -> Doubled | None:
    """The two rows of headings that a row, counted from 0, is one of; None where it stands alone."""
    pairs = [(row, row + 1) for row in (at - 1, at) if row >= 0 and row + 1 < len(grid.rows)]
    found = (_doubled(grid.rows[upper], grid.rows[lower], upper + 1) for upper, lower in pairs)
    return next((one for one in found if one is not None), None)


def _doubled(above: Sequence[str], below: Sequence[str], row: int) -> Doubled | None:
    """Two rows are headings when the lower says the same under several of the upper, and one of the upper stands over several columns.

    A row of answers says the same again, too, but each of them under a heading of its own.
    """
    under, found = "", []
    for upper, lower in zip(map(_trimmed, above), map(_trimmed, below), strict=False):
        under = upper or under
        if under and not _NUMBER.fullmatch(lower):
            found.append((under, lower))
    lowers = [lower for _, lower in found]
    again = [pair for pair in found if lowers.count(pair[1]) > 1]
    is_wide = len({upper for upper, _ in again}) < len(again)
    return Doubled(row, *again[0]) if is_wide and len(set(again)) == len(again) else None


def _trimmed(text: str) -> str:
    return " ".join(text.split())


def note_unread(said: Mapping[str, int], grid: Grid, heading: int, faults: Faults) -> None:
    """Tell once of the columns that are none of those that headings are said to be: a survey has many that nobody asked for."""
    if said:
        span = grid.exactly(heading + 1, min(said.values()))
        params = {"headings": ", ".join(f'"{text}"' for text in said), "value": next(iter(said))}
        faults.extend([Diagnostic(code="judgement-columns-not-read", severity=Severity.NOTE, span=span, params=params)])
