"""From conditions to regions: the cells for which a condition holds, a rule matches.

Cells are asked by the reference evaluator itself, one value a cell. Only tests of sets are taken apart here, word by word.
"""

from collections.abc import Iterable
from itertools import product

from prioritera.model.condition import Condition, SetTest
from prioritera.model.field import Kind
from prioritera.model.table import Rule
from prioritera.tables.evaluate import holds
from prioritera.verify.axes import NO, YES, Part, Space
from prioritera.verify.boxes import Budget, Cut, Region, meeting


def region_of(rule: Rule, space: Space, budget: Budget) -> Region:
    """Where a rule matches: a union of boxes, one for each way in which all its conditions can hold.

    Args:
        rule: its conditions fit the fields.
        space: the axes of its rule set.
        budget: one node is spent a box.
    """
    found: Region = ((),)
    for condition in rule.when:
        ways = _ways(condition, space)
        found = tuple(both for one, other in _pairs(found, ways, budget) if (both := meeting(one, other)) is not None)
    return found


def _pairs(found: Region, ways: Region, budget: Budget) -> Iterable[tuple[Cut, Cut]]:
    for pair in product(found, ways):
        budget.spend()
        yield pair


def _ways(condition: Condition, space: Space) -> Region:
    """The ways in which a condition can hold."""
    field = space.fields.get(condition.field)
    if field is not None and field.kind is Kind.SET:
        return _set_ways(condition, space)
    place = space.places[condition.field][0]
    mask = space.axes[place].mask(lambda value: holds(condition, value, field))
    return (((place, mask),),) if mask else ()


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
