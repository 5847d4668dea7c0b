"""The command `reconcile`: which needs of a round may be the same, for a person to decide."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import NOT_DONE, Done, code_for, root_of, rooted
from prioritera.diagnostics import Faults, PrioriteraError, Severity, by_place
from prioritera.matching.lexicon import swedish
from prioritera.pipeline import load_model
from prioritera.questions import find_same
from prioritera.report.pairs import pairs_document
from prioritera.report.pairs_json import pairs_json
from prioritera.report.pairs_sheet import pairs_book
from prioritera.report.text import to_text
from prioritera.words.catalogue import say
from prioritera.workbooks.write import write_book


def reconcile(asked: Asked, *, bold: bool) -> Done:
    """Show the pairs that wait for a decision; with `--out`, write the sheet to decide in, and say where.

    A sheet with errors is not written again: the rows that could not be read would be lost.
    """
    path = Path(asked.arguments[0])
    round_, model = load_model(path, tree=asked.tree, decided_on=asked.decided_on)
    pairs, told = find_same(round_, model)
    found = rooted(by_place(told), root_of(path))
    if asked.out is not None:
        wrong = [one for one in told if one.severity is Severity.ERROR and one.span is not None and one.span.file == round_.merge_name]
        if wrong:
            raise PrioriteraError(wrong)
        faults = Faults()
        written = write_book(pairs_book(pairs, round_, model, asked.language), asked.out, faults)
        text = f"{say(asked.language, 'merge.written', path=asked.out.as_posix(), open=len(pairs.open) + len(pairs.changed))}\n"
        return Done(code=code_for(found) if written else NOT_DONE, text=text if written else "", found=(*found, *faults.all()))
    if asked.as_json:
        return Done(code=code_for(found), text=pairs_json(pairs, round_, model, swedish()), found=found)
    document = pairs_document(pairs, round_, model, asked.language, lexicon=swedish(), name=asked.arguments[0])
    return Done(code=code_for(found), text=to_text(document, bold=bold), found=found)
