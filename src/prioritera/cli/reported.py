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

# The ending of a file's name says what it is written as: a document, or data.
_FORMS: Mapping[str, Callable[[Document], str]] = {".md": to_markdown, ".txt": to_text}
_DATA = ".json"


def report(asked: Asked, *, bold: bool) -> Done:
    """Tell of a round in the order of REPRISE; with `--out`, write it to a file and say where."""
    suffix = "" if asked.out is None else asked.out.suffix.lower()
    if asked.out is not None and suffix not in (*_FORMS, _DATA):
        name = asked.out.as_posix()
        raise PrioriteraError([Diagnostic(code="out-file-kind", params={"name": name, "known": (*_FORMS, _DATA)})])
    path = Path(asked.arguments[0])
    result, model = judged(path, asked)
    found = rooted(by_place((*result.round.faults, *result.diagnostics)), root_of(path))
    # Told to nobody in particular, so that nobody's silence is named.
    covered = coverage(result, model)
    code = code_for(found)
    is_data = suffix == _DATA if asked.out is not None else asked.as_json
    if is_data:
        text = reprise_json(result, model, covered)
    else:
        document = reprise_document(result, model, covered, asked.language, points=asked.points)
        text = to_text(document, bold=bold) if asked.out is None else _FORMS[suffix](document)
    if asked.out is None:
        return Done(code=code, text=text, found=found)
    written = save(asked.out.parent, {asked.out.name: text})
    return Done(code=code, text="".join(f"{say(asked.language, 'cli.written', path=name)}\n" for name in written), found=found)
