"""How alike two needs are: 0 to 1000, whole, and which words and fields say so. It depends on the two needs alone."""

from collections.abc import Iterator

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.matching.kinship import SAME, Vocabulary
from prioritera.matching.lexicon import Lexicon
from prioritera.matching.voices import FIELDS, Spoken, Voice

Said = tuple[tuple[str, str], ...]

TOP = 1000
OTHER_PEOPLE = 6, 10  # what is left of the score of two wordings that name only different groups
EXACT = ("title", "wording")


@attrs.frozen(kw_only=True)
class Candidate:
    """Two needs that may be the same, for a person to decide.

    `first` and `second` are ids in order of letters. `words` are what both say, as each of them writes it. `agree` are the fields that
    agree, `differ` those that do not: "area" and "cause" among them, and "people" for whom it is about.
    """

    first: str
    second: str
    score: int
    words: Said = attrs.field(converter=frozen_tuple, default=())
    agree: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    differ: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def is_across(self) -> bool:
        """Whether the two stand in different areas, or depend on different things."""
        return "area" in self.differ or "cause" in self.differ


def least_shown(first: Spoken, second: Spoken, lexicon: Lexicon) -> int:
    """The score from which a pair is shown: higher where area or cause tell the two apart."""
    return lexicon.across_from if _apart(first, second, lexicon) else lexicon.shown_from


def candidate(first: Spoken, second: Spoken, words: Vocabulary, lexicon: Lexicon) -> Candidate | None:
    """The two as a candidate; None where they are not alike enough to be shown, or have no word in common that could be the reason."""
    one, other = (first, second) if first.id < second.id else (second, first)
    heard = [(mine, its, _shared(mine, its, words)) for mine in one.voices for its in other.voices]
    score, shared, people = max((_scored(mine, its, shared, lexicon) for mine, its, shared in heard), key=lambda found: found[0])
    if not people and _is_other(one, other, "target_group"):
        score = _less(score)
    if score < least_shown(one, other, lexicon):
        return None
    differ = [*_apart(one, other, lexicon), *(["people"] if people else []), *(name for name in FIELDS if _is_other(one, other, name))]
    return Candidate(first=one.id, second=other.id, score=score, words=shared, agree=_agree(one, other), differ=differ)


def most(overlap: int, first: Voice, second: Voice, lexicon: Lexicon) -> int:
    """The score of two voices by what they have in common, in quarters of weight: one third how much of both, two thirds how much of the shorter.

    It never falls as the overlap rises, so that the score of a higher overlap is a bound.
    """
    both, shorter = first.total + second.total, min(first.total, second.total)
    overlap = min(overlap, SAME * shorter)
    of_both = TOP * 2 * overlap // (SAME * both)
    of_shorter = TOP * overlap // (SAME * max(shorter, lexicon.least))
    return (of_both + 2 * of_shorter) // 3


def _scored(first: Voice, second: Voice, shared: list[tuple[str, str, int]], lexicon: Lexicon) -> tuple[int, Said, bool]:
    """The score of two voices, the words they share as each writes them, and whether they name only different groups of people."""
    if not shared:
        return 0, (), False
    score = most(sum(weight for _, _, weight in shared), first, second, lexicon)
    people = bool(first.people and second.people and not first.people & second.people)
    said = tuple((first.written[word], second.written[other]) for word, other, _ in shared)
    return (_less(score) if people else score), said, people


def _less(score: int) -> int:
    return score * OTHER_PEOPLE[0] // OTHER_PEOPLE[1]


def _shared(first: Voice, second: Voice, words: Vocabulary) -> list[tuple[str, str, int]]:
    """The words that go together, each with one of the other's, with their weight in quarters: the heaviest first.

    A word that both have weighs more by itself than by any of its kin, so those come first of all.
    """
    same = first.words & second.words
    found = [(word, word, SAME * words.weights[word]) for word in sorted(same)]
    left, others = first.words - same, second.words - same
    pairs = [
        (-near * min(words.weights[word], words.weights[other]), *sorted((word, other)), word, other)
        for word in left
        for other, near in words.kin[word].items()
        if other in others
    ]
    used = set()
    for weight, _, _, word, other in sorted(pairs):
        if (0, word) not in used and (1, other) not in used:
            used |= {(0, word), (1, other)}
            found.append((word, other, -weight))
    return sorted(found, key=lambda pair: (-pair[2], *sorted(pair[:2])))


def _apart(first: Spoken, second: Spoken, lexicon: Lexicon) -> list[str]:
    areas = first.area != second.area and not {first.area, second.area} & lexicon.open_areas
    causes = bool(first.causes and second.causes and not first.causes & second.causes)
    return [*(["area"] if areas else []), *(["cause"] if causes else [])]


def _agree(first: Spoken, second: Spoken) -> Iterator[str]:
    """The texts that are the same, and the fields that have a word in common."""
    for name in EXACT:
        if first.texts[name] and first.texts[name] == second.texts[name]:
            yield name
    yield from (name for name in FIELDS if set(first.texts[name]) & set(second.texts[name]))


def _is_other(first: Spoken, second: Spoken, name: str) -> bool:
    """Whether both state a field, with no word in common."""
    one, other = first.texts[name], second.texts[name]
    return bool(one and other) and not set(one) & set(other)
