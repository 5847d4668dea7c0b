"""Compose: a result becomes the document that a meeting reads. Words and groups; numbers only when they are asked for."""

from prioritera.model.result import FindOutFirst, Result
from prioritera.model.ruleset import Model
from prioritera.report.checked import missed_section
from prioritera.report.document import Block, Document, Item, Listing, Section
from prioritera.report.judged import judges_section
from prioritera.report.judged_whole import whole_section
from prioritera.report.notes import find_out_line
from prioritera.report.preface import closing, preface
from prioritera.report.proposed import leave_out_section
from prioritera.report.ranked import ranked_section
from prioritera.report.selections import selections_section
from prioritera.report.unranked import look_again_section, set_aside_sections, unranked_section
from prioritera.report.voice import Voice

_MOST_NAMED = 3


def compose(result: Result, model: Model, language: str, *, points: bool = False) -> Document:
    """The report of a round.

    Args:
        result: a run.
        model: the rules and the network of the run.
        language: "sv" or "en".
        points: scores as numbers too.

    Returns:
        The document: what round by which rules, the ranked lists, what was not ranked and why, what to find out first, what is to be looked
        at again, what it rests on.

    >>> from prioritera import load_model, prioritise
    >>> round_, model = load_model("examples/nsks-2018")
    >>> compose(prioritise(round_, model), model, "en").title
    'Questions in NSK-S 2014–2018'
    """
    voice = Voice(language, model.rules, model.network)
    parts: list[Block | None] = [
        *preface(voice, result),
        ranked_section(voice, result, points=points),
        selections_section(voice, result),
        judges_section(voice, result, points=points, whole=whole_section(voice, result, points=points)),
        leave_out_section(voice, result),
        unranked_section(voice, result),
        *set_aside_sections(voice, result),
        missed_section(voice, result),
        find_out_section(voice, result),
        look_again_section(voice, result),
        closing(voice, result),
    ]
    return Document(voice.of(result.round.label), [part for part in parts if part is not None], language=language)


def find_out_section(voice: Voice, result: Result) -> Section | None:
    """The things to find out first over the whole round, and what each of them would help; None when there is nothing."""
    if not result.find_out_first:
        return None
    items = [_thing(voice, result, found) for found in result.find_out_first]
    return Section(voice.say(f"find-out.title.{len(items)}"), (Listing(items, numbered=True),))


def _thing(voice: Voice, result: Result, found: FindOutFirst) -> Item:
    """One thing in a line or two: the question, who can answer, how many needs it helps."""
    number = len(found.needs)
    titles = [voice.term("quote", text=result.decision(need).title or need) for need in found.needs]
    helped = voice.all_of(titles) if number <= _MOST_NAMED else voice.say("find-out.needs", number=number)
    return Item(f"{find_out_line(voice, found.id)} {voice.say(f'find-out.settles-{found.settles}', needs=helped)}")
