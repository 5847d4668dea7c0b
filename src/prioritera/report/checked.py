"""Step two in words: how a need was answered when it was checked, what was said, how far it is spread, what was found missing."""

from collections.abc import Sequence

from prioritera.measures.bodies import bodies
from prioritera.measures.spread import InStructure, spread
from prioritera.model.agreement import Missed, Tally, together
from prioritera.model.need import Need
from prioritera.model.result import Result
from prioritera.report.document import Item, Listing, Pairs, Paragraph, Section
from prioritera.report.voice import Voice, actor_name, area_name
from prioritera.words.catalogue import say


def check_lines(voice: Voice, tallies: Sequence[Tally]) -> tuple[str, ...]:
    """One line a check, with the support structure that asked where the need came through one; and all of them together."""
    lines = [_of(voice, tally) for tally in tallies]
    whole = together(tallies) if len(tallies) > 1 else None
    if whole is not None:
        lines.append(voice.say("check.of", who=voice.say("check.together"), line=tally_line(voice, whole)))
    return tuple(lines)


def _of(voice: Voice, tally: Tally) -> str:
    line = tally_line(voice, tally)
    return voice.say("check.of", who=actor_name(voice, tally.through[0]), line=line) if tally.through else line


def tally_line(voice: Voice, tally: Tally) -> str:
    """How many agreed, partly, did not, of how many; and what share that is of those who judged, or that there is none."""
    counts = {"divided": tally.divided, "dont-know": tally.dont_know, "unanswered": tally.unanswered}
    line = voice.say("check.counts", agrees=tally.agrees, partly=tally.partly, disagrees=tally.disagrees, asked=tally.asked)
    rest = [voice.say(f"check.{name}", number=number) for name, number in counts.items() if number]
    told = [voice.say("check.rest", line=line, rest=", ".join(rest)) if rest else voice.say("check.no-rest", line=line)]
    told.append(voice.say("check.no-share") if tally.share is None else voice.say("check.share", agrees=tally.agrees, judged=tally.judged))
    return " ".join([*told, *([voice.say("check.disputed")] if tally.is_disputed else [])])


def answer_name(voice: Voice, answer: str) -> str:
    """An answer as it stands in the sheet, its first wording."""
    return say(voice.language, f"steptwo.answer.{answer}").split("|")[0]


def comment_lines(voice: Voice, tallies: Sequence[Tally]) -> tuple[str, ...]:
    """What was said besides, each with who said it and what that one answered."""
    lines = []
    for comment in (comment for tally in tallies for comment in tally.comments):
        who = actor_name(voice, comment.actor)
        said = voice.say("check.who", who=who, answer=answer_name(voice, comment.answer)) if comment.answer else who
        lines.append(voice.say("check.comment", who=said, text=voice.term("quote", text=comment.text)))
    return tuple(lines)


def spread_line(voice: Voice, need: Need) -> str:
    """How many municipalities and support structures stand behind a need that came through a compilation; "" for another."""
    if not any(origin.through for origin in need.origins):
        return ""
    found = spread(need, bodies(voice.network))
    least = voice.say("spread.from", low=found.low) if found.high is None else _range(voice, found.low, found.high)
    parts = [voice.say("spread.in", rss=actor_name(voice, one.rss), number=_in(voice, one), of=one.of) for one in found.structures]
    if not parts:
        return voice.say("spread.organisations", number=least)
    return voice.say("spread.line", number=least, structures=found.certain, parts=voice.all_of(parts))


def _in(voice: Voice, one: InStructure) -> str:
    return _range(voice, one.low, one.high)


def _range(voice: Voice, low: int, high: int) -> str:
    return str(low) if low == high else voice.term("range", low=low, high=high)


def missed_section(voice: Voice, result: Result) -> Section | None:
    """What was found missing when the compilation was checked; None when nothing was."""
    if not result.missed:
        return None
    items = [_missed(voice, one) for one in result.missed]
    return Section(voice.say("missed.title"), (Paragraph(voice.say("missed.intro")), Listing(items)))


def _missed(voice: Voice, missed: Missed) -> Item:
    rows = {
        "who": actor_name(voice, missed.actor),
        "area": area_name(voice, missed.area),
        "comment": missed.comment,
        "kept": voice.say("missed.is-kept", need=missed.kept_as) if missed.kept_as else voice.say("missed.is-candidate"),
    }
    return Item(missed.text, (Pairs([(voice.say(f"missed.{key}"), text) for key, text in rows.items() if text]),))
