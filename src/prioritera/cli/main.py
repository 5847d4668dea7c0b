"""The command: words in, an exit code out. The one place where our errors are caught; a traceback is always our fault."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TextIO

from prioritera.cli.asked import Asked, language_in, read
from prioritera.cli.done import NOT_DONE, Done, ElsewhereError, root_of, rooted
from prioritera.cli.screen import as_utf8, sign_of_life, takes_bold, tell_interrupted, write
from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.version import __version__
from prioritera.words.catalogue import say

# Where each command's function stands: a command loads what it needs, and nothing of the others.
_COMMANDS: Mapping[str, str] = {
    "run": "rounds.run",
    "diff": "diffed.diff",
    "exists": "exists.exists",
    "export": "exports.export",
    "extract": "extracted.extract",
    "explain": "explained.explain_need",
    "reconcile": "reconciled.reconcile",
    "checks": "step_two.checks",
    "check": "checked.check",
    "compare": "compared.compared",
    "compile": "step_two.compiled",
    "coverage": "covered.covered",
    "robustness": "robust.robustness_of",
    "report": "reported.report",
    "rule": "codes.rule",
    "methods": "told.methods",
    "schema": "schemas.schema",
    "supply": "supplied.supply_of",
    "signals": "signalled.signals",
    "template": "schemas.template",
    "weights": "weighed.weights",
}


def main(argv: Sequence[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:  # noqa: ARG001 -- stdin is part of what a command is
    """Do what the words ask for.

    Args:
        argv: the words after the program's name.
        stdin: not read.
        stdout: where results go.
        stderr: where findings and signs of life go.

    Returns:
        0 done; 1 done, with findings or needs set aside; 2 could not be done as asked; 130 interrupted.
    """
    as_utf8(stdout)
    as_utf8(stderr)
    if "--version" in argv:
        return _written(Done(text=f"prioritera {__version__}\n"), stdout, stderr, "en", as_json=False)
    language = language_in(argv)
    try:
        request = read(argv)
    except PrioriteraError as error:
        return _written(Done(code=NOT_DONE, found=error.diagnostics), stdout, stderr, language, as_json=False)
    try:
        with sign_of_life(stderr, language):
            done = _answer(request, bold=takes_bold(stdout))
        return _written(done, stdout, stderr, language, as_json=request.as_json)
    except KeyboardInterrupt:
        return tell_interrupted(stderr, language)


def _answer(request: Asked, *, bold: bool) -> Done:
    """What the command comes to."""
    if request.help:
        return Done(text=say(request.language, f"cli.help.{request.command or 'main'}"))
    try:
        return command(request.command)(request, bold=bold)
    except ElsewhereError as error:
        return Done(code=NOT_DONE, found=error.diagnostics)
    except PrioriteraError as error:
        root = root_of(Path(request.arguments[0])) if request.arguments else ""
        return Done(code=NOT_DONE, found=rooted(error.diagnostics, root))


def command(name: str) -> Callable[..., Done]:
    """The function of a command, loaded when it is asked for.

    Raises:
        KeyError: there is no such command.

    >>> command("run").__name__
    'run'
    """
    module, _, function = _COMMANDS[name].partition(".")
    found: Callable[..., Done] = getattr(import_module(f"prioritera.cli.{module}"), function)
    return found


def _written(done: Done, stdout: TextIO, stderr: TextIO, language: str, *, as_json: bool) -> int:
    """Write out what a command came to, findings first, and give its exit code."""
    _tell(done.found, stderr, language, as_json=as_json)
    try:
        write(stdout, done.text)
    except OSError:
        _tell([Diagnostic(code="screen-not-written")], stderr, language, as_json=as_json)
        return NOT_DONE
    return done.code


def _tell(found: Sequence[Diagnostic], stderr: TextIO, language: str, *, as_json: bool) -> None:
    if found:
        # Late: most runs find nothing, and need nothing that tells of it.
        from prioritera.cli.sources import Sources  # noqa: PLC0415 -- as the line above says
        from prioritera.report.findings import findings_text  # noqa: PLC0415
        from prioritera.report.json import diagnostics_json  # noqa: PLC0415

        told = diagnostics_json(found) if as_json else findings_text(found, language, text_of=Sources().text, colour=takes_bold(stderr))
        write(stderr, told)
