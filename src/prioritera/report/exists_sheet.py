"""The sheet in which a person confirms or rejects what may exist already: what has been decided is kept, what is new is proposed."""

from collections.abc import Iterable, Iterator
from typing import Final

from prioritera.model.found import FoundExisting, FoundFor, FoundSupport
from prioritera.model.need import Need
from prioritera.model.round import SUPPORT_DECISIONS, Round, SupportDecision
from prioritera.model.ruleset import Model
from prioritera.reading.ids import same_id_key
from prioritera.report.exists import agrees_words, reason_words
from prioritera.report.voice import Voice, area_name, outcome_name
from prioritera.words.catalogue import say
from prioritera.workbooks.book import Book, Column, Page, Value

_WIDTHS: Final = {"title": 30, "wording": 40, "support": 40, "reason": 40, "leads": 24, "link": 24}
_NARROW: Final = ("year", "score", "decision", "area_agrees", "target_agrees", "status", "since", "on")
_KINDS: Final = {"year": "whole", "score": "whole", "on": "date"}
_FILLED_IN: Final = ("decision", "by", "on")
_SHOWN: Final = (
    *("need", "title", "wording", "area", "entry", "support", "publisher", "year", "status", "since", "link"),
    *("area_agrees", "target_agrees", "reason", "score", "leads"),
)


def exists_book(found: FoundExisting, round_: Round, model: Model, language: str) -> Book:
    """The sheet as a book of one page, a row a candidate; a need without any has a row of its own.

    Every row that a person has decided is there again, as it was, also where the need or the entry is no longer proposed.

    Args:
        found: as `find_existing` gives it.
        round_: with what has been decided.
        model: the rules and the network that the round was judged by.
        language: of the headings, and of the words to fill in.
    """
    voice = Voice(language, model.rules, model.network)
    rows = [row for one in found.needs for row in _rows(voice, one)]
    shown = {(same_id_key(str(row[0])), row[4]) for row in rows}
    left = [row for row in round_.existing if row.decision and (same_id_key(row.need), row.entry) not in shown]
    rows += [(row.need, *[""] * 3, row.entry, *[""] * (len(_SHOWN) - 5), *_filled_in(row, language)) for row in left]
    title = say(language, "exists.sheet")
    page = Page(title=title, columns=_columns(language), rows=rows, above=[title, say(language, "exists.sheet-help")])
    return Book(pages=[page])


def _columns(language: str) -> Iterator[Column]:
    for column in (*_SHOWN, *_FILLED_IN):
        yield Column(
            id=column,
            label=say(language, f"exists.exists-column.{column}").split("|")[0],
            help=say(language, "exists.sheet-help") if column == "decision" else "",
            width=_WIDTHS.get(column, 12 if column in _NARROW else 18),
            choices=[say(language, f"exists.choices.{word}") for word in SUPPORT_DECISIONS] if column == "decision" else (),
            strict=column == "decision",
            kind=_KINDS.get(column, "text"),
            locked=column not in _FILLED_IN,
        )


def _rows(voice: Voice, found: FoundFor) -> Iterable[tuple[Value, ...]]:
    if not found.support:
        nothing = say(voice.language, "exists.sheet-nothing")
        yield (*_need(voice, found.need, found.looked), *[""] * 9, nothing, None, "", *_filled_in(found.looked, voice.language))
    for one in found.support:
        yield (*_need(voice, found.need, one.decided), *_support(voice, one), *_filled_in(one.decided, voice.language))


def _need(voice: Voice, need: Need, decided: SupportDecision | None) -> tuple[Value, ...]:
    """The need, under the id that the decision was made under."""
    wording = need.wordings[0].text if need.wordings else ""
    return decided.need if decided is not None else need.id, need.title, wording, area_name(voice, need.area)


def _support(voice: Voice, found: FoundSupport) -> tuple[Value, ...]:
    entry, language = found.entry, voice.language
    return (
        entry.id,
        entry.title.say(language),
        entry.publisher,
        entry.year,
        say(language, f"exists.status.{entry.status}"),
        entry.since.isoformat() if entry.since else "",
        entry.link,
        agrees_words(found.area, language),
        agrees_words(found.target_group, language),
        reason_words(found, language),
        found.score,
        outcome_name(voice, found.leads),
    )


def _filled_in(row: SupportDecision | None, language: str) -> tuple[Value, ...]:
    if row is None:
        return "", "", None
    return say(language, f"exists.choices.{row.decision}"), row.by, row.on
