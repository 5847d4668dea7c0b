"""The command `supply`: who could take the needs of a round, where nobody can, and where several do the same."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.diagnostics import by_place
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import supply
from prioritera.report.supply import supply_document
from prioritera.report.supply_json import supply_json
from prioritera.report.text import to_text


def supply_of(asked: Asked, *, bold: bool) -> Done:
    """Set the needs of a round against what its actors offer."""
    path = Path(asked.arguments[0])
    round_, model = load_model(path, tree=asked.tree, decided_on=asked.decided_on)
    result = prioritise(round_, model, decided_on=asked.decided_on)
    found = supply(result, model)
    diagnostics = rooted(by_place(result.diagnostics), root_of(path))
    text = supply_json(found, result, model) if asked.as_json else to_text(supply_document(found, result, model, asked.language), bold=bold)
    return Done(code=code_for(diagnostics), text=text, found=diagnostics)
