"""Tables of action plans: a row says what is to be done, by whom, for what money and by when."""

from collections.abc import Sequence

import attrs

from prioritera.documents.signals import PLAN_PARTS, Signals, is_whole
from prioritera.frozen import frozen_tuple

# What a row is about: its subject, or where it has none what is to be done.
_ABOUT = PLAN_PARTS[:2]
_LEAST = 2


@attrs.frozen
class Plan:
    """A plan's headings as they stand, and which part each column is, "" for one that is none."""

    headings: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    parts: tuple[str, ...] = attrs.field(converter=frozen_tuple)

    def read(self, cells: Sequence[str]) -> tuple[str, str]:
        """What a row is about, in its own words, and the rest of it, each cell after the heading of its column; "" for a row about nothing.

        >>> Plan(("Ämne", "Ansvarig"), ("subject", "responsible")).read(("Hemlöshet", "Väsby"))
        ('Hemlöshet', 'Ansvarig: Väsby')
        """
        filled = [(index, cell.strip()) for index, cell in enumerate(cells[: len(self.parts)]) if cell.strip()]
        about = next((index for part in _ABOUT for index, _ in filled if self.parts[index] == part), None)
        if about is None:
            return "", ""
        note = "; ".join(f"{self.headings[index]}: {cell}" for index, cell in filled if index != about)
        return cells[about].strip(), note


def plan_of(headings: Sequence[str], signals: Signals) -> Plan | None:
    """The plan whose columns have these headings, or None when they are those of another table."""
    found = [next((part for part, words in signals.plan.items() if is_whole(heading, words)), "") for heading in headings]
    known = set(found) - {""}
    return Plan(headings, found) if len(known) >= _LEAST and known & set(_ABOUT) else None
