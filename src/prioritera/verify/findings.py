"""What the proofs of tables find, as values: each with a need that shows it, where a need can, and the region of needs like it.

A witness gives every field that a table reads, or that the tables before it read to conclude what it reads, a value in its domain; of the
score, its share of the highest possible. The reference evaluator confirms it. A region is said as the conditions of a rule that would match
just these needs; no condition, every need.
"""

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import Condition
from prioritera.tables.evaluate import Seen

Witness = FrozenMap[str, Seen]


@attrs.frozen(kw_only=True)
class Gap:
    """A need for which no rule of the table matches, and the largest region around it in which none does."""

    table: str
    witness: Witness = attrs.field(converter=frozen_map)
    region: tuple[Condition, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class Contradiction:
    """A rule whose own conditions cannot all hold."""

    table: str
    rule: str


@attrs.frozen(kw_only=True)
class Unreachable:
    """A rule whose conditions could all hold, had the tables before it ever concluded what it asks for together with the rest."""

    table: str
    rule: str


@attrs.frozen(kw_only=True)
class Dead:
    """A rule that never decides: earlier rules take every need that it matches, the fewest of them that together do.

    The witness is one of its needs, the region where the first of those rules that matches the witness takes them.
    """

    table: str
    rule: str
    earlier: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    taken_by: str
    witness: Witness = attrs.field(converter=frozen_map)
    region: tuple[Condition, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class Overlap:
    """A rule of a "unique" table that matches needs which earlier rules match too.

    The witness is one that the first of them matches, the region where both match.
    """

    table: str
    rule: str
    earlier: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    witness: Witness = attrs.field(converter=frozen_map)
    region: tuple[Condition, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class OrderDecides:
    """Rules of a "first" table that match needs which an earlier rule with another conclusion matches too: their order decides.

    That is how such a table is meant to be read, and no fault. The witness is a need that the first of `rules` and `earlier` both match,
    the region where both do.
    """

    table: str
    rules: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    earlier: str
    witness: Witness = attrs.field(converter=frozen_map)
    region: tuple[Condition, ...] = attrs.field(converter=frozen_tuple)


@attrs.frozen(kw_only=True)
class Undecided:
    """A table of which something could not be settled within the budget: that is not "ok"."""

    table: str
    nodes: int


@attrs.frozen(kw_only=True)
class Conflict:
    """A rule of an "any" table that matches needs which earlier rules match too and answer otherwise, as they do the witness."""

    table: str
    rule: str
    earlier: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    witness: Witness = attrs.field(converter=frozen_map)


@attrs.frozen(kw_only=True)
class Outranked:
    """A rule of a "priority" table that never decides: every need that it matches is matched by one of `better`, which come before it."""

    table: str
    rule: str
    better: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    witness: Witness = attrs.field(converter=frozen_map)


@attrs.frozen(kw_only=True)
class Outside:
    """A need for which the table concludes a number outside of its field's bounds, by these rules."""

    table: str
    value: int
    rules: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    witness: Witness = attrs.field(converter=frozen_map)


@attrs.frozen(kw_only=True)
class DefaultUnused:
    """A default that nothing leads to: every need is matched by one of these rules, and none of the rules can be spared."""

    table: str
    rules: tuple[str, ...] = attrs.field(converter=frozen_tuple)


Finding = Gap | Contradiction | Unreachable | Dead | Overlap | Undecided | Conflict | Outranked | Outside | DefaultUnused
