"""What is known of one thing: a value, a range, a panel's answers, or which of five ways it is missing."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.checks import whole_number
from prioritera.model.judgement import Judgement


class Reason(StrEnum):
    """Why a value is missing. The five are different answers, and none of them is 0."""

    NOT_FILLED_IN = "not-filled-in"
    DONT_KNOW = "dont-know"
    NOT_YET_JUDGED = "not-yet-judged"
    VARIES = "varies"
    NOT_APPLICABLE = "not-applicable"


@attrs.frozen
class Missing:
    """Nothing is known: the whole scale is open."""

    reason: Reason = Reason.NOT_FILLED_IN


@attrs.frozen
class Exact:
    """A performance of `x` whole steps."""

    x: int = attrs.field(validator=whole_number)


@attrs.frozen
class Interval:
    """A performance from `low` to `high` whole steps, both possible. `reason` says which missing state narrowed to it, if one did.

    >>> Interval(low=1, high=3).high
    3
    """

    low: int = attrs.field(validator=whole_number)
    high: int = attrs.field(validator=whole_number)
    reason: Reason | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse an empty interval."""
        if self.low > self.high:
            raise ValueError(f"the interval is {self.low} to {self.high}; expected low not above high")


@attrs.frozen
class Panel:
    """The answers of several judges, each an exact performance or the reason why there is none.

    `x` is the panel's value in whole steps, quantised once by the criterion's rule, or None when too few answered.

    >>> Panel(answers=(Fraction(2), Missing(Reason.DONT_KNOW)), x=None).answered
    1
    """

    answers: tuple[Fraction | Missing, ...] = attrs.field(converter=frozen_tuple)
    x: int | None

    @property
    def answered(self) -> int:
        """How many gave a performance."""
        return sum(isinstance(answer, Fraction) for answer in self.answers)


Value = Exact | Interval | Missing | Panel


@attrs.frozen(kw_only=True)
class Assessment:
    """A need's value on one criterion, with where it is from. `raw` is the value as it was written, for people to see.

    `by`, `on` and `because` are who judged it, which day and why. `judged` is what the value was made of, where several judges said it in
    files of their own.
    """

    value: Value
    raw: str = ""
    source: str = ""
    by: str = ""
    on: date | None = None
    because: str = ""
    judged: Judgement | None = None


FactValue = str | int | bool | frozenset[str] | Missing


@attrs.frozen(kw_only=True)
class Fact:
    """What a need says of one field: a word, a whole number, a truth value, a set of words, or missing; who said it, which day and why."""

    value: FactValue
    source: str = ""
    by: str = ""
    on: date | None = None
    because: str = ""


# Nobody has judged: that needs no reason.
NOT_JUDGED = (Missing(Reason.NOT_FILLED_IN), Missing(Reason.NOT_YET_JUDGED))


@attrs.frozen
class Known:
    """A derived field's value when it is certain."""

    value: FactValue


@attrs.frozen
class Between:
    """A derived count or ordered level that lies from `low` to `high`, both possible."""

    low: int = attrs.field(validator=whole_number)
    high: int = attrs.field(validator=whole_number)

    def __attrs_post_init__(self) -> None:
        """Refuse an empty range."""
        if self.low > self.high:
            raise ValueError(f"the range is {self.low} to {self.high}; expected low not above high")
