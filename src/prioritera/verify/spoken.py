"""Cells as a condition: what a rule would have to ask of a field so that it matches just these."""

from collections.abc import Sequence
from fractions import Fraction

from prioritera.model.condition import Condition, OneOf, SetTest, ShareOfScore, Test, Within
from prioritera.model.field import Field, Kind
from prioritera.model.value import Missing
from prioritera.verify.axes import NO, YES, Axis, Part, Space

# An axis with the cells that are meant, and one of them.
Cells = tuple[Axis, int, int]


def condition_on(name: str, cells: Sequence[Cells], space: Space) -> Condition:
    """A condition on a field that holds in these cells and in no others.

    Of a set that is known and otherwise anything, no test of the words says so: then it asks for some word, or for none, as the one cell
    that is given has it.

    Args:
        name: the field, or the score.
        cells: the axes of the field, not all of them whole; numbers follow on each other.
        space: the axes of the rule set.
    """
    field = space.fields.get(name)
    if field is not None and field.kind is Kind.SET:
        return _on_set(field, cells)
    axis, mask, _ = cells[0]
    chosen = [place for place in range(len(axis.cells)) if mask >> place & 1]
    missing = [place for place in chosen if isinstance(axis.cells[place], Missing)]
    known = [place for place in chosen if place not in missing]
    test: Test | None = None
    if known and field is None:
        test = _share(axis, known)
    elif known and field is not None and field.kind is Kind.WHOLE:
        low, high = axis.ranges[known[0]][0], axis.ranges[known[-1]][1]
        test = Within(None if low == field.low else low, None if high == field.high else high)
        if test == Within():
            test = Within(low=low)
    elif known:
        test = OneOf([value for value in (axis.cells[place] for place in known) if isinstance(value, str | bool)])
    return Condition(field=name, test=test, missing=bool(missing))


def _share(axis: Axis, known: Sequence[int]) -> ShareOfScore:
    """Shares of the score, from a first cell to a last."""
    after = known[-1] + 1
    low, below = axis.cells[known[0]], axis.cells[after] if after < len(axis.cells) else None
    return ShareOfScore(
        low=low if isinstance(low, Fraction) and low else None,
        below=below if isinstance(below, Fraction) else None,
    )


def _on_set(field: Field, cells: Sequence[Cells]) -> Condition:
    named = {axis.word: mask for axis, mask, _ in cells if axis.part is Part.WORD}
    others = {word for word in field.words if word not in named}
    other = next((mask for axis, mask, _ in cells if axis.part is Part.OTHER), NO | YES)
    missing = next((mask for axis, mask, _ in cells if axis.part is Part.MISSING), NO)
    held = {word for word, mask in named.items() if mask == YES}
    absent = {word for word, mask in named.items() if mask == NO} | (others if other == NO else set())
    some = others if other == YES else set()
    if missing == YES or (missing & YES and not field.may_be_empty and absent == set(field.words)):
        return Condition(field=field.id, missing=True)
    if not held and not absent and not some:
        empty = not any(at == YES for axis, _, at in cells if axis.part is not Part.MISSING)
        words = frozenset(field.words)
        return Condition(field=field.id, test=SetTest(none=words) if empty else SetTest(any=words))
    if len(some) == 1:
        held, some = held | some, set()
    test = SetTest(any=frozenset(some) or None, all=frozenset(held) or None, none=frozenset(absent) or None)
    return Condition(field=field.id, test=test, missing=missing == NO | YES and not held and not some)
