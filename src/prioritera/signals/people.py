"""People's data in files of signals: a row that holds any where it would be read is set aside; free text is never read at all."""

from collections.abc import Sequence

from prioritera.diagnostics import Diagnostic, Faults, Severity
from prioritera.privacy.find import find
from prioritera.privacy.mask import told
from prioritera.sheets.tables import Line


def readable(lines: Sequence[Line], faults: Faults, *, unread: Sequence[str] = ()) -> tuple[Line, ...]:
    """The lines in which nothing that would be read is a person's.

    Args:
        lines: of a sheet.
        faults: where each find is noted: an error in a column that is read, a note in one that is not.
        unread: the columns that are not read.
    """
    return tuple(line for line in lines if _is_readable(line, faults, unread))


def _is_readable(line: Line, faults: Faults, unread: Sequence[str]) -> bool:
    before = faults.count
    for column in line.columns:
        found = find(line.get(column))
        if found and column in unread:
            about = Diagnostic(code="text-not-used", severity=Severity.NOTE, span=line.at(column), params={"found": told(found)})
            faults.extend([about])
        elif found:
            faults.add("personal-data-in-row", line.at(column), found=told(found))
    return faults.count == before
