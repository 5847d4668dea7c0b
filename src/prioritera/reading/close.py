"""The nearest right answer to a wrong word."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import combining, normalize

MOST_SHOWN = 20


# How much two words must have in common for the one to be asked about, and for it to be taken for the other.
LIKE, VERY_LIKE = 0.7, 0.8


def closest(word: str, known: Collection[str], least: float = LIKE) -> str:
    """The known word most like this one, or "" when none is like it: when less than `least` of the two is the same.

    Case, accents, spaces, hyphens and underscores do not count against a word.

    >>> closest("preccedence", ["prevalence", "impact"])
    ''
    >>> closest("Prevalens", ["prevalence", "impact"])
    'prevalence'
    """
    by_shape = _by_shape(tuple(known))
    found = get_close_matches(_shape(word), by_shape, n=1, cutoff=least)
    return by_shape[found[0]] if found else ""


# The same words are known to thousands of wrong ones: what they are compared by is worked out once.
@lru_cache(maxsize=64)
def _by_shape(known: tuple[str, ...]) -> Mapping[str, str]:
    """The known words by what they are compared by, in order; of several that are compared by the same, the first."""
    shapes = {_shape(candidate): candidate for candidate in sorted(known, reverse=True)}
    return dict(sorted(shapes.items()))


def shortened(known: Collection[str], most: int = MOST_SHOWN) -> tuple[str, ...]:
    """The known words for a message: all of them, or only the first when they are more than `most`; "…" when there are none.

    >>> shortened(["a", "b"])
    ('a', 'b')
    """
    words = tuple(known)
    return words if 0 < len(words) <= most else (*words[:most], "…")


def _shape(word: str) -> str:
    letters = "".join(letter for letter in normalize("NFD", word.casefold()) if not combining(letter))
    return letters.replace("_", "").replace("-", "").replace(" ", "")
