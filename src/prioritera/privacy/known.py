"""The words that tell people's data from what only looks like it: mailboxes of functions, words beside names, what stands as a mask."""

from functools import cache
from pathlib import Path
from unicodedata import normalize

import attrs
import tomli


@attrs.frozen(kw_only=True)
class Known:
    """The words of `known.toml`, casefolded but for `not_names` and `masks`."""

    masks: dict[str, str]
    mailboxes: frozenset[str]
    beside: frozenset[str]
    not_names: frozenset[str]
    endings: tuple[str, ...]
    particles: frozenset[str]
    things: frozenset[str]


@cache
def known() -> Known:
    """The words, read once.

    >>> known().masks["email"]
    '[e-post]'
    """
    data = tomli.loads(Path(__file__).with_name("known.toml").read_text(encoding="utf-8"))
    return Known(
        masks=data["masks"],
        mailboxes=frozenset(data["mailboxes"]["roles"]),
        beside=frozenset(data["beside"]["words"]),
        not_names=frozenset(data["names"]["not"]),
        endings=tuple(data["names"]["endings"]),
        particles=frozenset(data["names"]["particles"]),
        things=frozenset(data["things"]["before"]),
    )


def without_marks(word: str) -> str:
    """A word in lower case without accents and rings, as addresses are often written.

    >>> without_marks("Socialtjänsten")
    'socialtjansten'
    """
    return "".join(letter for letter in normalize("NFD", word.casefold()) if letter.isalnum())
