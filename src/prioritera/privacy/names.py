"""Names beside an address, a telephone number or a personal identity number: the capitalised words that stand next to it.

A name alone is not told from other capitalised words, and is not looked for.
"""

import re
from collections.abc import Iterator, Sequence

from prioritera.privacy.known import known, without_marks

Stretch = tuple[int, int]

_WORD = re.compile(r"[^\W\d_](?:[\w'’\u0300-\u036f-]*\w)?\.?")
_REACH = 100
_MOST_WORDS = 5
_BETWEEN = frozenset(" ,;:()[]<>-/|•*\"'”’")
_INITIAL = 2


def names_beside(text: str, anchors: Sequence[Stretch]) -> Iterator[Stretch]:
    """Where each name next to one of the stretches begins and ends in a folded text.

    >>> text = "Ring Anna af Berg, tel 08-123 456 78"
    >>> [text[start:end] for start, end in names_beside(text, [(23, 36)])]
    ['Anna af Berg']
    """
    for start, end in anchors:
        left = _left(text, start)
        if left is not None:
            yield left
        right = _right(text, end)
        if right is not None:
            yield right


def names_of(text: str, local: str) -> Iterator[Stretch]:
    """Where the name that an address is made of begins and ends in a folded text.

    >>> list(names_of("Åsa Öberg har skrivit det", "asa.oberg"))
    [(0, 9)]
    """
    parts = [without_marks(part) for part in re.split(r"[._-]+", local)]
    words = [found.span() for found in _WORD.finditer(text)] if len(parts) > 1 else []
    plain = [without_marks(text[slice(*word)]) for word in words]
    for index in range(len(words) - len(parts) + 1):
        stretch = words[index][0], words[index + len(parts) - 1][1]
        if plain[index : index + len(parts)] == parts and "@" not in text[slice(*stretch)] and text[stretch[0]].isupper():
            yield stretch


def _left(text: str, start: int) -> Stretch | None:
    """The name that ends where a stretch begins, words like "tel" between them not counted."""
    first = max(start - _REACH, 0)
    words = [(first + found.start(), first + found.end()) for found in _WORD.finditer(text[first:start])]
    edge = start
    while words and _joined(text, words[-1][1], edge) and _is_beside(text, words[-1]):
        edge = words.pop()[0]
    name: list[Stretch] = []
    while words and len(name) < _MOST_WORDS and _follows(text, words[-1][1], edge, len(name)) and _may_be_named(text, words[-1], name):
        name.insert(0, words.pop())
        edge = name[0][0]
    return _trimmed(text, name)


def _right(text: str, end: int) -> Stretch | None:
    """The name that begins where a stretch ends: two words at least, or one in brackets, since a sentence may begin there."""
    words = [(end + found.start(), end + found.end()) for found in _WORD.finditer(text[end : end + _REACH])]
    edge, in_brackets = end, False
    while words and _joined(text, edge, words[0][0]) and _is_beside(text, words[0]):
        edge = words.pop(0)[1]
    name: list[Stretch] = []
    while words and len(name) < _MOST_WORDS and _follows(text, edge, words[0][0], len(name)) and _may_be_named(text, words[0], name):
        in_brackets = in_brackets or (not name and "(" in text[edge : words[0][0]])
        name.append(words.pop(0))
        edge = name[-1][1]
    return _trimmed(text, name) if len(name) > 1 or in_brackets else None


def _joined(text: str, left: int, right: int) -> bool:
    """Whether something stands between two places, and nothing but what may stand between a name and what belongs to it."""
    return left < right and _BETWEEN.issuperset(text[left:right])


def _follows(text: str, left: int, right: int, named: int) -> bool:
    """Whether only blanks stand between two words of a name, or, before the first of them, whatever may stand between it and the rest."""
    between = text[left:right].strip()
    return not between or (named == 1 and between == ",") if named else _joined(text, left, right)


def _is_beside(text: str, word: Stretch) -> bool:
    return text[slice(*word)].rstrip(".").casefold() in known().beside


def _may_be_named(text: str, word: Stretch, name: Sequence[Stretch]) -> bool:
    """Whether a word may be part of a name: capitalised and nothing else's name; inside one also "af" and "von"."""
    said = text[slice(*word)]
    if name and said in known().particles:
        return True
    if said.endswith(".") and len(said) > _INITIAL:
        return False
    return said[0].isupper() and said not in known().not_names and not said.casefold().endswith(known().endings)


def _trimmed(text: str, name: Sequence[Stretch]) -> Stretch | None:
    """The whole of a name without particles at its ends; None when nothing is left."""
    words = [word for word in name if text[word[0]].isupper()]
    if not words:
        return None
    return words[0][0], words[-1][1]
