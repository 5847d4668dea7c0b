"""The command `robustness`: how much of each list hangs on the weights."""

from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rounds import judged
from prioritera.cli.saved import save
from prioritera.diagnostics import Diagnostic, PrioriteraError, by_place
from prioritera.loading.folders import is_folder
from prioritera.questions import robustness
from prioritera.report.robustness import robustness_document
from prioritera.report.robustness_json import robustness_json
from prioritera.report.text import to_text
from prioritera.words.catalogue import say

FILE = "robustness.json"
_DATA = ".json"


def robustness_of(asked: Asked, *, bold: bool) -> Done:
    """Try the weights of a round; with `--out`, the whole as data in a file too."""
    out = None if asked.out is None else asked.out / FILE if is_folder(asked.out) else asked.out
    if out is not None and out.suffix.lower() != _DATA:
        raise PrioriteraError([Diagnostic(code="out-file-kind", params={"name": out.as_posix(), "known": (_DATA,)})])
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = robustness(result, model, k=asked.k, weights=asked.weights, samples=asked.samples, seed=asked.seed)
    diagnostics = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    data = robustness_json(found, result, model) if asked.as_json or out is not None else ""
    text = data if asked.as_json else to_text(robustness_document(found, result, model, asked.language), bold=bold)
    if out is not None:
        save(out.parent, {out.name: data})
        text += "" if asked.as_json else f"\n{say(asked.language, 'cli.written', path=out.as_posix())}\n"
    return Done(code=code_for(diagnostics), text=text, found=diagnostics)
