"""Decision tables: ordered rules over declared fields, with a hit policy as the DMN standard defines it."""

from enum import StrEnum

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_tuple
from prioritera.model.condition import Condition
from prioritera.model.text import Label


class Hit(StrEnum):
    """Which of the rules that match decides: the first, or the only one there may be."""

    FIRST = "first"
    UNIQUE = "unique"


@attrs.frozen(kw_only=True)
class Target:
    """Where something goes, in the words of a rule: exactly one of the four.

    `actor` is one actor by id. `nearest` is the nearest actor of that kind to each sender. `origin` is back to each sender itself.
    `contact_of` is the contact named by what already exists and matched the need.
    """

    actor: str = ""
    nearest: str = ""
    origin: bool = False
    contact_of_support: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse none of the four, and more than one."""
        if sum([bool(self.actor), bool(self.nearest), self.origin, self.contact_of_support]) != 1:
            raise ValueError(f"{self!r} names not exactly one of actor, nearest, origin and contact_of_support")

    @property
    def name(self) -> str:
        """Its name in lists and output: an actor's id, "nearest:" and a kind, "origin", or "contact"."""
        if self.actor or self.nearest:
            return self.actor or f"nearest:{self.nearest}"
        return "origin" if self.origin else "contact"


@attrs.frozen(kw_only=True)
class Waypoint:
    """An actor that the way must pass. With `answer` the leg to it is an answer coming back, not a question going on."""

    actor: str
    answer: bool = False


@attrs.frozen(kw_only=True)
class Also:
    """Another who is told: `role` is "informed", or "invited" to tell the others."""

    target: Target
    role: str = "informed"


@attrs.frozen(kw_only=True)
class Course:
    """Where a need goes: the target, by way of the waypoints in order, and who else is told."""

    to: Target
    via: tuple[Waypoint, ...] = attrs.field(converter=frozen_tuple, default=())
    also: tuple[Also, ...] = attrs.field(converter=frozen_tuple, default=())


@attrs.frozen(kw_only=True)
class Rule:
    """One row of a table: when its conditions all hold, its conclusion is `then`.

    `then` is a word of the concluded field, the id of an outcome, or a course. `ask` names the fields to find out when the outcome is
    that a fact is needed, or that the need goes back to be made precise or anchored further.
    """

    id: str
    when: tuple[Condition, ...] = attrs.field(converter=frozen_tuple, default=())
    then: str | Course
    ask: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    because: Label | None = attrs.field(default=None, metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})


@attrs.frozen(kw_only=True)
class Table:
    """Rules that conclude one thing: the field `concludes`, "outcome" in triage, "destination" in the destination table."""

    id: str
    concludes: str
    hit: Hit = Hit.FIRST
    rules: tuple[Rule, ...] = attrs.field(converter=frozen_tuple)
    label: Label | None = attrs.field(default=None, metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    @property
    def reads(self) -> tuple[str, ...]:
        """The fields that some rule mentions, in the order they are first mentioned."""
        return tuple(dict.fromkeys(condition.field for rule in self.rules for condition in rule.when))
