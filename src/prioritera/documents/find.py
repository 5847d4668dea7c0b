"""Candidates for needs among the parts of a document, by the signs that are declared."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from prioritera.documents.blocks import HEADING, ITEM, ROW, Block
from prioritera.documents.plans import Plan, plan_of
from prioritera.documents.sentences import sentences
from prioritera.documents.signals import ALL, MARKED, NONE, Section, Signals, is_whole, said
from prioritera.model.candidate import Candidate
from prioritera.model.text import Label
from prioritera.reading.ids import as_id
from prioritera.words.catalogue import say

_LEADS = (":", ":*", ":**")


@attrs.frozen(kw_only=True)
class _Found:
    """What may be a need, with why."""

    block: Block
    wording: str
    heading: str
    why: Label
    note: str = ""


def find_candidates(blocks: Sequence[Block], document: str, signals: Signals, *, number: int = 1) -> tuple[Candidate, ...]:
    """What in a document may be a need, in the order it stands there.

    Args:
        blocks: the parts of the document.
        document: its name, which the ids are made of.
        signals: by what signs.
        number: 2 for the second document of the same name, and so on, so that ids are told apart.
    """
    stem = as_id(document.rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "document"
    stem = stem if number == 1 else f"{stem}.{number}"
    return tuple(
        Candidate(
            id=f"{stem}-{place}",
            wording=one.wording,
            document=document,
            place=Label(sv=one.block.spot.say("sv"), en=one.block.spot.say("en")),
            heading=one.heading,
            why=one.why,
            note=one.note,
        )
        for place, one in enumerate(_found(blocks, signals), start=1)
    )


def _found(blocks: Sequence[Block], signals: Signals) -> Iterator[_Found]:
    heading, section, level = "", None, 0
    lead: tuple[str, Label] | None = None
    plan: Plan | None = None
    for block in blocks:
        plan = None if block.kind != ROW else plan_of(block.cells, signals) if block.is_header else plan
        if block.kind == HEADING:
            lead, heading = None, block.text
            if section is None or not block.level or block.level <= level:
                section, level = _section(block.text, signals), block.level
            continue
        if section is not None and section.takes == NONE:
            continue
        if plan is not None:
            yield from () if block.is_header else _planned(block, heading, plan)
        elif block.kind == ITEM and lead is not None:
            yield _Found(block=block, wording=block.text, heading=heading, why=_both(lead[1], lead[0]))
        elif section is not None and section.takes == ALL and not block.text.endswith(_LEADS):
            yield _Found(block=block, wording=block.text, heading=heading, why=section.label)
        else:
            yield from _in_sentences(block, heading, section, signals)
        if block.kind != ITEM:
            lead = _lead(block, section, signals)


def _section(heading: str, signals: Signals) -> Section | None:
    return next((one for one in signals.sections if (is_whole if one.whole else said)(heading, one.headings)), None)


def _lead(block: Block, section: Section | None, signals: Signals) -> tuple[str, Label] | None:
    """The sign in a sentence that a list follows, and the sign's words."""
    last = sentences(block.text)[-1:] if block.text.endswith(_LEADS) else ()
    return next((found for sentence in last if (found := _sign(sentence, section, signals))), None)


def _planned(block: Block, heading: str, plan: Plan) -> Iterator[_Found]:
    wording, note = plan.read(block.cells)
    if wording:
        yield _Found(block=block, wording=wording, heading=heading, why=_words("documents.in-a-plan"), note=note)


def _in_sentences(block: Block, heading: str, section: Section | None, signals: Signals) -> Iterator[_Found]:
    """The sentences with a sign; those that follow upon each other are one candidate."""
    texts = block.cells if block.kind == ROW else (block.text,)
    marked = [(sentence, _sign(sentence, section, signals)) for text in texts for sentence in sentences(text)]
    for has_sign, run in groupby(marked, key=lambda one: one[1] is not None and not one[0].endswith(_LEADS)):
        if has_sign:
            parts = list(run)
            signs = [_both(sign[1], sign[0]) for _, sign in parts if sign is not None]
            why = Label(**{language: "; ".join(dict.fromkeys(one.say(language) for one in signs)) for language in ("sv", "en")})
            yield _Found(block=block, wording=" ".join(sentence for sentence, _ in parts), heading=heading, why=why)


def _sign(sentence: str, section: Section | None, signals: Signals) -> tuple[str, Label] | None:
    """The words that make a sentence a candidate, and what they are a sign of; None for a question, and where no need is said to be."""
    if sentence.rstrip("\"”’'»)*_ ").endswith("?") or said(sentence, signals.never):
        return None
    takes_weak = section is not None and section.takes == MARKED
    found = ((said(sentence, phrase.words), phrase.label) for phrase in signals.phrases if takes_weak or not phrase.weak)
    return next((one for one in found if one[0]), None)


def _both(label: Label, words: str) -> Label:
    return Label(sv=f"{label.sv} (”{words}”)", en=f"{label.en} (“{words}”)")


def _words(key: str) -> Label:
    return Label(sv=say("sv", key), en=say("en", key))
