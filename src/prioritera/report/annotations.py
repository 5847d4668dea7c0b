"""Findings as the lines that GitHub turns into annotations beside the changed files, with a last line that sums up."""

from collections.abc import Iterable

from prioritera.diagnostics import Diagnostic, Severity, Span, mend, what, why
from prioritera.report.width import plain
from prioritera.words.catalogue import say

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# What stands for a text or for a shipped file, which is no file of the reader's.
_ELSEWHERE = ("<", "prioritera:")


def annotations(found: Iterable[Diagnostic], language: str, *, paths: int) -> str:
    r"""One command a finding, then how many there are of each weight.

    Args:
        found: in the order they are to be shown.
        language: "sv" or "en".
        paths: how many files and folders were checked.

    >>> print(annotations([Diagnostic(code="file-empty", span=Span("a,b.toml"))], "en", paths=1).splitlines()[0][:41])
    ::error file=a%2Cb.toml,title=file-empty:
    """
    listed = tuple(found)
    counts = {severity.value: sum(one.severity is severity for one in listed) for severity in Severity}
    return "".join(
        f"{line}\n" for line in (*(_command(one, language) for one in listed), say(language, "check.summary", paths=paths, **counts))
    )


def _command(one: Diagnostic, language: str) -> str:
    labels = (say(language, "diagnostics.labels.why").strip(), say(language, "diagnostics.labels.mend"))
    lines = [what(one, language), f"{labels[0]} {why(one, language)}", f"{labels[1]} {mend(one, language)}"]
    lines += [f"{related.span}: {say(language, f'diagnostics.roles.{related.role}')}" for related in one.related]
    place = {} if one.span is None else _place(one.span)
    if one.span is not None and (not place or one.span.is_cell):
        lines[0] = f"{one.span}: {lines[0]}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in {**place, "title": one.code}.items())
    message = _data("\n".join(map(plain, lines)))
    return f"::{_COMMANDS[one.severity]} {properties}::{message}"


def _place(span: Span) -> dict[str, str | int]:
    if span.file.startswith(_ELSEWHERE) or span.is_cell:
        return {"file": span.file} if span.is_cell else {}
    place: dict[str, str | int] = {"file": span.file}
    if span.line:
        place |= {"line": span.line, "col": span.column}
    if span.end is not None:
        place |= {"endLine": span.end[0], "endColumn": span.end[1]}
    return place


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
