"""The candidates among many needs: found by the words they have in common, so that few pairs need be looked at, and none is lost."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from prioritera.matching.kinship import Kin, kin_of
from prioritera.matching.lexicon import Lexicon
from prioritera.matching.likeness import Candidate, candidate, least_shown, most
from prioritera.matching.voices import Spoken

Place = tuple[int, int]


def candidates(needs: Sequence[Spoken], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Every pair of needs that is alike enough to be shown, the most alike first; then by id.

    A pair that has no word in common is never alike. For the others an upper bound of the score is summed over the words, and only pairs
    whose bound is high enough are scored: the answer is that of `all_pairs`.

    Args:
        needs: each with an id of its own.
        lexicon: what is known of words.

    Raises:
        PrioriteraError: the extra `matching` is not installed.
    """
    kin = kin_of(_words(needs))
    postings: dict[str, list[tuple[Place, int]]] = defaultdict(list)
    found = []
    for number, need in enumerate(needs):
        likely = {other for at, voice in enumerate(need.voices) for other in _likely(needs, (number, at), kin, postings, lexicon)}
        found += [candidate(need, needs[other], kin, lexicon) for other in sorted(likely)]
        for at, voice in enumerate(need.voices):
            for word, weight in voice.weights.items():
                postings[word].append(((number, at), weight))
    return _sorted(found)


def all_pairs(needs: Sequence[Spoken], lexicon: Lexicon) -> tuple[Candidate, ...]:
    """The same, by looking at every pair: slow, and the measure of `candidates`."""
    kin = kin_of(_words(needs))
    return _sorted(candidate(first, second, kin, lexicon) for first, second in combinations(needs, 2))


def _words(needs: Iterable[Spoken]) -> set[str]:
    return {word for need in needs for voice in need.voices for word in voice.weights}


def _sorted(found: Iterable[Candidate | None]) -> tuple[Candidate, ...]:
    return tuple(sorted((one for one in found if one is not None), key=lambda one: (-one.score, one.first, one.second)))


def _likely(needs: Sequence[Spoken], place: Place, kin: Kin, postings: dict[str, list[tuple[Place, int]]], lexicon: Lexicon) -> set[int]:
    """The earlier needs that may be alike enough. A word counts with all its kin, which is more than it can in the score."""
    need = needs[place[0]]
    voice = need.voices[place[1]]
    overlap: Counter[Place] = Counter()
    for word, weight in voice.weights.items():
        for other, near in kin[word].items():
            for at, its in postings[other]:
                overlap[at] += near * min(weight, its)
    return {
        number
        for (number, at), shared in overlap.items()
        if most(shared, voice, needs[number].voices[at], lexicon) >= least_shown(need, needs[number], lexicon)
    }
