"""The world of a rule set: its axes, what no need can be, and what its tables and the engine can conclude."""

from collections.abc import Sequence

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import SCORE
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Aggregate, Hit, Rule, Table
from prioritera.tables.chain import OUTCOME
from prioritera.tables.evaluate import in_order
from prioritera.verify.axes import Space, space_of
from prioritera.verify.boxes import Box, Cut, Region
from prioritera.verify.budget import Budget
from prioritera.verify.concluded import concluded_by
from prioritera.verify.impossible import never
from prioritera.verify.regions import region_of


@attrs.frozen(kw_only=True)
class Sheet:
    """A table laid out: the region of each of its rules, and of each axis of what it concludes the cells that it can conclude.

    Where only one rule may match, or any may decide, the table is read with the hit policy "first": of a table without overlaps, or without
    conflicts, that is the same. `ranked` are its rules with their regions in the order in which they decide. `total` says that every need
    that comes to it has a conclusion, one that its field can hold.
    """

    table: Table
    regions: tuple[Region, ...] = attrs.field(converter=frozen_tuple)
    concluded: Cut = attrs.field(converter=frozen_tuple)
    total: bool = False
    ranked: tuple[tuple[Rule, Region], ...] = attrs.field(
        init=False, default=attrs.Factory(lambda self: _ranked(self.table, self.regions), takes_self=True)
    )


def _ranked(table: Table, regions: Sequence[Region]) -> tuple[tuple[Rule, Region], ...]:
    """Each rule with its region, the one that counts first of all first: where the least number is wanted, that of the least number."""
    rows = tuple(zip(table.rules, regions, strict=True))
    if table.aggregate in {Aggregate.MIN, Aggregate.MAX}:
        return tuple(sorted(rows, key=lambda row: int(str(row[0].then)), reverse=table.aggregate is Aggregate.MAX))
    place = {rule.id: number for number, rule in enumerate(in_order(table.rules, table))}
    return tuple(sorted(rows, key=lambda row: place[row[0].id]))


@attrs.frozen(kw_only=True)
class World:
    """What the proofs of a rule set range over.

    `whole` is everything, with no conclusion that nothing concludes. `given` are the outcomes that the engine gives after triage, each with
    the mask of the outcomes of triage that it can take the place of.
    """

    space: Space
    whole: Box
    never: Region = attrs.field(converter=frozen_tuple)
    given: FrozenMap[str, int] = attrs.field(converter=frozen_map)


def world_of(rules: RuleSet) -> World:
    """The world of a rule set whose tables are in order and whose conditions fit its fields."""
    space = space_of(rules)
    given = _given(rules, space)
    whole = list(space.whole)
    for table in (*rules.tables, rules.triage):
        for place, mask in concluded_by(table, space):
            whole[place] = mask
    whole[space.places[OUTCOME][0]] |= space.axes[space.places[OUTCOME][0]].mask(lambda word: word in given)
    return World(space=space, whole=tuple(whole), never=never(space), given=given)


def sheet_of(table: Table, world: World, budget: Budget) -> Sheet:
    """The table laid out over the axes of its rule set."""
    return Sheet(
        table=attrs.evolve(table, hit=Hit.FIRST) if table.hit in {Hit.UNIQUE, Hit.ANY} else table,
        regions=[region_of(rule, world.space, budget) for rule in table.rules],
        concluded=concluded_by(table, world.space),
    )


def _given(rules: RuleSet, space: Space) -> dict[str, int]:
    """A failed minimum takes the place of a ranked outcome; what is not known, or what may fail a minimum, makes a fact needed."""
    words = space.axes[space.places[OUTCOME][0]]
    ((_, concluded),) = concluded_by(rules.triage, space)
    ranked = concluded & words.mask(lambda word: word in rules.outcomes and rules.outcomes[str(word)].ranked)
    given = {c.minimum.outcome: ranked for c in rules.criteria if c.minimum is not None and c.minimum.outcome and ranked}
    if SCORE in rules.destination.reads or any(can_be_open(field) for field in rules.fields.values() if field.id in space.places):
        return {**given, FACT_NEEDED: concluded}
    return {**given, FACT_NEEDED: ranked} if given else given


def can_be_open(field: Field) -> bool:
    """Whether what is known can leave the field a range: a derived number, or a derived word of an order."""
    return field.origin is Origin.DERIVED and (field.kind is Kind.WHOLE or (field.kind is Kind.CHOICE and field.ordered))
