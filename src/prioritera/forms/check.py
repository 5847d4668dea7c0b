"""The sheet of step two: what is asked of each actor about each need, and room for what is missing.

One layout for the empty sheet and for the one filled with a round's needs. A meeting goes through it need by need, and the support
structure documents it: one row a need and an actor, so that every comment has somebody who said it.
"""

from collections.abc import Sequence

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.agreement import ANSWERS, CHECK_COLUMNS, MISSED_COLUMNS
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page

_WIDTHS = {"need": 16, "title": 34, "wordings": 44, "actor": 22, "answer": 18, "comment": 40, "missing": 60, "area": 22, "keep": 10}
_GIVEN = ("need", "title", "wordings")
_EMPTY_ROWS = 20


@attrs.frozen(kw_only=True)
class AskedOf:
    """One need as it is checked: its id, its title and its wordings, and the actors that are asked, by the names people use."""

    need: str
    title: str
    wordings: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    actors: tuple[str, ...] = attrs.field(converter=frozen_tuple)


def check_book(asked: Sequence[AskedOf], above: Sequence[str], language: str, *, areas: Sequence[str] = ()) -> Book:
    """The sheet as a workbook: a page of answers and a page of what is missing.

    Args:
        asked: the needs, in the order of the meeting; none for an empty sheet.
        above: the lines above both tables, the title first.
        language: "sv" or "en".
        areas: the areas that a missing need can be of.

    >>> book = check_book([AskedOf(need="n1", title="Fall", actors=["Ale", "Tjörn"])], ["Avstämning"], "sv")
    >>> [page.title for page in book.pages], [row[3] for row in book.pages[0].rows]
    (['Avstämning', 'Saknas något'], ['Ale', 'Tjörn'])
    """
    columns = [_column(ident, language, locked=bool(asked) and ident in _GIVEN) for ident in CHECK_COLUMNS]
    check = Page(
        title=say(language, "steptwo.page.check"),
        columns=columns,
        rows=[row for one in asked for row in _rows(one)],
        above=(*above, say(language, "steptwo.above.how")),
        empty=_EMPTY_ROWS,
    )
    first, *more = above or [""]
    missed = Page(
        title=say(language, "steptwo.page.missed"),
        columns=[_column(ident, language, areas=areas) for ident in MISSED_COLUMNS],
        above=(say(language, "steptwo.above.missed-title"), first, *more, say(language, "steptwo.above.missed-how")),
        empty=_EMPTY_ROWS,
    )
    return Book(pages=[check, missed])


def answer_words(language: str) -> tuple[str, ...]:
    """The answers that the drop-down offers, in order.

    >>> answer_words("sv")
    ('stämmer', 'stämmer delvis', 'stämmer inte', 'vet ej')
    """
    return tuple(say(language, f"steptwo.answer.{answer}").split("|")[0] for answer in ANSWERS)


def _column(ident: str, language: str, *, locked: bool = False, areas: Sequence[str] = ()) -> Column:
    choices = {"answer": answer_words(language), "keep": (say(language, "terms.yes"), say(language, "terms.no")), "area": tuple(areas)}
    helped = ident in {"answer", "comment", "missing", "actor", "area", "keep"}
    return Column(
        id=ident,
        label=say(language, f"steptwo.column.{ident}"),
        help=say(language, f"steptwo.help.{ident}") if helped else "",
        width=_WIDTHS[ident],
        choices=choices.get(ident, ()),
        strict=ident in {"answer", "keep"},
        locked=locked,
    )


def _rows(one: AskedOf) -> list[tuple[str, ...]]:
    """A row an actor; the wordings stand in the first, to be read once."""
    wordings = "\n".join(one.wordings)
    return [(one.need, one.title, "" if number else wordings, actor, "", "") for number, actor in enumerate(one.actors)]
