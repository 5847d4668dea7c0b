"""How near two words are: the same, nearly the same letters, or one a part of the other. Quarters, 0 to 4.

Swedish writes compounds in one word, so that "missbruksvård" and "vård vid missbruk" have no word in common; a word that another begins
or ends with is therefore counted in part. What is near depends on the two words alone, never on the other words of the round.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import attrs

from prioritera.matching.lexicon import NOT, Lexicon
from prioritera.matching.stems import EXTRA
from prioritera.reading.extras import need_extra

SAME, NEAR, BEGINS, ENDS, ALIKE = 4, 3, 3, 2, 2
LEAST_SPELLED = 6  # letters of a word that may have one letter wrong
LEAST_PART = 4  # letters of a word that is a part of another
LEAST_REST = 3  # letters that the other then has more
LEAST_ALIKE = 7  # letters that two words begin with alike


def kinship(first: str, second: str) -> int:
    """How near two words are.

    Returns:
        4 the same; 3 one letter wrong, left out, put in or two that have changed places, or one begins with the other; 2 one ends with the
        other, or both begin alike; 0 otherwise. A word that is negated is near to none but itself.

    >>> kinship("missbruk", "missbruksvård"), kinship("vård", "missbruksvård"), kinship("bedömning", "bedöming"), kinship("vård", "mat")
    (3, 2, 3, 0)
    """
    if first == second:
        return SAME
    if first.startswith(NOT) or second.startswith(NOT):
        return 0
    short, long = sorted((first, second), key=len)
    if len(short) >= LEAST_SPELLED and _distance()(first, second, score_cutoff=1) <= 1:
        return NEAR
    if len(short) >= LEAST_PART and len(long) - len(short) >= LEAST_REST:
        if long.startswith(short):
            return BEGINS
        if long.endswith(short):
            return ENDS
    return ALIKE if len(short) >= LEAST_ALIKE and first[:LEAST_ALIKE] == second[:LEAST_ALIKE] else 0


@attrs.frozen
class Vocabulary:
    """Words that are compared: the kin of each, itself left out, and its weight."""

    kin: Mapping[str, Mapping[str, int]]
    weights: Mapping[str, int]


def vocabulary_of(words: Collection[str], lexicon: Lexicon) -> Vocabulary:
    """Each word's kin among the words: every pair that `kinship` says is near, and no other."""
    kin: dict[str, dict[str, int]] = {word: {} for word in sorted(words)}
    plain = [word for word in kin if not word.startswith(NOT)]
    for first, second in sorted(set(_maybe(plain))):
        near = kinship(first, second)
        if near:
            kin[first][second] = near
            kin[second][first] = near
    return Vocabulary(kin, {word: lexicon.weight(word) for word in kin})


def _maybe(words: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs that can be near at all, each in the order of letters."""
    known = set(words)
    beginnings: dict[str, list[str]] = defaultdict(list)
    lengths: dict[int, list[str]] = defaultdict(list)
    for word in words:
        beginnings[word[:LEAST_ALIKE]].append(word)
        lengths[len(word)].append(word)
        for cut in range(1, len(word)):
            yield from (_pair(word, part) for part in (word[:cut], word[cut:]) if part in known)
    for alike in beginnings.values():
        yield from (_pair(first, second) for first in alike for second in alike if first < second)
    for length, group in lengths.items():
        if length >= LEAST_SPELLED:
            yield from _misspelled(group, [*group, *lengths.get(length + 1, [])])


def _misspelled(words: list[str], others: list[str]) -> Iterator[tuple[str, str]]:
    """The words that are one letter from another."""
    extract = need_extra("rapidfuzz.process", EXTRA).extract
    for word in words:
        found = extract(word, others, scorer=_distance(), score_cutoff=1, limit=None)
        yield from (_pair(word, other) for other, _, _ in found if other != word)


def _pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)


def _distance() -> Any:  # noqa: ANN401 -- rapidfuzz is imported late
    """Letters that are wrong, left out, put in or have changed places with the next one: a whole number."""
    return need_extra("rapidfuzz.distance", EXTRA).OSA.distance
