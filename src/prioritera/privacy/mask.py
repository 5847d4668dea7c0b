"""Texts without what is a person's: a word in its place, or as many dots."""

from prioritera.privacy.find import Find, find
from prioritera.privacy.known import known

DOT = "•"


def masked(text: str) -> str:
    """The text with a word in the place of each find. A text without any is the same text.

    >>> masked("Ring Anna Berg på 08-123 456 78 om 880320-0016")
    'Ring [namn] på [telefon] om [personnummer]'
    """
    return mask(text, find(text))


def mask(text: str, finds: tuple[Find, ...]) -> str:
    """The text with a word in the place of each of its finds, which are in order."""
    parts = []
    edge = 0
    for one in finds:
        parts += [text[edge : one.start], known().masks[one.kind]]
        edge = one.end
    return "".join([*parts, text[edge:]]) if finds else text


def veiled(text: str) -> str:
    """The text with a dot in the place of each character of each find: what stands after it stands where it stood.

    >>> veiled('pnr = "880320-0016"')
    'pnr = "•••••••••••"'
    """
    letters = list(text)
    finds = find(text)
    for one in finds:
        letters[one.start : one.end] = DOT * (one.end - one.start)
    return "".join(letters) if finds else text
