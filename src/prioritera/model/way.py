"""The ways that a need goes to those who can answer it, and its answer back; and who else is told."""

import attrs

from prioritera.frozen import frozen_tuple


@attrs.frozen(kw_only=True)
class Leg:
    """One step of a way: from an actor to the next by a channel.

    `subject_to` is the committee that decides on it; `decision` is what it decided, "" when that is not recorded.
    """

    source: str
    target: str
    channel: str
    kind: str
    days: int | None = None
    subject_to: str = ""
    decision: str = ""
    status: str = ""


@attrs.frozen(kw_only=True)
class LeadTime:
    """How long a way takes: the days that are known, and how many stops nobody has said the time of. With such stops it is "at least"."""

    days: int
    unknown_stops: int


@attrs.frozen(kw_only=True)
class Walk:
    """One sender's way: its approach to the shared course, the course, and the way the answer returns.

    The decision stores (rule, origin) as the walk's id. `origin` is "" when the sender is unknown; then there is no way back.
    `target` is the actor it ends at: for each sender its own, where the rule says the nearest.
    """

    rule: str
    origin: str
    target: str
    approach: tuple[Leg, ...] = attrs.field(converter=frozen_tuple, default=())
    course: tuple[Leg, ...] = attrs.field(converter=frozen_tuple, default=())
    back: tuple[Leg, ...] = attrs.field(converter=frozen_tuple, default=())
    lead_time: LeadTime


@attrs.frozen(kw_only=True)
class Told:
    """Another actor who is told of the need.

    `actor` is "" when the rule asks for a contact that nobody has named, or for the nearest of the kind `nearest` to a sender nobody knows.
    """

    actor: str
    role: str
    nearest: str = ""
