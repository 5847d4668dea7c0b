"""Compose: a result becomes the document that a meeting reads. Words and groups; numbers only when they are asked for."""

from collections.abc import Sequence

from prioritera.model.field import Origin
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.result import Decision, FindOutFirst, Result
from prioritera.model.ruleset import Model
from prioritera.model.value import Missing, Reason
from prioritera.report.checked import missed_section
from prioritera.report.document import Block, Document, Item, Listing, Paragraph, Section
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
    """The things to find out first over the whole round, and what each of them would help; None when there is nothing.

    A need for which no single answer changes the result is told of apart: what its rule asks leads to more questions.
    """
    items = [_thing(voice, result, found) for found in result.find_out_first]
    stuck = [one.need_id for one in result.decisions if _is_stuck(voice, one)]
    if not items and not stuck:
        return None
    blocks: list[Block] = [Listing(items, numbered=True)] if items else []
    if stuck:
        blocks.append(Paragraph(voice.say("find-out.more-than-one", needs=_helped(voice, result, stuck))))
    return Section(voice.say(f"find-out.title.{len(items)}"), blocks)


def _thing(voice: Voice, result: Result, found: FindOutFirst) -> Item:
    """One thing in a line or two: the question, who can answer, how many needs it helps."""
    helped = _helped(voice, result, found.needs)
    return Item(f"{find_out_line(voice, found.id)} {voice.say(f'find-out.settles-{found.settles}', needs=helped)}")


def _is_stuck(voice: Voice, decision: Decision) -> bool:
    """Whether a need waits for facts that are worth asking for, and none of them changes its result by itself."""
    if decision.outcome != FACT_NEEDED or decision.by_hand or decision.find_out or not decision.ask:
        return False
    asked = [voice.rules.fields.get(name) for name in decision.ask]
    open_ones = [value for name in decision.ask if isinstance(value := decision.values.get(name), Missing)]
    may_be_asked = all(field is not None and field.origin is Origin.FACT and field.find_out for field in asked)
    return may_be_asked and len(open_ones) == len(asked) and all(one.reason is not Reason.NOT_APPLICABLE for one in open_ones)


def _helped(voice: Voice, result: Result, needs: Sequence[str]) -> str:
    """A few needs by their titles; of more, how many they are."""
    titles = [voice.term("quote", text=result.decision(need).title or need) for need in needs]
    return voice.all_of(titles) if len(needs) <= _MOST_NAMED else voice.say("find-out.needs", number=len(needs))
