"""What people have decided about what exists already: the sheet that `prioritera exists` writes, filled in and read back."""

from typing import Final

import attrs

from prioritera.diagnostics import Faults, Related, Span
from prioritera.loading.catalogue_sheets import day_in, heading_words
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.model.round import SupportDecision
from prioritera.reading.close import closest
from prioritera.reading.ids import need_id, same_id_key
from prioritera.records.spoken import plain, spoken
from prioritera.sheets.tables import Line, lines_of

# What a person is shown, and what a person fills in.
SHOWN: Final = (
    *("need", "title", "wording", "area", "entry", "support", "publisher", "year", "status", "since", "link"),
    *("area_agrees", "target_agrees", "reason", "score", "leads"),
)
FILLED_IN: Final = ("decision", "by", "on")
COLUMNS: Final = (*SHOWN, *FILLED_IN)
REQUIRED: Final = ("need", "entry", "decision")


def read_existing(files: Files, name: str, faults: Faults, in_rows: Faults, at: Span | None = None) -> tuple[SupportDecision, ...]:
    """The rows of a sheet, those that nobody has decided yet among them; a row with a fault is one that nobody has decided.

    Args:
        files: where it is opened from.
        name: the file: .csv, .xlsx, .xls or .ods.
        faults: where it is noted that the file cannot be read as such a sheet.
        in_rows: where it is noted what is wrong with a row: a word that is no decision, a decision without a name, the same pair twice.
        at: where the file is named, if it is.

    Raises:
        PrioriteraError: it is a workbook, and the extra `excel` is not installed.
    """
    headings = {column: heading_words("exists-column", column) for column in COLUMNS}
    lines = [line for grid in read_grids(files, name, faults, at) for line in lines_of(grid, headings, faults, required=REQUIRED)]
    found: dict[tuple[str, str], SupportDecision] = {}
    for line in lines:
        key = same_id_key(need_id(line.get("need"))), line.get("entry")
        row = _row(line, in_rows)
        if key in found:
            first = found[key].span
            related = (Related(span=first, role="first"),) if first is not None else ()
            in_rows.add("existing-twice", line.at(), need=line.get("need"), entry=line.get("entry"), related=related)
            # Which of the two holds nobody can tell.
            row = _undecided(found[key])
        found[key] = row
    return tuple(found.values())


def _row(line: Line, faults: Faults) -> SupportDecision:
    before = faults.count
    need, entry, by = need_id(line.get("need")), line.get("entry"), line.get("by")
    if not need:
        faults.add("cell-empty", line.at("need"), key="need")
    decision = _decision(line, faults)
    if decision and not by:
        faults.add("existing-by-nobody", line.at("by"), need=need)
    if decision in ("yes", "partly") and not entry:
        faults.add("existing-nothing-to-confirm", line.at("decision"), need=need, value=line.get("decision"))
    on = day_in(line.get("on"))
    if line.get("on") and on is None:
        faults.add("existing-not-a-date", line.at("on"), value=line.get("on"))
    row = SupportDecision(need=need, entry=entry, decision=decision, by=by, on=on, span=line.at())
    return row if faults.count == before else _undecided(row)


def _undecided(row: SupportDecision) -> SupportDecision:
    return attrs.evolve(row, decision="", by="", on=None)


def _decision(line: Line, faults: Faults) -> str:
    """The decision that a cell says, "" for none; a word that is none is asked about and decides nothing."""
    text, words = line.get("decision"), spoken("decision")
    if text and plain(text) not in words:
        faults.add("existing-decision-unclear", line.at("decision"), value=text, close=closest(plain(text), tuple(words)))
    return words.get(plain(text), "")
