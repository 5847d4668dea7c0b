"""The sheet in which a person decides about pairs: what has been decided stands there again, what is new is proposed."""

from collections.abc import Iterator, Mapping
from typing import Final

from prioritera.matching.likeness import Candidate
from prioritera.matching.pairs import Pairs
from prioritera.model.merge import PairDecision, wording_of
from prioritera.model.merge_sheet import CHOICES, COLUMNS, FILLED_IN, choice_word, column_label
from prioritera.model.need import Need
from prioritera.model.round import Round
from prioritera.model.ruleset import Model
from prioritera.reading.ids import same_id_key
from prioritera.report.pairs import reason_words, senders
from prioritera.report.voice import Voice
from prioritera.words.catalogue import has, say
from prioritera.workbooks.book import Book, Column, Page, Value

_WIDTHS: Final = {
    **dict.fromkeys(("first-wording", "second-wording"), 44),
    **dict.fromkeys(("reason", "because"), 34),
    **dict.fromkeys(("score", "decision", "when"), 11),
    **dict.fromkeys(("first", "second"), 14),
}
_KINDS: Final = {"score": "whole", "when": "date"}


def pairs_book(pairs: Pairs, round_: Round, model: Model, language: str) -> Book:
    """The sheet: first the pairs that wait, the most alike first; then those whose wording is another now; then what has been decided.

    A decision about a record that was set aside stands there as it was, so that nothing that a person has decided is lost.

    Args:
        pairs: as `find_same` gives them.
        round_: the round.
        model: the rules and the network that names are taken from.
        language: of the headings, and of the words to choose.
    """
    voice = Voice(language, model.rules, model.network)
    names = {same_id_key(name): need for name, need in pairs.needs.items()}
    asked_again = {_key(pair.first, pair.second) for pair in pairs.changed}
    rows = [
        *(_row(voice, names, _open(one, language)) for one in pairs.open if _key(one.first, one.second) not in asked_again),
        *(_row(voice, names, _again(pair, language)) for pair in pairs.changed),
        *(_row(voice, names, _decided(pair, language)) for pair in (*pairs.decided, *pairs.aside)),
    ]
    title = say(language, "merge.above.title", round=voice.of(round_.label))
    made_up = [voice.say("illustrative", text=voice.of(round_.illustrative))] if round_.illustrative is not None else []
    above = [title, *made_up, say(language, "merge.above.how")]
    return Book(pages=[Page(title=say(language, "merge.sheet"), columns=list(_columns(language)), rows=rows, above=above)])


def _key(first: str, second: str) -> frozenset[str]:
    return frozenset({same_id_key(first), same_id_key(second)})


def _columns(language: str) -> Iterator[Column]:
    for column in COLUMNS:
        help_key = f"merge.help.{column}"
        yield Column(
            id=column,
            label=column_label(column, language),
            help=say(language, help_key) if has(language, help_key) else "",
            width=_WIDTHS.get(column, 20),
            choices=[choice_word(choice, language) for choice in CHOICES] if column == "decision" else (),
            strict=column == "decision",
            kind=_KINDS.get(column, "text"),
            locked=column not in FILLED_IN,
        )


def _row(voice: Voice, names: Mapping[str, Need], cells: Mapping[str, Value]) -> tuple[Value, ...]:
    """A row with the wordings and the senders of its needs, where the row has none of its own."""
    whole = dict(cells)
    for side in ("first", "second"):
        need = names.get(same_id_key(str(cells[side])))
        if need is not None:
            whole |= {f"{side}-wording": wording_of(need), f"{side}-sender": senders(voice, need)}
    return tuple(whole.get(column) for column in COLUMNS)


def _open(one: Candidate, language: str) -> dict[str, Value]:
    return {"first": one.first, "second": one.second, "score": one.score, "reason": reason_words(one, language)}


def _again(pair: PairDecision, language: str) -> dict[str, Value]:
    """A pair to decide about again: what was decided about the old wording is told, not filled in."""
    who = ", ".join(part for part in (pair.by, pair.on.isoformat() if pair.on is not None else "") if part)
    reason = say(language, "merge.changed-by" if who else "merge.changed", choice=choice_word(pair.verdict, language), by=who)
    return {"first": pair.first, "second": pair.second, "reason": reason}


def _decided(pair: PairDecision, language: str) -> dict[str, Value]:
    return {
        "first": pair.first,
        "second": pair.second,
        "first-wording": pair.first_wording,
        "second-wording": pair.second_wording,
        "reason": say(language, "merge.carried") if pair.carried else "",
        "decision": choice_word(pair.verdict, language),
        "by": pair.by,
        "when": pair.on,
        "because": pair.because,
    }
