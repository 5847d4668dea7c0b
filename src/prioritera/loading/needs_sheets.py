"""Needs from a sheet, of a workbook or a CSV file alike: one row one need, every cell still text, with the place of each for messages."""

from collections.abc import Iterator, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity, Span
from prioritera.loading.examples import is_example, note_changed
from prioritera.loading.headings import OTHER, SAME, chosen, heading_row, headings_below, likely_row
from prioritera.loading.mappings import SheetMapping, note_both_ways, note_headings
from prioritera.loading.sheet_layout import ID, Layout, is_filled, laid_out, note_repeated
from prioritera.loading.sheet_rows import SheetRows
from prioritera.loading.surveys import answers_in
from prioritera.loading.unseen_cells import note_comments, note_hidden
from prioritera.model.round import Record
from prioritera.sheets.grid import Grid

# Notes on how a sheet is laid out.
_LAYOUT = ("rows-above", "ids-from-rows")


def records_of(
    grids: Sequence[Grid],
    name: str,
    faults: Faults,
    mappings: Sequence[SheetMapping] = (),
    *,
    guess: bool = False,
    is_form: bool = False,
) -> tuple[Record, ...]:
    """The needs of a file's sheets as records, one a row.

    Args:
        grids: the visible sheets.
        name: the file as people see it; ids are made of it where there is no column of ids.
        faults: what is wrong with the file as a whole is noted here; then there are no records. What is wrong with one row goes with it.
        mappings: what the round says of the file.
        guess: whether columns whose names nobody knows are taken for what they are most like.
        is_form: whether the file is a form of ours, of which it goes without saying how it is laid out.
    """
    read = chosen(grids, mappings, name, faults, guess=guess)
    several = len(read) > 1
    found = Faults()
    records = tuple(
        record for grid, mapping in read for record in _records(grid, mapping, _stem(name, grid if several else None), found, guess=guess)
    )
    faults.extend(one for one in found.all() if not (is_form and one.code in _LAYOUT))
    return records


def _stem(name: str, grid: Grid | None) -> str:
    """What ids that are made begin with: the file's name, and the sheet's where several are read."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return stem if grid is None else f"{stem}-{grid.sheet}"


def _records(grid: Grid, mapping: SheetMapping | None, stem: str, faults: Faults, *, guess: bool) -> Iterator[Record]:
    header = heading_row(grid, mapping, guess=guess) or likely_row(grid)
    if mapping is not None and mapping.survey is not None:
        answers = answers_in(grid, header, mapping.columns, mapping.split, mapping.survey, faults)
        said = attrs.evolve(mapping, columns=answers.columns, heading_row=header, survey=None)
        more = {"evidence": answers.evidence} if answers.evidence else {}
        yield from (attrs.evolve(record, more=more) for record in _records(answers.grid, said, stem, faults, guess=guess))
        return
    layout = _layout(grid, header, mapping, faults, guess=guess)
    if layout is None:
        return
    if mapping is not None:
        note_headings(mapping, layout.names, grid.file, faults)
    above = [number for number, row in enumerate(grid.rows[: header - 1], start=1) if is_filled(row)]
    if above and not (mapping is not None and mapping.heading_row):
        _note("rows-above", grid.at(above[0]), faults, row=header)
    examples = {number for number, row in enumerate(grid.rows[header:], start=header + 1) if is_example(layout.names, row)}
    for number in sorted(examples):
        note_changed(grid.rows[number - 1], grid.at(number), faults)
    rows_below = enumerate(grid.rows[header:], start=header + 1)
    filled = [(number, row) for number, row in rows_below if number not in examples and (is_filled(row) or number in grid.broken)]
    if not filled:
        faults.warn("no-needs", grid.at(header) if grid.sheet else Span(grid.file, 1, 1))
        return
    has_id = bool(layout.named(ID))
    if not has_id:
        _note(
            "ids-from-rows",
            grid.at(header) if grid.sheet else Span(grid.file, grid.starts[header - 1], 1),
            faults,
            made=f"{stem}-{filled[0][0]}",
        )
    same, other = _headings_below(layout, filled, faults)
    rows = SheetRows(layout, mapping, faults, other=other)
    needs = [(number, row) for number, row in filled if number not in same]
    note_hidden(layout, needs, faults)
    note_comments(layout, [number for number, _ in needs], faults)
    for number, row in needs:
        yield from rows.records(number, row, "" if has_id else f"{stem}-{number}")
    rows.close()


def _headings_below(layout: Layout, filled: Sequence[tuple[int, Sequence[str]]], faults: Faults) -> tuple[frozenset[int], int]:
    """The rows that repeat the headings, each noted, and the row where another table begins, 0 where none does; what is below it is its."""
    found = {number: below for number, row in filled if (below := headings_below(layout.names, row))}
    other = next((number for number, below in found.items() if below == OTHER), 0)
    same = frozenset(number for number, below in found.items() if below == SAME and not (other and number > other))
    for number in sorted(same):
        _note("headings-repeated", layout.grid.at(number), faults)
    return same, other


def _layout(grid: Grid, header: int, mapping: SheetMapping | None, faults: Faults, *, guess: bool) -> Layout | None:
    """How the sheet is laid out, or None after noting why nobody can tell."""
    faults.extend(one for number, told in grid.broken.items() if number <= header for one in told)
    if header in grid.broken:
        return None
    layout = laid_out(grid, header, mapping, guess=guess)
    before = faults.count
    note_repeated(layout, faults)
    if mapping is not None:
        note_both_ways(mapping, {name: layout.meaning(name) for name in layout.names if name}, faults)
    return layout if faults.count == before else None


def _note(code: str, span: Span, faults: Faults, **params: str | int) -> None:
    faults.extend([Diagnostic(code=code, severity=Severity.NOTE, span=span, params=params)])
