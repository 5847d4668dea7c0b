"""The axes of a rule set: what its conditions can tell apart, cut into cells, so that every need falls in one cell an axis.

A choice or a flag is one axis, with a cell a word. A whole number is one axis, cut where some condition changes its answer; so is the
score. A set is several: yes or no for each word that some condition mentions, and one for any other word. What can be missing has a cell
for that, a set an axis.
"""

from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction

import attrs

from prioritera.frozen import FrozenMap, frozen_map, frozen_tuple
from prioritera.model.condition import SetTest, ShareOfScore, Within
from prioritera.model.field import Field, Kind
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Missing
from prioritera.tables.chain import OUTCOME
from prioritera.tables.evaluate import Seen
from prioritera.verify.boxes import Box

# The area of a need: a fact that every need has.
AREA = "area"

NO, YES = 0b01, 0b10


class Part(StrEnum):
    """What of a field an axis is about: its value, or of a set one word, any word that no condition mentions, or whether it is missing."""

    VALUE = "value"
    WORD = "word"
    OTHER = "other"
    MISSING = "missing"


@attrs.frozen(kw_only=True)
class Axis:
    """One thing that a need can be told apart by. `cells` holds a value of each cell, of numbers the least.

    `ranges` are the least and the greatest number of each cell, or the place of each word. The axes of a set have two cells, no and yes.
    """

    part: Part = Part.VALUE
    word: str = ""
    cells: tuple[Seen, ...] = attrs.field(converter=frozen_tuple)
    ranges: tuple[tuple[int, int], ...] = attrs.field(converter=frozen_tuple, default=())

    @property
    def whole(self) -> int:
        """The mask of every cell."""
        return (1 << len(self.cells)) - 1

    def mask(self, wanted: Callable[[Seen], bool]) -> int:
        """The mask of the cells whose values are wanted."""
        mask = 0
        for place, value in enumerate(self.cells):
            if wanted(value):
                mask |= 1 << place
        return mask

    def cell(self, word: object) -> int:
        """The mask of the cell of a word, 0 when there is none."""
        return self.mask(lambda value: value == word)


@attrs.frozen(kw_only=True)
class Space:
    """The axes of a rule set, and where those of each field stand."""

    fields: FrozenMap[str, Field] = attrs.field(converter=frozen_map)
    axes: tuple[Axis, ...] = attrs.field(converter=frozen_tuple)
    places: FrozenMap[str, tuple[int, ...]] = attrs.field(converter=frozen_map)

    @property
    def whole(self) -> Box:
        """The box of everything."""
        return tuple(axis.whole for axis in self.axes)

    def place(self, field: str, part: Part = Part.VALUE, word: str = "") -> int | None:
        """Where an axis stands, or None when there is no such axis."""
        found = (place for place in self.places.get(field, ()) if (self.axes[place].part, self.axes[place].word) == (part, word))
        return next(found, None)


def space_of(rules: RuleSet) -> Space:
    """The axes of every field that some table reads, and of every conclusion.

    Args:
        rules: a rule set whose conditions fit its fields.
    """
    cuts: dict[str, set[int | Fraction]] = {}
    words: dict[str, set[str]] = {}
    for table in rules.all_tables:
        for condition in (condition for rule in table.rules for condition in rule.when):
            if isinstance(condition.test, SetTest):
                words.setdefault(condition.field, set()).update(_words(condition.test))
            elif isinstance(condition.test, Within | ShareOfScore):
                cuts.setdefault(condition.field, set()).update(_cuts(condition.test))
    names = dict.fromkeys([*(name for table in rules.all_tables for name in table.reads), *(table.concludes for table in rules.all_tables)])
    del names[rules.destination.concludes]
    axes: list[Axis] = []
    places: dict[str, tuple[int, ...]] = {}
    for name in names:
        found = _axes(name, rules, sorted(cuts.get(name, ())), words.get(name, set()))
        places[name] = tuple(range(len(axes), len(axes) + len(found)))
        axes.extend(found)
    return Space(fields=rules.fields, axes=axes, places=places)


def can_be_missing(field: Field) -> bool:
    """Whether a need may lack the field: every need has an area."""
    return field.may_be_missing and field.id != AREA


def _cuts(test: Within | ShareOfScore) -> set[int | Fraction]:
    """The first value of each new cell that a test makes."""
    if isinstance(test, Within):
        return {cut for cut in (test.low, None if test.high is None else test.high + 1) if cut is not None}
    return {cut for cut in (test.low, test.below) if cut is not None}


def _words(test: SetTest) -> frozenset[str]:
    """The words that a test of a set mentions."""
    return frozenset().union(*(part for part in (test.any, test.all, test.none, test.only) if part is not None))


def _axes(name: str, rules: RuleSet, cuts: list[int | Fraction], mentioned: set[str]) -> list[Axis]:
    if name == OUTCOME:
        return [Axis(cells=tuple(dict.fromkeys([*rules.outcomes, FACT_NEEDED])))]
    if name not in rules.fields:
        # What is no field is the score; two rule sets laid out together have one each.
        return [Axis(cells=(Fraction(0), *(Fraction(cut) for cut in cuts if 0 < cut <= 1)))]
    field = rules.fields[name]
    if field.kind is Kind.SET:
        return _set_axes(field, mentioned)
    missing = (Missing(),) if can_be_missing(field) else ()
    if field.kind is Kind.WHOLE:
        starts = [field.low, *(int(cut) for cut in cuts if field.low < cut <= field.high)]
        ends = [*(start - 1 for start in starts[1:]), field.high]
        return [Axis(cells=(*starts, *missing), ranges=zip(starts, ends, strict=True))]
    if field.kind is Kind.FLAG:
        return [Axis(cells=(False, True, *missing))]
    return [Axis(cells=(*field.words, *missing), ranges=((place, place) for place in range(len(field.words))))]


def _set_axes(field: Field, mentioned: set[str]) -> list[Axis]:
    axes = [Axis(part=Part.WORD, word=word, cells=(False, True)) for word in field.words if word in mentioned]
    if len(axes) < len(field.words):
        axes.append(Axis(part=Part.OTHER, cells=(False, True)))
    if can_be_missing(field):
        axes.append(Axis(part=Part.MISSING, cells=(False, True)))
    return axes
