"""Explanations: why a need stands and goes where it does, and why one stands before another. Values; rendering is elsewhere."""

from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.result import Decision
from prioritera.model.trace import Trace


@attrs.frozen(kw_only=True)
class Explanation:
    """The reasons of one decision.

    `tables` explain, in the order they were run, each table that was evaluated; where the result hangs on an unknown, `open` is said in
    the table's verdict. `score` is None for a need that has none. `proposals` are the ids of the rules and criteria the decision used that
    are proposals; `sourced` those that carry a source.
    """

    decision: Decision
    tables: tuple[Trace, ...] = attrs.field(converter=frozen_tuple)
    score: Trace | None = None
    proposals: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    sourced: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class ValueChange:
    """The smallest change of one need's value on one criterion that turns a pair, or ties it.

    `before` is None when the value is not exactly known now; `before` and `after` are performances in the criterion's own unit.
    `steps` counts described levels where the scale has them, otherwise the criterion's declared steps; None when `before` is.
    """

    criterion: str
    need: str
    before: Fraction | None
    after: Fraction
    steps: int | None
    ties: bool = False


@attrs.frozen(kw_only=True)
class WeightChange:
    """The smallest change of one weight, the others fixed, that turns a pair, or ties it."""

    criterion: str
    before: int
    after: int
    ties: bool = False


@attrs.frozen(kw_only=True)
class Difference:
    """One criterion's part in two needs' scores, in points: the least and the most of each."""

    criterion: str
    first: tuple[int, int]
    second: tuple[int, int]


@attrs.frozen(kw_only=True)
class Comparison:
    """Why one need stands before another.

    `relation` is "before" (the first is ahead whatever is found out), "after", "tie" (equal and certain), "open" (it hangs on what is not
    known; the listing puts `listed_first` first) or "not-compared". Then `separated_by` names what separates them: ("outcome", rule id of
    the one, rule id of the other), ("area", …), ("destination", …), ("not-placed", need id) or ("not-ranked", need id).
    """

    first: str
    second: str
    relation: str
    listed_first: str = ""
    separated_by: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    differences: tuple[Difference, ...] = attrs.field(converter=frozen_tuple, default=())
    value_changes: tuple[ValueChange, ...] = attrs.field(converter=frozen_tuple, default=())
    weight_changes: tuple[WeightChange, ...] = attrs.field(converter=frozen_tuple, default=())
    tie_breaker: str = ""
