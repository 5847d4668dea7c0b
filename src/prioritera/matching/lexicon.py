"""What is known of words: which say nothing, which little, which mean the same. Data beside this file, read once."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import attrs
import tomli

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.matching.stems import Stems, stem, stems_of, words_of

FILE = "swedish.toml"
NOT = "¬"


@attrs.frozen(kw_only=True)
class Lexicon:
    """Words by their stems; the stop words and the negations as they are written.

    `same` leads from the stems of a word or a phrase to what it is taken for: one word, or several with blanks inside each; `longest` is
    the most stems that a phrase has. `cause_facts` are the facts that say what a need depends on. `groups` are the words for whom a wording
    is about. Weights are whole numbers; a stop word has none.
    """

    status: str
    ordinary: int
    common: int
    weak: int
    least: int
    shown_from: int
    across_from: int
    open_areas: frozenset[str]
    open_causes: frozenset[str]
    cause_facts: tuple[str, ...]
    stop: frozenset[str]
    weak_words: frozenset[str]
    common_words: frozenset[str]
    negations: frozenset[str]
    groups: FrozenMap[str, str] = attrs.field(converter=frozen_map)
    same: FrozenMap[Stems, Stems] = attrs.field(converter=frozen_map)
    longest: int

    def weight(self, word: str) -> int:
        """How much a word weighs, by its stem or the stems it is taken for; negated, as much.

        >>> words = swedish()
        >>> [words.weight(stem(word)) for word in ("fallprevention", "hemtjänst", "metod")]
        [6, 3, 1]
        """
        plain = word.removeprefix(NOT)
        if plain in self.weak_words:
            return self.weak
        if plain in self.groups or all(part in self.common_words for part in plain.split()):
            return self.common
        return self.ordinary


@cache
def swedish() -> Lexicon:
    """The words of Swedish that come with prioritera.

    Raises:
        PrioriteraError: the extra `matching` is not installed.

    >>> swedish().status
    'proposal'
    """
    data = tomli.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    words = data["words"]
    stop = frozenset(words["stop"].split())
    lists = [line.split(",") for line in data["same"]["lists"]]
    same = {stems_of(phrase): _taken_for(phrases[0], stop) for phrases in lists for phrase in phrases}
    return Lexicon(
        status=data["status"],
        **data["weights"],
        shown_from=data["shown"]["from"],
        across_from=data["shown"]["across"],
        open_areas=frozenset(data["open"]["areas"]),
        open_causes=frozenset(data["open"]["causes"]),
        cause_facts=tuple(data["open"]["cause_facts"]),
        stop=stop,
        weak_words=frozenset(stems_of(words["weak"])),
        common_words=frozenset(stems_of(words["common"])),
        negations=frozenset(words["negations"].split()),
        groups={found: group for group, listed in data["groups"].items() for found in stems_of(listed)},
        same=same,
        longest=max(len(phrase) for phrase in same),
    )


def _taken_for(phrase: str, stop: Iterable[str]) -> Stems:
    """The words that a list of words is taken for: its first, a plus sign between two."""
    return tuple(" ".join(stem(word) for word in words_of(part) if word not in stop) for part in phrase.split("+"))
