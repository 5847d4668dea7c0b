"""Cells that say nothing that can be read, gathered: each text is told once a sheet, with how many cells have it."""

from collections.abc import Collection

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Parameter
from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.judged import BLANK
from prioritera.model.judgement import JudgementSheet
from prioritera.reading.close import closest, shortened
from prioritera.records.spoken import plain


@attrs.frozen
class Unread:
    """Why a cell is no answer: the code of the finding, and what fills its sentences."""

    code: str
    params: FrozenMap[str, Parameter] = attrs.field(converter=frozen_map, factory=FrozenMap)


class Strange:
    """What cannot be read in the sheets of a round of needs.

    A survey writes "N/A" in a thousand cells; the cells of one sheet that say the same are one finding, where the first of them stands.
    """

    def __init__(self, faults: Faults) -> None:
        """`faults` is where all is noted that is wrong in the sheets; what is gathered comes there with `tell`."""
        self.faults = faults
        self._told: set[tuple[str, str]] = set()
        self._cells: dict[tuple[int, str, str], dict[tuple[int, int], tuple[JudgementSheet, str, Unread]]] = {}

    def note(self, sheet: JudgementSheet, row: int, heading: str, unread: Unread) -> None:
        """A cell that is no answer. One that several criteria count is one cell."""
        column = sheet.said.get(heading, 0) or sheet.columns.get(heading, 0)
        # Sheets that are parts of one have its cells.
        key = id(sheet.cells), unread.code, plain(str(unread.params.get("value", "")))
        self._cells.setdefault(key, {})[row, column] = sheet, heading, unread

    def note_target(self, sheet: JudgementSheet, word: str, known: Collection[str]) -> None:
        """That what a word is said to stand for is no answer: it is wrong where it is said, once, and not in the cells."""
        span = sheet.answers_at[plain(word)]
        if (str(span), plain(word)) not in self._told:
            self._told.add((str(span), plain(word)))
            target, words = sheet.answers[plain(word)], (*known, BLANK)
            close = closest(plain(target), words)
            self.faults.add("judgement-answers-target", span, value=word, to=target, known=shortened(words), close=close)

    def tell(self) -> None:
        """Each text of each sheet, where it first stands, and in how many cells."""
        for cells in self._cells.values():
            (row, _), (sheet, heading, unread) = min(cells.items(), key=lambda cell: cell[0])
            params = {**unread.params, "count": len(cells)}
            self.faults.extend([Diagnostic(code=unread.code, span=sheet.at(row, heading), params=params)])
