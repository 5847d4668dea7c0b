"""What people have said of the weights of criteria, person by person."""

from fractions import Fraction

import attrs
from attrs import validators

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_rows, frozen_tuple
from prioritera.model.checks import one_of
from prioritera.model.criterion import Criterion

POINTS, SWING = "points", "swing"
CENTROID, RANK_SUM, RECIPROCAL = "rank-order-centroid", "rank-sum", "rank-reciprocal"
AHP, TRADEOFFS = "ahp", "tradeoffs"
RANKED = (CENTROID, RANK_SUM, RECIPROCAL)
# The methods whose sheet has one row a person and one column a criterion.
IN_ROWS = (POINTS, SWING, *RANKED)
METHODS = (*IN_ROWS, AHP, TRADEOFFS)
VOICES = ("person", "group")


@attrs.frozen(kw_only=True)
class Strained:
    """A judgement of a pair, by the places of its criteria, and how many times it differs from what the person's weights give."""

    criterion: int
    other: int
    times: float
    span: Span = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Said:
    """One person's weights: a share for each criterion, in the order of the rule set, 1 in all.

    `exact` is False where the shares were rounded to millionths before they were made to be 1 in all (AHP). `consistency` is Saaty's ratio,
    or None where there is none, and `strained` the judgements that differ the most, if the ratio is above 0.10. `answered` is how many of
    `possible` questions the person has answered. `points` are those of the levels of each criterion (trade-offs), otherwise none.
    """

    person: str
    group: str = ""
    method: str = attrs.field(validator=one_of(*METHODS))
    shares: tuple[Fraction, ...] = attrs.field(converter=frozen_tuple)
    exact: bool = True
    answered: int
    possible: int
    consistency: float | None = None
    strained: tuple[Strained, ...] = attrs.field(converter=frozen_tuple, default=())
    points: tuple[tuple[Fraction, ...], ...] = attrs.field(converter=frozen_rows, default=())
    span: Span | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Contradiction:
    """Answers of a person that cannot all hold, each as it was said. `fewest`: no fewer of the person's answers contradict each other."""

    person: str
    answers: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    fewest: bool


@attrs.frozen(kw_only=True)
class Spread:
    """How far apart people's shares of one criterion are."""

    least: Fraction
    median: Fraction
    most: Fraction


@attrs.frozen(kw_only=True)
class Elicited:
    """Weights from people: everybody's own, and what they come to together.

    `set_aside` names the people whose answers could not be used; their faults say why. `shares` are the group's, exact, in the order of
    `criteria`; `weights` are whole numbers in the same proportions, or nearly so where `rounded_to` says how many parts the shares were
    rounded to (0: not rounded).
    """

    criteria: tuple[Criterion, ...] = attrs.field(converter=frozen_tuple)
    people: tuple[Said, ...] = attrs.field(converter=frozen_tuple, validator=validators.min_len(1))
    set_aside: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    contradictions: tuple[Contradiction, ...] = attrs.field(converter=frozen_tuple, default=())
    voices: str = attrs.field(default=VOICES[0], validator=one_of(*VOICES))
    shares: tuple[Fraction, ...] = attrs.field(converter=frozen_tuple)
    spreads: tuple[Spread, ...] = attrs.field(converter=frozen_tuple)
    weights: tuple[int, ...] = attrs.field(converter=frozen_tuple)
    rounded_to: int = 0

    @property
    def asked(self) -> int:
        """How many people said something, of use or not."""
        return len(self.people) + len(self.set_aside)
