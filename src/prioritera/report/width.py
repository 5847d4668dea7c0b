"""How much room a text takes on a screen of fixed-width characters, and how it is broken into lines."""

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

TAB_AND_BREAKS = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
# What would turn the reading direction of the line it stands in, or of all that follows.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NO_BREAK = "\u00a0"
_NOTHING = frozenset({"Mn", "Me", "Cf"})
_EMOJI_STYLE = "\ufe0f"
_UNSHOWN = "\ufffd"
# The space between thousands: "10 000" stays on one line.
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def plain(text: str) -> str:
    r"""The text as one line without anything that a screen would obey: breaks become spaces, control characters a sign of them.

    >>> plain("a\tb\x1b[31m")
    'a b�[31m'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter in TAB_AND_BREAKS:
        return " "
    return _UNSHOWN if letter in _TURNING or category(letter) in {"Cc", "Cs"} else letter


def width(text: str) -> int:
    """How many columns a plain text takes: two for a wide character, none for one that combines with another.

    >>> width("åäö"), width("a" + chr(0x30A)), width("日本")
    (3, 1, 4)
    """
    return len(text) if text.isascii() else sum(wide for _, wide in clusters(text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """Each character of a plain text with what combines with it, and the columns they take together."""
    cluster, wide = "", 0
    for letter in text:
        if category(letter) in _NOTHING:
            cluster += letter
            wide = max(wide, 2) if letter == _EMOJI_STYLE else wide
            continue
        if cluster:
            yield cluster, wide
        cluster, wide = letter, 2 if east_asian_width(letter) in {"W", "F"} else 1
    yield cluster, wide


def wrap(text: str, columns: int, *, inset: int = 0) -> list[str]:
    """The text in lines of at most so many columns, broken at spaces; a word that does not fit a line is broken where it must.

    A no-break space is kept together and shown as a space. Runs of spaces become one.

    Args:
        text: any text; it is made plain first.
        columns: the room on a line, at least 2 more than `inset`, for the widest character takes 2.
        inset: how far each line after the first is set in.

    Returns:
        The lines without trailing spaces; one empty line for an empty text.

    >>> wrap("hur många som berörs", 10)
    ['hur många', 'som berörs']
    >>> wrap("orsak: ej utredd", 14, inset=2)
    ['orsak: ej', '  utredd']
    """
    lines: list[str] = []
    line, used = "", 0
    together = _THOUSANDS.sub(NO_BREAK, plain(text))
    for piece in (piece for word in together.split(" ") if word for piece in _pieces(word, columns - inset)):
        wide = width(piece)
        if line and used + 1 + wide <= columns:
            line, used = f"{line} {piece}", used + 1 + wide
        else:
            lines += [line] if line else []
            set_in = inset if lines else 0
            line, used = f"{' ' * set_in}{piece}", set_in + wide
    return [shown.replace(NO_BREAK, " ").rstrip() for shown in [*lines, line]]


def _pieces(word: str, columns: int) -> Iterator[str]:
    """The word, or the parts of one that does not fit a line: broken at its no-break spaces, or anywhere."""
    if width(word) <= columns:
        yield word
        return
    parts = word.split(NO_BREAK)
    if len(parts) > 1:
        for part in parts:
            yield from _pieces(part, columns)
        return
    piece, used = "", 0
    for cluster, wide in clusters(word):
        if piece and used + wide > columns:
            yield piece
            piece, used = "", 0
        piece, used = piece + cluster, used + wide
    yield piece
