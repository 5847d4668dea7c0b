"""From regions back to conditions: what a box asks of each field, so that it can be read as a rule is."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.field import Field, Kind
from prioritera.model.rules_diff import Where
from prioritera.model.value import Missing
from prioritera.verify.axes import NO, YES, Axis, Part, Space
from prioritera.verify.boxes import Box


def asked_of(box: Box, whole: Box, space: Space) -> tuple[Condition, ...]:
    """The conditions that hold for the needs of a box and for no others.

    Args:
        box: of numbers and scores, cells that stand side by side.
        whole: what every need is in; of a field that is as wide, nothing is asked.
        space: the axes.
    """
    return tuple(condition for name in space.places for condition in _of(name, box, whole, space))


def _of(name: str, box: Box, whole: Box, space: Space) -> Iterator[Condition]:
    places = space.places[name]
    if all(box[place] & whole[place] == whole[place] for place in places):
        return
    field = space.fields.get(name)
    if field is not None and field.kind is Kind.SET:
        yield _of_set(field, box, space)
        return
    (place,) = places
    axis, mask = space.axes[place], box[place]
    cells = [at for at, value in enumerate(axis.cells) if mask >> at & 1 and not isinstance(value, Missing)]
    missing = any(mask >> at & 1 and isinstance(value, Missing) for at, value in enumerate(axis.cells))
    yield Condition(field=name, test=_test(field, axis, cells) if cells else None, missing=missing)


def _test(field: Field | None, axis: Axis, cells: list[int]) -> Test:
    first, last = cells[0], cells[-1]
    if field is None:
        above = axis.cells[last + 1] if last + 1 < len(axis.cells) else None
        low = axis.cells[first]
        return ShareOfScore(low or None, above)  # type: ignore[arg-type]  # the cells of a score are shares
    if field.kind is Kind.WHOLE:
        (low, _), (_, high) = axis.ranges[first], axis.ranges[last]
        is_known = low == field.low and high == field.high
        return Within(low if low > field.low or is_known else None, high if high < field.high else None)
    return OneOf(axis.cells[at] for at in cells)


def _of_set(field: Field, box: Box, space: Space) -> Condition:
    """A set: which words it has and has not. Words that no condition mentions stand together."""
    axes = [(space.axes[place], box[place]) for place in space.places[field.id]]
    named = {axis.word for axis, _ in axes if axis.part is Part.WORD}
    others = frozenset(field.words) - named
    held = frozenset(axis.word for axis, mask in axes if axis.part is Part.WORD and mask == YES)
    absent = frozenset(axis.word for axis, mask in axes if axis.part is Part.WORD and mask == NO)
    other = next((mask for axis, mask in axes if axis.part is Part.OTHER), NO | YES)
    missing = next((mask for axis, mask in axes if axis.part is Part.MISSING), NO)
    if missing == YES:
        return Condition(field=field.id, missing=True)
    absent |= others if other == NO else frozenset()
    # One word that a set must have is any of one word: so it is said as rules say it.
    is_one = len(held) == 1 and other != YES
    test = SetTest(any=held if is_one else others if other == YES else None, all=None if is_one else held or None, none=absent or None)
    return Condition(field=field.id, test=test, missing=bool(missing & YES) and not held and other != YES)


def merged(regions: Iterable[Where]) -> tuple[Where, ...]:
    """Regions that differ only in which word a set has, as one region with any of the words.

    >>> one, other = (Condition(field="causes", test=SetTest(all=frozenset({word}))) for word in ("gap", "support"))
    >>> [sorted(condition.test.any) for (condition,) in merged([(one,), (other,)])]
    [['gap', 'support']]
    """
    found = list(regions)
    joined = True
    while joined:
        joined = False
        for one, other in combinations(found, 2):
            both = _merged(one, other)
            if both is not None:
                found[found.index(one)] = both
                found.remove(other)
                joined = True
                break
    return tuple(found)


def _merged(one: Where, other: Where) -> Where | None:
    differing = [(first, second) for first, second in zip(one, other, strict=False) if first != second]
    if len(one) != len(other) or len(differing) != 1:
        return None
    ((first, second),) = differing
    both = _either(first, second) if first.field == second.field else None
    return None if both is None else tuple(both if condition == first else condition for condition in one)


def _either(first: Condition, second: Condition) -> Condition | None:
    """The condition that holds when either does, of sets that must have one word and the same words not; None when there is none."""
    tests = [condition.test for condition in (first, second) if condition.test is not None]
    sets = [test for test in tests if isinstance(test, SetTest) and _one_of(test)]
    if not sets or len(sets) != len(tests) or len({test.none for test in sets}) > 1:
        return None
    words = frozenset[str]().union(*(_one_of(test) for test in sets))
    return Condition(field=first.field, test=SetTest(any=words, none=sets[0].none), missing=first.missing or second.missing)


def _one_of(test: SetTest) -> frozenset[str]:
    """The words of which a set must have one, when that is what a test asks besides words that it must not have."""
    words = test.any if test.all is None else test.all if test.any is None and len(test.all) == 1 else None
    return words or frozenset()
