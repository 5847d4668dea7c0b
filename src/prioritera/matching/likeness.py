"""How alike two needs are: 0 to 1000, whole, and which words and fields say so. It depends on the two needs alone."""

from collections.abc import Iterator

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.matching.kinship import SAME, Vocabulary
from prioritera.matching.lexicon import Lexicon
from prioritera.matching.voices import FIELDS, Spoken, Voice

Said = tuple[tuple[str, str], ...]
Shared = list[tuple[str, str, int]]

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
    score, mine, its, shared = max(((_score(*pair, lexicon), *pair) for pair in heard), key=lambda found: found[0])
    people = other_people(mine, its)
    if not people and _is_other(one, other, "target_group"):
        score = less(score)
    if score < least_shown(one, other, lexicon):
        return None
    pairs = sorted(shared, key=lambda pair: (-pair[2], pair[0], pair[1]))
    said = [(mine.written[word], its.written[like]) for word, like, _ in pairs]
    differ = [*_apart(one, other, lexicon), *(["people"] if people else []), *(name for name in FIELDS if _is_other(one, other, name))]
    return Candidate(first=one.id, second=other.id, score=score, words=said, agree=_agree(one, other), differ=differ)


def most(overlap: int, first: Voice, second: Voice, lexicon: Lexicon) -> int:
    """The score of two voices by what they have in common, in quarters of weight.

    One third is how much of both that is, two thirds how much of the shorter. It never falls as the overlap rises, so that the score of a
    higher overlap is a bound.
    """
    shorter = min(first.total, second.total)
    overlap = min(overlap, SAME * shorter)
    of_both = TOP * 2 * overlap // (SAME * (first.total + second.total))
    of_shorter = TOP * overlap // (SAME * max(shorter, lexicon.least))
    return (of_both + 2 * of_shorter) // 3


def other_people(first: Voice, second: Voice) -> bool:
    """Whether both name whom they are about, and only different groups."""
    return bool(first.people and second.people and not first.people & second.people)


def less(score: int) -> int:
    """What is left of a score when the two are about different people."""
    return score * OTHER_PEOPLE[0] // OTHER_PEOPLE[1]


def _score(first: Voice, second: Voice, shared: Shared, lexicon: Lexicon) -> int:
    """The score of two voices by the words they share; 0 where they have no word in common."""
    if not shared:
        return 0
    score = most(sum(weight for _, _, weight in shared), first, second, lexicon)
    return less(score) if other_people(first, second) else score


def _shared(first: Voice, second: Voice, words: Vocabulary) -> Shared:
    """The words that go together, each with one of the other's, with their weight in quarters.

    A word that both have weighs more by itself than by any of its kin, so it goes with itself; of the others the heaviest pair comes first.
    """
    same = first.words & second.words
    found = [(word, word, SAME * words.weights[word]) for word in same]
    others = second.words - same
    pairs: list[tuple[int, str, str, str, str]] = []
    for word in first.words - same:
        for other in words.kin[word].keys() & others:
            least, greatest = (word, other) if word < other else (other, word)
            pairs.append((-words.kin[word][other] * min(words.weights[word], words.weights[other]), least, greatest, word, other))
    used: set[str] = set()
    for weight, _, _, word, other in sorted(pairs):
        # INVARIANT: no word stands on both sides, for what both have is taken away.
        if word not in used and other not in used:
            used |= {word, other}
            found.append((word, other, -weight))
    return found


def _apart(first: Spoken, second: Spoken, lexicon: Lexicon) -> list[str]:
    areas = first.area != second.area and first.area not in lexicon.open_areas and second.area not in lexicon.open_areas
    causes = bool(first.causes and second.causes and not first.causes & second.causes)
    return [*(["area"] if areas else []), *(["cause"] if causes else [])]


def _agree(first: Spoken, second: Spoken) -> Iterator[str]:
    """The texts that are the same, and the fields that have a word in common."""
    for name in EXACT:
        if first.texts[name] and first.texts[name] == second.texts[name]:
            yield name
    yield from (name for name in FIELDS if first.fields[name] & second.fields[name])


def _is_other(first: Spoken, second: Spoken, name: str) -> bool:
    """Whether both state a field, with no word in common."""
    one, other = first.fields[name], second.fields[name]
    return bool(one and other) and not one & other
