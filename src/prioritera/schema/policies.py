"""Hit policies of tables: which go with what a table concludes, and what each must say besides its rules."""

from collections.abc import Collection

import attrs

from prioritera.model.field import Kind
from prioritera.model.table import NUMERIC, RANKED, Aggregate, Hit
from prioritera.schema.known import Schema
from prioritera.schema.shapes import either, never, words


@attrs.frozen
class _Way:
    """Hit policies under which a table is written in the same way: a kind of conclusion, and which keys go with them."""

    concludes: Kind
    hits: tuple[Hit, ...]
    aggregates: tuple[Aggregate, ...] = ()

    @property
    def ranks(self) -> bool:
        """Whether the table says the order of its conclusions."""
        return {*self.hits} <= RANKED

    @property
    def counts(self) -> bool:
        """Whether its rules conclude nothing by themselves."""
        return self.aggregates == (Aggregate.COUNT,)

    @property
    def required(self) -> tuple[str, ...]:
        """The keys without which it would be another way; a table without a hit policy lets the first rule decide."""
        chosen = ("hit",) if Hit.FIRST not in self.hits else ()
        made = ("aggregate",) if self.aggregates and Aggregate.LIST not in self.aggregates else ()
        return (*chosen, *(("order",) if self.ranks else ()), *made)


_WAYS = (
    _Way(Kind.CHOICE, (Hit.FIRST, Hit.UNIQUE, Hit.ANY)),
    _Way(Kind.CHOICE, (Hit.PRIORITY,)),
    _Way(Kind.SET, (Hit.COLLECT,), (Aggregate.LIST,)),
    _Way(Kind.SET, (Hit.RULE_ORDER,)),
    _Way(Kind.SET, (Hit.OUTPUT_ORDER,)),
    _Way(Kind.WHOLE, (Hit.COLLECT,), tuple(one for one in Aggregate if one in NUMERIC)),
    _Way(Kind.WHOLE, (Hit.COLLECT,), (Aggregate.COUNT,)),
)
CONCLUDED = tuple(dict.fromkeys(way.concludes for way in _WAYS))


def hits_of(kinds: Collection[Kind]) -> list[Hit]:
    """The hit policies that conclude a field of one of these kinds.

    >>> [hit.value for hit in hits_of([Kind.SET])]
    ['collect', 'rule-order', 'output-order']
    """
    return list(dict.fromkeys(hit for way in _WAYS for hit in way.hits if way.concludes in kinds))


def aggregates_of(kinds: Collection[Kind]) -> list[Aggregate]:
    """What can be made of conclusions that are collected into a field of one of these kinds."""
    return list(dict.fromkeys(made for way in _WAYS for made in way.aggregates if way.concludes in kinds))


def together(kinds: Collection[Kind], key: str, *, alone: bool) -> Schema:
    """What goes together in a table that concludes, under the key, a field of one of these kinds.

    A rule set that extends no other says by itself all that a hit policy asks for; one that does may have left it to the one below.
    """
    return {**either(*(_together(way, key, alone=alone) for way in _WAYS if way.concludes in kinds)), "additionalProperties": True}


def _together(way: _Way, key: str, *, alone: bool) -> Schema:
    then: Schema = {"properties": {key: {"type": "integer" if way.concludes is Kind.WHOLE else "string"}}, "required": [key]}
    counted: Schema = {"properties": {key: never()}}
    properties: dict[str, Schema] = {
        "hit": words(way.hits),
        "aggregate": words(way.aggregates) if way.aggregates else never(),
        **({} if way.ranks else {"order": never()}),
        "rules": {"items": {**(counted if way.counts else then), "additionalProperties": True}},
        "default": {**then, "additionalProperties": True},
    }
    found: Schema = {"properties": properties, "additionalProperties": True}
    return {**found, "required": list(way.required)} if alone and way.required else found
