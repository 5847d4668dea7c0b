"""Findings as text for a screen: as `describe` says them, wrapped, and with nothing in them that a screen would obey."""

from collections.abc import Iterable, Sequence

import attrs

from prioritera.diagnostics import Diagnostic, Parameter, Related, Snippet, Span, describe
from prioritera.report.text import COLUMNS
from prioritera.report.width import NO_BREAK, plain, width, wrap
from prioritera.words.catalogue import say

_INSET = 4


def findings_text(found: Iterable[Diagnostic], language: str, *, columns: int = COLUMNS) -> str:
    """Each finding with where, what, why and how to mend it, a blank line between; "" for none.

    Args:
        found: in the order they are to be read.
        language: "sv" or "en".
        columns: the width that no line exceeds, but for the name of a file that is longer: that is to be copied whole.
    """
    return "\n".join(f"{_text(one, language, columns)}\n" for one in found)


def _text(found: Diagnostic, language: str, columns: int) -> str:
    shown = _shown(found)
    lines = describe(shown, language).split("\n")
    places = [f"{span}:" for span in (shown.span, *(related.span for related in shown.related)) if span is not None]
    wrapped = [part for line in lines for part in _wrapped(line, places, columns)]
    return "\n".join([*wrapped, *(line for snippet in found.snippets for line in _pasted(snippet, language))])


def _pasted(snippet: Snippet, language: str) -> list[str]:
    """What can be pasted, line by line as it is: a line that was wrapped could not be."""
    lines = [plain(line) for line in snippet.text.split("\n")]
    return [f"    {say(language, f'diagnostics.roles.{snippet.role}')}", *(f"        {line}" for line in lines)]


def _wrapped(line: str, places: Sequence[str], columns: int) -> list[str]:
    """A line of `describe`, which sets its second and further lines in. A place that is too long for the line stands alone, unbroken."""
    text = line.lstrip(" ")
    margin = " " * (len(line) - len(text))
    room = columns - len(margin)
    place = next((place for place in places if text.startswith(place) and width(place) > room), "")
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
