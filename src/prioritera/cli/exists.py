"""The command `exists`: what may exist already on each need, for a person to confirm or to reject."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import NOT_DONE, Done, code_for, root_of, rooted
from prioritera.diagnostics import Faults, PrioriteraError, Severity, by_place
from prioritera.pipeline import load_model
from prioritera.questions import find_existing
from prioritera.report.exists import exists_document
from prioritera.report.exists_json import exists_json
from prioritera.report.exists_sheet import exists_book
from prioritera.report.text import to_text
from prioritera.words.catalogue import say
from prioritera.workbooks.write import write_book


def exists(asked: Asked, *, bold: bool) -> Done:
    """Show what may exist already; with `--out`, write the sheet to fill in, and say where.

    A sheet with errors is not written again: what its rows say would be lost.
    """
    path = Path(asked.arguments[0])
    round_, model = load_model(path, tree=asked.tree, decided_on=asked.decided_on)
    on = asked.decided_on or round_.decided_on
    found = find_existing(round_, model, decided_on=on)
    told = rooted(by_place((*round_.faults, *found.diagnostics)), root_of(path))
    if asked.out is not None:
        sheets = {row.span.file for row in round_.existing if row.span is not None}
        wrong = [one for one in round_.faults if one.severity is Severity.ERROR and one.span is not None and one.span.file in sheets]
        if wrong:
            raise PrioriteraError(rooted(by_place(wrong), root_of(path)))
        faults = Faults()
        written = write_book(exists_book(found, round_, model, asked.language), asked.out, faults)
        text = f"{say(asked.language, 'cli.written', path=asked.out.as_posix())}\n" if written else ""
        return Done(code=code_for(told) if written else NOT_DONE, text=text, found=(*told, *faults.all()))
    if asked.as_json:
        return Done(code=code_for(told), text=exists_json(found, round_, model, decided_on=on), found=told)
    name = asked.arguments[0]
    document = exists_document(found, round_, model, asked.language, name=name, decided_on=on)
    return Done(code=code_for(told), text=to_text(document, bold=bold), found=told)
