"""Letters that nobody sees: marks of direction, joiners and controls that come along when text is pasted."""

from unicodedata import category

_BREAKS = "\n\t"


def without_unseen(text: str) -> str:
    r"""A word or an id without what nobody sees: two that look alike are the same.

    >>> without_unseen("\u200fn1\u200b"), without_unseen("a\nb")
    ('n1', 'a\nb')
    """
    return text if text.isprintable() else "".join(letter for letter in text if letter in _BREAKS or category(letter) not in {"Cf", "Cc"})


def without_controls(text: str) -> str:
    r"""Somebody's own words without control characters; marks of direction belong to how they are written.

    >>> without_controls("a\x07\u200fb\nc")
    'a\u200fb\nc'
    """
    return text if text.isprintable() else "".join(letter for letter in text if letter in _BREAKS or category(letter) != "Cc")
