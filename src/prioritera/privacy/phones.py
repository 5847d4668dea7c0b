"""Telephone numbers in a text, by the numbering plan of Sweden and, after a +, of the world (phonenumberslite).

Numbers that cost nothing or a set price to call belong to services, not to persons, and pass. A switchboard cannot be told from a person's
own telephone, so it is found.
"""

import re
from collections.abc import Iterator

from prioritera.privacy.known import known

# Where a number may begin: a + or a 0, not inside a date or a longer number. What it begins with comes first, to be looked for quickly.
_LIKELY = re.compile(r"[+0](?<!\d.)(?<!\d[-.:].)(?:[ ()/.-]{0,3}\d){6,}")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.]*?)[.:;]? {0,2}\Z")
_REACH = 30
_LEAST_DIGITS = 7


def phones_in(text: str) -> Iterator[tuple[int, int]]:
    """Where each telephone number begins and ends in a folded text.

    >>> list(phones_in("tel 08-123 456 78, dnr 08-123 456 78, 020-123 456"))
    [(4, 17)]
    """
    for likely in _LIKELY.finditer(text):
        if not _is_thing(text[max(likely.start() - _REACH, 0) : likely.start()]):
            yield from _phones(text, likely.start(), likely.end())


def _shorter(likely: str) -> Iterator[str]:
    """What could be a number in a stretch that could be one: the whole, or without what stands after its last hyphen, and so on.

    "08-123 45 60-65" is a range, and its first number is one.

    >>> list(_shorter("08-123 45 60-65"))
    ['08-123 45 60-65', '08-123 45 60']
    """
    yield likely
    while "-" in likely and sum(letter.isdigit() for letter in likely.rpartition("-")[0]) >= _LEAST_DIGITS:
        likely = likely.rpartition("-")[0]
        yield likely


def _is_thing(before: str) -> bool:
    """Whether the word before a number says that it is no telephone number."""
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1].casefold() in known().things


def _phones(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type  # noqa: PLC0415 -- heavy, and seldom needed

    services = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST}
    for likely in _shorter(text[start:end]):
        matches = list(PhoneNumberMatcher(likely, "SE", leniency=Leniency.VALID))
        yield from ((start + match.start, start + match.end) for match in matches if number_type(match.number) not in services)
        if matches:
            return
