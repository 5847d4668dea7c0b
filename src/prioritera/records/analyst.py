"""One row of the analyst's sheet, read against the rule set: the need that it is about, and the facts and assessments that it gives."""

from collections.abc import Mapping

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.round import Record
from prioritera.model.value import Assessment, Fact
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import need_id
from prioritera.records.assessments import read_assessments
from prioritera.records.cell_values import Cell, assessment_in, fact_in
from prioritera.records.cells import CellPlace
from prioritera.records.columns import columns_of
from prioritera.records.context import Context
from prioritera.records.facts import read_facts
from prioritera.records.sheet import CRITERION, FACT, Columns
from prioritera.records.spoken import plain
from prioritera.words.catalogue import LANGUAGES, say

_ID, _BY, _SOURCE = "id", "by", "source"
# What the sheet tells the analyst, in columns that say nothing of their own; `title` may be a need's rubric too.
_TOLD = ("title", "wordings", "senders", "evidence", "proposal")


@attrs.frozen(kw_only=True)
class Filled:
    """What is filled in for one need. `at` is where each value stands, by the field or the criterion."""

    need: str
    facts: FrozenMap[str, Fact] = attrs.field(converter=frozen_map)
    assess: FrozenMap[str, Assessment] = attrs.field(converter=frozen_map)
    at: FrozenMap[str, Span] = attrs.field(converter=frozen_map, eq=False, repr=False)
    at_id: Span = attrs.field(eq=False, repr=False)


def read_filled(record: Record, context: Context, faults: Faults) -> Filled:
    """What a row says; a cell that cannot be read is noted and says nothing."""
    return _of_cells(record, context, faults) if record.text else _of_tables(record, context, faults)


def _of_tables(record: Record, context: Context, faults: Faults) -> Filled:
    """A need of a TOML file: of what it says, facts and assessments count."""
    cursor = Cursor(record.data, record.path, record.place, faults)
    return _filled(cursor, need_id(cursor.text("id")), context)


def _of_cells(record: Record, context: Context, faults: Faults) -> Filled:
    """A row of a sheet: its own columns, and those that name a field or a criterion."""
    own_columns = _own_columns(context)
    columns = _columns(tuple(name for name in record.data if plain(name) not in own_columns), context, record, faults)
    own = {own_columns.get(plain(name), plain(name)): str(text).strip() for name, text in record.data.items()}
    tables: dict[str, dict[str, object]] = {"facts": {}, "assess": {}}
    for name, column in columns.known.items():
        text = str(record.data[name]).strip()
        if not text:
            continue
        cell = Cell(text, name, record.place, (*record.path, name), faults)
        if column.kind == FACT:
            tables["facts"][column.id] = _table(fact_in(cell, context.facts[column.id], context.facts), by=own.get(_BY, ""))
        elif column.kind == CRITERION:
            more = {"by": own.get(_BY, ""), "source": own.get(f"{_SOURCE}:{column.id}", "")}
            tables["assess"][column.id] = _table(assessment_in(cell, context.criteria[column.id]), **more)
    data = {key: {name: value for name, value in table.items() if value is not None} for key, table in tables.items()}
    place = CellPlace(record.place, columns, record.path)
    return _filled(Cursor(data, (), place, faults), need_id(own.get(_ID, "")), context)


def _filled(cursor: Cursor, ident: str, context: Context) -> Filled:
    facts, assess = (cursor.table(key) or cursor.down({}, key) for key in ("facts", "assess"))
    said, judged = read_facts(facts, ident, context), read_assessments(assess, ident, context)
    places = {**{name: facts.at(name) for name in said}, **{name: assess.at(name) for name in judged}}
    return Filled(need=ident, facts=said, assess=judged, at=places, at_id=cursor.at("id"))


def _table(value: object, **more: str) -> dict[str, object] | None:
    """A value as a table with who filled it in and where it is from; None for one that could not be read."""
    if value is None:
        return None
    known = dict(value) if isinstance(value, Mapping) else {"value": value}
    return {**known, **{key: text for key, text in more.items() if text}}


def _own_columns(context: Context) -> dict[str, str]:
    """The sheet's own columns by the words of either language: what is told, who filled it in, where each value is from."""
    own: dict[str, str] = {}
    for language in LANGUAGES:
        own |= {plain(say(language, f"forms.analyst.{ident}")): ident for ident in (*_TOLD, _BY)}
        for ident, criterion in context.criteria.items():
            label = criterion.label.say(language)
            own[plain(say(language, "forms.analyst.source", criterion=label))] = f"{_SOURCE}:{ident}"
    return own


def _columns(names: tuple[str, ...], context: Context, record: Record, faults: Faults) -> Columns:
    if names not in context.sheets:
        context.sheets[names] = columns_of(names, context)
        context.sheets[names].note_wrong(record.place, record.path, faults)
    return context.sheets[names]
