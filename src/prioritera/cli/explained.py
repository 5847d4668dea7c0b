"""The command that explains one need of a round, or why one stands before another."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rounds import judged
from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import Model
from prioritera.questions import compare, explain
from prioritera.reading.close import closest
from prioritera.reading.ids import same_id_key
from prioritera.report.compare import compare_document
from prioritera.report.explain import explain_document
from prioritera.report.json import comparison_json, explanation_json
from prioritera.report.text import to_text

_MOST_IDS = 20


def explain_need(asked: Asked, *, bold: bool) -> Done:
    """Say why a need stands and goes where it does, or why it stands before another."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    need = _need(result, asked.arguments[1])
    if asked.versus:
        return _compared(result, model, need, _need(result, asked.versus), asked, bold=bold)
    explanation = explain(result, model, need.need_id)
    if asked.as_json:
        text = explanation_json(explanation, result, model)
    else:
        text = to_text(explain_document(explanation, result, model, asked.language), bold=bold)
    found = rooted(need.diagnostics, root_of(path))
    return Done(code=code_for(found), text=text, found=found)


def _compared(result: Result, model: Model, first: Decision, second: Decision, asked: Asked, *, bold: bool) -> Done:
    if first.need_id == second.need_id:
        raise PrioriteraError([Diagnostic(code="need-with-itself", params={"value": first.need_id})])
    comparison = compare(result, model, first.need_id, second.need_id)
    if asked.as_json:
        return Done(text=comparison_json(comparison, result, model))
    return Done(text=to_text(compare_document(comparison, result, model, asked.language), bold=bold))


def _need(result: Result, asked_for: str) -> Decision:
    """The decision on the need of an id; letter case and code-point form do not matter."""
    key = same_id_key(asked_for.strip())
    found = next((decision for decision in result.decisions if same_id_key(decision.need_id) == key), None)
    if found is not None:
        return found
    ids = [decision.need_id for decision in result.decisions]
    known = (*ids[:_MOST_IDS], "…") if len(ids) > _MOST_IDS else tuple(ids)
    holding = [need for need in ids if key and key in same_id_key(need)]
    close = holding[0] if len(holding) == 1 else closest(asked_for, ids)
    raise PrioriteraError([Diagnostic(code="need-unknown", params={"value": asked_for, "known": known, "close": close})])
