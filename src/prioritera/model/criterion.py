"""Criteria: what needs are judged on, each with its scale, its weight and where it is from."""

from fractions import Fraction

import attrs
from attrs import validators

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_tuple
from prioritera.methods.relative import RELATIVE
from prioritera.methods.scales import Function
from prioritera.model.bar import Bar
from prioritera.model.checks import one_of, whole_number
from prioritera.model.judged import JudgedBy
from prioritera.model.text import Label


@attrs.frozen(kw_only=True)
class Level:
    """A described place on a scale: from `x` steps on, people see `label`."""

    x: int = attrs.field(validator=whole_number)
    label: Label = attrs.field(metadata={"meaning": False})


@attrs.frozen(kw_only=True)
class PanelRule:
    """How several judges' answers become one value: their median or mean, when at least `min_answers` of them answered."""

    statistic: str = attrs.field(default="median", validator=one_of("median", "mean"))
    min_answers: int = attrs.field(default=1, validator=[whole_number, validators.ge(1)])


@attrs.frozen(kw_only=True)
class Cap:
    """The value may not exceed what another criterion's value allows: min(v, function(x of `by`)).

    `function` is over the other criterion's performance, with heights on this criterion's scale.
    """

    by: str
    function: Function


@attrs.frozen(kw_only=True)
class Minimum:
    """The least performance, in steps. A need that fails it gets the outcome, or the lowest tier when `outcome` is ""."""

    x: int = attrs.field(validator=whole_number)
    outcome: str = ""


@attrs.frozen(kw_only=True)
class Criterion:
    """One thing that needs are judged on. `weight` is a whole share of the sum of weights.

    `step` is the least difference that the scale knows; performances are whole numbers of it, from `low` to `high` (None: no bound).
    `direction` is what the value function is claimed to do: "higher-first", "lower-first" or "none" claimed.
    `relative` says by what its value is scaled relative to the needs of a round (one of `methods.relative.RELATIVE`; "" for a fixed
    scale); the function then stands for one that only a round gives. `not_applicable` is the performance that "not applicable" counts as,
    or None: the whole scale. `judged` is how the value is made of what several judges said in files of their own, or None where only
    records say it.
    """

    id: str
    label: Label = attrs.field(metadata={"meaning": False})
    weight: int = attrs.field(validator=[whole_number, validators.ge(1)])
    function: Function
    step: Fraction = Fraction(1)
    low: int | None = None
    high: int | None = None
    direction: str = attrs.field(default="higher-first", validator=one_of("higher-first", "lower-first", "none"))
    levels: tuple[Level, ...] = attrs.field(converter=frozen_tuple, default=(), metadata={"meaning": False})
    unit: Label | None = attrs.field(default=None, metadata={"meaning": False})
    question: Label | None = attrs.field(default=None, metadata={"meaning": False})
    filled_by: str = attrs.field(default="", metadata={"meaning": False})
    panel: PanelRule = PanelRule()
    judged: JudgedBy | None = None
    not_applicable: int | None = None
    relative: str = attrs.field(default="", validator=one_of("", *RELATIVE))
    bars: tuple[Bar, ...] = attrs.field(converter=frozen_tuple, default=())
    cap: Cap | None = None
    minimum: Minimum | None = None
    because: Label | None = attrs.field(default=None, metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    def level_at(self, x: int) -> Level | None:
        """The described level that a performance of x steps has, or None where the scale describes none."""
        found = None
        for level in self.levels:
            if level.x <= x:
                found = level
        return found
