"""People's data in what was answered in step two: a comment is shown with a mask in its place; the answer counts all the same."""

from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from prioritera.diagnostics import Diagnostic, Severity
from prioritera.model.agreement import Check, Missed
from prioritera.model.round import MASK
from prioritera.privacy.find import find, names_in
from prioritera.privacy.mask import mask, told

Said = TypeVar("Said", Check, Missed)
# What people wrote; an answer about a need has a sender and a comment alone.
_TEXTS = ("comment", "text", "area", "actor")


def masked_comments(said: Iterable[Said], choice: str) -> tuple[tuple[Said, ...], tuple[Diagnostic, ...]]:
    """The answers with a mask in the place of people's data, and what was found in which.

    Args:
        said: answers, or what somebody found missing.
        choice: the round's, "stop" or "mask". An answer is not set aside for its comment; under "stop" it is warned of, under "mask" noted.

    >>> clean, _ = masked_comments([Missed(text="Ring Anna Berg, 08-123 456 78")], "mask")
    >>> clean[0].text
    'Ring [namn], [telefon]'
    """
    done = [_masked(one, choice) for one in said]
    return tuple(one for one, _ in done), tuple(found for _, all_found in done for found in all_found)


def _masked(one: Said, choice: str) -> tuple[Said, tuple[Diagnostic, ...]]:
    texts = [str(getattr(one, name, "")) for name in _TEXTS]
    names = frozenset[str]().union(*(names_in(text) for text in texts))
    found = [find(text, names=names) for text in texts]
    finds = [each for several in found for each in several]
    if not finds:
        return one, ()
    clean: dict[str, Any] = {name: mask(text, own) for name, text, own in zip(_TEXTS, texts, found, strict=True) if hasattr(one, name)}
    severity = Severity.NOTE if choice == MASK else Severity.WARNING
    about = Diagnostic(code="comment-masked", severity=severity, span=one.span, params={"found": told(finds)})
    return attrs.evolve(one, **clean), (about,)
