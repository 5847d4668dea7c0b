"""Texts without what is a person's: a word in its place, or as many dots."""

from collections import Counter
from collections.abc import Iterable

from prioritera.privacy.find import KINDS, NUMBER, Find, find
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


def told(finds: Iterable[Find]) -> str:
    """What was found, by the words that a mask has for it, and how many; of a number its masked form as well.

    >>> told(find("Anna Berg, 19880320-0016, 880320-0016, 8803200016"))
    '[personnummer] 19••••••-••••, [personnummer] ••••••-•••• ×2, [namn]'
    """
    counted = Counter((one.kind, one.shown if one.kind == NUMBER else "") for one in finds)
    listed = sorted(counted.items(), key=lambda item: (KINDS.index(item[0][0]), item[0][1]))
    return ", ".join(f"{known().masks[kind]} {shown}".strip() + (f" ×{count}" if count > 1 else "") for (kind, shown), count in listed)
