"""Which cells of the score axis needs can be in: by what they can score, also when minimums that give outcomes are passed or failed."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.criterion import Criterion
from prioritera.model.ruleset import RuleSet
from prioritera.tables.evaluate import Seen
from prioritera.verify.sums import Sums, sums_of

# How a need came to its outcome: by no minimum, past all of them, or by one that gave it this outcome.
WITHOUT, PASSED = "", "passed"


@attrs.frozen(kw_only=True)
class Cell:
    """The points of one cell of the score axis, from `low` to `high`; none when `low` is above `high`."""

    low: int
    high: int


@attrs.frozen(kw_only=True)
class Heights:
    """What needs that came to their outcome in one way can score; `ways` holds one set of sums for each minimum that it can be by."""

    ways: tuple[Sums, ...] = attrs.field(converter=frozen_tuple)

    def hits(self, cell: Cell) -> bool | None:
        """Whether some need scores in the cell; None when that is not settled."""
        return some(way.hits(cell.low, cell.high) for way in self.ways)

    def first(self, cell: Cell) -> int:
        """The least number of points in the cell that is known to occur, or the first of the cell where none is known one by one."""
        return min((x for way in self.ways if (x := way.first(cell.low, cell.high)) is not None), default=cell.low)

    def nearest(self, low: int, high: int) -> tuple[int, ...]:
        """The points that occur next below `low` and next above `high`, as far as they are known."""
        below = [x for way in self.ways if (x := way.last(0, low - 1)) is not None]
        above = [x for way in self.ways if (x := way.first(high + 1, way.of)) is not None]
        return (*([max(below)] if below else []), *([min(above)] if above else []))


def some(answers: Iterable[bool | None]) -> bool | None:
    """Whether some answer is yes; None when none is but some is not settled.

    >>> some([False, None]), some([None, True])
    (None, True)
    """
    given = set(answers)
    return True if True in given else None if None in given else False


def cells_of(shares: Sequence[Seen], of: int) -> tuple[Cell, ...]:
    """The cells of the score axis in points, of the highest possible.

    Args:
        shares: the least share of each cell, rising from 0.
        of: the highest possible number of points.

    >>> cells_of([Fraction(0), Fraction(1, 2)], 3)
    (Cell(low=0, high=1), Cell(low=2, high=3))
    """
    starts = [-(-share.numerator * of // share.denominator) for share in shares if isinstance(share, Fraction)]
    return tuple(Cell(low=low, high=above - 1) for low, above in zip(starts, (*starts[1:], of + 1), strict=True))


def heights_of(rules: RuleSet, how: str, *, lower: bool) -> Heights:
    """What needs can score that came to their outcome in this way.

    Args:
        rules: sound.
        how: WITHOUT, PASSED, or the outcome that a failed minimum gives.
        lower: whether the lower ends of needs of which not all is known count too.
    """
    gates = [criterion for criterion in rules.criteria if criterion.minimum is not None and criterion.minimum.outcome]
    if how in {WITHOUT, PASSED}:
        ways = [_narrowed(rules.criteria, gates if how == PASSED else [], None)]
    else:
        by = [(gate, gates[:place]) for place, gate in enumerate(gates) if gate.minimum is not None and gate.minimum.outcome == how]
        ways = [_narrowed(rules.criteria, earlier, gate) for gate, earlier in by]
    return Heights(ways=[sums_of(way, rules.scale, lower=lower) for way in ways if way])


def _narrowed(criteria: Sequence[Criterion], passing: Sequence[Criterion], failing: Criterion | None) -> list[Criterion]:
    """The criteria with only the performances that pass, or fail, the minimums of some; nothing where there are none."""
    found = []
    for criterion in criteria:
        low, high = criterion.low, criterion.high
        least = 0 if criterion.minimum is None else criterion.minimum.x
        if criterion in passing:
            low = least if low is None else max(low, least)
        elif criterion is failing:
            high = least - 1 if high is None else min(high, least - 1)
        if low is not None and high is not None and low > high:
            return []
        found.append(attrs.evolve(criterion, low=low, high=high))
    return found
