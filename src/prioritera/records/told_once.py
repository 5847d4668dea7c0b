"""What is wrong with a whole sheet, told once: a column that every need must have and the sheet does not, with what to write instead."""

import json
import posixpath
from collections.abc import Mapping, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Snippet, Span
from prioritera.model.need import Need, Refused
from prioritera.model.round import Record, Round
from prioritera.reading.close import shortened
from prioritera.records.context import AREA, Context
from prioritera.records.read import columns_in
from prioritera.words.catalogue import LANGUAGES

_ORIGIN = "origin"
# What tells that a row lacks a part that every need must have: the code of the finding, and the key that it names.
_PARTS = {AREA: ("cell-empty", AREA), _ORIGIN: ("no-origin", "origins")}
# A row of which nothing closer is told lacks what its sheet lacks, as every other row does.
_NOT_CLOSELY = "row-not-read-closely"


@attrs.define
class _Sheet:
    """A sheet without a column for these parts, with one row of it; `rows` are those set aside, by their place among the records."""

    record: Record
    lacks: tuple[str, ...]
    rows: dict[int, Refused]


def told_once(found: Sequence[Need | Refused], round_: Round, context: Context) -> list[Need | Refused]:
    """The records, with one finding a sheet in the place of one a row where the sheet has no column of areas, or of senders.

    Args:
        found: the needs, and the records set aside, one for each record of the round.
        round_: the records.
        context: what they were read against.
    """
    sheets: dict[int, _Sheet] = {}
    for index, (one, record) in enumerate(zip(found, round_.records, strict=True)):
        if isinstance(one, Refused) and record.text and _is_about(one.diagnostics, tuple(_PARTS)):
            if id(record.place) not in sheets:
                sheets[id(record.place)] = _Sheet(record, _lacked(record, context), {})
            sheets[id(record.place)].rows[index] = one
    told = list(found)
    for sheet in sheets.values():
        once = _once(sheet, round_, context)
        for index, one in sheet.rows.items() if once else ():
            told[index] = _with_once(one, sheet.lacks, once)
    return told


def heading_of(record: Record) -> Span:
    """Where the headings of a row's sheet begin."""
    return min(record.place.key((*record.path, name)) for name in record.data)


def known_areas(context: Context) -> dict[str, tuple[str, ...]]:
    """What the areas are called, in each language, as values of a message."""
    return {f"known_{language}": shortened(tuple(term.label.say(language) for term in context.areas.values())) for language in LANGUAGES}


def lines_once(record: Record, round_: Round, always: Mapping[str, str]) -> Snippet:
    """Lines that say of a whole sheet what no column says: for the round's file, or, of a file run by itself, as a round of its own."""
    head = heading_of(record)
    here = round_.span.file if round_.span is not None else head.file
    name = posixpath.relpath(head.file, posixpath.dirname(here) or ".")
    said = ", ".join(f"{part} = {_text(value)}" for part, value in always.items())
    lines = ["[[mappings]]", f"file = {_text(name)}", *([f"sheet = {_text(head.sheet)}"] if head.sheet else []), f"always = {{ {said} }}"]
    if round_.span is not None:
        return Snippet(role="always", text="\n".join(lines))
    whole = ["[round]", f"id = {_text(round_.id)}", f"label = {_text(round_.label.sv)}", f"needs = [{_text(name)}]", "", *lines]
    return Snippet(role="round-always", text="\n".join(whole))


def _with_once(one: Refused, lacks: Sequence[str], once: Sequence[Diagnostic]) -> Refused:
    return attrs.evolve(one, diagnostics=(*once, *(fault for fault in one.diagnostics if not _is_about([fault], lacks))))


def _lacked(record: Record, context: Context) -> tuple[str, ...]:
    """What every need must have and no column of the sheet holds; of data that has no headings above its rows nothing."""
    columns = columns_in(record, context)
    head, row = heading_of(record), record.place.value(record.path)
    if head.heading or head.file != row.file or head.line >= row.line:
        return ()
    return tuple(part for part in _PARTS if not columns.named(part) and not (part == AREA and columns.area))


def _is_about(found: Sequence[Diagnostic], parts: Sequence[str]) -> bool:
    """Whether any finding about a row says that it lacks one of the parts, or says nothing closer than that it is at fault."""
    known = [_PARTS[part] for part in parts]
    return any(one.code == _NOT_CLOSELY or (one.code, one.params.get("key", "")) in known for one in found)


def _once(sheet: _Sheet, round_: Round, context: Context) -> list[Diagnostic]:
    """What is said of the sheet, at its headings; the last with lines for round.toml."""
    always = {AREA: next(iter(context.areas), ""), _ORIGIN: "okänd"}
    # Lines that are to be pasted hold everything that no column says, what is read as not stated too.
    lacks = {part: always[part] for part in _PARTS if not columns_in(sheet.record, context).named(part)}
    return [
        Diagnostic(
            code=f"sheet-without-{part}",
            span=heading_of(sheet.record),
            params={"count": len(sheet.rows), **(known_areas(context) if part == AREA else {})},
            snippets=[lines_once(sheet.record, round_, lacks)] if part == sheet.lacks[-1] else (),
        )
        for part in sheet.lacks
    ]


def _text(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)
