"""Decision tables: ordered rules over declared fields, with a hit policy as the DMN standard defines it."""

from enum import StrEnum
from functools import cached_property

import attrs

from prioritera.diagnostics import Span
from prioritera.frozen import frozen_tuple
from prioritera.model.condition import Condition
from prioritera.model.text import Label


class Hit(StrEnum):
    """What the rules that match come to.

    One of them decides: the first; the only one there may be; any of them, for they must all give the same; or the one whose conclusion
    stands first in the table's `order`. Or all of them are heard: collected, in no order that means anything; in the order of the rules;
    or in the order of their conclusions.
    """

    FIRST = "first"
    UNIQUE = "unique"
    ANY = "any"
    PRIORITY = "priority"
    COLLECT = "collect"
    RULE_ORDER = "rule-order"
    OUTPUT_ORDER = "output-order"


# The policies under which one rule decides; under the others every rule that matches is heard.
SINGLE = frozenset({Hit.FIRST, Hit.UNIQUE, Hit.ANY, Hit.PRIORITY})
# The policies under which a table says in which order its conclusions stand.
RANKED = frozenset({Hit.PRIORITY, Hit.OUTPUT_ORDER})


class Aggregate(StrEnum):
    """What a table that collects makes of its conclusions: the set of them, how many rules match, their sum, the least or the greatest."""

    LIST = "list"
    COUNT = "count"
    SUM = "sum"
    MIN = "min"
    MAX = "max"


# What is made of numbers that rules conclude; of no number there is no sum, no least and no greatest.
NUMERIC = frozenset({Aggregate.SUM, Aggregate.MIN, Aggregate.MAX})


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

    `then` is a word of the concluded field, the id of an outcome, or a course; a whole number in a table that collects a sum, the least or
    the greatest. A table that counts its rules reads no `then`. `ask` names the fields to find out when the outcome is that a fact is
    needed, or that the need goes back to be made precise or anchored further.
    """

    id: str
    when: tuple[Condition, ...] = attrs.field(converter=frozen_tuple, default=())
    then: str | int | Course
    ask: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    because: Label | None = attrs.field(default=None, metadata={"meaning": False})
    source: str = attrs.field(default="", metadata={"meaning": False})
    status: str = attrs.field(default="", metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})


@attrs.frozen(kw_only=True)
class Table:
    """Rules that conclude one thing: the field `concludes`, "outcome" in triage, "destination" in the destination table.

    `aggregate` says what a table that collects makes of its conclusions. `order` are the words concluded, best first, where the hit policy
    ranks them. `default` is what is concluded when no rule matches: a rule without conditions; of a table that counts, a whole number.
    """

    id: str
    concludes: str
    hit: Hit = Hit.FIRST
    aggregate: Aggregate = Aggregate.LIST
    order: tuple[str, ...] = attrs.field(converter=frozen_tuple, default=())
    rules: tuple[Rule, ...] = attrs.field(converter=frozen_tuple)
    default: Rule | None = None
    label: Label | None = attrs.field(default=None, metadata={"meaning": False})
    span: Span | None = attrs.field(default=None, eq=False, repr=False, metadata={"meaning": False})

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The fields that some rule mentions, in the order they are first mentioned."""
        return tuple(dict.fromkeys(condition.field for rule in self.rules for condition in rule.when))

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """Every rule that can fire: those with conditions in order, and the default last."""
        return self.rules if self.default is None else (*self.rules, self.default)

    @property
    def collects(self) -> bool:
        """Whether every rule that matches is heard."""
        return self.hit not in SINGLE

    @property
    def counts(self) -> bool:
        """Whether what is concluded is a number made of the rules that match."""
        return self.hit is Hit.COLLECT and self.aggregate is not Aggregate.LIST
