"""The command `compare`: the same needs by many methods, and where the methods agree."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, ElsewhereError, code_for, root_of, rooted
from prioritera.cli.rounds import judged
from prioritera.diagnostics import Diagnostic, PrioriteraError, by_place
from prioritera.loading.preferences import load_preferences
from prioritera.methods.many import MANY
from prioritera.methods.outrank import Preference
from prioritera.questions import compare_methods
from prioritera.report.side_by_side import side_by_side_document
from prioritera.report.side_by_side_json import side_by_side_json
from prioritera.report.text import to_text


def compared(asked: Asked, *, bold: bool) -> Done:
    """Set the lists of a round beside the orders of other methods."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    methods = asked.methods or tuple(MANY)
    preferences = _preferences(asked, methods, [criterion.id for criterion in model.rules.criteria])
    diagnostics = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    found = compare_methods(result, methods, top=asked.top, preferences=preferences)
    if asked.as_json:
        text = side_by_side_json(found, result, model)
    else:
        text = to_text(side_by_side_document(found, result, model, asked.language), bold=bold)
    return Done(code=code_for(diagnostics), text=text, found=diagnostics)


def _preferences(asked: Asked, methods: Sequence[str], criteria: Sequence[str]) -> Mapping[str, Preference]:
    """The preference functions of the file that is named, where one is.

    Raises:
        ElsewhereError: with everything that is wrong with it, or that no method is asked for that takes them.
    """
    if not asked.preferences:
        return {}
    if not any(method in MANY and MANY[method].by is not None for method in methods):
        taking = tuple(method.id for method in MANY.values() if method.by is not None)
        raise ElsewhereError([Diagnostic(code="preferences-unused", params={"file": asked.preferences, "known": taking})])
    path = Path(asked.preferences)
    try:
        return load_preferences(path, criteria, tree=asked.tree)
    except PrioriteraError as error:
        raise ElsewhereError(rooted(error.diagnostics, root_of(path))) from None
