"""Which texts are ids: rule files hold lower-case ASCII, needs hold what people write, made canonical."""

import re
from unicodedata import category, normalize

LONGEST = 200
_RULE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_rule_id(text: str) -> bool:
    """Whether the text can be an id in a rule file: lower-case ASCII words joined by hyphens.

    >>> is_rule_id("scientific-gap"), is_rule_id("Förekomst")
    (True, False)
    """
    return _RULE_ID.fullmatch(text) is not None


def as_id(text: str) -> str:
    """An id made of a text: letters without marks, in lower case, words joined by hyphens; "" when nothing is left.

    >>> as_id("Förekomst per år")
    'forekomst-per-ar'
    """
    letters = "".join(letter for letter in normalize("NFD", text.casefold()) if letter.isascii())
    return "-".join(re.findall(r"[a-z0-9]+", letters))


def need_id(text: str) -> str:
    r"""The canonical form of a need's id: NFC, without space around it.

    >>> need_id(" o\u0308 ")
    'ö'
    """
    return normalize("NFC", text.strip())


def is_need_id(text: str) -> bool:
    r"""Whether the canonical text can be a need's id: not empty, at most LONGEST characters, none of them a control character.

    >>> is_need_id("Behov 7 (Örebro)"), is_need_id("a\nb")
    (True, False)
    """
    if not 0 < len(text) <= LONGEST:
        return False
    # What can be printed has none of them; of the rest, letters of private use and others spaces may stand.
    return text.isprintable() or not any(category(letter) in {"Cc", "Cf", "Zl", "Zp", "Cs"} for letter in text)


def same_id_key(text: str) -> str:
    r"""Two needs' ids are the same id when these are equal: letter case and code-point form do not tell needs apart.

    >>> same_id_key("Örebro-1") == same_id_key("o\u0308REBRO-1")
    True
    """
    return normalize("NFC", normalize("NFC", text).casefold())
