"""The mappings of a round: where in a file the needs stand, and what the headings of that file mean."""

from collections.abc import Iterable, Mapping

import attrs

from prioritera.diagnostics import Faults, Span
from prioritera.frozen import FrozenMap, frozen_map
from prioritera.loading.surveys import Survey, read_survey
from prioritera.reading.close import closest, shortened
from prioritera.reading.cursor import Cursor
from prioritera.records.spoken import plain, spoken

# What a heading means that stands over a column of the writer's own.
OWN = "#"


@attrs.frozen(kw_only=True)
class SheetMapping:
    """How one sheet is read: its name ("" for the one with needs), the row of the headings (0 for the one found), and what headings mean.

    `always` holds what is the same on every row, and so has no column. `split` holds what stands between several things in one cell, by
    column. Headings are plain: letter case and spaces do not count.
    `survey` says that the rows are answers.
    `spans` tell where each heading is written, and `always_spans` each thing that is always the same.
    """

    file: str
    sheet: str = ""
    heading_row: int = 0
    columns: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    always: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    split: FrozenMap[str, str] = attrs.field(converter=frozen_map, factory=FrozenMap)
    survey: Survey | None = None
    span: Span | None = attrs.field(default=None, eq=False, repr=False)
    spans: FrozenMap[str, Span] = attrs.field(converter=frozen_map, factory=FrozenMap, eq=False, repr=False)
    always_spans: FrozenMap[str, Span] = attrs.field(converter=frozen_map, factory=FrozenMap, eq=False, repr=False)


def read_mappings(tables: Iterable[Cursor]) -> tuple[SheetMapping, ...]:
    """The mappings that a round file holds, in order."""
    return tuple(_mapping(table) for table in tables)


def _mapping(table: Cursor) -> SheetMapping:
    columns, always, split = table.table("columns"), table.table("always"), table.table("split")
    named = {name: columns.text(name) for name in columns.data} if columns else {}
    same = {name: always.text(name) for name in always.data} if always else {}
    # Nothing at all stands between no two things: that is noted, and the cell is left whole.
    between = {name: apart for name in split.data if (apart := _between(split, name))} if split else {}
    survey = table.table("survey")
    found = SheetMapping(
        file=table.text("file"),
        sheet=table.text("sheet", ""),
        heading_row=table.whole("heading_row", 0, least=1) or 0,
        columns={plain(name): meaning for name, meaning in named.items()},
        always=same,
        split=between,
        survey=read_survey(survey) if survey else None,
        span=table.here,
        spans={plain(name): columns.at_key(name) for name in named} if columns else {},
        always_spans={name: always.at(name) for name in same} if always else {},
    )
    table.close()
    return found


def _between(split: Cursor, name: str) -> str:
    """What stands between two things; a line break is something, though it is blank."""
    value = split.raw(name)
    return value if isinstance(value, str) and value else split.text(name)


def note_headings(mapping: SheetMapping, headings: Iterable[str], name: str, faults: Faults) -> None:
    """Note each heading that a mapping names and the file does not have."""
    there = {plain(heading): heading for heading in headings if heading}
    for heading in mapping.columns:
        if heading not in there:
            known = tuple(there.values())
            close = there.get(closest(heading, there), "")
            faults.add("mapping-heading-missing", mapping.spans[heading], value=heading, name=name, known=shortened(known), close=close)


def note_both_ways(mapping: SheetMapping, headings: Mapping[str, str], faults: Faults) -> None:
    """Note each thing that a mapping says is always the same, while a column of the sheet says it row by row.

    `headings` are the columns, each with the part of a need that it holds, as far as its name tells.
    """
    for name in mapping.always:
        part = spoken("column").get(plain(name), "")
        column = next((one for one, holds in headings.items() if plain(one) == plain(name) or (part and holds == part)), "")
        if column:
            faults.add("mapping-always-column", mapping.always_spans[name], value=name, column=column)


def note_unused(mappings: Iterable[SheetMapping], names: Iterable[str], faults: Faults) -> None:
    """Note each mapping of a file that is none of those that are read."""
    known = tuple(names)
    for mapping in mappings:
        if mapping.file and mapping.file not in known:
            close = closest(mapping.file, known)
            faults.add("mapping-file-unknown", mapping.span, name=mapping.file, known=shortened(known), close=close)
