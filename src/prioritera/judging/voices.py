"""How loud each judge is: one voice a person, an organisation or an inhabitant, and as much a group whatever its size.

Judges come in, one exact weight a judge goes out. Those who share an organisation share its voice among those of them that answered.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.judged import AS_THEY_ARE, EQUAL, PERSON, POPULATION
from prioritera.model.judgement import Judge


@attrs.frozen(kw_only=True)
class Voices:
    """Who counts how much. `populations` are the inhabitants of organisations, for the voice that counts them."""

    voice: str = PERSON
    groups: str = AS_THEY_ARE
    populations: FrozenMap[str, int] = attrs.field(converter=frozen_map, factory=FrozenMap)

    @property
    def is_plain(self) -> bool:
        """Whether every answer counts as much as any other."""
        return self.voice == PERSON and self.groups == AS_THEY_ARE


def organisation_of(judge: Judge) -> str:
    """The organisation that a judge shares a voice with; one that names none speaks for itself alone.

    >>> organisation_of(Judge("j1", organisation="umea")), organisation_of(Judge("j1"))
    ('umea', 'j1')
    """
    return judge.organisation or judge.id


def weights(judges: Sequence[Judge], voices: Voices) -> list[Fraction]:
    """The weight of each of the answers that these judges gave, one judge an answer; a judge may be there several times.

    Where voices go by population, an organisation whose population nobody knows counts for nothing. Where groups are equal, each group's
    weights come to 1.

    >>> two = [Judge("a", "g", "umea"), Judge("b", "g", "umea"), Judge("c", "g", "lund")]
    >>> [str(weight) for weight in weights(two, Voices(voice="organisation"))]
    ['1/2', '1/2', '1']
    >>> [str(weight) for weight in weights(two, Voices(voice="organisation", groups="equal"))]
    ['1/4', '1/4', '1/2']
    """
    own = [Fraction(1)] * len(judges)
    if voices.voice != PERSON:
        shared = Counter((judge.group, organisation_of(judge)) for judge in judges)
        own = [_voice(judge, voices) / shared[judge.group, organisation_of(judge)] for judge in judges]
    if voices.groups != EQUAL:
        return own
    whole: dict[str, Fraction] = {}
    for judge, weight in zip(judges, own, strict=True):
        whole[judge.group] = whole.get(judge.group, Fraction(0)) + weight
    return [weight / whole[judge.group] if weight else weight for judge, weight in zip(judges, own, strict=True)]


def _voice(judge: Judge, voices: Voices) -> Fraction:
    return Fraction(voices.populations.get(organisation_of(judge), 0)) if voices.voice == POPULATION else Fraction(1)


def groups_of(judges: Sequence[Judge]) -> Mapping[str, list[int]]:
    """The judges of each group by index, the groups in order of their names.

    >>> groups_of([Judge("a", "users"), Judge("b", "staff"), Judge("c", "users")])
    {'staff': [1], 'users': [0, 2]}
    """
    found: dict[str, list[int]] = {}
    for index, judge in enumerate(judges):
        found.setdefault(judge.group, []).append(index)
    return dict(sorted(found.items()))
