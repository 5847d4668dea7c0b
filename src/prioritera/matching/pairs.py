"""What is left to decide: the candidates that no decision settles, in groups, beside what has been decided."""

from collections.abc import Mapping, Sequence

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.matching.groups import Groups, joined
from prioritera.matching.lexicon import swedish
from prioritera.matching.likeness import Candidate
from prioritera.matching.search import candidates
from prioritera.matching.voices import spoken
from prioritera.model.merge import SAME, PairDecision
from prioritera.model.need import Need


@attrs.frozen(kw_only=True)
class Pairs:
    """The pairs of a round.

    `open` are candidates that wait, the most alike first; `clusters` the ids of the needs that they join, each group by id. `decided` are
    the decisions that hold, `changed` those that do not because a wording is another now, `aside` those about records that were set aside.
    """

    needs: FrozenMap[str, Need] = attrs.field(converter=frozen_map)
    open: tuple[Candidate, ...] = attrs.field(converter=frozen_tuple)
    clusters: tuple[tuple[str, ...], ...] = attrs.field(converter=frozen_tuple)
    decided: tuple[PairDecision, ...] = attrs.field(converter=frozen_tuple, default=())
    changed: tuple[PairDecision, ...] = attrs.field(converter=frozen_tuple, default=())
    aside: tuple[PairDecision, ...] = attrs.field(converter=frozen_tuple, default=())


def open_pairs(needs: Sequence[Need], groups: Groups, decided: Sequence[PairDecision]) -> tuple[Candidate, ...]:
    """The candidates that no decision settles: one for each two needs as they are after merging, the most alike.

    Args:
        needs: the records that became needs.
        groups: which of them are one.
        decided: the decisions that hold.

    Raises:
        PrioriteraError: the extra `matching` is not installed.
    """
    lexicon = swedish()
    kept = groups.kept
    settled = {frozenset({kept[pair.first], kept[pair.second]}) for pair in decided if pair.verdict != SAME}
    found: dict[frozenset[str], Candidate] = {}
    for one in candidates([spoken(need, lexicon) for need in needs], lexicon):
        ends = frozenset({kept[one.first], kept[one.second]})
        if len(ends) > 1 and ends not in settled:
            found.setdefault(ends, one)
    return tuple(found.values())


def clustered(found: Sequence[Candidate]) -> tuple[tuple[str, ...], ...]:
    """The needs that candidates join, in groups: the group of the most alike pair first.

    >>> clustered([Candidate(first="b", second="c", score=900), Candidate(first="a", second="d", score=400)])
    (('b', 'c'), ('a', 'd'))
    """
    names = dict.fromkeys(name for one in found for name in (one.first, one.second))
    ends: Mapping[str, str] = joined({name: name for name in names}, [(one.first, one.second) for one in found])
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(ends[name], []).append(name)
    return tuple(tuple(sorted(group)) for group in groups.values())
