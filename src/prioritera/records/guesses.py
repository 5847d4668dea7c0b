"""What was guessed of the columns of a single file of needs, and which nobody reads: said, so that nothing is guessed in silence."""

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.model.network import Network
from prioritera.model.round import Record, Round
from prioritera.model.ruleset import RuleSet
from prioritera.records.context import AREA, Context
from prioritera.records.read import columns_in
from prioritera.records.sheet import ENVELOPE, FACT, Column
from prioritera.records.told_once import heading_of, known_areas, lines_once
from prioritera.words.catalogue import LANGUAGES, say


def guesses(round_: Round, rules: RuleSet, network: Network) -> tuple[Diagnostic, ...]:
    """A note for each column that was taken for another, or is not read, where it stands.

    Args:
        round_: the records, unread.
        rules: the facts and criteria that columns may hold.
        network: the network that the records are read against.
    """
    context = Context(round_, rules, network)
    seen: dict[object, Record] = {}
    for record in round_.records:
        if record.guess:
            seen.setdefault(tuple(record.data), record)
    # A row of which a cell is withheld has fewer columns than its sheet, and tells nothing of the sheet.
    whole = [one for one in seen.values() if not any(_has_more(other, one) for other in seen.values())]
    return tuple(note for record in whole for note in (*_notes(record, context), *_not_given(record, round_, context)))


def _not_given(record: Record, round_: Round, context: Context) -> list[Diagnostic]:
    """That the sheet has no column of areas, and how its needs have been read."""
    area = columns_in(record, context).area
    if not area:
        return []
    label = context.areas[area].label
    rows = sum(one.place is record.place for one in round_.records)
    found = {"count": rows, "area": area, "area_sv": label.sv, "area_en": label.en}
    return [
        Diagnostic(
            code="sheet-area-not-given",
            severity=Severity.NOTE,
            span=heading_of(record),
            params={**found, **known_areas(context)},
            snippets=[lines_once(record, round_, {AREA: next(iter(context.areas))})],
        )
    ]


def _has_more(other: Record, one: Record) -> bool:
    """Whether another row of the same sheet has every column that this one has, and more."""
    return other.place is one.place and set(other.data) > set(one.data)


def _notes(record: Record, context: Context) -> list[Diagnostic]:
    columns = columns_in(record, context)
    place, path = record.place, record.path
    guessed = [
        Diagnostic(
            code="column-guessed",
            severity=Severity.NOTE,
            span=place.key((*path, name)),
            params={"value": name, "column": columns.known[name].id, **_labels(columns.known[name], context)},
        )
        for name in columns.guessed
    ]
    unread = [
        Diagnostic(code="column-not-read", severity=Severity.NOTE, span=place.key((*path, name)), params={"value": name})
        for name in columns.unread
    ]
    return [*guessed, *unread]


def _labels(column: Column, context: Context) -> dict[str, str]:
    """What people call what a column holds, in each language."""
    if column.kind == ENVELOPE:
        return {f"label_{language}": say(language, f"cells.column.{column.id}").split("|")[0] for language in LANGUAGES}
    label = context.facts[column.id].label if column.kind == FACT else context.criteria[column.id].label
    return {"label_sv": label.sv, "label_en": label.en}
