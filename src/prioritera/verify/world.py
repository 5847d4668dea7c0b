"""The world of a rule set: its axes, what no need can be, and what its tables and the engine can conclude."""

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import SCORE
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Hit, Table
from prioritera.tables.chain import OUTCOME
from prioritera.verify.axes import Space, space_of
from prioritera.verify.boxes import Box, Region
from prioritera.verify.budget import Budget
from prioritera.verify.impossible import never
from prioritera.verify.regions import region_of


@attrs.frozen(kw_only=True)
class Sheet:
    """A table laid out: the region of each of its rules, and the mask of what they conclude.

    The table is read with the hit policy "first": of a table without overlaps that is the same. `total` says that it has no gap.
    """

    table: Table
    regions: tuple[Region, ...] = attrs.field(converter=frozen_tuple)
    concluded: int
    total: bool = False


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
        place = space.places[table.concludes][0]
        whole[place] = concluded_by(table, space)
    whole[space.places[OUTCOME][0]] |= space.axes[space.places[OUTCOME][0]].mask(lambda word: word in given)
    return World(space=space, whole=tuple(whole), never=never(space), given=given)


def sheet_of(table: Table, world: World, budget: Budget) -> Sheet:
    """The table laid out over the axes of its rule set."""
    return Sheet(
        table=attrs.evolve(table, hit=Hit.FIRST),
        regions=[region_of(rule, world.space, budget) for rule in table.rules],
        concluded=concluded_by(table, world.space),
    )


def concluded_by(table: Table, space: Space) -> int:
    """The mask of the words that some rule of the table concludes; 0 for the destination table, which concludes courses."""
    words = {rule.then for rule in table.rules}
    place = space.place(table.concludes)
    return 0 if place is None else space.axes[place].mask(lambda word: word in words)


def _given(rules: RuleSet, space: Space) -> dict[str, int]:
    """A failed minimum takes the place of a ranked outcome; what is not known, or what may fail a minimum, makes a fact needed."""
    words = space.axes[space.places[OUTCOME][0]]
    concluded = concluded_by(rules.triage, space)
    ranked = concluded & words.mask(lambda word: word in rules.outcomes and rules.outcomes[str(word)].ranked)
    given = {c.minimum.outcome: ranked for c in rules.criteria if c.minimum is not None and c.minimum.outcome and ranked}
    if SCORE in rules.destination.reads or any(can_be_open(field) for field in rules.fields.values() if field.id in space.places):
        return {**given, FACT_NEEDED: concluded}
    return {**given, FACT_NEEDED: ranked} if given else given


def can_be_open(field: Field) -> bool:
    """Whether what is known can leave the field a range: a derived number, or a derived word of an order."""
    return field.origin is Origin.DERIVED and (field.kind is Kind.WHOLE or (field.kind is Kind.CHOICE and field.ordered))
