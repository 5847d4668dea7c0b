"""The words that people write in cells, in either language: for what is missing, yes and no, unknown, and what cannot be told."""

from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

from prioritera.words.catalogue import LANGUAGES, keys, say


def plain(text: str) -> str:
    """A word so that case, code points and spaces around it do not tell it from another.

    >>> plain("  Vet ej ")
    'vet ej'
    """
    return normalize("NFC", " ".join(text.split()).casefold())


@cache
def spoken(group: str) -> dict[str, str]:
    """What each word of a group stands for, in both languages; a thing's own id stands for it too.

    >>> spoken("missing")["vet ej"], spoken("missing")["dont-know"]
    ('dont-know', 'dont-know')
    """
    prefix = f"cells.{group}."
    ids = sorted(key.removeprefix(prefix) for key in keys(LANGUAGES[0]) if key.startswith(prefix))
    own = {plain(ident): ident for ident in ids}
    words = {plain(word): ident for language in LANGUAGES for ident in ids for word in say(language, prefix + ident).split("|")}
    return words | own


def is_unclear(text: str) -> bool:
    """Whether a cell says something that nobody can be sure of: it is asked about, never guessed.

    >>> is_unclear("se ovan"), is_unclear("SBU")
    (True, False)
    """
    return spoken("word").get(plain(text)) == "unclear"


def is_no_need(text: str) -> bool:
    """Whether what should say a need says that there is none, or that nobody knows.

    >>> is_no_need("Inga behov"), is_no_need("Inga lokaler")
    (True, False)
    """
    return spoken("word").get(plain(text).rstrip(" .!")) == "no-need"


def usual_heading(name: str) -> str:
    """What the column is called that a heading of people's own would be guessed to be, in the heading's language; "" when none would.

    >>> usual_heading("Kommun:"), usual_heading("Municipality"), usual_heading("Nr")
    ('avsändare', 'origin', '')
    """
    word = plain(name).strip(" ?:*.!")
    ident = spoken("guess").get(word, "")
    language = next((one for one in LANGUAGES if ident and word in map(plain, say(one, f"cells.guess.{ident}").split("|"))), "")
    return say(language, f"cells.column.{ident}").split("|")[0] if language else ""


def by_word(items: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """The ids that each word may mean, from ids with their words. An id means itself, whatever other words say."""
    listed = [(ident, tuple(words)) for ident, words in items]
    found: dict[str, tuple[str, ...]] = {}
    for ident, words in listed:
        for word in dict.fromkeys(plain(word) for word in words if word):
            found[word] = (*found.get(word, ()), ident)
    return found | {plain(ident): (ident,) for ident, _ in listed}
