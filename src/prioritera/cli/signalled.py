"""The command `signals`: indicators, gaps of competence, deviations and trends as candidates, for a person to keep or drop."""

from pathlib import Path

import attrs

from prioritera.cli.asked import Asked
from prioritera.cli.done import NOT_DONE, Done, code_for, rooted
from prioritera.diagnostics import Diagnostic, Faults, by_place
from prioritera.loading.files import Files
from prioritera.loading.signal_files import read_signals
from prioritera.report.candidates import candidates_book
from prioritera.report.signals import signals_document, signals_json
from prioritera.report.text import to_text
from prioritera.words.catalogue import say
from prioritera.workbooks.write import write_book


def signals(asked: Asked, *, bold: bool) -> Done:
    """Show the candidates; with `--out`, write the sheet in which they are kept or dropped, and say where."""
    faults = Faults()
    paths = [Path(name) for name in asked.arguments]
    files = [(Files(path.parent, tree=asked.tree), path.name) for path in paths]
    found = read_signals(files, faults)
    roots = {path.name: path.parent for path in paths}
    told = by_place(_rooted(one, roots) for one in faults.all())
    if asked.out is not None:
        # What the signal says stays with a need that is kept.
        noted = [attrs.evolve(one, note=one.why.say(asked.language)) for one in found.candidates]
        about = [say(asked.language, f"signals.told.{key}") for key in ("confirm", "word-it")]
        written = write_book(candidates_book(noted, asked.language, about=about), asked.out, faults)
        text = f"{say(asked.language, 'cli.written', path=asked.out.as_posix())}\n" if written else ""
        missing = [one for one in faults.all() if one not in told and not written]
        return Done(code=code_for(told) if written else NOT_DONE, text=text, found=(*told, *missing))
    text = signals_json(found) if asked.as_json else to_text(signals_document(found, asked.language), bold=bold)
    return Done(code=code_for(told), text=text, found=told)


def _rooted(found: Diagnostic, roots: dict[str, Path]) -> Diagnostic:
    """A finding whose file name leads from where the command was given."""
    root = roots.get(found.span.file, Path()) if found.span is not None else Path()
    return rooted([found], "" if root == Path() else root.as_posix())[0]
