"""From regions back to conditions: what a box asks of each field, so that it can be read as a rule is."""

from collections.abc import Iterable
from itertools import combinations

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Test, Where, Within
from prioritera.model.field import Field, Kind
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
    asked = (condition_on(name, box, whole, space) for name in space.places)
    return tuple(condition for condition in asked if condition is not None)


def condition_on(name: str, box: Box, whole: Box, space: Space, *, at: Box | None = None) -> Condition | None:
    """What a box asks of one field; None where it is as wide as can be.

    Of a set that is known and otherwise anything, no test of words says so where it may be empty: then it asks for some word, or for none,
    as the need has it.

    Args:
        name: the field, or the score.
        box: of numbers and scores, cells that stand side by side.
        whole: what every need is in.
        space: the axes.
        at: one need of the box, one cell an axis; with None, a condition without a test of words stands for such a set.
    """
    places = space.places[name]
    if all(box[place] & whole[place] == whole[place] for place in places):
        return None
    field = space.fields.get(name)
    if field is not None and field.kind is Kind.SET:
        return _of_set(field, box, at, space)
    (place,) = places
    axis, mask = space.axes[place], box[place]
    cells = [at for at, value in enumerate(axis.cells) if mask >> at & 1 and not isinstance(value, Missing)]
    missing = any(mask >> at & 1 and isinstance(value, Missing) for at, value in enumerate(axis.cells))
    return Condition(field=name, test=_test(field, axis, cells) if cells else None, missing=missing)


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


def _of_set(field: Field, box: Box, at: Box | None, space: Space) -> Condition:
    """A set: which words it has and has not. Words that no condition mentions stand together."""
    places = space.places[field.id]
    axes = [(space.axes[place], box[place]) for place in places]
    named = {axis.word for axis, _ in axes if axis.part is Part.WORD}
    others = set(field.words) - named
    held = {axis.word for axis, mask in axes if axis.part is Part.WORD and mask == YES}
    absent = {axis.word for axis, mask in axes if axis.part is Part.WORD and mask == NO}
    other = next((mask for axis, mask in axes if axis.part is Part.OTHER), NO | YES)
    missing = next((mask for axis, mask in axes if axis.part is Part.MISSING), NO)
    absent |= others if other == NO else set()
    some = others if other == YES else set()
    if missing == YES or (missing & YES and not field.may_be_empty and absent == set(field.words)):
        return Condition(field=field.id, missing=True)
    if not held and not absent and not some:
        words = frozenset(field.words)
        if at is None and field.may_be_empty:
            return Condition(field=field.id, test=SetTest())
        is_empty = at is not None and not any(at[place] == YES for place in places if space.axes[place].part is not Part.MISSING)
        return Condition(field=field.id, test=SetTest(none=words) if is_empty else SetTest(any=words))
    is_open = missing == NO | YES and not held and not some
    if len(held) == 1 and not some:
        # One word that a set must have is any of one word: so it is said as rules say it.
        held, some = set(), held
    test = SetTest(any=frozenset(some) or None, all=frozenset(held) or None, none=frozenset(absent) or None)
    return Condition(field=field.id, test=test, missing=is_open)


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
