"""Addresses of e-mail in a text. The mailbox of a function is nobody's, and passes."""

import re
from collections.abc import Iterator

from prioritera.privacy.known import known, without_marks

_SIGN = re.compile(r"@ ?|[(\[] ?(?:at|snabel-?a) ?[)\]] ?", re.IGNORECASE)
_LONGEST_LOCAL = 64
_LONGEST_DOMAIN = 253
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-](?:\.?[\w!#$%&'*+/=?^`{|}~-])*\Z")
_DOMAIN = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")


def addresses_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each address begins and ends in a folded text, and what stands before its sign.

    >>> list(addresses_in("Mejla anna.berg@gr.example."))
    [(6, 26, 'anna.berg')]
    """
    for sign in _SIGN.finditer(text):
        edge = sign.start() - text.startswith(" ", max(sign.start() - 1, 0))
        before = text[max(edge - _LONGEST_LOCAL, 0) : edge]
        local = _LOCAL.search(before)
        domain = _DOMAIN.match(text[sign.end() : sign.end() + _LONGEST_DOMAIN])
        if local and domain:
            yield edge - len(local[0]), sign.end() + domain.end(), local[0]


def is_of_a_function(local: str) -> bool:
    """Whether a mailbox is that of a function, by the words before its sign.

    >>> is_of_a_function("socialtjansten"), is_of_a_function("registrator.kommunstyrelsen"), is_of_a_function("anna.berg")
    (True, True, False)
    """
    words = [without_marks(word) for word in re.split(r"[._-]+", local)]
    return all(word in known().mailboxes for word in words)
