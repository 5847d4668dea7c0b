"""From conditions to regions: the cells for which a condition holds, a rule matches.

Cells are asked by the reference evaluator itself, one value a cell. Only tests of sets are taken apart here, word by word.
"""

from collections.abc import Iterable
from itertools import product

from prioritera.model.condition import Condition, SetTest
from prioritera.model.field import Field, Kind
from prioritera.model.table import Rule
from prioritera.tables.evaluate import holds
from prioritera.verify.axes import NO, YES, Axis, Part, Space
from prioritera.verify.boxes import Cut, Region, meeting
from prioritera.verify.budget import Budget


def region_of(rule: Rule, space: Space, budget: Budget) -> Region:
    """Where a rule matches: a union of boxes, one for each way in which all its conditions can hold.

    Args:
        rule: its conditions fit the fields.
        space: the axes of its rule set.
        budget: one node is spent a box.
    """
    single: dict[int, int] = {}
    found: Region = ((),)
    for condition in rule.when:
        field = space.fields.get(condition.field)
        if field is not None and field.kind is Kind.SET:
            pairs = _pairs(found, _set_ways(condition, space), budget)
            found = tuple(both for one, other in pairs if (both := meeting(one, other)) is not None)
            continue
        place = space.places[condition.field][0]
        mask = _cells(condition, field, space.axes[place])
        single[place] = single.get(place, mask) & mask
    if not all(single.values()):
        return ()
    budget.spend()
    alone = tuple(sorted(single.items()))
    return (alone,) if found == ((),) else tuple(tuple(sorted((*alone, *cut))) for cut in found)


def _cells(condition: Condition, field: Field | None, axis: Axis) -> int:
    """The cells of an axis for which a condition holds."""
    mask = 0
    for place, value in enumerate(axis.cells):
        if holds(condition, value, field):
            mask |= 1 << place
    return mask


def _pairs(found: Region, ways: Region, budget: Budget) -> Iterable[tuple[Cut, Cut]]:
    for pair in product(found, ways):
        budget.spend()
        yield pair


def _set_ways(condition: Condition, space: Space) -> Region:
    ways = _test_ways(condition.test, condition.field, space) if isinstance(condition.test, SetTest) else ()
    missing = space.place(condition.field, Part.MISSING)
    return (*ways, ((missing, YES),)) if condition.missing and missing is not None else ways


def _test_ways(test: SetTest, name: str, space: Space) -> Region:
    """One way for each choice of a word that makes `any` and `only` hold.

    A way that has some word need not say that the set is not missing: a missing set has none, and such cells are taken away as impossible.
    """
    words = {space.axes[place].word: place for place in space.places[name] if space.axes[place].part is Part.WORD}
    absent = {*(test.none or ()), *(words.keys() - test.only if test.only is not None else ())}
    must = [(word, YES) for word in test.all or ()] + [(word, NO) for word in absent]
    choices = [[(word, YES) for word in sorted(part)] for part in (test.any, test.only) if part is not None]
    ways = []
    for chosen in product(*choices):
        masks: dict[int, int] = {}
        for word, mask in (*must, *chosen):
            masks[words[word]] = masks.get(words[word], mask) & mask
        other = space.place(name, Part.OTHER)
        if test.only is not None and other is not None:
            masks[other] = NO
        missing = space.place(name, Part.MISSING)
        if YES not in masks.values() and missing is not None:
            masks[missing] = NO
        if all(masks.values()):
            ways.append(tuple(sorted(masks.items())))
    return tuple(ways)
