"""Side by side: the orders that many methods give the same needs, and how far they agree."""

from fractions import Fraction

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.methods.correlation import Correlation
from prioritera.methods.many import Method
from prioritera.methods.outrank import Preference
from prioritera.model.result import RankedList

# The order of the rule set itself, among the methods.
RULES = "rules"


@attrs.frozen(kw_only=True)
class Column:
    """One method's scores and ranks, in the order of the list's needs; a shared rank is a tie.

    Scores are exact fractions, or floating point where `exact` is False.
    """

    method: str
    scores: tuple[Fraction | float, ...] = attrs.field(converter=frozen_tuple)
    ranks: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    exact: bool = True


@attrs.frozen(kw_only=True)
class Agreement:
    """How far two methods agree; None where one of them tells no two needs apart."""

    first: str
    second: str
    tau: Correlation | None
    rho: Correlation | None


@attrs.frozen(kw_only=True)
class Open:
    """A need that no method is given, and the criteria whose value is not settled; none where only its place is open."""

    need_id: str
    criteria: tuple[str, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class NoOrder:
    """A method that gives no order of a list: why, as a word of the report, and the criteria that it is about."""

    method: str
    reason: str
    criteria: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class ListBeside:
    """One ranked list, side by side. `needs` are those whose values are all settled, in the order of the list.

    `alike` is False where the needs are not judged by the same criteria, or by none: then nothing is compared. `always` and `never` are
    the needs that every method, and that no method, ranks `top` or better. `without` are the methods that give no order of the list.
    """

    ranked: RankedList
    alike: bool
    top: int
    needs: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    columns: tuple[Column, ...] = attrs.field(converter=frozen_tuple, default=())
    agreements: tuple[Agreement, ...] = attrs.field(converter=frozen_tuple, default=())
    always: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    never: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    open: tuple[Open, ...] = attrs.field(converter=frozen_tuple, default=())
    without: tuple[NoOrder, ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def is_compared(self) -> bool:
        """Whether there are two needs or more to put in order."""
        return len(self.needs) > 1


@attrs.frozen(kw_only=True)
class SideBySide:
    """Every ranked list, by these methods. `preferences` are the functions of PROMETHEE II by criterion, where somebody has given any."""

    methods: tuple[Method, ...] = attrs.field(converter=frozen_tuple)
    preferences: FrozenMap[str, Preference] = attrs.field(converter=frozen_map, factory=FrozenMap)
    lists: tuple[ListBeside, ...] = attrs.field(converter=frozen_tuple)
