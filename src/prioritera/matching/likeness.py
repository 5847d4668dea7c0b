"""How alike two needs are: 0 to 1000, whole, and which words and fields say so. It depends on the two needs alone."""

from collections.abc import Iterator, Mapping

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.matching.kinship import SAME, Kin
from prioritera.matching.lexicon import Lexicon
from prioritera.matching.voices import FIELDS, Spoken, Voice

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
    words: tuple[tuple[str, str], ...] = attrs.field(converter=frozen_tuple, default=())
    agree: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    differ: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def is_across(self) -> bool:
        """Whether the two stand in different areas, or depend on different things."""
        return "area" in self.differ or "cause" in self.differ


def least_shown(first: Spoken, second: Spoken, lexicon: Lexicon) -> int:
    """The score from which a pair is shown: higher where area or cause tell the two apart."""
    return lexicon.across_from if _apart(first, second, lexicon) else lexicon.shown_from


def candidate(first: Spoken, second: Spoken, kin: Kin, lexicon: Lexicon) -> Candidate | None:
    """The two as a candidate; None where they are not alike enough to be shown, or have no word in common that could be the reason."""
    first, second = sorted((first, second), key=lambda one: one.id)
    score, words, people = max((_voices(one, other, kin, lexicon) for one in first.voices for other in second.voices), key=lambda best: best[0])
    differ = [*_apart(first, second, lexicon), *(["people"] if people else []), *_other(first, second)]
    if "target_group" in differ and not people:
        score = score * OTHER_PEOPLE[0] // OTHER_PEOPLE[1]
    if score < least_shown(first, second, lexicon):
        return None
    return Candidate(first=first.id, second=second.id, score=score, words=words, agree=_agree(first, second), differ=differ)


def most(overlap: int, first: Voice, second: Voice, lexicon: Lexicon) -> int:
    """The score of two voices by what they have in common, in quarters of weight: one third how much of both, two thirds how much of the shorter.

    It never falls as the overlap rises, so that the score of a higher overlap is a bound.
    """
    both, shorter = first.total + second.total, min(first.total, second.total)
    overlap = min(overlap, SAME * shorter)
    of_both = TOP * 2 * overlap // (SAME * both)
    of_shorter = TOP * overlap // (SAME * max(shorter, lexicon.least))
    return (of_both + 2 * of_shorter) // 3


def _voices(first: Voice, second: Voice, kin: Kin, lexicon: Lexicon) -> tuple[int, tuple[tuple[str, str], ...], bool]:
    """The score of two voices, the words they have in common, and whether they name only different groups."""
    shared = _shared(first.weights, second.weights, kin)
    if not shared:
        return 0, (), False
    score = most(sum(weight for _, _, weight in shared), first, second, lexicon)
    people = bool(first.people and second.people and not first.people & second.people)
    words = tuple((first.written[one], second.written[other]) for one, other, _ in shared)
    return (score * OTHER_PEOPLE[0] // OTHER_PEOPLE[1] if people else score), words, people


def _shared(first: Mapping[str, int], second: Mapping[str, int], kin: Kin) -> list[tuple[str, str, int]]:
    """The words that go together, each with one of the other's, the heaviest first, with their weight in quarters."""
    pairs = [
        (-near * min(weight, second[other]), *sorted((word, other)), word, other)
        for word, weight in first.items()
        for other, near in kin[word].items()
        if other in second
    ]
    found = []
    used: tuple[set[str], set[str]] = (set(), set())
    for weight, _, _, word, other in sorted(pairs):
        if word not in used[0] and other not in used[1]:
            used[0].add(word)
            used[1].add(other)
            found.append((word, other, -weight))
    return found


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


def _other(first: Spoken, second: Spoken) -> Iterator[str]:
    """The fields that both state, with no word in common."""
    for name in FIELDS:
        one, other = set(first.texts[name]), set(second.texts[name])
        if one and other and not one & other:
            yield name
