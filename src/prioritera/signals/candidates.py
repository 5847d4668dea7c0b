"""Candidates for needs: what a signal says, for a person to keep or drop. A candidate is no need until somebody has kept and worded it."""

from collections.abc import Sequence

import attrs

from prioritera.diagnostics import Span
from prioritera.words.catalogue import LANGUAGES, say
from prioritera.workbooks.book import Book, Column, Page

COLUMNS = ("keep", "title", "wording", "area", "source", "reason")
_WIDTHS = {"keep": 10, "title": 30, "wording": 50, "area": 20, "source": 30, "reason": 60}


@attrs.frozen(kw_only=True)
class Candidate:
    """One signal: its kind, what it says in each language, and where that stands.

    Whether there is a need at all, in which area and in which words, nobody has said.
    """

    kind: str
    reason: tuple[tuple[str, str], ...]
    source: str
    span: Span | None = attrs.field(default=None, eq=False, repr=False)

    def say(self, language: str) -> str:
        """What the signal says."""
        return dict(self.reason)[language]


def said(key: str, **parameters: object) -> tuple[tuple[str, str], ...]:
    """A sentence of the signals' words in every language."""
    return tuple((language, say(language, f"signals.{key}", **parameters)) for language in LANGUAGES)


def candidate_book(candidates: Sequence[Candidate], language: str) -> Book:
    """The sheet in which a person keeps or drops each candidate, and words those that are kept.

    >>> book = candidate_book([Candidate(kind="trend", reason=(("sv", "Stiger."), ("en", "Rises.")), source="k.csv")], "sv")
    >>> book.pages[0].rows
    (('', '', '', '', 'k.csv', 'Stiger.'),)
    """

    def words(key: str) -> str:
        return say(language, f"signals.sheet.{key}")

    choices = (words("yes"), words("no"))
    columns = [
        Column(
            id=column,
            label=words(column),
            help=words(f"{column}-help"),
            width=_WIDTHS[column],
            choices=choices if column == "keep" else (),
            strict=column == "keep",
            locked=column in {"source", "reason"},
        )
        for column in COLUMNS
    ]
    rows = [("", "", "", "", one.source, one.say(language)) for one in candidates]
    return Book(pages=[Page(title=words("title-of-sheet"), columns=columns, rows=rows, above=(words("above"),))])
