"""What no need can be: cells that are taken away before a gap is believed.

A missing set has no words, a set that may not be empty has one, and measures keep what they imply of each other. Implied bounds are
followed to their end here (a implies b, b implies c), so that a rule set need not have a field for each measure on the way.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from prioritera.measures.declare import MEASURES
from prioritera.measures.implied import AT_MOST, IMPLIES
from prioritera.model.field import Field, Kind, Origin
from prioritera.model.ruleset import RuleSet
from prioritera.verify.axes import NO, YES, Part, Space
from prioritera.verify.boxes import Cut, Region

# A measure, a value of it, another measure, a value of that: if the one is at least so much, then so is the other.
Bound = tuple[str, int, str, int]


def thresholds(rules: RuleSet) -> list[tuple[str, int]]:
    """The fields and values at which something implied begins to hold: cells must be cut there."""
    ends = {end for first, least, second, floor in _bounds() for end in ((first, least), (second, floor))}
    derived = [field for field in rules.fields.values() if field.origin is Origin.DERIVED]
    return [(field.id, value) for field in derived for measure, value in sorted(ends) if field.measure == measure]


def never(space: Space) -> Region:
    """The boxes that hold no need."""
    return (*_sets(space), *_measures(space))


def raised(values: Mapping[str, int]) -> dict[str, int]:
    """The least numbers, by measure, that are not below these and keep what measures imply, inside cells that can go together.

    >>> raised({"distinct-organisations": 0, "distinct-rss": 2})["distinct-organisations"]
    2
    """
    return {
        measure: max([value, *(values[low] for low, high in _at_most() if high == measure and low in values)])
        for measure, value in values.items()
    }


def _sets(space: Space) -> Iterator[Cut]:
    for name, places in space.places.items():
        field = space.fields.get(name)
        if field is None or field.kind is not Kind.SET:
            continue
        missing = space.place(name, Part.MISSING)
        if missing is not None:
            yield from (((place, YES), (missing, YES)) for place in places if place != missing)
        if not field.may_be_empty:
            yield tuple((place, NO) for place in places)


def _measures(space: Space) -> Iterator[Cut]:
    """Cells that no need has, and cells of two fields that cannot go together: the one too high for the other, or below what it implies."""
    derived = [field for field in space.fields.values() if field.origin is Origin.DERIVED and field.id in space.places]
    numbers = [field for field in derived if field.kind in {Kind.WHOLE, Kind.CHOICE}]
    for second in numbers:
        always = [floor for first, least, then, floor in _bounds() if then == second.measure and least <= MEASURES[first].low]
        if below := _below(max(always, default=0), second, space):
            yield ((space.places[second.id][0], below),)
        yield from (cut for first in numbers if first is not second for cut in _clashes(first, second, space))


def _clashes(first: Field, second: Field, space: Space) -> Iterator[Cut]:
    one, other = space.places[first.id][0], space.places[second.id][0]
    at_most = first.measure == second.measure or (first.measure, second.measure) in _at_most()
    bounds = [(least, floor) for a, least, b, floor in _bounds() if (a, b) == (first.measure, second.measure)]
    for place, (low, _) in enumerate(space.axes[one].ranges):
        floors = [floor for least, floor in bounds if low >= least]
        if below := _below(max([*floors, low] if at_most else floors, default=0), second, space):
            yield tuple(sorted([(one, 1 << place), (other, below)]))


def _below(floor: int, field: Field, space: Space) -> int:
    """The mask of the cells that lie wholly below a number."""
    return sum(1 << cell for cell, (_, high) in enumerate(space.axes[space.places[field.id][0]].ranges) if high < floor)


@cache
def _at_most() -> frozenset[tuple[str, str]]:
    return every_order(AT_MOST)


@cache
def _bounds() -> frozenset[Bound]:
    return every_bound([(given.given, given.least, given.then, given.then_least) for given in IMPLIES], _at_most())


def every_order(given: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The pairs of measures of which the first is never more than the second, and all that follow from them.

    >>> sorted(every_order([("a", "b"), ("b", "c")]))
    [('a', 'b'), ('a', 'c'), ('b', 'c')]
    """
    found = set(given)
    while more := {(low, high) for low, middle in found for other, high in found if middle == other} - found:
        found |= more
    return frozenset(found)


def every_bound(given: Iterable[Bound], at_most: Collection[tuple[str, str]]) -> frozenset[Bound]:
    """The bounds, and all that follow from them and from an order.

    >>> sorted(every_bound([("a", 5, "b", 2)], [("b", "c"), ("z", "a")]))
    [('a', 5, 'b', 2), ('a', 5, 'c', 2), ('z', 5, 'b', 2), ('z', 5, 'c', 2)]
    """
    found = set(given)
    while more := {step for bound in found for step in _steps(bound, found, at_most)} - found:
        found |= more
    return frozenset(found)


def _steps(bound: Bound, found: Collection[Bound], at_most: Collection[tuple[str, str]]) -> Iterator[Bound]:
    first, least, second, floor = bound
    yield from ((first, least, high, floor) for low, high in at_most if low == second)
    yield from ((low, least, second, floor) for low, high in at_most if high == first)
    yield from ((first, least, other, further) for middle, at, other, further in found if middle == second and floor >= at)
