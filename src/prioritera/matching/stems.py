"""The words of a text, and their stems: letter case, ending and marks that nobody sees do not count."""

import re
import unicodedata
from functools import cache

from prioritera.reading.extras import need_extra

EXTRA = "matching"
LANGUAGE = "swedish"
Stems = tuple[str, ...]
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in order, in lower case.

    Marks that are not seen, such as soft hyphens and those that turn the direction of writing, are no part of a word.

    >>> words_of("Fallprevention på SÄBO – hur?")
    ('fallprevention', 'på', 'säbo', 'hur')
    """
    plain = unicodedata.normalize("NFKC", text)
    seen = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    return tuple(_WORD.findall(unicodedata.normalize("NFC", seen.casefold())))


def stems_of(text: str) -> Stems:
    """The stems of the words of a text, in order.

    Raises:
        PrioriteraError: the extra `matching` is not installed.

    >>> stems_of("Anhöriga till brukarna")
    ('anhör', 'till', 'bruk')
    """
    return tuple(stem(word) for word in words_of(text))


@cache
def stem(word: str) -> str:
    """The stem of a word by the Snowball algorithm for Swedish, again and again until nothing more comes off ("brukares", "brukare").

    Source: Porter (2001), Snowball: a language for stemming algorithms.

    >>> stem("kommunerna"), stem("brukares") == stem("brukare")
    ('kommun', True)
    """
    found: str = _stemmer().stemWord(word)
    return found if found == word else stem(found)


@cache
def _stemmer():  # type: ignore[no-untyped-def]  # noqa: ANN202 -- snowballstemmer comes without types, and is imported late
    return need_extra("snowballstemmer", EXTRA).stemmer(LANGUAGE)
