"""A name of a municipality as people write it: with "kommun" or "stad" after it, in the genitive, with or without its hyphen.

Only what cannot change who is meant is taken away. Letters are never: "Habo" is not "Håbo" with a ring that was lost.
"""

import re
from unicodedata import category, normalize

from prioritera.records.spoken import spoken

_DASHES = re.compile(r"[-\u2010-\u2015\u2212_]")
_FOUR_DIGITS = re.compile(r"0[0-9]{3}")
_GENITIVE = "s"
# An abbreviation has so many letters.
_LEAST_SHORT, _MOST_SHORT = 3, 5


def loose(text: str) -> str:
    r"""A name so that case, dashes, spaces and marks that nobody sees do not tell it from another.

    >>> loose("Upplands–V\u00e4sby"), loose("\u200fMalung-S\u00e4len ")
    ('upplands väsby', 'malung sälen')
    """
    seen = "".join(letter for letter in normalize("NFC", text) if category(letter) != "Cf")
    return " ".join(_DASHES.sub(" ", seen).casefold().split())


def forms(text: str) -> tuple[str, ...]:
    """The names that a text may stand for, the likeliest first: as written, then without what says that it is a municipality.

    >>> forms("Göteborgs Stad")
    ('göteborgs stad', 'göteborgs', 'göteborg')
    >>> forms("Borås"), forms("kommun")
    (('borås', 'borå'), ('kommun',))
    """
    whole = loose(text)
    name, _, last = whole.rpartition(" ")
    found = [whole, name] if name and last in spoken("after-a-municipality") else [whole]
    bare = [one.removesuffix(_GENITIVE) for one in found if one.endswith(_GENITIVE) and one != _GENITIVE]
    return tuple(dict.fromkeys((*found, *bare)))


def without_zero(code: str) -> str:
    """A code as a sheet shows it once it has taken it for a number; "" where no zero can be lost.

    >>> without_zero("0180"), without_zero("1480")
    ('180', '')
    """
    return code.lstrip("0") if _FOUR_DIGITS.fullmatch(code) else ""


def is_short_for(word: str, name: str) -> bool:
    """Whether a word is a name with letters left out inside it.

    >>> is_short_for("gbg", "göteborg"), is_short_for("gbg", "båstad"), is_short_for("göteborgs", "göteborg")
    (True, False, False)
    """
    if not _LEAST_SHORT <= len(word) <= _MOST_SHORT or len(name) <= len(word) or (word[0], word[-1]) != (name[0], name[-1]):
        return False
    left = iter(name)
    return all(letter in left for letter in word)
