"""What no need can be: cells that are taken away before a gap is believed.

A missing set has no words, a set that may not be empty has one, and measures keep what they imply of each other.
"""

from collections.abc import Iterator
from itertools import combinations

from prioritera.measures.implied import can_be
from prioritera.model.field import Field, Kind, Origin
from prioritera.verify.axes import NO, YES, Part, Space
from prioritera.verify.boxes import Cut, Region


def never(space: Space) -> Region:
    """The boxes that hold no need."""
    return (*_sets(space), *_measures(space))


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
    """Cells of a number that no need has, and cells of two that no need has together.

    Each bound follows from one measure alone, so cells that can go together two by two can go together all at once.
    """
    derived = [field for field in space.fields.values() if field.origin is Origin.DERIVED and field.id in space.places]
    numbers = [field for field in derived if field.kind in {Kind.WHOLE, Kind.CHOICE}]
    for field in numbers:
        place = space.places[field.id][0]
        nowhere = sum(1 << cell for cell, span in enumerate(space.axes[place].ranges) if not can_be({field.measure: span}))
        if nowhere:
            yield ((place, nowhere),)
    for first, second in combinations(numbers, 2):
        yield from _apart(first, second, space)


def _apart(first: Field, second: Field, space: Space) -> Iterator[Cut]:
    one, other = space.places[first.id][0], space.places[second.id][0]
    for cell, span in enumerate(space.axes[one].ranges):
        spans = enumerate(space.axes[other].ranges)
        apart = sum(1 << place for place, far in spans if not _together(first, span, second, far))
        if apart:
            yield tuple(sorted([(one, 1 << cell), (other, apart)]))


def _together(first: Field, span: tuple[int, int], second: Field, far: tuple[int, int]) -> bool:
    """Whether some need has the two numbers in these ranges. Two fields of one measure have one value."""
    if first.measure == second.measure:
        return max(span[0], far[0]) <= min(span[1], far[1])
    return can_be({first.measure: span, second.measure: far})
