"""The sheet of decisions about pairs of needs: a row for each pair, read back after people have filled it in."""

import posixpath
from collections.abc import Sequence
from datetime import date

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Related, Severity, Span
from prioritera.loading.files import Files
from prioritera.loading.grids import read_grids
from prioritera.model.merge import PART_OF, PairDecision
from prioritera.model.merge_sheet import CHOICES, COLUMNS, REQUIRED, WHOLE_OF, choice_word, column_label
from prioritera.reading.close import closest
from prioritera.reading.ids import need_id, same_id_key
from prioritera.records.spoken import plain, spoken
from prioritera.sheets.tables import Line, lines_of
from prioritera.words.catalogue import LANGUAGES


def read_merges(files: Files, name: str, faults: Faults, at: Span | None = None) -> tuple[PairDecision, ...]:
    """The decisions of a file, .csv or a workbook, whose first sheet counts. A row with a fault is noted and left out.

    Args:
        files: where it is opened from.
        name: the file.
        faults: where faults are noted, and how many pairs wait for a decision.
        at: where the file is named, if it is.

    Raises:
        PrioriteraError: it is a workbook, and the extra `excel` is not installed.
    """
    grids = read_grids(files, name, faults, at)
    columns = {column: tuple(column_label(column, language) for language in LANGUAGES) for column in COLUMNS}
    rows = [line for grid in grids[:1] for line in lines_of(grid, columns, faults, required=REQUIRED)]
    decided = [found for line in rows if line.get("decision") and (found := _row(line, faults)) is not None]
    waiting = sum(not line.get("decision") for line in rows)
    if waiting:
        told = Diagnostic(code="merge-undecided", severity=Severity.NOTE, span=Span(files.shown(name)), params={"number": waiting})
        faults.extend([told])
    return _once(decided, faults)


def carried_merges(files: Files, folder: str, name: str, faults: Faults, at: Span) -> tuple[PairDecision, ...]:
    """The decisions of the round before, as they stand there; none, after saying so, where its file cannot be read."""
    found = Faults()
    pairs = read_merges(files, posixpath.normpath(posixpath.join(folder, name)), found, at)
    if found.count:
        faults.warn("merge-before-faulty", at, name=posixpath.join(folder, name))
    return tuple(attrs.evolve(pair, carried=True) for pair in pairs)


def _row(line: Line, faults: Faults) -> PairDecision | None:
    """One row that has been decided, or None after noting what is wrong with it."""
    before = faults.count
    first, second = (need_id(line.get(key)) for key in ("first", "second"))
    for key, name in (("first", first), ("second", second)):
        if not name:
            faults.add("merge-id-missing", line.at(key))
    if first and same_id_key(first) == same_id_key(second):
        faults.add("merge-with-itself", line.at("second"), value=first)
    choice = _choice(line, faults)
    on = _day(line, faults)
    if faults.count != before:
        return None
    sides = [(first, line.get("first-wording")), (second, line.get("second-wording"))]
    (first, first_wording), (second, second_wording) = sides[::-1] if choice == WHOLE_OF else sides
    return PairDecision(
        first=first,
        second=second,
        verdict=PART_OF if choice == WHOLE_OF else choice,
        first_wording=first_wording,
        second_wording=second_wording,
        by=line.get("by"),
        on=on,
        because=line.get("because"),
        span=line.at("decision"),
    )


def _choice(line: Line, faults: Faults) -> str:
    """What is decided, by id or by its word in either language."""
    words = spoken("merge")
    word = plain(line.get("decision"))
    if word not in words:
        known = tuple(choice_word(choice, language) for language in LANGUAGES for choice in CHOICES)
        faults.add("merge-word-unknown", line.at("decision"), value=line.get("decision"), known=known, close=closest(word, words))
    return words.get(word, "")


def _day(line: Line, faults: Faults) -> date | None:
    text = line.get("when")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        faults.add("merge-date", line.at("when"), value=text)
        return None


def _once(pairs: Sequence[PairDecision], faults: Faults) -> tuple[PairDecision, ...]:
    """Each pair once. Rows that say the same of a pair are one; of rows that disagree none holds."""
    rows: dict[frozenset[str], list[PairDecision]] = {}
    for pair in pairs:
        rows.setdefault(frozenset({same_id_key(pair.first), same_id_key(pair.second)}), []).append(pair)
    found = []
    for first, *others in rows.values():
        differing = [other for other in others if _meaning(other) != _meaning(first)]
        for other in others:
            code, tell = ("merge-pair-disagrees", faults.add) if other in differing else ("merge-pair-twice", faults.warn)
            related = (Related(span=first.span, role="first"),) if first.span is not None else ()
            tell(code, other.span, related=related, first=first.first, second=first.second)
        found += [] if differing else [first]
    return tuple(found)


def _meaning(pair: PairDecision) -> tuple[str, str]:
    """What a row says of its pair; of a part, which of the two it is."""
    return pair.verdict, same_id_key(pair.first) if pair.verdict == PART_OF else ""
