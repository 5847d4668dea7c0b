"""A text as it reads, whatever characters it is written with, and where each character of that stands in the text itself.

A number is a number though its digits are full width, its hyphen a dash, its space a narrow one, and though something that cannot be seen
stands inside it: a soft hyphen, a zero-width space, a mark of direction.
"""

from unicodedata import category, decimal, normalize

import attrs

# Not seen, though Unicode files them under letters and marks: joiners, fillers, selectors of variants.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u180b\u180c\u180d") | {chr(code) for code in range(0xFE00, 0xFE10)}
_DASHES = frozenset("\u2212\u00ac\ufe58\ufe63\uff0d")


@attrs.frozen
class Folded:
    """The text as it reads. `at` is where each of its characters stands in the text that was folded; None where they are the same."""

    text: str
    at: tuple[int, ...] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text begins and ends in the text itself.

        >>> fold("8\u00ad8").place(0, 2)
        (0, 3)
        """
        return (start, end) if self.at is None else (self.at[start], self.at[end - 1] + 1)


def fold(text: str) -> Folded:
    """The text with plain digits, hyphens and spaces, and without what cannot be seen. Letters stay as they are.

    >>> fold("\uff18\uff18 0\u200b3\u20132").text
    '88 03-2'
    """
    plain = text.translate(_PLAIN)
    # INVARIANT: a character becomes one or none, so that texts of one length stand letter by letter under each other.
    return Folded(plain, None if len(plain) == len(text) else tuple(index for index, letter in enumerate(text) if _PLAIN[ord(letter)]))


class _Plain(dict[int, str]):
    """The one plain character that each character reads as, by code point; "" for one that is not seen. Filled as they are met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _plain(chr(code))
        return found


_PLAIN = _Plain()


def _plain(letter: str) -> str:
    kind = category(letter)
    if kind == "Cf" or letter in _UNSEEN:
        return ""
    if kind == "Nd":
        return str(decimal(letter))
    if kind == "Pd" or letter in _DASHES:
        return "-"
    if letter.isspace():
        return " "
    simple = normalize("NFKC", letter)
    return simple if len(simple) == 1 and simple.isascii() and not simple.isdigit() else letter
