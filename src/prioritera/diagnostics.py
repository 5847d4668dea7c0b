"""What is wrong, where, why it matters and how to mend it: first a value, then text in the reader's language.

A diagnostic holds a lasting code and parameters; its sentences stand in the word catalogue, under `diagnostics.<code>`.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.privacy.mask import masked
from prioritera.words.catalogue import has, say

Parameter = str | int | tuple[str, ...]

LONGEST_SHOWN = 300


class Severity(StrEnum):
    """How much a finding weighs: an error stops what depends on it, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen(order=True)
class Span:
    """A place in a file: line and column from 1, columns counted in characters.

    In a workbook `sheet` is the name of the sheet, and line and column are the cell's row and column. `heading` is what the column is
    called in data whose columns have names and no letters. `end` is the line and the column just after what is meant, where that is known.
    It is for showing; it tells no two places apart.

    >>> str(Span("rules.toml", 14, 1))
    'rules.toml:14:1'
    >>> str(Span("behov.xlsx", 7, 28, sheet="Behov")), str(Span("behov.xlsx", 7, sheet="Behov")), str(Span("behov.xlsx", sheet="Behov"))
    ('behov.xlsx:Behov!AB7', 'behov.xlsx:Behov!7', 'behov.xlsx:Behov')
    >>> str(Span("behov.parquet", 7, 3, heading="causes"))
    'behov.parquet:7:causes'
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = attrs.field(default="", kw_only=True)
    heading: str = attrs.field(default="", eq=False, order=False, repr=False, kw_only=True)
    end: tuple[int, int] | None = attrs.field(default=None, eq=False, order=False, repr=False, kw_only=True)

    @property
    def is_cell(self) -> bool:
        """Whether this is a cell of data that has no lines of text to show."""
        return bool(self.sheet or self.heading)

    def __str__(self) -> str:
        """`file:line:column`, or the file alone where there is no line; in a workbook `file:sheet!B7`, as its formulas write it."""
        if self.sheet:
            cell = f"!{column_letters(self.column)}{self.line}" if self.line else ""
            return f"{self.file}:{self.sheet}{cell}"
        return f"{self.file}:{self.line}:{self.heading or self.column}" if self.line else self.file


def column_letters(column: int) -> str:
    """The letters of a workbook's column, counted from 1; none for 0.

    >>> [column_letters(column) for column in (0, 1, 26, 27, 702, 703)]
    ['', 'A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@attrs.frozen(kw_only=True)
class Related:
    """Another place that the finding is about. `role` is a key under `diagnostics.roles`."""

    span: Span
    role: str


@attrs.frozen(kw_only=True)
class Snippet:
    """Lines that can be pasted into a file. `role` is a key under `diagnostics.roles`: what they are, or why there are none."""

    role: str
    text: str = attrs.field(converter=masked)


# Thousands of findings may name the same words: they are looked through once.
@lru_cache(maxsize=256)
def _each_masked(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(masked, texts))


def _without_people(params: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()) -> FrozenMap[str, Parameter]:
    """Values of a message with a mask in the place of people's data: no finding repeats what is a person's."""
    shown = {name: _each_masked(value) if isinstance(value, tuple) else value for name, value in frozen_map(params).items()}
    return FrozenMap({name: masked(value) if isinstance(value, str) else value for name, value in shown.items()})


@attrs.frozen(kw_only=True)
class Diagnostic:
    """One finding. Its text is `describe(diagnostic, language)`.

    `params` fills the code's sentences. A parameter `close` that is not empty is the nearest right answer, and chooses the sentence
    `mend-close` over `mend`.
    """

    code: str
    severity: Severity = Severity.ERROR
    span: Span | None = None
    params: FrozenMap[str, Parameter] = attrs.field(converter=_without_people, factory=FrozenMap)
    related: tuple[Related, ...] = attrs.field(converter=frozen_tuple, default=())
    snippets: tuple[Snippet, ...] = attrs.field(converter=frozen_tuple, default=())


class PrioriteraError(Exception):
    """The one error of the public edge: it holds every diagnostic that was gathered, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Sort the findings by place and keep them all."""
        self.diagnostics = by_place(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        """Every diagnostic in English, one after the other."""
        return "\n".join(describe(diagnostic, "en") for diagnostic in self.diagnostics)


class Faults:
    """Where a reader puts what it finds wrong, so that all of it can be shown together.

    `hints` says whether the nearest right answer is looked for; after thousands of faults, or where nobody reads them, it is not.
    """

    def __init__(self, *, hints: bool = True) -> None:
        """Begin with nothing found."""
        self.hints = hints
        self._found: list[Diagnostic] = []
        self._errors = 0

    def add(
        self,
        code: str,
        span: Span | None = None,
        *,
        related: tuple[Related, ...] = (),
        **params: Parameter,
    ) -> None:
        """Note one error."""
        self.extend([Diagnostic(code=code, span=span, params=params, related=related)])

    def warn(self, code: str, span: Span | None = None, *, related: tuple[Related, ...] = (), **params: Parameter) -> None:
        """Note one warning: it is shown, and stops nothing."""
        self.extend([Diagnostic(code=code, severity=Severity.WARNING, span=span, params=params, related=related)])

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note findings made elsewhere."""
        for diagnostic in diagnostics:
            self._found.append(diagnostic)
            self._errors += diagnostic.severity is Severity.ERROR

    @property
    def count(self) -> int:
        """How many errors there are so far; warnings do not count."""
        return self._errors

    def all(self) -> tuple[Diagnostic, ...]:
        """What was found, sorted by place."""
        return by_place(self._found)

    def stop(self) -> None:
        """Raise PrioriteraError if there is an error."""
        if self.count:
            raise PrioriteraError(self._found)


def by_place(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file, line, column and code; the same finding twice is one."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=_place))


def _place(found: Diagnostic) -> tuple[str, int, int, str, str, str]:
    # Plain values: of very many findings, comparing spans took longer than everything else.
    span = found.span
    where = (span.file, span.line, span.column, span.sheet) if span is not None else ("", 0, 0, "")
    return (*where, found.code, str(found.params) if found.params else "")


def describe(diagnostic: Diagnostic, language: str, root: str = "") -> str:
    """The diagnostic as people read it: where and what, then why, then how to mend it.

    Args:
        diagnostic: what was found.
        language: "sv" or "en".
        root: the folder that the file names are relative to, put before them.

    Returns:
        Lines without a final newline: `file:line:col: error[code]: what`, other places, why and mend, indented, and further in what can
        be pasted.

    >>> print(describe(Diagnostic(code="option-date", params={"value": "today"}), "en"))
    error[option-date]: “today” is no date
        why:  dates are written in one way only, so that nobody can misread them
        mend: write year, month and day, for example 2026-05-31
    """
    return "\n".join(
        [
            f"{_at(diagnostic.span, root)}{_word(diagnostic.severity, language)}[{diagnostic.code}]: {what(diagnostic, language)}",
            *(f"    {_at(related.span, root)}{say(language, f'diagnostics.roles.{related.role}')}" for related in diagnostic.related),
            f"    {say(language, 'diagnostics.labels.why')} {why(diagnostic, language)}",
            f"    {say(language, 'diagnostics.labels.mend')} {mend(diagnostic, language)}",
            *(line for snippet in diagnostic.snippets for line in _pasted(snippet, language)),
        ]
    )


def what(diagnostic: Diagnostic, language: str) -> str:
    """The first sentence: what was found."""
    return _say(diagnostic, language, "what")


def why(diagnostic: Diagnostic, language: str) -> str:
    """Why it matters."""
    return _say(diagnostic, language, "why")


def mend(diagnostic: Diagnostic, language: str) -> str:
    """How to mend it; with the nearest right answer where there is one."""
    close = bool(diagnostic.params.get("close")) and has(language, f"diagnostics.{diagnostic.code}.mend-close")
    return _say(diagnostic, language, "mend-close" if close else "mend")


def on_one_line(text: str) -> str:
    r"""A text from a file as it can be shown in a message: what cannot be printed is written out, and a very long text is cut off.

    >>> print(on_one_line("a\nb\x1b[31m"))
    a\nb\x1b[31m
    """
    cut = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in cut)


def _say(diagnostic: Diagnostic, language: str, part: str) -> str:
    return say(language, f"diagnostics.{diagnostic.code}.{part}", **{name: _shown(value) for name, value in diagnostic.params.items()})


def _pasted(snippet: Snippet, language: str) -> list[str]:
    return [
        f"    {say(language, f'diagnostics.roles.{snippet.role}')}",
        *(f"        {line}".rstrip() for line in snippet.text.splitlines()),
    ]


def _shown(value: Parameter) -> Parameter:
    if isinstance(value, tuple):
        return tuple(on_one_line(item) for item in value)
    return on_one_line(value) if isinstance(value, str) else value


def _word(severity: Severity, language: str) -> str:
    return say(language, f"diagnostics.labels.{severity.value}")


def _at(span: Span | None, root: str) -> str:
    if span is None:
        return ""
    inside = root and not span.file.startswith(("prioritera:", "<"))
    return f"{root}/{span}: " if inside else f"{span}: "
