"""The command `report`: a round in the order of REPRISE, on the screen or to a file."""

from collections.abc import Callable, Mapping
from pathlib import Path

from prioritera.cli.asked import Asked
from prioritera.cli.done import Done, code_for, root_of, rooted
from prioritera.cli.rounds import judged
from prioritera.cli.saved import save
from prioritera.diagnostics import Diagnostic, PrioriteraError, by_place
from prioritera.questions import coverage
from prioritera.report.document import Document
from prioritera.report.markdown import to_markdown
from prioritera.report.reprise import reprise_document
from prioritera.report.reprise_json import reprise_json
from prioritera.report.text import to_text
from prioritera.words.catalogue import say

# The ending of a file's name says what it is written as.
_FORMS: Mapping[str, Callable[[Document], str]] = {".md": to_markdown, ".txt": to_text}


def report(asked: Asked, *, bold: bool) -> Done:
    """Tell of a round in the order of REPRISE; with `--out`, write it to a file and say where."""
    if asked.out is not None and asked.out.suffix.lower() not in _FORMS:
        name = asked.out.as_posix()
        raise PrioriteraError([Diagnostic(code="out-file-kind", params={"name": name, "known": tuple(_FORMS)})])
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    # Told to nobody in particular, so that nobody's silence is named.
    covered = coverage(result, model)
    code = code_for(found)
    if asked.out is None and asked.as_json:
        return Done(code=code, text=reprise_json(result, model, covered), found=found)
    document = reprise_document(result, model, covered, asked.language, points=asked.points)
    if asked.out is None:
        return Done(code=code, text=to_text(document, bold=bold), found=found)
    written = save(asked.out.parent, {asked.out.name: _FORMS[asked.out.suffix.lower()](document)})
    return Done(code=code, text="".join(f"{say(asked.language, 'cli.written', path=name)}\n" for name in written), found=found)
