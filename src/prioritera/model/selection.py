"""Selections: how many needs of the ranked lists are taken up, of each group and in all; and what came of it, need by need."""

from datetime import date

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.methods.limits import Limits, Shortfall
from prioritera.methods.order import Side
from prioritera.model.checks import one_of
from prioritera.model.text import Label

LIMITS, UNION = KINDS = ("limits", "union")
# What needs may be grouped by besides fields: the list that they stand in, and, in a union, the groups of judges.
LIST, JUDGES = ("list", "judges")


@attrs.frozen(kw_only=True)
class Selection:
    """What is to be selected of the ranked lists, as a rule set or a round says it.

    Of kind "limits": at most `size` in all, and of each group that `per` makes `limits`, or what `groups` says of that very group. Of kind
    "union": the `top` first of each group together; where `per` is "judges" the groups are those that judged `criterion`. `areas`,
    `outcomes` and `destinations` narrow which needs it is about; empty is all.
    `chosen` are needs of the grey zone that a person has chosen, which only a round says.
    """

    id: str
    kind: str = attrs.field(default=LIMITS, validator=one_of(*KINDS))
    label: Label | None = attrs.field(default=None, metadata={"meaning": False})
    areas: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    outcomes: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    destinations: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    per: str = ""
    size: int | None = None
    limits: Limits = attrs.field(factory=Limits)
    groups: FrozenMap[str, Limits] = attrs.field(converter=frozen_map, factory=FrozenMap)
    top: int | None = None
    criterion: str = ""
    chosen: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=(), metadata={"meaning": False})
    decided_by: str = attrs.field(default="", metadata={"meaning": False})
    on: date | None = attrs.field(default=None, metadata={"meaning": False})
    because: Label | None = attrs.field(default=None, metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    def __attrs_post_init__(self) -> None:
        """Refuse a union without its number, judges without what they judged, and limits of groups that nothing makes."""
        if self.kind == UNION and (self.top is None or (self.per == JUDGES) != bool(self.criterion)):
            raise ValueError(
                f"the union {self.id} has top {self.top} and criterion {self.criterion!r}; expected a top, and what judges judged"
            )
        if not self.per and (self.kind == UNION or self.groups or self.limits != Limits()):
            raise ValueError(f"the selection {self.id} has limits by group; expected `per` to say which groups")


@attrs.frozen(kw_only=True)
class Top:
    """Where a need stands among those of one group of a union, and on which side of the group's top."""

    group: str
    best: int
    worst: int
    side: Side


@attrs.frozen(kw_only=True)
class Pick:
    """One need of a selection: on which side it stands, and why.

    `best` and `worst` are its places in its own list. Under limits `why` is what keeps it out, or may; `is_tie` says that it is in the grey
    zone because of equal places alone, and `by_least` that its group's least number takes it in. `by_hand` says that it was in the grey
    zone, and that a person's choice took it in or left it out. `tops` are its places in the groups of a union.
    """

    need: str
    side: Side
    list_id: str
    best: int
    worst: int
    group: str = ""
    why: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    is_tie: bool = False
    by_least: bool = False
    by_hand: bool = False
    tops: tuple[Top, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Share:
    """One group of a selection: its limits, how many needs it has, how many are in, and how many of its grey zone there is room for."""

    group: str
    limits: Limits
    of: int
    inside: int
    grey: int
    room: int = 0


@attrs.frozen(kw_only=True)
class Selected:
    """What came of a selection. `picks` are in listing order; where a limit cannot be met there are `shortfalls`, and nothing is selected.

    `open` is how many of the grey zone are still to be chosen by a person. `not_placed` are needs of the lists of which too little is known
    to be placed, so that they are not among what is selected from. `is_across` says that places of several lists are held together.
    `barred` are what differs between needs that would be held together though the rules say that they cannot be compared; then nothing is
    selected. `refused` are needs that were chosen by hand and cannot be, by why: "not-grey" or "too-many"; then no choice by hand counts.
    """

    selection: Selection
    picks: tuple[Pick, ...] = attrs.field(converter=frozen_tuple, default=())
    groups: tuple[Share, ...] = attrs.field(converter=frozen_tuple, default=())
    open: int = 0
    not_placed: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    is_across: bool = False
    barred: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    refused: FrozenMap[str, tuple[str, ...]] = attrs.field(converter=frozen_map, factory=FrozenMap)
    shortfalls: tuple[Shortfall, ...] = attrs.field(converter=frozen_tuple, default=())

    def on(self, side: Side) -> tuple[Pick, ...]:
        """The picks on one side, in listing order."""
        return tuple(pick for pick in self.picks if pick.side is side)
