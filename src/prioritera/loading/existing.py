"""What people have decided about what exists already: the sheet that `prioritera exists` writes, filled in and read back."""

from typing import Final

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


def read_existing(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[SupportDecision, ...]:
    """The rows of a sheet, those that nobody has decided yet among them.

    Args:
        files: where it is opened from.
        name: the file: .csv, .xlsx, .xls or .ods.
        faults: where it is noted what is wrong: a word that is no decision, a decision without a name, the same pair twice.
        at: where the file is named, if it is.

    Raises:
        PrioriteraError: it is a workbook, and the extra `excel` is not installed.
    """
    headings = {column: heading_words("exists-column", column) for column in COLUMNS}
    lines = [line for grid in read_grids(files, name, faults, at) for line in lines_of(grid, headings, faults, required=REQUIRED)]
    first: dict[tuple[str, str], Line] = {}
    found = []
    for line in lines:
        key = same_id_key(need_id(line.get("need"))), line.get("entry")
        if key in first:
            related = (Related(span=first[key].at(), role="first"),)
            faults.add("existing-twice", line.at(), need=line.get("need"), entry=line.get("entry"), related=related)
            continue
        first[key] = line
        found.append(_row(line, faults))
    return tuple(found)


def _row(line: Line, faults: Faults) -> SupportDecision:
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
        faults.add("not-a-date", line.at("on"), key="on", value=line.get("on"))
    return SupportDecision(need=need, entry=entry, decision=decision, by=by, on=on, span=line.at())


def _decision(line: Line, faults: Faults) -> str:
    """The decision that a cell says, "" for none; a word that is none is asked about and decides nothing."""
    text, words = line.get("decision"), spoken("decision")
    if text and plain(text) not in words:
        faults.add("existing-decision-unclear", line.at("decision"), value=text, close=closest(plain(text), tuple(words)))
    return words.get(plain(text), "")
