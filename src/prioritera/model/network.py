"""Networks: actors, the channels between them, and who may take on what."""

from datetime import date
from functools import cached_property

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import FrozenMap, frozen_map, frozen_set, frozen_tuple
from prioritera.model.checks import one_of, whole_number
from prioritera.model.meaning import meaning_hash
from prioritera.model.text import Label

# Forward channels carry a question on its way; back channels carry what came of it.
FORWARD = ("raises", "forwards", "commissions", "represents")
BACK = ("answers", "informs")
LEVELS = ("local", "sub-regional", "regional", "national")


@attrs.frozen(kw_only=True)
class Population:
    """How many live in a municipality, at the end of a year. A fact to show and to group by; no rule reads it."""

    persons: int = attrs.field(validator=whole_number)
    year: int = attrs.field(validator=whole_number)


@attrs.frozen(kw_only=True)
class Actor:
    """A body that raises, carries or takes on needs.

    `organisation` is what it is counted as: an actor of its own unless two share one (Gotland is municipality and region). `members`
    of a support structure are the actors that name it in `member_of`. `part_of` is the body that a sub-municipal actor belongs to.
    `other_authority` marks another responsible authority than the municipality's social services, a school or a user organisation.
    `county` is the code of its county. `valid_from` and `valid_to` are the first and the last day, or only the year, that it has been as
    it is here; None is not known.
    """

    id: str
    label: Label = attrs.field(metadata={"meaning": False})
    kind: str
    level: str = attrs.field(validator=one_of(*LEVELS))
    organisation: str = ""
    part_of: str = ""
    member_of: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    other_authority: bool = False
    code: str = ""
    names: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    contact: str = attrs.field(default="", metadata={"meaning": False})
    note: Label | None = attrs.field(default=None, metadata={"meaning": False})
    county: str = attrs.field(default="", repr=False, metadata={"meaning": False})
    population: Population | None = attrs.field(default=None, repr=False, metadata={"meaning": False})
    valid_from: date | int | None = attrs.field(default=None, repr=False, metadata={"meaning": False})
    valid_to: date | int | None = attrs.field(default=None, repr=False, metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    @property
    def counts_as(self) -> str:
        """The organisation it is counted as."""
        return self.organisation or self.id

    def was_there_on(self, day: date) -> bool:
        """Whether nothing known says that it was not, on a day. Of an end that is only a year, the whole year counts.

        >>> heby = Actor(id="k0331", label=Label(sv="Heby", en="Heby"), kind="municipality", level="local", valid_from=2007)
        >>> heby.was_there_on(date(2006, 12, 31)), heby.was_there_on(date(2007, 1, 1))
        (False, True)
        """
        begins, ends = self.valid_from, self.valid_to
        too_early = begins is not None and (day < begins if isinstance(begins, date) else day.year < begins)
        return not too_early and (ends is None or (day <= ends if isinstance(ends, date) else day.year <= ends))


@attrs.frozen(kw_only=True)
class Channel:
    """One way from an actor to another. Empty `outcomes` or `areas` carry all.

    `days` is how long a stop takes, None when nobody has said. `subject_to` is the committee whose recorded decision lets it through.
    """

    id: str
    kind: str = attrs.field(validator=one_of(*FORWARD, *BACK))
    source: str
    target: str
    outcomes: frozenset[str] = attrs.field(converter=frozen_set, default=frozenset())
    areas: frozenset[str] = attrs.field(converter=frozen_set, default=frozenset())
    days: int | None = None
    subject_to: str = ""
    reference: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    @property
    def is_forward(self) -> bool:
        """Whether it carries questions on, rather than answers back."""
        return self.kind in FORWARD

    def carries(self, outcome: str, area: str) -> bool:
        """Whether a need with this outcome in this area may pass."""
        return (not self.outcomes or outcome in self.outcomes) and (not self.areas or area in self.areas)


@attrs.frozen(kw_only=True)
class Mandate:
    """What an actor may take on. Empty `areas` are all; outcomes must be named."""

    actor: str
    outcomes: frozenset[str] = attrs.field(converter=frozen_set)
    areas: frozenset[str] = attrs.field(converter=frozen_set, default=frozenset())
    reference: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    def covers(self, outcome: str, area: str) -> bool:
        """Whether it covers this outcome in this area."""
        return outcome in self.outcomes and (not self.areas or area in self.areas)


@attrs.frozen(kw_only=True)
class Network:
    """Actors by id, channels and mandates. `kinds` and `counties` hold the words that people see for those of the actors."""

    id: str
    label: Label = attrs.field(metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    kinds: FrozenMap[str, Label] = attrs.field(converter=frozen_map, factory=FrozenMap, metadata={"meaning": False})
    counties: FrozenMap[str, Label] = attrs.field(converter=frozen_map, factory=FrozenMap, metadata={"meaning": False})
    actors: FrozenMap[str, Actor] = attrs.field(converter=frozen_map)
    channels: tuple[Channel, ...] = attrs.field(converter=frozen_tuple)
    mandates: tuple[Mandate, ...] = attrs.field(converter=frozen_tuple, default=())
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    @cached_property
    def meaning(self) -> str:
        """The meaning hash; nothing here can change, so that it is reckoned once."""
        return meaning_hash(self)

    def has_mandate(self, actor: str, outcome: str, area: str) -> bool:
        """Whether the actor may take on a need with this outcome in this area."""
        return any(mandate.actor == actor and mandate.covers(outcome, area) for mandate in self.mandates)
