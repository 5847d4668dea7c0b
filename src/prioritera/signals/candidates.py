"""Candidates for needs that signals give, in the sheet in which a person keeps or drops each. None is a need yet."""

from collections.abc import Sequence
from fractions import Fraction

from prioritera.model.candidate import Candidate
from prioritera.model.text import Label
from prioritera.reading.ids import as_id
from prioritera.reading.numbers import decimal_text
from prioritera.words.catalogue import LANGUAGES, say
from prioritera.workbooks.book import Book, Column, Page

# Column and width. `keep` is read by whatever takes the sheet into a round; the others are columns of needs.
_WIDTHS = {"keep": 10, "id": 24, "title": 30, "wording": 50, "area": 20, "origin": 24, "source": 30, "note": 60}


def candidate(kind: str, document: str, number: int, place: str, why: Label) -> Candidate:
    """A signal as a candidate: without a wording, for nobody has said what is lacking.

    Args:
        kind: of signal; its id is made of it, the file and the number.
        document: the file that the signal is from.
        number: of the candidate among those of its kind and file, from 1.
        place: what in the file it is about.
        why: what the signal says.
    """
    stem = as_id(document.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    ident = "-".join(part for part in (kind, stem, str(number)) if part)
    return Candidate(id=ident, wording="", document=document, place=Label(sv=place, en=place), why=why)


def said(key: str, **parameters: str | int | Fraction) -> Label:
    """A sentence of the signals' words in both languages, numbers with each language's decimal mark."""
    told = {language: {name: _shown(value, language) for name, value in parameters.items()} for language in LANGUAGES}
    return Label(sv=say("sv", f"signals.{key}", **told["sv"]), en=say("en", f"signals.{key}", **told["en"]))


def _shown(value: str | int | Fraction, language: str) -> str:
    return decimal_text(value).replace(".", say(language, "terms.decimal.mark")) if isinstance(value, Fraction) else str(value)


def candidate_book(candidates: Sequence[Candidate], language: str) -> Book:
    """The sheet in which a person keeps or drops each candidate, and words those that are kept; what the signal says is its note.

    >>> book = candidate_book([candidate("trend", "k.csv", 1, "N1", Label(sv="Stiger.", en="Rises."))], "sv")
    >>> book.pages[0].rows
    (('', 'trend-k-1', '', '', '', '', 'k.csv, N1', 'Stiger.'),)
    """

    def words(key: str) -> str:
        return say(language, f"signals.sheet.{key}")

    choices = (words("yes"), words("no"))
    columns = [
        Column(
            id=column,
            label=words(column),
            help=words(f"{column}-help"),
            width=width,
            choices=choices if column == "keep" else (),
            strict=column == "keep",
        )
        for column, width in _WIDTHS.items()
    ]
    rows = [("", one.id, "", "", "", "", f"{one.document}, {one.place.say(language)}", one.why.say(language)) for one in candidates]
    return Book(pages=[Page(title=words("title-of-sheet"), columns=columns, rows=rows, above=(words("above"),))])
