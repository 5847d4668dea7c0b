"""Counts of persons as they may be shown: a small one only as "fewer than", and no sum from which a small one could be worked out.

Counts come in; what may be shown of each goes out. The limit is the round's `smallest_cell`; where nobody has said, a proposal, which is to
be said to be one wherever it shows.
"""

from collections.abc import Mapping

import attrs

from prioritera.frozen import FrozenMap, frozen_map
from prioritera.model.checks import one_of
from prioritera.words.catalogue import say

# The form for municipalities asks for 1-4 as one answer, "because smaller counts must not be shown"; no source gives a limit. A proposal.
PROPOSED_LIMIT = 5
# Below a limit of two only 0 would be hidden, and so known.
LEAST_LIMIT = 2
COUNT, FEW, WITHHELD, MISSING = KINDS = ("count", "few", "withheld", "missing")


@attrs.frozen(kw_only=True)
class Shown:
    """What may be shown of a count: the count, that it is few (below the limit), that it is withheld, or that it is not known.

    `count` is None for all but the first: what is not to be shown is not here.
    """

    kind: str = attrs.field(validator=one_of(*KINDS))
    count: int | None = None
    limit: int = PROPOSED_LIMIT

    def say(self, language: str) -> str:
        """In words.

        >>> shown_count(3, 5).say("sv"), shown_count(None, 5).say("en"), shown_count(12, 5).say("sv")
        ('färre än 5', 'not known', '12')
        """
        return str(self.count) if self.kind == COUNT else say(language, f"shown.{self.kind}", limit=self.limit)


@attrs.frozen(kw_only=True)
class ShownCounts:
    """What may be shown of several counts and of their sum."""

    cells: FrozenMap[str, Shown] = attrs.field(converter=frozen_map)
    total: Shown


def shown_count(count: int | None, limit: int | None = None) -> Shown:
    """What may be shown of one count of persons, when nothing else is shown that it is part of.

    Args:
        count: of persons; None when it is not known, which is not 0. 0 is below every limit.
        limit: the least count that is shown; the proposal when None.

    Raises:
        ValueError: the count is negative, or the limit too small to hide anything.

    >>> shown_count(4, 5).kind, shown_count(5, 5).count, shown_count(0, 5).kind
    ('few', 5, 'few')
    """
    least = PROPOSED_LIMIT if limit is None else limit
    if least < LEAST_LIMIT:
        raise ValueError(f"the limit is {least}; below {LEAST_LIMIT} nothing is hidden")
    if count is None:
        return Shown(kind=MISSING, limit=least)
    if count < 0:
        raise ValueError(f"{count} persons; a count is not negative")
    return Shown(kind=COUNT, count=count, limit=least) if count >= least else Shown(kind=FEW, limit=least)


def shown_range(low: int, high: int | None, limit: int | None = None) -> tuple[int, int | None]:
    """What may be shown of a count of persons that is known to lie in a range; `high` is None for a range without an end.

    A range that begins below the limit is shown from 0 to at least the highest count that is hidden, so that 0 is not told from few.

    >>> shown_range(0, 0, 5), shown_range(1, 4, 5), shown_range(5, 19, 5), shown_range(5, 19, 10), shown_range(100, None, 5)
    ((0, 4), (0, 4), (5, 19), (0, 19), (100, None))
    """
    least = PROPOSED_LIMIT if limit is None else limit
    return (low, high) if low >= least else (0, None if high is None else max(high, least - 1))


def shown_counts(counts: Mapping[str, int | None], limit: int | None = None) -> ShownCounts:
    """What may be shown of several counts of persons, and of the sum of those that are known.

    The sum is withheld where a small count could be worked out from it: when one count alone is hidden, and when the hidden ones are all 0
    or all as large as a hidden one can be. It is then not told which. Only one sum of the same counts may be shown, and no other table that
    holds some of them.

    Args:
        counts: by whom they are of; None is not known, and is in no sum.
        limit: as for `shown_count`.

    >>> told = shown_counts({"a": 12, "b": 3}, 5)
    >>> told.cells["b"].kind, told.total.kind
    ('few', 'withheld')
    >>> shown_counts({"a": 12, "b": 3, "c": 2}, 5).total.count
    17
    """
    cells = {name: shown_count(count, limit) for name, count in counts.items()}
    known = [count for count in counts.values() if count is not None]
    total = shown_count(sum(known) if known else None, limit)
    hidden = [count for count in known if count < total.limit]
    withheld = Shown(kind=WITHHELD, limit=total.limit)
    if len(hidden) == 1:
        return ShownCounts(cells=cells, total=total if len(known) == 1 else withheld)
    all_alike = bool(hidden) and sum(hidden) in {0, len(hidden) * (total.limit - 1)}
    return ShownCounts(cells=cells, total=withheld if all_alike else total)
