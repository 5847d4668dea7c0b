"""Whether a cell that is read as one need looks as if it held several: only who wrote it can tell, so it is asked about."""

import re
from collections.abc import Iterator, Sequence

from prioritera.records.spoken import plain, spoken

# What begins a need of several in one cell, where it is a point of a list.
POINT = re.compile(r"\s*(?:[-–—•●*·‣▪]|\d{1,2}[.)]|[a-zåäö]\))\s+(?=\S)")
POINTS, LINE, SEMICOLON = "points", "\n", ";"
# A cell without any of these is one need.
SIGNS = (LINE, SEMICOLON, ")", "1.")
# A number or a letter of a list within a line: "1) … 2) …", "(1) …", "1. …", "a) …".
_MARK = re.compile(r"(?<!\S)\(?(?:(\d{1,2})\.\s+|(\d{1,2})\)|([a-zåäö])\))\s*(?=\w)")
_BEFORE_A_LIST = (":", ".", "!", "?", ";", "\n")
_ENTITY = re.compile(r"&#?\w+;")
_WORD = re.compile(r"\w{2,}")
_ENDS = (".", ",", ":", ";", "!", "-", "–")
_FEW_WORDS = 2


def parted(text: str) -> tuple[str, int]:
    r"""What parts the needs that a cell looks as if it held, and how many they are; ("", 1) for what looks like one.

    A semicolon or a line break within what somebody tells in sentences parts no needs.

    >>> parted("1) Stöd 2) Hjälp"), parted("Stöd vid fall; Hjälp vid sömn"), parted("Stöd vid fall\nHjälp vid sömn")
    (('points', 2), (';', 2), ('\n', 2))
    >>> parted("Vi saknar stöd; det gäller alla."), parted("Vi saknar stöd.\nDet gäller alla."), parted("Fall; i hemmet")
    (('', 1), ('', 1), ('', 1))
    """
    count = max(sum(POINT.match(line) is not None for line in text.split("\n")), _in_line(text))
    if count > 1:
        return POINTS, count
    for between, whole in ((LINE, text), (SEMICOLON, _ENTITY.sub("&", text))):
        parts = [part.strip() for part in whole.split(between) if part.strip()]
        if len(parts) > 1 and _are_needs(parts, between):
            return between, len(parts)
    return "", 1


def _in_line(text: str) -> int:
    """How many points a list within a line has, that begins where a sentence may: 1, 2, … or a, b, … in turn."""
    count, kind, begins = 0, 0, 0
    for mark in _MARK.finditer(text):
        at = text[: mark.start()].rstrip(" \t")
        now = mark.lastindex or 0
        number = ord(mark[now]) - ord("a") + 1 if mark[now].isalpha() else int(mark[now])
        if number == 1 and not count and (not at or at.endswith(_BEFORE_A_LIST)):
            count, kind, begins = 1, now, mark.end()
        elif count and now == kind and number == count + 1 and _WORD.search(text, begins, mark.start()):
            count, begins = number, mark.end()
    return count


def _are_needs(parts: Sequence[str], between: str) -> bool:
    """Whether each of the parts looks like a need of its own: by its first word, as a question, or as a heading."""
    words = [list(_words(part)) for part in parts]
    if not all(words) or any(plain(part.split()[0]) in spoken("goes-on") for part in parts):
        return False
    if all(one[0] in spoken("begins-a-need") for one in words) or all(part.endswith("?") for part in parts):
        return True
    if between == SEMICOLON and all(len(one) <= _FEW_WORDS for one in words):
        return True
    ended = parts if between == LINE else parts[:-1]
    return all(_is_begun(part) for part in parts) and not any(part.endswith(_ENDS) for part in ended)


def _words(text: str) -> Iterator[str]:
    yield from (plain(word[0]) for word in _WORD.finditer(text))


def _is_begun(part: str) -> bool:
    """Whether a part begins as a heading does, with one capital letter: an abbreviation may stand anywhere."""
    return part[0].isupper() and not part[1:2].isupper()
