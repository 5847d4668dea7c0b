"""Findings as text for a screen: as `describe` says them, wrapped, each place with its line, and nothing that a screen would obey."""

from collections.abc import Callable, Iterable, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Parameter, Related, Severity, Snippet, Span, describe
from prioritera.report.excerpt import MARK, excerpt
from prioritera.report.repeated import few
from prioritera.report.text import COLUMNS
from prioritera.report.width import NO_BREAK, plain, width, wrap
from prioritera.words.catalogue import say

# The text of a file by the name that a finding gives it, or None when it cannot be read any more.
TextOf = Callable[[str], str | None]

# Findings about people's data, whose lines are not shown.
_UNSHOWN = ("personal-data", "personal-data-masked")
_INSET = 4
# Of many other places only the first are shown with their lines.
_MOST_SHOWN = 4
_FAINT, _OFF = "\x1b[2m", "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}


def no_text(_: str) -> None:
    """No file can be read: findings are told without their lines."""


def findings_text(
    found: Iterable[Diagnostic], language: str, *, columns: int = COLUMNS, text_of: TextOf = no_text, colour: bool = False
) -> str:
    """Each finding with where, what, the line it is about, other places, why and how to mend it, a blank line between; "" for none.

    Of very many that say the same of one file, the first are told and the others counted.

    Args:
        found: in the order they are to be read.
        language: "sv" or "en".
        columns: the width that no line exceeds, but for the name of a file that is longer: that is to be copied whole.
        text_of: where the lines are taken from.
        colour: whether marks and weights are coloured, for a terminal; the only thing that is not plain text.
    """
    return "\n".join(f"{_text(one, language, columns, text_of, colour=colour)}\n" for one in few(found))


def _text(found: Diagnostic, language: str, columns: int, text_of: TextOf, *, colour: bool) -> str:
    shown = _shown(found)
    first, *others = describe(shown, language).split("\n")
    spans = [shown.span, *(related.span for related in shown.related)]
    places = [f"{span}:" for span in spans if span is not None]
    head, *rest = [_wrapped(line, places, columns) for line in (first, *others)]
    tint = _COLOURS[found.severity] if colour else ""
    weight = f"{say(language, f'diagnostics.labels.{found.severity.value}')}[{found.code}]"
    parts = [*_tinted(head, weight, tint), *(() if found.code in _UNSHOWN else _excerpt(found.span, columns, text_of, tint))]
    for number, (related, lines) in enumerate(zip(found.related, rest, strict=False), 1):
        parts += [*lines, *(_excerpt(related.span, columns, text_of, tint) if number <= _MOST_SHOWN else ())]
    pasted = (line for snippet in found.snippets for line in _pasted(snippet, language, columns))
    return "\n".join([*parts, *(line for lines in rest[len(found.related) :] for line in lines), *pasted])


def _pasted(snippet: Snippet, language: str, columns: int) -> list[str]:
    """What can be pasted, line by line as it is: a line that was wrapped could not be."""
    head = wrap(say(language, f"diagnostics.roles.{snippet.role}"), columns - _INSET, inset=_INSET)
    return [*(f"    {line}" for line in head), *(f"        {plain(line)}".rstrip() for line in snippet.text.splitlines())]


def _tinted(head: Sequence[str], weight: str, tint: str) -> list[str]:
    """The first lines with the weight and the code of the finding in colour."""
    return [line.replace(weight, f"{tint}{weight}{_OFF}", 1) if tint else line for line in head]


def _excerpt(span: Span | None, columns: int, text_of: TextOf, tint: str) -> list[str]:
    """The line of a place, when there is one and its file can be read."""
    text = text_of(span.file) if span is not None and span.line and not span.is_cell else None
    found = None if span is None or text is None else excerpt(span, text, columns=columns)
    if found is None:
        return []
    lines = found.lines()
    if not tint:
        return list(lines)
    margin = len(lines[0])
    marks = f"{lines[2][: -found.marks]}{tint}{MARK * found.marks}{_OFF}"
    return [f"{_FAINT}{part[:margin]}{_OFF}{part[margin:]}" for part in (*lines[:2], marks, *lines[3:])]


def _wrapped(line: str, places: Sequence[str], columns: int) -> list[str]:
    """A line of `describe`, which sets its second and further lines in. A place that leaves no room beside it stands alone, unbroken."""
    text = line.lstrip(" ")
    margin = " " * (len(line) - len(text))
    room = columns - len(margin)
    place = next((place for place in places if text.startswith(place) and width(place) > room - _INSET), "")
    inset = " " * _INSET if place else ""
    aligned = text.removeprefix(place).replace("  ", f" {NO_BREAK}")
    parts = wrap(aligned, room - len(inset), inset=0 if place else _INSET)
    return [f"{margin}{part}" for part in ([place] if place else []) + [f"{inset}{part}" for part in parts]]


def _shown(found: Diagnostic) -> Diagnostic:
    """The finding with its values made plain, so that a line stays a line; what can be pasted is told apart."""
    return attrs.evolve(
        found,
        snippets=(),
        span=_plain_span(found.span) if found.span is not None else None,
        params={name: _plain(value) for name, value in found.params.items()},
        related=[Related(span=_plain_span(related.span), role=related.role) for related in found.related],
    )


def _plain(value: Parameter) -> Parameter:
    if isinstance(value, tuple):
        return tuple(plain(part) for part in value)
    return plain(value) if isinstance(value, str) else value


def _plain_span(span: Span) -> Span:
    return attrs.evolve(span, file=plain(span.file))
