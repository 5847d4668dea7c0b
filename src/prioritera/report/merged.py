"""What was merged, and how; which needs are parts of which: by whom, as far as it is recorded, or by the text alone."""

from collections.abc import Iterator

from prioritera.model.merge import IDENTICAL, PART_OF, SAID, SAME, PairDecision
from prioritera.model.outcome import MERGED
from prioritera.model.result import Decision, Result
from prioritera.reading.ids import same_id_key
from prioritera.report.document import Item, Listing, Section
from prioritera.report.ranked import need_title
from prioritera.report.voice import Voice, date_words


def merged_sections(voice: Voice, result: Result) -> Iterator[Section]:
    """The records that went into others, and the needs that are parts of others; each where there are any."""
    merged = [decision for decision in result.decisions if decision.outcome == MERGED]
    if merged:
        yield Section(voice.say("merged.title"), (Listing([Item(_merged(voice, result, decision)) for decision in merged]),))
    parts = [decision for decision in result.decisions if decision.need is not None and decision.need.part_of]
    if parts:
        yield Section(voice.say("part-of.title"), (Listing([Item(_part(voice, result, decision)) for decision in parts]),))


def _merged(voice: Voice, result: Result, decision: Decision) -> str:
    into = voice.say("merged.into", need=need_title(voice, decision), into=need_title(voice, result.decision(decision.merged_into)))
    if decision.merged_how == SAID:
        return into
    if decision.merged_how == IDENTICAL:
        return voice.say("merged-how.identical", merged=into)
    return _with_who(voice, into, [pair for pair in result.round.pairs if pair.verdict == SAME and _names(pair, decision.need_id)])


def _part(voice: Voice, result: Result, decision: Decision) -> str:
    wholes = decision.need.part_of if decision.need is not None else ()
    whole = voice.all_of([need_title(voice, result.decision(name)) for name in wholes])
    said = voice.say("part-of.line", need=need_title(voice, decision), whole=whole)
    # Whoever decided about the part or about a record that went into it.
    names = {decision.need_id, *(decision.need.merged if decision.need is not None else ())}
    pairs = [pair for pair in result.round.pairs if pair.verdict == PART_OF]
    return _with_who(voice, said, [pair for pair in pairs if any(_names(pair, name) for name in names)])


def _names(pair: PairDecision, need: str) -> bool:
    return same_id_key(need) in {same_id_key(pair.first), same_id_key(pair.second)}


def _with_who(voice: Voice, text: str, pairs: list[PairDecision]) -> str:
    """The text with whoever decided it, and when; that nobody is named where nobody is."""
    who = dict.fromkeys(", ".join(part for part in (pair.by, date_words(pair.on) if pair.on is not None else "") if part) for pair in pairs)
    named = [one for one in who if one]
    if not named:
        return voice.say("merged-how.decided", merged=text)
    return voice.say("merged-how.decided-by", merged=text, by="; ".join(named))
