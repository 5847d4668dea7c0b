"""The command `diff`: what changes from one rule set to another, or between two runs."""

from pathlib import Path

import attrs

from prioritera.cli.asked import Asked
from prioritera.cli.done import DONE, WITH_FINDINGS, Done, ElsewhereError, code_for, root_of, rooted
from prioritera.cli.rule_sets import verified_from
from prioritera.diagnostics import Diagnostic, PrioriteraError, by_place
from prioritera.frozen import frozen_tuple
from prioritera.loading.folders import is_folder
from prioritera.loading.load import kind_of
from prioritera.loading.rounds import ROUND_FILE
from prioritera.loading.shipped import PREFIX
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.model.run import Run
from prioritera.pipeline import load_model, prioritise
from prioritera.questions import diff_results, run_of_result
from prioritera.report.diff_json import rules_diff_json, runs_diff_json
from prioritera.report.document import Document
from prioritera.report.rules_diff import rules_diff_document
from prioritera.report.runs_diff import runs_diff_document
from prioritera.report.saved import run_of
from prioritera.report.text import to_text
from prioritera.stages.diff_runs import diff_runs
from prioritera.verify.diff import diff_rules

RESULT_FILE = "result.json"
RULES, ROUND, SAVED = "ruleset", "round", "result"
_KINDS = {"ruleset": RULES, "round": ROUND, "needs": ROUND}


@attrs.frozen(kw_only=True)
class _Judged:
    """A round that has been run, with what was found on the way; of a saved run, the run alone."""

    run: Run
    result: Result | None = None
    model: Model | None = None
    found: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=())


def diff(asked: Asked, *, bold: bool) -> Done:
    """Tell what changes from the first to the second."""
    old, new = asked.arguments
    kinds = [_kind(name, asked) for name in (old, new)]
    if (kinds[0] == RULES) != (kinds[1] == RULES):
        raise ElsewhereError([Diagnostic(code="diff-of-two-kinds", params={"first": old, "second": new})])
    return _rules(old, new, asked, bold=bold) if kinds[0] == RULES else _runs(old, new, kinds, asked, bold=bold)


def _kind(name: str, asked: Asked) -> str:
    """What is named: a rule set, a round, or a saved run."""
    path = Path(name)
    if _saved_file(path) is not None:
        return SAVED
    try:
        kind = kind_of(name if name.startswith(PREFIX) else path, tree=asked.tree)
    except PrioriteraError as error:
        raise ElsewhereError(rooted(error.diagnostics, root_of(path))) from None
    if kind not in _KINDS:
        raise ElsewhereError([Diagnostic(code="diff-of-what", params={"name": name})])
    return _KINDS[kind]


def _saved_file(path: Path) -> Path | None:
    """The file of a saved run: a JSON file, or the one in a folder that is no round."""
    if is_folder(path):
        return path / RESULT_FILE if not (path / ROUND_FILE).exists() and (path / RESULT_FILE).exists() else None
    return path if path.suffix.lower() == ".json" else None


def _rules(old: str, new: str, asked: Asked, *, bold: bool) -> Done:
    found = diff_rules(verified_from(old, asked), verified_from(new, asked))
    code = DONE if found.is_settled else WITH_FINDINGS
    if asked.as_json:
        return Done(code=code, text=rules_diff_json(found))
    roots = root_of(Path(old)), root_of(Path(new))
    return Done(code=code, text=_text(rules_diff_document(found, asked.language, roots=roots), bold=bold))


def _runs(old: str, new: str, kinds: list[str], asked: Asked, *, bold: bool) -> Done:
    before, after = (_judged(name, kind, asked) for name, kind in zip((old, new), kinds, strict=True))
    if before.result and before.model and after.result and after.model:
        found = diff_results(before.result, before.model, after.result, after.model)
    else:
        found = diff_runs(before.run, after.run)
    told = by_place((*before.found, *after.found))
    text = runs_diff_json(found) if asked.as_json else _text(runs_diff_document(found, asked.language), bold=bold)
    return Done(code=code_for(told), text=text, found=told)


def _judged(name: str, kind: str, asked: Asked) -> _Judged:
    """A round run, or a saved run read."""
    path = Path(name)
    if kind == SAVED:
        return _Judged(run=_read(path))
    try:
        round_, model = load_model(path, tree=asked.tree)
        result = prioritise(round_, model)
    except PrioriteraError as error:
        raise ElsewhereError(rooted(error.diagnostics, root_of(path))) from None
    found = rooted(by_place((*round_.faults, *result.diagnostics)), root_of(path))
    return _Judged(run=run_of_result(result, model), result=result, model=model, found=found)


def _read(path: Path) -> Run:
    file = _saved_file(path) or path
    try:
        run = run_of(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise ElsewhereError([Diagnostic(code="result-not-read", params={"name": file.as_posix()})]) from None
    if run is None:
        raise ElsewhereError([Diagnostic(code="result-not-whole", params={"name": file.as_posix()})])
    return run


def _text(document: Document, *, bold: bool) -> str:
    return to_text(document, bold=bold)
