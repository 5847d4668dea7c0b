"""The example row of a form: it shows how to fill the form in, and is never read as a need."""

from collections.abc import Sequence
from functools import cache

from prioritera.diagnostics import Faults, Span
from prioritera.records.spoken import plain
from prioritera.words.catalogue import LANGUAGES, say

# The column of a form that marks its example; other columns that begin so are the writer's own.
MARK = "#"


def is_example(columns: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row is marked as an example, in either language.

    >>> is_example(["#", "Rubrik"], ["Exempel", "Fall"]), is_example(["#", "Rubrik"], ["", "Fall"])
    (True, False)
    """
    marks = [cell for column, cell in zip(columns, row, strict=False) if column.strip() == MARK]
    return bool(marks) and plain(marks[0]) in _said("forms.example-mark")


def note_changed(row: Sequence[str], at: Span, faults: Faults) -> None:
    """Tell that a row is left out as an example although it holds something else than the form's own."""
    if not any(plain(cell) in _said("forms.example.wording") for cell in row):
        faults.warn("example-row-changed", at)


@cache
def _said(key: str) -> frozenset[str]:
    return frozenset(plain(say(language, key)) for language in LANGUAGES)
