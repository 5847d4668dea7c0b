"""Coverage: how complete a round is, and what that says of how far its material can be trusted. Counts and ids; words come later."""

from fractions import Fraction

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.round import COUNTED_STATES, Reached

SENT, NOT_ASKED, NO_ANSWER, NO_NEED, REPRESENTED, UNRECORDED = COUNTED_STATES
# The field of a rule set that says what drives a need: local need, a state grant, a law, a fashion (K18:372).
DRIVER = "driver"
ANSWERED = (SENT, NO_NEED, REPRESENTED)


@attrs.frozen(kw_only=True)
class InStates:
    """The municipalities of one support structure, or of all, by state; of one of `rss` "" no structure is known.

    >>> states = InStates(rss="rss-gr", counts={"sent": 8, "no-need": 1, "no-answer": 3, "unrecorded": 1})
    >>> states.answered, states.rate
    (9, (Fraction(9, 13), Fraction(10, 13)))
    """

    rss: str
    counts: FrozenMap[str, int] = attrs.field(converter=frozen_map)

    def of(self, state: str) -> int:
        """How many there are of a state."""
        return self.counts.get(state, 0)

    @property
    def total(self) -> int:
        """All municipalities."""
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        """Those that have sent a need, answered that there is none, or are represented by a network that has."""
        return sum(self.of(state) for state in ANSWERED)

    @property
    def rate(self) -> tuple[Fraction, Fraction] | None:
        """The share that answered of those asked: the least and the most that it can be, for of some nothing is recorded.

        Who was not asked is in neither part. None when nobody is known to have been asked: there is no share of nobody.
        """
        asked = self.answered + self.of(NO_ANSWER)
        if not asked:
            return None
        open_ones = self.of(UNRECORDED)
        return Fraction(self.answered, asked + open_ones), Fraction(self.answered + open_ones, asked + open_ones)


@attrs.frozen(kw_only=True)
class SizeClass:
    """Municipalities with at least `low` and fewer than `high` inhabitants: how many there are, and how many have sent a need."""

    low: int
    high: int | None
    of: int
    sent: int


@attrs.frozen(kw_only=True)
class Sources:
    """What one need rests on: the documents that are named, and the kinds of evidence and methods."""

    need: str
    documents: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    kinds: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Coverage:
    """How complete a round is.

    `own` is the support structure that it is told to, "" when it is told to all; only it is told the names in `silent`.
    `other_structures` are those of the network that have sent no compilation, where others have. `areas` are needs an area, those without
    any among them. `kinds` are senders a kind of actor. `alone` are needs at the top of some criterion
    behind which a single organisation stands. `drivers` are needs by the word of the field `driver`, None where the rule set has no
    such field.
    """

    own: str = ""
    whole: InStates
    structures: tuple[InStates, ...] = attrs.field(converter=frozen_tuple, default=())
    other_structures: int = 0
    silent: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    areas: FrozenMap[str, int] = attrs.field(converter=frozen_map)
    kinds: FrozenMap[str, int] = attrs.field(converter=frozen_map)
    sizes: tuple[SizeClass, ...] = attrs.field(converter=frozen_tuple, default=())
    without_size: int = 0
    sources: tuple[Sources, ...] = attrs.field(converter=frozen_tuple, default=())
    alone: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    drivers: FrozenMap[str, int] | None = None
    reached: tuple[Reached, ...] = attrs.field(converter=frozen_tuple, default=())
    unrecorded_groups: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())

    def states_of(self, rss: str) -> dict[str, int]:
        """The municipalities of a structure by state; empty when the round has nothing to do with it."""
        found = next((one for one in self.structures if one.rss == rss), None)
        return dict(found.counts) if found is not None else {}
