"""The command `compare`: the same needs by many methods, and where the methods agree."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rounds import judged
from prioritera.diagnostics import by_place
from prioritera.methods.many import MANY
from prioritera.pipeline import compare_methods
from prioritera.report.side_by_side import side_by_side_document
from prioritera.report.side_by_side_json import side_by_side_json
from prioritera.report.text import to_text


def compared(asked: Asked, *, bold: bool) -> Done:
    """Set the lists of a round beside the orders of other methods."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    diagnostics = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    found = compare_methods(result, asked.methods or tuple(MANY), top=asked.top)
    if asked.as_json:
        text = side_by_side_json(found, result, model)
    else:
        text = to_text(side_by_side_document(found, result, model, asked.language), bold=bold)
    return Done(code=code_for(diagnostics), text=text, found=diagnostics)
