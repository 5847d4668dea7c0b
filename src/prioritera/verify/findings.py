"""What the proofs of tables find, as values: each with a need that shows it, where a need can.

A witness gives every field that a table reads, or that the tables before it read to conclude what it reads, a value in its domain; of the
score, its share of the highest possible. The reference evaluator confirms it.
"""

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.tables.evaluate import Seen

Witness = FrozenMap[str, Seen]


@attrs.frozen(kw_only=True)
class Gap:
    """A need for which no rule of the table matches. It hangs on `fields`: whatever the others are, none matches."""

    table: str
    witness: Witness = attrs.field(converter=frozen_map)
    fields: tuple[str, ...] = attrs.field(converter=frozen_tuple)


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
    """A rule that never decides: earlier rules take every need that it matches. The witness is one of them."""

    table: str
    rule: str
    earlier: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    witness: Witness = attrs.field(converter=frozen_map)


@attrs.frozen(kw_only=True)
class Overlap:
    """A rule of a "unique" table that matches needs which earlier rules match too. The witness is one that the first of them matches."""

    table: str
    rule: str
    earlier: tuple[str, ...] = attrs.field(converter=frozen_tuple)
    witness: Witness = attrs.field(converter=frozen_map)


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
