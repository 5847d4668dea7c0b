"""What a table can conclude, as cells: the words, the sets or the numbers that its rules can come to.

A table and the axes of its rule set come in; of each axis of what the table concludes, the cells go out.
"""

from collections.abc import Iterable, Iterator

from prioritera.model.table import Aggregate, Table
from prioritera.tables.evaluate import Seen
from prioritera.verify.axes import NO, YES, Axis, Part, Space
from prioritera.verify.boxes import Cut

# Whole numbers from the first to the second, both included.
Span = tuple[int, int]


def concluded_by(table: Table, space: Space) -> Cut:
    """The cells that some conclusion of the table lies in, and maybe others; nothing for the destination table, which concludes courses."""
    places = space.places.get(table.concludes, ())
    if table.counts:
        return tuple((place, cells_of(space.axes[place], spans_of(table))) for place in places)
    words = {str(rule.then) for rule in table.all_rules}
    if not table.collects:
        return tuple((place, space.axes[place].mask(lambda word: word in words)) for place in places)
    holding = {axis_of(word, table.concludes, space) for word in words}
    return tuple((place, NO | YES if place in holding else NO) for place in places)


def spans_of(table: Table) -> tuple[Span, ...]:
    """The numbers that a table which counts can come to, and maybe some between them."""
    numbers = [rule.then for rule in table.rules if isinstance(rule.then, int)]
    otherwise = () if table.default is None or not isinstance(table.default.then, int) else ((table.default.then, table.default.then),)
    if table.aggregate is Aggregate.COUNT:
        return ((0, len(table.rules)), *otherwise)
    if table.aggregate is Aggregate.SUM:
        return ((sum(min(number, 0) for number in numbers), sum(max(number, 0) for number in numbers)), *otherwise)
    return (*((number, number) for number in numbers), *otherwise)


def cells_of(axis: Axis, spans: Iterable[Span]) -> int:
    """The mask of the cells of numbers in which some number of the spans lies."""
    met = [any(low <= most and least <= high for least, most in spans) for low, high in axis.ranges]
    return sum(1 << cell for cell, is_met in enumerate(met) if is_met)


def wanted_spans(axis: Axis, mask: int) -> tuple[Span, ...]:
    """The numbers of some cells, as few spans as can be."""
    spans: list[Span] = []
    for low, high in (span for cell, span in enumerate(axis.ranges) if mask >> cell & 1):
        if spans and spans[-1][1] + 1 == low:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    return tuple(spans)


def axis_of(word: str, name: str, space: Space) -> int | None:
    """Where the axis of a word of a set stands: its own, or that of any word which no condition mentions."""
    own = space.place(name, Part.WORD, word)
    return space.place(name, Part.OTHER) if own is None else own


def point_of(name: str, value: Seen, space: Space) -> Iterator[tuple[int, int]]:
    """The cell of one conclusion on each of its axes."""
    if isinstance(value, frozenset):
        held = {axis_of(word, name, space) for word in value}
        yield from ((place, YES if place in held else NO) for place in space.places[name])
    else:
        for place in space.places[name]:
            axis = space.axes[place]
            yield place, cells_of(axis, [(value, value)]) if type(value) is int else axis.cell(value)
