"""Sheets of candidates that a person has gone through: the rows that are kept become needs, and no other."""

from collections.abc import Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Faults, Severity
from prioritera.model.round import Record
from prioritera.records.spoken import plain, spoken
from prioritera.words.catalogue import LANGUAGES, say

_MOST_SHOWN = 10


def kept_records(records: Sequence[Record], faults: Faults) -> tuple[Record, ...]:
    """The rows that are needs: all of them, unless there is a column that says which are kept.

    Args:
        records: the rows of one sheet.
        faults: how many were not kept is noted here, and which nobody has decided on. A word that nobody can read goes with its row.

    >>> rows = [Record({"behåll": word, "id": f"n{number}"}, text=True) for number, word in enumerate(["ja", "nej", ""])]
    >>> [dict(record.data) for record in kept_records(rows, Faults())]
    [{'id': 'n0'}]
    """
    column = next((key for record in records[:1] if record.text for key in record.data if plain(key) in _keep_words()), "")
    if not column:
        return tuple(records)
    said = [str(record.data.get(column, "")).strip() for record in records]
    decided = [spoken("flag").get(plain(word), "") for word in said]
    dropped = [record for record, word in zip(records, decided, strict=True) if word == "false"]
    undecided = [record for record, word in zip(records, said, strict=True) if not word]
    _note(dropped, "candidates-dropped", Severity.NOTE, column, faults)
    _note(undecided, "candidates-undecided", Severity.WARNING, column, faults)
    return tuple(
        _kept(record, column, "" if is_kept == "true" else word)
        for record, word, is_kept in zip(records, said, decided, strict=True)
        if word and is_kept != "false"
    )


def _keep_words() -> set[str]:
    return {plain(say(language, "documents.columns.keep")) for language in LANGUAGES}


def _note(records: Sequence[Record], code: str, severity: Severity, column: str, faults: Faults) -> None:
    if records:
        spans = [record.place.value((*record.path, column)) for record in records]
        shown = [str(span.line) for span in spans[:_MOST_SHOWN]]
        rows = ", ".join(shown if len(spans) <= _MOST_SHOWN else [*shown, "…"])
        params = {"count": len(records), "column": column, "rows": rows}
        faults.extend([Diagnostic(code=code, severity=severity, span=spans[0], params=params)])


def _kept(record: Record, column: str, unclear: str) -> Record:
    """The row without the column; with a fault where the word in it is neither yes nor no."""
    found = Faults()
    if unclear:
        found.add("keep-unclear", record.place.value((*record.path, column)), value=unclear, column=column)
    data = {key: value for key, value in record.data.items() if key != column}
    return attrs.evolve(record, data=data, faults=(*record.faults, *found.all()))
