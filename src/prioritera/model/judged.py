"""How a criterion's value is made from what several judges said: where their answers stand, and how many become one."""

from fractions import Fraction

import attrs
from attrs import validators

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.checks import one_of, whole_number
from prioritera.model.text import Label

SCORES, BALLOTS, ORDERS = KINDS = ("scores", "ballots", "orders")
MEAN, MEDIAN, MEAN_OF_ITEMS = OF_SCORES = ("mean", "median", "mean-of-items")
POINTS, POSITION_POINTS = ("points", "position-points")
SUM_OF_RANKS, BORDA, COPELAND, KEMENY = ("sum-of-ranks", "borda", "copeland", "kemeny")
# What may be made of each kind of sheet.
COMBINES: FrozenMap[str, tuple[str, ...]] = FrozenMap(
    {
        SCORES: OF_SCORES,
        BALLOTS: (POINTS, POSITION_POINTS, BORDA, COPELAND, KEMENY),
        ORDERS: (SUM_OF_RANKS, BORDA, COPELAND, KEMENY),
    }
)
# Values that hang on which other needs are in the set: another need may change them.
RELATIVE = (POSITION_POINTS, SUM_OF_RANKS, BORDA, COPELAND, KEMENY)
AS_THEY_ARE, EQUAL = GROUPS = ("as-they-are", "equal")
PERSON, ORGANISATION, POPULATION = VOICES = ("person", "organisation", "population")
# What a ballot says of a need that it does not choose: that it stands below all that are chosen, or nothing.
BELOW, NOTHING = UNCHOSEN = ("below", "nothing")
BLANK = "blank"


@attrs.frozen(kw_only=True)
class Item:
    """One thing that judges answer: a column of their sheet, by its id or its label."""

    id: str
    label: Label | None = attrs.field(default=None, metadata={"meaning": False})


@attrs.frozen(kw_only=True)
class JudgedBy:
    """How many judges' answers become one value of a criterion.

    `items` are the columns that are counted, each answered on its own. `answers` are the words that an answer may be, with what each counts
    as, None for a blank; empty where answers are numbers, which then are whole numbers of `answer_step`. `points` are what each place of a
    ballot gives. The first of `voices` decides; the others are shown beside it. With fewer than `min_answers` there is no value.
    """

    source: str = attrs.field(validator=one_of(*KINDS))
    combine: str
    items: tuple[Item, ...] = attrs.field(converter=frozen_tuple, default=())
    answers: FrozenMap[str, Fraction | None] = attrs.field(converter=frozen_map, factory=FrozenMap)
    answer_step: Fraction = Fraction(1)
    points: tuple[int, ...] = attrs.field(converter=frozen_tuple, default=())
    groups: str = attrs.field(default=AS_THEY_ARE, validator=one_of(*GROUPS))
    voices: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=(PERSON,))
    unchosen: str = attrs.field(default=BELOW, validator=one_of(*UNCHOSEN))
    min_answers: int = attrs.field(default=1, validator=[whole_number, validators.ge(1)])

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be made of that kind of sheet."""
        if self.combine not in COMBINES[self.source]:
            raise ValueError(f"{self.combine} of {self.source}; expected one of {COMBINES[self.source]}")

    @property
    def is_relative(self) -> bool:
        """Whether the value hangs on which needs are in the set."""
        return self.combine in RELATIVE
