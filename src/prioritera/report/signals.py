"""Signals become a document and JSON: the candidates first, then what they rest on. None of them is a need.

The schema of the JSON stands beside this file: `signals.schema.json`.
"""

from prioritera.model.candidate import Candidate
from prioritera.model.shown import PROPOSED_LIMIT
from prioritera.report.document import Block, Document, Item, Listing, Pairs, Paragraph, Section, Table
from prioritera.report.indicators import indicator_record, spread_words
from prioritera.report.json import as_text
from prioritera.report.records import Record, label
from prioritera.signals.competence import Gap
from prioritera.signals.deviations import Deviations
from prioritera.signals.gathered import Signals
from prioritera.words.catalogue import say

SIGNALS = "prioritera/signals/1"


def signals_document(found: Signals, language: str) -> Document:
    """The candidates, the gaps of every unit and the indicators, to be read."""

    def word(key: str) -> str:
        return say(language, f"signals.told.{key}")

    told = [Paragraph(word("confirm"))] if found.candidates else [Paragraph(word("none"))]
    blocks: list[Block] = [*told, *([Listing([_item(one, language) for one in found.candidates])] if found.candidates else [])]
    if found.deviations:
        blocks.append(Paragraph(say(language, "signals.told.limit", limit=PROPOSED_LIMIT)))
    if found.gaps:
        head = [word(key) for key in ("unit", "competence-of", "required", "actual", "lacking")]
        blocks.append(Section(word("gaps"), [Table(head, [_gap(gap) for gap in found.gaps], numbers=(2, 3, 4))]))
    if found.indicators:
        items = [Item(spread_words(one, language)) for one in found.indicators.values()]
        blocks.append(Section(word("indicators"), [Listing(items)]))
    return Document(word("title"), blocks, language=language)


def _item(one: Candidate, language: str) -> Item:
    where = f"{one.document}, {one.place.say(language)}"
    return Item(one.why.say(language), [Pairs([(say(language, "signals.told.source"), where)])])


def _gap(gap: Gap) -> tuple[str, ...]:
    known = [str(gap.actual)] if gap.actual is not None else []
    actual = " + ".join([*known, *(["?"] if gap.unknown else [])])
    lacking = str(gap.low) if gap.low == gap.high else f"{gap.low}–{gap.high}"
    return gap.unit, gap.competence, str(gap.required), actual, lacking


def signals_json(found: Signals) -> str:
    """The candidates and what they rest on, exactly.

    >>> import json
    >>> json.loads(signals_json(Signals()))["schema"]
    'prioritera/signals/1'
    """
    record = {
        "schema": SIGNALS,
        "candidates": [_candidate(one) for one in found.candidates],
        "gaps": [_gap_record(gap) for gap in found.gaps],
        "deviations": [_deviations(one) for one in found.deviations],
        "indicators": [indicator_record(one) for one in found.indicators.values()],
    }
    return as_text(record)


def _candidate(one: Candidate) -> Record:
    return {"id": one.id, "document": one.document, "place": label(one.place), "why": label(one.why)}


def _gap_record(gap: Gap) -> Record:
    return {
        "unit": gap.unit,
        "parent": gap.parent or None,
        "competence": gap.competence,
        "required": gap.required,
        "actual": gap.actual,
        "unknown": gap.unknown,
        "lacking": {"low": gap.low, "high": gap.high},
    }


def _deviations(one: Deviations) -> Record:
    """The count is null where it is not shown or not known; `shown` tells which."""
    shown = {"kind": one.shown.kind, "count": one.shown.count, "limit": one.shown.limit}
    return {"category": one.category, "year": one.year, "units": one.units, "shown": shown}
