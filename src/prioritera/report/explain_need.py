"""The need itself, as it is shown before what was decided of it: its words, its senders, what it rests on."""

from collections.abc import Mapping

from prioritera.model.indicator import Indicator
from prioritera.model.need import Evidence, Need, Origin
from prioritera.report.document import Block, Item, Listing, Pairs, Paragraph, Section
from prioritera.report.indicators import indicator_line
from prioritera.report.voice import (
    Voice,
    actor_name,
    area_name,
    date_words,
)
from prioritera.report.ways import sender_name


def need_section(voice: Voice, need: Need, indicators: Mapping[str, Indicator]) -> Section:
    """What came in: the senders and their own words."""
    wordings = [Item(sourced(voice, voice.term("quote", text=wording.text), wording.source)) for wording in need.wordings if wording.text]
    senders = [Item(_sender_line(voice, origin)) for origin in need.origins]
    parts = (need.question.target_group, need.question.intervention, need.question.context)
    said = {
        "area": area_name(voice, need.area),
        **dict(zip(("target-group", "intervention", "context"), parts, strict=True)),
        "wished-form": need.wished_form,
        "benefit": need.benefit,
        "note": need.note,
    }
    blocks: list[Block] = [Pairs(tuple((voice.say(f"explain.{name}"), text) for name, text in said.items() if text))]
    if wordings:
        blocks += [Paragraph(voice.say("explain.wordings")), Listing(wordings)]
    blocks += [Paragraph(voice.say("explain.senders")), Listing(senders)]
    if need.evidence:
        blocks += [Paragraph(voice.say("explain.evidence")), Listing([Item(_evidence_line(voice, one)) for one in need.evidence])]
    if need.indicators:
        lines = [indicator_line(one, indicators, voice.language) for one in need.indicators]
        blocks += [Paragraph(voice.say("explain.indicators")), Listing([Item(line) for line in lines])]
    if need.links:
        blocks += [Paragraph(voice.say("explain.links")), Listing([Item(link) for link in need.links])]
    return Section(voice.say("explain.need"), blocks)


def _evidence_line(voice: Voice, evidence: Evidence) -> str:
    """What a need rests on, with how many were asked and answered where that is recorded."""
    counts = [
        *([voice.say("explain.asked", number=evidence.asked)] if evidence.asked is not None else []),
        *([voice.say("explain.answered", number=evidence.answered)] if evidence.answered is not None else []),
    ]
    texts = [evidence.kind, evidence.text, *counts, evidence.document]
    return sourced(voice, ", ".join(text for text in texts if text), evidence.source)


def _sender_line(voice: Voice, origin: Origin) -> str:
    parts = [
        sender_name(voice, origin),
        *([voice.term(f"backing.{origin.backing}")] if origin.backing else []),
        *([voice.term(f"decided.{origin.decided}")] if origin.decided else []),
        *([voice.say("explain.forum", forum=actor_name(voice, origin.forum))] if origin.forum else []),
        *([date_words(origin.on)] if origin.on is not None else []),
    ]
    return sourced(voice, ", ".join(parts), origin.source)


def sourced(voice: Voice, text: str, source: str) -> str:
    """A text with its source, where it has one."""
    return voice.say("sourced", text=text, source=source) if source else text
