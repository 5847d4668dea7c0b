"""The command `coverage`: how complete a round is, told to all or to one support structure."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rounds import judged
from prioritera.cli.step_two import structure
from prioritera.diagnostics import by_place
from prioritera.questions import coverage
from prioritera.report.coverage import coverage_document
from prioritera.report.coverage_json import coverage_json
from prioritera.report.text import to_text


def covered(asked: Asked, *, bold: bool) -> Done:
    """Tell how complete a round is; only the support structure that it is told to learns who has not answered."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    told = coverage(result, model, own=structure(asked.rss, model) if asked.rss else "")
    if asked.as_json:
        return Done(code=code_for(found), text=coverage_json(told, result, model), found=found)
    return Done(code=code_for(found), text=to_text(coverage_document(told, result, model, asked.language), bold=bold), found=found)
