"""What a command came to: an exit code, what goes to stdout, what was found on the way."""

import posixpath
from collections.abc import Iterable
from pathlib import Path

import attrs

from prioritera.diagnostics import Diagnostic, PrioriteraError, Related, Severity, Span
from prioritera.frozen import frozen_tuple
from prioritera.loading.folders import is_folder

DONE, WITH_FINDINGS, NOT_DONE = 0, 1, 2


@attrs.frozen(kw_only=True)
class Done:
    """`text` is for stdout, whole; `found` is for stderr."""

    code: int = DONE
    text: str = ""
    found: tuple[Diagnostic, ...] = attrs.field(converter=frozen_tuple, default=())


class ElsewhereError(PrioriteraError):
    """What is wrong with a file that was named beside the first one: the places lead from where the command was given already."""


def code_for(found: Iterable[Diagnostic]) -> int:
    """Whether something was found that needs mending; a note does not.

    >>> code_for([]), code_for([Diagnostic(code="file-empty")])
    (0, 1)
    """
    return WITH_FINDINGS if any(one.severity is not Severity.NOTE for one in found) else DONE


def noted(found: Iterable[Diagnostic], *, notes: bool) -> tuple[Diagnostic, ...]:
    """What was found, with what is worth knowing and no fault only where that is asked for."""
    return tuple(one for one in found if notes or one.severity is not Severity.NOTE)


def root_of(path: Path) -> str:
    """The folder that the names of a path's files are relative to, as it was given."""
    folder = path if is_folder(path) else path.parent
    return "" if folder == Path() else folder.as_posix()


def rooted(found: Iterable[Diagnostic], root: str) -> tuple[Diagnostic, ...]:
    """The findings with file names that lead from where the command was given, so that they can be opened."""
    return tuple(
        attrs.evolve(
            one,
            span=_rooted(one.span, root) if one.span is not None else None,
            related=[Related(span=_rooted(related.span, root), role=related.role) for related in one.related],
        )
        for one in found
    )


def _rooted(span: Span, root: str) -> Span:
    if not root or span.file.startswith(("prioritera:", "<")):
        return span
    return attrs.evolve(span, file=posixpath.normpath(posixpath.join(root, span.file)))
