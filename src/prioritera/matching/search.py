"""The candidates among many needs: found by the words they have in common, so that few pairs need be looked at, and none is lost."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.matching.kinship import SAME, Vocabulary, vocabulary_of
from prioritera.matching.lexicon import Lexicon
from prioritera.matching.likeness import TOP, Candidate, candidate, least_shown, less, most, other_people
from prioritera.matching.voices import Spoken, Voice


@attrs.frozen
class _Entry:
    """A voice in the index: which need it is of, the words it is found by, and the others with what they weigh together.

    `least` is what it must have in common with any heavier voice by the words it is found by, in quarters of weight.
    """

    number: int
    voice: Voice
    words: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    others: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    hidden: int
    least: int


def candidates(needs: Sequence[Spoken], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Every pair of needs that is alike enough to be shown, the most alike first; then by id.

    A pair with no word in common is never alike. A voice is found by its rarest words only: the others together weigh too little to make
    it alike any longer one. What the words in common can come to at most is summed, and only pairs for which that is enough are scored:
    the answer is that of `all_pairs`.

    Args:
        needs: each with an id of its own.
        lexicon: what is known of words.

    Raises:
        PrioriteraError: the extra `matching` is not installed.
    """
    words = vocabulary_of(_words(needs), lexicon)
    likely = set(_likely(_index(needs, words, lexicon), needs, words, lexicon))
    return _sorted(candidate(needs[first], needs[second], words, lexicon) for first, second in likely)


def all_pairs(needs: Sequence[Spoken], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The same, by looking at every pair: slow, and the measure of `candidates`."""
    words = vocabulary_of(_words(needs), lexicon)
    return _sorted(candidate(first, second, words, lexicon) for first, second in combinations(needs, 2))


def _words(needs: Iterable[Spoken]) -> set[str]:
    return {word for need in needs for voice in need.voices for word in voice.words}


def _sorted(found: Iterable[Candidate | None]) -> tuple[Candidate, ...]:
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (-one.score, one.first, one.second)))


def _index(needs: Sequence[Spoken], words: Vocabulary, lexicon: Lexicon) -> list[_Entry]:
    """Every voice with a word, the lightest first."""
    often = Counter(word for need in needs for voice in need.voices for word in voice.words)
    # A word is met by all its kin: those that are met least are the ones to be found by.
    met = {word: often[word] + sum(often[other] for other in kin) for word, kin in words.kin.items()}
    entries = [
        _entry(number, voice, sorted(voice.words, key=lambda word: (met[word], word)), words, lexicon)
        for number, need in enumerate(needs)
        for voice in need.voices
        if voice.words
    ]
    return sorted(entries, key=lambda entry: (entry.voice.total, entry.number))


def _entry(number: int, voice: Voice, rarest: list[str], words: Vocabulary, lexicon: Lexicon) -> _Entry:
    """A voice with as few of its words as it can be found by, whatever heavier voice it is compared with."""
    others: list[str] = []
    hidden = 0
    # INVARIANT: `most` does not rise as the heavier of two voices gets heavier, so that a voice of the same weight is the bound for all.
    while most(SAME * (hidden + words.weights[rarest[-1]]), voice, voice, lexicon) < lexicon.shown_from:
        hidden += words.weights[rarest[-1]]
        others.append(rarest.pop())
    # Neither part of the score is more than what is in common as a share of the lighter voice.
    least = -(-lexicon.shown_from * SAME * voice.total // TOP) - SAME * hidden
    return _Entry(number, voice, rarest, others, hidden, least)


def _likely(index: Sequence[_Entry], needs: Sequence[Spoken], words: Vocabulary, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The pairs of needs that may be alike enough. A word counts with all its kin, which is more than it can in the score."""
    postings: dict[str, list[int]] = {word: [] for word in words.kin}
    for place, entry in enumerate(index):
        overlap: dict[int, int] = defaultdict(int)
        for word in entry.voice.words:
            weight = words.weights[word]
            for at in postings[word]:
                overlap[at] += SAME * weight
            for other, near in words.kin[word].items():
                shared = near * min(weight, words.weights[other])
                for at in postings[other]:
                    overlap[at] += shared
        yield from _enough(overlap, entry, index, needs, words, lexicon)
        for word in entry.words:
            postings[word].append(place)


def _enough(
    overlap: dict[int, int], entry: _Entry, index: Sequence[_Entry], needs: Sequence[Spoken], words: Vocabulary, lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The needs whose words in common are enough, at most: by the words that they are found by, and then by the others as well."""
    need, voice = needs[entry.number], entry.voice
    reach: dict[str, int] = {}
    for at, shared in overlap.items():
        found = index[at]
        if shared < found.least or found.number == entry.number:
            continue
        together = shared
        for word in found.others:
            if word not in reach:
                reach[word] = _reach(word, voice, words)
            together += reach[word]
        bound = most(together, voice, found.voice, lexicon)
        if other_people(voice, found.voice):
            bound = less(bound)
        if bound >= lexicon.shown_from and bound >= least_shown(need, needs[found.number], lexicon):
            yield (found.number, entry.number) if found.number < entry.number else (entry.number, found.number)


def _reach(word: str, voice: Voice, words: Vocabulary) -> int:
    """The most that a word can have in common with a voice, in quarters of weight."""
    weight = words.weights[word]
    if word in voice.words:
        return SAME * weight
    kin = words.kin[word]
    return max((kin[other] * min(weight, words.weights[other]) for other in kin.keys() & voice.words), default=0)
