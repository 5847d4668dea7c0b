"""The commands that judge a round: run it, explain one of its needs."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rule_sets import rules_from
from prioritera.cli.saved import save
from prioritera.diagnostics import Diagnostic, PrioriteraError, by_place
from prioritera.model.result import Decision, Result
from prioritera.model.ruleset import Model
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import compare, coverage, explain
from prioritera.reading.close import closest
from prioritera.reading.ids import same_id_key
from prioritera.report.compare import compare_document
from prioritera.report.compose import compose
from prioritera.report.conflict_log import conflict_page
from prioritera.report.coverage import coverage_document
from prioritera.report.explain import explain_document
from prioritera.report.json import comparison_json, explanation_json, result_json
from prioritera.report.text import to_text
from prioritera.report.voice import Voice
from prioritera.words.catalogue import say
from prioritera.workbooks.comma import to_csv

_MOST_IDS = 20
# Excel opens a CSV file as UTF-8 when it begins so.
BOM = "\ufeff"


def run(asked: Asked, *, bold: bool) -> Done:
    """Rank a round; with `--out`, save it and say where."""
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    code = code_for(found)
    if asked.out is None:
        text = result_json(result, model) if asked.as_json else _text(result, model, asked, bold=bold)
        return Done(code=code, text=text, found=found)
    files = {"report.txt": _text(result, model, asked, bold=False), "result.json": result_json(result, model)}
    if result.conflicts:
        page = conflict_page(Voice(asked.language, model.rules, model.network), result)
        files[f"{say(asked.language, 'report.conflict-log.file')}.csv"] = BOM + to_csv(page)
    cover = coverage_document(coverage(result, model), result, model, asked.language)
    files[f"{say(asked.language, 'coverage.file')}.txt"] = to_text(cover)
    written = save(asked.out, files)
    return Done(code=code, text="".join(f"{say(asked.language, 'cli.written', path=name)}\n" for name in written), found=found)


def judged(path: Path, asked: Asked) -> tuple[Result, Model]:
    """A round judged as it is asked for: by other rules or on another day than its own, where they are given."""
    rules = rules_from(asked.rules, asked) if asked.rules else None
    round_, model = load_model(path, tree=asked.tree, rules=rules, decided_on=asked.decided_on)
    return prioritise(round_, model, decided_on=asked.decided_on), model


def _text(result: Result, model: Model, asked: Asked, *, bold: bool) -> str:
    return to_text(compose(result, model, asked.language, points=asked.points), bold=bold)


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
