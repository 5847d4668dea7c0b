"""Robustness: how much of each ranked list hangs on the weights, when they are drawn instead of taken as decided."""

from enum import StrEnum
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.methods.order import Side
from prioritera.methods.tops import Often
from prioritera.model.result import RankedList

# Where the number of places at the top is from: what was asked for, the round's cut, a selection, or the first place where nobody has said.
ASKED, CUT, SELECTION, FIRST = ("asked", "cut", "selection", "first")


class Holds(StrEnum):
    """Whether a need is among the first k: shown for all weights, seen in every draw or in none, or hanging on the weights.

    On the line it is in every draw, and never certain, for something else than a weight is open: a value, or a shared place.
    """

    ALWAYS = "always"
    EVERY_DRAW = "every-draw"
    HANGS = "hangs"
    ON_THE_LINE = "on-the-line"
    NO_DRAW = "no-draw"
    NEVER = "never"


@attrs.frozen(kw_only=True)
class NeedHolds:
    """One need: where it stands with the weights that are decided, how often it is among the first k and first, and whether it holds.

    `central` are the mean weights with which it is certainly first, one a criterion of the list; None where it never is.
    """

    need_id: str
    best: int
    worst: int
    side: Side
    top: Often
    first: Often
    holds: Holds
    central: tuple[Fraction, ...] | None = None


@attrs.frozen(kw_only=True)
class Change:
    """A need that stands on another side of the cut."""

    need_id: str
    before: Side
    after: Side


@attrs.frozen(kw_only=True)
class Turn:
    """The weight past which somebody changes sides, the others fixed; and who does."""

    weight: Fraction
    changes: tuple[Change, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class WeightHolds:
    """One criterion's weight, and how far it can be lowered and raised by itself; None where no weight above 0 changes who is in."""

    criterion: str
    weight: int
    down: Turn | None = None
    up: Turn | None = None

    @property
    def nearest(self) -> Turn | None:
        """The smallest change of the weight that changes who is in, downwards where both are as great."""
        turns = [turn for turn in (self.down, self.up) if turn is not None]
        return min(turns, key=lambda turn: abs(turn.weight - self.weight), default=None)


@attrs.frozen(kw_only=True)
class ListHolds:
    """One ranked list. `needs` are those placed, in the order of the list; where none is, nothing is drawn.

    `k` is how many places are the top, and `k_from` whence it is. `criteria` are those that the list is judged by.
    """

    ranked: RankedList
    k: int
    k_from: str
    needs: tuple[NeedHolds, ...] = attrs.field(converter=frozen_tuple, default=())
    criteria: tuple[WeightHolds, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def whole(self) -> int:
        """The sum of the weights of the criteria that the list is judged by."""
        return sum(one.weight for one in self.criteria)

    def that(self, holds: Holds) -> tuple[NeedHolds, ...]:
        """The needs of one kind, in the order of the list."""
        return tuple(need for need in self.needs if need.holds is holds)


@attrs.frozen(kw_only=True)
class Robustness:
    """Every ranked list, with weights drawn so many times among those `weights` says. `by_score` says that the score decides routes too.

    Routes, outcomes, classes and minimums are kept as the weights that are decided made them.
    """

    weights: str
    samples: int
    seed: int
    by_score: bool = False
    lists: tuple[ListHolds, ...] = attrs.field(converter=frozen_tuple)
