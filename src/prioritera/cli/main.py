"""The command: words in, an exit code out. The one place where our errors are caught; a traceback is always our fault."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from prioritera.cli.asked import CHECK, Asked, language_in, read
from prioritera.cli.checked import Checked, all_checked, check_path
from prioritera.cli.codes import rule
from prioritera.cli.compared import compared
from prioritera.cli.covered import covered
from prioritera.cli.diffed import diff
from prioritera.cli.done import NOT_DONE, Done, root_of, rooted
from prioritera.cli.exists import exists
from prioritera.cli.exports import export
from prioritera.cli.extracted import extract
from prioritera.cli.reconciled import reconcile
from prioritera.cli.rounds import explain_need, run
from prioritera.cli.rule_sets import ElsewhereError
from prioritera.cli.schemas import schema, template
from prioritera.cli.screen import as_utf8, sign_of_life, takes_bold, write
from prioritera.cli.signalled import signals
from prioritera.cli.sources import Sources
from prioritera.cli.step_two import checks, compiled
from prioritera.cli.supplied import supply_of
from prioritera.cli.told import help_text, methods
from prioritera.cli.weighed import weights
from prioritera.diagnostics import Diagnostic, PrioriteraError
from prioritera.report.findings import findings_text
from prioritera.report.json import diagnostics_json
from prioritera.version import __version__
from prioritera.words.catalogue import say

INTERRUPTED = 130
_COMMANDS: Mapping[str, Callable[..., Done]] = {
    "run": run,
    "diff": diff,
    "exists": exists,
    "export": export,
    "extract": extract,
    "explain": explain_need,
    "reconcile": reconcile,
    "checks": checks,
    "compare": compared,
    "compile": compiled,
    "coverage": covered,
    "rule": rule,
    "methods": methods,
    "schema": schema,
    "supply": supply_of,
    "signals": signals,
    "template": template,
    "weights": weights,
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
        write(stderr, f"{say(language, 'cli.interrupted')}\n")
        return INTERRUPTED


def _answer(request: Asked, *, bold: bool) -> Done:
    """What the command comes to."""
    if request.help:
        return help_text(request)
    if request.command == CHECK:
        return all_checked([_checked(name, request) for name in request.arguments], request, colour=bold)
    try:
        return _COMMANDS[request.command](request, bold=bold)
    except ElsewhereError as error:
        return Done(code=NOT_DONE, found=error.diagnostics)
    except PrioriteraError as error:
        root = root_of(Path(request.arguments[0])) if request.arguments else ""
        return Done(code=NOT_DONE, found=rooted(error.diagnostics, root))


def _checked(name: str, request: Asked) -> Checked:
    """One path checked; that it cannot be read is a finding like any other, so that the other paths are checked too."""
    try:
        return check_path(name, request)
    except PrioriteraError as error:
        return name, rooted(error.diagnostics, root_of(Path(name))), ""


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
        told = diagnostics_json(found) if as_json else findings_text(found, language, text_of=Sources().text, colour=takes_bold(stderr))
        write(stderr, told)
